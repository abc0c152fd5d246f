"""Paints every widget in every state to a PNG per theme and text size, for people to look at.

uv run python bench/widget_gallery.py OUT_DIR [light dark contrast-light contrast-dark] [1.0 2.0]
"""

import math
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.core.course import CalloutKind
from app.core.notices import Notice, Severity
from app.ui.theme import ThemeChoice, ThemeManager, current, install
from app.ui.theme.tokens import NARROW
from app.ui.widgets.bar_charts import Bars, BarValue, DayValue, Heatmap, Ring
from app.ui.widgets.bars import BottomBar, TopBar, VerdictBar
from app.ui.widgets.buttons import Button, IconButton, LinkButton
from app.ui.widgets.callout import Callout
from app.ui.widgets.chip import Chip, Icon, KeyCap
from app.ui.widgets.choices import Segmented
from app.ui.widgets.confidence import ConfidenceRow
from app.ui.widgets.grade_row import Grade, GradeRow
from app.ui.widgets.layouts import ButtonRow, CardColumn, Column, FlowLayout, Row
from app.ui.widgets.line_charts import Axis, Extras, LinePoints, Series
from app.ui.widgets.messages import Banner, EmptyState, Toast
from app.ui.widgets.option_card import CheckCard, Mark, OptionCard
from app.ui.widgets.panel import Ground, Panel
from app.ui.widgets.progress import Progress, SessionGrid, SquareState
from app.ui.widgets.rail import Place, Rail, RailMenuButton
from app.ui.widgets.runs import inline
from app.ui.widgets.scroll import ScrollPage
from app.ui.widgets.settings_rows import ChoiceRow, SwitchRow
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_panel import TablePanel
from app.ui.widgets.text import Text

STEM = (
    "A 29-year-old with regular 28-day cycles has an endometrial biopsy on **day 21**. Histology shows "
    "coiled glands with secretions in their lumens and an oedematous stroma."
)
ASK = "Which hormone is chiefly responsible for this appearance?"
OPTIONS = (
    ("A", "Oestradiol", "Oestradiol drives the **proliferative** phase: straight, tubular glands with many "
     "mitoses. It primes the tissue but does not coil or fill the glands."),
    ("B", "Progesterone", "After ovulation the corpus luteum secretes progesterone. The primed glands coil "
     "and release glycogen-rich fluid, and the stroma swells with oedema."),
    ("C", "Follicle-stimulating hormone", "FSH acts on granulosa cells in the ovary. It reaches the "
     "endometrium only indirectly, through oestradiol."),
    ("D", "Luteinising hormone", "The LH surge triggers ovulation and supports the corpus luteum; its target "
     "is the ovary, not the gland."),
    ("E", "Human chorionic gonadotrophin", "hCG keeps the corpus luteum going after implantation. It is not "
     "produced in a cycle without pregnancy."),
)  # fmt: skip
PLACES = (
    Place("today", "Today", "calendar-check", "Ctrl+1"),
    Place("lessons", "Lessons", "book-open", "Ctrl+2"),
    Place("practice", "Practice", "target", "Ctrl+3"),
    Place("progress", "Progress", "chart-column", "Ctrl+4"),
    Place("library", "Library", "library", "Ctrl+5"),
    Place("glossary", "Glossary", "book-a", "Ctrl+6"),
)
LOWER = (Place("search", "Search", "search", "Ctrl+K"), Place("settings", "Settings", "settings"))
GRADES = (Grade("Again", "10 min"), Grade("Hard", "1 day"), Grade("Good", "4 days"), Grade("Easy", "9 days"))
STATES = [SquareState.RIGHT] * 2 + [SquareState.WRONG] + [SquareState.RIGHT] * 3 + [SquareState.CURRENT]


def question_page(*, answered: bool) -> QWidget:
    """A question as in design/question_light.png and feedback_wrong_light.png."""
    page = Ground()
    across = Row(page, spacing=0)
    narrow = 1360 / current().scale < NARROW
    if not narrow:
        rail = Rail(PLACES, LOWER)
        rail.set_active("today")
        rail.set_badge("today", 14)
        across.add(rail)
    down = Column(spacing=0)
    across.add(down, 1)
    down.add(_top_bar(narrow=narrow))
    inner = QWidget()
    body = (Column if narrow else Row)(inner, margins=(28, 26, 32, 24), spacing=28)
    body.add(_question(answered=answered), 1)
    body.add(_right_column(answered=answered, narrow=narrow))
    down.add(ScrollPage(inner), 1)
    down.add(_verdict() if answered else _confidence())
    return page


