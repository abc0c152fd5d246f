"""What every place that asks a question shares."""

from dataclasses import replace
from datetime import date

import pytest

from app.core.course import Source
from app.core.questions import Judged, Picked, Pointed
from app.ui.viewmodels.asking import ActiveTimer, clock_text, is_complete, reviewed_text, source_link
from tests.fakes import FakeClock


@pytest.mark.parametrize(
    ("draft", "complete"),
    [
        (None, False),
        (Picked(frozenset()), False),
        (Picked(frozenset({1})), True),
        (Judged((True, None)), False),
        (Judged((True, False)), True),
        (Pointed(None), False),
        (Pointed("gland"), True),
    ],
)
def test_which_responses_are_complete(draft, complete):
    assert is_complete(draft) is complete


def test_the_timer_stands_until_it_is_told_to_go_on():
    clock = FakeClock()
    timer = ActiveTimer(clock.monotonic)
    clock.pass_seconds(5)
    assert timer.milliseconds == 0
    timer.go_on()
    timer.go_on()
    clock.pass_seconds(2.5)
    timer.pause()
    clock.pass_seconds(9)
    assert timer.milliseconds == 2500
    timer.reset(400)
    assert timer.milliseconds == 400
    assert not timer.is_running


@pytest.mark.parametrize(
    ("ms", "text"), [(0, "0:00"), (21_900, "0:21"), (61_000, "1:01"), (3_723_000, "1:02:03")]
)
def test_durations_in_words(ms, text):
    assert clock_text(ms) == text


def test_where_a_source_is_found():
    source = Source("noyes1950", "Dating the endometrial biopsy", "A")
    assert source_link(source) == ""
    assert source_link(replace(source, url="https://example.org")) == "https://example.org"
    assert source_link(replace(source, pmid="12")) == "https://pubmed.ncbi.nlm.nih.gov/12/"
    assert source_link(replace(source, doi="10.1/x", pmid="12")) == "https://doi.org/10.1/x"


def test_a_review_without_a_reviewer_is_not_claimed():
    day = date(2026, 11, 22)
    assert reviewed_text(day, "", 1) == "Not yet reviewed by a clinician · 1 source"
    assert reviewed_text(day, "Dr A", 2) == "Reviewed November 2026 · 2 sources"
