"""What follows from the log."""

from dataclasses import replace

import pytest

from app.core.clock import Moment
from app.core.fsrs import Fsrs, Rating
from app.core.ids import PointId
from app.core.questions import Judged, Picked, Pointed, Response
from app.core.review_log import (
    Regrade,
    Withdrawal,
    effective,
    held_of,
    remembered,
    replay_entries,
    response_from,
    response_text,
)
from app.core.scheduling import Purpose
from tests.core.test_mastery import ANSWER

AT = Moment(0, 0)


@pytest.mark.parametrize(
    "response",
    [
        None,
        Picked(frozenset({3, 0})),
        Judged((True, None, False)),
        Pointed("spot"),
        Pointed(None),
        Judged(()),
        Picked(frozenset()),
    ],
)
def test_a_response_is_read_back(response: Response | None) -> None:
    assert response_from(response_text(response)) == response


def test_a_response_is_written_short_and_the_same_every_time() -> None:
    assert response_text(Picked(frozenset({12, 3, 0}))) == "0,3,12"
    assert response_text(Judged((True, False, None))) == ":tf-"
    assert response_text(Pointed("spiral-artery")) == "@spiral-artery"
    for text in ("a", "1,", ":x", '{"picked":[1]}'):
        with pytest.raises(ValueError, match="no response"):
            response_from(text)


def test_withdrawn_answers_do_not_count_and_the_last_grade_holds() -> None:
    one, two = replace(ANSWER, seq=1), replace(ANSWER, seq=2)
    log = [
        one,
        Regrade(1, Rating.HARD, 12, AT, 10),
        two,
        Withdrawal(2, AT, 10),
        Regrade(2, Rating.EASY, 30, AT, 10),
    ]
    held = effective(log)
    assert list(held) == [1]
    assert (held[1].rating, held[1].due_day) == (Rating.HARD, 12)
    memory = replay_entries(log, Fsrs())[PointId("t/p")]
    assert (memory.due_day, memory.reps, memory.last_rating) == (12, 1, Rating.HARD)


def test_only_reviews_make_memories() -> None:
    assert replay_entries([replace(ANSWER, seq=1, purpose=Purpose.CHECK, rating=None)], Fsrs()) == {}


def test_an_answer_without_a_grade_cannot_be_scheduled() -> None:
    with pytest.raises(ValueError, match="due day"):
        remembered(None, replace(ANSWER, due_day=None), Fsrs())
    with pytest.raises(ValueError, match="rating"):
        remembered(None, replace(ANSWER, rating=None), Fsrs())
    with pytest.raises(ValueError, match="rating"):
        held_of(replace(ANSWER, rating=None))
    assert ANSWER.topic == "t"
