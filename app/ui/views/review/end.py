"""The end of a session: the score, what to read again, what comes next."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.study import LessonLink, Summary
from app.services.wording import counted
from app.ui.answers.lesson_button import LessonButton
from app.ui.theme.tokens import GUTTER
from app.ui.widgets.bars import BottomBar
from app.ui.widgets.buttons import Button
from app.ui.widgets.layouts import CardColumn, Column, Flow, clear
from app.ui.widgets.panel import Panel
from app.ui.widgets.text import Text

_MOST_MISSES = 5


class EndView(QWidget):
    """What was right and what to read again; `side` holds what comes next.

    `lesson_requested(topic, section)` when a link is followed.
    """

    lesson_requested = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("review-end")
        frame = QVBoxLayout(self)
        frame.setContentsMargins(GUTTER, 0, GUTTER, 0)
        self._column = Column(spacing=16)
        frame.addLayout(self._column)
        self.side = QWidget()
        beside = QVBoxLayout(self.side)
        beside.setContentsMargins(GUTTER, 0, GUTTER, 0)
        self._beside = Column(spacing=16)
        beside.addLayout(self._beside)
        self._links: dict[QObject, LessonLink] = {}

    def show_summary(self, summary: Summary) -> None:
        """Show the end of a session."""
        clear(self._column)
        clear(self._beside)
        self._links = {}
        head = Column(spacing=4)
        score = Text(summary.score if summary.points else "Nothing answered", "display", heading=2)
        score.setObjectName("review-score")
        head.add(score)
        head.add(Text(_told(summary), "body", "text2"))
        self._column.add(head)
        if summary.confident_misses:
            self._column.add(self._misses(summary))
        told = {miss.lesson for miss in summary.confident_misses[:_MOST_MISSES]}
        rows = [(link.lesson, link.reason) for link in summary.reread if link.lesson not in told]
        if rows:
            self._column.add(self._group("Worth reading again", rows, "reread"))
        self._column.add_stretch()
        self._beside.add(_next_up(summary))
        self._beside.add_stretch()

    def _misses(self, summary: Summary) -> Column:
        shown = summary.confident_misses[:_MOST_MISSES]
        rows = [(miss.lesson, miss.ask) for miss in shown]
        more = len(summary.confident_misses) - len(shown)
        title = "You were certain, and it was not right"
        return self._group(title, rows, "confident-miss", f"And {more} more." if more else "")

    def _group(
        self, title: str, rows: Sequence[tuple[LessonLink, str]], name: str, after: str = ""
    ) -> Column:
        frame = Column(spacing=6)
        frame.add(Text(title, "panel", "text2", heading=3))
        cards = CardColumn(spacing=0)
        for number, (link, line) in enumerate(rows, 1):
            button = LessonButton(link.title, line)
            button.setObjectName(f"{name}-{number}")
            button.clicked.connect(self._follow)
            self._links[button] = link
            cards.add(button)
        frame.add(cards)
        if after:
            frame.add(Text(after, "caption", "text2"))
        return frame

    @Slot()
    def _follow(self) -> None:
        link = self._links.get(self.sender())
        if link is not None:
            self.lesson_requested.emit(link.topic, link.section)


class EndBar(BottomBar):
    """What can be done at the end, the next step primary and last."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("end-bar")
        self.undo = Button("Undo last answer", "quiet", icon="undo-2", name="end-undo")
        self.keep_going = Button("Keep going", "outline", height="main", name="end-keep-going")
        self.done = Button("Done", "outline", height="main", name="end-done")
        self.misses = Button("Review the misses now", "primary", height="main", name="end-misses")
        self.body.add_gap(4)
        self.body.add(self.undo)
        self.body.add_stretch()
        flow = Flow(spacing=4, line_spacing=0)
        for button in (self.keep_going, self.done, self.misses):
            flow.add(button)
        self.body.add(flow)

    def show_summary(self, summary: Summary, *, can_undo: bool) -> None:
        """Offer what fits: the misses first, else *Done*."""
        self.undo.setVisible(can_undo)
        self.keep_going.setVisible(bool(summary.more_due))
        self.misses.setVisible(bool(summary.missed))
        self.done.set_kind("outline" if summary.missed else "primary")

    def first_focus(self) -> QWidget:
        """Return the primary button."""
        return self.done if self.misses.isHidden() else self.misses


def _told(summary: Summary) -> str:
    if not summary.points:
        return "The session was ended before an answer."
    minutes = counted(max(1, round(summary.seconds / 60)), "minute")
    return f"Right at the first asking. {counted(summary.answered, 'answer')} in {minutes}."


def _next_up(summary: Summary) -> QWidget:
    panel = Panel("What comes next")
    panel.setObjectName("review-next-up")
    if summary.more_due:
        panel.add(Text(f"{counted(summary.more_due, 'question')} can still be asked today.", "body"))
        left = f"If you stop here, {counted(summary.tomorrow, 'question')} will be due tomorrow."
        panel.add(Text(left if summary.tomorrow else summary.tomorrow_text, "small", "text2"))
    else:
        panel.add(Text(summary.tomorrow_text, "body"))
    return panel
