"""How a figure is painted: paper and drawing in a frame, leaders with a halo, dots, the ring."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap

from app.ui.figures.drawing import Drawing
from app.ui.figures.pictures import Part, artist, most_pixels, shelf
from app.ui.theme import Theme

LEADER, HALO, DOT = 1.7, 4.2, 5.0
RING = 15.0
MOST_WHOLE_PIXELS = 6_000_000
"""Above this only the part in sight is drawn."""


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
) -> Part | None:
    """Paint the paper in `frame` and the drawing at `image`, cut to the frame's round corners.

    Returns the part that has still to be drawn by the artist; until then what there is stands in for it.
    """
    path = QPainterPath()
    path.addRoundedRect(frame, radius, radius)
    painter.save()
    painter.setClipPath(path)
    painter.fillRect(frame, theme.colour("paper"))
    wanted = _part(drawing, step, frame, image, painter.device().devicePixelRatioF())
    kept = shelf().get(wanted)
    missing = kept is None
    if missing and artist() is None:
        kept, missing = drawing.picture(wanted), False
    found = (wanted, kept) if kept is not None else shelf().nearest(wanted)
    if found is not None:
        _paint_part(painter, *found, image)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("border"), theme.hairline()))
    painter.drawPath(path)
    return wanted if missing else None


def _part(drawing: Drawing, step: str | None, frame: QRectF, image: QRectF, ratio: float) -> Part:
    """Return the whole figure if it is small, else what is in sight; no finer than patience allows."""
    width, height = image.width() * ratio, image.height() * ratio
    most = max(most_pixels(drawing.key), frame.width() * frame.height() * ratio * ratio)
    finest = min(1.0, (most / max(1.0, width * height)) ** 0.5)
    size = QSize(round(width * finest), round(height * finest))
    if size.width() * size.height() <= MOST_WHOLE_PIXELS:
        return drawing.part(step, size)
    scale = size.width() / image.width()
    seen = frame.intersected(image).translated(-image.topLeft())
    clip = QRectF(seen.topLeft() * scale, seen.size() * scale).toAlignedRect()
    clip = clip.intersected(QRect(QPoint(0, 0), size))
    return drawing.part(step, size, (clip.x(), clip.y(), clip.width(), clip.height()))


def _paint_part(painter: QPainter, part: Part, pixmap: QPixmap, image: QRectF) -> None:
    scale = image.width() / part.size[0]
    left, top, width, height = part.clip
    target = QRectF(image.left() + left * scale, image.top() + top * scale, width * scale, height * scale)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if part.is_whole:
        target.moveTopLeft(QPointF(target.topLeft().toPoint()))
    painter.drawPixmap(target, pixmap, QRectF(pixmap.rect()))


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
