"""What the list of lessons decides."""

from dataclasses import replace

import pytest

from app.core.changes import Changes
from app.core.ids import SectionId, TopicId
from tests.ui.reading_room import LOCKED, TOPIC, ReadingRoom


@pytest.fixture
def room(tmp_path, qapp):
    made = ReadingRoom(tmp_path)
    yield made
    made.close()


@pytest.fixture
def model(room):
    made = room.list_model()
    made.enter()
    return made


def rows(model):
    return [row for group in model.state.groups for row in group.rows]


def test_lessons_stand_in_their_groups(model):
    assert [(g.title, [r.card.title for r in g.rows]) for g in model.state.groups] == [
        ("Normal", ["Topic-1"]), ("Conditions", ["Topic-2"]),
    ]  # fmt: skip
    assert model.state.summary == "2 lessons"
    row = rows(model)[0]
    assert (row.status, row.action, row.is_current, row.due_text) == ("Not started", "Start", False, "")
    assert row.figure.title == "The wall"
    assert rows(model)[1].figure is None


def test_the_lesson_in_progress_says_where_it_goes_on(room, model):
    room.lessons.mark_read(TopicId(TOPIC), SectionId("first"))
    model.refresh()
    row = rows(model)[0]
    assert (row.action, row.is_current, row.place) == ("Continue", True, "Section 2 of 2: The second part")
    assert row.meta == "20 min · 1 of 2 sections read"
    assert "In progress. 20 minutes. 1 of 2 sections read. Nothing due." in row.spoken


def test_only_one_lesson_is_the_one_to_go_on_with(room, model):
    for topic in ("topic-1", "topic-2"):
        room.lessons.open_section(TopicId(topic), SectionId("first"))
    model.refresh()
    assert [row.is_current for row in rows(model)] == [True, False]


def test_a_lesson_that_changed_says_so(room, model):
    for section in ("first", "second"):
        room.lessons.mark_read(TopicId("topic-2"), SectionId(section))
    lesson = room.bank.lessons["topic-2"]
    first = replace(lesson.sections[0], title="Another title")
    room.bank.lessons["topic-2"] = replace(lesson, sections=(first, *lesson.sections[1:]))
    room.bank.digest = "digest-2"
    room.restart()
    fresh = room.list_model()
    fresh.enter()
    row = rows(fresh)[1]
    assert (row.status, row.action) == ("Changed since you read it", "Read what changed")


def test_due_points_are_counted(room, model):
    room.study_day(3)
    room.clock.pass_days(30)
    model.refresh()
    assert rows(model)[0].due_text == "3 due"
    assert "3 points due." in rows(model)[0].spoken


def test_a_filter_finds_titles_groups_and_sections(model, qtbot):
    with qtbot.waitSignal(model.changed):
        model.filter("condit")
    assert [row.card.topic for row in rows(model)] == ["topic-2"]
    assert (model.state.found, rows(model)[0].section) == ("1 lesson", "")
    model.filter("SECOND part")
    assert model.state.found == "2 lessons"
    found = rows(model)[0]
    assert (found.section, found.action) == ("second", "Open this section")
    assert found.place == "Section 2 of 2: The second part"


def test_a_filter_that_finds_nothing_says_what_it_looked_for(model):
    model.filter(" zebra ")
    assert model.state.groups == ()
    assert "“zebra”" in model.state.empty
    model.clear_filter()
    assert len(rows(model)) == 2
    assert (model.state.query, model.state.empty) == ("", "")


def test_an_empty_course_says_so(room):
    room.bank.all_topics = ()
    empty = room.list_model()
    empty.enter()
    assert empty.state.empty == "This course has no lessons yet."
    assert empty.state.summary == ""


def test_a_problem_is_told_and_what_was_read_stays(room, model):
    room.lessons.problem = LOCKED
    model.refresh()
    assert model.state.trouble.title == LOCKED.title
    assert len(rows(model)) == 2
    room.lessons.problem = None
    model.refresh()
    assert model.state.trouble is None


def test_news_is_followed_only_while_the_list_is_shown(room, model, qtbot):
    room.lessons.mark_read(TopicId(TOPIC), SectionId("first"))
    with qtbot.assertNotEmitted(model.changed):
        room.events.report(Changes.NONE)
    with qtbot.waitSignal(model.changed):
        room.events.report(Changes.LESSONS)
    model.leave()
    room.lessons.mark_read(TopicId(TOPIC), SectionId("second"))
    with qtbot.assertNotEmitted(model.changed):
        room.events.report(Changes.LESSONS | Changes.CONTENT)


def test_nothing_is_told_when_nothing_differs(model, qtbot):
    with qtbot.assertNotEmitted(model.changed):
        model.refresh()
