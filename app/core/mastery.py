"""Honest numbers: shares with their uncertainty, daily tallies, calibration, readiness for an exam."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import NamedTuple, Self

from app.core.fsrs import Fsrs
from app.core.ids import TopicId, topic_of
from app.core.review_log import Held, Review
from app.core.scheduling import Confidence, Memory, recall_chance

ENOUGH_ANSWERS = 8
EXAM_LEVEL = 0.8
_Z95 = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Share:
    """`k` of `n`, with its 95 % Wilson interval (Wilson 1927) as `low` and `high`, 0 to 1."""

    k: int
    n: int

    @property
    def enough(self) -> bool:
        """Whether there are answers enough to show a percentage."""
        return self.n >= ENOUGH_ANSWERS

    @property
    def value(self) -> float:
        """The share, 0 to 1; 0 of nothing is 0."""
        return self.k / self.n if self.n else 0.0

    @property
    def low(self) -> float:
        """The lower end of the interval."""
        return self._wilson(-1.0)

    @property
    def high(self) -> float:
        """The upper end of the interval."""
        return self._wilson(1.0)

    @property
    def per_cent(self) -> int | None:
        """The share in whole percent, None with too few answers."""
        return math.floor(self.value * 100 + 0.5) if self.enough else None

    @property
    def text(self) -> str:
        """The share in words: "83%", or how few answers there are."""
        return f"{self.per_cent}%" if self.enough else f"Too few answers ({self.n})"

    def _wilson(self, side: float) -> float:
        if not self.n:
            return 0.0 if side < 0 else 1.0
        square = _Z95 * _Z95 / self.n
        middle = self.value + square / 2
        spread = _Z95 * math.sqrt(self.value * (1 - self.value) / self.n + square / (4 * self.n))
        return min(1.0, max(0.0, (middle + side * spread) / (1 + square)))


class Alike(NamedTuple):
    """What makes reviews count alike: confidence, rating, whether right, and the days elapsed.

    `elapsed` is None for the first review ever of the point, 0 on the same day, anything else later.
    """

    confidence: int
    rating: int
    right: bool
    elapsed: int | None


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one topic on one study day; they add and subtract.

    `answers` counts every review, `active_ms` their focused time. `met` counts points asked for the first
    time ever. `due` counts first askings of the day of points already known, `kept` those of them rated
    above Again. `guess`, `think`, `certain` count first askings by confidence, the `_right` ones those
    fully right.
    """

    answers: int = 0
    active_ms: int = 0
    met: int = 0
    due: int = 0
    kept: int = 0
    guess: int = 0
    guess_right: int = 0
    think: int = 0
    think_right: int = 0
    certain: int = 0
    certain_right: int = 0

    @classmethod
    def of(cls, answer: Review) -> Self:
        """Return what one answer adds; nothing unless it is a review."""
        if not answer.schedules or answer.confidence is None or answer.rating is None:
            return cls()
        same = Alike(answer.confidence, answer.rating, answer.right, answer.elapsed)
        return cls.of_alike(same, 1, answer.active_ms)

    @classmethod
    def of_alike(cls, same: "Alike", times: int, active_ms: int) -> Self:
        """Return what reviews alike add: `times` of them, with `active_ms` in all."""
        confidence, rating, right, elapsed = same
        met, known = elapsed is None, elapsed is not None and elapsed > 0
        sure = [times * ((met or known) and confidence == c) for c in Confidence]
        pairs = [count for n in sure for count in (n, n * right)]
        return cls(times, active_ms, times * met, times * known, times * (known and rating > 1), *pairs)

    def __add__(self, other: Self) -> Self:
        return self._with(other, 1)

    def __sub__(self, other: Self) -> Self:
        return self._with(other, -1)

    @property
    def firsts(self) -> Share:
        """The first askings answered fully right."""
        return Share(
            self.guess_right + self.think_right + self.certain_right, self.guess + self.think + self.certain
        )

    @property
    def remembering(self) -> Share:
        """The known points that were still remembered."""
        return Share(self.kept, self.due)

    @property
    def confident_misses(self) -> int:
        """How often a certain answer was not right."""
        return self.certain - self.certain_right

    def by_confidence(self, confidence: Confidence) -> Share:
        """Return the first askings answered with this confidence."""
        match confidence:
            case Confidence.GUESS:
                return Share(self.guess_right, self.guess)
            case Confidence.THINK:
                return Share(self.think_right, self.think)
            case Confidence.CERTAIN:
                return Share(self.certain_right, self.certain)

    def _with(self, other: Self, sign: int) -> Self:
        return type(self)(*(getattr(self, name) + sign * getattr(other, name) for name in TALLY_FIELDS))


