"""A session from the first question to the summary, with undo, regrade and restart."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.changes import Changes
from app.core.course import Figure, Hotspot
from app.core.fsrs import Fsrs, Rating
from app.core.ids import FigureId, PointId, QuestionId, TopicId
from app.core.questions import Audience, Judged, Picked, Pointed
from app.core.scheduling import Confidence, Purpose
from app.core.session import CellState
from app.services.study import Tone
from tests.builders import a_head, a_hotspot, a_multiple, a_single, a_true_false
from tests.fakes import StudyRoom, a_course

FIRST = PointId("topic-1/point-000")


def test_the_plan_is_what_the_session_holds(room: StudyRoom) -> None:
    plan = room.study.plan()
    assert (plan.due, plan.new, plan.total, plan.badge) == (0, 10, 10, 10)
    step = room.study.start()
    assert (step.total, step.number, step.name) == (plan.total, 1, "Today's review")
    assert step.grid[0].state is CellState.CURRENT
    assert step.grid[0].label == "Statement 0 of topic-1."


def test_a_right_answer(room: StudyRoom) -> None:
    room.study.start()
    step = room.give(right=True)
    told = step.feedback
    assert told is not None
    assert (told.title, told.tone, told.rating, told.suggested) == (
        "Right",
        Tone.RIGHT,
        Rating.GOOD,
        Rating.GOOD,
    )
    assert [c.label for c in told.choices] == ["Again", "Hard", "Good", "Easy"]
    assert [c.text for c in told.choices] == ["1 day", "1 day", "2 days", "8 days"] or told.choices[
        3
    ].days > 5
    assert (step.number, step.done, step.changes) == (1, 1, Changes.PROGRESS)
    assert told.lesson.title == "Topic-1: The first part"
    assert told.sources[0].key == "source2020"
    assert room.study.advance().number == 2


def test_a_wrong_answer_says_what_is_right_and_returns(room: StudyRoom) -> None:
    room.study.start()
    step = room.give(right=False, confidence=Confidence.CERTAIN)
    told = step.feedback
    assert told is not None
    key = told.order.index(next(i for i, p in enumerate(told.verdict.parts) if p.right))
    assert told.title == "Not quite"
    assert told.text.startswith(f"It's {'ABCD'[key]}: ")
    assert "You were certain of " in told.text
    assert told.returns
    assert told.choices[0].text == "10 min"
    assert (step.number, step.done, step.returning) == (1, 0, 1)


def test_a_right_guess_comes_back_soon_but_not_in_this_session(room: StudyRoom) -> None:
    room.study.start()
    told = room.give(confidence=Confidence.GUESS).feedback
    assert told is not None
    assert (told.title, told.tone, told.rating, told.returns) == (
        "Right, but a guess", Tone.GUESSED, Rating.AGAIN, False,
    )  # fmt: skip
    assert told.text.endswith("It comes back soon.")
    memory = room.store.memories.of(FIRST)
    assert memory is not None
    assert (memory.due_day, memory.lapses) == (room.clock.now().study_day + 1, 0)


def test_another_grade_is_written_and_shown(room: StudyRoom) -> None:
    room.study.start()
    told = room.give().feedback
    assert told is not None
    step = room.study.regrade(Rating.EASY)
    assert step.feedback is not None
    assert step.feedback.rating is Rating.EASY
    memory = room.store.memories.of(FIRST)
    assert memory is not None
    assert memory.due_day == told.choices[3].due_day
    assert room.study.regrade(Rating.EASY).changes is Changes.NONE
    assert room.store.log.differences(Fsrs()) == ()


def test_grading_a_slip_of_the_mouse_up(room: StudyRoom) -> None:
    room.study.start()
    room.give(right=False)
    step = room.study.regrade(Rating.GOOD)
    assert step.feedback is not None
    assert not step.feedback.returns
    assert step.returning == 0
    memory = room.store.memories.of(FIRST)
    assert memory is not None
    assert not memory.relearning


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


def test_finish_ends_where_it_stands(room: StudyRoom) -> None:
    room.study.start()
    room.go(True, False)
    end = room.study.finish().summary
    assert end is not None
    assert (end.points, end.score, end.missed) == (2, "1 of 2", (PointId("topic-1/point-001"),))
    assert not room.study.has_session()
    assert end.more_due == 1


def test_an_answer_that_is_no_longer_in_the_log_can_still_be_left_out(room: StudyRoom) -> None:
    """As after a merge or a restore beside an open session."""
    room.study.start()
    room.give()
    session = room.study._session
    assert session is not None
    room.study._session = replace(session, given=(replace(session.given[0], event=99),))
    assert not room.study.undo().can_undo


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


def test_flags_and_notes(room: StudyRoom) -> None:
    question = QuestionId("topic-1/point-000-q01")
    assert room.study.set_flag(question, True) is Changes.PROGRESS
    room.study.set_note(FIRST, "Look it up.")
    shown = room.study.start().asking
    assert shown is not None
    assert shown.flagged
    assert shown.note == "Look it up."
    assert room.study.flagged() == (question,)
    room.study.set_flag(question, False)
    room.study.set_note(FIRST, " ")
    assert room.study.flagged() == ()
    assert room.study.note(FIRST) == ""


def test_questions_in_a_lesson_do_not_schedule(room: StudyRoom) -> None:
    asking = room.study.ask(QuestionId("topic-1/point-000-q01"), Purpose.TRY_FIRST)
    assert asking == room.study.ask(QuestionId("topic-1/point-000-q01"), Purpose.TRY_FIRST)
    told = room.study.answer_aside(asking, Picked(frozenset({1})), None, 5000)
    assert (told.rating, told.choices, told.tone) == (None, (), Tone.WRONG)
    room.study.log_self_test(FigureId("topic-1/figure"), "artery", "gland", 3000)
    assert room.store.memories.all() == {}
    assert room.study.plan().done_today == 0
    assert [e.purpose for e in room.store.log.entries()] == [Purpose.TRY_FIRST, Purpose.SELF_TEST]
    with pytest.raises(KeyError):
        room.study.ask(QuestionId("no/such-q01"), Purpose.CHECK)


def test_after_four_lapses_a_point_is_slipping(room: StudyRoom) -> None:
    room.study_day(1)
    told = None
    for _ in range(4):
        room.clock.pass_days(20)
        room.study.start_points([FIRST], "One")
        told = room.give(right=False).feedback
        room.study.advance()
        room.go(True)
    assert told is not None
    assert told.slipping


def test_time_takes_part_only_when_wished(room: StudyRoom) -> None:
    room.preferences.change(new_a_day=100, minutes_a_day=240)
    room.bank = a_course(3, 12)
    room.restart()
    room.study_day(24)
    point = PointId("topic-3/point-002")
    room.study.start_points([point], "One")
    slow = room.give(active_ms=60_000).feedback
    room.study.undo()
    room.preferences.change(time_grading=False)
    even = room.give(active_ms=60_000).feedback
    assert slow is not None
    assert even is not None
    assert (slow.rating, even.rating) == (Rating.HARD, Rating.GOOD)


def told_of(room: StudyRoom, question, response, confidence=Confidence.THINK):
    head = replace(question.head, id=QuestionId("topic-1/point-000-q01"), point=FIRST)
    room.bank.questions[head.id] = replace(question, head=head)
    room.bank.questions.pop("topic-1/point-000-q02", None)
    room.study.start_points([FIRST], "One")
    feedback = room.study.answer(response, confidence, 9000).feedback
    room.study.undo()
    assert feedback is not None
    return feedback


def test_the_words_for_each_kind(room: StudyRoom) -> None:
    multiple = a_multiple((True, True, True, False))
    told = told_of(room, multiple, Picked(frozenset({0, 1, 3})))
    assert (told.title, told.text) == ("Partly right", "1 of 3 points: 1 missed and 1 wrong pick.")
    assert told_of(room, multiple, Picked(frozenset({0, 1, 2}))).text == "All 3 found."
    told = told_of(room, a_true_false((True, False, True)), Judged((True, False, False)))
    assert told.text == "2 of 3 statements judged rightly."
    long = replace(a_single(), options=tuple(replace(o, text="long " * 20) for o in a_single().options))
    assert len(told_of(room, long, Picked(frozenset({1}))).text) == len("It's A.")


def test_the_words_for_a_place_on_a_figure(room: StudyRoom) -> None:
    question = a_hotspot(right=1, head=a_head(figure="topic-1/figure"))
    assert told_of(room, question, Pointed("spot-0")).text == "The right place is marked."
    assert told_of(room, question, Pointed("spot-1")).text == ""
    spots = (Hotspot("spot-1", "Spiral artery", "", (1, 1), "left", "spot-1"),)
    figure = Figure(
        FigureId("topic-1/figure"), TopicId("topic-1"), "", "", "", "", "", 640, 400, spots, (), (), "", None
    )
    room.bank.figures["topic-1/figure"] = figure
    assert told_of(room, question, Pointed("spot-0")).text == "The right place is marked: Spiral artery."
    assert told_of(room, question, Pointed("spot-1")).text == "Spiral artery."
    shown = room.study.step()
    assert shown is not None
    assert shown.asking is not None
    assert shown.asking.figure == figure


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


acts = st.lists(
    st.sampled_from(
        ["right", "wrong", "guess", "certain", "undo", "regrade", "advance", "day", "restart", "back"]
    ),
    max_size=40,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts)
def test_a_replay_of_the_log_gives_the_memories_to_the_last_bit(tmp_path_factory, steps: list[str]) -> None:
    room = StudyRoom(tmp_path_factory.mktemp("room"))
    try:
        room.study.start()
        for act in steps:
            perform(room, act)
        before = (room.store.memories.all(), room.store.tallies.by_day(0, 10**6))
        assert room.store.log.differences(Fsrs()) == ()
        assert room.care.rebuild().changed == 0
        assert (room.store.memories.all(), room.store.tallies.by_day(0, 10**6)) == before
    finally:
        room.close()


def perform(room: StudyRoom, act: str) -> None:
    step = room.study.step()
    if act == "restart":
        room.restart()
        if room.study.resume() is None:
            room.study.start()
    elif act in {"day", "back"} or step is None:
        room.clock.pass_days({"day": 3, "back": -2}.get(act, 0))
        room.study.start()
    elif act == "undo" and step.can_undo:
        room.study.undo()
    elif step.feedback is not None:
        room.study.regrade(Rating.HARD) if act == "regrade" else room.study.advance()
    elif step.asking is not None and act in SURE:
        room.give(act != "wrong", SURE[act])


SURE = {
    "right": Confidence.THINK,
    "wrong": Confidence.THINK,
    "guess": Confidence.GUESS,
    "certain": Confidence.CERTAIN,
}
