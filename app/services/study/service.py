"""Studying: plan the day, run a session, answer, grade, take back."""

from collections.abc import Sequence
from dataclasses import replace

from app.core.changes import Changes
from app.core.clock import Clock
from app.core.fsrs import Fsrs, Rating
from app.core.ids import PointId
from app.core.pace import Pace
from app.core.questions import Response
from app.core.review_log import Regrade, Withdrawal, effective, replay_entries
from app.core.scheduling import Confidence
from app.core.session import StudySession
from app.services.course import Course
from app.services.preferences import PreferencesService
from app.services.study.asides import AsidesService
from app.services.study.grading import Answered, Grader, given_of
from app.services.study.planner import DayPlanner
from app.services.study.steps import step_of
from app.services.study.summary import summarise
from app.services.study.values import Asking, DayPlan, Step, Summary
from app.storage.progress import ProgressStore


class StudyService(AsidesService):
    """Runs one session at a time.

    Every answer is on disk before its feedback is returned. When something cannot be written a Problem is
    raised and the session stands where it stood.
    """

    def __init__(
        self,
        bank: Course,
        store: ProgressStore,
        clock: Clock,
        preferences: PreferencesService,
        fsrs: Fsrs | None = None,
    ) -> None:
        super().__init__(bank, store, clock)
        self._fsrs = fsrs or Fsrs()
        self._planner = DayPlanner(bank, store, clock, preferences, self._fsrs)
        self._grader = Grader(bank, store, clock, preferences, self._fsrs)
        self._session: StudySession | None = None
        self._asking: Asking | None = None
        self._answered: Answered | None = None
        self._pace = Pace()

    def plan(self) -> DayPlan:
        """Return the counts of today; a session started now holds `plan().total` points."""
        return self._planner.plan()

    def due(self) -> tuple[PointId, ...]:
        """Return all points due today, the most urgent first, whether or not they fit today's time."""
        return self._planner.agenda().due

    def coming_up(self, days: int) -> tuple[int, ...]:
        """Return how many points are due on each of the next `days` days; today counts all due by now."""
        return self._planner.forecast(days)

    def start(self, minutes: int | None = None) -> Step:
        """Begin today's review; `minutes` stands in for what is left of the day's budget."""
        agenda = self._planner.agenda(minutes)
        name = "Today's review" if minutes is None else f"{minutes} minutes"
        return self._begin(name, agenda.queue)

    def start_new(self, count: int) -> Step:
        """Begin a session of points never asked before, also beyond the day's number of new ones."""
        return self._begin("Something new", self._planner.agenda(24 * 60, count).new)

    def start_points(self, points: Sequence[PointId], name: str) -> Step:
        """Begin a session of just these points, in this order."""
        return self._begin(name, points)

    def resume(self) -> Step | None:
        """Return to the session kept; None when there is none. One of another study day is dropped."""
        session = self._of_today()
        if session is None:
            if self._store.session.kept() is not None:
                self._store.session.keep(None)
            self._session = self._asking = self._answered = None
            return None
        if self._session is None:
            self._session, self._pace = session, self._planner.pace()
        if session.turn is None:
            return None
        if session.checked and self._answered is None:
            self._session = session.advanced(self._clock.now().utc_ms)
        return self._step()

    def has_session(self) -> bool:
        """Tell whether `resume` would return to a session; changes nothing."""
        session = self._of_today()
        return session is not None and session.turn is not None

    def step(self) -> Step | None:
        """Return where the session stands, None without one."""
        return self._step() if self._session is not None else None

    def answer(self, response: Response, confidence: Confidence, active_ms: int) -> Step:
        """Judge an answer, write it down, and tell. `active_ms` is the focused time on the question.

        ValueError when no question waits; Problem when the answer could not be saved: it then does not count,
        and calling again tries again.
        """
        session = self._running()
        turn = session.turn
        if turn is None or session.checked:
            raise ValueError("no question waits for an answer")
        found = self._grader.answered(self._shown(), response, confidence, active_ms, self._pace)
        review = replace(found.review, session=session.key)
        with self._store.atomic():
            seq = self._store.log.append(review, found.memory)
            session = session.answered(given_of(session, replace(review, seq=seq)))
            self._store.session.keep(session)
        self._session, self._answered = session, replace(found, review=replace(review, seq=seq))
        return self._step(Changes.PROGRESS)

    def regrade(self, rating: Rating) -> Step:
        """Give the answer on the page another grade."""
        session, answered = self._running(), self._answered
        if answered is None:
            raise ValueError("there is no answer to grade")
        if rating is answered.review.rating:
            return self._step()
        now = self._clock.now()
        found, regraded = self._grader.regraded(answered, rating), session.regraded(rating)
        entry = Regrade(found.review.seq, rating, found.memory.due_day, now, now.study_day)
        with self._store.atomic():
            self._store.log.append_regrade(entry, answered.review, found.review, found.memory)
            self._store.session.keep(regraded)
        self._session, self._answered = regraded, found
        return self._step(Changes.PROGRESS)

    def advance(self) -> Step:
        """Go to the next question, or to the summary when none is left."""
        session = self._running().advanced(self._clock.now().utc_ms)
        if session.turn is None:
            self._store.session.keep(session)
        self._move_to(session)
        return self._step()

    def undo(self) -> Step:
        """Take back the last answer; its question is shown again, its point is as it was before."""
        session = self._running()
        undone, given, now = session.undone(), session.given[-1], self._clock.now()
        history = self._store.log.history(session.items[given.turn.item].point)
        review = effective(history).get(given.event)
        with self._store.atomic():
            if review is not None:
                entry = Withdrawal(given.event, now, now.study_day)
                memory = replay_entries((*history, entry), self._fsrs).get(review.point)
                self._store.log.append_withdrawal(entry, review, memory)
            self._store.session.keep(undone)
        self._move_to(undone)
        return self._step(Changes.PROGRESS)

    def leave_out(self, point: PointId) -> Step:
        """Ask a point no more in this session, neither now nor as a return; its answers stay.

        If it is on the page, the next question or the summary follows. Taking back an answer to it brings
        it back. ValueError when it is not planned. See `rest` and `put_away` for the days to come.
        """
        before = self._running()
        session = before.without(point, self._clock.now().utc_ms)
        self._store.session.keep(session)
        if (session.turn, session.checked) == (before.turn, before.checked):
            self._session = session
        else:
            self._move_to(session)
        return self._step(Changes.PROGRESS)

    def finish(self) -> Step:
        """End the session where it stands."""
        ended = self._running().finished()
        self._store.session.keep(ended)
        self._move_to(ended)
        return self._step()

    def close(self) -> Changes:
        """Leave the page; an unfinished session is kept for `resume`."""
        if self._session is not None and not self._session.given:
            self._store.session.keep(None)
        self._session, self._asking, self._answered = None, None, None
        return Changes.PROGRESS

    def _begin(self, name: str, points: Sequence[PointId]) -> Step:
        now = self._clock.now()
        items = self._planner.items(points)
        session = StudySession.begun(self._store.session.next_number(), name, now.study_day, items)
        self._store.session.keep(session)
        self._pace = self._planner.pace()
        self._move_to(session)
        return self._step()

    def _move_to(self, session: StudySession) -> None:
        self._session, self._asking, self._answered = session, None, None

    def _running(self) -> StudySession:
        if self._session is None:
            raise ValueError("no session is running")
        return self._session

    def _of_today(self) -> StudySession | None:
        """The session running or kept, if it is of today and the course still holds all its questions."""
        session = self._session or self._store.session.kept()
        if session is None or session.day != self._clock.now().study_day:
            return None
        known = all(self._bank.question(q) for item in session.items for q in item.variants)
        return session if known else None

    def _shown(self) -> Asking:
        session = self._running()
        if session.turn is None:
            raise ValueError("no question is shown")
        if self._asking is None:
            self._asking = self._asker.of_turn(session, session.turn)
        return self._asking

    def _step(self, changes: Changes = Changes.NONE) -> Step:
        session = self._running()
        running = session.turn is not None
        asking = self._shown() if running else None
        feedback = self._answered.feedback if self._answered else None
        summary = None if running else self._summary(session)
        return step_of(session, self._bank, asking, feedback, summary, changes)

    def _summary(self, session: StudySession) -> Summary:
        now, tomorrow = self._planner.forecast(2)
        return summarise(session, self._bank, now + tomorrow, now)
