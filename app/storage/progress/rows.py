"""Rows of the progress file to core objects and back."""

import json
from typing import Any

from app.core.clock import Moment
from app.core.fsrs import Rating
from app.core.ids import PointId, QuestionId
from app.core.review_log import Entry, Regrade, Review, Withdrawal, response_from, response_text
from app.core.scheduling import Confidence, Memory, Purpose, memory_of
from app.core.session import Given, Item, StudySession, Turn

ENTRY_COLUMNS = (
    "seq, kind, target, utc_ms, offset_min, study_day, point, question, session, length, response, seed,"
    " earned, possible, confidence, rating, active_ms, due_day, elapsed"
)
MEMORY_COLUMNS = "stability, difficulty, due_day, last_day, reps, lapses, last_rating, relearning"
KINDS = {Purpose.REVIEW: 1, Purpose.TRY_FIRST: 2, Purpose.CHECK: 3, Purpose.SELF_TEST: 4}
REGRADE, WITHDRAWAL = -1, -2
_PURPOSES = {kind: purpose for purpose, kind in KINDS.items()}
_RATINGS = {int(rating): rating for rating in Rating}
_CONFIDENCES = {int(confidence): confidence for confidence in Confidence}


def entry_from(row: Any) -> Entry:  # noqa: ANN401 - a row of ENTRY_COLUMNS
    """Return the entry a row of the log holds."""
    seq, kind, target, utc_ms, offset, day, point, question, session, length = row[:10]
    response, seed, earned, possible, confidence, rating, active_ms, due_day, elapsed = row[10:]
    at = Moment(utc_ms, offset)
    if kind == WITHDRAWAL:
        return Withdrawal(target, at, day, seq)
    if kind == REGRADE:
        return Regrade(target=target, rating=_RATINGS[rating], due_day=due_day, at=at, day=day, seq=seq)
    return Review(
        purpose=_PURPOSES[kind],
        question=question,
        point=PointId(point),
        response=response_from(response),
        seed=seed,
        earned=earned,
        possible=possible,
        confidence=_CONFIDENCES.get(confidence),
        rating=_RATINGS.get(rating),
        active_ms=active_ms,
        at=at,
        day=day,
        due_day=due_day,
        elapsed=elapsed,
        length=length,
        session=session,
        seq=seq,
    )


def review_values(review: Review) -> dict[str, object]:
    """Return the columns of a review that are its own, by name."""
    return {
        "response": response_text(review.response),
        "seed": review.seed,
        "earned": review.earned,
        "possible": review.possible,
        "confidence": review.confidence,
        "rating": review.rating,
        "active_ms": review.active_ms,
        "due_in": None if review.due_day is None else review.due_day - review.day,
        "elapsed": review.elapsed,
    }


def memory_from(row: Any) -> Memory:  # noqa: ANN401 - the name of a point and a row of MEMORY_COLUMNS
    """Return the memory a row holds."""
    return memory_of(PointId(row[0]), row[1:])


def memory_values(memory: Memory) -> tuple[object, ...]:
    """Return the columns of a memory in the order of MEMORY_COLUMNS."""
    return memory.known


def session_text(session: StudySession) -> str:
    """Return a session as JSON."""
    data = {
        "key": session.key,
        "name": session.name,
        "day": session.day,
        "items": [[i.point, list(i.variants), i.is_new] for i in session.items],
        "given": [
            [*_turn_data(g.turn), g.event, g.right, g.rating, g.confidence, g.at_ms, g.active_ms]
            for g in session.given
        ],
        "turn": _turn_data(session.turn) if session.turn else None,
        "checked": session.checked,
        "left_out": sorted(session.left_out),
    }
    return json.dumps(data, separators=(",", ":"))


def session_from(text: str) -> StudySession:
    """Return the session that `session_text` wrote."""
    data: dict[str, Any] = json.loads(text)
    return StudySession(
        key=data["key"],
        name=data["name"],
        day=data["day"],
        items=tuple(Item(PointId(p), tuple(QuestionId(v) for v in vs), new) for p, vs, new in data["items"]),
        given=tuple(
            Given(
                turn=_turn_from(g[:4]),
                event=g[4],
                right=g[5],
                rating=Rating(g[6]),
                confidence=Confidence(g[7]),
                at_ms=g[8],
                active_ms=g[9],
            )
            for g in data["given"]
        ),
        turn=_turn_from(data["turn"]) if data["turn"] else None,
        checked=data["checked"],
        left_out=frozenset(data["left_out"]),
    )


def _turn_data(turn: Turn) -> list[object]:
    return [turn.item, turn.question, turn.round, turn.seed]


def _turn_from(data: list[Any]) -> Turn:
    return Turn(data[0], QuestionId(data[1]), data[2], data[3])
