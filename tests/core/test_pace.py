"""How fast a student answers."""

from dataclasses import replace

import pytest

from app.core.agenda import DEFAULT_SECONDS_EACH, READING_SECONDS
from app.core.pace import Pace, Timing, capped, length_class, length_of, seconds_each
from tests.builders import a_hotspot, a_multiple, a_single, a_true_false


def test_time_counts_after_twenty_answers_and_is_capped() -> None:
    medians = (10_000.0, None, None, None)
    assert Pace(19, medians).relative(1000, 0) is None
    assert Pace(20, medians).relative(5000, 0) == 0.5
    assert Pace(20, medians).relative(10_000_000, 0) == 18.0
    assert Pace(20, medians).relative(5000, 1) is None


def test_length_classes() -> None:
    assert [length_class(n) for n in (0, 40, 41, 90, 91, 160, 161)] == [0, 0, 1, 1, 2, 2, 3]


def test_a_median_needs_five_answers_of_that_length() -> None:
    timings = [Timing(ms, 0) for ms in (1000, 9000, 3000, 2000, 4000)] + [Timing(500, 2)] * 4
    assert Pace.of(timings) == Pace(9, (3000.0, None, None, None))


def test_the_time_of_a_question_is_that_of_the_newest_hundred_and_the_reading() -> None:
    assert seconds_each([Timing(5000, 0)] * 19) == DEFAULT_SECONDS_EACH
    assert seconds_each([Timing(90_000, 0)] * 50 + [Timing(5000, 0)] * 100) == 5 + READING_SECONDS
    assert (capped(-5), capped(999_999)) == (0, 180_000)


@pytest.mark.parametrize("question", [a_single(), a_multiple(), a_true_false(), a_hotspot()])
def test_every_kind_has_a_length(question) -> None:
    assert length_of(question) == 0
    longer = replace(question, head=replace(question.head, stem="word " * 200))
    assert length_of(longer) == 3
