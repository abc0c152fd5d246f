"""Each kind of answer: choosing, striking, taking back, restoring, and what is told afterwards."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.core.questions import Judged, Kind, Picked, Pointed
from app.ui.answers.factory import make_answer
from app.ui.answers.hotspot import HotspotAnswer
from app.ui.answers.options import MultipleAnswer, SingleBestAnswer
from app.ui.answers.statements import TrueFalseAnswer
from app.ui.figures.marks import MarkState
from app.ui.widgets.option_card import Mark
from tests.ui.answers.asked import KINDS, asked, told


@pytest.fixture
def show(qtbot):
    """Show the answers of a kind in a window that has the focus."""
    kept = []

    def shown(kind, seed=3):
        asking = asked(kind, seed)
        answer = make_answer(asking)
        window = QWidget()
        layout = QVBoxLayout(window)
        layout.addWidget(answer)
        qtbot.addWidget(window)
        kept.append(window)
        window.resize(800, 600)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return asking, answer

    return shown


def key(widget, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or widget, key, modifiers)


@pytest.mark.parametrize(
    ("kind", "made"),
    [
        (Kind.SINGLE, SingleBestAnswer),
        (Kind.MULTIPLE, MultipleAnswer),
        (Kind.TRUE_FALSE, TrueFalseAnswer),
        (Kind.HOTSPOT, HotspotAnswer),
    ],
)
def test_every_kind_has_its_widget(show, kind, made):
    assert type(show(kind)[1]) is made


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_chosen_at_first_and_nothing_can_be_checked(show, kind):
    _, answer = show(kind)
    assert answer.draft() is None
    assert answer.response() is None


def test_letters_follow_the_order_shown_and_the_response_keeps_the_questions_own(show):
    asking, answer = show(Kind.SINGLE)
    assert asking.order != (0, 1, 2, 3)
    for row, card in enumerate(answer.cards):
        assert card.accessibleName() == f"{'ABCD'[row]}. {asking.question.options[asking.order[row]].text}"
    answer.choose_number(3)
    assert answer.response() == Picked(frozenset({asking.order[2]}))


def test_choosing_another_option_tells_once(show, qtbot):
    asking, answer = show(Kind.SINGLE)
    answer.choose_number(1)
    seen = []
    answer.response_changed.connect(seen.append)
    answer.choose_number(2)
    assert seen == [Picked(frozenset({asking.order[1]}))]


@pytest.mark.parametrize("kind", KINDS)
def test_choosing_the_same_again_takes_it_back(show, kind):
    _, answer = show(kind)

    def choose():
        answer.choose_number(1)
        if kind is Kind.TRUE_FALSE:
            answer.judge(True)

    choose()
    assert answer.draft() is not None
    choose()
    assert answer.draft() is None


def test_a_second_click_takes_a_choice_back_and_a_double_click_does_not(show):
    _, answer = show(Kind.SINGLE)
    card = answer.cards[1]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert card.isChecked()
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert not card.isChecked()
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(card, Qt.MouseButton.LeftButton)
    assert card.isChecked()


def test_arrows_choose_among_radio_cards_and_only_move_among_check_cards(show):
    asking, single = show(Kind.SINGLE)
    single.focus_target().setFocus()
    key(single, Qt.Key.Key_Down)
    key(single, Qt.Key.Key_Down)
    assert single.draft() == Picked(frozenset({asking.order[1]}))
    assert single.cards[1].hasFocus()
    _, multiple = show(Kind.MULTIPLE)
    multiple.focus_target().setFocus()
    key(multiple, Qt.Key.Key_Down)
    assert multiple.draft() is None
    assert multiple.cards[1].hasFocus()
    key(multiple, Qt.Key.Key_Space)
    assert multiple.cards[1].isChecked()


def test_check_cards_are_one_stop_of_the_tab_key(show):
    _, answer = show(Kind.MULTIPLE)
    stops = [card for card in answer.cards if card.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [answer.cards[0]]
    answer.choose_number(3)
    stops = [card for card in answer.cards if card.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [answer.cards[2]]


def test_striking_out_clears_the_choice_and_choosing_unstrikes(show):
    _, answer = show(Kind.SINGLE)
    answer.choose_number(2)
    assert answer.strike_number(2)
    assert answer.cards[1].is_struck
    assert answer.draft() is None
    answer.choose_number(2)
    assert not answer.cards[1].is_struck
    assert not answer.strike_number(9)


def test_a_right_click_strikes_out(show):
    _, answer = show(Kind.SINGLE)
    answer.cards[0].strike_requested.emit()
    assert answer.struck == {answer.cards and asked(Kind.SINGLE).order[0]}


@pytest.mark.parametrize("kind", KINDS)
def test_a_half_built_response_is_restored_without_a_signal(show, kind):
    _, first = show(kind)
    first.choose_number(1)
    if kind is Kind.TRUE_FALSE:
        first.judge(False)
    draft = first.draft()
    _, second = show(kind)
    seen = []
    second.response_changed.connect(seen.append)
    second.restore(draft)
    assert second.draft() == draft
    assert seen == []
    second.restore(None)
    assert second.draft() is None


def test_after_the_answer_each_option_tells_its_reason_and_nothing_can_be_changed(show):
    asking, answer = show(Kind.SINGLE)
    wrong = asking.order.index(0) + 1
    answer.choose_number(wrong)
    response = answer.response()
    answer.show_feedback(told(asking, response))
    marks = [card.mark for card in answer.cards]
    assert marks[asking.order.index(0)] is Mark.WRONG_CHOSEN
    assert marks[asking.order.index(1)] is Mark.RIGHT
    assert marks.count(Mark.OTHER) == 2
    key_card = answer.cards[asking.order.index(1)]
    assert key_card.accessibleDescription() == "Correct answer. Reason 1"
    assert answer.is_locked
    assert not answer.choose_number(1)
    assert not answer.strike_number(1)
    QTest.mouseClick(key_card, Qt.MouseButton.LeftButton)
    assert answer.draft() == response
    answer.show_feedback(None)
    assert not answer.is_locked
    assert answer.draft() == response


def test_what_was_missed_is_told_in_select_all(show):
    asking, answer = show(Kind.MULTIPLE)
    answer.choose_number(asking.order.index(0) + 1)
    answer.show_feedback(told(asking, answer.response()))
    assert answer.cards[asking.order.index(0)].mark is Mark.RIGHT_CHOSEN
    assert answer.cards[asking.order.index(1)].mark is Mark.MISSED


def test_options_have_the_right_roles(show):
    _, single = show(Kind.SINGLE)
    _, multiple = show(Kind.MULTIPLE)
    role = QAccessible.queryAccessibleInterface(single.cards[0]).role()
    assert role == QAccessible.Role.RadioButton
    role = QAccessible.queryAccessibleInterface(multiple.cards[0]).role()
    assert role == QAccessible.Role.CheckBox


def test_statements_are_judged_by_number_and_letter(show):
    asking, answer = show(Kind.TRUE_FALSE)
    assert answer.choose_number(2)
    answer.judge(False)
    assert answer.response() is None
    answer.choose_number(1)
    answer.judge(True)
    assert QApplication.focusWidget() in answer._choices[1].buttons
    answer.choose_number(3)
    answer.judge(True)
    values = [None, None, None]
    for row, value in enumerate((True, False, True)):
        values[asking.order[row]] = value
    assert answer.response() == Judged(tuple(values))


def test_arrows_judge_and_move_in_a_set_of_statements(show):
    asking, answer = show(Kind.TRUE_FALSE)
    answer.focus_target().setFocus()
    key(answer, Qt.Key.Key_Right)
    key(answer, Qt.Key.Key_Down)
    key(answer, Qt.Key.Key_Left)
    values = answer.draft().values
    assert values[asking.order[0]] is False
    assert values[asking.order[1]] is True
    assert values[asking.order[2]] is None


def test_a_statement_is_judged_and_cleared_with_the_mouse(show):
    _, answer = show(Kind.TRUE_FALSE)
    true = answer._choices[0].buttons[0]
    QTest.mouseClick(true, Qt.MouseButton.LeftButton)
    assert answer.draft() is not None
    QTest.mouseClick(true, Qt.MouseButton.LeftButton)
    assert answer.draft() is None


def test_each_statement_tells_what_it_is_and_why(show):
    asking, answer = show(Kind.TRUE_FALSE)
    response = Judged((True, True, True))
    answer.show_feedback(told(asking, response))
    card = answer.cards[asking.order.index(1)]
    assert card.accessibleDescription() == "You said true; it is false. Reason 1"
    card = answer.cards[asking.order.index(0)]
    assert card.accessibleDescription() == "You said true, which is right. Reason 0"
    assert [c for c in answer.cards if c.focusPolicy() & Qt.FocusPolicy.TabFocus] == [answer.cards[0]]
    answer.cards[0].setFocus()
    key(answer, Qt.Key.Key_Down)
    assert answer.cards[1].hasFocus()
    answer.show_feedback(None)
    assert answer.draft() == response
    assert answer.cards[0].accessibleDescription() == ""


def test_pins_tell_nothing_before_the_answer(show):
    _, answer = show(Kind.HOTSPOT)
    assert [pin.accessibleName() for pin in answer.pins] == ["Place 1", "Place 2", "Place 3"]
    assert all(not pin.toolTip() for pin in answer.pins)
    assert "vessel" not in answer.canvas.accessibleDescription().lower()


def test_a_place_is_chosen_by_number_pin_or_structure(show, qtbot):
    _, answer = show(Kind.HOTSPOT)
    answer.choose_number(2)
    assert answer.response() == Pointed("vessel")
    QTest.mouseClick(answer.pins[0], Qt.MouseButton.LeftButton)
    assert answer.response() == Pointed("layer")
    gland = next(spot for spot in answer.canvas.figure.hotspots if spot.id == "gland")
    QTest.mouseClick(
        answer.canvas, Qt.MouseButton.LeftButton, pos=answer.canvas.point_on_screen(gland).toPoint()
    )
    assert answer.response() == Pointed("gland")
    assert [pin.state for pin in answer.pins] == [MarkState.SHOWN, MarkState.SHOWN, MarkState.CHOSEN]


def test_pins_are_one_stop_and_arrows_go_through_them(show):
    _, answer = show(Kind.HOTSPOT)
    answer.focus_target().setFocus()
    key(answer, Qt.Key.Key_Down)
    assert answer.pins[1].hasFocus()
    key(answer, Qt.Key.Key_Space)
    assert answer.response() == Pointed("vessel")
    stops = [pin for pin in answer.pins if pin.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [answer.pins[1]]


def test_after_the_answer_pins_have_names_and_places_reasons(show):
    asking, answer = show(Kind.HOTSPOT)
    answer.choose_number(1)
    answer.show_feedback(told(asking, answer.response()))
    assert [pin.accessibleName() for pin in answer.pins] == [
        "Basalis",
        "Spiral artery",
        "Coiled gland with a long name",
    ]
    assert [pin.state for pin in answer.pins] == [MarkState.WRONG, MarkState.RIGHT, MarkState.SHOWN]
    assert [card.accessibleName() for card in answer.cards][:2] == ["2. Spiral artery", "1. Basalis"]
    assert answer.cards[0].accessibleDescription() == "Correct answer. Reason vessel"
    assert answer.cards[1].accessibleDescription() == "Your answer, not correct. Reason layer"
    answer._pointed("gland")
    assert answer.response() == Pointed("layer")
    answer.show_feedback(None)
    assert answer.cards == ()
    assert answer.pins[0].accessibleName() == "Place 1"


def test_a_kind_refuses_the_question_of_another(qtbot):
    for answer in (SingleBestAnswer(), TrueFalseAnswer(), HotspotAnswer()):
        qtbot.addWidget(answer)
        with pytest.raises(TypeError):
            answer.show_question(
                asked(Kind.HOTSPOT if not isinstance(answer, HotspotAnswer) else Kind.SINGLE)
            )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", [360, 800])
def test_at_200_per_cent_nothing_is_wider_than_its_room(show, theme, kind, width):
    asking, answer = show(kind)
    theme.configure(scale=2.0)
    window = answer.window()
    window.resize(width, 600)
    answer.choose_number(1)
    if kind is Kind.TRUE_FALSE:
        answer.restore(Judged((True, True, False)))
    answer.show_feedback(told(asking, answer.response()))
    assert answer.minimumSizeHint().width() <= max(width, 560)
    assert answer.heightForWidth(width) > 0
