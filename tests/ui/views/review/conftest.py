"""A review page on show, over real services."""

import pytest

from app.ui.runtime.events import AppEvents
from app.ui.runtime.notices import Notifier
from app.ui.viewmodels.review import ReviewModel
from app.ui.views.review import ReviewPage
from tests.fakes import StudyRoom
from tests.ui.answers.asked import a_mixed_course


@pytest.fixture
def room(tmp_path):
    made = StudyRoom(tmp_path, a_mixed_course(variants=2))
    yield made
    made.close()


@pytest.fixture
def page(room, qtbot):
    model = ReviewModel(room.study, room.preferences, AppEvents(), Notifier(), room.clock)
    opened = []
    made = ReviewPage(model, opened.append)
    model.setParent(made)
    made.opened = opened
    made.routes = []
    made.route_requested.connect(made.routes.append)
    qtbot.addWidget(made)
    made.resize(1360, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    model.leave()
