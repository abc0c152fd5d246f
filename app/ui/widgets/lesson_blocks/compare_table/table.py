"""The table itself: its cells, its size, its links."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QTableWidgetItem,
)

from app.ui.theme import Role, StyleName, ThemedWidget
from app.ui.widgets.lesson_blocks.compare_table.cells import (
    PAD_BOTTOM,
    PAD_TOP,
    PAD_X,
    CellDelegate,
    CellTable,
    Corner,
    Header,
)
from app.ui.widgets.lesson_blocks.compare_table.widths import share
from app.ui.widgets.runs import Runs, words
from app.ui.widgets.sizing import follow_width
from app.ui.widgets.typeset import Typeset

_LEAST, _MOST, _HEAD_MOST = 92, 300, 190
_STYLE: StyleName = "small"


class CompareTable(ThemedWidget, CellTable):
    """A read-only table whose first column names the feature; it is the row header for assistive tools.

    `header` and `rows` are runs, each row as long as the header. `link_activated(href)` follows a link in a
    cell. The table is as tall as its cells need at its width; ask `fits` whether a width is enough.
    """

    link_activated = Signal(str)

    def __init__(self, name: str, header: Sequence[Runs], rows: Sequence[Sequence[Runs]]) -> None:
        super().__init__(len(rows), len(header) - 1)
        self.setAccessibleName(name)
        self._cells: list[list[Runs]] = [list(header), *(list(row) for row in rows)]
        self._sets: list[list[Typeset]] = []
        self._measured: tuple[int, list[int], list[int]] | None = None
        self._next_link = 0
        self._fill_items()
        self._prepare()
        self._corner = Corner(self)

    def fits(self, width: int) -> bool:
        """Tell whether every column has room for its words in `width` pixels."""
        return sum(self._least_widths()) <= width

    def natural_width(self) -> int:
        """Return the width at which no cell wraps."""
        return sum(self._natural_widths()) + 2 * self.theme.px(PAD_X) * len(self._cells[0])

    def hasHeightForWidth(self) -> bool:
        """Tell the layout that a narrower table is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at `width`."""
        return sum(self._measure(width)[1])

    def sizeHint(self) -> QSize:
        """Return a middling width with its height."""
        width = max(self.theme.px(480), sum(self._least_widths()))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a small size: whether the table fits is asked before."""
        return QSize(self.theme.px(200), self.theme.px(40))

    def theme_changed(self) -> None:
        """Set all cells anew."""
        self._sets, self._measured = [], None
        self._arrange()
        super().theme_changed()

    def typeset(self, row: int, column: int) -> Typeset:
        """Return a cell as it is set; row 0 and column 0 are the headers."""
        if not self._sets:
            self._sets = [
                [self._set_cell(r, c, runs) for c, runs in enumerate(row_runs)]
                for r, row_runs in enumerate(self._cells)
            ]
        return self._sets[row][column]

    def resizeEvent(self, event: object) -> None:
        """Share the width among the columns."""
        del event
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow the links of the current cell with Enter, one after the other."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            links = self._links(self.currentIndex())
            if links:
                self.link_activated.emit(links[self._next_link % len(links)])
                self._next_link += 1
            return
        self._next_link = 0
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow the link under the pointer."""
        super().mouseReleaseEvent(event)
        href = self._link_at(event.position())
        if href:
            self.link_activated.emit(href)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over links."""
        over = self._link_at(event.position())
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _fill_items(self) -> None:
        self.setHorizontalHeaderLabels([words(runs) for runs in self._cells[0][1:]])
        self.setVerticalHeaderLabels([words(row[0]) for row in self._cells[1:]])
        for r, row in enumerate(self._cells[1:]):
            for c, runs in enumerate(row[1:]):
                item = QTableWidgetItem(words(runs))
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.setItem(r, c, item)

    def _prepare(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setItemDelegate(CellDelegate(self))
        self.setHorizontalHeader(Header(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(Header(Qt.Orientation.Vertical, self))
        follow_width(self)

    def _set_cell(self, row: int, column: int, runs: Runs) -> Typeset:
        head = row == 0 or column == 0
        role: Role = "text2" if row == 0 else "text"
        return Typeset(self.theme, runs, _STYLE, role, weight=600 if head else None)

    def _least_widths(self) -> list[int]:
        px, found = self.theme.px, []
        for column in range(len(self._cells[0])):
            sets = [self.typeset(row, column) for row in range(len(self._cells))]
            longest = max(one.widest_word() for one in sets)
            natural = max(one.natural_width() for one in sets)
            found.append(max(longest, min(natural, px(_LEAST))) + 2 * px(PAD_X))
        return found

    def _natural_widths(self) -> list[int]:
        rows, columns = range(len(self._cells)), range(len(self._cells[0]))
        return [max(self.typeset(row, column).natural_width() for row in rows) for column in columns]

    def _measure(self, width: int) -> tuple[list[int], list[int]]:
        if self._measured is None or self._measured[0] != width:
            widths = self._share(width)
            px = self.theme.px
            heights = [
                max(self.typeset(r, c).height(w - 2 * px(PAD_X)) for c, w in enumerate(widths))
                + px(PAD_TOP) + px(PAD_BOTTOM)
                for r in range(len(self._cells))
            ]  # fmt: skip
            self._measured = (width, widths, heights)
        return self._measured[1], self._measured[2]

    def _share(self, width: int) -> list[int]:
        px, least = self.theme.px, self._least_widths()
        pads = 2 * px(PAD_X)
        natural = [wide + pads for wide in self._natural_widths()]
        most = [px(_HEAD_MOST if column == 0 else _MOST) + pads for column in range(len(least))]
        return share(width, least, natural, most)

    def _arrange(self) -> None:
        if self.width() <= 0:
            return
        widths, heights = self._measure(self.width())
        across, down = self.horizontalHeader(), self.verticalHeader()
        down.setFixedWidth(widths[0])
        across.setFixedHeight(heights[0])
        for column, width in enumerate(widths[1:]):
            across.resizeSection(column, width)
        for row, height in enumerate(heights[1:]):
            down.resizeSection(row, height)
        self._corner.setGeometry(0, 0, widths[0], heights[0])

    def _links(self, index: QModelIndex) -> list[str]:
        if not index.isValid():
            return []
        return [link.href for link in self.typeset(index.row() + 1, index.column() + 1).links]

    def _link_at(self, point: QPointF) -> str:
        index = self.indexAt(point.toPoint())
        if not index.isValid():
            return ""
        rect, px = self.visualRect(index), self.theme.px
        cell = self.typeset(index.row() + 1, index.column() + 1)
        cell.height(rect.width() - 2 * px(PAD_X))
        at = cell.link_at(point - QPointF(rect.x() + px(PAD_X), rect.y() + px(PAD_TOP)))
        return cell.links[at].href if at >= 0 else ""
