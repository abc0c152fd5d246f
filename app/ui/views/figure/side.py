"""What stands beside the picture: its structures in words, or the self-test."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.ui.viewmodels.figure import FigureState, NameChoice, SelfTestState, ViewerMode
from app.ui.widgets.accessible import announce
from app.ui.widgets.buttons import Button
from app.ui.widgets.layouts import CardColumn, Column, discard
from app.ui.widgets.option_card import Mark, OptionCard
from app.ui.widgets.panel import Panel
from app.ui.widgets.progress import Progress
from app.ui.widgets.runs import Run
from app.ui.widgets.sources import source_line
from app.ui.widgets.text import Text

_PRACTICE = "Answers here count as practice. They do not change when a question comes back."


class StructurePanel(QWidget):
    """The text equivalent of the picture, and the keyboard's way to each structure: `hotspot_chosen(id)`."""

    hotspot_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = Column(self, spacing=12)
        self._panel: Panel | None = None
        self._notes: list[Text] = []
        self._shown: object = None
        self._texts: dict[str, Text] = {}

    def show_state(self, state: FigureState) -> None:
        """List the structures of the step, then the note and the sources."""
        key = (state.figure.id if state.figure else "", state.step)
        if key == self._shown:
            return
        self._shown = key
        self._clear()
        if state.figure is None:
            self._add_note("This figure is not in the course.", "text2")
            return
        self._panel = Panel("Structures", spacing=8)
        for hotspot in state.hotspots:
            name = Run(f"{hotspot.name}.", bold=True, href=hotspot.id)
            text = Text((name, Run(f" {hotspot.text}")), "small", "text2")
            text.setObjectName(f"structure-{hotspot.id}")
            text.linkActivated.connect(self.hotspot_chosen)
            self._texts[hotspot.id] = text
            self._panel.add(text)
        self._column.add(self._panel)
        self._add_note(state.figure.description, "text2")
        if state.figure.note:
            self._add_note(state.figure.note, "text3")
        if state.sources:
            self._add_note("Sources: " + "; ".join(source_line(s) for s in state.sources), "text3")

    def mark(self, hotspot: str) -> None:
        """Tell assistive tools which structure is ringed."""
        for name, text in self._texts.items():
            text.setAccessibleDescription("Marked in the picture." if name == hotspot else "")

    def _add_note(self, text: str, role: str) -> None:
        note = Text(text, "caption", role)  # type: ignore[arg-type]  # a role by name
        self._notes.append(note)
        self._column.add(note)

    def _clear(self) -> None:
        for widget in (self._panel, *self._notes):
            if widget is not None:
                discard(widget)
        self._panel, self._notes, self._texts = None, [], {}


class SelfTestPanel(QWidget):
    """The self-test: progress, question, names to choose from, result.

    `name_chosen(hotspot)`, `answer_shown()`, `advanced()`, `missed_requested()`, `all_requested()`.
    """

    name_chosen = Signal(str)
    answer_shown = Signal()
    advanced = Signal()
    missed_requested = Signal()
    all_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = Column(self, spacing=12)
        self._panel = Panel(spacing=10)
        self._count = Text("", "panel", "text2")
        self._progress = Progress("Structures named")
        self._prompt = Text("", "verdict", heading=2)
        self._message = Text("", "body")
        for widget in (self._count, self._progress, self._prompt):
            self._panel.add(widget)
        self._cards: list[OptionCard] = []
        self._options = CardColumn(spacing=0)
        self._panel.add(self._options)
        self._panel.add(self._message)
        column.add(self._panel)
        buttons = CardColumn(spacing=0)
        self._panel.add(buttons)
        self._show_button = Button("Show the answer", name="test-show")
        self._next = Button("Next", "primary", icon_right="arrow-right", name="test-next")
        self._again = Button("Ask all again", name="test-all")
        self._missed = Button("Ask the missed ones", "primary", name="test-missed")
        for button, signal in (
            (self._show_button, self.answer_shown),
            (self._next, self.advanced),
            (self._missed, self.missed_requested),
            (self._again, self.all_requested),
        ):
            button.clicked.connect(signal)
            buttons.add(button, align=Qt.AlignmentFlag.AlignLeft)
        column.add(Text(_PRACTICE, "caption", "text3"))
        self._said = ""

    def show_state(self, state: FigureState) -> None:
        """Draw the test; nothing if there is none."""
        test = state.test
        if test is None:
            return
        verb = "found" if state.mode == ViewerMode.FIND else "named"
        self._count.set_plain(f"{test.done} of {test.total} {verb}")
        self._progress.set_progress(test.done, test.total)
        finished = bool(test.result)
        self._prompt.set_plain(test.result if finished else test.prompt)
        self._message.setVisible(bool(test.message) and not finished)
        self._message.set_plain(test.message)
        self._message.set_role("ok" if test.right else "bad")
        self._show_cards(() if finished or state.mode == ViewerMode.FIND else test.choices, test)
        self._show_button.setVisible(not finished and not test.answered)
        self._next.setVisible(not finished and test.answered)
        self._missed.setVisible(finished and bool(test.missed))
        self._again.setVisible(finished)
        if test.answered and not self._next.hasFocus():
            self._next.setFocus()
        said = test.result or test.message or test.prompt
        if said != self._said:
            self._said = said
            announce(self, said)

    def _show_cards(self, choices: tuple[NameChoice, ...], test: SelfTestState) -> None:
        offered = [(c.hotspot, c.name) for c in choices]
        if [(card.property("hotspot"), card.accessibleName()[3:]) for card in self._cards] != offered:
            self._make_cards(choices)
        for card, choice in zip(self._cards, choices, strict=True):
            card.set_answer(_mark(choice, answered=test.answered))

    def _make_cards(self, choices: tuple[NameChoice, ...]) -> None:
        for card in self._cards:
            discard(card)
        self._cards = []
        for number, choice in enumerate(choices, 1):
            card = OptionCard(str(number), choice.name)
            card.setObjectName(f"name-{choice.hotspot}")
            card.setProperty("hotspot", choice.hotspot)
            card.clicked.connect(self._chosen)
            self._options.add(card)
            self._cards.append(card)

    @Slot()
    def _chosen(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAbstractButton):
            self.name_chosen.emit(str(sender.property("hotspot")))


def _mark(choice: NameChoice, *, answered: bool) -> Mark:
    if not answered:
        return Mark.NONE
    if choice.right:
        return Mark.RIGHT_CHOSEN if choice.chosen else Mark.RIGHT
    return Mark.WRONG_CHOSEN if choice.chosen else Mark.OTHER
