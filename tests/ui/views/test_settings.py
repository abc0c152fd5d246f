"""The settings page as the student meets it."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton, QSpinBox, QWidget

from app.core.settings import AudienceChoice, ThemeChoice
from app.ui.runtime.events import AppEvents
from app.ui.runtime.navigation import Route
from app.ui.viewmodels.preferences import AboutInfo, PreferencesModel
from app.ui.views.settings import SettingsPage
from app.ui.views.settings.restore import RestoreDialog
from app.ui.widgets.scroll import ScrollPage
from tests.ui.first_pages import Rooms, is_whole


@pytest.fixture
def room(tmp_path, qapp):
    made = Rooms(tmp_path)
    yield made
    made.close()


@pytest.fixture
def open_page(room, qtbot):
    made = []

    def make(width=1288):
        about = AboutInfo.of(
            "0.1.0", Path("/data/decidua"), "0123456789abcdef", room.bank.topics(), date(2026, 11, 23)
        )
        model = PreferencesModel(room.preferences, room.care, room.task, room.clock, AppEvents(), about)
        page = SettingsPage(model)
        model.setParent(page)
        qtbot.addWidget(page)
        page.resize(width, 900)
        page.show()
        made.append(model)
        qtbot.waitUntil(lambda: model._task is None)
        return page

    yield make
    for model in made:
        qtbot.waitUntil(lambda m=model: m._task is None)


def segment(row, text):
    return next(b for b in row.findChildren(QAbstractButton) if b.text() == text)


def test_a_choice_holds_at_once(open_page, room):
    page = open_page()
    segment(page.study.audience, "Nursing").click()
    assert room.preferences.settings.audience is AudienceChoice.NURSING
    segment(page.display.theme_row, "Dark").click()
    assert room.preferences.settings.theme is ThemeChoice.DARK
    page.display.scale.control.activated.emit(6)
    assert room.preferences.settings.text_scale == 200.0
    segment(page.display.motion, "Off").click()
    assert room.preferences.settings.reduced_motion is False


def test_numbers_change_by_button_key_and_typing_within_their_bounds(open_page, room):
    page = open_page()
    page.findChild(QPushButton, "minutes_a_day-more").click()
    assert room.preferences.settings.minutes_a_day == 25
    spin = page.findChild(QSpinBox, "minutes_a_day")
    QTest.keyClick(spin, Qt.Key.Key_Down)
    assert room.preferences.settings.minutes_a_day == 20
    spin.selectAll()
    QTest.keyClicks(spin, "7")
    QTest.keyClick(spin, Qt.Key.Key_Return)
    assert room.preferences.settings.minutes_a_day == 7
    less = page.findChild(QPushButton, "new_a_day-less")
    for _ in range(10):
        less.click()
    assert room.preferences.settings.new_a_day == 0
    assert not less.isEnabled()


def test_a_retention_is_explained_beside_it(open_page, room):
    page = open_page()
    words = page.findChild(QWidget, "retention-text")
    assert "1 in 10" in words.accessibleName()
    page.study.retention.control.activated.emit(4)
    assert room.preferences.settings.desired_retention == 0.95
    assert "1 in 20" in words.accessibleName()


def test_switches_hold_at_once(open_page, room):
    page = open_page()
    page.findChild(QAbstractButton, "single_keys").click()
    page.findChild(QAbstractButton, "time_grading").click()
    settings = room.preferences.settings
    assert (settings.single_keys, settings.time_grading) == (False, False)


def test_an_exam_is_named_dated_and_taken_away(open_page, room):
    page = open_page()
    name = page.findChild(QLineEdit, "exam_name")
    assert not name.isVisible()
    page.findChild(QAbstractButton, "exam-planned").click()
    assert name.isVisible()
    QTest.keyClicks(name, "Block exam")
    QTest.keyClick(name, Qt.Key.Key_Return)
    page.exam.day.edit.setDate(QDate(2027, 1, 20))
    settings = room.preferences.settings
    assert (settings.exam_name, settings.exam_date) == ("Block exam", date(2027, 1, 20))
    assert page.findChild(QWidget, "exam-text").accessibleName() == "Wednesday 20 January 2027, in 58 days."
    page.findChild(QAbstractButton, "exam-planned").click()
    assert room.preferences.settings.exam_date is None


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_day_is_picked_from_the_calendar(open_page, room, qtbot):
    page = open_page()
    page.findChild(QAbstractButton, "exam-planned").click()
    page.findChild(QPushButton, "open-calendar").click()
    popup = page.findChild(QWidget, "calendar")
    assert popup.isVisible()
    popup.calendar.clicked.emit(QDate(2026, 12, 24))
    assert not popup.isVisible()
    assert room.preferences.settings.exam_date == date(2026, 12, 24)


def test_the_path_can_be_copied(open_page):
    page = open_page()
    page.findChild(QPushButton, "copy-path").click()
    assert QGuiApplication.clipboard().text() == "/data/decidua"
    assert page.findChild(QPushButton, "copy-path").text() == "Copied"


def test_a_backup_is_made_listed_and_put_back_after_a_confirmation(open_page, room, qtbot):
    room.study_day(3)
    page = open_page()
    model = page._model
    page.findChild(QPushButton, "back-up").click()
    qtbot.waitUntil(lambda: model.state.busy is None)
    assert page.findChild(QWidget, "care-report").isVisible()
    page.findChild(QPushButton, "restore-0").click()
    dialog = page.window().findChild(RestoreDialog)
    assert dialog.keep.hasFocus() or dialog.focusWidget() is dialog.keep
    with qtbot.assertNotEmitted(model.restore_requested), qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    page.findChild(QPushButton, "restore-0").click()
    dialog = next(d for d in page.window().findChildren(RestoreDialog) if d.isVisible())
    with qtbot.waitSignals([model.restore_requested, dialog.finished]):
        QTest.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)


def test_checking_says_how_it_ended(open_page, room, qtbot):
    page = open_page()
    page.findChild(QPushButton, "check-file").click()
    qtbot.waitUntil(lambda: page._model.state.busy is None)
    assert page.findChild(QWidget, "care-report").accessibleName() == "Everything is in order."


def test_the_list_goes_to_a_section_and_follows_the_page(open_page, qtbot):
    page = open_page()
    scroll = page.findChild(ScrollPage)
    page.findChild(QPushButton, "section-keyboard").click()
    assert scroll.verticalScrollBar().value() > 200
    assert page.list.index == 3
    scroll.to_top()
    assert page.list.index == 0
    page.enter(Route.to("settings", section="exam-date"))
    qtbot.waitUntil(lambda: page.list.index == 1)


def test_arrows_move_in_the_list(open_page):
    page = open_page()
    first = page.findChild(QPushButton, "section-study")
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert page.focusWidget().objectName() == "section-exam-date"


def test_without_room_the_list_is_left_out(open_page):
    page = open_page(600)
    assert not page.list.isVisible()
    assert page.first_focus().isVisible()


@pytest.mark.parametrize(("width", "scale"), [(1288, 1.0), (828, 1.0), (1360, 2.0), (900, 2.0)])
def test_nothing_is_cut_at_any_width_or_text_size(open_page, theme, qtbot, width, scale):
    theme.configure(scale=scale)
    page = open_page(width)
    page.findChild(QAbstractButton, "exam-planned").click()
    scroll = page.findChild(ScrollPage)
    assert scroll.widget().minimumSizeHint().width() <= scroll.viewport().width()
    for section in page.sections:
        assert section.width() <= theme.theme.px(1320)
        qtbot.waitUntil(lambda card=section: is_whole(card))


def test_every_control_has_a_name_and_its_role(open_page):
    page = open_page()
    shown = [
        w
        for w in page.findChildren(QWidget)
        if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.focusProxy() is None
    ]
    assert len(shown) > 20
    for widget in shown:
        assert widget.accessibleName(), widget
    switch = QAccessible.queryAccessibleInterface(page.findChild(QWidget, "single_keys"))
    assert switch.role() == QAccessible.Role.CheckBox
    assert switch.state().checked
