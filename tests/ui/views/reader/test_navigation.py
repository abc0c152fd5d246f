"""Finding the way in a lesson as the student does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from app.core.ids import SectionId, TopicId
from app.ui.runtime.navigation import Route
from tests.ui.reading_room import LOCKED, TOPIC
from tests.ui.views.reader.acts import focused, press, title


def test_the_title_of_the_named_section_has_the_focus(open_page):
    page = open_page(Route.to("lesson", topic=TOPIC, section="second"))
    assert focused() is page.title
    assert title(page) == "The second part"
    interface = QAccessible.queryAccessibleInterface(page.title)
    assert interface.role() == QAccessible.Role.Heading
    assert page.title.heading_level == 1


def test_the_list_of_sections_marks_what_is_read_and_what_is_open(open_page, room):
    room.lessons.mark_read(TopicId(TOPIC), SectionId("first"))
    page = open_page(Route.to("lesson", topic=TOPIC))
    items = page.sections.items
    assert [item.isChecked() for item in items] == [False, True]
    assert [item.accessibleDescription() for item in items] == ["Read", "In progress, shown now"]
    assert page.sections.count.accessibleName() == "1 of 2 sections read"
    QTest.mouseClick(items[0], Qt.MouseButton.LeftButton)
    assert title(page) == "The first part"
    assert [item.isChecked() for item in items] == [True, False]


def test_j_and_k_turn_the_sections(open_page, room):
    page = open_page()
    QTest.keyClick(page.title, Qt.Key.Key_J)
    assert title(page) == "The second part"
    assert focused() is page.title
    QTest.keyClick(page.title, Qt.Key.Key_K)
    assert title(page) == "The first part"
    room.preferences.change(single_keys=False)
    QTest.keyClick(page.title, Qt.Key.Key_J)
    assert title(page) == "The first part"


def test_c_goes_from_check_to_check(open_page):
    page = open_page()
    QTest.keyClick(page.title, Qt.Key.Key_C)
    first, second = page.body.checks
    assert first.isAncestorOf(focused())
    QTest.keyClick(focused(), Qt.Key.Key_C)
    assert second.isAncestorOf(focused())
    here = focused()
    QTest.keyClick(focused(), Qt.Key.Key_C)
    assert focused() is here


def test_space_and_home_move_through_the_text(open_page, qtbot):
    page = open_page()
    bar = page.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    QTest.keyClick(page.title, Qt.Key.Key_Space)
    once = bar.value()
    assert once > 0
    QTest.keyClick(page.title, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() < once
    QTest.keyClick(page.title, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    QTest.keyClick(page.title, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_the_way_back_to_the_question_is_shown_only_after_a_review(open_page, qtbot):
    page = open_page()
    assert not page.back_bar.isVisible()
    page.enter(Route.to("lesson", topic=TOPIC, section="second", back="review"))
    assert page.back_bar.isVisible()
    with qtbot.waitSignal(page.back_requested):
        press(page, "back-to-question")


def test_the_place_in_a_section_is_found_again(open_page, room, qtbot):
    page = open_page(height=500)
    bar = page.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum() // 2)
    page.leave()
    offset = room.lessons.lesson(TopicId(TOPIC)).offset
    assert offset == pytest.approx(0.5, abs=0.02)
    again = open_page(Route.to("lesson", topic=TOPIC), height=500)
    qtbot.waitUntil(lambda: again.offset == pytest.approx(offset, abs=0.03))
    assert focused() is again.title


def test_a_lesson_that_is_not_there_leads_back(open_page, qtbot):
    page = open_page(Route.to("lesson", topic="nowhere"))
    assert page.title is None
    assert page.offset == 0.0
    with qtbot.waitSignal(page.route_requested) as asked:
        press(page, "empty-action")
    assert asked.args == [Route.to("lessons")]


def test_a_problem_is_told_and_can_be_tried_again(open_page, room):
    room.lessons.problem = LOCKED
    page = open_page()
    assert page.body is None
    room.lessons.problem = None
    press(page, "banner-action")
    assert title(page) == "The first part"


def test_narrow_pages_choose_sections_from_a_list(open_page):
    page = open_page(width=828)
    assert not page.sections.isVisible()
    assert page.bar.isVisible()
    assert page.bar.select.currentText() == "1. The first part"
    page.bar.select.activated.emit(1)
    assert title(page) == "The second part"
