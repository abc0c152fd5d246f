"""The review log as values: what is written down, and what follows from it.

The log is append-only and is the truth. A regrade and a withdrawal are entries of their own that point at a
review; memories and tallies are what a replay of the entries gives.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from app.core.clock import Moment
from app.core.fsrs import Fsrs, Rating
from app.core.ids import PointId, TopicId, topic_of
from app.core.questions import Judged, Picked, Pointed, Response
from app.core.scheduling import Confidence, Known, Memory, Outcome, Purpose, learned, memory_of, review


@dataclass(frozen=True, slots=True)
class Review:
    """One answer.

    `seq` is its place in the log, 0 before it is written. `question` is a question's id, or
    `figure#hotspot` in a self-test, which has no `point`. `seed` is that of the option order. `day` is
    the study day, `due_day` the one chosen for the point. `elapsed` is the whole days since the point's
    review before, None for the first. Only a review has confidence, rating and a due day for sure; its
    rating as written is the one suggested, another one is a `Regrade`. `active_ms` is focused time in
    milliseconds; `length` the class of the question's length; `session` the number of the session, 0
    outside of sessions.
    """

    purpose: Purpose
    question: str
    point: PointId
    response: Response | None
    seed: int
    earned: float
    possible: float
    confidence: Confidence | None
    rating: Rating | None
    active_ms: int
    at: Moment
    day: int
    due_day: int | None = None
    elapsed: int | None = None
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
_JUDGED = {True: "t", False: "f", None: "-"}
_JUDGMENTS = {letter: value for value, letter in _JUDGED.items()}


@dataclass(frozen=True, slots=True)
class Corrections:
    """What the entries say about answers written before: `withdrawn`, and the last regrade of each."""

    withdrawn: frozenset[int]
    regraded: Mapping[int, Regrade]

    @classmethod
    def among(cls, entries: Iterable[Entry]) -> "Corrections":
        """Return the corrections among `entries`, which are in the order of the log."""
        withdrawn: set[int] = set()
        regraded: dict[int, Regrade] = {}
        for entry in entries:
            match entry:
                case Regrade():
                    regraded[entry.target] = entry
                case Withdrawal():
                    withdrawn.add(entry.target)
                case _:
                    continue
        return cls(frozenset(withdrawn), regraded)

    def corrected(self, review: Review) -> Review:
        """Return a review with the last grade it was given."""
        regrade = self.regraded.get(review.seq)
        return replace(review, rating=regrade.rating, due_day=regrade.due_day) if regrade else review


def effective(entries: Iterable[Entry]) -> dict[int, Review]:
    """Return the reviews that hold, by place in the log: withdrawn ones left out, the last grade put in."""
    log = tuple(entries)
    corrections = Corrections.among(log)
    reviews = (e for e in log if isinstance(e, Review) and e.seq not in corrections.withdrawn)
    return {review.seq: corrections.corrected(review) for review in reviews}


def remembered(memory: Memory | None, answer: Review, fsrs: Fsrs) -> Memory:
    """Return the memory after `answer`, whose due day is already chosen."""
    if answer.due_day is None:
        raise ValueError("the due day is not chosen")
    return review(memory, answer.point, answer.outcome, answer.due_day, fsrs)


Held = tuple[PointId, int, bool, int, int, int, int | None, int]
"""A review that holds, as plain numbers: point, rating, whether right, study day, due day, confidence, days
elapsed, focused milliseconds."""


def held_of(answer: Review) -> Held:
    """Return a review as plain numbers. ValueError when it is none that schedules."""
    if answer.rating is None or answer.due_day is None or answer.confidence is None:
        raise ValueError("an answer without confidence, rating and due day does not schedule")
    return (
        answer.point,
        int(answer.rating),
        answer.right,
        answer.day,
        answer.due_day,
        int(answer.confidence),
        answer.elapsed,
        answer.active_ms,
    )


def replay(reviews: Iterable[Held], fsrs: Fsrs) -> dict[PointId, Memory]:
    """Return the memories that follow from the reviews that hold, in the order of the log.

    They are exactly those that were computed answer by answer.
    """
    known: dict[PointId, Known] = {}
    for point, rating, right, day, due_day, _, _, _ in reviews:
        known[point] = learned(known.get(point), rating, right, day, due_day, fsrs)
    return {point: memory_of(point, found) for point, found in known.items()}


def replay_entries(entries: Iterable[Entry], fsrs: Fsrs) -> dict[PointId, Memory]:
    """Return the memories that follow from whole entries."""
    return replay((held_of(r) for r in effective(entries).values() if r.schedules), fsrs)


def response_text(response: Response | None) -> str | None:
    """Return a response as a short text, the same every time; None for none.

    Options by number, `0,2`; statements as `:tf-` (true, false, unanswered); a place as `@hotspot`.
    """
    match response:
        case Picked(options):
            return ",".join(str(option) for option in sorted(options))
        case Judged(values):
            return ":" + "".join(_JUDGED[value] for value in values)
        case Pointed(hotspot):
            return "@" + (hotspot or "")
        case None:
            return None


def response_from(text: str | None) -> Response | None:
    """Return the response that `response_text` wrote. ValueError when it is none."""
    if text is None:
        return None
    if text.startswith("@"):
        return Pointed(text[1:] or None)
    try:
        if text.startswith(":"):
            return Judged(tuple(_JUDGMENTS[letter] for letter in text[1:]))
        return Picked(frozenset(int(option) for option in text.split(",") if text))
    except (KeyError, ValueError) as error:
        raise ValueError(f"no response: {text[:40]}") from error
