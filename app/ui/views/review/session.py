"""A question on the page: its column, the right column, the bar below."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from app.services.study import Feedback
from app.ui.theme import ThemedWidget
from app.ui.viewmodels.review import ReviewModel, ReviewState
from app.ui.views.review.aside import Aside, FeedbackAside, KeyPanel
from app.ui.views.review.body import SteadyScroll, TwoColumns
from app.ui.views.review.bottom import ConfidenceBar, FeedbackBar
from app.ui.views.review.note import NotePanel
from app.ui.views.review.question import QuestionColumn
from app.ui.views.review.slipping import SlippingPanel
from app.ui.views.review.tab_order import order_tabs
from app.ui.widgets.accessible import announce
from app.ui.widgets.layouts import Column

_OTHER = Qt.FocusReason.OtherFocusReason


class SessionView(ThemedWidget, QWidget):
    """The question or its feedback.

    `lesson_requested(topic, section)`, `figure_requested(figure, step)`, `link_requested(address)`.
    """

    lesson_requested = Signal(str, str)
    figure_requested = Signal(str, str)
    link_requested = Signal(str)

    def __init__(self, model: ReviewModel) -> None:
        super().__init__()
        self._model = model
        self._side: object = None
        self._note_open = False
        self.question = QuestionColumn()
        self.aside = Aside()
        self.note = NotePanel()
        self.columns = TwoColumns(self.question, self.aside)
        self.scroller = SteadyScroll(self.columns, leaves_arrows=True)
        self.confidence = ConfidenceBar()
        self.feedback = FeedbackBar()
        self.aside.add_note(self.note)
        column = Column(self, spacing=0)
        column.add(self.scroller, 1)
        column.add(self.confidence)
        column.add(self.feedback)
        self._wire()

    def show_state(self, state: ReviewState) -> None:
        """Draw the question or its feedback."""
        if state.asking is None:
            return
        other = self.question.show_asking(state.asking)
        told = state.feedback is not None
        reopened = not told and self.question.answer is not None and self.question.answer.is_locked
        closed = told and self.question.answer is not None and not self.question.answer.is_locked
        if closed or reopened:
            self.question.show_feedback(state.feedback)
        if not told:
            self.question.show_draft(state.draft)
        retold = self._show_side(state, other=other)
        self.confidence.set_ready(state.ready)
        self.confidence.setVisible(not told)
        self.feedback.setVisible(told)
        if state.feedback is not None:
            self.feedback.show_feedback(state.feedback)
        else:
            self.feedback.forget()
        if retold:
            order_tabs((self.question, self.confidence, self.feedback, self.aside))
        self._show_note(state)
        if other:
            self.scroller.to_top()
        self._move_focus(asked=other and not told, closed=closed, reopened=reopened)

    def show_grid(self) -> None:
        """Bring the squares of the session into view, and say how it stands."""
        self.scroller.show_widget(self.aside.session)
        announce(self, self.aside.session.grid.accessibleDescription())

    def _wire(self) -> None:
        model = self._model
        self.question.response_changed.connect(model.respond)
        self.confidence.confident.connect(model.submit)
        self.feedback.regraded.connect(model.regrade)
        self.feedback.advanced.connect(model.advance)
        self.note.written.connect(model.write_note)
        self.note.left.connect(model.save_note)
        self.note.closed.connect(model.toggle_note)

    def _show_side(self, state: ReviewState, *, other: bool) -> bool:
        """Fill the right column when what it tells has changed, and return whether it has."""
        feedback, answer = state.feedback, self.question.answer
        told = (feedback is not None, feedback is not None and feedback.slipping, state.single_keys)
        self.aside.session.show_state(state)
        if not other and told == self._side:
            return False
        self._side = told
        if feedback is not None:
            self.aside.show_feedback(self._make_feedback(feedback))
        elif answer is not None:
            self.aside.show_question(KeyPanel(answer, single_keys=state.single_keys))
        return True

    def _make_feedback(self, feedback: Feedback) -> FeedbackAside:
        slipping = None
        if feedback.slipping:
            slipping = SlippingPanel(feedback)
            slipping.note_requested.connect(self._model.toggle_note)
            slipping.rest_requested.connect(self._model.rest_for_a_week)
            slipping.away_requested.connect(self._model.put_away)
            slipping.lesson_requested.connect(self.open_lesson)
        aside = FeedbackAside(feedback, slipping)
        aside.lesson_requested.connect(self.lesson_requested)
        aside.figure_requested.connect(self.figure_requested)
        aside.link_requested.connect(self.link_requested)
        return aside

    def _show_note(self, state: ReviewState) -> None:
        opened, self._note_open = state.note_open and not self._note_open, state.note_open
        self.note.setVisible(state.note_open)
        self.note.show_text(state.note)
        if opened:
            self.note.edit.setFocus(_OTHER)
            self.scroller.show_widget(self.note)

    def _move_focus(self, *, asked: bool, closed: bool, reopened: bool) -> None:
        """Put the focus where the next key press belongs, if it is on this page at all."""
        focused = QApplication.focusWidget()
        if not self.isVisible() or (focused is not None and not self.window().isAncestorOf(focused)):
            return
        if asked and self.question.text is not None:
            self.question.text.focus_target().setFocus(_OTHER)
        elif closed:
            self.feedback.next_button.setFocus(_OTHER)
        elif reopened and self.question.answer is not None:
            self.question.answer.focus_target().setFocus(_OTHER)

    @Slot()
    def open_lesson(self) -> None:
        """Ask for the lesson section of the answered point."""
        feedback = self._model.state.feedback
        if feedback is not None:
            self.lesson_requested.emit(feedback.lesson.topic, feedback.lesson.section)

    @Slot()
    def open_figure(self) -> None:
        """Ask for the figure of the answered question, if it has one."""
        feedback = self._model.state.feedback
        if feedback is not None and feedback.figure is not None:
            self.figure_requested.emit(feedback.figure.id, feedback.step or "")
