"""Taking answers back, to the last bit."""

from dataclasses import replace

import pytest

from app.core.fsrs import Rating
from tests.fakes import StudyRoom
from tests.services.study.points import FIRST


def test_undo_goes_back_to_the_start_also_after_a_restart(room: StudyRoom) -> None:
    shown = room.study.start().asking
    room.go(True, False, True)
    room.study.close()
    room.restart()
    step = room.study.resume()
    assert step is not None
    assert step.number == 3
    assert step.can_undo
    for _ in range(3):
        step = room.study.undo()
    assert step.asking == shown
    assert not step.can_undo
    assert room.store.memories.all() == {}
    assert room.store.tallies.by_day(0, 10**6) == {}
    assert len(list(room.store.log.entries())) == 6
    with pytest.raises(ValueError, match="take back"):
        room.study.undo()


def test_undo_restores_the_memory_to_the_last_bit(room: StudyRoom) -> None:
    room.study_day(3)
    before = room.store.memories.all()
    room.clock.pass_days(9)
    room.study.start_points([FIRST], "One")
    room.give(right=False)
    room.study.regrade(Rating.HARD)
    assert room.store.memories.all() != before
    room.study.undo()
    assert room.store.memories.all() == before


def test_undo_from_the_summary(room: StudyRoom) -> None:
    room.study.start_new(2)
    room.go(True, True)
    step = room.study.undo()
    assert step.summary is None
    assert step.number == 2


def test_undo_from_the_summary_after_a_restart(room: StudyRoom) -> None:
    room.study.start_new(2)
    room.go(True, True)
    room.restart()
    assert not room.study.has_session()
    assert room.study.resume() is None
    assert room.study.undo().number == 2


def test_an_answer_that_is_no_longer_in_the_log_can_still_be_left_out(room: StudyRoom) -> None:
    """As after a merge or a restore beside an open session."""
    room.study.start()
    room.give()
    session = room.study._session
    assert session is not None
    room.study._session = replace(session, given=(replace(session.given[0], event=99),))
    assert not room.study.undo().can_undo
