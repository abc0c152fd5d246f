"""A question inside a lesson: asked, checked and explained where it stands."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.core.scheduling import Confidence, Purpose
from app.services.study.values import Asking, Feedback
from app.ui.answers.base import AnswerWidget
from app.ui.answers.factory import make_answer
from app.ui.answers.keys import answer_key, confidence_of
from app.ui.answers.question_text import Explanation, QuestionText, SourceList, VerdictNote
from app.ui.theme.tokens import GUTTER
from app.ui.viewmodels.asking import ActiveTimer
from app.ui.widgets.accessible import announce
from app.ui.widgets.buttons import Button
from app.ui.widgets.confidence import ConfidenceRow
from app.ui.widgets.layouts import CardColumn, Column, Row, clear
from app.ui.widgets.sizing import Policy, follow_width
from app.ui.widgets.text import Text


class QuestionPanel(QWidget):
    """Chips, stem, question, answers; then how sure the student is or *Check*; then feedback in place.

    `answered(Response, Confidence | None, active milliseconds)` asks for the answer to be judged: call the
    service and then `show_feedback`. Nothing is locked until then, so that an answer that could not be saved
    can be given again. `link_requested(address)` asks to open a source. A *Try first* question is checked
    without confidence, any other with. The panel keeps a gutter of 4 px at both sides; in a `CardColumn`
    its text aligns with the text above and below.
    """

    answered = Signal(object, object, int)
    link_requested = Signal(str)

    def __init__(
        self, parent: QWidget | None = None, *, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self.setObjectName("question-panel")
        self.single_keys = True
        self._timer = ActiveTimer(monotonic)
        self._asking: Asking | None = None
        self._answer: AnswerWidget | None = None
        self._text: QuestionText | None = None
        self._sure: ConfidenceRow | None = None
        self._check: Button | None = None
        self._column = Column(spacing=16)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(GUTTER, 0, GUTTER, 0)
        frame.addLayout(self._column)
        follow_width(self, down=Policy.Minimum)

    @property
    def asking(self) -> Asking | None:
        """The question shown."""
        return self._asking

    @property
    def answer(self) -> AnswerWidget | None:
        """The answers of the question shown."""
        return self._answer

    def show_asking(self, asking: Asking) -> None:
        """Show a question, nothing chosen. The time counts from when it is first seen."""
        clear(self._column)
        self._timer.reset()
        self._asking = asking
        self._text = QuestionText(asking)
        self._answer = make_answer(asking)
        self._answer.response_changed.connect(self._responded)
        cards = CardColumn(spacing=16)
        cards.add(self._text)
        cards.add(self._answer)
        self._column.add(cards)
        self._foot = QWidget()
        cards.add(self._foot)
        self._build_foot(asking.purpose is not Purpose.TRY_FIRST)
        self._responded()

    def show_feedback(self, feedback: Feedback) -> None:
        """Show what the answer made of each row, the verdict, the explanation and the sources."""
        if self._answer is None:
            return
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self._timer.pause()
        self._answer.show_feedback(feedback)
        self._foot.hide()
        self._foot.deleteLater()
        self._sure = self._check = None
        self._column.add(VerdictNote(feedback))
        if feedback.explanation:
            self._column.add(Explanation(feedback.explanation))
        sources = SourceList(feedback)
        sources.link_requested.connect(self.link_requested)
        self._column.add(sources)
        announce(self, f"{feedback.title}. {feedback.text}")
        if had_focus:
            self._answer.focus_target().setFocus()

    def focus_question(self) -> None:
        """Give the focus to the stem, or to the question where there is no stem."""
        if self._text is not None:
            self._text.focus_target().setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Begin to count the time when the question is first on the screen."""
        super().paintEvent(event)
        waits = self._answer is not None and not self._answer.is_locked
        if waits and not self._timer.is_running and self.window().isActiveWindow():
            self._timer.go_on()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop counting while the question is out of sight."""
        self._timer.pause()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Stop counting while another window has the student's attention."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._timer.pause()
        elif event.type() == QEvent.Type.ActivationChange:
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, strike, judge and check by keyboard while the focus is inside."""
        answer = self._answer
        if answer is None or answer.is_locked:
            super().keyPressEvent(event)
            return
        confidence = confidence_of(event)
        if confidence is not None:
            self._submit(confidence if self._sure is not None else None)
        elif not answer_key(answer, event, single_keys=self.single_keys):
            super().keyPressEvent(event)

    def _build_foot(self, asks_confidence: bool) -> None:
        if asks_confidence:
            column = Column(self._foot, spacing=2)
            words = QVBoxLayout()
            words.setContentsMargins(GUTTER, 0, GUTTER, 0)
            words.addWidget(Text("How sure are you?", "panel", "text2"))
            column.add(words)
            self._sure = ConfidenceRow()
            self._sure.confident.connect(self._confident)
            column.add(self._sure)
            return
        row = Row(self._foot, spacing=12)
        self._check = Button("Check", "primary", height="main", name="check")
        self._check.clicked.connect(self._check_pressed)
        row.add(self._check)
        hint = "Guessing now helps the answer stick, even when you are wrong."
        row.add(Text(hint, "small", "text2"), 1, Qt.AlignmentFlag.AlignVCenter)

    def _submit(self, confidence: Confidence | None) -> None:
        response = self._answer.response() if self._answer is not None else None
        if response is not None:
            self.answered.emit(response, confidence, self._timer.milliseconds)

    @Slot()
    def _responded(self) -> None:
        ready = self._answer is not None and self._answer.response() is not None
        if self._sure is not None:
            self._sure.set_ready(ready)
        if self._check is not None:
            self._check.setEnabled(ready)
            self._check.setToolTip("" if ready else "Choose an answer first.")

    @Slot(object)
    def _confident(self, confidence: Confidence) -> None:
        self._submit(confidence)

    @Slot()
    def _check_pressed(self) -> None:
        self._submit(None)
