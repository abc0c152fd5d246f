"""The figure viewer: labels to read, or a self-test to take."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from PySide6.QtCore import QObject, Signal, Slot

from app.core.clock import Clock
from app.core.course import Figure, Hotspot, Source
from app.core.figure_test import AskMode, FigureTest, begin_test
from app.core.ids import FigureId
from app.core.problems import Problem
from app.services.library import LibraryService
from app.services.study import StudyService
from app.ui.runtime.events import AppEvents


class ViewerMode(StrEnum):
    """What the viewer does."""

    LABELS = "labels"
    NAME = "name"
    FIND = "find"


class SelfMark(StrEnum):
    """What the self-test says of one structure."""

    HIDDEN = "hidden"
    CURRENT = "current"
    NAMED = "named"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class NameChoice:
    """A name to choose from. `right` and `chosen` tell only once the round is answered."""

    hotspot: str
    name: str
    right: bool = False
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class SelfTestState:
    """A self-test on show. `message` is the result of the present round, empty while it is open."""

    prompt: str
    choices: tuple[NameChoice, ...]
    marks: Mapping[str, SelfMark]
    ringed: str
    done: int
    total: int
    answered: bool = False
    right: bool = False
    message: str = ""
    result: str = ""
    missed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureState:
    """What the viewer shows. `figure` is None where the course has none of that name."""

    figure: Figure | None = None
    step: str | None = None
    mode: ViewerMode = ViewerMode.LABELS
    labels: bool = True
    hotspots: tuple[Hotspot, ...] = ()
    sources: tuple[Source, ...] = ()
    test: SelfTestState | None = None
    problem: Problem | None = field(default=None, compare=False)


class FigureModel(QObject):
    """Opens figures and runs their self-test. `changed(FigureState)` follows every change."""

    changed = Signal(object)

    def __init__(self, library: LibraryService, study: StudyService, events: AppEvents, clock: Clock) -> None:
        super().__init__()
        self._library, self._study, self._events, self._clock = library, study, events, clock
        self._test: FigureTest | None = None
        self._only: tuple[str, ...] = ()
        self._began = 0.0
        self.state = FigureState()

    def open(self, figure: str, step: str, mode: ViewerMode) -> None:
        """Show a figure, at a step if it has steps."""
        found = self._library.figure(FigureId(figure))
        first = found.steps[0].id if found and found.steps else None
        known = {s.id for s in found.steps} if found else set()
        chosen = step if step in known else first
        sources = self._library.sources(found.sources) if found else ()
        self._only = ()
        self.state = FigureState(found, chosen, ViewerMode.LABELS, sources=sources)
        self.show_mode(mode)

    @Slot(str)
    def show_step(self, step: str) -> None:
        """Show another step; a self-test begins anew there."""
        self._only = ()
        self._set(step=step)
        self.show_mode(self.state.mode)

    @Slot()
    def toggle_labels(self) -> None:
        """Hide or show the names."""
        self._set(labels=not self.state.labels)

    @Slot(str)
    def show_mode(self, mode: str) -> None:
        """Change between labels, naming and finding; a test begins."""
        wanted = ViewerMode(mode)
        figure = self.state.figure
        self._test = None
        if figure is not None and wanted != ViewerMode.LABELS:
            asked = [h for h in figure.hotspots_in(self.state.step) if not self._only or h.id in self._only]
            seed = self._clock.now().utc_ms
            self._test = begin_test(asked, AskMode(wanted.value), seed)
            self._began = self._clock.monotonic()
        spots = figure.hotspots_in(self.state.step) if figure else ()
        self._set(mode=wanted, hotspots=spots, labels=True)

    @Slot(str)
    def answer(self, hotspot: str) -> None:
        """Answer the present round; an empty text shows the answer. The answer is logged as practice."""
        if self._test is None or not self._test.open or self._test.current is None:
            return
        figure = self.state.figure
        took = round((self._clock.monotonic() - self._began) * 1000)
        if figure is not None:
            try:
                changes = self._study.log_self_test(
                    figure.id, self._test.current.target, hotspot or None, took
                )
            except Problem as problem:
                self._set(problem=problem)
                return
            self._events.report(changes, self)
        self._test = self._test.answer(hotspot)
        self._set(problem=None)

    @Slot()
    def advance(self) -> None:
        """Go on to the next structure."""
        if self._test is not None and not self._test.open:
            self._test = self._test.advance()
            self._began = self._clock.monotonic()
            self._set()

    @Slot()
    def repeat_missed(self) -> None:
        """Ask the missed structures again."""
        if self._test is not None:
            self._only = self._test.missed
            self.show_mode(self.state.mode.value)

    @Slot()
    def repeat_all(self) -> None:
        """Ask all structures again."""
        self._only = ()
        self.show_mode(self.state.mode.value)

    def _set(self, **changes: object) -> None:
        state = replace(self.state, **changes)  # type: ignore[arg-type]  # fields by their name
        self.state = replace(state, test=self._test_state())
        self.changed.emit(self.state)

    def _test_state(self) -> SelfTestState | None:
        test, figure = self._test, self.state.figure
        if test is None or figure is None:
            return None
        names = {h.id: h.name for h in figure.hotspots}
        current = test.current
        answered = not test.open
        return SelfTestState(
            prompt=_prompt(test, names),
            choices=_choices(test, names),
            marks=_marks(test, figure, self.state.step),
            ringed=current.target if current and (test.mode == AskMode.NAME or answered) else "",
            done=len(test.named),
            total=len(test.rounds),
            answered=answered,
            right=test.last_was_right,
            message=_message(test, names) if answered else "",
            result=_result(test, names) if test.finished else "",
            missed=test.missed,
        )


def _choices(test: FigureTest, names: Mapping[str, str]) -> tuple[NameChoice, ...]:
    current, answered = test.current, not test.open
    if current is None:
        return ()
    given = test.given[-1] if answered else ""
    return tuple(
        NameChoice(c, names[c], answered and c == current.target, answered and c == given)
        for c in current.choices
    )


def _prompt(test: FigureTest, names: Mapping[str, str]) -> str:
    if test.current is None:
        return ""
    if test.mode == AskMode.NAME:
        return "What is the marked structure?"
    return f"Find: {names[test.current.target]}"


def _marks(test: FigureTest, figure: Figure, step: str | None) -> dict[str, SelfMark]:
    marks = {h.id: SelfMark.HIDDEN for h in figure.hotspots_in(step)}
    for name in test.named:
        marks[name] = SelfMark.NAMED
    for name in test.missed:
        marks[name] = SelfMark.MISSED
    if test.open and test.current is not None and test.mode == AskMode.NAME:
        marks[test.current.target] = SelfMark.CURRENT
    return marks


def _message(test: FigureTest, names: Mapping[str, str]) -> str:
    target = names[test.rounds[len(test.given) - 1].target]
    given = test.given[-1]
    if test.last_was_right:
        return f"Right: {target}."
    if not given:
        return f"This is the {_lower(target)}."
    if test.mode == AskMode.NAME:
        return f"Not quite. It's the {_lower(target)}."
    return (
        f"Not quite. That is the {_lower(names.get(given, 'another structure'))}; the ring shows the place."
    )


def _result(test: FigureTest, names: Mapping[str, str]) -> str:
    score = f"{len(test.named)} of {len(test.rounds)}."
    if not test.missed:
        return f"{score} All named." if test.mode == AskMode.NAME else f"{score} All found."
    return f"{score} Missed: {', '.join(_lower(names[name]) for name in test.missed)}."


def _lower(name: str) -> str:
    """Return a name for the middle of a sentence; one that begins with a symbol or abbreviation stays."""
    return name[0].lower() + name[1:] if len(name) > 1 and name[1].islower() else name
