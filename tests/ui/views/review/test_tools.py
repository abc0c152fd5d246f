"""The tools of the review page: flag, note, menus, keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QPlainTextEdit,
)

from app.core.questions import Kind
from app.ui.viewmodels.review import Phase
from tests.ui.views.review.acts import CONTROL, SHIFT, begin, find, key, state


def test_flag_and_note_by_key(page, room):
    begin(page, room, Kind.SINGLE)
    key(page, Qt.Key.Key_F)
    assert page.top.flag_button.isChecked()
    key(page, Qt.Key.Key_N)
    edit = find(page, QPlainTextEdit, "note")
    assert edit.hasFocus()
    QTest.keyClicks(edit, "f3 n")
    assert state(page).note == "f3 n"
    assert page.session.question.answer.draft() is None
    assert page.top.flag_button.isChecked()
    key(page, Qt.Key.Key_Escape)
    assert not edit.isVisible()
    assert room.study.note(state(page).asking.point.id) == "f3 n"


def test_in_a_set_of_statements_f_means_false_and_shift_f_flags(page, room):
    begin(page, room, Kind.TRUE_FALSE)
    key(page, Qt.Key.Key_F)
    assert not state(page).flagged
    order = state(page).asking.order
    assert state(page).draft.values[order[0]] is False
    key(page, Qt.Key.Key_F, SHIFT)
    assert state(page).flagged


def test_single_keys_can_be_switched_off(page, room):
    begin(page, room, Kind.SINGLE)
    page._model._events.report(room.preferences.change(single_keys=False), None)
    for pressed in (Qt.Key.Key_2, Qt.Key.Key_F, Qt.Key.Key_N):
        key(page, pressed)
    assert state(page).draft is None
    assert not state(page).flagged
    assert not state(page).note_open
    key(page, Qt.Key.Key_Down)
    key(page, Qt.Key.Key_Return)
    assert state(page).phase is Phase.FEEDBACK


def test_in_a_narrow_window_the_tools_are_in_more(page, room, theme):
    theme.configure(scale=2.0)
    begin(page, room, Kind.SINGLE)
    page.top._prepare_more()
    shown = {action.objectName() for action in page.top._more.actions() if action.isVisible()}
    assert {"Larger text", "Note", "Undo last answer", "Skip until tomorrow", "Put away"} <= shown
    theme.configure(scale=1.0)
    page.top._prepare_more()
    shown = {action.objectName() for action in page.top._more.actions() if action.isVisible()}
    assert "Larger text" not in shown
    assert "Hide time" in shown


def test_more_skips_hides_the_time_and_ends_the_session(page, room):
    begin(page, room, Kind.SINGLE, Kind.MULTIPLE)
    actions = {action.objectName(): action for action in page.top._more.actions()}
    assert page.top.clock.isVisible()
    actions["Hide time"].trigger()
    assert not page.top.clock.isVisible()
    actions["Skip until tomorrow"].trigger()
    assert state(page).asking.question.kind is Kind.MULTIPLE
    actions["End the session now"].trigger()
    assert state(page).phase is Phase.END


def test_text_size_is_changed_from_the_menu(page, room):
    begin(page, room, Kind.SINGLE)
    actions = {action.objectName(): action for action in page.top._sizes.actions()}
    actions["Larger text"].trigger()
    assert room.preferences.settings.text_scale == 112.5
    actions["Smaller text"].trigger()
    actions["Smaller text"].trigger()
    assert room.preferences.settings.text_scale == 87.5
    actions["Usual text size"].trigger()
    assert room.preferences.settings.text_scale == 100.0


def test_the_grid_is_told_by_key(page, room):
    begin(page, room, Kind.SINGLE)
    key(page, Qt.Key.Key_G, CONTROL)
    assert page.session.aside.session.grid.accessibleDescription() == "1 this question"
