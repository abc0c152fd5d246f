"""Answers with their grades and words."""

from dataclasses import replace

from app.core.changes import Changes
from app.core.course import Figure, Hotspot
from app.core.fsrs import Fsrs, Rating
from app.core.ids import FigureId, PointId, QuestionId, TopicId
from app.core.questions import Judged, Picked, Pointed
from app.core.scheduling import Confidence
from app.services.study import Tone
from tests.builders import a_head, a_hotspot, a_multiple, a_single, a_true_false
from tests.fakes import StudyRoom, a_course
from tests.services.study.points import FIRST


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
    assert told.text == "2 of 3 statements right."
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
