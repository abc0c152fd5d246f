"""A study session as a value: each step returns a new session.

A session is its plan and the answers given; where it stands follows from the two, so that taking an answer
back is leaving it out.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from app.core.chance import stable_hash
from app.core.fsrs import Rating
from app.core.ids import PointId, QuestionId
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
    given, that is, whether the last of `given` belongs to it.
    """

    key: int
    name: str
    day: int
    items: tuple[Item, ...]
    given: tuple[Given, ...] = ()
    turn: Turn | None = None
    checked: bool = False

    @classmethod
    def begun(cls, key: int, name: str, day: int, items: tuple[Item, ...]) -> "StudySession":
        """Return a session at its first question; `key` seeds the order of options."""
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
        return replace(self, turn=self._next(now_ms), checked=False)

    def finished(self) -> "StudySession":
        """Return the session ended where it stands."""
        return replace(self, turn=None, checked=False)

    def undone(self) -> "StudySession":
        """Return the session without its last answer, whose question is shown again."""
        if not self.given:
            raise ValueError("there is no answer to take back")
        return replace(self, given=self.given[:-1], turn=self.given[-1].turn, checked=False)

    @property
    def total(self) -> int:
        """How many points are planned."""
        return len(self.items)

    @property
    def done(self) -> int:
        """How many points are through: asked, and not coming back."""
        return sum(not given.returns for given in self._last().values())

    @property
    def returning(self) -> int:
        """How many points come back after a miss."""
        return sum(given.returns for given in self._last().values())

    @property
    def first_answers(self) -> tuple[Given, ...]:
        """The first answer to each point, in the order given."""
        return tuple(given for given in self.given if given.turn.round == 0)

    @property
    def missed(self) -> tuple[PointId, ...]:
        """The points answered wrongly at least once, in the order of the first miss."""
        wrong = (self.items[given.turn.item].point for given in self.given if not given.right)
        return tuple(dict.fromkeys(wrong))

    @property
    def active_ms(self) -> int:
        """The focused time of all answers."""
        return sum(given.active_ms for given in self.given)

    def cells(self) -> tuple[CellState, ...]:
        """Return how each planned point stands, in the order of the plan."""
        last = self._last()
        return tuple(self._cell(place, last.get(place)) for place in range(len(self.items)))

    def _cell(self, place: int, given: Given | None) -> CellState:
        if self.turn is not None and self.turn.item == place and not self.checked:
            return CellState.CURRENT
        if given is None:
            return CellState.AHEAD
        if given.returns:
            return CellState.RETURNING if self.turn is not None else CellState.WRONG
        return CellState.RIGHT if given.right else CellState.WRONG

    def _last(self) -> dict[int, Given]:
        return {given.turn.item: given for given in self.given}

    def _next(self, now_ms: int) -> Turn | None:
        """A miss whose wait is over, else the next of the plan, else the miss that waits longest."""
        latest = {given.turn.item: place for place, given in enumerate(self.given)}
        waiting = sorted((place, item) for item, place in latest.items() if self.given[place].returns)
        for place, item in waiting:
            others = len(self.given) - 1 - place
            if others >= OTHERS_BETWEEN and now_ms - self.given[place].at_ms >= WAIT_MS:
                return self._turn(item)
        fresh = len(latest)
        if fresh < len(self.items):
            return self._turn(fresh)
        return self._turn(waiting[0][1]) if waiting else None

    def _turn(self, item: int) -> Turn:
        times = sum(given.turn.item == item for given in self.given)
        plan = self.items[item]
        question = plan.variants[times % len(plan.variants)]
        return Turn(item, question, times, stable_hash(self.key, plan.point, times))
