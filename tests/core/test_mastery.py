"""Shares, tallies, sentences."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.clock import Moment
from app.core.fsrs import Fsrs, Rating
from app.core.ids import PointId
from app.core.mastery import (
    Share,
    Tally,
    at_exam_level,
    calibration_sentence,
    expected_recall,
    heat_level,
    total,
)
from app.core.questions import Picked
from app.core.review_log import Review
from app.core.scheduling import Confidence, Memory, Purpose

ANSWER = Review(
    Purpose.REVIEW, "t/p-q01", PointId("t/p"), Picked(frozenset({1})), 1, 1.0, 1.0, Confidence.CERTAIN,
    Rating.GOOD, 9000, Moment(0, 0), 10, 14, 3,
)  # fmt: skip


def test_the_interval_of_wilson() -> None:
    """8 of 10: 0.490 to 0.943 (Wilson's formula, worked by hand)."""
    share = Share(8, 10)
    assert (share.low, share.high) == (pytest.approx(0.4902, abs=1e-4), pytest.approx(0.9433, abs=1e-4))
    assert (Share(0, 0).low, Share(0, 0).high, Share(0, 0).value) == (0.0, 1.0, 0.0)


def test_too_few_answers_are_said() -> None:
    assert Share(2, 7).text == "Too few answers (7)"
    assert Share(2, 7).per_cent is None
    assert Share(5, 8).text == "63%"


@given(st.integers(0, 50), st.integers(0, 50))
def test_the_share_lies_in_its_interval(k: int, rest: int) -> None:
    share = Share(k, k + rest)
    assert 0 <= share.low <= share.high <= 1
    if share.n:
        assert share.low <= share.value + 1e-12
        assert share.value <= share.high + 1e-12


def test_what_an_answer_adds() -> None:
    known = Tally.of(ANSWER)
    assert known == Tally(1, 9000, 0, 1, 1, certain=1, certain_right=1)
    wrong = Tally.of(replace(ANSWER, earned=0.0, rating=Rating.AGAIN, elapsed=None))
    assert wrong == Tally(1, 9000, 1, certain=1)
    assert wrong.confident_misses == 1
    assert Tally.of(replace(ANSWER, elapsed=0)) == Tally(1, 9000)
    assert Tally.of(replace(ANSWER, purpose=Purpose.CHECK)) == Tally()
    assert known + wrong - wrong == known
    assert total([known, wrong]).firsts == Share(1, 2)
    assert known.remembering == Share(1, 1)
    guess = Tally.of(replace(ANSWER, confidence=Confidence.GUESS, rating=Rating.AGAIN))
    assert (guess.kept, guess.guess_right) == (0, 1)
    think = Tally.of(replace(ANSWER, confidence=Confidence.THINK))
    assert [t.by_confidence(c).k for t, c in zip((guess, think, known), Confidence, strict=True)] == [1, 1, 1]


def test_calibration_in_a_sentence() -> None:
    assert calibration_sentence(Tally(certain=3)) == "Too few certain answers to tell (3)."
    assert "14 of 20 times. That is less often" in calibration_sentence(Tally(certain=20, certain_right=14))
    assert calibration_sentence(Tally(certain=20, certain_right=19)).endswith("19 of 20 times.")
    modest = Tally(certain=20, certain_right=19, guess=10, guess_right=8)
    assert "you know more than you think" in calibration_sentence(modest)


def test_exam_level_counts_points_never_asked() -> None:
    memories = [Memory(PointId(f"t/p{i}"), 300.0, 5.0, 0, 0, 3, 0, Rating.GOOD) for i in range(8)]
    assert at_exam_level(memories, 8, 30, Fsrs())
    assert not at_exam_level(memories, 12, 30, Fsrs())
    assert expected_recall([], 0, 30, Fsrs()) == 0.0


def test_heat() -> None:
    assert [heat_level(n) for n in (0, 1, 9, 10, 24, 25, 49, 50)] == [0, 1, 1, 2, 2, 3, 3, 4]
