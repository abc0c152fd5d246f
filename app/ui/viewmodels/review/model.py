"""Runs a session for the review page: every command of the student."""

from functools import partial

from PySide6.QtCore import Slot

from app.core.changes import Changes
from app.core.clock import Clock
from app.core.fsrs import Rating
from app.core.ids import PointId
from app.core.questions import Response
from app.core.scheduling import Confidence
from app.core.settings import TEXT_SCALES
from app.services.preferences import PreferencesService
from app.services.study import Asking, StudyService
from app.ui.runtime.events import AppEvents
from app.ui.runtime.notices import Notifier
from app.ui.viewmodels.asking import is_complete
from app.ui.viewmodels.review.base import SessionModel
from app.ui.viewmodels.review.state import Mode, Phase, Request, seconds_each

FIVE_MINUTES, MORE_MINUTES, NEW_AT_ONCE = 5, 20, 10
_BRING_BACK = "review-bring-back "


class ReviewModel(SessionModel):
    """Takes the student's commands. A Problem becomes part of the state; `retry` tries the same again."""

    def __init__(
        self,
        study: StudyService,
        preferences: PreferencesService,
        events: AppEvents,
        notifier: Notifier,
        clock: Clock,
    ) -> None:
        super().__init__(study, preferences, events, notifier, clock)
        self._unsaved_notes: dict[PointId, str] = {}
        events.changed.connect(self._heard)
        notifier.acted.connect(self._acted)

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

    @Slot(object)
    def respond(self, draft: Response | None) -> None:
        """Take the response so far."""
        if self.state.phase is not Phase.QUESTION or self._key is None:
            return
        if draft is None:
            self._drafts.pop(self._key, None)
        else:
            self._drafts[self._key] = draft
        self._set(draft=draft, ready=is_complete(draft))

    @Slot(int)
    def submit(self, confidence: int) -> None:
        """Check the response, said with `confidence`. It is on disk before feedback is shown."""
        draft = self.state.draft
        if self.state.phase is not Phase.QUESTION or draft is None or not is_complete(draft):
            return
        self._timer.pause()
        self._run(partial(self._answer, draft, Confidence(confidence), self._timer.milliseconds))
        self._watch()

    @Slot(int)
    def regrade(self, rating: int) -> None:
        """Give the answer another grade, 1 Again to 4 Easy."""
        feedback = self.state.feedback
        if feedback is not None and feedback.choices and Rating(rating) is not feedback.rating:
            self._run(partial(self._regrade, Rating(rating)))

    @Slot()
    def advance(self) -> None:
        """Go to the next question, or to the end."""
        if self.state.phase is Phase.FEEDBACK:
            self.save_note()
            self._run(self._advance)

    @Slot()
    def undo(self) -> None:
        """Take back the last answer; its question is shown again."""
        if self.state.can_undo:
            self.save_note()
            self._run(self._undo)

    @Slot()
    def toggle_flag(self) -> None:
        """Flag the question, or take the flag off."""
        if self.state.asking is not None:
            self._run(partial(self._flag, self.state.asking, not self.state.flagged))

    @Slot()
    def toggle_note(self) -> None:
        """Open or close the note."""
        if self.state.asking is not None:
            self.save_note()
            self._set(note_open=not self.state.note_open)

    @Slot(str)
    def write_note(self, text: str) -> None:
        """Take the note as it is being written."""
        if self.state.asking is not None and text != self.state.note:
            self._unsaved_notes[self.state.asking.point.id] = text
            self._set(note=text)

    @Slot()
    def save_note(self) -> None:
        """Write the note down, if it was changed."""
        if self._unsaved_notes:
            self._run(self._save_notes)

    @Slot()
    def skip_until_tomorrow(self) -> None:
        """Take the point out of this session and ask it from tomorrow on."""
        self._set_aside(1, "Skipped until tomorrow.")

    @Slot()
    def rest_for_a_week(self) -> None:
        """Take the point out of this session and ask it again after 7 days."""
        self._set_aside(7, "Resting for 7 days.")

    @Slot()
    def put_away(self) -> None:
        """Take the point out of this session and do not ask it until it is brought back."""
        self._set_aside(None, "Put away.")

    @Slot()
    def toggle_time(self) -> None:
        """Hide or show the time."""
        self._set(time_shown=not self.state.time_shown)

    @Slot(int)
    def step_text(self, steps: int) -> None:
        """Make text larger or smaller by steps of the scale; 0 returns to 100 %."""
        here = TEXT_SCALES.index(self._preferences.settings.text_scale)
        wanted = TEXT_SCALES[min(max(here + steps, 0), len(TEXT_SCALES) - 1)] if steps else 100.0
        self._run(partial(self._change_text, wanted))

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

    def _answer(self, response: Response, confidence: Confidence, active_ms: int) -> None:
        self._show(self._study.answer(response, confidence, active_ms))

    def _regrade(self, rating: Rating) -> None:
        self._show(self._study.regrade(rating))

    def _advance(self) -> None:
        self._show(self._study.advance())

    def _undo(self) -> None:
        self._show(self._study.undo())

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

    def _flag(self, asking: Asking, on: bool) -> None:
        changes = self._study.set_flag(asking.question.head.id, on)
        self._set(flagged=on)
        self._tell(changes)

    def _save_notes(self) -> None:
        for point, text in tuple(self._unsaved_notes.items()):
            changes = self._study.set_note(point, text)
            del self._unsaved_notes[point]
            self._tell(changes)

    def _change_text(self, scale: float) -> None:
        self._tell(self._preferences.change(text_scale=scale))

    def _set_aside(self, days: int | None, said: str) -> None:
        if self.state.asking is not None and self.state.phase in {Phase.QUESTION, Phase.FEEDBACK}:
            self.save_note()
            self._run(partial(self._leave_out, self.state.asking.point.id, days, said))

    def _leave_out(self, point: PointId, days: int | None, said: str) -> None:
        """Put a point aside and go on without it."""
        self._tell(self._study.put_away(point) if days is None else self._study.rest(point, days))
        self._show(self._study.leave_out(point))
        self._notifier.tell(said, action="Undo", key=_BRING_BACK + point)

    @Slot(object, object)
    def _heard(self, changes: Changes, _source: object) -> None:
        if changes & Changes.SETTINGS:
            self._set(single_keys=self._preferences.settings.single_keys)

    @Slot(str)
    def _acted(self, key: str) -> None:
        if key.startswith(_BRING_BACK):
            self._run(partial(self._bring_back, PointId(key.removeprefix(_BRING_BACK))))

    def _bring_back(self, point: PointId) -> None:
        self._tell(self._study.bring_back(point))
