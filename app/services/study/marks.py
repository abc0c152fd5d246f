"""Flags, notes, and points put aside."""

from app.core.changes import Changes
from app.core.clock import Clock
from app.core.ids import PointId, QuestionId
from app.services.course import Course
from app.services.study.values import PutAside
from app.storage.progress import ProgressStore


class MarksService:
    """What a student marks while studying, written at once. Raises Problem when it cannot be."""

    def __init__(self, bank: Course, store: ProgressStore, clock: Clock) -> None:
        self._bank = bank
        self._store = store
        self._clock = clock

    def set_flag(self, question: QuestionId, on: bool) -> Changes:
        """Flag a question or take the flag off."""
        self._store.marks.set_flag(question, on, self._clock.now())
        return Changes.PROGRESS

    def flagged(self) -> tuple[QuestionId, ...]:
        """Return the flagged questions, the newest flag first."""
        return self._store.marks.flagged()

    def set_note(self, subject: str, text: str) -> Changes:
        """Keep a note on a question or point; an empty text removes it."""
        self._store.marks.set_note(subject, text, self._clock.now())
        return Changes.PROGRESS

    def note(self, subject: str) -> str:
        """Return the note on a question or point, empty if there is none."""
        return self._store.marks.note(subject)

    def rest(self, point: PointId, days: int = 7) -> Changes:
        """Keep a point from being asked for some days; 1 skips it until tomorrow."""
        now = self._clock.now()
        self._store.marks.put_aside(point, now.study_day + days, now)
        return Changes.PROGRESS

    def put_away(self, point: PointId) -> Changes:
        """Keep a point from being asked until it is brought back."""
        self._store.marks.put_aside(point, None, self._clock.now())
        return Changes.PROGRESS

    def bring_back(self, point: PointId) -> Changes:
        """Let a point be asked again."""
        self._store.marks.bring_back(point)
        return Changes.PROGRESS

    def put_aside(self) -> tuple[PutAside, ...]:
        """Return the points resting or put away today, the newest first."""
        today = self._clock.now().study_day
        found = ((self._bank.point(point), until) for point, until in self._store.marks.aside().items())
        return tuple(
            PutAside(point, until) for point, until in found if point and (until is None or until > today)
        )
