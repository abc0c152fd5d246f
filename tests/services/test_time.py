"""Studying with a clock that jumps: travel, summer time, set back, years ahead."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.fsrs import Fsrs
from app.core.review_log import Review
from tests.fakes import DAY_MS, StudyRoom

HOUR_MS = 3_600_000
YEAR_MS = 365 * DAY_MS
QUIET = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
jumps = st.one_of(
    st.tuples(st.integers(0, 40 * 24), st.just(0)),
    st.tuples(st.integers(0, 20), st.sampled_from([-720, -660, -300, 60, 120, 330, 345, 720, 840])),
    st.tuples(st.sampled_from([-24 * 365, -30, -1, 24 * 365 * 12]), st.just(0)),
)


@QUIET
@given(st.lists(st.tuples(jumps, st.lists(st.booleans(), max_size=4), st.booleans()), max_size=7))
def test_whatever_the_clock_does(tmp_path_factory, days) -> None:
    room = StudyRoom(tmp_path_factory.mktemp("room"))
    try:
        for (hours, offset), answers, undo in days:
            room.clock.utc_ms += hours * HOUR_MS
            room.clock.offset_min = offset or room.clock.offset_min
            plan, step = room.study.plan(), room.study.start()
            assert step.total == plan.total
            for right in answers:
                if step.asking is None:
                    break
                room.give(right)
                step = room.study.advance()
                assert step.done + step.returning <= step.total
            if undo and step.can_undo:
                room.study.undo()
            holds(room)
    finally:
        room.close()


def holds(room: StudyRoom) -> None:
    entries = list(room.store.log.entries())
    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
    for review in (entry for entry in entries if isinstance(entry, Review)):
        assert review.day == review.at.study_day
        assert review.due_day is not None
        assert review.due_day >= review.day
        assert review.elapsed is None or review.elapsed >= 0
    assert room.store.log.differences(Fsrs()) == ()
    kept = room.store.tallies.by_day(-(10**7), 10**7)
    assert all(tally.answers >= tally.met + tally.due for tally in kept.values())
    assert sum(tally.answers for tally in kept.values()) == sum(
        memory.reps for memory in room.store.memories.all().values()
    )


@pytest.fixture
def learned(room: StudyRoom) -> StudyRoom:
    room.study_day(4)
    return room


def test_what_was_learned_with_the_clock_years_ahead_comes_back(learned: StudyRoom) -> None:
    room = learned
    room.clock.pass_days(3)
    due = room.study.plan().due
    assert due > 0
    room.clock.utc_ms += 12 * YEAR_MS
    step = room.study.start()
    while step.asking is not None:
        room.give()
        step = room.study.advance()
    room.clock.utc_ms -= 12 * YEAR_MS
    assert any("clock" in notice.text for notice in room.overview.today().notices)
    assert room.study.plan().due >= due
    assert room.study.coming_up(1)[0] == room.study.plan().due
    step = room.study.start()
    while step.asking is not None:
        room.give()
        step = room.study.advance()
    assert room.study.plan().due == 0


def test_the_turn_of_the_day_at_four_ends_a_session_that_is_left(room: StudyRoom) -> None:
    room.clock.utc_ms += 15 * HOUR_MS + HOUR_MS // 2
    step = room.study.start()
    room.give()
    room.clock.pass_minutes(40)
    step = room.study.advance()
    assert step.number == 2, "the page goes on"
    room.give()
    days = [entry.day for entry in room.store.log.entries()]
    assert days[1] == days[0] + 1
    assert not room.study.has_session()
    assert room.study.resume() is None
    assert room.study.step() is None


def test_crossing_the_date_line_westward_repeats_a_day_and_hides_nothing(learned: StudyRoom) -> None:
    room = learned
    before = room.store.memories.all()
    room.clock.offset_min = 13 * 60
    room.study.start_new(2)
    room.go(True, True)
    room.clock.offset_min = -11 * 60
    assert room.study.plan().due == 0, "what was just learned is not asked again"
    room.clock.pass_days(4)
    assert room.study.plan().due >= len(before)


def test_rest_until_tomorrow_ends_at_four(room: StudyRoom) -> None:
    point = room.bank.points()[0].id
    room.study.rest(point, 1)
    assert point not in [cell.point for cell in room.study.start().grid]
    room.clock.utc_ms += 16 * HOUR_MS
    assert point in [cell.point for cell in room.study.start().grid]
