"""Strokes that many widgets share: rounded boxes, the focus ring, icons at the right sharpness."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from app.ui.theme import Theme, icons
from app.ui.theme.tokens import GUTTER


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None,
    edge: QColor | None = None,
    width: float = 1.0,
    *,
    dashed: bool = False,
) -> None:
    """Draw a rounded box whose edge lies wholly inside `rect`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
        return
    painter.setPen(QPen(edge, width, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine))
    half = width / 2
    inner = rect.adjusted(half, half, -half, -half)
    painter.drawRoundedRect(inner, max(0.0, radius - half), max(0.0, radius - half))


def visible_rect(widget: QWidget) -> QRectF:
    """Return the part of a focusable widget inside its gutter."""
    return QRectF(widget.rect()).adjusted(GUTTER, GUTTER, -GUTTER, -GUTTER)


def focus_ring(painter: QPainter, theme: Theme, rect: QRectF, radius: float) -> None:
    """Draw the focus ring around the visible `rect`, inside the gutter."""
    width = min(theme.bold_line(), GUTTER - 1)
    outer = rect.adjusted(-GUTTER, -GUTTER, GUTTER, GUTTER)
    box(painter, outer, radius + GUTTER, None, theme.colour("focus"), width)


def with_gutter(size: QSize) -> QSize:
    """Return a visible size plus the gutter for the focus ring on each side."""
    return QSize(size.width() + 2 * GUTTER, size.height() + 2 * GUTTER)


def draw_icon(
    painter: QPainter, name: str, colour: QColor, centre: QPointF, size: int, stroke: float = 2.0
) -> None:
    """Draw an icon of `size` pixels around `centre`, on whole device pixels."""
    ratio = painter.device().devicePixelRatioF()
    pixmap = icons().pixmap(name, colour, size, ratio, stroke)
    left = round((centre.x() - size / 2) * ratio) / ratio
    top = round((centre.y() - size / 2) * ratio) / ratio
    painter.drawPixmap(QPointF(left, top), pixmap)
