"""A lesson on show, over real services."""

import pytest

from app.ui.views.reader import LessonReader
from tests.ui.reading_room import ReadingRoom
from tests.ui.views.reader.acts import FIRST


@pytest.fixture
def room(tmp_path, qapp):
    made = ReadingRoom(tmp_path)
    yield made
    made.close()


@pytest.fixture
def opened():
    return []


@pytest.fixture
def open_page(room, qtbot, opened):
    def make(route=FIRST, width=1288, height=900):
        model = room.reader_model()
        page = LessonReader(model, opened.append)
        model.setParent(page)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.enter(route)
        if page.first_focus() is not None:
            page.first_focus().setFocus()
        if page.body is not None:
            page.body.build_all()
        return page

    return make
