"""FSRS-6: the published vectors, and py-fsrs as an oracle."""

from datetime import UTC, datetime, timedelta

import fsrs as oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.fsrs import DEFAULT_WEIGHTS, STABILITY_MAX, Fsrs, Rating, State

ALGORITHM = Fsrs()
ratings = st.sampled_from(Rating)


def states_of(grades: list[int], gaps: list[int], algorithm: Fsrs = ALGORITHM) -> list[State]:
    state, out = None, []
    for grade, gap in zip(grades, gaps, strict=True):
        rating = Rating(grade)
        state = algorithm.first(rating) if state is None else algorithm.after(state, rating, gap)
        out.append(state)
    return out


def test_the_published_memory_state() -> None:
    state = states_of([1, 3, 3, 3, 3, 3], [0, 0, 1, 3, 8, 21])[-1]
    assert state.stability == pytest.approx(53.62691, abs=1e-4)
    assert state.difficulty == pytest.approx(6.3574867, abs=1e-4)


def test_the_published_memory_state_without_same_day_weights() -> None:
    weights = (*DEFAULT_WEIGHTS[:17], 0.0, 0.0, 0.0, DEFAULT_WEIGHTS[20])
    state = states_of([1, 3, 3, 3, 3, 3], [0, 0, 1, 3, 8, 21], Fsrs(weights))[-1]
    assert state.stability == pytest.approx(53.335106, abs=1e-4)


def test_the_published_intervals() -> None:
    """The sequence of py-fsrs' test: learning steps stand for 0, the rest are whole days."""
    grades = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3]
    published = [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]
    gaps = [0, *published[:-1]]
    found = [round(ALGORITHM.interval(s.stability, 0.9)) for s in states_of(grades, gaps)]
    assert [f for f, p in zip(found, published, strict=True) if p] == [p for p in published if p]


@pytest.mark.parametrize("retention", [0.7, 0.8, 0.9, 0.95, 0.97])
def test_the_interval_is_where_the_curve_meets_the_wish(retention: float) -> None:
    assert ALGORITHM.retrievability(37.5, ALGORITHM.interval(37.5, retention)) == pytest.approx(retention)


def test_after_as_many_days_as_the_stability_nine_in_ten_are_left() -> None:
    assert ALGORITHM.interval(10.0, 0.9) == pytest.approx(10.0)
    assert ALGORITHM.retrievability(10.0, -3) == 1.0


def test_the_number_of_weights_is_checked() -> None:
    with pytest.raises(ValueError, match="21 weights"):
        Fsrs((1.0,))


@given(st.lists(st.tuples(ratings, st.integers(0, 400)), min_size=1, max_size=12))
def test_agrees_with_py_fsrs(history: list[tuple[Rating, int]]) -> None:
    """Fed with whole days, since py-fsrs counts 24-hour periods."""
    scheduler = oracle.Scheduler(enable_fuzzing=False)
    card, now, state = oracle.Card(card_id=1), datetime(2026, 1, 1, tzinfo=UTC), None
    for rating, gap in history:
        now += timedelta(days=gap if state else 0)
        card, _ = scheduler.review_card(card, oracle.Rating(int(rating)), now)
        state = ALGORITHM.first(rating) if state is None else ALGORITHM.after(state, rating, gap)
        if card.stability is None or card.stability >= STABILITY_MAX:
            return
        assert state.stability == pytest.approx(card.stability, rel=1e-9)
        assert state.difficulty == pytest.approx(card.difficulty, rel=1e-9)
        assert ALGORITHM.retrievability(state.stability, 9) == pytest.approx(
            scheduler.get_card_retrievability(card, now + timedelta(days=9)), rel=1e-9
        )


@given(st.lists(st.tuples(ratings, st.integers(-5, 40000)), min_size=1, max_size=30))
def test_states_stay_in_bounds(history: list[tuple[Rating, int]]) -> None:
    for state in states_of([int(r) for r, _ in history], [g for _, g in history]):
        assert 0.001 <= state.stability <= STABILITY_MAX
        assert 1.0 <= state.difficulty <= 10.0


def test_the_bounds_are_reached() -> None:
    assert ALGORITHM.after((0.001, 10.0), Rating.AGAIN, 40).stability == 0.001
    assert ALGORITHM.after((36000.0, 1.0), Rating.EASY, 90_000).stability == STABILITY_MAX
    assert ALGORITHM.after((5.0, 10.0), Rating.AGAIN, 5).difficulty <= 10.0
    assert ALGORITHM.after((5.0, 1.0), Rating.EASY, 5).difficulty == 1.0
