"""What an answer earned, part by part."""

from dataclasses import dataclass
from enum import StrEnum


class PartState(StrEnum):
    """How one option, statement or place fared.

    For a statement RIGHT means judged rightly, CHOSEN_WRONG judged wrongly, MISSED not judged.
    """

    RIGHT = "right"
    CHOSEN_WRONG = "chosen-wrong"
    MISSED = "missed"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Part:
    """One option, statement or place after the answer, in the question's own order.

    `right` is its key. `chosen` is whether it was picked; for a statement the truth value given, None if
    none was.
    """

    state: PartState
    right: bool
    chosen: bool | None
    why: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Points earned out of points possible, 0 <= earned <= possible."""

    earned: float
    possible: float
    parts: tuple[Part, ...]

    @property
    def right(self) -> bool:
        """Whether the answer earned full marks."""
        return self.earned == self.possible

    @property
    def share(self) -> float:
        """The share of the points earned, 0 to 1."""
        return self.earned / self.possible if self.possible else float(self.right)


def picked_part(right: bool, chosen: bool, why: str) -> Part:
    """Return the part for something that is picked or left."""
    if chosen:
        state = PartState.RIGHT if right else PartState.CHOSEN_WRONG
    else:
        state = PartState.MISSED if right else PartState.OTHER
    return Part(state, right, chosen, why)
