"""A figure as it stands in a lesson or beside feedback: title, picture, names, steps."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.course import Figure
from app.ui.figures.canvas import FigureCanvas, Marks
from app.ui.figures.legend import Legend
from app.ui.figures.step_bar import StepBar
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.layouts import CardColumn, Column, Row
from app.ui.widgets.text import Text


class FigureView(QWidget):
    """One figure with its controls.

    Names stand beside the picture where they fit, else as numbered pins with a list; the eye hides them.
    `open_requested(figure id, step id)` asks for the viewer. `caption` replaces nothing: it stands under the
    picture before the figure's own note.
    """

    open_requested = Signal(str, str)

    def __init__(
        self,
        figure: Figure,
        *,
        step: str | None = None,
        caption: str = "",
        marks: Marks = Marks.PINS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._figure = figure
        self._marks = marks
        self._named = True
        self.accessible_role = QAccessible.Role.Graphic
        self.canvas = FigureCanvas(figure, marks=marks)
        self._legend = Legend()
        self._bar: StepBar | None = None
        column = Column(self, spacing=10)
        column.add(self._build_header())
        column.add(self.canvas)
        if figure.is_stepper:
            self._bar = StepBar(figure)
            self._bar.step_changed.connect(self._show_step)
            steps = CardColumn()
            steps.add(self._bar)
            column.add(steps)
        column.add(self._legend)
        for text, role in ((caption, "text2"), (figure.note, "text3")):
            if text:
                column.add(Text(text, "small" if role == "text2" else "caption", role))  # type: ignore[arg-type]
        if step and self._bar is not None:
            self._bar.show_step(step)
        self._show_step(step or (figure.steps[0].id if figure.steps else ""))

    @property
    def step(self) -> str:
        """The id of the step shown; empty for a plain figure."""
        return self.canvas.step or ""

    @property
    def eye(self) -> IconButton:
        """The button that hides and shows the names."""
        return self._eye

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the list when names do not fit beside the picture."""
        super().resizeEvent(event)
        self._legend.setVisible(self._named and self.canvas.uses_pins)

    def _build_header(self) -> QWidget:
        holder = QWidget()
        row = Row(holder, spacing=4)
        row.add(Text(self._figure.title, "strong", heading=3), 1, Qt.AlignmentFlag.AlignVCenter)
        self._eye = IconButton("eye-off", "Hide names", height="compact")
        self._eye.setObjectName("figure-eye")
        self._open = IconButton("maximize-2", f"Open figure: {self._figure.title}", height="compact")
        self._open.setObjectName("figure-open")
        self._eye.clicked.connect(self._toggle_names)
        self._open.clicked.connect(self._ask_open)
        row.add(self._eye)
        row.add(self._open)
        return holder

    @Slot(str)
    def _show_step(self, step: str) -> None:
        self.canvas.show_step(step or None)
        alt = next((s.alt for s in self._figure.steps if s.id == step), self._figure.alt)
        self.setAccessibleName(self._figure.title)
        self.setAccessibleDescription(alt if self._named else "Names are hidden.")
        self._legend.show_hotspots(self.canvas.shown)
        self._legend.setVisible(self._named and self.canvas.uses_pins)

    @Slot()
    def _toggle_names(self) -> None:
        self._named = not self._named
        self._eye.set_icon("eye-off" if self._named else "eye")
        self._eye.set_name("Hide names" if self._named else "Show names")
        self.canvas.show_marks(self._marks if self._named else Marks.NONE)
        self._show_step(self.step)

    @Slot()
    def _ask_open(self) -> None:
        self.open_requested.emit(self._figure.id, self.step)
