"""A session over real services."""

import pytest

from app.ui.runtime.events import AppEvents
from app.ui.runtime.notices import Notifier
from app.ui.viewmodels.review import ReviewModel
from tests.fakes import StudyRoom


@pytest.fixture
def room(tmp_path):
    made = StudyRoom(tmp_path)
    yield made
    made.close()


@pytest.fixture
def events(qapp):
    return AppEvents()


@pytest.fixture
def notifier(qapp):
    return Notifier()


@pytest.fixture
def model(room, events, notifier):
    made = ReviewModel(room.study, room.preferences, events, notifier, room.clock)
    yield made
    made.leave()
