"""The review log as values: what is written down, and what follows from it.

The log is append-only and is the truth. A regrade and a withdrawal are entries of their own that point at a
review; memories and tallies are what a replay of the entries gives.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from app.core.clock import Moment
from app.core.fsrs import Fsrs, Rating
from app.core.ids import PointId, TopicId, topic_of
from app.core.questions import Judged, Picked, Pointed, Response
from app.core.scheduling import Confidence, Memory, Outcome, Purpose, review


@dataclass(frozen=True, slots=True)
class Review:
    """One answer.

    `seq` is its place in the log, 0 before it is written. `question` is a question's id, or
    `figure#hotspot` in a self-test, which has no `point`. `seed` is that of the option order. `day` is
    the study day, `due_day` the one chosen for the point. `elapsed` is the whole days since the point's
    review before, None for the first; `expected` the chance of recall the schedule gave. Only a review
    has confidence, ratings and a due day for sure. `active_ms` is focused time in milliseconds; `length`
    the class of the question's length.
    """

    purpose: Purpose
    question: str
    point: PointId
    response: Response | None
    seed: int
    earned: float
    possible: float
    confidence: Confidence | None
    suggested: Rating | None
    rating: Rating | None
    active_ms: int
    at: Moment
    day: int
    due_day: int | None = None
    elapsed: int | None = None
    expected: float | None = None
    length: int = 0
    session: int = 0
    seq: int = 0

    @property
    def right(self) -> bool:
        """Whether the answer earned full marks."""
        return self.earned == self.possible

    @property
    def schedules(self) -> bool:
        """Whether the answer changes the memory of its point."""
        return self.purpose is Purpose.REVIEW

    @property
    def topic(self) -> TopicId:
        """The topic the point belongs to."""
        return topic_of(self.point)

    @property
    def outcome(self) -> Outcome:
        """What scheduling needs of it. ValueError when it has no rating."""
        if self.rating is None:
            raise ValueError("an answer without a rating does not schedule")
        return Outcome(self.rating, self.right, self.day)


@dataclass(frozen=True, slots=True)
class Regrade:
    """Another grade for the review at `target`, with the due day that follows from it."""

    target: int
    rating: Rating
    due_day: int
    at: Moment
    day: int
    seq: int = 0


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """The review at `target` taken back."""

    target: int
    at: Moment
    day: int
    seq: int = 0


Entry = Review | Regrade | Withdrawal


def effective(entries: Iterable[Entry]) -> dict[int, Review]:
    """Return the reviews that hold, by place in the log: withdrawn ones left out, the last grade put in."""
    held: dict[int, Review] = {}
    for entry in entries:
        match entry:
            case Review():
                held[entry.seq] = entry
            case Regrade() if entry.target in held:
                held[entry.target] = replace(held[entry.target], rating=entry.rating, due_day=entry.due_day)
            case Withdrawal():
                held.pop(entry.target, None)
            case _:
                continue
    return held


def remembered(memory: Memory | None, answer: Review, fsrs: Fsrs) -> Memory:
    """Return the memory after `answer`, whose due day is already chosen."""
    if answer.due_day is None:
        raise ValueError("the due day is not chosen")
    return review(memory, answer.point, answer.outcome, answer.due_day, fsrs)


def replay(entries: Iterable[Entry], fsrs: Fsrs) -> dict[PointId, Memory]:
    """Return the memories that follow from the log, exactly as they were computed answer by answer."""
    memories: dict[PointId, Memory] = {}
    for answer in effective(entries).values():
        if answer.schedules:
            memories[answer.point] = remembered(memories.get(answer.point), answer, fsrs)
    return memories


def response_text(response: Response | None) -> str:
    """Return a response as JSON, the same every time."""
    match response:
        case Picked(options):
            data: object = {"picked": sorted(options)}
        case Judged(values):
            data = {"judged": list(values)}
        case Pointed(hotspot):
            data = {"pointed": hotspot}
        case None:
            data = None
    return json.dumps(data, separators=(",", ":"))


def response_from(text: str) -> Response | None:
    """Return the response that `response_text` wrote. ValueError when it is none."""
    data = json.loads(text)
    if data is None:
        return None
    if isinstance(data, Mapping) and len(data) == 1:
        match next(iter(data.items())):
            case ("picked", list(options)):
                return Picked(frozenset(options))
            case ("judged", list(values)):
                return Judged(tuple(values))
            case ("pointed", hotspot):
                return Pointed(hotspot)
    raise ValueError(f"no response: {text[:40]}")
