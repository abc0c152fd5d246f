"""Find a structure on a figure: press it, its pin, or the pin's number."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.grading import Part, PartState
from app.core.questions import HotspotQuestion, Pointed, Response
from app.services.study.values import Asking, Feedback
from app.ui.answers.base import AnswerWidget, key_range
from app.ui.answers.judged_card import JudgedCard
from app.ui.figures.canvas import FigureCanvas, Marks
from app.ui.figures.marks import MarkState, Pin
from app.ui.theme.tokens import GUTTER
from app.ui.widgets.layouts import Column, discard
from app.ui.widgets.panel import Panel
from app.ui.widgets.text import Text

_TAGS = {
    PartState.RIGHT: "Correct – your answer",
    PartState.CHOSEN_WRONG: "Your answer",
    PartState.MISSED: "Correct answer",
}
_SPOKEN = {
    PartState.RIGHT: "Correct answer, and yours.",
    PartState.CHOSEN_WRONG: "Your answer, not correct.",
    PartState.MISSED: "Correct answer.",
    PartState.OTHER: "Not correct.",
}
_ORDER = {PartState.RIGHT: 0, PartState.MISSED: 0, PartState.CHOSEN_WRONG: 1, PartState.OTHER: 2}
_PINS = {
    PartState.RIGHT: MarkState.RIGHT,
    PartState.CHOSEN_WRONG: MarkState.WRONG,
    PartState.MISSED: MarkState.RIGHT,
}


class HotspotAnswer(AnswerWidget):
    """The figure with unnamed pins on the question's places; after the answer the places with their reasons.

    Pins are numbered in the order of the figure, which tells nothing about the key.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Places on the figure")
        self._column = Column(self, spacing=0)
        self._chosen: str | None = None
        self._canvas: FigureCanvas | None = None
        self._title = Text("", "caption", "text3")
        self._cards: tuple[JudgedCard, ...] = ()

    @property
    def canvas(self) -> FigureCanvas:
        """The figure. Only after `show_question`."""
        if self._canvas is None:
            raise ValueError("no question is shown yet")
        return self._canvas

    @property
    def pins(self) -> tuple[Pin, ...]:
        """The pins in the order of their numbers."""
        found = self.canvas.findChildren(Pin)
        return tuple(sorted(found, key=lambda pin: pin.number))

    @property
    def cards(self) -> tuple[JudgedCard, ...]:
        """The places with their reasons, after the answer."""
        return self._cards

    def show_question(self, asking: Asking) -> None:
        """Show the figure in the question's step."""
        question, figure = asking.question, asking.figure
        if not isinstance(question, HotspotQuestion) or figure is None:
            raise TypeError(f"no figure to point at in {question.head.id}")
        self._asking = asking
        # The alternative text is kept back: it may name what is asked for.
        self._canvas = FigureCanvas(figure, marks=Marks.NONE)
        self._canvas.setObjectName("hotspot-figure")
        self._canvas.setAccessibleDescription("Names are hidden until you have answered.")
        self._canvas.installEventFilter(self)
        if question.head.step:
            self._canvas.show_step(question.head.step)
        holder = Panel(margins=(14, 14, 14, 12), spacing=8)
        holder.add(self._canvas)
        holder.add(self._title)
        framed = QVBoxLayout()
        framed.setContentsMargins(GUTTER, GUTTER, GUTTER, GUTTER)
        framed.addWidget(holder)
        self._column.add(framed)
        self._canvas.hotspot_chosen.connect(self._pointed)
        self._show_pins(named=False)
        self._title.set_text(self._hint())

    def draft(self) -> Pointed | None:
        """Return the place chosen, None if none is."""
        return Pointed(self._chosen) if self._chosen is not None else None

    def restore(self, response: Response | None) -> None:
        """Choose the place of `response`."""
        self._chosen = response.hotspot if isinstance(response, Pointed) else None
        self._show_choice()
        self._settle()

    def show_feedback(self, feedback: Feedback | None) -> None:
        """Name the pins, mark right and wrong, list the places with their reasons."""
        self._feedback = feedback
        if feedback is not None:
            self.restore(feedback.response)
        self._clear_cards()
        self._show_pins(named=feedback is not None)
        self._title.set_text(self.canvas.figure.note if feedback is not None else self._hint())
        if feedback is None:
            self._show_choice()
            return
        parts = self._parts(feedback)
        states = {spot: _PINS[part.state] for spot, part in parts.items() if part.state in _PINS}
        self.canvas.show_states(states)
        told_first = sorted(self.pins, key=lambda pin: _ORDER[parts[pin.hotspot].state])
        self._cards = tuple(self._make_card(pin, parts[pin.hotspot]) for pin in told_first)
        for card in self._cards:
            self._column.add(card)
        self._make_readable(self._cards)

    def choose_number(self, number: int) -> bool:
        """Choose or clear the place of a pin."""
        if self.is_locked or not 1 <= number <= len(self.pins):
            return False
        pin = self.pins[number - 1]
        pin.setFocus()
        self._pointed(pin.hotspot)
        return True

    def step(self, by: int) -> bool:
        """Move the focus to the next or previous pin; after the answer through the places."""
        if self.is_locked:
            return self._read(by)
        pins = self.pins
        focused = [pin.hasFocus() for pin in pins]
        number = focused.index(True) + by if True in focused else (0 if by > 0 else len(pins) - 1)
        if not 0 <= number < len(pins):
            return False
        pins[number].setFocus()
        return True

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of the pins."""
        return ((key_range(len(self.pins)), "Choose a place"), ("Tab, arrows", "Go through the pins"))

    def focus_target(self) -> QWidget:
        """Return the pin that is the stop of the Tab key, or the first place after the answer."""
        if self.is_locked:
            return self._cards[0]
        return next(pin for pin in self.pins if pin.focusPolicy() == Qt.FocusPolicy.StrongFocus)

    def _show_pins(self, *, named: bool) -> None:
        question = self._asking.question if self._asking else None
        places = question.places if isinstance(question, HotspotQuestion) else ()
        self.canvas.show_marks(Marks.PINS, [place.hotspot for place in places], named=named)
        for pin in self.pins:
            pin.installEventFilter(self)
        self._make_stop(self.pins[0])

    def _hint(self) -> str:
        """Return what to do, and the figure's own note on orientation."""
        told = f"{len(self.pins)} places are marked. Press the structure itself, its pin, or its number."
        return f"{told} {self.canvas.figure.note}".strip()

    def _show_choice(self) -> None:
        states = {} if self._chosen is None else {self._chosen: MarkState.CHOSEN}
        self.canvas.show_states(states, ringed=self._chosen or "")
        for pin in self.pins:
            pin.setAccessibleDescription("Chosen" if pin.hotspot == self._chosen else "")

    def _parts(self, feedback: Feedback) -> dict[str, Part]:
        question = feedback.question
        places = question.places if isinstance(question, HotspotQuestion) else ()
        return {place.hotspot: part for place, part in zip(places, feedback.verdict.parts, strict=True)}

    def _make_card(self, pin: Pin, part: Part) -> JudgedCard:
        card = JudgedCard(str(pin.number), pin.accessibleName())
        card.setObjectName(f"place-{pin.number}")
        look = PartState.RIGHT if part.right else part.state
        card.show_verdict(look, _TAGS.get(part.state, ""), part.why, _SPOKEN[part.state])
        return card

    def _clear_cards(self) -> None:
        self._make_readable(())
        for card in self._cards:
            self._column.removeWidget(card)
            discard(card)
        self._cards = ()

    def _focused(self, widget: QObject) -> None:
        if isinstance(widget, Pin):
            self._make_stop(widget)

    def _make_stop(self, stop: Pin) -> None:
        for pin in self.pins:
            pin.setFocusPolicy(Qt.FocusPolicy.StrongFocus if pin is stop else Qt.FocusPolicy.ClickFocus)

    @Slot(str)
    def _pointed(self, hotspot: str) -> None:
        if self.is_locked:
            return
        self._chosen = None if self._chosen == hotspot else hotspot
        self._show_choice()
        self._changed()
