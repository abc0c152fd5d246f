"""The first run behind its view."""

from datetime import date, timedelta

import pytest

from app.core.problems import Problem, ProblemKind
from app.core.settings import AudienceChoice
from app.ui.runtime.events import AppEvents
from app.ui.runtime.navigation import Route
from app.ui.viewmodels.welcome import Stage, WelcomeModel
from tests.ui.first_pages import Rooms


@pytest.fixture
def room(tmp_path, qapp):
    made = Rooms(tmp_path)
    yield made
    made.close()


@pytest.fixture
def model(room):
    return WelcomeModel(room.preferences, room.library, room.lessons, room.clock, AppEvents())


def test_each_choice_is_kept_when_the_student_goes_on(model, room):
    assert model.state.progress_text == "1 of 3"
    model.choose(0)
    model.advance()
    model.choose(2)
    model.advance()
    model.choose(0)
    model.name_exam("  Block exam ")
    model.date_exam(date(2027, 1, 20))
    model.advance()
    settings = room.preferences.settings
    assert (settings.audience, settings.minutes_a_day) == (AudienceChoice.NURSING, 30)
    assert (settings.exam_name, settings.exam_date) == ("Block exam", date(2027, 1, 20))
    assert model.state.stage is Stage.READY
    assert settings.first_run_done
    assert model.ready_text.startswith("Questions for nursing, 30 minutes a day, the exam on Wednesday")


def test_skipping_leaves_every_setting_and_still_ends_the_first_run(model, room):
    before = room.preferences.settings
    model.choose(0)
    for _ in range(3):
        model.skip()
    assert room.preferences.settings == before.with_changes({"first_run_done": True})
    model.skip()
    model.advance()
    assert model.state.stage is Stage.READY


def test_back_returns_with_what_was_chosen(model):
    model.choose(1)
    model.advance()
    assert model.state.stage is Stage.MINUTES
    assert model.state.choice == 1
    model.back()
    assert (model.state.stage, model.state.choice) == (Stage.AUDIENCE, 1)
    model.back()
    assert model.state.stage is Stage.AUDIENCE


def test_a_time_of_ones_own(model, room):
    model.skip()
    model.set_minutes(75)
    assert model.state.choice == 4
    model.advance()
    assert room.preferences.settings.minutes_a_day == 75


def test_an_exam_without_a_day_is_proposed_in_four_weeks_and_can_be_none(model, room):
    model.skip()
    model.skip()
    model.choose(0)
    assert model.state.exam_date == model.today + timedelta(days=28)
    model.choose(1)
    model.advance()
    assert room.preferences.settings.exam_date is None


def test_what_cannot_be_kept_stays_on_the_page(model, room, monkeypatch):
    def refuse(**_):
        raise Problem(ProblemKind.READ_ONLY, "Nothing can be saved", "The folder is read-only.")

    monkeypatch.setattr(room.preferences, "change", refuse)
    model.advance()
    assert model.state.stage is Stage.AUDIENCE
    assert model.state.trouble.title == "Nothing can be saved"
    monkeypatch.undo()
    model.advance()
    assert model.state.stage is Stage.MINUTES
    assert model.state.trouble is None


def test_it_leads_to_five_questions_and_to_the_first_lesson(model):
    assert len(model.try_route.get("points").split(",")) == 5
    assert model.lesson_route == Route.to("lesson", topic="topic-1")
    assert model.state.figure is not None
