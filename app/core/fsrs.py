"""FSRS-6 arithmetic in float64 and nothing else.

The formulas and default weights are those published as FSRS-6 (open-spaced-repetition, "The Algorithm",
wiki of the awesome-fsrs repository; 21 weights, the forgetting curve's decay is the last). Time is whole
study days. The exact order of operations is part of the contract: a replay of the log must give the same
memories to the last bit.
"""

import math
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

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


@dataclass(frozen=True, slots=True)
class State:
    """The state of a memory.

    `stability` is the number of days after which the chance of recall has fallen to 90 %, from 0.001 to
    36500. `difficulty` runs from 1 (easy) to 10.
    """

    stability: float
    difficulty: float


@dataclass(frozen=True, slots=True)
class Fsrs:
    """The formulas with one set of 21 weights; a different number of weights raises ValueError."""

    weights: tuple[float, ...] = DEFAULT_WEIGHTS

    def __post_init__(self) -> None:
        if len(self.weights) != len(DEFAULT_WEIGHTS):
            raise ValueError(f"FSRS-6 has 21 weights, not {len(self.weights)}")

    def retrievability(self, stability: float, elapsed: float) -> float:
        """Return the chance of recall, 0 to 1, `elapsed` days after the last review."""
        return float((1.0 + _factor(self.weights[20]) * max(0.0, elapsed) / stability) ** -self.weights[20])

    def interval(self, stability: float, retention: float) -> float:
        """Return the days until the chance of recall has fallen to `retention` (between 0 and 1)."""
        return stability / _factor(self.weights[20]) * (float(retention ** (-1.0 / self.weights[20])) - 1.0)

    def first(self, rating: Rating) -> State:
        """Return the state after the first review ever."""
        return State(_stability(self.weights[rating - 1]), _difficulty(self._first_difficulty(rating)))

    def after(self, state: State, rating: Rating, elapsed: int) -> State:
        """Return the state after a review `elapsed` whole days after the one before; 0 is the same day."""
        if elapsed < 1:
            stability = self._same_day(state.stability, rating)
        else:
            recall = self.retrievability(state.stability, elapsed)
            stability = (
                self._forgotten(state, recall)
                if rating is Rating.AGAIN
                else self._recalled(state, recall, rating)
            )
        return State(_stability(stability), _difficulty(self._next_difficulty(state.difficulty, rating)))

    def _first_difficulty(self, rating: Rating) -> float:
        w = self.weights
        return w[4] - math.exp(w[5] * (rating - 1)) + 1.0

    def _next_difficulty(self, difficulty: float, rating: Rating) -> float:
        w = self.weights
        change = -w[6] * (rating - 3)
        damped = difficulty + (DIFFICULTY_MAX - difficulty) * change / 9.0
        return w[7] * self._first_difficulty(Rating.EASY) + (1.0 - w[7]) * damped

    def _same_day(self, stability: float, rating: Rating) -> float:
        w = self.weights
        growth = math.exp(w[17] * (rating - 3 + w[18])) * float(stability ** -w[19])
        return stability * (growth if rating is Rating.AGAIN else max(1.0, growth))

    def _recalled(self, state: State, recall: float, rating: Rating) -> float:
        w = self.weights
        scale = w[15] if rating is Rating.HARD else w[16] if rating is Rating.EASY else 1.0
        growth = math.exp(w[8]) * (11.0 - state.difficulty) * float(state.stability ** -w[9])
        return state.stability * (1.0 + growth * (math.exp((1.0 - recall) * w[10]) - 1.0) * scale)

    def _forgotten(self, state: State, recall: float) -> float:
        w = self.weights
        relearned = (
            w[11]
            * float(state.difficulty ** -w[12])
            * (float((state.stability + 1.0) ** w[13]) - 1.0)
            * math.exp((1.0 - recall) * w[14])
        )
        return min(relearned, state.stability / math.exp(w[17] * w[18]))


@cache
def _factor(decay: float) -> float:
    """The factor that makes the chance of recall 0.9 when the days elapsed equal the stability."""
    return float(0.9 ** (-1.0 / decay)) - 1.0


def _stability(value: float) -> float:
    return min(max(value, STABILITY_MIN), STABILITY_MAX)


def _difficulty(value: float) -> float:
    return min(max(value, DIFFICULTY_MIN), DIFFICULTY_MAX)