def _top_bar(*, narrow: bool) -> TopBar:
    bar = TopBar()
    if narrow:
        bar.add(RailMenuButton(PLACES))
    bar.add(IconButton("x", "Close", shortcut="Esc"))
    bar.add(Text("Today’s review", "title", wrap=False, heading=1))
    bar.body.add_gap(20)
    bar.add(Progress("Questions answered", 6, 20), 1)
    bar.body.add_gap(12)
    bar.add(Text("7 of 20", "label", "text2", wrap=False, tabular=True))
    bar.body.add_gap(14)
    bar.add(Icon("timer", "text3"))
    bar.add(Text("0:21", "label", "text3", wrap=False, tabular=True))
    tools = (("flask-conical", "Lab values"), ("sticky-note", "Note"), ("flag", "Flag"),
             ("a-large-small", "Text size"), ("ellipsis", "More"))  # fmt: skip
    for icon, name in tools[-1:] if narrow else tools:
        bar.add(IconButton(icon, name))
    return bar


def _question(*, answered: bool) -> QWidget:
    holder = QWidget()
    column = Column(holder, margins=(4, 0), spacing=0)
    chips = QWidget()
    flow = FlowLayout(chips)
    flow.add(Chip("Menstrual cycle", "activity"))
    flow.add(Chip("Histology", "microscope"))
    flow.add(Text("Single best answer", "caption", "text3", wrap=False))
    column.add(chips)
    column.add_gap(12)
    column.add(Text(STEM, "stem"))
    column.add_gap(12)
    column.add(Text(ASK, "h2", heading=2))
    column.add_gap(12)
    cards = CardColumn(spacing=0)
    for letter, text, why in OPTIONS:
        cards.add(_card(letter, text, why, answered=answered))
    column.add(cards)
    column.add_stretch()
    return holder


def _card(letter: str, text: str, why: str, *, answered: bool) -> OptionCard:
    card = OptionCard(letter, text)
    if not answered:
        card.setChecked(letter == "B")
        card.set_struck(letter == "E")
        return card
    marks = {"A": Mark.WRONG_CHOSEN, "B": Mark.RIGHT}
    card.set_answer(marks.get(letter, Mark.OTHER), why)
    return card


def _right_column(*, answered: bool, narrow: bool) -> QWidget:
    holder = QWidget()
    if not narrow:
        holder.setFixedWidth(current().px(376))
    column = Column(holder, spacing=16)
    if answered:
        column.add(Callout(CalloutKind.KEY, [
            "Oestrogen builds, progesterone matures. **Coiled, secreting glands with oedematous stroma mean "
            "ovulation has happened.**"]))  # fmt: skip
        column.add(Callout(CalloutKind.TRAP, ["Subnuclear vacuoles mark day 17, not day 21."]))
    else:
        panel = Panel("This session")
        panel.add(SessionGrid(STATES + [SquareState.OPEN] * 13))
        panel.add(Text("14 left, about 12 minutes at your pace.", "small", "text2"))
        column.add(panel)
        keys = Panel("Keyboard")
        for key, does in (("1 – 5", "Choose an answer"), ("Shift + 1 – 5", "Strike out an answer"),
                          ("Enter", "Check: think so"), ("F", "Flag for later")):  # fmt: skip
            row = Row()
            row.add(KeyCap(key))
            row.add_stretch()
            row.add(Text(does, "small", "text2", wrap=False))
            keys.add(row)
        column.add(keys)
    column.add_stretch()
    return holder


def _confidence() -> BottomBar:
    bar = BottomBar()
    words = Column(spacing=0)
    words.add_stretch()
    words.add(Text("How sure are you?", "strong"))
    words.add(Text("Your answer is checked as soon as you choose.", "small", "text2"))
    words.add_stretch()
    bar.add(words, 1)
    bar.add(ConfidenceRow())
    return bar


def _verdict() -> VerdictBar:
    bar = VerdictBar()
    bar.grades.set_grades(GRADES, 0)
    bar.show_verdict("Not quite", "It’s B, progesterone. You were certain of A.", right=False)
    return bar


