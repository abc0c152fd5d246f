"""What to ask today: what is due and how urgent, which new points, which question of a point.

Counts and queue come from the same `plan_day`, so that no screen can promise what the session does not hold.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.core.course import Point
from app.core.fsrs import Fsrs
from app.core.ids import PointId, QuestionId, SectionId, TopicId
from app.core.mastery import Tally
from app.core.questions import Audience, Level, Question
from app.core.scheduling import Memory, due_seen_from, recall_chance
from app.core.settings import AudienceChoice

WAIT_DAYS = 7
DEFAULT_SECONDS_EACH = 45.0
READING_SECONDS = 15.0
_LEVELS = tuple(Level)


@dataclass(frozen=True, slots=True)
class Budget:
    """What the day still has room for: seconds of study, seconds a question takes, new points."""

    seconds: float
    seconds_each: float
    new_points: int

    @classmethod
    def left(cls, minutes_a_day: int, seconds_each: float, new_a_day: int, done: Tally) -> "Budget":
        """Return what is left of a day's budget after what was done today."""
        spent = done.active_ms / 1000 + done.answers * READING_SECONDS
        return cls(minutes_a_day * 60.0 - spent, seconds_each, max(0, new_a_day - done.met))

    @property
    def questions(self) -> int:
        """How many questions fit."""
        return max(0, int(self.seconds / self.seconds_each))


@dataclass(frozen=True, slots=True)
class Agenda:
    """The day's work.

    `due` is all that is due, the most urgent first; `new` the new points the day allows, in the order to meet
    them. `queue` is what fits the budget, in the order to ask.
    """

    due: tuple[PointId, ...]
    new: tuple[PointId, ...]
    queue: tuple[PointId, ...]
    missed_before: int

    @property
    def planned_new(self) -> int:
        """How many of the queue are new."""
        new = set(self.new)
        return sum(point in new for point in self.queue)

    @property
    def planned_due(self) -> int:
        """How many of the queue are due."""
        return len(self.queue) - self.planned_new

    @property
    def backlog(self) -> bool:
        """Whether more is due than fits."""
        return self.planned_due < len(self.due)


def urgency(memory: Memory, day: int, fsrs: Fsrs) -> float:
    """Return how much recall a week's wait would cost, 0 to 1.

    Not the lowest chance of recall first: what is long forgotten loses nothing more by waiting, while a fresh
    memory that is slipping now is saved by one question.
    """
    return recall_chance(memory, day, fsrs) - recall_chance(memory, day + WAIT_DAYS, fsrs)


def plan_day(
    points: Iterable[Point],
    memories: Mapping[PointId, Memory],
    read: Collection[tuple[TopicId, SectionId]],
    day: int,
    budget: Budget,
    fsrs: Fsrs,
) -> Agenda:
    """Return the agenda of study day `day`.

    `points` are those that may be asked, in curriculum order: with a question for this audience and not put
    aside. `read` names the sections already read; their points are met first.
    """
    askable = tuple(points)
    seen = [memories[p.id] for p in askable if p.id in memories]
    due = sorted(
        (m for m in seen if due_seen_from(m, day) <= day),
        key=lambda m: (-urgency(m, day, fsrs), m.due_day, m.point),
    )
    unseen = [p for p in askable if p.id not in memories]
    unseen.sort(key=lambda p: (p.topic, p.section) not in read)
    new = tuple(p.id for p in unseen[: budget.new_points])
    asked = tuple(m.point for m in due[: budget.questions])
    return Agenda(
        tuple(m.point for m in due),
        new,
        interleaved(asked, new[: budget.questions - len(asked)]),
        sum(m.lapses > 0 or m.relearning for m in due[: budget.questions]),
    )


def forecast(
    points: Iterable[Point],
    memories: Mapping[PointId, Memory],
    aside: Mapping[PointId, int | None],
    today: int,
    days: int,
) -> tuple[int, ...]:
    """Return how many points are due on each of the next `days` days; today counts all due by now.

    `aside` gives the day on which a resting point is back, None for one that is put away.
    """
    counts = [0] * days
    for point in points:
        memory, until = memories.get(point.id), aside.get(point.id, today)
        if memory is None or until is None:
            continue
        place = max(due_seen_from(memory, today), until, today) - today
        if place < days:
            counts[place] += 1
    return tuple(counts)


def may_be_asked(point: PointId, aside: Mapping[PointId, int | None], today: int) -> bool:
    """Tell whether a point is neither resting nor put away today."""
    until = aside.get(point, today)
    return until is not None and until <= today


def interleaved(first: Sequence[PointId], second: Sequence[PointId]) -> tuple[PointId, ...]:
    """Return both in their own order, the second spread evenly among the first."""
    places = [((i + 0.5) / len(part), part[i]) for part in (first, second) for i in range(len(part))]
    return tuple(point for _, point in sorted(places, key=lambda place: place[0]))


def audience_of(choice: AudienceChoice) -> Audience | None:
    """Return the audience chosen, None for both."""
    return None if choice is AudienceChoice.BOTH else Audience(choice.value)


def serves(question: Question, choice: AudienceChoice) -> bool:
    """Tell whether the question is written for the audience chosen."""
    audience = audience_of(choice)
    return audience is None or audience in question.head.audience


def variants(
    questions: Sequence[Question], last_asked: Mapping[QuestionId, int], stability: float
) -> tuple[QuestionId, ...]:
    """Return the questions of a point, the one to ask first.

    Questions never asked come before those asked; of those asked, the more recent half waits. Among
    equals the one whose level suits the memory is taken: remembering for a young memory, harder ones as
    stability (days) grows. `last_asked` gives the place in the log of the last time.
    """
    wished = sum(stability >= limit for limit in (7, 21, 60, 180))
    asked = sorted((q for q in questions if q.head.id in last_asked), key=lambda q: last_asked[q.head.id])
    rested = {q.head.id for q in asked[: (len(asked) + 1) // 2]}

    def rank(question: Question) -> tuple[int, int, int, str]:
        name = question.head.id
        age = 0 if name not in last_asked else 1 if name in rested else 2
        distance = abs(_LEVELS.index(question.head.level) - wished)
        return age, distance, last_asked.get(name, 0), name

    return tuple(question.head.id for question in sorted(questions, key=rank))
