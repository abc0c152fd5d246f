"""The end of a section and of a lesson."""

from PySide6.QtWidgets import QPushButton

from app.core.ids import SectionId, TopicId
from app.ui.runtime.navigation import Route
from tests.ui.reading_room import TOPIC
from tests.ui.views.reader.acts import focused, fresh, press, title


def test_marking_read_goes_on_to_the_end(open_page, qtbot):
    page = open_page()
    press(page, "mark-read")
    assert title(page) == "The second part"
    assert page.sections.items[0].accessibleDescription() == "Read"
    fresh(page)
    assert page.findChild(QPushButton, "mark-read").text() == "Mark section read and finish"
    press(page, "mark-read")
    assert title(page) == "Lesson finished"
    assert focused() is page.title
    with qtbot.waitSignal(page.route_requested) as asked:
        press(page, "start-review")
    assert asked.args == [Route.to("review", mode="due")]
    with qtbot.waitSignal(page.route_requested) as asked:
        press(page, "back-to-lessons")
    assert asked.args == [Route.to("lessons")]


def test_finishing_early_offers_what_is_unread(open_page):
    page = open_page(Route.to("lesson", topic=TOPIC, section="second"))
    press(page, "mark-read")
    assert title(page) == "Last section read"
    press(page, "read-rest")
    assert title(page) == "The first part"


def test_a_read_section_can_be_marked_unread(open_page, room):
    room.lessons.mark_read(TopicId(TOPIC), SectionId("first"))
    page = open_page()
    body = page.body
    assert page.findChild(QPushButton, "mark-read").text() == "Continue"
    press(page, "mark-unread")
    assert page.body is body
    assert page.findChild(QPushButton, "mark-read").text() == "Mark section read and continue"
    assert room.lessons.lesson(TopicId(TOPIC)).dots[0].state == "in-progress"
