"""How fast a student answers: the own median by length of question, and the time a question takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

from app.core.agenda import DEFAULT_SECONDS_EACH, READING_SECONDS
from app.core.questions import HotspotQuestion, Question, TrueFalseSet

ACTIVE_CAP_MS = 180_000
ANSWERS_BEFORE_TIME_COUNTS = 20
ANSWERS_FOR_A_MEDIAN = 5
NEWEST = 100
_LENGTH_LIMITS = (40, 90, 160)


@dataclass(frozen=True, slots=True)
class Timing:
    """How long an answer took, in milliseconds of focused time, and the class of the question's length."""

    active_ms: int
    length: int


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast the student answers: the answers so far, and the median active time by class of length.

    A median is None while there are fewer than five answers of that length.
    """

    answers: int = 0
    medians_ms: tuple[float | None, ...] = (None, None, None, None)

    @classmethod
    def of(cls, timings: Sequence[Timing]) -> "Pace":
        """Return the pace of these answers."""
        lengths = range(len(_LENGTH_LIMITS) + 1)
        times = ([t.active_ms for t in timings if t.length == length] for length in lengths)
        return cls(len(timings), tuple(_median(found) for found in times))

    def relative(self, active_ms: int, length: int) -> float | None:
        """Return `active_ms` (at most 180 s) as a multiple of the own median, None if it does not count."""
        own = self.medians_ms[length]
        if self.answers < ANSWERS_BEFORE_TIME_COUNTS or not own:
            return None
        return capped(active_ms) / own


def seconds_each(timings: Sequence[Timing]) -> float:
    """Return how many seconds a question takes, reading its reasons included; timings are oldest first."""
    newest = timings[-NEWEST:]
    if len(newest) < ANSWERS_BEFORE_TIME_COUNTS:
        return DEFAULT_SECONDS_EACH
    return fmean(timing.active_ms for timing in newest) / 1000 + READING_SECONDS


def capped(active_ms: int) -> int:
    """Return focused time in milliseconds as it counts, 0 to 180 000."""
    return min(max(0, active_ms), ACTIVE_CAP_MS)


def length_of(question: Question) -> int:
    """Return the class of a question's length, 0 to 3, from the words there are to read."""
    texts = [question.head.stem, question.head.ask]
    if isinstance(question, TrueFalseSet):
        texts += [statement.text for statement in question.statements]
    elif not isinstance(question, HotspotQuestion):
        texts += [option.text for option in question.options]
    return length_class(sum(len(text.split()) for text in texts))


def length_class(words: int) -> int:
    """Return the class of length, 0 to 3, of so many words."""
    return sum(words > limit for limit in _LENGTH_LIMITS)


def _median(values: list[int]) -> float | None:
    return float(median(values)) if len(values) >= ANSWERS_FOR_A_MEDIAN else None