def states_page() -> QWidget:
    """The widgets by themselves, in the states a page does not show at once."""
    page = Ground()
    columns = Row(page, margins=24, spacing=24)
    left, right = Column(spacing=8), Column(spacing=12)
    columns.add(left, 1)
    columns.add(right, 1)
    for style in ("display", "h1", "h2", "stem", "body", "lesson", "strong", "small", "caption", "micro"):
        left.add(Text(f"{style}: the **spiral** arteries of *endometrium*, α β γ, Ca²⁺ 2.4", style))
    left.add(_links())
    for kind in ("primary", "outline", "quiet"):
        left.add(_buttons(kind))
    left.add(_icon_buttons())
    for height in ("main",):
        row = ButtonRow()
        row.add(Button("Start review", "primary", icon_right="arrow-right", height=height))
        row.add(Button("Only 5 minutes", height=height))
        row.add_stretch()
        left.add(row)
    left.add(Segmented(("Labels", "Self-test", "Both"), 1, name="Mode"))
    left.add(GradeRow(GRADES, 2))
    squares = SessionGrid(list(SquareState) * 2)
    left.add(squares)
    left.add_stretch()
    for mark in (Mark.RIGHT_CHOSEN, Mark.MISSED, Mark.WRONG_CHOSEN, Mark.OTHER):
        card = CheckCard("A", "Follicle-stimulating hormone")
        card.set_answer(mark, "FSH acts on granulosa cells in the ovary, not on the gland.")
        right.add(card)
    off = OptionCard("B", "A disabled answer")
    off.setEnabled(False)
    right.add(off)
    for callout in CalloutKind:
        right.add(Callout(callout, ["Oestrogen builds, **progesterone** matures."]))
    right.add_stretch()
    return page


def data_page() -> QWidget:
    """Charts, tables, settings rows and messages."""
    page = Ground()
    columns = Row(page, margins=24, spacing=24)
    left, right = Column(spacing=12), Column(spacing=12)
    columns.add(left, 1)
    columns.add(right, 1)
    for chart, title in ((_bars(), "Coming up"), (_heat(), "Study days"), (_curves(), "Hormones"),
                         (_calibration(), "How sure, how right")):  # fmt: skip
        header, *rows = chart.as_table()
        left.add(TablePanel(title, chart.accessibleDescription(), chart, header, rows))
    left.add_stretch()
    ring = Panel("Remembering", direction="row")
    ring.add(Ring("Remembering", "87% right in 30 days, goal 90%.", 0.87, goal=0.9))
    ring.add(Ring("Remembering", "Too few answers.", None))
    right.add(ring)
    rows = (("Calcium", "2.40", "mmol/L"), ("Phosphate", "1.1", "mmol/L"), ("Albumin", "42", "g/L"))
    right.add(DataTable(("Test", "Value", "Unit"), rows, name="Lab values"))
    right.add(SwitchRow("Single-key shortcuts", "They work only when no text field has the focus.", on=True))
    right.add(SwitchRow("Suggest a grade"))
    right.add(ChoiceRow("Theme", ("System", "Light", "Dark", "High contrast"), 1, "Changes at once."))
    right.add(ChoiceRow("Text size", ("87.5%", "100%", "112.5%", "125%", "150%"), 1))
    for severity in Severity:
        what, safe = "The backup could not be read", "Your progress is unchanged. Choose another file."
        right.add(Banner(Notice(safe, what, severity, "Choose a file", "choose")))
    right.add(EmptyState("Nothing due. Next review tomorrow: 9 questions.", "Learn something new"))
    right.add_stretch()
    return page


