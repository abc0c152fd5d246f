"""Single best answer and select all that apply: option cards."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from app.core.grading import PartState
from app.core.questions import MultipleResponse, Picked, Response, SingleBest
from app.services.study.feedback import LETTERS
from app.services.study.values import Asking, Feedback
from app.ui.answers.base import AnswerWidget, key_range
from app.ui.answers.judged_card import MARKS
from app.ui.widgets.layouts import Column
from app.ui.widgets.option_card import CheckCard, Mark, OptionCard

Card = OptionCard | CheckCard
_STOP, _NO_STOP = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus


class _CardsAnswer(AnswerWidget):
    """Cards in the order shown; each keeps the index of its option."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = Column(self, spacing=0)
        self._cards: tuple[Card, ...] = ()
        self._order: tuple[int, ...] = ()
        self._was_chosen = False
        self._quiet = False

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards in the order shown."""
        return self._cards

    @property
    def struck(self) -> frozenset[int]:
        """The options struck out, as indices in the question's own order."""
        return frozenset(i for i, card in zip(self._order, self._cards, strict=True) if card.is_struck)

    def show_question(self, asking: Asking) -> None:
        """Make a card an option."""
        self._asking, self._order = asking, asking.order
        question = asking.question
        if not isinstance(question, SingleBest | MultipleResponse):
            raise TypeError(f"no option cards for a {question.kind} question")
        self._cards = tuple(
            self._make_card(LETTERS[row], question.options[index].text)
            for row, index in enumerate(asking.order)
        )
        for row, card in enumerate(self._cards):
            card.setObjectName(f"option-{row + 1}")
            card.installEventFilter(self)
            card.pressed.connect(self._remember)
            card.clicked.connect(self._clicked)
            card.toggled.connect(self._toggled)
            card.strike_requested.connect(self._strike_asked)
            self._column.add(card)

    def draft(self) -> Picked | None:
        """Return the options chosen, None if none is."""
        chosen = frozenset(i for i, card in zip(self._order, self._cards, strict=True) if card.isChecked())
        return Picked(chosen) if chosen else None

    def restore(self, response: Response | None) -> None:
        """Choose the options of `response`."""
        chosen = response.options if isinstance(response, Picked) else frozenset()
        self._quiet = True
        for index, card in zip(self._order, self._cards, strict=True):
            if card.isChecked() != (index in chosen):
                self._set_checked(card, index in chosen)
        self._quiet = False
        self._settle()

    def show_feedback(self, feedback: Feedback | None) -> None:
        """Mark each option and give its reason."""
        self._feedback = feedback
        if feedback is not None:
            self.restore(feedback.response)
        for index, card in zip(self._order, self._cards, strict=True):
            if feedback is None:
                card.set_answer(Mark.NONE)
            else:
                part = feedback.verdict.parts[index]
                card.set_answer(self._mark(part.state), part.why)

    def choose_number(self, number: int) -> bool:
        """Choose or clear a card."""
        if self.is_locked or not 1 <= number <= len(self._cards):
            return False
        card = self._cards[number - 1]
        card.setFocus()
        self._set_checked(card, not card.isChecked())
        return True

    def strike_number(self, number: int) -> bool:
        """Strike a card out or restore it."""
        if self.is_locked or not 1 <= number <= len(self._cards):
            return False
        self._strike(self._cards[number - 1])
        return True

    def focus_target(self) -> QWidget:
        """Return the chosen card, else the first."""
        return next((card for card in self._cards if card.isChecked()), self._cards[0])

    def _make_card(self, letter: str, text: str) -> Card:
        raise NotImplementedError

    def _mark(self, state: PartState) -> Mark:
        return MARKS[state]

    def _set_checked(self, card: Card, checked: bool) -> None:
        exclusive = card.autoExclusive()
        card.setAutoExclusive(exclusive and checked)
        card.setChecked(checked)
        card.setAutoExclusive(exclusive)

    def _strike(self, card: Card) -> None:
        """Strike out; what is struck out is no longer chosen."""
        card.set_struck(not card.is_struck)
        if card.is_struck and card.isChecked():
            self._set_checked(card, False)

    def _neighbour(self, by: int, among: Sequence[bool]) -> Card | None:
        """Return the card `by` rows from the one that `among` says, the first or last if none does."""
        row = among.index(True) + by if True in among else (0 if by > 0 else len(self._cards) - 1)
        return self._cards[row] if 0 <= row < len(self._cards) else None

    @Slot()
    def _remember(self) -> None:
        card = self.sender()
        self._was_chosen = isinstance(card, OptionCard) and card.isChecked()

    @Slot()
    def _clicked(self) -> None:
        """Take the choice back when the chosen card is pressed again."""
        card = self.sender()
        if isinstance(card, OptionCard) and self._was_chosen and not self.is_locked:
            self._set_checked(card, False)
        self._was_chosen = False

    @Slot(bool)
    def _toggled(self, checked: bool) -> None:
        card = self.sender()
        if checked and isinstance(card, OptionCard | CheckCard) and card.is_struck:
            card.set_struck(False)
        if not self._quiet:
            self._changed()

    @Slot()
    def _strike_asked(self) -> None:
        card = self.sender()
        if isinstance(card, OptionCard | CheckCard):
            self._strike(card)


class SingleBestAnswer(_CardsAnswer):
    """One of the options: radio cards."""

    def step(self, by: int) -> bool:
        """Choose the next or previous card; after the answer move the focus only."""
        if self.is_locked:
            target = self._neighbour(by, [card.hasFocus() for card in self._cards])
        else:
            target = self._neighbour(by, [card.isChecked() for card in self._cards])
        if target is None:
            return False
        target.setFocus()
        if not self.is_locked:
            self._set_checked(target, True)
        return True

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of the options."""
        keys = key_range(len(self._cards))
        return ((keys, "Choose an answer"), (f"Shift + {keys}", "Strike out an answer"))

    def _make_card(self, letter: str, text: str) -> Card:
        return OptionCard(letter, text)

    def _mark(self, state: PartState) -> Mark:
        return Mark.RIGHT if state is PartState.MISSED else super()._mark(state)


class MultipleAnswer(_CardsAnswer):
    """Any number of the options: check cards. One stop of the Tab key, arrows move inside."""

    def show_question(self, asking: Asking) -> None:
        """Make a card an option, the first the stop of the Tab key."""
        super().show_question(asking)
        self._make_stop(self._cards[0])

    def step(self, by: int) -> bool:
        """Move the focus to the next or previous card."""
        target = self._neighbour(by, [card.hasFocus() for card in self._cards])
        if target is None:
            return False
        target.setFocus()
        return True

    def focus_target(self) -> QWidget:
        """Return the card that is the stop of the Tab key."""
        return next(card for card in self._cards if card.focusPolicy() == _STOP)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of the options."""
        keys = key_range(len(self._cards))
        return (
            (keys, "Choose or clear an answer"),
            (f"Shift + {keys}", "Strike out an answer"),
        )

    def _make_card(self, letter: str, text: str) -> Card:
        return CheckCard(letter, text)

    def _focused(self, widget: QObject) -> None:
        self._make_stop(widget)

    def _make_stop(self, stop: QObject) -> None:
        for card in self._cards:
            card.setFocusPolicy(_STOP if card is stop else _NO_STOP)
