"""Questions inside a lesson: the unscored ones before it, and the checks on the way."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.core.ids import QuestionId
from app.core.questions import Response
from app.core.scheduling import Confidence, Purpose
from app.services.study.values import Asking, Feedback
from app.services.wording import counted
from app.ui.answers.question_panel import QuestionPanel
from app.ui.widgets.buttons import Button, LinkButton
from app.ui.widgets.chip import Icon
from app.ui.widgets.layouts import ButtonRow, CardColumn, Column, Row
from app.ui.widgets.panel import Panel
from app.ui.widgets.sizing import follow_width
from app.ui.widgets.text import Text

Ask = Callable[[QuestionId, Purpose], Asking | None]
Answer = Callable[[Asking, Response, Confidence | None, int], Feedback | None]


class _Asked(QuestionPanel):
    """One question in place: asked, judged, explained. `judged(right)` follows the feedback."""

    judged = Signal(bool)

    def __init__(self, judge: Answer, *, single_keys: bool) -> None:
        super().__init__()
        self._judge = judge
        self.single_keys = single_keys
        self.answered.connect(self._have_judged)

    @Slot(object, object, int)
    def _have_judged(self, response: Response, confidence: Confidence | None, active_ms: int) -> None:
        feedback = self._judge(self.asking, response, confidence, active_ms) if self.asking else None
        if feedback is not None:
            self.show_feedback(feedback)
            self.judged.emit(feedback.verdict.right)


class CheckBlock(QWidget):
    """A question about what was just read; its feedback stands in place."""

    link_requested = Signal(str)

    def __init__(self, question: QuestionId, ask: Ask, answer: Answer, *, single_keys: bool) -> None:
        super().__init__()
        self.setObjectName("check")
        self.asked = _Asked(answer, single_keys=single_keys)
        self.asked.link_requested.connect(self.link_requested)
        panel = Panel(margins=(24, 16, 24, 24), spacing=14)
        panel.setAccessibleName("Check")
        asking = ask(question, Purpose.CHECK)
        if asking is not None:
            self.asked.show_asking(asking)
            panel.add(_aligned(self.asked))
        else:
            panel.add(Text("This question cannot be shown at the moment.", "small", "text2"))
        Column(self).add(panel)
        follow_width(self)

    def focus_question(self) -> None:
        """Give the focus to the question."""
        self.asked.focus_question()


class TryFirstBlock(QWidget):
    """One to three questions before the text. They can be skipped, and fold away once answered.

    `done()` follows when they are behind the student.
    """

    done = Signal()
    link_requested = Signal(str)

    def __init__(
        self, questions: tuple[QuestionId, ...], ask: Ask, answer: Answer, *, single_keys: bool, folded: bool
    ) -> None:
        super().__init__()
        self.setObjectName("try-first")
        self._questions, self._ask = questions, ask
        self._index = self._answered = self._right = 0
        self._panel = Panel(margins=(24, 16, 24, 20), spacing=14)
        self._panel.setAccessibleName("Try first")
        self._count = Text("", "small", "text2", wrap=True)
        self.skip = LinkButton("Skip to the lesson", icon_right="arrow-down")
        self.skip.setObjectName("try-skip")
        self.skip.clicked.connect(self._skip)
        self._panel.add(_head(self._count, self.skip))
        self.asked = _Asked(answer, single_keys=single_keys)
        self.asked.judged.connect(self._judged)
        self.asked.link_requested.connect(self.link_requested)
        self._panel.add(_aligned(self.asked))
        row = ButtonRow()
        row.add_stretch()
        self.onward = Button("Next question", "primary", icon_right="arrow-right", name="try-next")
        self.onward.clicked.connect(self._go_on)
        row.add(self.onward)
        self._panel.add(row)
        self._folded = _Folded()
        self._folded.again.clicked.connect(self._unfold)
        column = Column(self)
        column.add(self._panel)
        column.add(self._folded)
        follow_width(self)
        if folded:
            self._fold()
        else:
            self._unfold()

    @property
    def is_folded(self) -> bool:
        """Whether the questions are put away."""
        return self._panel.isHidden()

    def focus_question(self) -> None:
        """Give the focus to the question, or to what unfolds it."""
        if self.is_folded:
            self._folded.again.setFocus()
        else:
            self.asked.focus_question()

    @Slot()
    def _unfold(self) -> None:
        self._index = self._answered = self._right = 0
        self._panel.show()
        self._folded.hide()
        self._show_question()

    @Slot(bool)
    def _judged(self, right: bool) -> None:
        self._answered += 1
        self._right += right
        last = self._index == len(self._questions) - 1
        self.onward.set_label("Start reading" if last else "Next question")
        self.onward.show()
        self.skip.setVisible(not last)

    @Slot()
    def _go_on(self) -> None:
        self._index += 1
        if self._index < len(self._questions):
            self._show_question()
            self.asked.focus_question()
        else:
            self._fold()
            self.done.emit()

    @Slot()
    def _skip(self) -> None:
        self._fold()
        self.done.emit()

    def _show_question(self) -> None:
        total = len(self._questions)
        number = f"Question {self._index + 1} of {total}. " if total > 1 else ""
        self._count.set_plain(f"{number}Not scored.")
        self.onward.hide()
        self.skip.show()
        asking = self._ask(self._questions[self._index], Purpose.TRY_FIRST)
        if asking is not None:
            self.asked.show_asking(asking)
        else:
            self._fold()

    def _fold(self) -> None:
        self._panel.hide()
        self._folded.say(self._answered, self._right)
        self._folded.show()


class _Folded(Panel):
    """What is left of the questions once they are put away."""

    def __init__(self) -> None:
        super().__init__(fill="canvas", margins=(18, 8, 12, 8), spacing=10, direction="row")
        self.add(Icon("lightbulb", "text2"))
        self._text = Text("", "small", "text2")
        self.body.add(self._text, 1, Qt.AlignmentFlag.AlignVCenter)
        self.again = LinkButton("Try them")
        self.again.setObjectName("try-again")
        self.add(self.again)

    def say(self, answered: int, right: int) -> None:
        """Say what became of the questions."""
        if answered:
            tried, answers = counted(answered, "question"), "answer" if answered == 1 else "answers"
            result = f", {right} right" if right else ""
            self._text.set_plain(f"You tried {tried} first{result}. Look for the {answers} as you read.")
        else:
            self._text.set_plain("Questions to try before you read, not scored.")
        self.again.setText("Try again" if answered else "Try them")
        self.again.setAccessibleName(self.again.text())
        self.again.updateGeometry()


def _aligned(panel: QuestionPanel) -> CardColumn:
    """Return a layout in which the text of the question aligns with what stands above it."""
    cards = CardColumn()
    cards.add(panel)
    return cards


def _head(words: Text, skip: LinkButton) -> QWidget:
    holder = QWidget()
    follow_width(holder)
    row = Row(holder, spacing=8)
    row.add(words, 1, Qt.AlignmentFlag.AlignVCenter)
    row.add(skip)
    return holder
