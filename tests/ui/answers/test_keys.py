"""Which key means which row, on any keyboard."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from app.core.questions import Kind
from app.core.scheduling import Confidence
from app.ui.answers.factory import make_answer
from app.ui.answers.keys import answer_key, confidence_of, digit_of
from tests.ui.answers.asked import asked

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NONE, KEYPAD = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier


def press(key, modifiers=NONE, text="", scan=0):
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan, 0, 0, text)


@pytest.mark.parametrize(
    ("event", "digit"),
    [
        (press(Qt.Key.Key_3), 3),
        (press(Qt.Key.Key_0), 0),
        (press(Qt.Key.Key_7, KEYPAD), 7),
        (press(Qt.Key.Key_3, SHIFT), 3),
        (press(Qt.Key.Key_Exclam, SHIFT, "!"), 1),
        (press(Qt.Key.Key_AsciiCircum, SHIFT, "^"), 6),
        (press(Qt.Key.Key_A, SHIFT, "A"), 0),
        (press(Qt.Key.Key_F), 0),
    ],
)
def test_digits_also_with_shift(event, digit):
    assert digit_of(event) == digit


def test_with_shift_the_place_on_the_keyboard_decides(monkeypatch):
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    assert digit_of(press(Qt.Key.Key_sterling, SHIFT, "£", scan=12)) == 3
    assert digit_of(press(Qt.Key.Key_A, SHIFT, "A", scan=38)) == 0


@pytest.mark.parametrize(
    ("modifiers", "confidence"),
    [
        (NONE, Confidence.THINK),
        (SHIFT, Confidence.CERTAIN),
        (CONTROL, Confidence.GUESS),
        (SHIFT | CONTROL, None),
    ],
)
def test_enter_says_how_sure(modifiers, confidence):
    assert confidence_of(press(Qt.Key.Key_Return, modifiers)) is confidence
    assert confidence_of(press(Qt.Key.Key_Enter, modifiers | KEYPAD)) is confidence
    assert confidence_of(press(Qt.Key.Key_Space, modifiers)) is None


def test_single_keys_can_be_switched_off_and_arrows_stay(qtbot):
    answer = make_answer(asked(Kind.SINGLE))
    qtbot.addWidget(answer)
    assert not answer_key(answer, press(Qt.Key.Key_2), single_keys=False)
    assert not answer_key(answer, press(Qt.Key.Key_2, SHIFT), single_keys=False)
    assert answer_key(answer, press(Qt.Key.Key_Down), single_keys=False)
    assert answer_key(answer, press(Qt.Key.Key_2, SHIFT))
    assert answer.cards[1].is_struck
    assert not answer_key(answer, press(Qt.Key.Key_2, CONTROL))
    assert not answer_key(answer, press(Qt.Key.Key_T))
    assert not answer_key(answer, press(Qt.Key.Key_Z))


def test_t_and_f_judge_statements(qtbot):
    answer = make_answer(asked(Kind.TRUE_FALSE))
    qtbot.addWidget(answer)
    for key in (Qt.Key.Key_T, Qt.Key.Key_F, Qt.Key.Key_T):
        assert answer_key(answer, press(key))
    assert answer.response() is not None
