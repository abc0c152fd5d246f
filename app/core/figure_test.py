"""A self-test on a figure: name the marked structure, or find the named one. Each step returns a new test."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.core.course import Hotspot

CHOICES = 4


class AskMode(StrEnum):
    """What is asked: the name of a marked structure, or the place of a named one."""

    NAME = "name"
    FIND = "find"


@dataclass(frozen=True, slots=True)
class Round:
    """One structure asked. `choices` are hotspot ids to choose from, the asked one among them."""

    target: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureTest:
    """Where a self-test stands.

    `given` holds what was answered so far, in the order of `rounds`; an empty text means
    that the answer was shown. While `open` is false the present round is answered and its result on show.
    """

    mode: AskMode
    rounds: tuple[Round, ...]
    given: tuple[str, ...] = ()
    open: bool = True

    @property
    def finished(self) -> bool:
        """Whether every structure was asked and the last result has been left."""
        return self.open and len(self.given) == len(self.rounds)

    @property
    def current(self) -> Round | None:
        """The round asked now, or whose result is on show; None at the end."""
        index = len(self.given) - (0 if self.open else 1)
        return self.rounds[index] if index < len(self.rounds) else None

    @property
    def named(self) -> tuple[str, ...]:
        """The structures answered rightly."""
        return tuple(r.target for r, g in zip(self.rounds, self.given, strict=False) if r.target == g)

    @property
    def missed(self) -> tuple[str, ...]:
        """The structures answered wrongly or shown."""
        return tuple(r.target for r, g in zip(self.rounds, self.given, strict=False) if r.target != g)

    @property
    def last_was_right(self) -> bool:
        """Whether the last answer was right; false before the first."""
        return bool(self.given) and self.given[-1] == self.rounds[len(self.given) - 1].target

    def answer(self, hotspot: str) -> "FigureTest":
        """Take an answer; an empty one asks to be shown. Out of turn nothing happens."""
        if not self.open or self.finished:
            return self
        return replace(self, given=(*self.given, hotspot), open=False)

    def advance(self) -> "FigureTest":
        """Leave the result on show and ask the next structure."""
        return replace(self, open=True)


def begin_test(hotspots: Sequence[Hotspot], mode: AskMode, seed: int) -> FigureTest:
    """Return a test on `hotspots` in an order drawn from `seed`; each round offers up to four names."""
    chance = random.Random(seed)  # noqa: S311 - an order, not a secret
    ids = [hotspot.id for hotspot in hotspots]
    order = chance.sample(ids, len(ids))
    rounds = []
    for target in order:
        others = [name for name in ids if name != target]
        offered = [target, *chance.sample(others, min(CHOICES - 1, len(others)))]
        rounds.append(Round(target, tuple(chance.sample(offered, len(offered)))))
    return FigureTest(mode, tuple(rounds))
