"""Lines and points: hormone curves, how sure against how right."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen

from app.ui.theme import Role
from app.ui.widgets.chart import Chart, TableRows, table

Dash = Literal["solid", "dash", "long", "dot"]
_PATTERNS: dict[Dash, list[float]] = {"dash": [3, 2.2], "long": [7, 2.5], "dot": [0.1, 2.2]}
_BELOW = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Series:
    """One line: its name, points (x, y) by rising x, colour role and dash as a second code.

    `points_only` draws dots without a line; `labels` stand beside the dots, one each.
    """

    name: str
    points: tuple[tuple[float, float], ...]
    role: Role = "primary"
    dash: Dash = "solid"
    points_only: bool = False
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Axis:
    """The range of an axis and the ticks that are named: (value, label)."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Extras:
    """What stands behind the lines: bands (from, to, role) along x, the diagonal, a marked x."""

    bands: tuple[tuple[float, float, Role], ...] = ()
    diagonal: bool = False
    marked_x: float | None = None
    grid: tuple[float, ...] = field(default=())


class LinePoints(Chart):
    """Lines or points over two axes, each line named where it is highest; no legend."""

    _WIDTH, _HEIGHT = 320, 180

    def __init__(
        self,
        name: str,
        summary: str,
        series: Sequence[Series],
        x: Axis,
        y: Axis,
        extras: Extras | None = None,
    ) -> None:
        super().__init__(name, summary)
        self._series, self._x, self._y = tuple(series), x, y
        self._extras = extras or Extras()
        self._names: list[QRectF] = []

    def as_table(self) -> TableRows:
        """Return one row for each x and a column for each line."""
        header = [self._x.name or "x", *(line.name for line in self._series)]
        values = sorted({x for line in self._series for x, _ in line.points})
        known = [dict(line.points) for line in self._series]
        rows = [[_short(x), *(_short(points[x]) if x in points else "" for points in known)] for x in values]
        return table(header, rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw bands, axes, lines and names."""
        del event
        painter, theme = QPainter(self), self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._area()
        self._names.clear()
        self._draw_ground(painter, area)
        for line in self._series:
            if line.points_only:
                self._draw_points(painter, area, line)
            else:
                self._draw_line(painter, area, line)
        painter.setPen(QPen(theme.colour("borderStrong"), theme.hairline()))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        self._draw_ticks(painter, area)

    def _area(self) -> QRectF:
        theme = self.theme
        line = theme.line_height("micro")
        left = max((self.text_width(label) for _, label in self._y.ticks), default=0.0)
        left += theme.px(8) if left else theme.px(2)
        top = line + theme.px(4)
        return QRectF(left, top, self.width() - left - theme.px(12), self.height() - top - line - theme.px(6))

    def _at(self, area: QRectF, x: float, y: float) -> QPointF:
        across = (x - self._x.low) / (self._x.high - self._x.low)
        up = (y - self._y.low) / (self._y.high - self._y.low)
        return QPointF(area.left() + across * area.width(), area.bottom() - up * area.height())

    def _draw_ground(self, painter: QPainter, area: QRectF) -> None:
        theme, extras = self.theme, self._extras
        for start, end, role in extras.bands:
            left, right = self._at(area, start, 0).x(), self._at(area, end, 0).x()
            painter.fillRect(QRectF(left, area.top(), right - left, area.height()), theme.colour(role))
        painter.setPen(QPen(theme.colour("border"), 1))
        for y in extras.grid[:3]:
            level = self._at(area, self._x.low, y).y()
            painter.drawLine(QPointF(area.left(), level), QPointF(area.right(), level))
        if extras.diagonal:
            painter.setPen(QPen(theme.colour("text3"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(area.bottomLeft(), area.topRight())
        if extras.marked_x is not None:
            painter.setPen(QPen(theme.colour("text"), theme.hairline(), Qt.PenStyle.DotLine))
            spot = self._at(area, extras.marked_x, self._highest_at(extras.marked_x))
            painter.drawLine(spot, QPointF(spot.x(), area.bottom()))

    def _highest_at(self, x: float) -> float:
        """Return the height of the highest line at `x`, as far as its points tell."""
        heights = [
            min((abs(px - x), py) for px, py in line.points)[1] for line in self._series if line.points
        ]
        return max(heights, default=self._y.high)

    def _draw_line(self, painter: QPainter, area: QRectF, line: Series) -> None:
        theme = self.theme
        spots = [self._at(area, x, y) for x, y in line.points]
        if not spots:
            return
        path = QPainterPath(spots[0])
        for spot in spots[1:]:
            path.lineTo(spot)
        pen = QPen(theme.colour(line.role), theme.bold_line() + 0.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if line.dash in _PATTERNS:
            pen.setDashPattern(_PATTERNS[line.dash])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        self._draw_name(painter, area, line, min(spots, key=_height_of))

    def _draw_name(self, painter: QPainter, area: QRectF, line: Series, top: QPointF) -> None:
        """Name the line above its top, moved aside if another name stands there."""
        width, height = self.text_width(line.name, "tick"), self.theme.line_height("micro")
        places = []
        for share in (0.5, 0.1, 0.9):
            left = min(max(top.x() - width * share, area.left()), max(area.left(), area.right() - width))
            places.append(QRectF(left, top.y() - height - 2, width, height))
        places.append(places[0].translated(0, -height))
        free = (place for place in places if not any(self._touch(place, name) for name in self._names))
        place = next(free, places[0])
        self._names.append(place)
        self.label(painter, place, line.name, style="tick", role=line.role)

    def _touch(self, place: QRectF, name: QRectF) -> bool:
        apart = self.theme.px(6)
        return place.adjusted(-apart, 0, apart, 0).intersects(name)

    def _draw_points(self, painter: QPainter, area: QRectF, line: Series) -> None:
        theme = self.theme
        radius = theme.px(5)
        for index, (x, y) in enumerate(line.points):
            spot = self._at(area, x, y)
            painter.setPen(QPen(theme.colour(line.role), theme.bold_line()))
            painter.setBrush(theme.colour("surface"))
            painter.drawEllipse(spot, radius, radius)
            if index < len(line.labels):
                words, height = line.labels[index], theme.line_height("micro")
                width = self.text_width(words, "tick")
                right = spot.x() + radius + theme.px(6)
                left = right if right + width <= self.width() else spot.x() - radius - theme.px(6) - width
                place = QRectF(left, spot.y() - height / 2, width, height)
                self.label(painter, place, words, style="tick", role="text")

    def _draw_ticks(self, painter: QPainter, area: QRectF) -> None:
        theme = self.theme
        height = theme.line_height("micro")
        free_from = -1.0
        for value, words in self._x.ticks:
            width = self.text_width(words)
            x = self._at(area, value, self._y.low).x()
            left = min(max(x - width / 2, 0.0), self.width() - width)
            if left < free_from:
                continue
            marked = value == self._extras.marked_x
            place = QRectF(left, area.bottom() + theme.px(4), width, height)
            self.label(
                painter, place, words, align=_BELOW,
                style="tick" if marked else "micro", role="text" if marked else "text3",
            )  # fmt: skip
            free_from = left + width + theme.px(4)
        for value, words in self._y.ticks:
            y = self._at(area, self._x.low, value).y()
            place = QRectF(0, y - height / 2, area.left() - theme.px(6), height)
            self.label(painter, place, words, align=_RIGHT)


def _height_of(spot: QPointF) -> float:
    return spot.y()


def _short(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
