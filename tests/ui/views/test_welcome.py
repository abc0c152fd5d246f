"""The first run as the student meets it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QSpinBox, QWidget

from app.core.settings import AudienceChoice
from app.ui.runtime.events import AppEvents
from app.ui.runtime.navigation import Route
from app.ui.viewmodels.welcome import Stage, WelcomeModel
from app.ui.views.welcome import WelcomePage
from app.ui.widgets.option_card import OptionCard
from app.ui.widgets.scroll import ScrollPage
from tests.ui.first_pages import Rooms


@pytest.fixture
def room(tmp_path, qapp):
    made = Rooms(tmp_path)
    yield made
    made.close()


@pytest.fixture
def open_page(room, qtbot):
    def make(width=1288):
        model = WelcomeModel(room.preferences, room.library, room.lessons, room.clock, AppEvents())
        page = WelcomePage(model)
        model.setParent(page)
        qtbot.addWidget(page)
        page.resize(width, 900)
        page.show()
        page.first_focus().setFocus()
        return page

    return make


def key(page, *keys):
    for each in keys:
        QTest.keyClick(page, each)


def cards(page):
    return [card for card in page.findChildren(OptionCard) if card.isVisible()]


def test_numbers_choose_enter_goes_on_and_esc_skips(open_page, room):
    page = open_page()
    key(page, Qt.Key.Key_1)
    assert cards(page)[0].isChecked()
    key(page, Qt.Key.Key_Return, Qt.Key.Key_3, Qt.Key.Key_Return, Qt.Key.Key_Escape)
    settings = room.preferences.settings
    assert (settings.audience, settings.minutes_a_day) == (AudienceChoice.NURSING, 30)
    assert settings.exam_date is None
    assert page._model.state.stage is Stage.READY
    assert settings.first_run_done


def test_numbers_rest_while_single_keys_are_off(open_page, room):
    room.preferences.change(single_keys=False)
    page = open_page()
    key(page, Qt.Key.Key_1)
    assert not cards(page)[0].isChecked()


def test_it_can_be_done_with_the_mouse_and_gone_back(open_page, room):
    page = open_page()
    QTest.mouseClick(cards(page)[1], Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.go_on, Qt.MouseButton.LeftButton)
    assert room.preferences.settings.audience is AudienceChoice.MEDICINE
    assert len(cards(page)) == 5
    QTest.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert cards(page)[1].isChecked()
    assert not page.back.isVisible()


def test_another_time_is_typed(open_page, room):
    page = open_page()
    key(page, Qt.Key.Key_Escape, Qt.Key.Key_5)
    spin = page.findChild(QSpinBox, "own-minutes")
    assert spin.isVisible()
    spin.setFocus()
    spin.selectAll()
    QTest.keyClicks(spin, "90")
    QTest.keyClick(spin, Qt.Key.Key_Return)
    page._model.advance() if page._model.state.stage is Stage.MINUTES else None
    assert room.preferences.settings.minutes_a_day == 90


def test_an_exam_is_named_and_dated(open_page, room):
    page = open_page()
    key(page, Qt.Key.Key_Escape, Qt.Key.Key_Escape, Qt.Key.Key_1)
    name = page.findChild(QLineEdit, "exam-name")
    assert name.isVisible()
    QTest.keyClicks(name, "Block 1")
    assert page._model.state.choice == 0
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert room.preferences.settings.exam_name == "Block 1"
    assert room.preferences.settings.exam_date is not None


def test_the_end_leads_on(open_page, qtbot):
    page = open_page()
    key(page, Qt.Key.Key_Escape, Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    for button, wanted in ((page.begin, "review"), (page.lesson, "lesson"), (page.look, "today")):
        with qtbot.waitSignal(page.route_requested) as asked:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert asked.args[0].page == wanted
    with qtbot.waitSignal(page.route_requested) as asked:
        key(page, Qt.Key.Key_Return)
    assert asked.args[0].get("mode") == "points"
    with qtbot.waitSignal(page.route_requested) as asked:
        key(page, Qt.Key.Key_Escape)
    assert asked.args[0] == Route.to("today")


def test_the_title_says_where_one_is_and_takes_the_focus(open_page):
    page = open_page()
    title = QAccessible.queryAccessibleInterface(page.first_focus())
    assert title.role() == QAccessible.Role.Heading
    assert title.text(QAccessible.Text.Name) == "Welcome to Decidua"
    key(page, Qt.Key.Key_Return)
    assert page.first_focus().accessibleName() == "How long on a usual day?"
    assert page.focusWidget() is page.first_focus()


def test_without_the_picture_the_choices_stand_alone(open_page, room):
    room.library.picture = None
    page = open_page()
    assert page.findChild(QWidget, "welcome-figure") is None
    assert len(cards(page)) == 3


@pytest.mark.parametrize(("width", "scale"), [(1288, 1.0), (828, 1.0), (1360, 2.0), (900, 2.0)])
def test_nothing_is_cut_at_any_width_or_text_size(open_page, theme, width, scale):
    theme.configure(scale=scale)
    page = open_page(width)
    scroll = page.findChild(ScrollPage)
    for _ in range(4):
        assert scroll.widget().minimumSizeHint().width() <= scroll.viewport().width()
        for button in page.findChildren(QPushButton):
            if button.isVisible():
                assert button.width() >= button.sizeHint().width()
        key(page, Qt.Key.Key_Escape)
