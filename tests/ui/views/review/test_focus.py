"""Where the focus goes on the review page, and what assistive tools are told."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QWidget,
)

from app.core.questions import Kind
from app.ui.widgets.text import Text
from tests.ui.answers.asked import KINDS
from tests.ui.views.review.acts import SHIFT, answer_by_keys, begin, find, key, role, state


def test_focus_goes_to_the_title_then_the_stem_then_next(page, room):
    begin(page, room, Kind.SINGLE, Kind.MULTIPLE)
    assert page.top.title.hasFocus()
    key(page, Qt.Key.Key_1)
    key(page, Qt.Key.Key_Return)
    assert page.session.feedback.next_button.hasFocus()
    key(page, Qt.Key.Key_Return)
    assert find(page, Text, "ask").hasFocus()


def test_the_tab_key_follows_reading_order(page, room):
    begin(page, room, Kind.SINGLE)
    key(page, Qt.Key.Key_1)
    page.top.close_button.setFocus()
    seen = []
    for _ in range(16):
        seen.append(QApplication.focusWidget())
        key(page, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is page.top.close_button:
            break
    order = [
        page.top.close_button,
        page.top.note_button,
        page.top.flag_button,
        page.top.more_button,
        page.session.question.text.focus_target(),
        page.session.question.answer.cards[0],
        page.session.confidence.row.buttons[0],
        page.session.confidence.row.buttons[2],
    ]
    places = [seen.index(widget) for widget in order]
    assert places == sorted(places)
    cards = set(page.session.question.answer.cards)
    assert sum(widget in cards for widget in seen) == 1


def test_after_the_answer_shift_tab_goes_to_the_grades(page, room):
    begin(page, room, Kind.SINGLE)
    key(page, Qt.Key.Key_1)
    key(page, Qt.Key.Key_Return)
    key(page, Qt.Key.Key_Backtab, SHIFT)
    assert page.session.feedback.grades.isAncestorOf(QApplication.focusWidget())


def test_every_control_has_a_name(page, room):
    for kind in KINDS:
        begin(page, room, kind)
        for told in (False, True):
            if told:
                answer_by_keys(page, kind)
                key(page, Qt.Key.Key_Return)
            unnamed = [
                widget
                for widget in page.findChildren(QWidget)
                if widget.isVisible()
                and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
                and not widget.accessibleName()
            ]
            assert unnamed == []
        page._model.close()


def test_roles_and_descriptions_after_the_answer(page, room):
    begin(page, room, Kind.SINGLE)
    assert role(page.top.title) == QAccessible.Role.Heading
    assert role(find(page, Text, "ask")) == QAccessible.Role.Heading
    card = page.session.question.answer.cards[0]
    assert role(card) == QAccessible.Role.RadioButton
    assert card.accessibleDescription() == ""
    key(page, Qt.Key.Key_1)
    key(page, Qt.Key.Key_Return)
    right = state(page).asking.order.index(1)
    told = page.session.question.answer.cards[right].accessibleDescription()
    assert told.startswith("Correct answer")
    assert told.endswith("Reason 1")
    grades = page.session.feedback.grades
    assert role(grades._group.button(0)) == QAccessible.Role.RadioButton
    assert grades._group.button(0).accessibleName().startswith("Again, ")
    assert role(page.session.aside.session.grid) == QAccessible.Role.Graphic


def test_the_target_of_every_button_is_large_enough(page, room):
    begin(page, room, Kind.HOTSPOT)
    answer_by_keys(page, Kind.HOTSPOT)
    for told in (False, True):
        if told:
            key(page, Qt.Key.Key_Return)
        small = [
            (button.objectName(), button.accessibleName(), button.size())
            for button in page.findChildren(QAbstractButton)
            if button.isVisible() and min(button.width(), button.height()) < 32
        ]
        assert small == []