TALLY_FIELDS = tuple(f.name for f in fields(Tally))


def total(tallies: Iterable[Tally]) -> Tally:
    """Return the sum of `tallies`."""
    result = Tally()
    for tally in tallies:
        result += tally
    return result


class DaySums:
    """The sums of reviews that hold by study day and topic, counted while something else reads them."""

    def __init__(self) -> None:
        self._alike: dict[tuple[int, TopicId, tuple[int, int, bool, int | None]], tuple[int, int]] = {}

    def counting(self, reviews: Iterable[Held]) -> Iterator[Held]:
        """Count `reviews` and pass them on."""
        topic, alike = cache(topic_of), self._alike
        for review in reviews:
            point, rating, right, day, _, confidence, elapsed, active_ms = review
            # Any number of days counts alike; None and 0 stay what they are.
            key = (day, topic(point), (confidence, rating, right, elapsed and 1))
            times, spent = alike.get(key, (0, 0))
            alike[key] = (times + 1, spent + active_ms)
            yield review

    def sums(self) -> dict[tuple[int, TopicId], Tally]:
        """Return the sums of what was counted."""
        sums: dict[tuple[int, TopicId], Tally] = {}
        for (day, name, same), (times, spent) in self._alike.items():
            sums[day, name] = sums.get((day, name), Tally()) + Tally.of_alike(Alike(*same), times, spent)
        return sums


EXPECTED_RIGHT: Mapping[Confidence, float] = {
    Confidence.GUESS: 0.35,
    Confidence.THINK: 0.7,
    Confidence.CERTAIN: 0.95,
}
"""What each word promises, for the diagonal: a guess among four options with some excluded, more likely than
not, and as good as sure. A convention of ours, not a measurement."""


def calibration_sentence(tally: Tally) -> str:
    """Return one sentence on how sure and how right."""
    certain, guess = tally.by_confidence(Confidence.CERTAIN), tally.by_confidence(Confidence.GUESS)
    if not certain.enough:
        return f"Too few certain answers to tell ({certain.n})."
    told = f"When you were certain, you were right {certain.k} of {certain.n} times."
    if certain.value < 0.85:
        return f"{told} That is less often than it felt."
    if guess.enough and guess.value > 0.6:
        return f"{told} Of your guesses, {guess.k} of {guess.n} were right: you know more than you think."
    return told


def expected_recall(memories: Sequence[Memory], points: int, day: int, fsrs: Fsrs) -> float:
    """Return the share of `points` that would be recalled on `day`; a point never asked counts as 0."""
    return sum(recall_chance(m, day, fsrs) for m in memories) / points if points else 0.0


def at_exam_level(memories: Sequence[Memory], points: int, exam_day: int, fsrs: Fsrs) -> bool:
    """Tell whether at least 80 % of a topic's points would be recalled on the day of the exam."""
    return expected_recall(memories, points, exam_day, fsrs) >= EXAM_LEVEL


def heat_level(answers: int) -> int:
    """Return the shade of a study day, 0 to 4: nothing, up to 9 answers, 24, 49, more."""
    return sum(answers >= limit for limit in (1, 10, 25, 50))
