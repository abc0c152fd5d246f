"""Verdicts: what each kind earns, and what holds for all of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.grading import PartState, Verdict, judge
from app.core.questions import Judged, Picked, Pointed
from tests.builders import a_hotspot, a_multiple, a_single, a_true_false

keys = st.lists(st.booleans(), min_size=3, max_size=7).filter(any)
picks = st.frozensets(st.integers(-1, 8))


def picked(*options: int) -> Picked:
    return Picked(frozenset(options))


def states(verdict: Verdict) -> list[PartState]:
    return [part.state for part in verdict.parts]


def test_single_best_answer() -> None:
    question = a_single(right=1)
    right, wrong = judge(question, picked(1)), judge(question, picked(2))
    assert (right.earned, right.possible, right.right, right.share) == (1, 1, True, 1)
    assert (wrong.earned, wrong.right) == (0, False)
    assert states(wrong) == [PartState.OTHER, PartState.MISSED, PartState.CHOSEN_WRONG, PartState.OTHER]
    assert judge(question, picked()).earned == judge(question, picked(1, 2)).earned == 0
    assert wrong.parts[2].why == "Reason 2"


def test_select_all_takes_a_wrong_pick_off_and_never_falls_below_nought() -> None:
    question = a_multiple((True, True, True, False, False))
    assert judge(question, picked(0, 1, 2)).right
    assert judge(question, picked(0, 1)).earned == 2
    assert judge(question, picked(0, 1, 2, 3)).earned == 2
    assert judge(question, picked(3, 4)).earned == 0
    assert judge(question, picked(0, 1)).share == pytest.approx(2 / 3)


def test_true_false_earns_a_point_a_statement() -> None:
    question = a_true_false((True, False, True))
    verdict = judge(question, Judged((True, True, None)))
    assert (verdict.earned, verdict.possible) == (1, 3)
    assert states(verdict) == [PartState.RIGHT, PartState.CHOSEN_WRONG, PartState.MISSED]
    assert judge(question, Judged(())).earned == 0
    assert judge(question, Judged((True, False, True, True, False))).right


def test_hotspot() -> None:
    question = a_hotspot(right=2)
    assert judge(question, Pointed("spot-2")).right
    wrong = judge(question, Pointed("spot-0"))
    assert states(wrong) == [PartState.CHOSEN_WRONG, PartState.OTHER, PartState.MISSED]
    assert judge(question, Pointed(None)).earned == judge(question, Pointed("elsewhere")).earned == 0


@pytest.mark.parametrize(
    ("question", "response"),
    [
        (a_single(), Pointed("x")),
        (a_multiple(), Judged(())),
        (a_true_false(), picked()),
        (a_hotspot(), picked()),
    ],
)
def test_a_response_of_another_kind_is_our_bug(question, response) -> None:
    with pytest.raises(TypeError, match="takes no"):
        judge(question, response)


def test_something_else_than_a_question_is_our_bug() -> None:
    with pytest.raises(AssertionError):
        judge("question", picked())


@given(keys, picks)
def test_marks_are_in_bounds_and_full_only_for_the_key(key: list[bool], options: frozenset[int]) -> None:
    verdict = judge(a_multiple(key), Picked(options))
    in_range = {o for o in options if 0 <= o < len(key)}
    assert 0 <= verdict.earned <= verdict.possible
    assert verdict.right == (in_range == {i for i, k in enumerate(key) if k})


@given(
    st.lists(st.booleans(), min_size=1, max_size=6),
    st.lists(st.sampled_from([True, False, None]), max_size=8),
)
def test_statements_in_bounds_and_full_only_when_all_right(
    key: list[bool], values: list[bool | None]
) -> None:
    verdict = judge(a_true_false(key), Judged(tuple(values)))
    assert 0 <= verdict.earned <= verdict.possible == len(key)
    assert verdict.right == (values[: len(key)] == key)


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=3, max_size=7), st.randoms())
def test_order_is_irrelevant(cells: list[tuple[bool, bool]], random) -> None:
    """The same options in another order, picked the same way, earn the same."""
    mixed = list(cells)
    random.shuffle(mixed)
    one, other = (
        judge(a_multiple([k for k, _ in c]), Picked(frozenset(i for i, (_, p) in enumerate(c) if p)))
        for c in (cells, mixed)
    )
    assert (one.earned, one.possible) == (other.earned, other.possible)


def test_share_without_possible_marks() -> None:
    assert Verdict(0, 0, ()).share == 1.0
