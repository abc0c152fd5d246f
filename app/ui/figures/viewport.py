"""How much of a picture is seen, and where: the frame, the zoom, the shift."""

from PySide6.QtCore import QPointF, QRectF

LEAST_ZOOM, MOST_ZOOM = 0.5, 8.0


class Viewport:
    """A picture under a frame. `zoom` is 1 where the whole picture fits; all else is in pixels.

    `fitted` is where the picture lies when it fits, `room` what it may take when it is zoomed in: the frame
    grows with the picture until the room is full.
    """

    def __init__(self) -> None:
        self.fitted = QRectF()
        self.room = QRectF()
        self.zoom = 1.0
        self._shift = QPointF(0, 0)

    @property
    def image(self) -> QRectF:
        """Where the whole picture would lie."""
        width, height = self.fitted.width() * self.zoom, self.fitted.height() * self.zoom
        centre = self.fitted.center() + self._shift
        return QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height)

    @property
    def frame(self) -> QRectF:
        """What can be seen."""
        return self.fitted if self.zoom <= 1 else self.image.intersected(self.room)

    def fit(self) -> None:
        """Show the whole picture."""
        self.zoom, self._shift = 1.0, QPointF(0, 0)

    def move_by(self, x: float, y: float) -> None:
        """Move the picture under the frame, as far as its edges."""
        seen = self.fitted if self.zoom <= 1 else self.room
        spare_x = max(0.0, self.fitted.width() * self.zoom - seen.width()) / 2
        spare_y = max(0.0, self.fitted.height() * self.zoom - seen.height()) / 2
        self._shift = QPointF(
            min(max(self._shift.x() + x, -spare_x), spare_x), min(max(self._shift.y() + y, -spare_y), spare_y)
        )

    def zoom_about(self, point: QPointF, factor: float) -> None:
        """Zoom between 50 and 800 %, keeping what lies under `point` there."""
        before = self.image
        share_x = (point.x() - before.left()) / before.width()
        share_y = (point.y() - before.top()) / before.height()
        self.zoom = min(max(self.zoom * factor, LEAST_ZOOM), MOST_ZOOM)
        after = self.image
        self.move_by(
            point.x() - after.left() - share_x * after.width(),
            point.y() - after.top() - share_y * after.height(),
        )
