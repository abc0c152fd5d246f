"""Answering on the review page with real clicks and keys, over real services."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.core.fsrs import Rating
from app.core.questions import Judged, Kind
from app.core.scheduling import Confidence
from app.ui.runtime.navigation import Route
from app.ui.viewmodels.review import Phase
from app.ui.widgets.buttons import Button
from app.ui.widgets.messages import Banner
from app.ui.widgets.text import Text
from tests.ui.answers.asked import KINDS
from tests.ui.views.review.acts import CONTROL, FULL, NONE, SHIFT, answer_by_keys, begin, find, key, state


def test_a_session_of_every_kind_by_keyboard_alone(page, room):
    begin(page, room)
    sure = [
        (NONE, Confidence.THINK),
        (SHIFT, Confidence.CERTAIN),
        (CONTROL, Confidence.GUESS),
        (NONE, Confidence.THINK),
    ]
    for kind, (modifiers, confidence) in zip(KINDS, sure, strict=True):
        assert state(page).asking.question.kind is kind
        answer_by_keys(page, kind)
        assert state(page).ready
        key(page, Qt.Key.Key_Return, modifiers)
        assert state(page).phase is Phase.FEEDBACK
        assert state(page).feedback.confidence is confidence
        assert page.session.feedback.next_button.hasFocus()
        key(page, Qt.Key.Key_4)
        assert state(page).feedback.rating is Rating.EASY
        key(page, Qt.Key.Key_Return)
    while state(page).phase is not Phase.END:
        answer_by_keys(page, state(page).asking.question.kind)
        key(page, Qt.Key.Key_Return)
        key(page, Qt.Key.Key_4)
        key(page, Qt.Key.Key_Space)
    assert find(page, Text, "review-score").text().startswith(f"{state(page).summary.right} of 4")


def test_a_session_by_mouse_alone(page, room, qtbot):
    begin(page, room, Kind.SINGLE, Kind.HOTSPOT)
    card = page.session.question.answer.cards[0]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    think = page.session.confidence.row.buttons[1]
    QTest.mouseClick(think, Qt.MouseButton.LeftButton)
    assert state(page).phase is Phase.FEEDBACK
    hard = page.session.feedback.grades._group.button(1)
    QTest.mouseClick(hard, Qt.MouseButton.LeftButton)
    assert state(page).feedback.rating is Rating.HARD
    QTest.mouseClick(page.session.feedback.next_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.session.question.answer.pins[1], Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.session.confidence.row.buttons[2], Qt.MouseButton.LeftButton)
    assert state(page).feedback.verdict.right


def test_the_buttons_wait_for_a_complete_answer(page, room):
    begin(page, room, Kind.TRUE_FALSE)
    buttons = page.session.confidence.row.buttons
    key(page, Qt.Key.Key_T)
    assert not any(button.isEnabled() for button in buttons)
    assert buttons[0].accessibleDescription() == "Choose an answer first."
    key(page, Qt.Key.Key_Return)
    assert state(page).phase is Phase.QUESTION
    key(page, Qt.Key.Key_T)
    key(page, Qt.Key.Key_T)
    assert all(button.isEnabled() for button in buttons)


def test_arrows_choose_from_the_stem_and_read_after_the_answer(page, room):
    begin(page, room, Kind.MULTIPLE, Kind.SINGLE)
    answer_by_keys(page, Kind.MULTIPLE)
    key(page, Qt.Key.Key_Return)
    key(page, Qt.Key.Key_Return)
    assert find(page, Text, "ask").hasFocus()
    cards = page.session.question.answer.cards
    key(page, Qt.Key.Key_Down)
    assert cards[0].isChecked()
    key(page, Qt.Key.Key_Down)
    assert cards[1].isChecked()
    key(page, Qt.Key.Key_Up)
    key(page, Qt.Key.Key_Return)
    chosen = state(page).feedback.response
    page.session.question.answer.focus_target().setFocus()
    key(page, Qt.Key.Key_Down)
    assert cards[1].hasFocus()
    assert page.session.question.answer.draft() == chosen


def test_striking_out_by_key(page, room):
    begin(page, room, Kind.SINGLE)
    key(page, Qt.Key.Key_3, SHIFT)
    cards = page.session.question.answer.cards
    assert cards[2].is_struck
    assert cards[2].accessibleDescription() == "Struck out."
    key(page, Qt.Key.Key_3, SHIFT)
    assert not cards[2].is_struck


def test_undo_by_key_shows_the_question_again_with_its_answer(page, room):
    begin(page, room, Kind.SINGLE, Kind.MULTIPLE)
    key(page, Qt.Key.Key_2)
    key(page, Qt.Key.Key_Return)
    key(page, Qt.Key.Key_Z, CONTROL)
    assert state(page).phase is Phase.QUESTION
    answer = page.session.question.answer
    assert not answer.is_locked
    assert answer.cards[1].isChecked()
    assert answer.cards[1].hasFocus()
    key(page, Qt.Key.Key_Return)
    key(page, Qt.Key.Key_Return)
    assert state(page).asking.question.kind is Kind.MULTIPLE
    key(page, Qt.Key.Key_Z, CONTROL)
    assert state(page).asking.question.kind is Kind.SINGLE
    assert page.session.question.answer.cards[1].isChecked()


def test_undo_from_the_end_page(page, room):
    begin(page, room, Kind.SINGLE)
    key(page, Qt.Key.Key_2)
    key(page, Qt.Key.Key_Return)
    key(page, Qt.Key.Key_4)
    page._model.finish()
    assert state(page).phase is Phase.END
    find(page, Button, "end-undo").click()
    assert state(page).phase is Phase.QUESTION


def test_a_full_disk_keeps_the_answer_and_offers_another_try(page, room, monkeypatch, qtbot):
    begin(page, room, Kind.SINGLE)
    real = room.study.answer

    def full(*arguments):
        monkeypatch.setattr(room.study, "answer", real)
        raise FULL

    monkeypatch.setattr(room.study, "answer", full)
    key(page, Qt.Key.Key_2)
    key(page, Qt.Key.Key_Return)
    banner = find(page, Banner, "review-problem")
    qtbot.waitUntil(banner.isVisible)
    assert banner.accessibleName() == "The disk is full. Your answer was not saved. Free some space."
    assert state(page).phase is Phase.QUESTION
    assert page.session.question.answer.cards[1].isChecked()
    banner.findChild(Button, "banner-action").click()
    assert state(page).phase is Phase.FEEDBACK
    assert page.findChild(Banner, "review-problem") is None or not page._banner_holder.isVisible()


def test_a_half_built_set_of_statements_survives_leaving(page, room):
    begin(page, room, Kind.TRUE_FALSE)
    key(page, Qt.Key.Key_T)
    page.leave()
    page.enter(Route.to("today"))
    begin(page, room, Kind.TRUE_FALSE)
    draft = page.session.question.answer.draft()
    assert isinstance(draft, Judged)
    assert list(draft.values).count(True) == 1
