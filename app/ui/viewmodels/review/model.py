"""Runs a session for the review page: every command of the student."""

from functools import partial

from PySide6.QtCore import Slot

from app.core.ids import PointId
from app.ui.viewmodels.review.answering import AnsweringModel
from app.ui.viewmodels.review.state import Mode, Phase, Request, seconds_each

FIVE_MINUTES, MORE_MINUTES, NEW_AT_ONCE = 5, 20, 10


class ReviewModel(AnsweringModel):
    """Begins sessions, ends them, and lets them rest.

    A Problem of any command becomes part of the state; `retry` tries the same again.
    """

    def enter(self, request: Request) -> None:
        """Show the session `request` asks for.

        A session of today that is under way for the same request goes on where it stands.
        """
        self._watched = True
        if self._holds(request):
            self._watch()
            return
        self._request = request
        self._run(self._begin)

    def leave(self) -> None:
        """Stop the time and save the note; the session stays."""
        self.save_note()
        self._watched = False
        self._watch()

    @Slot(bool)
    def set_attention(self, attention: bool) -> None:
        """Say whether the page has the student's attention; time counts only then."""
        self._watched = attention
        self._watch()

    @Slot()
    def toggle_time(self) -> None:
        """Hide or show the time."""
        self._set(time_shown=not self.state.time_shown)

    @Slot(int)
    def step_text(self, steps: int) -> None:
        """Make text larger or smaller by steps of the scale; 0 returns to 100 %."""
        self._run(partial(self._step_text, steps))

    @Slot()
    def finish(self) -> None:
        """End the session where it stands."""
        if self.state.phase in {Phase.QUESTION, Phase.FEEDBACK}:
            self.save_note()
            self._run(self._finish)

    @Slot()
    def close(self) -> None:
        """Leave the session; one that is not finished is kept for today."""
        self.save_note()
        self._run(self._close)

    @Slot()
    def review_misses(self) -> None:
        """Ask the misses of the session that has ended."""
        summary = self.state.summary
        if summary is not None and summary.missed:
            self._run(partial(self._start_points, summary.missed, "The misses"))

    @Slot()
    def keep_going(self) -> None:
        """Begin another session beyond today's time."""
        self._run(self._start_more)

    @Slot()
    def learn_new(self) -> None:
        """Begin a session of points never asked before."""
        self._run(self._start_new)

    @Slot()
    def retry(self) -> None:
        """Try again what a Problem stopped."""
        if self._again is not None:
            self._run(self._again)

    def _holds(self, request: Request) -> bool:
        if self._step is None or self._day != self._clock.now().study_day:
            return False
        if self._step.summary is not None:
            return request.mode is Mode.END
        return request.mode in {Mode.RESUME, Mode.END} or request == self._request

    def _begin(self) -> None:
        request = self._request
        self._mode = request.mode
        self._each = seconds_each(self._study.plan())
        if request.mode in {Mode.RESUME, Mode.END}:
            self._show_new(self._study.resume() or self._study.start())
        elif request.mode is Mode.NEW:
            self._start_new()
        elif request.mode is Mode.POINTS:
            self._start_points(request.points, request.name or "Practice")
        else:
            self._show_new(self._study.start(FIVE_MINUTES if request.mode is Mode.FIVE else None))

    def _start_points(self, points: tuple[PointId, ...], name: str) -> None:
        self._show_new(self._study.start_points(points, name))

    def _start_more(self) -> None:
        self._show_new(self._study.start(MORE_MINUTES))

    def _start_new(self) -> None:
        self._mode = Mode.NEW
        self._show_new(self._study.start_new(NEW_AT_ONCE))

    def _finish(self) -> None:
        self._show(self._study.finish())

    def _close(self) -> None:
        changes = self._study.close()
        if self._key is not None:
            self._spent[self._key] = self._timer.milliseconds
        self._step, self._key = None, None
        self._set(phase=Phase.WAITING, asking=None, feedback=None, summary=None, note_open=False)
        self._watch()
        self._tell(changes)

    def _step_text(self, steps: int) -> None:
        self._tell(self._preferences.step_text(steps))
