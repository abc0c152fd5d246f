"""The picture itself: paper, drawing, leaders, dots; labels or pins over it; zoom and pan."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy, QWidget

from app.core.course import Figure, Hotspot
from app.ui.figures.drawing import drawing_of
from app.ui.figures.mark_layer import MarkLayer, Marks
from app.ui.figures.marks import MarkState
from app.ui.figures.painting import Leader, paint_leaders, paint_picture, paint_ring
from app.ui.figures.pictures import Part, artist
from app.ui.figures.viewport import Viewport
from app.ui.theme import ThemedWidget

__all__ = ["FigureCanvas", "Marks"]

PAN_STEP = 60
DRAG_FROM = 6
"""How many pixels the pointer moves before a press becomes a drag."""


class FigureCanvas(ThemedWidget, QWidget):
    """A figure with its marks.

    `hotspot_chosen(id)` follows a press on a structure, its label or its pin; `missed()` a press that met no
    structure; `zoomed(percent)` a change of zoom. With `fills` the canvas takes the room it is given and
    can be zoomed; without, its height follows its width.
    """

    hotspot_chosen = Signal(str)
    missed = Signal()
    zoomed = Signal(int)

    def __init__(
        self,
        figure: Figure,
        parent: QWidget | None = None,
        *,
        marks: Marks = Marks.LABELS,
        fills: bool = False,
    ) -> None:
        super().__init__(parent)
        self._figure = figure
        self.drawing = drawing_of(figure)
        self.step: str | None = figure.steps[0].id if figure.steps else None
        self._fills = fills
        self._only: frozenset[str] | None = None
        self._named = True
        self._states: dict[str, MarkState] = {}
        self._ringed = ""
        self._layer = MarkLayer(self)
        self._viewport = Viewport()
        self._drag: QPointF | None = None
        self._dragged = False
        self._listens = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(not fills)
        if fills:
            policy.setVerticalPolicy(QSizePolicy.Policy.Expanding)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(policy)
        self.setAccessibleName(figure.title)
        self._layer.pressed.connect(self.hotspot_chosen)
        self._rebuild(marks)

    @property
    def figure(self) -> Figure:
        """The figure shown."""
        return self._figure

    @property
    def marks(self) -> Marks:
        """What stands on or beside the picture."""
        return self._layer.kind

    @property
    def percent(self) -> int:
        """The zoom in percent of the size that fits."""
        return round(self._viewport.zoom * 100)

    @property
    def shown(self) -> tuple[Hotspot, ...]:
        """The hotspots of this step that are offered, in the order they are written."""
        found = self.figure.hotspots_in(self.step)
        return tuple(h for h in found if self._only is None or h.id in self._only)

    @property
    def uses_pins(self) -> bool:
        """Whether names do not fit beside the picture, or pins were asked for."""
        return self._layer.uses_pins(self.width())

    def show_step(self, step: str | None) -> None:
        """Draw another step."""
        if step != self.step:
            self.step = step
            self._rebuild(self.marks)

    def show_marks(self, marks: Marks, only: Iterable[str] | None = None, *, named: bool = True) -> None:
        """Choose labels, pins or nothing, perhaps for some hotspots; unnamed pins keep what they mark."""
        self._only = None if only is None else frozenset(only)
        self._named = named
        self._rebuild(marks)

    def show_states(self, states: Mapping[str, MarkState], ringed: str = "") -> None:
        """Set the state of each mark (SHOWN where none is given) and ring one structure."""
        self._states = dict(states)
        self._ringed = ringed
        self._layer.show_states(self._states)
        self._arrange()

    def zoom_by(self, factor: float) -> None:
        """Zoom about the middle, between 50 and 800 %."""
        self._zoom_about(self._viewport.frame.center(), factor)

    def fit(self) -> None:
        """Show the whole picture."""
        self._viewport.fit()
        self._arrange()
        self.zoomed.emit(self.percent)

    def pan_by(self, x: float, y: float) -> None:
        """Move the picture under its frame."""
        self._viewport.move_by(x, y)
        self._arrange()

    def point_on_screen(self, hotspot: Hotspot) -> QPointF:
        """Return where the hotspot's target is drawn."""
        image = self._viewport.image
        scale = image.width() / self.figure.width
        return QPointF(image.left() + hotspot.target[0] * scale, image.top() + hotspot.target[1] * scale)

    def hasHeightForWidth(self) -> bool:
        """Return whether the height follows the width."""
        return not self._fills

    def heightForWidth(self, width: int) -> int:
        """Return the height at which the picture is whole."""
        left, right = self._layer.columns(width)
        return round((width - left - right) * self.drawing.ratio)

    def sizeHint(self) -> QSize:
        """Return a middling size."""
        return QSize(640, self.heightForWidth(640))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size worth looking at."""
        return QSize(240, round(240 * self.drawing.ratio))

    def theme_changed(self) -> None:
        """Measure labels anew."""
        self._arrange()
        super().theme_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint paper, drawing, leaders, dots and ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self.theme
        frame = theme.radius("control")
        self._ask_for(
            paint_picture(
                painter, theme, self.drawing, self.step, self._viewport.frame, self._viewport.image, frame
            )
        )
        paint_leaders(painter, theme, self._leaders())
        ringed = self._spots().get(self._ringed)
        if ringed is not None and self._viewport.frame.contains(ringed):
            paint_ring(painter, theme, ringed)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pan by arrows, zoom by plus, minus and 0."""
        pans = {
            Qt.Key.Key_Left: (PAN_STEP, 0),
            Qt.Key.Key_Right: (-PAN_STEP, 0),
            Qt.Key.Key_Up: (0, PAN_STEP),
            Qt.Key.Key_Down: (0, -PAN_STEP),
        }
        key = Qt.Key(event.key())
        if self._fills and key in pans:
            self.pan_by(*pans[key])
        elif self._fills and key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus}:
            self.zoom_by(1 / 1.25 if key == Qt.Key.Key_Minus else 1.25)
        elif self._fills and key == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer; where the page itself scrolls, only with Ctrl."""
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self._fills and (held or not self._page_scrolls()):
            self._zoom_about(event.position(), 1.0015 ** event.angleDelta().y())
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a press, which becomes a drag if the pointer moves."""
        self._drag, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the picture under its frame."""
        if self._drag is None or not self._fills:
            return
        moved = event.position() - self._drag
        if self._dragged or moved.manhattanLength() > DRAG_FROM:
            self._dragged = True
            self._drag = event.position()
            self.pan_by(moved.x(), moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the structure under the pointer, unless this was a drag."""
        pressed, self._drag = self._drag, None
        if pressed is None or self._dragged or not self._viewport.frame.contains(event.position()):
            return
        image = self._viewport.image
        scale = self.figure.width / image.width()
        at = event.position() - image.topLeft()
        found = self.drawing.hotspot_at(at.x() * scale, at.y() * scale, self.shown, self.step)
        if found is None:
            self.missed.emit()
        else:
            self.hotspot_chosen.emit(found.id)

    def _page_scrolls(self) -> bool:
        above = self.parentWidget()
        while above is not None:
            if isinstance(above, QAbstractScrollArea) and above.verticalScrollBar().maximum() > 0:
                return True
            above = above.parentWidget()
        return False

    def _ask_for(self, part: Part | None) -> None:
        drawer = artist()
        if part is None or drawer is None:
            return
        if not self._listens:
            self._listens = True
            drawer.drawn.connect(self._drawn)
        drawer.ask(id(self), part, self.drawing.svg(part.step))

    @Slot(object)
    def _drawn(self, part: Part) -> None:
        if part.figure == self.drawing.key:
            self.update()

    def _rebuild(self, marks: Marks) -> None:
        self._layer.make(marks, self.shown, named=self._named)
        self.show_states(self._states, self._ringed)
        self.updateGeometry()

    def _spots(self) -> dict[str, QPointF]:
        return {hotspot.id: self.point_on_screen(hotspot) for hotspot in self.shown}

    def _arrange(self) -> None:
        left, right = self._layer.columns(self.width())
        room = max(60.0, self.width() - left - right)
        width = min(room, self.height() / self.drawing.ratio) if self._fills else room
        height = width * self.drawing.ratio
        x = left + (room - width) / 2
        frame = QRectF(x, max(0.0, (self.height() - height) / 2), width, height)
        self._viewport.fitted = frame
        self._viewport.room = QRectF(left, 0, room, self.height()) if self._fills else frame
        span = (0.0, float(self.height())) if self._fills else (frame.top(), frame.bottom())
        self._layer.place(self._spots(), self._viewport.frame, span)
        self.update()

    def _leaders(self) -> list[Leader]:
        return self._layer.leaders(self._spots(), self._viewport.frame)

    def _zoom_about(self, point: QPointF, factor: float) -> None:
        self._viewport.zoom_about(point, factor)
        self._arrange()
        self.zoomed.emit(self.percent)
