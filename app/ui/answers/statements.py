"""A set of statements, each called true or false."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.core.grading import Part, PartState
from app.core.questions import Judged, Response, TrueFalseSet
from app.services.study.feedback import LETTERS
from app.services.study.values import Asking, Feedback
from app.ui.answers.base import AnswerWidget, key_range
from app.ui.answers.judged_card import JudgedCard
from app.ui.widgets.choices import Segmented
from app.ui.widgets.layouts import Column

_VALUES: tuple[bool, bool] = (True, False)
_WORDS = {True: "True", False: "False"}


class TruthChoice(Segmented):
    """*True* or *False*, neither at first. `chosen(int)` carries 0 for true, 1 for false, -1 when cleared."""

    def __init__(self, name: str) -> None:
        super().__init__(("True", "False"), -1, name=name)
        self._was = -1
        for button in self.buttons:
            button.setAccessibleDescription(name)
            button.pressed.connect(self._remember)
            button.clicked.connect(self._take_back)
        self.buttons[1].setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    @property
    def buttons(self) -> tuple[QAbstractButton, ...]:
        """The two fields."""
        return tuple(self._group.buttons())

    @property
    def value(self) -> bool | None:
        """What the statement is called, None for neither."""
        return None if self.index < 0 else _VALUES[self.index]

    def set_value(self, value: bool | None) -> None:
        """Choose without a signal."""
        if value is not None:
            self.set_index(_VALUES.index(value))
            return
        self._group.setExclusive(False)
        for button in self.buttons:
            button.setChecked(False)
        self._group.setExclusive(True)

    def focus_field(self) -> None:
        """Focus the chosen field, else the first."""
        self.buttons[max(0, self.index)].setFocus()

    @Slot()
    def _remember(self) -> None:
        self._was = self.index

    @Slot()
    def _take_back(self) -> None:
        if self.index == self._was:
            self.set_value(None)
            self.chosen.emit(-1)
        self._was = -1


class TrueFalseAnswer(AnswerWidget):
    """A row a statement. A number selects the row, T and F or the arrows left and right judge it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = Column(self, spacing=0)
        self._order: tuple[int, ...] = ()
        self._choices: tuple[TruthChoice, ...] = ()
        self._cards: tuple[JudgedCard, ...] = ()
        self._row = 0

    @property
    def cards(self) -> tuple[JudgedCard, ...]:
        """The rows in the order shown."""
        return self._cards

    @property
    def uses_letters(self) -> bool:
        """T and F judge a statement until the answer is given."""
        return not self.is_locked

    def show_question(self, asking: Asking) -> None:
        """Make a row a statement."""
        question = asking.question
        if not isinstance(question, TrueFalseSet):
            raise TypeError(f"no statements in a {question.kind} question")
        self._asking, self._order = asking, asking.order
        self._choices = tuple(TruthChoice(f"Statement {LETTERS[row]}") for row in range(len(asking.order)))
        self._cards = tuple(
            JudgedCard(LETTERS[row], question.statements[index].text, self._choices[row])
            for row, index in enumerate(asking.order)
        )
        for row, card in enumerate(self._cards):
            card.setObjectName(f"statement-{row + 1}")
            self._column.add(card)
            self._choices[row].chosen.connect(self._judged)
            for button in self._choices[row].buttons:
                button.installEventFilter(self)

    def draft(self) -> Judged | None:
        """Return the truth values given, None if there is none."""
        values: list[bool | None] = [None] * len(self._order)
        for index, choice in zip(self._order, self._choices, strict=True):
            values[index] = choice.value
        return Judged(tuple(values)) if any(value is not None for value in values) else None

    def restore(self, response: Response | None) -> None:
        """Give the truth values of `response`."""
        given = response.values if isinstance(response, Judged) else (None,) * len(self._order)
        for index, choice in zip(self._order, self._choices, strict=True):
            choice.set_value(given[index] if index < len(given) else None)
        self._settle()

    def show_feedback(self, feedback: Feedback | None) -> None:
        """Say of each statement what it is, what it was called, and why."""
        self._feedback = feedback
        if feedback is not None:
            self.restore(feedback.response)
        for index, card in zip(self._order, self._cards, strict=True):
            if feedback is None:
                card.show_verdict(None)
            else:
                part = feedback.verdict.parts[index]
                card.show_verdict(part.state, _tag(part), part.why, _spoken(part))
        self._make_readable(self._cards if feedback is not None else ())

    def choose_number(self, number: int) -> bool:
        """Select a row."""
        if self.is_locked or not 1 <= number <= len(self._cards):
            return False
        self._select(number - 1)
        return True

    def step(self, by: int) -> bool:
        """Select the next or previous row; after the answer move the focus only."""
        if self.is_locked:
            return self._read(by)
        row = self._row + by
        if not 0 <= row < len(self._cards):
            return False
        self._select(row)
        return True

    def judge(self, value: bool) -> bool:
        """Call the selected row true or false and go on to the next; the same again takes it back."""
        if self.is_locked:
            return False
        choice = self._choices[self._row]
        cleared = choice.value is value
        choice.set_value(None if cleared else value)
        self._changed()
        if not cleared and self._row + 1 < len(self._cards):
            self._select(self._row + 1)
        else:
            self._select(self._row)
        return True

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of the rows."""
        return ((key_range(len(self._cards)), "Go to a statement"), ("T or F", "Call it true or false"))

    def focus_target(self) -> QWidget:
        """Return the chosen field of the selected row, else its first; after the answer the first row."""
        if self.is_locked:
            return self._cards[0]
        choice = self._choices[self._row]
        return choice.buttons[max(0, choice.index)]

    def _select(self, row: int) -> None:
        self._row = row
        self._choices[row].focus_field()

    def _focused(self, widget: QObject) -> None:
        rows = (n for n, choice in enumerate(self._choices) if widget in choice.buttons)
        self._row = next(rows, self._row)

    def _filter_key(self, event: QKeyEvent) -> bool:
        sides = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}
        key = Qt.Key(event.key())
        if key in sides and not self.is_locked:
            self._sideways(sides[key])
            return True
        return super()._filter_key(event)

    def _sideways(self, value: bool) -> None:
        choice = self._choices[self._row]
        if choice.value is not value:
            choice.set_value(value)
            self._changed()
        choice.focus_field()

    @Slot(int)
    def _judged(self, _index: int) -> None:
        self._changed()


def _tag(part: Part) -> str:
    truth = _WORDS[part.right]
    if part.state is PartState.RIGHT:
        return f"{truth} – your answer"
    if part.state is PartState.CHOSEN_WRONG:
        return f"It is {truth.lower()}"
    return f"{truth}, not answered"


def _spoken(part: Part) -> str:
    truth = _WORDS[part.right].lower()
    if part.state is PartState.RIGHT:
        return f"You said {truth}, which is right."
    if part.state is PartState.CHOSEN_WRONG:
        return f"You said {_WORDS[not part.right].lower()}; it is {truth}."
    return f"Not answered; it is {truth}."