def _bars() -> Bars:
    days = ("Today", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed")
    counts = (14, 22, 17, 9, 12, 19, 0)
    bars = [BarValue(day, count, day == "Today") for day, count in zip(days, counts, strict=True)]
    return Bars("Coming up", "93 questions in the next 7 days.", bars)


def _heat() -> Heatmap:
    steps = (0, 1, 2, 3, 4, 2, 3, 0)
    days = [DayValue(f"day {i}", steps[i * i % 8] * 9, steps[i * i % 8]) for i in range(120)]
    return Heatmap("Study days", "11 of the last 14 days. Rest days don’t count against you.", days)


def _curves() -> LinePoints:
    def bump(day: float, centre: float, width: float, height: float) -> float:
        return height * math.exp(-(((day - centre) / width) ** 2))

    days = [1 + i * 0.5 for i in range(55)]
    oestradiol = tuple((d, 0.1 + bump(d, 13, 2.6, 0.78) + bump(d, 21.5, 4.2, 0.42)) for d in days)
    progesterone = tuple((d, 0.05 + bump(d, 21.5, 3.9, 0.85)) for d in days)
    return LinePoints(
        "Hormones across the cycle", "Progesterone peaks on day 21.",
        (Series("Oestradiol", oestradiol, "oestradiol", "dash"),
         Series("Progesterone", progesterone, "progesterone")),
        Axis(1, 28, ((1, "Day 1"), (14, "14"), (21, "21"), (28, "28")), "Day"), Axis(0, 1.05),
        Extras(bands=((14, 28, "primarySoft"),), marked_x=21),
    )  # fmt: skip


def _calibration() -> LinePoints:
    share = ((0, "0%"), (0.5, "50%"), (1, "100%"))
    points = Series("Right", ((0.25, 0.4), (0.6, 0.7), (0.95, 0.86)), points_only=True,
                    labels=("Guess", "Think so", "Certain"))  # fmt: skip
    summary, extras = "Certain answers are right 86% of the time.", Extras(diagonal=True, grid=(0.5, 1))
    x, y = Axis(0, 1, share, "Sure"), Axis(0, 1, share)
    return LinePoints("How sure, how right", summary, (points,), x, y, extras)


def _links() -> Text:
    text = Text("", "body")
    text.set_text(inline("The [[functionalis]] is shed [noyes1950] [das_psammoma]; the basalis stays.",
                         {"noyes1950": 1, "das_psammoma": 2}))  # fmt: skip
    return text


def _buttons(kind: str) -> ButtonRow:
    row = ButtonRow(spacing=0)
    row.add(Button("Default", kind, icon="search", key="Ctrl K"))
    off = Button("Disabled", kind)
    off.setEnabled(False)
    row.add(off)
    busy = Button("Check the file", kind)
    busy.set_busy(True, "Checking…")
    row.add(busy)
    row.add(Button("Compact", kind, height="compact"))
    focused = Button("Focus", kind)
    focused.setProperty("shownFocused", True)
    row.add(focused)
    row.add_stretch()
    return row


def _icon_buttons() -> ButtonRow:
    row = ButtonRow(spacing=0)
    for name in ("flag", "eye-off", "zoom-in", "printer"):
        row.add(IconButton(name, name))
    on = IconButton("flag", "Flag", checkable=True)
    on.setChecked(True)
    row.add(on)
    row.add(LinkButton("Open the lesson section", icon_right="chevron-right"))
    row.add_stretch()
    return row


def paint(widget: QWidget, path: Path, width: int, height: int) -> None:
    """Show `widget` offscreen at a size and save what it draws."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(widget)
    holder.resize(width, height)
    holder.show()
    QApplication.processEvents()
    if height > 900:  # a page of 900 scrolls; the others are as tall as they need
        needed = layout.totalHeightForWidth(max(width, layout.totalMinimumSize().width()))
        holder.resize(width, max(height, needed))
        QApplication.processEvents()
    if path.name.startswith("data"):
        Toast(holder).show_notice(Notice("Question put away.", action="Undo", key="undo"))
    for child in holder.findChildren(Button):
        if child.property("shownFocused"):
            child.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    holder.grab().save(str(path))
    holder.close()


def main() -> None:
    """Paint all pages in the themes and scales asked for."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    asked = sys.argv[2:]
    themes = [a for a in asked if not a[0].isdigit()] or ["light", "dark", "contrast-light", "contrast-dark"]
    scales = [float(a) for a in asked if a[0].isdigit()] or [1.0, 2.0]
    app = QApplication([])  # noqa: F841  (lives as long as the painting)
    manager = ThemeManager(Path(__file__).resolve().parent.parent / "resources")
    install(manager)
    pages = {
        "ask": (lambda: question_page(answered=False), 1360, 900),
        "answer": (lambda: question_page(answered=True), 1360, 900),
        "states": (states_page, 1360, 1250),
        "data": (data_page, 1360, 1300),
    }
    for theme in themes:
        manager.configure(choice=ThemeChoice(theme))
        for scale in scales:
            manager.configure(scale=scale)
            for name, (make, width, height) in pages.items():
                paint(make(), out / f"{name}-{theme}-{round(scale * 100)}.png", width, height)
                QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


if __name__ == "__main__":
    main()
