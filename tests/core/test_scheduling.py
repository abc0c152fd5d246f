"""When points come back, and what grade an answer speaks for."""

from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.core.chance import shuffled, stable_hash
from app.core.fsrs import Fsrs, Rating
from app.core.grading import Verdict
from app.core.ids import PointId
from app.core.questions import Kind
from app.core.scheduling import (
    Confidence,
    Memory,
    Outcome,
    Scheduler,
    due_seen_from,
    elapsed_days,
    recall_chance,
    review,
    suggest,
)

POINT = PointId("topic/point")
FSRS = Fsrs()
RIGHT, WRONG = Verdict(1, 1, ()), Verdict(0, 1, ())


def no_load(first: int, last: int) -> Mapping[int, int]:
    return {}


def go(
    memory: Memory | None, rating: Rating, day: int, *, right: bool = True, retention: float = 0.9
) -> Memory:
    outcome = Outcome(rating, right, day)
    due = Scheduler(FSRS, retention).due_day(memory, POINT, outcome, no_load)
    return review(memory, POINT, outcome, due, FSRS)


def test_a_wrong_answer_is_due_at_once_and_is_a_lapse_once() -> None:
    learned = go(None, Rating.GOOD, 100)
    missed = go(learned, Rating.AGAIN, learned.due_day, right=False)
    again = go(missed, Rating.AGAIN, learned.due_day, right=False)
    assert (missed.due_day, missed.lapses, missed.relearning) == (learned.due_day, 1, True)
    assert (again.lapses, again.reps) == (1, 3)
    recovered = go(again, Rating.GOOD, learned.due_day)
    assert not recovered.relearning
    assert recovered.due_day > learned.due_day
    assert go(recovered, Rating.AGAIN, recovered.due_day, right=False).lapses == 2


def test_a_new_point_answered_wrongly_has_not_lapsed() -> None:
    assert go(None, Rating.AGAIN, 100, right=False).lapses == 0


def test_a_right_guess_is_no_lapse_and_comes_back_tomorrow() -> None:
    learned = go(None, Rating.EASY, 100)
    guessed = go(learned, Rating.AGAIN, learned.due_day, right=True)
    assert (guessed.lapses, guessed.relearning, guessed.due_day) == (0, False, learned.due_day + 1)
    assert guessed.stability == go(learned, Rating.AGAIN, learned.due_day, right=False).stability


def test_a_clock_set_back_gives_no_negative_days() -> None:
    learned = go(None, Rating.GOOD, 100)
    assert elapsed_days(learned, 40) == 0
    assert recall_chance(learned, 40, FSRS) == 1.0
    assert go(learned, Rating.GOOD, 40).stability == go(learned, Rating.GOOD, 100).stability
    assert elapsed_days(None, 40) is None


def test_a_clock_years_ahead_does_not_hide_a_point() -> None:
    ahead = go(go(None, Rating.GOOD, 100), Rating.GOOD, 5000)
    assert due_seen_from(ahead, 103) == 103
    assert due_seen_from(ahead, 4999) == ahead.due_day, "the day before, as after crossing the date line"
    mended = go(ahead, Rating.GOOD, 103)
    assert mended.last_day == 103
    assert due_seen_from(mended, 104) == mended.due_day


@given(
    st.lists(st.tuples(st.sampled_from(Rating), st.booleans(), st.integers(0, 60)), min_size=1, max_size=15),
    st.sampled_from([0.7, 0.8, 0.9, 0.97]),
)
def test_good_on_the_due_day_never_shortens_the_interval(
    history: list[tuple[Rating, bool, int]], retention: float
) -> None:
    memory, day = None, 0
    for rating, right, gap in history:
        assume(rating is Rating.AGAIN or right)
        day = day + gap
        memory = go(memory, rating, day, right=right, retention=retention)
    assert memory is not None
    assert go(memory, Rating.GOOD, memory.due_day, retention=retention).interval >= memory.interval


@given(
    st.lists(st.tuples(st.sampled_from(Rating), st.integers(0, 30)), max_size=8),
    st.booleans(),
    st.lists(st.integers(0, 4), min_size=1, max_size=40),
)
def test_a_better_grade_is_never_due_sooner(
    history: list[tuple[Rating, int]], right: bool, loads: list[int]
) -> None:
    memory, day = None, 0
    for rating, gap in history:
        day += gap
        memory = go(memory, rating, day)
    days = Scheduler().due_days(
        memory, POINT, right, day, lambda a, b: {d: loads[d % len(loads)] for d in range(a, b + 1)}
    )
    assert list(days) == list(Rating)
    assert list(days.values()) == sorted(days.values())
    assert days[Rating.HARD] > day
    assert days[Rating.HARD] < days[Rating.GOOD] or days[Rating.GOOD] == day + 1


