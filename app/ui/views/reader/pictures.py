"""Figures and steppers in the text."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.core.course import Figure
from app.core.inline import plain
from app.ui.figures.canvas import Marks
from app.ui.figures.figure_view import FigureView
from app.ui.theme import current
from app.ui.widgets.layouts import Column
from app.ui.widgets.panel import Panel
from app.ui.widgets.sizing import follow_width

LABELS_FROM = 860
"""From this width (logical pixels) names stand beside the picture and it is still large."""


class Picture(QWidget):
    """A figure as large as its column: numbered pins in the text column, names beside it where it is wider.

    `open_requested(figure id, step id)` asks for the viewer.
    """

    open_requested = Signal(str, str)

    def __init__(self, figure: Figure, caption: str) -> None:
        super().__init__()
        self.figure = figure
        self._wanted = Marks.PINS
        self.view = FigureView(figure, caption=plain(caption), marks=self._wanted)
        # The drawing itself comes after the text is on the screen: it takes longer than all the rest.
        self.view.canvas.setUpdatesEnabled(False)
        panel = Panel(margins=(18, 12, 18, 18))
        panel.setAccessibleName(figure.title)
        panel.add(self.view)
        Column(self).add(panel)
        self.view.open_requested.connect(self.open_requested)
        # Connected after the view's own slot, which returns to the marks it was made with.
        self.view.eye.clicked.connect(self._restore_marks)
        follow_width(self)

    def adapt(self, width: int) -> None:
        """Choose between pins and names beside the picture."""
        wanted = Marks.LABELS if width >= current().px(LABELS_FROM) else Marks.PINS
        if wanted != self._wanted:
            self._wanted = wanted
            self._restore_marks()

    @property
    def wants_width(self) -> bool:
        """Whether the picture gains from more than the text column."""
        return not self.figure.is_stepper

    @property
    def is_in_sight(self) -> bool:
        """Whether a part of the picture is on the screen."""
        return not self.view.canvas.visibleRegion().isEmpty()

    def prepare(self) -> None:
        """Draw the picture, even out of sight, so that scrolling to it does not wait for it."""
        canvas = self.view.canvas
        canvas.setUpdatesEnabled(True)
        if not self.is_in_sight and not canvas.size().isEmpty():
            canvas.grab()

    @Slot()
    def _restore_marks(self) -> None:
        canvas = self.view.canvas
        if canvas.marks not in {Marks.NONE, self._wanted}:
            canvas.show_marks(self._wanted)
