"""Rows of the progress file to core objects and back."""

import json
from typing import Any

from app.core.clock import Moment
from app.core.fsrs import Rating
from app.core.ids import PointId, QuestionId
from app.core.review_log import Entry, Regrade, Review, Withdrawal, response_from, response_text
from app.core.scheduling import Confidence, Memory, Purpose
from app.core.session import Given, Item, StudySession, Turn

EVENT_COLUMNS = (
    "seq, kind, target, utc_ms, offset_min, study_day, point, question, purpose, session, response, seed,"
    " earned, possible, confidence, suggested, rating, active_ms, length, due_day, elapsed, expected"
)
MEMORY_COLUMNS = "point, stability, difficulty, due_day, last_day, reps, lapses, last_rating, relearning"
MEMORY_MARKS = "?, ?, ?, ?, ?, ?, ?, ?, ?"
_RATINGS = {int(rating): rating for rating in Rating}
_CONFIDENCES = {int(confidence): confidence for confidence in Confidence}
_PURPOSES = {purpose.value: purpose for purpose in Purpose}


def entry_from(row: Any) -> Entry:  # noqa: ANN401 - a row of EVENT_COLUMNS
    """Return the entry a row of the log holds."""
    seq, kind, target, utc_ms, offset, day = row[:6]
    at = Moment(utc_ms, offset)
    if kind == "withdrawal":
        return Withdrawal(target, at, day, seq)
    if kind == "regrade":
        return Regrade(target, Rating(row[16]), row[19], at, day, seq)
    return Review(
        _PURPOSES[row[8]],
        row[7],
        PointId(row[6]),
        None if row[10] is None else response_from(row[10]),
        row[11],
        row[12],
        row[13],
        _CONFIDENCES.get(row[14]),
        _RATINGS.get(row[15]),
        _RATINGS.get(row[16]),
        row[17],
        at,
        day,
        row[19],
        row[20],
        row[21],
        row[18],
        row[9],
        seq,
    )


def review_values(review: Review) -> dict[str, object]:
    """Return the columns of a review by name, without seq and device."""
    return {
        "kind": "review",
        "utc_ms": review.at.utc_ms,
        "offset_min": review.at.offset_min,
        "study_day": review.day,
        "point": review.point,
        "question": review.question,
        "purpose": review.purpose.value,
        "session": review.session,
        "response": response_text(review.response),
        "seed": review.seed,
        "earned": review.earned,
        "possible": review.possible,
        "confidence": review.confidence,
        "suggested": review.suggested,
        "rating": review.rating,
        "active_ms": review.active_ms,
        "length": review.length,
        "due_day": review.due_day,
        "elapsed": review.elapsed,
        "expected": review.expected,
    }


def memory_from(row: Any) -> Memory:  # noqa: ANN401 - a row of MEMORY_COLUMNS
    """Return the memory a row holds."""
    return Memory(
        PointId(row[0]), row[1], row[2], row[3], row[4], row[5], row[6], _RATINGS[row[7]], bool(row[8])
    )


def memory_values(memory: Memory) -> tuple[object, ...]:
    """Return the columns of a memory in the order of MEMORY_COLUMNS."""
    return (
        memory.point,
        memory.stability,
        memory.difficulty,
        memory.due_day,
        memory.last_day,
        memory.reps,
        memory.lapses,
        int(memory.last_rating),
        int(memory.relearning),
    )


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
        data["key"],
        data["name"],
        data["day"],
        tuple(Item(PointId(p), tuple(QuestionId(v) for v in vs), new) for p, vs, new in data["items"]),
        tuple(
            Given(_turn_from(g[:4]), g[4], g[5], Rating(g[6]), Confidence(g[7]), g[8], g[9])
            for g in data["given"]
        ),
        _turn_from(data["turn"]) if data["turn"] else None,
        data["checked"],
        frozenset(data["left_out"]),
    )


def _turn_data(turn: Turn) -> list[object]:
    return [turn.item, turn.question, turn.round, turn.seed]


def _turn_from(data: list[Any]) -> Turn:
    return Turn(data[0], QuestionId(data[1]), data[2], data[3])
