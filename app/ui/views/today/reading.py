"""The card that goes on with a lesson, and the words of a first day."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.ui.figures.canvas import FigureCanvas, Marks
from app.ui.viewmodels.today import ReadingCard
from app.ui.widgets.buttons import Button
from app.ui.widgets.chip import Icon
from app.ui.widgets.layouts import CardColumn, Column, Flow, Row, discard
from app.ui.widgets.panel import Panel
from app.ui.widgets.progress import Progress
from app.ui.widgets.text import Text

_WILL_SHOW = (
    ("calendar-check", "What is due", "Questions come back on the day you would be about to forget."),
    ("chart-column", "The days ahead", "How many questions the next week holds, so that you can plan."),
    ("target", "Worth another look", "Up to three topics that need you, each with the reason."),
    ("activity", "What you remember", "The share you still knew when asked again, against your goal."),
)


class ReadingPanel(Panel):
    """A lesson with its picture. `route_requested(Route)` from the button and from a press on the picture."""

    route_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__(spacing=8)
        self.setObjectName("continue-card")
        self._card: ReadingCard | None = None
        self._canvas: FigureCanvas | None = None
        self._heading = Text("", "panel", "text2", heading=2)
        self._title = Text("", "h2", heading=3)
        self._text = Text("", "small", "text2")
        self._bar = Progress("Sections read")
        self._button = Button("", name="continue-open")
        self._button.clicked.connect(self._open)
        self.add(self._heading)
        self._row = Row(spacing=16)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom)
        self._picture = QWidget()
        self._picture_column = Column(self._picture)
        self._row.add(self._picture, 1)
        self._row.add(self._build_words(), 1)
        self.body.add(self._row)
        self.body.add_stretch()

    def show_card(self, card: ReadingCard | None) -> None:
        """Show a lesson; hidden without one."""
        self._card = card
        self.setVisible(card is not None)
        if card is None:
            return
        self.setAccessibleName(card.heading)
        self._heading.set_plain(card.heading)
        self._title.set_plain(card.title)
        self._text.set_plain(card.text)
        self._bar.setVisible(card.share is not None)
        self._bar.set_progress(round((card.share or 0.0) * 100), 100)
        self._button.set_label(card.action.label)
        self._show_figure(card)

    def set_beside(self, beside: bool) -> None:
        """Put the words beside the picture or under it."""
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)

    def _build_words(self) -> Column:
        column = Column(spacing=4)
        column.add(self._title)
        column.add(self._text)
        column.add_gap(4)
        column.add(self._bar)
        column.add_gap(6)
        buttons = CardColumn(spacing=0)
        flow = Flow()
        flow.add(self._button)
        buttons.add(flow)
        column.add(buttons)
        column.add_stretch()
        return column

    def _show_figure(self, card: ReadingCard) -> None:
        if self._canvas is not None and self._canvas.figure is card.figure:
            return
        if self._canvas is not None:
            discard(self._canvas)
            self._canvas = None
        self._picture.setVisible(card.figure is not None)
        if card.figure is not None:
            self._canvas = FigureCanvas(card.figure, marks=Marks.NONE)
            self._canvas.setAccessibleDescription(card.figure.alt)
            self._canvas.setObjectName("continue-figure")
            self._canvas.hotspot_chosen.connect(self._open_figure)
            self._canvas.missed.connect(self._open)
            self._picture_column.add(self._canvas)

    @Slot()
    def _open(self) -> None:
        if self._card is not None:
            self.route_requested.emit(self._card.action.route)

    @Slot(str)
    def _open_figure(self, _hotspot: str) -> None:
        self._open()


class FirstDayPanel(Panel):
    """What this page will show once there are answers: words instead of empty charts."""

    def __init__(self) -> None:
        super().__init__("What you will find here", spacing=0)
        self.setObjectName("first-day-card")
        for icon, title, text in _WILL_SHOW:
            self.body.add_gap(14)
            self.body.add_stretch()
            row = Row(spacing=16)
            row.add(Icon(icon, "link", "verdict"))
            words = Column(spacing=0)
            words.add(Text(title, "title", heading=3))
            words.add(Text(text, "small", "text2"))
            row.add(words, 1)
            self.body.add(row)
        self.body.add_stretch(2)
