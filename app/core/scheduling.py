"""When a learning point comes back: memories, suggested grades, due days.

Three decisions are ours and not the algorithm's:

* **A right answer that was a guess.** It is rated Again, since a guess tells nothing about remembering,
  and FSRS takes it as forgotten. But nothing was answered wrongly: it is no lapse, it does not return in
  the same session, and it is due on the next study day whatever its stability says.
* **A wrong answer** is due at once and stays due until it was answered right; within a session it returns
  after a while. It is a lapse only when the point had been learned, that is when the answer before was
  not also wrong.
* **The due day** is the least loaded of the days the fuzz allows, chosen once and stored with the review;
  a replay reads it and needs no luck.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from app.core.chance import stable_hash
from app.core.fsrs import Fsrs, Rating
from app.core.grading import Verdict
from app.core.ids import PointId
from app.core.questions import Kind

MAX_INTERVAL = 36500
SLIPPING_LAPSES = 4
_FUZZ_BANDS = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))
_PARTIAL_CREDIT = 0.8
_RATINGS = {int(rating): rating for rating in Rating}
DEFAULT = Fsrs()
Known = tuple[float, float, int, int, int, int, int, bool]
"""The fields of a memory after its point, in their order and as plain numbers."""
Load = Callable[[int, int], Mapping[int, int]]


class Confidence(IntEnum):
    """How sure the student was, said before the answer was checked."""

    GUESS = 1
    THINK = 2
    CERTAIN = 3


class Purpose(StrEnum):
    """Why a question was asked; only a review changes the memory of its point."""

    REVIEW = "review"
    TRY_FIRST = "try-first"
    CHECK = "check"
    SELF_TEST = "self-test"


@dataclass(frozen=True, slots=True)
class Memory:
    """What the log says about one learning point.

    Days are study days. `reps` counts reviews, `lapses` the times a learned point was answered wrongly.
    `relearning` is true from a wrong answer until the next one that is not rated Again after a wrong answer.
    """

    point: PointId
    stability: float
    difficulty: float
    due_day: int
    last_day: int
    reps: int
    lapses: int
    last_rating: Rating
    relearning: bool = False

    @property
    def known(self) -> Known:
        """All but the point."""
        return (
            self.stability,
            self.difficulty,
            self.due_day,
            self.last_day,
            self.reps,
            self.lapses,
            int(self.last_rating),
            self.relearning,
        )

    @property
    def interval(self) -> int:
        """The whole days from the last review to the due day, never negative."""
        return max(0, self.due_day - self.last_day)

    @property
    def slipping(self) -> bool:
        """Whether the point was forgotten so often that asking again is not the remedy."""
        return self.lapses >= SLIPPING_LAPSES


@dataclass(frozen=True, slots=True)
class Outcome:
    """One review as the log keeps it: the grade, whether the answer was fully right, and the day."""

    rating: Rating
    right: bool
    day: int


def elapsed_days(memory: Memory | None, day: int) -> int | None:
    """Return the whole study days since the last review, None for the first; a clock set back gives 0."""
    return None if memory is None else max(0, day - memory.last_day)


def due_seen_from(memory: Memory, today: int) -> int:
    """Return the study day on which a point is due, as it looks today.

    A review dated more than a day ahead, which is what crossing the date line gives, was dated by a clock
    that was wrong. Its point would not come back for as long as the clock was ahead; so it is due today.
    """
    return today if memory.last_day > today + 1 else memory.due_day


def recall_chance(memory: Memory, day: int, fsrs: Fsrs) -> float:
    """Return the chance of recall on study day `day`, 0 to 1."""
    return fsrs.retrievability(memory.stability, max(0, day - memory.last_day))


def review(memory: Memory | None, point: PointId, outcome: Outcome, due_day: int, fsrs: Fsrs) -> Memory:
    """Return the memory after one review whose due day is already chosen (see `Scheduler.due_day`)."""
    known = learned(
        memory.known if memory else None, outcome.rating, outcome.right, outcome.day, due_day, fsrs
    )
    return memory_of(point, known)


def learned(known: Known | None, rating: int, right: bool, day: int, due_day: int, fsrs: Fsrs) -> Known:
    """Return what is known of a point after one review; as `review`, for a replay of very many."""
    wrong = rating == 1 and not right
    if known is None:
        return *fsrs.first(rating), due_day, day, 1, 0, rating, wrong
    stability, difficulty, _, last_day, reps, lapses, _, relearning = known
    stability, difficulty = fsrs.after((stability, difficulty), rating, day - last_day)
    lapsed = wrong and not relearning
    return stability, difficulty, due_day, day, reps + 1, lapses + lapsed, rating, wrong


def memory_of(point: PointId, known: Known) -> Memory:
    """Return what is known of a point as its memory."""
    stability, difficulty, due_day, last_day, reps, lapses, last_rating, relearning = known
    return Memory(
        point, stability, difficulty, due_day, last_day, reps, lapses, _RATINGS[last_rating], bool(relearning)
    )


@dataclass(frozen=True, slots=True)
class Scheduler:
    """Chooses due days for one wished-for retention (0.70 to 0.97)."""

    fsrs: Fsrs = DEFAULT
    retention: float = 0.9

    def due_days(
        self, memory: Memory | None, point: PointId, right: bool, day: int, load: Load
    ) -> dict[Rating, int]:
        """Return the study day on which the point comes back for each grade.

        Hard is sooner than Good unless Good itself is tomorrow; Easy is never sooner than Good.

        `load(first, last)` gives how many points are already due on each day from `first` to `last`; days
        without any may be missing.
        """

        def due(rating: Rating, soonest: int) -> int:
            return self._due_day(memory, point, Outcome(rating, right, day), load, soonest)

        good = due(Rating.GOOD, day)
        return {
            Rating.AGAIN: day + (1 if right else 0),
            Rating.HARD: min(due(Rating.HARD, day), max(good - 1, day + 1)),
            Rating.GOOD: good,
            Rating.EASY: due(Rating.EASY, good),
        }

    def due_day(self, memory: Memory | None, point: PointId, outcome: Outcome, load: Load) -> int:
        """Return the study day on which the point comes back; see `due_days`."""
        return self.due_days(memory, point, outcome.right, outcome.day, load)[outcome.rating]

    def _due_day(
        self, memory: Memory | None, point: PointId, outcome: Outcome, load: Load, soonest: int
    ) -> int:
        after = review(memory, point, outcome, outcome.day, self.fsrs)
        low, high = self.allowed(after.stability)
        if memory is not None:
            low = max(low, min(memory.interval, high))
        first = max(outcome.day + low, soonest)
        last = max(outcome.day + high, first)
        if first == last:
            return first
        counts = load(first, last)
        least = min(counts.get(one, 0) for one in range(first, last + 1))
        days = [one for one in range(first, last + 1) if counts.get(one, 0) == least]
        return days[stable_hash(point, after.reps) % len(days)]

    def allowed(self, stability: float) -> tuple[int, int]:
        """Return the shortest and longest interval in days that fuzz allows; both at least 1.

        The width grows with the interval: 15 % of the days from 2.5 to 7, 10 % from 7 to 20, 5 % beyond, and
        one day more; below 2.5 days there is no choice (ranges as published with FSRS).
        """
        ideal = min(max(self.fsrs.interval(stability, self.retention), 1.0), float(MAX_INTERVAL))
        if ideal < 2.5:
            return round(ideal), round(ideal)
        width = 1.0 + sum(share * max(min(ideal, end) - start, 0.0) for start, end, share in _FUZZ_BANDS)
        return max(2, round(ideal - width)), min(round(ideal + width), MAX_INTERVAL)


def suggest(
    verdict: Verdict,
    kind: Kind,
    confidence: Confidence,
    relative_time: float | None,
    last_rating: Rating | None,
) -> Rating:
    """Return the grade the answer speaks for (design system, section 5).

    `relative_time` is the active time as a multiple of the student's own median for that length, None
    when time does not count. `last_rating` is the grade before, None for a new point. Kinds with several
    parts (select-all and true/false sets) are Hard from 80 % of the points.
    """
    if not verdict.right:
        several = kind in {Kind.MULTIPLE, Kind.TRUE_FALSE}
        nearly = several and verdict.share >= _PARTIAL_CREDIT and confidence is not Confidence.GUESS
        return Rating.HARD if nearly else Rating.AGAIN
    if confidence is Confidence.GUESS:
        return Rating.AGAIN
    if confidence is Confidence.THINK:
        return Rating.HARD if relative_time is not None and relative_time > 2.0 else Rating.GOOD
    quick = relative_time is not None and relative_time < 0.6
    known = last_rating in {Rating.GOOD, Rating.EASY}
    return Rating.EASY if quick and known else Rating.GOOD
