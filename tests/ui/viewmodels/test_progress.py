"""The progress page behind its view."""

import pytest

from app.core.changes import Changes
from app.ui.runtime.events import AppEvents
from app.ui.viewmodels.progress import ProgressModel
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
    return ProgressModel(room.overview, events)


def test_without_answers_the_page_is_empty(model):
    assert not model.state.empty
    model.show()
    assert model.state.empty


def test_it_refreshes_on_news_only_while_shown(room, model, events, qtbot):
    model.show()
    room.study_day(3)
    with qtbot.waitSignal(model.changed):
        events.report(Changes.PROGRESS)
    assert model.state.progress.answers == 3
    model.hide()
    room.study.start_new(1)
    room.give()
    with qtbot.assertNotEmitted(model.changed):
        events.report(Changes.PROGRESS)


def test_a_problem_is_shown_and_trying_again_mends_it(room, model):
    room.overview.problem = LOCKED
    model.show()
    assert model.state.trouble.text == "Another program holds the file. Close it."
    room.overview.problem = None
    model.refresh()
    assert model.state.trouble is None
