"""The bar below a question: how sure are you, then the verdict with the next review."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent

from app.core.scheduling import Confidence
from app.services.study import Feedback, Tone
from app.ui.theme.tokens import NARROW
from app.ui.widgets.bars import BottomBar, VerdictBar
from app.ui.widgets.confidence import ConfidenceRow
from app.ui.widgets.grade_row import Grade
from app.ui.widgets.layouts import Column
from app.ui.widgets.text import Text

_RIGHT = frozenset({Tone.RIGHT, Tone.GUESSED})


class ConfidenceBar(BottomBar):
    """*Guess*, *Think so*, *Certain*. `confident(int)` carries 1 to 3 when one is pressed."""

    confident = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("confidence-bar")
        self._hint = Text("Your answer is checked as soon as you choose.", "caption", "text2")
        self.row = ConfidenceRow()
        words = Column(spacing=0)
        words.add_stretch()
        words.add(Text("How sure are you?", "strong"))
        words.add(self._hint)
        words.add_stretch()
        self.body.add_gap(8)
        self.body.add(words, 1)
        self.body.add(self.row, 0, Qt.AlignmentFlag.AlignVCenter)
        self.row.confident.connect(self._confident)

    def set_ready(self, ready: bool) -> None:
        """Enable the buttons once the answer can be checked."""
        self.row.set_ready(ready)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop the hint where there is no room."""
        super().resizeEvent(event)
        self._hint.setVisible(self.width() / self.theme.scale >= NARROW * 0.8)

    @Slot(object)
    def _confident(self, confidence: Confidence) -> None:
        self.confident.emit(int(confidence))


class FeedbackBar(VerdictBar):
    """The verdict, the grades and *Next*. `regraded(int)` carries 1 Again to 4 Easy."""

    regraded = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("feedback-bar")
        self._told: Feedback | None = None
        self.grades.graded.connect(self._graded)

    def show_feedback(self, feedback: Feedback) -> None:
        """Show a verdict once; afterwards only the grade can differ."""
        hint = "Suggested from your answer" if feedback.rating is feedback.suggested else "Changed by you"
        if self._is_other(feedback):
            self.show_verdict(feedback.title, feedback.text, right=feedback.tone in _RIGHT, hint=hint)
            if feedback.tone is Tone.PARTLY:
                self._tint_partly()
            chosen = (feedback.rating or 1) - 1
            self.grades.set_grades([Grade(c.label, c.text) for c in feedback.choices], chosen)
        elif feedback.rating is not None:
            self.grades.set_index(feedback.rating - 1)
            self._hint.set_plain(hint)
        self._told = feedback
        self.set_graded(bool(feedback.choices))

    def forget(self) -> None:
        """Take the next feedback as a new one."""
        self._told = None

    def _is_other(self, feedback: Feedback) -> bool:
        told = self._told
        if told is None or told.question.head.id != feedback.question.head.id:
            return True
        same = (told.response, told.confidence, told.choices)
        return same != (feedback.response, feedback.confidence, feedback.choices)

    def _tint_partly(self) -> None:
        """Partly right is neither: amber, with its own sign."""
        self.set_role("warnSoft")
        self._icon.set_icon("triangle-alert", "warn")
        self._word.set_role("warn")

    @Slot(int)
    def _graded(self, index: int) -> None:
        self.regraded.emit(index + 1)
