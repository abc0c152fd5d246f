"""Which keys choose, strike, judge and check; the same on the review page and in a lesson."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from app.core.scheduling import Confidence
from app.ui.answers.base import AnswerWidget

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_NONE, _SHIFT, _CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
_SURE = {_NONE: Confidence.THINK, _SHIFT: Confidence.CERTAIN, _CONTROL: Confidence.GUESS}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_FIRST_SCAN_CODE = {"xcb": 10, "wayland": 10, "windows": 2}
_MAC_DIGITS = (18, 19, 20, 21, 23, 22, 26, 28, 25)
_SHIFTED = "!@#$%^&*("


def digit_of(event: QKeyEvent) -> int:
    """Return 1 to 9 for a digit key, also with Shift; 0 for any other.

    With Shift the key's own code says what the layout makes of it ("!", "£"), so the place on the keyboard is
    asked first.
    """
    plain = event.key() - int(Qt.Key.Key_0)
    if event.modifiers() & Qt.KeyboardModifier.KeypadModifier or not event.modifiers() & _SHIFT:
        return plain if 1 <= plain <= 9 else 0
    placed = _placed(event)
    if placed:
        return placed
    if 1 <= plain <= 9:
        return plain
    return _SHIFTED.find(event.text()) + 1 if event.text() else 0


def plain_modifiers(event: QKeyEvent) -> Qt.KeyboardModifier:
    """Return the modifiers, the one of the number pad left out."""
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def confidence_of(event: QKeyEvent) -> Confidence | None:
    """Return how sure Enter, Shift Enter or Ctrl Enter says the student is; None for any other key."""
    return _SURE.get(plain_modifiers(event)) if event.key() in _ENTER else None


def answer_key(answer: AnswerWidget, event: QKeyEvent, *, single_keys: bool = True) -> bool:
    """Carry out a key on `answer`; return whether it meant something. Digits and letters only if allowed."""
    modifiers = plain_modifiers(event)
    key = Qt.Key(event.key())
    if key in _STEPS and modifiers == _NONE:
        return answer.step(_STEPS[key])
    if not single_keys:
        return False
    if key in {Qt.Key.Key_T, Qt.Key.Key_F} and modifiers == _NONE:
        return answer.judge(key == Qt.Key.Key_T)
    digit = digit_of(event)
    if digit and modifiers == _SHIFT:
        return answer.strike_number(digit)
    return answer.choose_number(digit) if digit and modifiers == _NONE else False


def _placed(event: QKeyEvent) -> int:
    """Return the digit by where the key lies on the keyboard, 0 where the platform does not tell."""
    platform = QGuiApplication.platformName()
    if platform == "cocoa":
        code = event.nativeVirtualKey()
        return _MAC_DIGITS.index(code) + 1 if code in _MAC_DIGITS else 0
    first = _FIRST_SCAN_CODE.get(platform, 0)
    place = event.nativeScanCode() - first + 1
    return place if first and 1 <= place <= 9 else 0
