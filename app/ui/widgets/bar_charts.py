"""Counts as bars, a share as a ring, days as a heat map."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from app.ui.theme import Role
from app.ui.widgets.chart import Chart, TableRows, table
from app.ui.widgets.painting import box

_HEAT: tuple[Role, ...] = ("heat0", "heat1", "heat2", "heat3", "heat4")
_FAR_ABOVE, _BREAK_FROM = 4, 12
_ZERO_ROOM = 28
"""A bar of nothing is told by its number where bars stand at least so far apart; in a crowd that is noise."""
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True)
class BarValue:
    """One bar: its label, its count, and whether it is the one that matters now (today)."""

    label: str
    value: int
    current: bool = False


class Bars(Chart):
    """Counts as bars with the number on each; labels are thinned out where they would touch."""

    def __init__(
        self,
        name: str,
        summary: str,
        bars: Sequence[BarValue],
        *,
        columns: tuple[str, str] = ("Day", "Number"),
    ) -> None:
        super().__init__(name, summary)
        self._bars, self._columns = tuple(bars), columns

    def set_bars(self, bars: Sequence[BarValue], summary: str) -> None:
        """Show other bars."""
        self._bars = tuple(bars)
        self.describe(self.accessibleName(), summary)
        self.update()

    def as_table(self) -> TableRows:
        """Return label and number of each bar."""
        return table(self._columns, [(bar.label, bar.value) for bar in self._bars])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw axis, bars, numbers and labels."""
        del event
        painter, theme = QPainter(self), self.theme
        if not self._bars:
            return
        line = theme.line_height("micro")
        base = self.height() - line - theme.px(4)
        room = base - line - theme.px(2)
        pitch = self.width() / len(self._bars)
        most, broken = _scale([bar.value for bar in self._bars])
        painter.fillRect(QRectF(0, base, self.width(), 1), theme.colour("border"))
        for index, bar in enumerate(self._bars):
            height = max(theme.px(2), room * min(1.0, bar.value / most)) if bar.value else 0
            self._draw_bar(painter, bar, QRectF(index * pitch, base - height, pitch, height))
            if broken and bar.value > most:
                self._draw_break(painter, QRectF(index * pitch, base - height, pitch, height))
        self._draw_labels(painter, pitch, base + theme.px(4), line)

    def _draw_labels(self, painter: QPainter, pitch: float, top: float, line: float) -> None:
        every = self._every(pitch)
        marked = next((i for i, bar in enumerate(self._bars) if bar.current), None)
        for index, bar in enumerate(self._bars):
            if bar.current:
                area = self._label_area(index, pitch, top, line, bar.label)
                self.label(painter, area, bar.label, style="tick", role="text")
            elif index % every == 0 and (marked is None or abs(index - marked) >= every):
                self.label(painter, self._label_area(index, pitch, top, line, bar.label), bar.label)

    def _label_area(self, index: int, pitch: float, top: float, line: float, text: str) -> QRectF:
        """Return where a label stands: centred under its bar, at the ends moved inside the widget."""
        width = self.text_width(text, "tick") + 1
        left = (index + 0.5) * pitch - width / 2
        return QRectF(min(max(left, 0.0), max(0.0, self.width() - width)), top, width, line)

    def _draw_bar(self, painter: QPainter, bar: BarValue, slot: QRectF) -> None:
        theme = self.theme
        width = min(slot.width() * 0.64, theme.px(40))
        rect = QRectF(slot.center().x() - width / 2, slot.top(), width, slot.height())
        radius = min(theme.px(5), width / 2, max(0.0, slot.height()))
        if slot.height():
            fill = theme.colour("primary" if bar.current else "heat2")
            edge = theme.colour("text") if theme.contrast else None
            box(painter, rect, radius, fill, edge, 1)
        told = bar.value or slot.width() >= theme.px(_ZERO_ROOM)
        if told and slot.width() >= self.text_width(str(bar.value), "tick") - 2:
            line = theme.line_height("micro")
            area = QRectF(slot.left(), rect.top() - line - 1, slot.width(), line)
            self.label(painter, area, str(bar.value), style="tick", role="text" if bar.current else "text2")

    def _draw_break(self, painter: QPainter, slot: QRectF) -> None:
        """Draw two slanting gaps across a bar that is taller than the scale reaches."""
        theme = self.theme
        half, rise = min(slot.width() * 0.64, theme.px(40)) / 2 + theme.px(4), theme.px(5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("surface"), theme.px(3)))
        for down in (theme.px(20), theme.px(27)):
            x, y = slot.center().x(), slot.top() + down
            painter.drawLine(QPointF(x - half, y + rise), QPointF(x + half, y - rise))

    def _every(self, pitch: float) -> int:
        widest = max(self.text_width(bar.label) for bar in self._bars) + self.theme.px(4)
        return max(1, -int(-widest // pitch))


def _scale(values: Sequence[int]) -> tuple[float, bool]:
    """Return the value a full bar stands for, and whether one bar reaches beyond it.

    A single bar more than `_FAR_ABOVE` times the next would flatten all others, so it is drawn broken; the
    number on it tells its height.
    """
    most, second = sorted((0, 0, *values), reverse=True)[:2]
    if second and most >= _BREAK_FROM and most > _FAR_ABOVE * second:
        return second * _FAR_ABOVE, True
    return max(1, most), False


class Ring(Chart):
    """A share as a ring with its percentage inside; `None` shows "Too few"."""

    _WIDTH, _HEIGHT = 112, 112

    def __init__(self, name: str, summary: str, share: float | None, *, goal: float | None = None) -> None:
        super().__init__(name, summary)
        self._share, self._goal = share, goal
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float | None, summary: str) -> None:
        """Show another share from 0 to 1."""
        self._share = share
        self.describe(self.accessibleName(), summary)
        self.update()

    def as_table(self) -> TableRows:
        """Return the share and the goal."""
        rows = [("Share", self._words())]
        if self._goal is not None:
            rows.append(("Goal", f"{round(self._goal * 100)}%"))
        return table(("", self.accessibleName()), rows)

    def minimumSizeHint(self) -> QSize:
        """Return the size hint."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw track, share, goal and percentage."""
        del event
        painter, theme = QPainter(self), self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thick = theme.px(10)
        inset = thick / 2 + 1
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        track = theme.colour("borderStrong" if theme.contrast else "track")
        painter.setPen(QPen(track, 1 if theme.contrast else thick))
        painter.drawEllipse(rect)
        if self._share:
            painter.setPen(
                QPen(theme.colour("primary"), thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
            )
            painter.drawArc(rect, 90 * 16, -round(self._share * 360 * 16))
        if self._goal is not None:
            painter.setPen(
                QPen(theme.colour("text"), thick + 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
            )
            painter.drawArc(rect, round((90 - self._goal * 360) * 16) - 12, 24)
        few = self._share is None
        self.label(
            painter, QRectF(self.rect()), self._words(),
            style="caption" if few else "h1", role="text2" if few else "text",
        )  # fmt: skip

    def _words(self) -> str:
        return "Too few" if self._share is None else f"{round(self._share * 100)}%"


@dataclass(frozen=True, slots=True)
class DayValue:
    """One day of the heat map: what it is called, how many answers, and its step from 0 to 4."""

    label: str
    value: int
    step: int


class Heatmap(Chart):
    """Days as squares, a week a column from Monday to Sunday; the latest weeks that fit are shown.

    `first_weekday` is the weekday of the first day, 0 for Monday. The steps also differ in size, so that they
    can be told apart without colour.
    """

    _CELL, _CELL_GAP, _HEIGHT = 15, 3, 126

    def __init__(self, name: str, summary: str, days: Sequence[DayValue], *, first_weekday: int = 0) -> None:
        super().__init__(name, summary)
        self._days, self._first = tuple(days), first_weekday
        self.setMouseTracking(True)

    def set_days(self, days: Sequence[DayValue], summary: str, *, first_weekday: int) -> None:
        """Show other days."""
        self._days, self._first = tuple(days), first_weekday
        self.describe(self.accessibleName(), summary)
        self.update()

    def as_table(self) -> TableRows:
        """Return day and number of answers, the days without any left out."""
        return table(("Day", "Answers"), [(day.label, day.value) for day in self._days if day.value])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw weekdays and squares."""
        del event
        painter, theme = QPainter(self), self.theme
        pitch = theme.px(self._CELL) + theme.px(self._CELL_GAP)
        left = max(self.text_width(day) for day in _DAYS) + theme.px(6)
        for row in (0, 2, 4, 6):
            area = QRectF(0, row * pitch, left, theme.px(self._CELL))
            self.label(painter, area, _DAYS[row], align=_LEFT)
        fits = max(1, int((self.width() - left) // pitch))
        weeks = -(-(len(self._days) + self._first) // 7)
        skipped = max(0, weeks - fits)
        for index, day in enumerate(self._days):
            week, weekday = divmod(index + self._first, 7)
            if week >= skipped:
                x, y = left + (week - skipped) * pitch, weekday * pitch
                self._draw_day(painter, day, QRectF(x, y, theme.px(self._CELL), theme.px(self._CELL)))

    def _draw_day(self, painter: QPainter, day: DayValue, cell: QRectF) -> None:
        theme = self.theme
        radius = theme.px(4)
        edge = theme.colour("border") if theme.contrast else None
        box(painter, cell, radius, theme.colour("heat0"), edge, 1)
        if day.step:
            shrink = theme.px(1) * (4 - min(day.step, 4)) * 0.75
            inner = cell.adjusted(shrink, shrink, -shrink, -shrink)
            box(painter, inner, radius, theme.colour(_HEAT[min(day.step, 4)]))


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