@given(st.floats(0.001, 36500), st.sampled_from([0.7, 0.9, 0.97]))
def test_the_allowed_days_are_in_order_and_positive(stability: float, retention: float) -> None:
    low, high = Scheduler(FSRS, retention).allowed(stability)
    assert 1 <= low <= high <= 36500


def test_allowed_days_of_ten() -> None:
    assert Scheduler().allowed(10.0) == (8, 12)


def test_the_least_loaded_day_is_taken() -> None:
    memory = go(None, Rating.EASY, 100)
    outcome = Outcome(Rating.GOOD, True, memory.due_day)
    low, high = Scheduler().allowed(review(memory, POINT, outcome, 0, FSRS).stability)
    free = memory.due_day + low + 1
    load = {day: 5 for day in range(free - 30, free + 30) if day != free}
    assert high > low + 1
    assert Scheduler().due_day(memory, POINT, outcome, lambda *_: load) == free


def test_equal_load_is_as_no_load() -> None:
    memory = go(None, Rating.EASY, 100)
    outcome = Outcome(Rating.GOOD, True, memory.due_day)
    with_load = Scheduler().due_day(memory, POINT, outcome, lambda a, b: dict.fromkeys(range(a, b + 1), 7))
    assert with_load == Scheduler().due_day(memory, POINT, outcome, no_load)


def test_fuzz_spreads_points_over_all_allowed_days() -> None:
    memory = go(None, Rating.EASY, 100)
    outcome = Outcome(Rating.GOOD, True, memory.due_day)
    days = {Scheduler().due_day(memory, PointId(f"t/p{i}"), outcome, no_load) for i in range(400)}
    low, high = Scheduler().allowed(review(memory, POINT, outcome, 0, FSRS).stability)
    assert days == set(range(memory.due_day + low, memory.due_day + high + 1))


def test_the_hash_and_the_order_are_fixed_for_ever() -> None:
    assert stable_hash("topic/point", 3) == 7189831003342548787
    assert shuffled(range(6), 42) == (4, 3, 0, 2, 5, 1)


@given(st.integers(0, 2**63 - 1), st.integers(0, 12))
def test_a_shuffle_loses_nothing(seed: int, count: int) -> None:
    assert sorted(shuffled(range(count), seed)) == list(range(count))


@pytest.mark.parametrize(
    ("verdict", "kind", "confidence", "time", "last", "expected"),
    [
        (WRONG, Kind.SINGLE, Confidence.CERTAIN, None, Rating.EASY, Rating.AGAIN),
        (RIGHT, Kind.SINGLE, Confidence.GUESS, 0.1, Rating.EASY, Rating.AGAIN),
        (RIGHT, Kind.SINGLE, Confidence.THINK, None, None, Rating.GOOD),
        (RIGHT, Kind.SINGLE, Confidence.THINK, 2.0, None, Rating.GOOD),
        (RIGHT, Kind.SINGLE, Confidence.THINK, 2.1, None, Rating.HARD),
        (RIGHT, Kind.SINGLE, Confidence.CERTAIN, 9.0, Rating.GOOD, Rating.GOOD),
        (RIGHT, Kind.SINGLE, Confidence.CERTAIN, 0.59, Rating.GOOD, Rating.EASY),
        (RIGHT, Kind.SINGLE, Confidence.CERTAIN, 0.59, Rating.EASY, Rating.EASY),
        (RIGHT, Kind.SINGLE, Confidence.CERTAIN, 0.59, Rating.HARD, Rating.GOOD),
        (RIGHT, Kind.SINGLE, Confidence.CERTAIN, 0.59, None, Rating.GOOD),
        (RIGHT, Kind.SINGLE, Confidence.CERTAIN, 0.6, Rating.GOOD, Rating.GOOD),
        (RIGHT, Kind.SINGLE, Confidence.CERTAIN, None, Rating.GOOD, Rating.GOOD),
        (Verdict(4, 5, ()), Kind.MULTIPLE, Confidence.THINK, None, None, Rating.HARD),
        (Verdict(4, 5, ()), Kind.TRUE_FALSE, Confidence.CERTAIN, None, None, Rating.HARD),
        (Verdict(4, 5, ()), Kind.MULTIPLE, Confidence.GUESS, None, None, Rating.AGAIN),
        (Verdict(3, 4, ()), Kind.MULTIPLE, Confidence.CERTAIN, None, None, Rating.AGAIN),
    ],
)
def test_the_suggested_grade(verdict, kind, confidence, time, last, expected) -> None:
    assert suggest(verdict, kind, confidence, time, last) is expected


def test_a_point_that_keeps_slipping() -> None:
    memory, seen = go(None, Rating.GOOD, 0), []
    for _ in range(4):
        memory = go(memory, Rating.AGAIN, memory.due_day, right=False)
        seen.append(memory.slipping)
        memory = go(memory, Rating.GOOD, memory.due_day)
    assert seen == [False, False, False, True]
    assert all(a <= b for a, b in pairwise(seen))
