"""A share as a bar, with the interval it may lie in."""

from PySide6.QtCore import QLineF, QRectF, QSize
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import ThemedWidget
from app.ui.widgets import accessible as _accessible  # noqa: F401  (installs the roles)
from app.ui.widgets.painting import box

_THICKNESS, _HEIGHT, _LEAST, _HINT = 8, 16, 80, 160


class IntervalBar(ThemedWidget, QWidget):
    """A share from 0 to 1 as a bar, and the interval around it as a line with ends.

    Without a share only the track is drawn. `name` and `summary` are spoken.
    """

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, name: str, summary: str, share: float | None, low: float, high: float) -> None:
        super().__init__()
        self._share, self._low, self._high = share, low, high
        self.setAccessibleName(name)
        self.setAccessibleDescription(summary)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a bar on which ten percent can be told apart."""
        return QSize(self.theme.px(_HINT), self.theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the least bar."""
        return QSize(self.theme.px(_LEAST), self.theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw track, bar and interval."""
        del event
        painter, theme, rect = QPainter(self), self.theme, QRectF(self.rect())
        thick, middle = theme.px(_THICKNESS), rect.center().y()
        track = QRectF(rect.left(), middle - thick / 2, rect.width(), thick)
        edge = theme.colour("borderStrong") if theme.contrast else None
        box(painter, track, thick / 2, theme.colour("track"), edge, 1)
        if self._share is None:
            return
        bar = QRectF(track.left(), track.top(), max(thick, track.width() * self._share), thick)
        box(painter, bar, thick / 2, theme.colour("heat2"))
        left, right = rect.left() + rect.width() * self._low, rect.left() + rect.width() * self._high
        left, right = max(left, rect.left() + 1), min(right, rect.right() - 1)
        painter.setPen(QPen(theme.colour("text"), theme.bold_line()))
        painter.drawLine(QLineF(left, middle, right, middle))
        reach = thick / 2 + theme.px(2)
        for end in (left, right):
            painter.drawLine(QLineF(end, middle - reach, end, middle + reach))
