"""A study session as a value: each step returns a new session.

A session is its plan and the answers given; where it stands follows from the two, so that taking an answer
back is leaving it out.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from app.core.fsrs import Rating
from app.core.ids import PointId, QuestionId
from app.core.option_order import order_seed
from app.core.scheduling import Confidence

OTHERS_BETWEEN = 4
WAIT_MS = 10 * 60 * 1000


class CellState(StrEnum):
    """How one planned point stands."""

    RIGHT = "right"
    WRONG = "wrong"
    RETURNING = "returning"
    CURRENT = "current"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Item:
    """A planned point with its questions, the one to ask first; a return takes the next of them."""

    point: PointId
    variants: tuple[QuestionId, ...]
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """One asking: place of the item in the plan, question, how often it was asked before, seed."""

    item: int
    question: QuestionId
    round: int
    seed: int


@dataclass(frozen=True, slots=True)
class Given:
    """An answer given. `event` is its place in the log, `at_ms` the UTC time, `active_ms` focused time."""

    turn: Turn
    event: int
    right: bool
    rating: Rating
    confidence: Confidence
    at_ms: int
    active_ms: int

    @property
    def returns(self) -> bool:
        """Whether the point comes back in this session: a wrong answer that was not graded up."""
        return self.rating is Rating.AGAIN and not self.right


@dataclass(frozen=True, slots=True)
class StudySession:
    """A session of one study day.

    `turn` is the question shown, None once the session has ended. `checked` is whether its answer is
    given, that is, whether the last of `given` belongs to it. `left_out` holds the places of the items that
    are not asked any more; answers to them stay.
    """

    key: int
    name: str
    day: int
    items: tuple[Item, ...]
    given: tuple[Given, ...] = ()
    turn: Turn | None = None
    checked: bool = False
    left_out: frozenset[int] = frozenset()

    @classmethod
    def begun(cls, key: int, name: str, day: int, items: tuple[Item, ...]) -> "StudySession":
        """Return a session at its first question; the number `key` seeds the order of options."""
        session = cls(key, name, day, items)
        return replace(session, turn=session._turn(0) if items else None)

    def answered(self, given: Given) -> "StudySession":
        """Return the session with the answer to the question shown. ValueError when none waits for one."""
        if self.turn is None or self.checked or given.turn != self.turn:
            raise ValueError("no question waits for this answer")
        return replace(self, given=(*self.given, given), checked=True)

    def regraded(self, rating: Rating) -> "StudySession":
        """Return the session with another grade for the answer just given."""
        if not self.checked:
            raise ValueError("there is no answer to grade")
        return replace(self, given=(*self.given[:-1], replace(self.given[-1], rating=rating)))

    def advanced(self, now_ms: int) -> "StudySession":
        """Return the session at its next question, or ended when none is left."""
        if not self.checked:
            raise ValueError("the question shown is not answered")
        return replace(self, turn=self.following(now_ms), checked=False)

    def finished(self) -> "StudySession":
        """Return the session ended where it stands."""
        return replace(self, turn=None, checked=False)

    def undone(self) -> "StudySession":
        """Return the session without its last answer, whose question is shown again, left out or not."""
        if not self.given:
            raise ValueError("there is no answer to take back")
        turn = self.given[-1].turn
        left_out = self.left_out - {turn.item}
        return replace(self, given=self.given[:-1], turn=turn, checked=False, left_out=left_out)

    def without(self, point: PointId, now_ms: int) -> "StudySession":
        """Return the session that asks a point no more; if it was on the page, at the question after it.

        ValueError when the point is not planned.
        """
        place = next((place for place, item in enumerate(self.items) if item.point == point), None)
        if place is None:
            raise ValueError(f"{point} is not planned")
        left = replace(self, left_out=self.left_out | {place})
        if self.turn is None or self.turn.item != place:
            return left
        return replace(left, turn=left.following(now_ms), checked=False)

    def following(self, now_ms: int) -> Turn | None:
        """Return a miss whose wait is over, else the next of the plan, else the miss that waits longest."""
        last = self._last()
        waiting = self._waiting(last)
        latest = {given.turn.item: number for number, given in enumerate(self.given)}
        for item in waiting:
            others = len(self.given) - 1 - latest[item]
            if others >= OTHERS_BETWEEN and now_ms - last[item].at_ms >= WAIT_MS:
                return self._turn(item)
        fresh = next((place for place in self._planned(last) if place not in last), None)
        if fresh is not None:
            return self._turn(fresh)
        return self._turn(waiting[0]) if waiting else None

    @property
    def planned(self) -> tuple[Item, ...]:
        """The items of the plan, without those left out before they were ever answered."""
        return tuple(self.items[place] for place in self._planned(self._last()))

    @property
    def total(self) -> int:
        """How many points are planned."""
        return len(self._planned(self._last()))

    @property
    def done(self) -> int:
        """How many points are through: asked, and not coming back."""
        last = self._last()
        return len(last) - len(self._waiting(last))

    @property
    def returning(self) -> int:
        """How many points come back after a miss."""
        return len(self._waiting(self._last()))

    @property
    def first_answers(self) -> tuple[Given, ...]:
        """The first answer to each point, in the order given."""
        return tuple(given for given in self.given if given.turn.round == 0)

    @property
    def missed(self) -> tuple[PointId, ...]:
        """The points answered wrongly at least once, in the order of the first miss."""
        return self._points_of(given.turn.item for given in self.given if not given.right)

    @property
    def left_points(self) -> tuple[PointId, ...]:
        """The points left out, in the order of the plan."""
        return self._points_of(sorted(self.left_out))

    @property
    def active_ms(self) -> int:
        """The focused time of all answers."""
        return sum(given.active_ms for given in self.given)

    def cells(self) -> tuple[CellState, ...]:
        """Return how each planned point stands, in the order of `planned`."""
        last = self._last()
        waiting = self._waiting(last)
        return tuple(self._cell(place, last.get(place), waiting) for place in self._planned(last))

    def _cell(self, place: int, given: Given | None, waiting: Collection[int]) -> CellState:
        if self.turn is not None and self.turn.item == place and not self.checked:
            return CellState.CURRENT
        if given is None:
            return CellState.AHEAD
        if place in waiting and self.turn is not None:
            return CellState.RETURNING
        return CellState.RIGHT if given.right else CellState.WRONG

    def _last(self) -> dict[int, Given]:
        """The last answer to each item by its place, in the order of those answers."""
        last: dict[int, Given] = {}
        for given in self.given:
            last.pop(given.turn.item, None)
            last[given.turn.item] = given
        return last

    def _planned(self, last: Mapping[int, Given]) -> tuple[int, ...]:
        return tuple(place for place in range(len(self.items)) if place in last or place not in self.left_out)

    def _waiting(self, last: Mapping[int, Given]) -> tuple[int, ...]:
        """The items that come back, the one that waits longest first."""
        return tuple(place for place, given in last.items() if given.returns and place not in self.left_out)

    def _points_of(self, places: Iterable[int]) -> tuple[PointId, ...]:
        return tuple(dict.fromkeys(self.items[place].point for place in places))

    def _turn(self, item: int) -> Turn:
        times = sum(given.turn.item == item for given in self.given)
        plan = self.items[item]
        question = plan.variants[times % len(plan.variants)]
        return Turn(item, question, times, order_seed(self.key, plan.point, times))
