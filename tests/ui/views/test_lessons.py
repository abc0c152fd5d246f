"""The list of lessons as the student meets it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from app.core.ids import SectionId, TopicId
from app.ui.runtime.navigation import Route
from app.ui.views.lessons import LessonsPage
from app.ui.widgets.lesson_blocks.section_dots import SectionDots
from app.ui.widgets.scroll import ScrollPage
from tests.ui.reading_room import LOCKED, TOPIC, ReadingRoom


@pytest.fixture
def room(tmp_path, qapp):
    made = ReadingRoom(tmp_path)
    yield made
    made.close()


@pytest.fixture
def open_page(room, qtbot):
    def make(width=1288, height=900):
        model = room.list_model()
        page = LessonsPage(model)
        model.setParent(page)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.enter(Route.to("lessons"))
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.first_focus().setFocus()
        return page

    return make


def focused():
    return QApplication.focusWidget()


def names(page):
    return [card.accessibleName() for card in page.cards]


def test_cards_carry_name_role_and_state_for_assistive_tools(open_page, room):
    room.lessons.mark_read(TopicId(TOPIC), SectionId("first"))
    page = open_page()
    assert names(page) == ["Topic-1", "Topic-2"]
    card = page.cards[0]
    interface = QAccessible.queryAccessibleInterface(card)
    assert interface.role() == QAccessible.Role.Button
    assert "In progress" in card.accessibleDescription()
    dots = card.findChild(SectionDots)
    assert dots.accessibleName() == "Sections: 1 not started, 1 read"
    title = QAccessible.queryAccessibleInterface(page.title)
    assert (title.role(), page.title.accessibleName()) == (QAccessible.Role.Heading, "Lessons")


def test_a_press_anywhere_on_a_card_opens_its_lesson(open_page, qtbot):
    page = open_page()
    with qtbot.waitSignal(page.route_requested) as asked:
        QTest.mouseClick(page.cards[1], Qt.MouseButton.LeftButton)
    assert asked.args == [Route.to("lesson", topic="topic-2")]


def test_continue_opens_the_lesson_in_progress(open_page, room, qtbot):
    room.lessons.open_section(TopicId(TOPIC), SectionId("second"))
    page = open_page()
    buttons = page.findChildren(QPushButton, "lesson-continue")
    assert [b.text() for b in buttons] == ["Continue"]
    with qtbot.waitSignal(page.route_requested) as asked:
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert asked.args == [Route.to("lesson", topic=TOPIC)]


def test_arrows_move_and_enter_opens(open_page, qtbot):
    page = open_page()
    QTest.keyClick(page.title, Qt.Key.Key_Down)
    assert focused() is page.cards[0]
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert focused() is page.cards[1]
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert focused() is page.cards[1]
    QTest.keyClick(focused(), Qt.Key.Key_Home)
    assert focused() is page.cards[0]
    with qtbot.waitSignal(page.route_requested) as asked:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert asked.args == [Route.to("lesson", topic=TOPIC)]
    QTest.keyClick(focused(), Qt.Key.Key_Up)
    assert focused() is page.field


def test_typing_anywhere_filters_and_enter_opens_the_first(open_page, qtbot):
    page = open_page()
    QTest.keyClicks(page.title, "s")
    assert focused() is page.field
    QTest.keyClicks(page.field, "econd part")
    assert len(page.cards) == 2
    with qtbot.waitSignal(page.route_requested) as asked:
        QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert asked.args == [Route.to("lesson", topic=TOPIC, section="second")]
    QTest.keyClick(page.field, Qt.Key.Key_Escape)
    assert page.field.text() == ""
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    assert focused() is page.cards[0]


def test_a_filter_without_a_match_can_be_cleared(open_page):
    page = open_page()
    QTest.keyClicks(page.field, "zebra")
    assert page.cards == []
    QTest.mouseClick(page.findChild(QPushButton, "empty-action"), Qt.MouseButton.LeftButton)
    assert (page.field.text(), len(page.cards)) == ("", 2)


def test_the_filter_has_a_button_that_clears_it(open_page):
    page = open_page()
    assert page.field.clear_button.isHidden()
    QTest.keyClicks(page.field, "topic")
    QTest.mouseClick(page.field.clear_button, Qt.MouseButton.LeftButton)
    assert page.field.text() == ""
    assert focused() is page.field


def test_an_empty_course_has_words_and_no_button(open_page, room):
    room.bank.all_topics = ()
    page = open_page()
    assert page.cards == []
    assert page.findChild(QPushButton, "empty-action") is None


def test_a_problem_stands_above_the_list_and_can_be_tried_again(open_page, room):
    page = open_page()
    room.lessons.problem = LOCKED
    page.enter(Route.to("lessons"))
    retry = page.findChild(QPushButton, "banner-action")
    assert retry.text() == "Try again"
    assert len(page.cards) == 2
    room.lessons.problem = None
    QTest.mouseClick(retry, Qt.MouseButton.LeftButton)
    assert page.leave()


@pytest.mark.parametrize(("width", "scale"), [(1288, 1.0), (828, 1.0), (900, 2.0), (1360, 2.0)])
def test_nothing_is_cut_at_any_size(open_page, theme, qtbot, width, scale):
    theme.configure(scale=scale)
    page = open_page(width)
    view = page.findChild(ScrollPage)
    qtbot.waitUntil(lambda: page.cards[0].width() > 0)
    assert not view.horizontalScrollBar().isVisible()
    assert view.horizontalScrollBar().maximum() == 0
    for card in page.cards:
        assert card.height() >= card.layout().totalHeightForWidth(card.width())
        assert card.mapTo(page, card.rect().topRight()).x() <= width
