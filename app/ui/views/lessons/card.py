"""One lesson in the list: picture, title, promise, how far it was read, what is due."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from app.core.course import Figure
from app.services.lessons import ReadState
from app.ui.figures.canvas import FigureCanvas, Marks
from app.ui.theme import ThemedWidget
from app.ui.viewmodels.lessons import LessonRow
from app.ui.widgets.buttons import Button, LinkButton
from app.ui.widgets.chip import Chip
from app.ui.widgets.layouts import ButtonRow, Column, Flow, Row
from app.ui.widgets.lesson_blocks.card_button import CardButton
from app.ui.widgets.lesson_blocks.section_dots import Dot, SectionDots
from app.ui.widgets.text import Text

PICTURE = 208
PICTURE_FROM, SIDE_FROM = 620, 760
_DOTS = {
    ReadState.NOT_STARTED: Dot.EMPTY,
    ReadState.IN_PROGRESS: Dot.HALF,
    ReadState.READ: Dot.FULL,
    ReadState.CHANGED: Dot.CHANGED,
}


class LessonCardView(CardButton):
    """A lesson as a card. Pressing it anywhere, or Enter, opens the lesson."""

    def __init__(self, row: LessonRow) -> None:
        super().__init__(row.card.title, row.spoken)
        self.setObjectName(f"lesson-{row.card.topic}")
        self.row = row
        self._picture: _Thumbnail | None = None
        if row.figure is not None:
            self._picture = _Thumbnail(row.figure)
            self.body.add(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        self._words = Column(spacing=0)
        self._fill_words()
        self._right = Column(spacing=10)
        self._fill_right()
        self._text = Row(spacing=20)
        self._text.add(self._words, 1)
        self._text.add(self._right)
        self.body.add(self._text, 1)
        self.let_through()

    def fit(self, width: int) -> None:
        """Leave the picture out, and put the action under the words, where there is little room."""
        px = self.theme.px
        if self._picture is not None:
            self._picture.setVisible(width >= px(PICTURE_FROM))
        beside = width >= px(SIDE_FROM)
        direction = QBoxLayout.Direction
        self._text.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._right.setDirection(direction.TopToBottom if beside else direction.LeftToRight)

    def _fill_words(self) -> None:
        card = self.row.card
        self._words.add(Text(card.title, "h1", heading=3))
        self._words.add_gap(2)
        self._words.add(Text(card.promise, "body", "text2"))
        self._words.add_gap(12)
        if card.dots:
            flow = Flow(spacing=14, line_spacing=6)
            flow.add(SectionDots([_DOTS[dot.state] for dot in card.dots]))
            flow.add(Text(self.row.meta, "caption", "text2", wrap=False))
            self._words.add(flow)
        else:
            self._words.add(Text(self.row.meta, "caption", "text2"))
        if self.row.place:
            self._words.add_gap(6)
            self._words.add(Text(self.row.place, "caption", "text2"))
        self._words.add_stretch()

    def _fill_right(self) -> None:
        chips = Row(spacing=8)
        chips.add_stretch()
        if self.row.card.state is ReadState.CHANGED:
            chips.add(Chip(self.row.status, "rotate-ccw", ink="warn", fill="warnSoft"))
        elif self.row.card.state is ReadState.READ:
            chips.add(Chip("Read", "circle-check", ink="ok", fill="okSoft"))
        if self.row.due_text:
            chips.add(Chip(self.row.due_text, "calendar-check", ink="link", fill="primarySoft"))
        self._right.add(chips)
        self._right.add_stretch()
        action = ButtonRow(spacing=0)
        action.add_stretch()
        action.add(self._make_action())
        self._right.add(action)

    def _make_action(self) -> QWidget:
        label = self.row.action
        made: Button | LinkButton = (
            Button(label, "primary", icon_right="arrow-right", name="lesson-continue")
            if self.row.is_current
            else LinkButton(label, icon_right="chevron-right")
        )
        # The card itself is the one stop of the Tab key; this is how it looks that it can be pressed.
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setAccessibleName(f"{label}: {self.row.card.title}")
        made.clicked.connect(self.clicked)
        return made


class _Thumbnail(ThemedWidget, QWidget):
    """The lesson's first picture, without its names; decoration beside the title."""

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        self._canvas = FigureCanvas(figure, marks=Marks.NONE)
        self._canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        Row(self).add(self._canvas)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of a small picture."""
        width = self.theme.px(PICTURE)
        return QSize(width, self._canvas.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the size hint."""
        return self.sizeHint()
