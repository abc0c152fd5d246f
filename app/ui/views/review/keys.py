"""What each key does on the review page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from app.ui.answers.keys import answer_key, confidence_of, digit_of, plain_modifiers
from app.ui.viewmodels.review import Phase, ReviewModel
from app.ui.views.review.session import SessionView

_NONE, _SHIFT, _CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
_GO_ON = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_GRADES = 4


class ReviewKeys:
    """Carries out the keys that no widget on the page took for itself."""

    def __init__(self, model: ReviewModel, session: SessionView) -> None:
        self._model, self._session = model, session

    def handle(self, event: QKeyEvent) -> bool:
        """Carry out a key; return whether it meant something."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self._model.undo()
            return True
        phase = self._model.state.phase
        if phase is Phase.QUESTION:
            return self._on_question(event) or self._on_tools(event)
        if phase is Phase.FEEDBACK:
            return self._on_feedback(event) or self._on_tools(event)
        return False

    @property
    def _single(self) -> bool:
        return self._model.state.single_keys

    def _on_question(self, event: QKeyEvent) -> bool:
        answer = self._session.question.answer
        confidence = confidence_of(event)
        if confidence is not None:
            self._model.submit(int(confidence))
            return True
        return answer is not None and answer_key(answer, event, single_keys=self._single)

    def _on_feedback(self, event: QKeyEvent) -> bool:
        key, plain = Qt.Key(event.key()), plain_modifiers(event) == _NONE
        answer = self._session.question.answer
        if key in _GO_ON and plain:
            self._model.advance()
            return True
        if key in _STEPS and plain and answer is not None:
            return answer.step(_STEPS[key])
        if not self._single or not plain:
            return False
        grade = digit_of(event)
        if 1 <= grade <= _GRADES:
            self._model.regrade(grade)
            return True
        return self._open(key)

    def _open(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_O:
            self._session.open_lesson()
        elif key == Qt.Key.Key_V:
            self._session.open_figure()
        else:
            return False
        return True

    def _on_tools(self, event: QKeyEvent) -> bool:
        key, modifiers = Qt.Key(event.key()), plain_modifiers(event)
        if key == Qt.Key.Key_G and modifiers == _CONTROL:
            self._session.show_grid()
        elif not self._single:
            return False
        elif key == Qt.Key.Key_F and modifiers in {_NONE, _SHIFT}:
            self._model.toggle_flag()
        elif key == Qt.Key.Key_N and modifiers == _NONE:
            self._model.toggle_note()
        else:
            return False
        return True
