"""How a figure is painted: paper and drawing in a frame, leaders with a halo, dots, the ring."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from app.ui.figures.drawing import Drawing
from app.ui.theme import Theme

LEADER, HALO, DOT = 1.7, 4.2, 5.0
RING = 15.0
MOST_CACHED_PIXELS = 12_000_000


@dataclass(frozen=True, slots=True)
class Leader:
    """A line from the dot on the structure to the picture's edge and on to the label."""

    dot: QPointF
    bend: QPointF
    end: QPointF


def paint_picture(
    painter: QPainter,
    theme: Theme,
    drawing: Drawing,
    step: str | None,
    frame: QRectF,
    image: QRectF,
    radius: float,
) -> None:
    """Paint the paper in `frame` and the drawing at `image`, cut to the frame's round corners."""
    path = QPainterPath()
    path.addRoundedRect(frame, radius, radius)
    painter.save()
    painter.setClipPath(path)
    painter.fillRect(frame, theme.colour("paper"))
    ratio = painter.device().devicePixelRatioF()
    size = QSize(round(image.width()), round(image.height()))
    if size.width() * size.height() * ratio * ratio <= MOST_CACHED_PIXELS:
        painter.drawPixmap(image.topLeft().toPoint(), drawing.pixmap(step, size, ratio))
    else:
        drawing.renderer(step).render(painter, image)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("border"), theme.hairline()))
    painter.drawPath(path)


def paint_leaders(painter: QPainter, theme: Theme, leaders: Sequence[Leader]) -> None:
    """Paint all leaders, then all dots, so that no line runs over a dot."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for leader in leaders:
        for role, width in (("leaderHalo", HALO), ("leader", LEADER)):
            pen = QPen(theme.colour(role), width)  # type: ignore[arg-type]  # both are roles
            pen.setCapStyle(Qt.PenCapStyle.FlatCap if role == "leaderHalo" else Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(leader.bend, leader.dot)
        if leader.end != leader.bend:
            painter.setPen(QPen(theme.colour("text"), LEADER))
            painter.drawLine(leader.bend, leader.end)
    for leader in leaders:
        painter.setPen(QPen(theme.colour("leaderHalo"), 2))
        painter.setBrush(theme.colour("leader"))
        painter.drawEllipse(leader.dot, DOT, DOT)


def paint_ring(painter: QPainter, theme: Theme, centre: QPointF) -> None:
    """Paint the ring round the structure that is asked for or chosen."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for role, width in (("leaderHalo", 6.0), ("target", 3.0)):
        painter.setPen(QPen(theme.colour(role), width))  # type: ignore[arg-type]  # both are roles
        painter.drawEllipse(centre, RING, RING)
