"""The day's plan and the questions it asks."""

from dataclasses import replace

from app.core.ids import PointId
from app.core.questions import Audience
from app.core.session import CellState
from tests.fakes import StudyRoom, a_course
from tests.services.study.points import FIRST


def test_the_plan_is_what_the_session_holds(room: StudyRoom) -> None:
    plan = room.study.plan()
    assert (plan.due, plan.new, plan.total, plan.badge) == (0, 10, 10, 10)
    step = room.study.start()
    assert (step.total, step.number, step.name) == (plan.total, 1, "Today's review")
    assert step.grid[0].state is CellState.CURRENT
    assert step.grid[0].label == "Statement 0 of topic-1."


def test_another_question_each_time(room: StudyRoom) -> None:
    room.study.start_points([FIRST], "One")
    room.go(False)
    step = room.study.step()
    assert step is not None
    assert step.asking is not None
    assert (step.asking.round, step.asking.question.head.id) == (1, "topic-1/point-000-q02")
    room.go(True)
    room.clock.pass_days(5)
    step = room.study.start_points([FIRST], "One")
    assert step.asking is not None
    assert step.asking.question.head.id == "topic-1/point-000-q01"
    assert not step.asking.is_new


def test_two_questions_of_one_point_never_share_a_session(room: StudyRoom) -> None:
    step = room.study.start(minutes=200)
    points = [cell.point for cell in step.grid]
    assert len(set(points)) == len(points)


def test_the_budget_and_the_backlog(tmp_path) -> None:
    room = StudyRoom(tmp_path, a_course(topics=4, points=20))
    room.preferences.change(new_a_day=80, minutes_a_day=240)
    room.study_day(60)
    room.preferences.change(minutes_a_day=5)
    room.clock.pass_days(30)
    plan = room.study.plan()
    assert plan.due == 60
    assert plan.backlog
    assert plan.planned_new == 0
    assert (
        plan.sentence
        == f"{plan.planned_due} of 60, the most urgent first. The rest follow over the next days."
    )
    step = room.study.start()
    assert step.total == plan.planned_due
    while step.asking is not None:
        room.give()
        step = room.study.advance()
    used_up = room.study.plan()
    assert used_up.done_today == plan.planned_due
    assert used_up.planned_due <= 1
    assert room.study.start(minutes=20).total > 10
    room.close()


def test_new_points_a_day(room: StudyRoom) -> None:
    room.preferences.change(new_a_day=3)
    assert room.study.plan().new == 3
    room.study_day(2)
    assert room.study.plan().new == 1
    assert room.study.start_new(5).total == 5


def test_points_put_aside_are_not_asked(room: StudyRoom) -> None:
    room.study.rest(FIRST, 1)
    other = PointId("topic-1/point-001")
    room.study.put_away(other)
    asked = [cell.point for cell in room.study.start().grid]
    assert FIRST not in asked
    assert other not in asked
    assert {p.point.id: p.until_day for p in room.study.put_aside()} == {
        FIRST: room.clock.now().study_day + 1, other: None,
    }  # fmt: skip
    room.clock.pass_days(1)
    asked = [cell.point for cell in room.study.start().grid]
    assert FIRST in asked
    assert other not in asked
    room.study.bring_back(other)
    assert room.study.put_aside() == ()


def test_the_audience_chosen(room: StudyRoom) -> None:
    for name, question in list(room.bank.questions.items()):
        if not name.startswith("topic-2"):
            head = replace(question.head, audience=(Audience.MEDICINE,))
            room.bank.questions[name] = replace(question, head=head)
    room.preferences.change(audience="nursing")
    assert {cell.point.split("/")[0] for cell in room.study.start().grid} == {"topic-2"}


def test_a_point_without_questions_is_left_out(room: StudyRoom) -> None:
    assert room.study.start_points([PointId("no/such")], "None").summary is not None
