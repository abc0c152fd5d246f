"""A session from its first question to the summary, also over a restart."""

import pytest

from app.core.fsrs import Rating
from app.core.ids import PointId
from app.core.scheduling import Confidence
from tests.fakes import StudyRoom
from tests.services.study.points import FIRST


def test_a_session_is_kept_over_a_restart_and_dropped_on_another_day(room: StudyRoom) -> None:
    room.study.start()
    room.go(True, True)
    shown = room.study.step()
    room.restart()
    assert room.study.has_session()
    step = room.study.resume()
    assert step is not None
    assert shown is not None
    assert (step.asking, step.number, step.grid) == (shown.asking, shown.number, shown.grid)
    room.clock.pass_days(1)
    room.restart()
    assert not room.study.has_session()
    assert room.study.resume() is None
    assert room.store.session.kept() is None


def test_killed_while_feedback_was_shown_goes_on_with_the_next_question(room: StudyRoom) -> None:
    room.study.start()
    room.give()
    room.restart()
    step = room.study.resume()
    assert step is not None
    assert step.number == 2
    assert step.feedback is None


def test_a_session_without_an_answer_is_not_kept(room: StudyRoom) -> None:
    room.study.start()
    assert room.study.step() is not None
    room.study.close()
    assert room.study.step() is None
    assert room.study.resume() is None


def test_a_kept_session_of_another_course_is_dropped(room: StudyRoom) -> None:
    room.study.start()
    room.go(True)
    room.restart()
    room.bank.questions.clear()
    assert room.study.resume() is None


def test_the_summary(room: StudyRoom) -> None:
    room.study.start()
    room.give(right=False, confidence=Confidence.CERTAIN)
    room.study.advance()
    step = room.go(*(True,) * 8)
    while step.asking is not None:
        step = room.go(True)
    end = step.summary
    assert end is not None
    assert (end.right, end.points, end.score, end.answered) == (9, 10, "9 of 10, 90%", 11)
    assert [m.point.id for m in end.confident_misses] == [FIRST]
    assert end.reread[0].reason == "1 of 3 missed"
    assert end.reread[0].lesson.section == "first"
    assert end.missed == (FIRST,)
    assert (end.tomorrow, end.tomorrow_text) == (1, "Tomorrow: 1 question.")
    again = room.study.start_points(end.missed, "The misses")
    assert (again.total, again.name) == (1, "The misses")


def test_finish_ends_where_it_stands(room: StudyRoom) -> None:
    room.study.start()
    room.go(True, False)
    end = room.study.finish().summary
    assert end is not None
    assert (end.points, end.score, end.missed) == (2, "1 of 2", (PointId("topic-1/point-001"),))
    assert not room.study.has_session()
    assert end.more_due == 1


def test_a_miss_that_left_the_course_is_not_listed(room: StudyRoom) -> None:
    room.study.start_new(2)
    room.give(right=False, confidence=Confidence.CERTAIN)
    asked = room.study.step()
    assert asked is not None
    assert asked.asking is not None
    del room.bank.questions[asked.asking.question.head.id]
    end = room.study.finish().summary
    assert end is not None
    assert end.confident_misses == ()


def test_resuming_while_the_page_is_open_changes_nothing(room: StudyRoom) -> None:
    room.study.start()
    shown = room.give()
    resumed = room.study.resume()
    assert resumed is not None
    assert resumed.feedback == shown.feedback


def test_steps_out_of_turn_are_our_bug(room: StudyRoom) -> None:
    assert room.study.step() is None
    for act in (room.study.advance, room.study.undo, room.study.finish):
        with pytest.raises(ValueError, match="no session"):
            act()
    room.study.start()
    with pytest.raises(ValueError, match="no answer"):
        room.study.regrade(Rating.GOOD)
    room.give()
    with pytest.raises(ValueError, match="no question waits"):
        room.give()


def test_a_point_can_be_left_out_of_the_session(room: StudyRoom) -> None:
    room.study.start_new(3)
    room.give(right=False)
    step = room.study.leave_out(FIRST)
    assert (step.number, step.total, step.returning, step.feedback) == (2, 3, 0, None)
    assert step.asking is not None
    second = step.asking.point.id
    room.restart()
    step = room.study.resume()
    assert step is not None
    assert step.asking is not None
    assert (step.asking.point.id, step.returning) == (second, 0)
    step = room.study.leave_out(second)
    assert (step.number, step.total, len(step.grid)) == (2, 2, 2)
    step = room.go(False)
    assert step.returning == 1
    waiting = step.grid[1].point
    end = room.study.leave_out(waiting).summary
    assert end is not None
    assert (end.right, end.points, end.missed) == (0, 2, ())
    assert not room.study.has_session()


def test_leaving_out_another_point_keeps_the_feedback(room: StudyRoom) -> None:
    step = room.study.start_new(3)
    last = step.grid[2].point
    told = room.give().feedback
    step = room.study.leave_out(last)
    assert (step.feedback, step.total) == (told, 2)
    assert room.study.regrade(Rating.EASY).total == 2


def test_taking_back_an_answer_brings_a_point_left_out_back(room: StudyRoom) -> None:
    shown = room.study.start_new(2).asking
    room.give(right=False)
    room.study.leave_out(FIRST)
    step = room.study.undo()
    assert (step.asking, step.total, step.can_undo) == (shown, 2, False)
    assert room.store.memories.all() == {}
    with pytest.raises(ValueError, match="not planned"):
        room.study.leave_out(PointId("no/such"))
