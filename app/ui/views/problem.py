"""The page that stands in for the app when a file it needs cannot be opened."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from app.core.problems import Problem, ProblemKind
from app.ui.views.page import Page
from app.ui.widgets.buttons import Button
from app.ui.widgets.layouts import Column, FlowLayout, Row
from app.ui.widgets.panel import Panel
from app.ui.widgets.text import Text

_WIDTH = 640


class ProblemView(Page):
    """Says what happened, what is safe, what to do.

    `retry_requested()`, `restore_requested()` (newest good backup), `anew_requested()` (a new, empty progress
    file; the old one is kept aside), `quit_requested()`.
    """

    retry_requested = Signal()
    restore_requested = Signal()
    anew_requested = Signal()
    quit_requested = Signal()

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        self.setObjectName("problem-page")
        outer = Column(self, margins=40)
        outer.add_stretch(1)
        row = Row()
        row.add_stretch(1)
        self._panel = Panel(margins=(28, 24), spacing=10)
        self._panel.setMaximumWidth(_WIDTH * 2)
        self._title = Text(problem.title, "h1", heading=1)
        self._title.set_focusable()
        self._panel.add(self._title)
        self._panel.add(Text(problem.text, "body", selectable=True))
        if problem.remedy:
            self._panel.add(Text(problem.remedy, "body", "text2", selectable=True))
        self._panel.add(self._build_buttons(problem))
        row.add(self._panel, 6)
        row.add_stretch(1)
        outer.add(row)
        outer.add_stretch(2)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the window is quitting."""
        self.quit_requested.emit()
        event.accept()

    def first_focus(self) -> QWidget:
        """Return the title."""
        return self._title

    def _build_buttons(self, problem: Problem) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, spacing=8)
        repairs = problem.kind == ProblemKind.CORRUPT and problem.about == "progress"
        retry = Button("Try again", "outline" if repairs else "primary", name="problem-retry")
        retry.clicked.connect(self.retry_requested)
        if repairs:
            restore = Button("Restore the newest backup", "primary", name="problem-restore")
            restore.clicked.connect(self.restore_requested)
            flow.add(restore)
        flow.add(retry)
        if repairs:
            anew = Button("Start anew, keep the damaged file", name="problem-anew")
            anew.clicked.connect(self.anew_requested)
            flow.add(anew)
        leave = Button("Quit", "quiet", name="problem-quit")
        leave.clicked.connect(self.close)
        flow.add(leave)
        self.setTabOrder(self._title, holder)
        holder.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return holder
