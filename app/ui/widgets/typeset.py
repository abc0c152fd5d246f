"""Sets runs of text in lines of the design system's line height, and draws them."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from app.ui.theme import Role, StyleName, Theme
from app.ui.theme.tokens import TYPE
from app.ui.widgets.runs import Runs

_WIDE = 100_000.0
_BOLD = 700
_SEMIBOLD = 600


@dataclass(frozen=True, slots=True)
class LinkSpan:
    """Where a link stands in the text."""

    start: int
    length: int
    href: str


class Typeset:
    """A piece of text in one type style, measured and drawn at any width.

    Lines break at words, or anywhere if a word is wider than the column. A newline starts a new line. Nothing
    is ever cut.
    """

    def __init__(
        self,
        theme: Theme,
        runs: Runs,
        style: StyleName,
        role: Role = "text",
        *,
        weight: int | None = None,
        tabular: bool = False,
        align_right: bool = False,
        centred: bool = False,
    ) -> None:
        self._theme = theme
        self._style = style
        self._font = theme.font(style, weight=weight, tabular=tabular)
        self._metrics = QFontMetricsF(self._font)
        self._line = max(float(theme.line_height(style)), self._metrics.height())
        self._colour = theme.colour(role)
        self.text = "".join(run.text for run in runs).replace("\n", "\u2028")
        self.links: list[LinkSpan] = []
        self._align_right, self._centred = align_right, centred
        self._layout = QTextLayout(self.text, self._font)
        self._layout.setCacheEnabled(True)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(self._formats(runs))
        self._width = self._asked = -1.0
        self._height = 0.0
        self._heights: dict[float, int] = {}
        self._natural: float | None = None

    @property
    def line_height(self) -> float:
        """The distance between baselines."""
        return self._line

    def natural_width(self) -> int:
        """Return the width of the text without any line break of ours."""
        if self._natural is None:
            self._break(_WIDE)
            lines = (self._layout.lineAt(i).naturalTextWidth() for i in range(self._layout.lineCount()))
            self._natural = max(lines, default=0.0)
        return int(self._natural) + 1

    def widest_word(self) -> int:
        """Return the width of the longest word, as a column's least width."""
        longest = max(self.text.replace("\u2028", " ").split(), key=len, default="")
        return int(self._metrics.horizontalAdvance(longest) * 1.08) + 2

    def height(self, width: float) -> int:
        """Return the height at `width`. Layouts ask for the same few widths again and again: kept."""
        self._asked = max(1.0, width)
        if self._asked not in self._heights:
            self._return()
            self._heights[self._asked] = int(self._height + 0.5)
        return self._heights[self._asked]

    def draw(self, painter: QPainter, left: float, top: float, width: float) -> None:
        """Draw the text with its first line's box at (`left`, `top`)."""
        self._asked = max(1.0, width)
        self._return()
        painter.setPen(self._colour)
        for index in range(self._layout.lineCount()):
            line = self._layout.lineAt(index)
            line.draw(painter, QPointF(left + self._indent(line), top))

    def draw_selection(
        self, painter: QPainter, span: tuple[int, int], colours: tuple[QColor, QColor], origin: QPointF
    ) -> None:
        """Draw the characters of `span` selected, in (text, ground) colours, at `origin`."""
        self._return()
        selection = QTextLayout.FormatRange()
        selection.start, selection.length = span[0], span[1] - span[0]
        selected = QTextCharFormat()
        selected.setForeground(colours[0])
        selected.setBackground(colours[1])
        selection.format = selected
        self._layout.draw(painter, origin, [selection])

    def position_at(self, point: QPointF) -> int:
        """Return the index of the character at `point`, measured from the text's own top left."""
        self._return()
        count = self._layout.lineCount()
        index = min(max(int(point.y() // self._line), 0), count - 1)
        line = self._layout.lineAt(index)
        return int(line.xToCursor(point.x() - self._indent(line)))

    def link_at(self, point: QPointF) -> int:
        """Return the index of the link at `point`, or -1."""
        for index in range(len(self.links)):
            if any(rect.contains(point) for rect in self.link_rects(index)):
                return index
        return -1

    def link_rects(self, index: int) -> list[QRectF]:
        """Return the boxes of a link, one for each line it stands on, from the text's own top left."""
        self._return()
        span = self.links[index]
        end = span.start + span.length
        rects = []
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            first, last = line.textStart(), line.textStart() + line.textLength()
            if first < end and last > span.start:
                x0 = _x_of(line, max(first, span.start)) + self._indent(line)
                x1 = _x_of(line, min(last, end)) + self._indent(line)
                rects.append(QRectF(x0, number * self._line, x1 - x0, self._line))
        return rects

    def _indent(self, line: QTextLine) -> float:
        if not (self._align_right or self._centred):
            return 0.0
        free = max(0.0, self._width - line.naturalTextWidth())
        return free if self._align_right else free / 2

    def _return(self) -> None:
        """Break the lines as at the width last asked for."""
        if self._asked >= 0:
            self._break(self._asked)

    def _break(self, width: float) -> None:
        if width == self._width:
            return
        self._width = width
        above = (self._line - self._metrics.height()) / 2 + self._metrics.ascent()
        self._layout.beginLayout()
        top = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0.0, top + above - line.ascent()))
            top += self._line
        self._layout.endLayout()
        self._height = max(top, self._line)

    def _formats(self, runs: Runs) -> list[QTextLayout.FormatRange]:
        formats = []
        start = 0
        for run in runs:
            if run.href:
                self.links.append(LinkSpan(start, len(run.text), run.href))
            if run.bold or run.italic or run.strike or run.raised or run.href:
                item = QTextLayout.FormatRange()
                item.start, item.length = start, len(run.text)
                item.format = self._format(
                    bold=run.bold, italic=run.italic, strike=run.strike, raised=run.raised, href=run.href,
                    dotted=run.dotted,
                )  # fmt: skip
                formats.append(item)
            start += len(run.text)
        return formats

    def _format(
        self, *, bold: bool, italic: bool, strike: bool, raised: bool, href: str, dotted: bool
    ) -> QTextCharFormat:
        result = QTextCharFormat()
        heavy = _BOLD if TYPE[self._style].weight >= _SEMIBOLD else _SEMIBOLD
        result.setFont(
            self._theme.font(self._style, weight=heavy if bold else None, italic=italic, strike=strike)
        )
        if raised:
            result.setFont(self._theme.raised_font())
            result.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        if href:
            result.setForeground(self._theme.colour("text" if dotted else "link"))
        if dotted:
            result.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            result.setUnderlineColor(self._theme.colour("link"))
        return result


def _x_of(line: QTextLine, position: int) -> float:
    result: Any = line.cursorToX(position)
    return float(result[0] if isinstance(result, tuple | list) else result)
