"""The bars of a page: tools above, what to do next below, and the verdict after an answer."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from app.ui.theme import Role, ThemedWidget
from app.ui.theme.tokens import GUTTER, NARROW
from app.ui.widgets.accessible import announce
from app.ui.widgets.buttons import Button
from app.ui.widgets.chip import Icon
from app.ui.widgets.grade_row import GradeRow
from app.ui.widgets.layouts import Column, Row
from app.ui.widgets.text import Text

_TOP, _BOTTOM = 64, 80
_PAGE_MARGIN, _NARROW_PAGE_MARGIN, _NARROW_WINDOW, _ABOVE = 40, 24, 1100, 8


class Bar(ThemedWidget, QWidget):
    """A bar with a divider on its inner side. Add with `bar.body.add(...)`. It grows with what it holds."""

    accessible_role = QAccessible.Role.ToolBar

    def __init__(self, height: int, role: Role, *, line_below: bool, margins: tuple[int, int]) -> None:
        super().__init__()
        self._height, self._line_below = height, line_below
        self._role: Role = role
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.body = Row(self, margins=margins, spacing=4)
        self.setMinimumHeight(self.theme.bar(height))

    def add(self, item: QWidget | QLayout, stretch: int = 0) -> None:
        """Add a widget or layout."""
        self.body.add(item, stretch)

    def set_role(self, role: Role) -> None:
        """Change the ground."""
        self._role = role
        self.update()

    def theme_changed(self) -> None:
        """Keep the least height of the bar."""
        self.setMinimumHeight(self.theme.bar(self._height))
        super().theme_changed()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and divider."""
        del event
        painter, theme = QPainter(self), self.theme
        painter.fillRect(self.rect(), theme.colour(self._role))
        line = theme.hairline()
        top = self.height() - line if self._line_below else 0
        painter.fillRect(0, top, self.width(), line, theme.colour("border"))


class TopBar(Bar):
    """The bar above a page, 64 high: close or back, title, tools."""

    def __init__(self, title: str = "") -> None:
        super().__init__(_TOP, "canvas", line_below=True, margins=(20, 4))
        self.title = Text(title, "title", wrap=False, heading=1)
        if title:
            self.add(self.title)


class BottomBar(Bar):
    """The bar below a page, 80 high: what to do next, at the right."""

    def __init__(self) -> None:
        super().__init__(_BOTTOM, "surface", line_below=False, margins=(32, 8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Align with the columns of the page."""
        super().resizeEvent(event)
        _align(self)


class VerdictBar(Bar):
    """Right or not, in one sentence, with the grades and *Next*. `advanced()` when *Next* is pressed.

    Below 900 effective pixels the words "Next review" give way and the grades become one button.
    """

    advanced = Signal()

    def __init__(self) -> None:
        super().__init__(_BOTTOM, "okSoft", line_below=False, margins=(32, 8))
        self._icon = Icon("circle-check", "ok", "verdict")
        self._word = Text("", "verdict", "ok")
        self._sentence = Text("", "small", "text2", selectable=True)
        self._hint_title = Text("Next review", "panel", "text2", align=Qt.AlignmentFlag.AlignRight)
        self._hint = Text("Suggested from your answer", "micro", "text2", align=Qt.AlignmentFlag.AlignRight)
        self.grades = GradeRow()
        self.next_button = Button("Next", "primary", icon_right="arrow-right", height="main", name="next")
        self._build()
        self.next_button.clicked.connect(self._advance)

    def show_verdict(self, word: str, sentence: str, *, right: bool, hint: str = "") -> None:
        """Show the verdict, speak it once, and tint the bar.

        `word` is "Correct" or "Not quite"; `hint` replaces "Suggested from your answer".
        """
        self.set_role("okSoft" if right else "badSoft")
        role: Role = "ok" if right else "bad"
        self._icon.set_icon("circle-check" if right else "circle-x", role)
        self._word.set_role(role)
        self._word.set_plain(word)
        self._sentence.set_text(sentence)
        if hint:
            self._hint.set_plain(hint)
        announce(self, f"{word}. {sentence}")

    def set_graded(self, graded: bool) -> None:
        """Show or hide the grades; practice outside the plan has none."""
        self.grades.setVisible(graded)
        self._show_hints()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Align with the columns of the page; drop the words beside the grades where there is no room."""
        super().resizeEvent(event)
        _align(self)
        self._show_hints()

    def theme_changed(self) -> None:
        """Measure anew."""
        super().theme_changed()
        self._show_hints()

    def _build(self) -> None:
        self.body.add_gap(5)
        self.add(self._icon)
        self.body.add_gap(6)
        said = Column(spacing=0)
        said.add_stretch()
        said.add(self._word)
        said.add(self._sentence)
        said.add_stretch()
        self.body.add(said, 1)
        hints = Column(spacing=0)
        hints.add_stretch()
        hints.add(self._hint_title)
        hints.add(self._hint)
        hints.add_stretch()
        self.body.add(hints)
        self.body.add_gap(8)
        self.add(self.grades)
        self.body.add_gap(8)
        self.add(self.next_button)

    def _show_hints(self) -> None:
        wide = self.width() / self.theme.scale >= NARROW
        self.grades.set_compact(not wide)
        room = wide and not self.grades.isHidden()
        self._hint_title.setVisible(room)
        self._hint.setVisible(room)

    @Slot()
    def _advance(self) -> None:
        self.advanced.emit()


def _align(bar: Bar) -> None:
    """Let words begin, and buttons end, where the columns of the page above do at every text size."""
    margin = _PAGE_MARGIN if bar.window().width() >= _NARROW_WINDOW else _NARROW_PAGE_MARGIN
    above = bar.theme.px(_ABOVE)
    bar.body.setContentsMargins(margin - bar.theme.px(_ABOVE), above, margin - GUTTER, above)
