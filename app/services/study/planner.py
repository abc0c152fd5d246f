"""The day's plan: budget, agenda and the questions of each point."""

from collections.abc import Iterable

from app.core.agenda import (
    Agenda,
    Budget,
    audience_of,
    forecast,
    may_be_asked,
    plan_day,
    serves,
    variants,
)
from app.core.clock import Clock
from app.core.course import Point
from app.core.fsrs import Fsrs
from app.core.ids import PointId
from app.core.mastery import Tally
from app.core.pace import Pace, seconds_each
from app.core.questions import Question
from app.core.session import Item
from app.core.settings import AudienceChoice
from app.services.course import Course
from app.services.preferences import PreferencesService
from app.services.study.values import DayPlan
from app.storage.progress import ProgressStore


class DayPlanner:
    """Plans from the course, the log and the settings."""

    def __init__(
        self, bank: Course, store: ProgressStore, clock: Clock, preferences: PreferencesService, fsrs: Fsrs
    ) -> None:
        self._bank = bank
        self._store = store
        self._clock = clock
        self._preferences = preferences
        self._fsrs = fsrs
        self._askable: tuple[AudienceChoice, tuple[Point, ...]] | None = None

    def agenda(self, minutes: int | None = None, new: int | None = None) -> Agenda:
        """Return the agenda of today; `minutes` and `new` stand in for what is left of the day's budget."""
        day, aside = self._day, self._store.marks.aside()
        points = (point for point in self.askable() if may_be_asked(point.id, aside, day))
        visits = self._store.lessons.visits().values()
        read = {(v.topic, v.section) for v in visits if v.read_day is not None}
        budget = self._budget(minutes, new)
        return plan_day(points, self._store.memories.all(), read, day, budget, self._fsrs)

    def forecast(self, days: int) -> tuple[int, ...]:
        """Return how many points are due on each of the next `days` days; today counts all due by now.

        Counted over the points that may be asked, as the agenda is: a resting point counts on the day it
        is back.
        """
        memories, aside = self._store.memories.all(), self._store.marks.aside()
        return forecast(self.askable(), memories, aside, self._day, days)

    def plan(self) -> DayPlan:
        """Return the counts of today."""
        agenda = self.agenda()
        planned, seconds = len(agenda.queue), self._seconds_each()
        return DayPlan(
            due=len(agenda.due),
            new=len(agenda.new),
            planned_due=agenda.planned_due,
            planned_new=agenda.planned_new,
            minutes=-int(-planned * seconds // 60),
            backlog=agenda.backlog,
            sentence=_backlog_sentence(agenda),
            known=agenda.planned_due - agenda.missed_before,
            missed=agenda.missed_before,
            done_today=self._done().answers,
        )

    def items(self, points: Iterable[PointId]) -> tuple[Item, ...]:
        """Return the points with their questions, the one to ask first; a point without any is left out."""
        found = (self._item(point) for point in points)
        return tuple(item for item in found if item is not None)

    def askable(self) -> tuple[Point, ...]:
        """Return the points that have a question for the audience chosen, in curriculum order."""
        choice = self._preferences.settings.audience
        if self._askable is None or self._askable[0] is not choice:
            self._askable = (choice, self._bank.points_for(audience_of(choice)))
        return self._askable[1]

    def pace(self) -> Pace:
        """Return how fast the student answers, from the newest answers."""
        return Pace.of(self._store.log.recent_times())

    @property
    def _day(self) -> int:
        return self._clock.now().study_day

    def _seconds_each(self) -> float:
        return seconds_each(self._store.log.recent_times())

    def _done(self) -> Tally:
        return self._store.tallies.by_day(self._day, self._day).get(self._day, Tally())

    def _budget(self, minutes: int | None, new: int | None) -> Budget:
        settings = self._preferences.settings
        left = Budget.left(settings.minutes_a_day, self._seconds_each(), settings.new_a_day, self._done())
        return Budget(
            left.seconds if minutes is None else minutes * 60.0,
            left.seconds_each,
            left.new_points if new is None else new,
        )

    def _questions(self, point: PointId, audience: AudienceChoice) -> tuple[Question, ...]:
        return tuple(q for q in self._bank.questions_of(point) if serves(q, audience))

    def _item(self, point: PointId) -> Item | None:
        questions = self._questions(point, self._preferences.settings.audience)
        if not questions:
            return None
        memory = self._store.memories.of(point)
        stability = memory.stability if memory else 0.0
        order = variants(questions, self._store.log.last_asked(point), stability)
        return Item(point, order, memory is None)


def _backlog_sentence(agenda: Agenda) -> str:
    if not agenda.backlog:
        return ""
    if not agenda.planned_due:
        return f"Today's time is used up. {len(agenda.due)} more are due and follow over the next days."
    return (
        f"{agenda.planned_due} of {len(agenda.due)}, the most urgent first."
        " The rest follow over the next days."
    )
