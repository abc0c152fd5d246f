"""One dot for each section of a lesson: empty, half, ticked, changed."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import ThemedWidget
from app.ui.widgets import accessible as _accessible  # noqa: F401  (installs the roles)
from app.ui.widgets.painting import box, draw_icon

_SIDE, _GAP = 14, 6


class Dot(StrEnum):
    """How a section stands; the value is what is spoken. Each has a shape of its own."""

    EMPTY = "not started"
    HALF = "in progress"
    FULL = "read"
    CHANGED = "changed since read"


class SectionDots(ThemedWidget, QWidget):
    """A row of dots; its accessible name counts them in words."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, dots: Sequence[Dot]) -> None:
        super().__init__()
        self._dots = tuple(dots)
        counts = [(dot.value, sum(one is dot for one in self._dots)) for dot in Dot]
        self.setAccessibleName("Sections: " + ", ".join(f"{count} {word}" for word, count in counts if count))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room of all dots."""
        px, count = self.theme.px, len(self._dots)
        return QSize(count * px(_SIDE) + max(0, count - 1) * px(_GAP), px(_SIDE))

    def minimumSizeHint(self) -> QSize:
        """Return the size hint: dots are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dots."""
        del event
        painter, px = QPainter(self), self.theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, dot in enumerate(self._dots):
            self._draw(painter, dot, QRectF(number * (px(_SIDE) + px(_GAP)), 0, px(_SIDE), px(_SIDE)))

    def _draw(self, painter: QPainter, dot: Dot, rect: QRectF) -> None:
        theme = self.theme
        radius, line = rect.width() / 2, theme.bold_line()
        if dot is Dot.FULL:
            box(painter, rect, radius, theme.colour("okBorder"))
            draw_icon(painter, "check", theme.colour("onOk"), rect.center(), round(rect.width() * 0.72), 3.0)
            return
        if dot is Dot.CHANGED:
            box(painter, rect, radius, None, theme.colour("warnBorder"), line)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("warnBorder"))
            painter.drawEllipse(rect.center(), rect.width() * 0.2, rect.width() * 0.2)
            return
        edge = theme.colour("primary" if dot is Dot.HALF else "borderStrong")
        box(painter, rect, radius, None, edge, line if dot is Dot.HALF else theme.hairline())
        if dot is Dot.HALF:
            painter.setPen(QPen(Qt.PenStyle.NoPen))
            painter.setBrush(edge)
            painter.drawPie(rect.adjusted(1, 1, -1, -1), 90 * 16, 180 * 16)
