"""The first page behind its view, over real services."""

import pytest

from app.core.changes import Changes
from app.core.notices import Notice
from app.core.scheduling import Confidence
from app.services.lessons import ReadState
from app.ui.runtime.events import AppEvents
from app.ui.runtime.navigation import Route
from app.ui.viewmodels.summaries import coming_up_sentence, heat_sentence
from app.ui.viewmodels.today import TodayModel
from app.ui.viewmodels.trouble import RETRY
from tests.ui.first_pages import LOCKED, Rooms


@pytest.fixture
def room(tmp_path, qapp):
    made = Rooms(tmp_path)
    yield made
    made.close()


@pytest.fixture
def events(qapp):
    return AppEvents()


@pytest.fixture
def model(room, events):
    made = TodayModel(room.overview, room.library, room.lessons, room.clock, events)
    yield made
    made.hide()


def read_everything(room):
    for topic in room.bank.topics():
        for section in room.bank.lesson(topic.id).sections:
            room.lessons.open_section(topic.id, section.id)
            room.lessons.mark_read(topic.id, section.id)


def test_before_the_first_answer_it_offers_five_questions_from_the_first_topics(room, model):
    model.show()
    lead = model.state.lead
    assert lead.primary.label == "Try 5 questions"
    assert lead.secondary is None
    points = lead.primary.route.get("points").split(",")
    assert len(points) == len(set(points)) == 5
    assert {p.split("/")[0] for p in points} == {"topic-1", "topic-2"}
    assert model.state.reading.heading == "The first lesson"
    assert model.state.reading.action.route == Route.to("lesson", topic="topic-1")


def test_what_is_due_is_started_or_cut_to_five_minutes(room, model):
    room.study_day(4)
    room.clock.pass_days(30)
    model.show()
    lead = model.state.lead
    assert lead.title.startswith("4 questions due, ")
    assert lead.primary == type(lead.primary)("Start review", Route.to("review", mode="due"))
    assert lead.secondary.route == Route.to("review", mode="five")


def test_a_session_left_open_is_resumed(room, model):
    room.study_day(4)
    room.clock.pass_days(30)
    room.study.start()
    room.give()
    room.study.close()
    model.show()
    assert model.state.lead.primary.label == "Resume review"
    assert model.state.lead.primary.route == Route.to("review", mode="resume")


def test_nothing_due_offers_what_is_new(room, model):
    room.study_day(4)
    model.show()
    lead = model.state.lead
    assert lead.title == "Nothing due"
    assert lead.texts[0].startswith("Next review ")
    assert "new question" in lead.texts[1]
    assert lead.primary.label == "Learn something new"
    assert lead.primary.route == Route.to("review", mode="due")


def test_nothing_due_and_nothing_new_leads_to_the_lessons(room, model):
    room.preferences.change(new_a_day=0)
    room.study_day(4)
    model.show()
    assert model.state.lead.primary.route == Route.to("lessons")
    assert model.state.lead.secondary is None


def test_a_used_up_day_says_so_once_and_offers_more(room, model):
    room.study_day(8)
    room.clock.pass_days(40)
    room.preferences.change(minutes_a_day=5)
    room.study.start(20)
    for _ in range(6):
        room.give(active_ms=60_000)
        room.study.advance()
    room.study.finish()
    model.show()
    lead = model.state.lead
    assert lead.title == "Today's time is used up"
    assert not any(text.startswith(lead.title) for text in lead.texts)
    assert lead.primary.route == Route.to("review", mode="five")


def test_reading_goes_on_where_it_stopped(room, model):
    room.lessons.open_section("topic-1", "first")
    room.lessons.mark_read("topic-1", "first")
    model.show()
    reading = model.state.reading
    assert (reading.heading, reading.text) == ("Continue", "Section 2 of 2: The second part")
    assert reading.share == 0.5
    assert reading.action.route == Route.to("lesson", topic="topic-1", section="second")


def test_after_a_lesson_the_next_one_is_offered(room, model):
    for section in ("first", "second"):
        room.lessons.open_section("topic-1", section)
        room.lessons.mark_read("topic-1", section)
    assert room.lessons.list()[0].cards[0].state is ReadState.READ
    model.show()
    assert model.state.reading.heading == "The next lesson"
    assert model.state.reading.action.route == Route.to("lesson", topic="topic-2")


def test_when_all_is_read_the_weakest_topic_is_offered_again(room, model):
    read_everything(room)
    model.show()
    assert model.state.reading.title == "Every lesson is read"
    room.study.start_new(2)
    room.give(right=False, confidence=Confidence.CERTAIN)
    model.refresh()
    reading = model.state.reading
    assert reading.heading == "Read again"
    assert "1 confident miss" in reading.text
    assert reading.action.route.get("section") == "first"


def test_it_listens_only_while_shown_and_tells_only_differences(room, model, events, qtbot):
    with qtbot.assertNotEmitted(model.changed):
        events.report(Changes.PROGRESS)
    with qtbot.waitSignal(model.changed):
        model.show()
    with qtbot.assertNotEmitted(model.changed):
        events.report(Changes.PROGRESS)
    room.study_day(4)
    with qtbot.waitSignal(model.changed):
        events.report(Changes.PROGRESS)
    room.study.start_new(1)
    room.give()
    model.hide()
    with qtbot.assertNotEmitted(model.changed):
        events.report(Changes.PROGRESS)


def test_the_page_is_read_anew_when_the_study_day_turns(room, model, qtbot):
    assert model.waits_ms == -1
    room.clock.utc_ms += 15 * 3_600_000 + 59 * 60_000 + 59_990
    model.show()
    assert 0 < model.waits_ms <= 1100
    before = model.state.today.day
    room.clock.pass_seconds(2)
    with qtbot.waitSignal(model.changed, timeout=10_000):
        pass
    assert model.state.today.day == before + 1
    assert model.waits_ms > 80_000_000
    model.hide()
    assert model.waits_ms == -1


def test_a_problem_is_shown_and_trying_again_mends_it(room, model):
    room.overview.problem = LOCKED
    model.show()
    assert model.state.trouble.title == LOCKED.title
    assert model.state.trouble.key == RETRY
    assert model.state.today is None
    room.overview.problem = None
    model.refresh()
    assert model.state.trouble is None
    assert model.state.today is not None


def test_a_notice_stays_until_the_page_is_left(room, model):
    room.study_day(2)
    room.clock.utc_ms -= 4 * 3_600_000
    model.show()
    assert [notice.title for notice in model.state.notices] == ["The clock was set back"]
    model.refresh()
    assert len(model.state.notices) == 1
    assert isinstance(model.state.notices[0], Notice)
    model.hide()
    model.show()
    assert model.state.notices == ()


def test_summaries_say_what_charts_show(room):
    today = room.overview.today()
    assert coming_up_sentence(today.coming_up) == "Nothing is planned for the next 7 days."
    assert heat_sentence(today.heat) == "0 study days and 0 answers in 18 weeks."
    room.study_day(4)
    room.clock.pass_days(30)
    today = room.overview.today()
    assert coming_up_sentence(today.coming_up) == "4 questions in the next 7 days."
