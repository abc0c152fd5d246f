"""The question column: stem, answers, and after the answer the explanation."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.questions import Response
from app.services.study import Asking, Feedback
from app.ui.answers.factory import make_answer
from app.ui.answers.question_text import Explanation, QuestionText
from app.ui.theme.tokens import GUTTER
from app.ui.widgets.layouts import Column, clear, discard
from app.ui.widgets.sizing import Policy, follow_width

if TYPE_CHECKING:
    from app.ui.answers.base import AnswerWidget


class QuestionColumn(QWidget):
    """One question with its answers. `response_changed(Response | None)` follows each choice."""

    response_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("question-column")
        self._column = Column(self, spacing=16)
        self._asking: Asking | None = None
        self._explanation: QWidget | None = None
        self.text: QuestionText | None = None
        self.answer: AnswerWidget | None = None
        follow_width(self, Policy.Expanding, Policy.Minimum)

    def show_asking(self, asking: Asking) -> bool:
        """Show a question unless it is the one shown; return whether it is another."""
        shown = self._asking
        if shown is not None and shown.key == asking.key:
            return False
        clear(self._column)
        self._asking, self._explanation = asking, None
        self.text = QuestionText(asking)
        self.answer = make_answer(asking)
        self.answer.response_changed.connect(self.response_changed)
        self._column.add(self.text)
        self._column.add(self.answer)
        self._column.add_stretch()
        return True

    def show_draft(self, draft: Response | None) -> None:
        """Choose what is chosen, unless the answers show it already."""
        if self.answer is not None and not self.answer.is_locked and self.answer.draft() != draft:
            self.answer.restore(draft)

    def show_feedback(self, feedback: Feedback | None) -> None:
        """Show or take away what the answer made of each row, and the explanation."""
        if self.answer is None or (feedback is None and not self.answer.is_locked):
            return
        self.answer.show_feedback(feedback)
        if self._explanation is not None:
            self._column.removeWidget(self._explanation)
            discard(self._explanation)
            self._explanation = None
        if feedback is not None and feedback.explanation:
            self._explanation = QWidget()
            frame = QVBoxLayout(self._explanation)
            frame.setContentsMargins(GUTTER, GUTTER, GUTTER, 0)
            frame.addWidget(Explanation(feedback.explanation))
            self._column.insertWidget(2, self._explanation)

    def forget(self) -> None:
        """Take the next question as another one."""
        self._asking = None
