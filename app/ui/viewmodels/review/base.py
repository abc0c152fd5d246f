"""A session on show: one step of the service as one state, with the time a question takes."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.core.agenda import DEFAULT_SECONDS_EACH
from app.core.changes import Changes
from app.core.clock import Clock
from app.core.problems import Problem
from app.services.preferences import PreferencesService
from app.services.study import Asking, Step, StudyService
from app.ui.runtime.events import AppEvents
from app.ui.runtime.notices import Notifier
from app.ui.viewmodels.asking import ActiveTimer, clock_text, is_complete
from app.ui.viewmodels.review.state import (
    Mode,
    Phase,
    Request,
    ReviewState,
    empty_offer,
    left_text,
    number_of,
    phase_of,
)

if TYPE_CHECKING:
    from app.core.questions import Response

_TICK_MS = 1000
_Key = tuple[str, int, int]


class SessionModel(QObject):
    """Holds the step shown and tells it. `changed(ReviewState)` follows every difference.

    What was chosen is kept for each asking, so that leaving, closing and undo lose nothing of it.
    """

    changed = Signal(object)

    def __init__(
        self,
        study: StudyService,
        preferences: PreferencesService,
        events: AppEvents,
        notifier: Notifier,
        clock: Clock,
    ) -> None:
        super().__init__()
        self._study, self._preferences = study, preferences
        self._events, self._notifier, self._clock = events, notifier, clock
        self._request = Request()
        self._mode = Mode.DUE
        self._day = -1
        self._step: Step | None = None
        self._each = DEFAULT_SECONDS_EACH
        self._key: _Key | None = None
        self._drafts: dict[_Key, Response] = {}
        self._spent: dict[_Key, int] = {}
        self._again: Callable[[], None] | None = None
        self._watched = True
        self._timer = ActiveTimer(clock.monotonic)
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK_MS)
        self._ticks.timeout.connect(self._tick)
        self.state = ReviewState(single_keys=preferences.settings.single_keys)
        events.changed.connect(self._heard)

    def _run(self, command: Callable[[], None]) -> None:
        """Carry out a command; a Problem is shown and the command kept for another try."""
        try:
            command()
        except Problem as problem:
            self._again = command
            self._set(problem=problem)
            return
        self._again = None
        self._set(problem=None)

    def _show_new(self, step: Step) -> None:
        """Show the first step of a session."""
        self._day = self._clock.now().study_day
        self._key = None
        self._show(step)

    def _show(self, step: Step) -> None:
        self._step = step
        phase, asking = phase_of(step), step.asking
        fields = self._turned_to(asking.key if asking is not None else None, asking, phase)
        draft = self._drafts.get(self._key) if self._key is not None else None
        if phase is Phase.EMPTY and step.summary is not None:
            offer = empty_offer(self._mode, self._study.plan(), step.summary.tomorrow_text)
            fields |= {"empty_text": offer[0], "empty_action": offer[1]}
        self._set(
            phase=phase, name=step.name, asking=asking, feedback=step.feedback, summary=step.summary,
            draft=draft, ready=is_complete(draft), number=number_of(step), total=step.total, done=step.done,
            grid=step.grid, left_text=left_text(step, self._each), can_undo=step.can_undo,
            time_text=clock_text(self._timer.milliseconds), **fields,
        )  # fmt: skip
        self._watch()
        self._tell(step.changes)

    def _turned_to(self, key: _Key | None, asking: Asking | None, phase: Phase) -> dict[str, object]:
        """Set the time for what is shown now; return what else changes with another question."""
        reopened = phase is Phase.QUESTION and self.state.phase is not Phase.QUESTION
        before, self._key = self._key, key
        if key == before and not reopened:
            return {}
        if before is not None:
            self._spent[before] = self._timer.milliseconds
        self._timer.reset(self._spent.get(key, 0) if key is not None else 0)
        if key == before or asking is None:
            return {}
        return {"flagged": asking.flagged, "note": asking.note, "note_open": False}

    def _watch(self) -> None:
        """Count time exactly while a question is open and has the student's attention."""
        counts = self._watched and self.state.phase is Phase.QUESTION
        if counts:
            self._timer.go_on()
        else:
            self._timer.pause()
        if counts != self._ticks.isActive():
            self._ticks.start() if counts else self._ticks.stop()

    def _set(self, **fields: object) -> None:
        state = replace(self.state, **fields)  # type: ignore[arg-type]  # each caller names fields of the state
        if state != self.state:
            self.state = state
            self.changed.emit(state)

    def _tell(self, changes: Changes) -> None:
        self._events.report(changes, self)

    @Slot()
    def _tick(self) -> None:
        self._set(time_text=clock_text(self._timer.milliseconds))

    @Slot(object, object)
    def _heard(self, changes: Changes, _source: object) -> None:
        if changes & Changes.SETTINGS:
            self._set(single_keys=self._preferences.settings.single_keys)
