"""FSRS-6 arithmetic in float64 and nothing else.

The formulas and default weights are those published as FSRS-6 (open-spaced-repetition, "The Algorithm",
wiki of the awesome-fsrs repository; 21 weights, the forgetting curve's decay is the last). Time is whole
study days. The exact order of operations is part of the contract: a replay of the log must give the same
memories to the last bit.
"""

import math
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

DEFAULT_WEIGHTS = (
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
    1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
)  # fmt: skip
STABILITY_MIN = 0.001
STABILITY_MAX = 36500.0
DIFFICULTY_MIN = 1.0
DIFFICULTY_MAX = 10.0


class Rating(IntEnum):
    """How well a point was remembered, in the four grades of FSRS."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class State(NamedTuple):
    """The state of a memory.

    `stability` is the number of days after which the chance of recall has fallen to 90 %, from 0.001 to
    36500. `difficulty` runs from 1 (easy) to 10.
    """

    stability: float
    difficulty: float


@dataclass(frozen=True, slots=True)
class Fsrs:
    """The formulas with one set of 21 weights; a different number of weights raises ValueError.

    What depends on the weights alone is worked out once: a replay takes a hundred thousand steps.
    """

    weights: tuple[float, ...] = DEFAULT_WEIGHTS
    _factor: float = field(init=False, repr=False, compare=False)
    _growth: float = field(init=False, repr=False, compare=False)
    _same_day_growth: float = field(init=False, repr=False, compare=False)
    _easiest: float = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        w = self.weights
        if len(w) != len(DEFAULT_WEIGHTS):
            raise ValueError(f"FSRS-6 has 21 weights, not {len(w)}")
        # The factor makes the chance of recall 0.9 when the days elapsed equal the stability.
        object.__setattr__(self, "_factor", float(0.9 ** (-1.0 / w[20])) - 1.0)
        object.__setattr__(self, "_growth", math.exp(w[8]))
        object.__setattr__(self, "_same_day_growth", math.exp(w[17] * w[18]))
        object.__setattr__(self, "_easiest", w[7] * self._first_difficulty(Rating.EASY))

    def retrievability(self, stability: float, elapsed: float) -> float:
        """Return the chance of recall, 0 to 1, `elapsed` days after the last review."""
        return float((1.0 + self._factor * max(0.0, elapsed) / stability) ** -self.weights[20])

    def interval(self, stability: float, retention: float) -> float:
        """Return the days until the chance of recall has fallen to `retention` (between 0 and 1)."""
        return stability / self._factor * (float(retention ** (-1.0 / self.weights[20])) - 1.0)

    def first(self, rating: int) -> State:
        """Return the state after the first review ever."""
        return State(_stability(self.weights[rating - 1]), _difficulty(self._first_difficulty(rating)))

    def after(self, state: tuple[float, float], rating: int, elapsed: int) -> State:
        """Return the state after a review `elapsed` whole days after the one before; 0 is the same day.

        `state` is stability and difficulty.
        """
        stability, difficulty = state
        if elapsed < 1:
            after = self._same_day(stability, rating)
        else:
            recall = self.retrievability(stability, elapsed)
            after = (
                self._forgotten(stability, difficulty, recall)
                if rating == 1
                else self._recalled(stability, difficulty, recall, rating)
            )
        return State(_stability(after), _difficulty(self._next_difficulty(difficulty, rating)))

    def _first_difficulty(self, rating: int) -> float:
        w = self.weights
        return w[4] - math.exp(w[5] * (rating - 1)) + 1.0

    def _next_difficulty(self, difficulty: float, rating: int) -> float:
        w = self.weights
        change = -w[6] * (rating - 3)
        damped = difficulty + (DIFFICULTY_MAX - difficulty) * change / 9.0
        return self._easiest + (1.0 - w[7]) * damped

    def _same_day(self, stability: float, rating: int) -> float:
        w = self.weights
        growth = math.exp(w[17] * (rating - 3 + w[18])) * float(stability ** -w[19])
        return stability * (growth if rating == 1 else max(1.0, growth))

    def _recalled(self, stability: float, difficulty: float, recall: float, rating: int) -> float:
        w = self.weights
        scale = w[15] if rating == 2 else w[16] if rating == 4 else 1.0
        growth = self._growth * (11.0 - difficulty) * float(stability ** -w[9])
        return stability * (1.0 + growth * (math.exp((1.0 - recall) * w[10]) - 1.0) * scale)

    def _forgotten(self, stability: float, difficulty: float, recall: float) -> float:
        w = self.weights
        relearned = (
            w[11]
            * float(difficulty ** -w[12])
            * (float((stability + 1.0) ** w[13]) - 1.0)
            * math.exp((1.0 - recall) * w[14])
        )
        return min(relearned, stability / self._same_day_growth)


def _stability(value: float) -> float:
    if STABILITY_MIN <= value <= STABILITY_MAX:
        return value
    return min(max(value, STABILITY_MIN), STABILITY_MAX)


def _difficulty(value: float) -> float:
    if DIFFICULTY_MIN <= value <= DIFFICULTY_MAX:
        return value
    return min(max(value, DIFFICULTY_MIN), DIFFICULTY_MAX)
