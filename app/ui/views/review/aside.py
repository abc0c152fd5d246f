"""The right column: the session and the keys before the answer, what to take from it afterwards."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.core.course import CalloutKind
from app.core.session import CellState
from app.services.study import Feedback
from app.ui.answers.base import AnswerWidget
from app.ui.answers.lesson_button import LessonButton
from app.ui.answers.question_text import SourceList
from app.ui.figures.figure_view import FigureView
from app.ui.theme import current
from app.ui.theme.tokens import GUTTER
from app.ui.viewmodels.review import ReviewState
from app.ui.views.review.slipping import SlippingPanel
from app.ui.widgets.callout import Callout
from app.ui.widgets.chip import KeyCap
from app.ui.widgets.layouts import CardColumn, Column, clear
from app.ui.widgets.panel import Panel
from app.ui.widgets.progress import SessionGrid, SquareState
from app.ui.widgets.sizing import Policy, follow_width
from app.ui.widgets.text import Text

_SQUARES = {
    CellState.RIGHT: SquareState.RIGHT,
    CellState.WRONG: SquareState.WRONG,
    CellState.RETURNING: SquareState.WRONG,
    CellState.CURRENT: SquareState.CURRENT,
    CellState.AHEAD: SquareState.OPEN,
}


class SessionPanel(Panel):
    """The squares of the session and what is left of it."""

    def __init__(self) -> None:
        super().__init__("This session", spacing=12)
        self.setObjectName("session-panel")
        self.grid = SessionGrid()
        self.left = Text("", "small", "text2")
        self.add(self.grid)
        self.add(self.left)

    def show_state(self, state: ReviewState) -> None:
        """Show the squares."""
        self.grid.set_states([_SQUARES[cell.state] for cell in state.grid])
        self.left.set_plain(state.left_text)


class KeyPanel(Panel):
    """The keys that work now, with what they do."""

    def __init__(self, answer: AnswerWidget, *, single_keys: bool) -> None:
        super().__init__("Keyboard", spacing=8)
        self.setObjectName("key-panel")
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        for row, (keys, does) in enumerate(_keys(answer, single_keys=single_keys)):
            self._grid.addWidget(KeyCap(keys), row, 0)
            self._grid.addWidget(Text(does, "small", "text2"), row, 1)
        self.add(self._grid)
        self._measure()

    def theme_changed(self) -> None:
        """Measure anew."""
        self._measure()
        super().theme_changed()

    def _measure(self) -> None:
        self._grid.setVerticalSpacing(self.theme.space(10))
        self._grid.setHorizontalSpacing(self.theme.space(16))


class FeedbackAside(QWidget):
    """Key point, figure, lesson, sources.

    `lesson_requested(topic, section)`, `figure_requested(figure, step)`, `link_requested(address)`.
    """

    lesson_requested = Signal(str, str)
    figure_requested = Signal(str, str)
    link_requested = Signal(str)

    def __init__(self, feedback: Feedback, slipping: SlippingPanel | None) -> None:
        super().__init__()
        self._feedback = feedback
        frame = QVBoxLayout(self)
        frame.setContentsMargins(GUTTER, 0, GUTTER, 0)
        column = Column(spacing=16)
        frame.addLayout(column)
        if slipping is None:
            column.add(Callout(CalloutKind.KEY, [feedback.key_point]))
        else:
            column.add(slipping)
        if feedback.figure is not None:
            self.figure = FigureView(feedback.figure, step=feedback.step)
            self.figure.open_requested.connect(self.figure_requested)
            self._draw_later(self.figure)
            holder = Panel(margins=(14, 10, 14, 14))
            holder.add(self.figure)
            column.add(holder)
        self.lesson = LessonButton(feedback.lesson.title, "Lesson section")
        self.lesson.setObjectName("review-lesson")
        self.lesson.setToolTip("Open the lesson section (O)")
        self.lesson.clicked.connect(self._ask_lesson)
        bled = CardColumn(spacing=0)
        bled.add(self.lesson)
        column.add(bled)
        sources = SourceList(feedback)
        sources.link_requested.connect(self.link_requested)
        holder = Panel(margins=(18, 14, 18, 16))
        holder.add(sources)
        column.add(holder)

    def _draw_later(self, figure: FigureView) -> None:
        """Keep the figure's place but paint it after the verdict: a large drawing takes some frames."""
        wait = current().duration("fade") // 4
        if wait:
            figure.canvas.setUpdatesEnabled(False)
            QTimer.singleShot(wait, figure, self._draw)

    @Slot()
    def _draw(self) -> None:
        self.figure.canvas.setUpdatesEnabled(True)

    @Slot()
    def _ask_lesson(self) -> None:
        self.lesson_requested.emit(self._feedback.lesson.topic, self._feedback.lesson.section)


class Aside(QWidget):
    """The right column; it follows the answers where there is no room beside them."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("aside")
        frame = QVBoxLayout(self)
        frame.setContentsMargins(GUTTER, 0, GUTTER, 0)
        self._column = Column(spacing=16)
        frame.addLayout(self._column)
        self._top = Column(spacing=16)
        self._before = Column(spacing=16)
        self._after = CardColumn(spacing=16)
        self.session = SessionPanel()
        self._column.add(self._top)
        self._column.add(self.session)
        self._column.add(self._before)
        self._column.add(self._after)
        self._column.add_stretch()
        follow_width(self, down=Policy.Minimum)

    def add_note(self, note: QWidget) -> None:
        """Take the note, which stands above all else."""
        self._top.add(note)

    def show_question(self, keys: QWidget) -> None:
        """Show the session and the keys."""
        self._empty()
        self.session.show()
        self._before.add(keys)

    def show_feedback(self, told: QWidget) -> None:
        """Show what is to be taken from the answer."""
        self._empty()
        self.session.hide()
        self._after.add(told)

    def _empty(self) -> None:
        clear(self._before)
        clear(self._after)


def _keys(answer: AnswerWidget, *, single_keys: bool) -> tuple[tuple[str, str], ...]:
    sure = (
        ("Enter", "Check: think so"),
        ("Shift + Enter", "Check: certain"),
        ("Ctrl + Enter", "Check: guess"),
    )
    if not single_keys:
        return (("↑ ↓", "Choose an answer"), *sure)
    flag = "Shift + F" if answer.uses_letters else "F"
    return (*answer.keys(), *sure, (flag, "Flag for later"), ("N", "Write a note"))
