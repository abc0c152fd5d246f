"""What reading a lesson decides."""

from dataclasses import replace

import pytest

from app.core.changes import Changes
from app.core.course import Paragraph, Section
from app.core.ids import QuestionId, SectionId, TopicId
from app.core.questions import Picked
from app.core.scheduling import Confidence, Purpose
from app.services.lessons import ReadState
from app.ui.viewmodels.section_content import full_text, minutes_of
from tests.builders import a_lesson
from tests.ui.reading_room import LOCKED, SOURCES, TOPIC, ReadingRoom


@pytest.fixture
def room(tmp_path, qapp):
    made = ReadingRoom(tmp_path)
    yield made
    made.close()


@pytest.fixture
def model(room):
    return room.reader_model()


def shown(model):
    return model.state.section.id if model.state.section else None


def test_a_lesson_never_opened_begins_at_the_first_section(room, model, qtbot):
    with qtbot.waitSignal(room.events.changed) as news:
        model.open(TOPIC)
    assert news.args == [Changes.LESSONS, model]
    state = model.state
    assert (shown(model), state.number, state.offset) == ("first", 1, 0.0)
    assert state.objectives == ("Define it.",)
    assert [point.id for point in state.points] == [f"topic-1/point-00{n}" for n in range(3)]
    assert state.reviewed == "Not yet reviewed by a clinician · 2 sources"
    assert [row.status for row in state.rows] == ["In progress", "Not started"]
    assert state.progress == "0 of 2 sections read"
    assert (state.before, state.after.title) == (None, "The second part")


def test_sources_terms_and_figures_are_looked_up(model):
    model.open(TOPIC)
    content = model.state.content
    assert content.numbers == {"book2020": 1, "paper2021": 2}
    assert content.sources[0].link == "https://doi.org/10.1/x"
    assert set(content.terms) == {"basalis"}
    assert set(content.figures) == {"lining/wall", "lining/steps"}


def test_a_source_is_given_in_full():
    assert full_text(SOURCES["book2020"]) == "Noyes R, Hertig A. The lining. Fertil Steril. 2020."
    assert full_text(SOURCES["paper2021"]) == "What is bone? Undated."


def test_the_place_is_kept_and_found_again(room, model):
    model.open(TOPIC)
    model.show_section("second")
    model.leave(0.4)
    again = room.reader_model()
    again.open(TOPIC)
    assert (shown(again), again.state.offset) == ("second", 0.4)
    assert again.state.objectives == ()


def test_a_route_with_a_section_begins_at_its_top(room, model):
    model.open(TOPIC)
    model.leave(0.7)
    model.open(TOPIC, "first", from_review=True)
    assert (shown(model), model.state.offset, model.state.from_review) == ("first", 0.0, True)
    model.show_next()
    assert (shown(model), model.state.from_review) == ("second", True)


def test_an_unknown_section_falls_back_to_the_place(model):
    model.open(TOPIC, "gone")
    assert shown(model) == "first"


def test_a_lesson_that_does_not_exist_says_so(model):
    model.open("nowhere")
    assert (model.state.missing, model.state.content) == ("This lesson is not in the course.", None)
    model.leave(0.5)
    model.mark_read()
    model.mark_unread()
    assert model.state.missing


def test_a_lesson_without_sections_says_so(room, model):
    room.bank.lessons["topic-2"] = a_lesson("topic-2", ())
    model.open("topic-2")
    assert model.state.missing == "This lesson has not been written yet."
    assert model.state.topic is not None


def test_next_and_previous_stop_at_the_ends(model, qtbot):
    model.open(TOPIC)
    with qtbot.assertNotEmitted(model.changed):
        model.show_previous()
    model.show_next()
    assert shown(model) == "second"
    with qtbot.assertNotEmitted(model.changed):
        model.show_next()
    model.show_previous()
    assert shown(model) == "first"


def test_marking_read_goes_on_and_ends_with_what_comes_next(model):
    model.open(TOPIC)
    model.mark_read()
    assert shown(model) == "second"
    assert model.state.rows[0].is_read
    model.mark_read()
    finished = model.state.finished
    assert (finished.title, finished.unread) == ("Lesson finished", None)
    assert finished.text.startswith("6 points from this lesson are now in your plan.")
    assert finished.key_points == ("Remember the wall.",)
    assert model.state.content is None
    model.show_previous()
    assert shown(model) == "second"
    assert model.state.finished is None


def test_finishing_with_a_section_left_out_offers_it(model):
    model.open(TOPIC, "second")
    model.mark_read()
    finished = model.state.finished
    assert (finished.title, finished.unread.id) == ("Last section read", "first")
    assert finished.text.startswith("3 points")
    assert finished.text.endswith("1 section is still unread.")


def test_a_section_can_be_marked_unread(model):
    model.open(TOPIC)
    model.mark_read()
    model.show_previous()
    assert model.state.row.state is ReadState.READ
    model.mark_unread()
    assert not model.state.row.is_read
    assert model.state.progress == "0 of 2 sections read"


def test_a_problem_while_opening_is_told_and_can_be_tried_again(room, model):
    room.lessons.problem = LOCKED
    model.open(TOPIC)
    assert (model.state.trouble.title, model.state.trouble.action) == (LOCKED.title, "Try again")
    assert model.state.content is None
    room.lessons.problem = None
    model.retry()
    assert (shown(model), model.state.trouble) == ("first", None)
    model.retry()
    assert shown(model) == "first"


def test_a_problem_while_marking_leaves_the_section_open(room, model):
    model.open(TOPIC)
    room.lessons.problem = LOCKED
    model.mark_read()
    assert (shown(model), model.state.trouble.title) == ("first", LOCKED.title)
    room.lessons.problem = None
    model.retry()
    assert shown(model) == "second"


def test_a_place_that_cannot_be_kept_is_told_without_a_retry(room, model):
    model.open(TOPIC)
    room.lessons.problem = LOCKED
    model.leave(0.5)
    assert (model.state.trouble.title, model.state.trouble.action) == (LOCKED.title, "")


def test_a_question_is_asked_judged_and_logged(room, model):
    model.open(TOPIC)
    asking = model.ask(QuestionId("topic-1/point-002-q01"), Purpose.CHECK)
    room.study.problem = LOCKED
    assert model.answer(asking, Picked(frozenset({2})), Confidence.CERTAIN, 4000) is None
    assert model.state.trouble.title == LOCKED.title
    room.study.problem = None
    feedback = model.answer(asking, Picked(frozenset({2})), Confidence.CERTAIN, 4000)
    assert feedback.verdict.right
    assert (feedback.choices, model.state.trouble) == ((), None)


def test_tried_questions_stay_behind_for_the_run(model):
    model.open(TOPIC)
    assert not model.was_tried
    model.keep_tried()
    model.show_next()
    assert not model.was_tried
    model.show_previous()
    assert model.was_tried


def test_minutes_follow_the_words():
    long = Section(SectionId("a"), "A", (Paragraph("word " * 300),), ())
    short = Section(SectionId("b"), "B", (Paragraph("word " * 100),), ())
    lesson = replace(a_lesson(), topic=TopicId("t"), minutes=20, sections=(long, short))
    assert (minutes_of(lesson, long), minutes_of(lesson, short)) == (15, 5)
    empty = replace(lesson, sections=(replace(short, blocks=()),))
    assert minutes_of(empty, empty.sections[0]) == 1


def test_single_keys_follow_the_setting(room, model):
    assert model.single_keys
    room.preferences.change(single_keys=False)
    assert not model.single_keys
