"""A session: order, returns, undo."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.fsrs import Rating
from app.core.ids import PointId, QuestionId
from app.core.scheduling import Confidence
from app.core.session import CellState, Given, Item, StudySession

MINUTE = 60_000


def a_session(count: int = 8, variants: int = 2) -> StudySession:
    items = tuple(
        Item(PointId(f"t/p{i}"), tuple(QuestionId(f"t/p{i}-q{v}") for v in range(variants)))
        for i in range(count)
    )
    return StudySession.begun(7, "Today's review", 100, items)


def give(
    session: StudySession, right: bool = True, at: int = 0, rating: Rating | None = None
) -> StudySession:
    assert session.turn is not None
    grade = rating or (Rating.GOOD if right else Rating.AGAIN)
    return session.answered(
        Given(session.turn, len(session.given) + 1, right, grade, Confidence.THINK, at, 9000)
    )


def step(session: StudySession, right: bool = True, at: int = 0) -> StudySession:
    return give(session, right, at).advanced(at)


def item(session: StudySession) -> int | None:
    return session.turn.item if session.turn else None


def test_all_right_goes_through_the_plan_once() -> None:
    session = a_session(3)
    assert (session.total, session.done) == (3, 0)
    for place in range(3):
        assert item(session) == place
        session = step(session)
    assert session.turn is None
    assert session.done == session.total == 3
    assert session.active_ms == 27000


def test_a_miss_returns_after_four_others_and_ten_minutes_with_another_question() -> None:
    session = step(a_session(12), right=False, at=0)
    for minute in range(1, 5):
        session = step(session, at=minute * MINUTE)
    assert item(session) == 5, "four others, but ten minutes are not over"
    session = step(session, at=10 * MINUTE)
    assert item(session) == 0
    assert session.turn is not None
    assert (session.turn.question, session.turn.round) == ("t/p0-q1", 1)
    session = step(session, at=11 * MINUTE)
    assert (session.returning, session.missed, item(session)) == (0, ("t/p0",), 6)


def test_ten_minutes_without_four_others_are_not_enough() -> None:
    session = step(a_session(12), right=False, at=0)
    session = step(session, at=60 * MINUTE)
    assert item(session) == 2


def test_with_fewer_than_four_left_a_miss_returns_at_the_end_until_right_once() -> None:
    session = step(a_session(3), right=False)
    session = step(session, right=False)
    assert item(session) == 2
    session = step(session)
    seen = []
    for right in (False, True, True):
        seen.append(item(session))
        session = step(session, right)
    assert seen == [0, 1, 0]
    assert session.turn is None
    assert session.done == 3


def test_a_point_with_one_question_is_asked_with_it_again_in_another_order() -> None:
    session = a_session(1, variants=1)
    first = session.turn
    session = step(session, right=False)
    assert first is not None
    assert session.turn is not None
    assert session.turn.question == first.question
    assert session.turn.seed != first.seed


def test_grading_a_miss_up_keeps_it_from_returning() -> None:
    session = give(a_session(1), right=False)
    assert session.returning == 1
    session = session.regraded(Rating.GOOD)
    assert session.advanced(0).turn is None


def test_a_right_guess_does_not_return() -> None:
    assert give(a_session(1), rating=Rating.AGAIN).advanced(0).turn is None


def test_undo_goes_back_to_the_start() -> None:
    start = a_session(4)
    session = start
    for right in (False, True, False, True, True, True):
        session = step(session, right)
    assert session.turn is None
    while session.given:
        before = session.given[-1].turn
        session = session.undone()
        assert session.turn == before
    assert session == start
    with pytest.raises(ValueError, match="take back"):
        session.undone()


def test_steps_out_of_turn_are_our_bug() -> None:
    session = a_session(2)
    with pytest.raises(ValueError, match="not answered"):
        session.advanced(0)
    with pytest.raises(ValueError, match="no answer to grade"):
        session.regraded(Rating.GOOD)
    checked = give(session)
    with pytest.raises(ValueError, match="waits"):
        checked.answered(checked.given[-1])
    assert replace(session, items=()).total == 0
    assert StudySession.begun(1, "", 1, ()).turn is None


def test_cells() -> None:
    session = step(step(a_session(4)), right=False)
    assert session.cells() == (CellState.RIGHT, CellState.RETURNING, CellState.CURRENT, CellState.AHEAD)
    session = give(session, right=True)
    assert session.cells()[2] == CellState.RIGHT
    assert session.finished().cells()[1] == CellState.WRONG
    assert give(a_session(1), False, rating=Rating.HARD).cells() == (CellState.WRONG,)


@given(st.integers(1, 9), st.lists(st.tuples(st.booleans(), st.integers(0, 900_000)), max_size=60))
def test_a_session_never_counts_more_than_it_planned(count: int, answers: list[tuple[bool, int]]) -> None:
    session, now = a_session(count), 0
    for right, gap in answers:
        if session.turn is None:
            break
        now += gap
        before = session.turn.item
        session = step(session, right, now)
        assert 0 <= session.done + session.returning <= session.total
        if session.turn is not None and not right and session.total > session.done + 1:
            others = session.total - session.done - 1
            assert session.turn.item != before or others == 0
    if session.turn is None:
        assert session.done == session.total


def test_a_point_left_out_is_not_asked_and_not_counted() -> None:
    session = step(a_session(3)).without(PointId("t/p1"), 0)
    assert (item(session), session.total, session.done) == (2, 2, 1)
    assert session.cells() == (CellState.RIGHT, CellState.CURRENT)
    assert [i.point for i in session.planned] == ["t/p0", "t/p2"]
    assert session.without(PointId("t/p1"), 0) == session
    with pytest.raises(ValueError, match="not planned"):
        session.without(PointId("t/other"), 0)
    ended = session.without(PointId("t/p2"), 0)
    assert (ended.turn, ended.total, ended.left_points) == (None, 1, ("t/p1", "t/p2"))


def test_a_miss_left_out_does_not_return_but_counts() -> None:
    session = give(a_session(2), right=False).without(PointId("t/p0"), 0)
    assert (item(session), session.checked) == (1, False)
    assert (session.total, session.done, session.returning) == (2, 1, 0)
    assert session.cells() == (CellState.WRONG, CellState.CURRENT)
    assert step(session).turn is None


def test_leaving_out_another_point_keeps_the_page() -> None:
    session = give(step(a_session(4), right=False))
    left = session.without(PointId("t/p0"), 0).without(PointId("t/p3"), 0)
    assert (left.turn, left.checked) == (session.turn, True)
    assert (left.total, left.returning) == (3, 0)
    assert item(left.advanced(0)) == 2


def test_taking_back_an_answer_brings_its_point_back() -> None:
    session = give(a_session(2), right=False)
    undone = session.without(PointId("t/p0"), 0).undone()
    assert undone == a_session(2)
    other = step(step(a_session(3))).without(PointId("t/p2"), 0).undone()
    assert (item(other), other.left_points) == (1, ("t/p2",))


@given(
    st.integers(1, 7),
    st.lists(
        st.tuples(
            st.sampled_from(["right", "wrong", "undo", "leave", "leave other", "up"]), st.integers(0, 6)
        ),
        max_size=60,
    ),
)
def test_counts_and_cells_agree_whatever_is_done(count: int, acts: list[tuple[str, int]]) -> None:
    session, now = a_session(count), 0
    for act, number in acts:
        now += number * MINUTE
        before = session
        if act == "undo" and session.given:
            session = session.undone()
            assert session.given == before.given[:-1]
        elif act == "leave other" and number < count:
            session = session.without(PointId(f"t/p{number}"), now)
        elif session.turn is not None and act == "leave":
            session = session.without(session.items[session.turn.item].point, now)
        elif session.turn is not None and act in {"right", "wrong"}:
            session = step(session, act == "right", now)
        elif session.turn is not None and act == "up":
            session = give(session, False, now).regraded(Rating.HARD).advanced(now)
        consistent(session)


def consistent(session: StudySession) -> None:
    cells = session.cells()
    assert len(cells) == len(session.planned) == session.total
    assert session.done + session.returning <= session.total
    assert session.done <= len(session.given), "never more points through than answers"
    assert len(session.first_answers) <= session.total
    if session.turn is None:
        assert session.done == session.total
        assert session.returning == 0
        assert CellState.CURRENT not in cells
    else:
        assert session.turn.item not in session.left_out
        assert cells.count(CellState.CURRENT) == 1
        asked = [g.turn.question for g in session.given if g.turn.item == session.turn.item]
        assert session.turn.round == len(asked)
