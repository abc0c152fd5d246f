"""A table that sets things side by side: wrapped cells, row and column headers, no scroll bars."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.ui.theme import Role, StyleName, ThemedWidget, current
from app.ui.widgets.painting import box
from app.ui.widgets.runs import Runs, words
from app.ui.widgets.sizing import follow_width
from app.ui.widgets.typeset import Typeset

_PAD_X, _PAD_TOP, _PAD_BOTTOM = 12, 10, 11
_LEAST, _MOST, _HEAD_MOST = 92, 300, 190
_STYLE: StyleName = "small"


class CompareTable(ThemedWidget, QTableWidget):
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
        self._corner = _Corner(self)

    def fits(self, width: int) -> bool:
        """Tell whether every column has room for its words in `width` pixels."""
        return sum(self._least_widths()) <= width

    def natural_width(self) -> int:
        """Return the width at which no cell wraps."""
        return sum(self._natural_widths()) + 2 * self.theme.px(_PAD_X) * len(self._cells[0])

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
        self.setItemDelegate(_CellDelegate(self))
        self.setHorizontalHeader(_Header(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(_Header(Qt.Orientation.Vertical, self))
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
            found.append(max(longest, min(natural, px(_LEAST))) + 2 * px(_PAD_X))
        return found

    def _natural_widths(self) -> list[int]:
        rows, columns = range(len(self._cells)), range(len(self._cells[0]))
        return [max(self.typeset(row, column).natural_width() for row in rows) for column in columns]

    def _measure(self, width: int) -> tuple[list[int], list[int]]:
        if self._measured is None or self._measured[0] != width:
            widths = self._share(width)
            px = self.theme.px
            heights = [
                max(self.typeset(r, c).height(w - 2 * px(_PAD_X)) for c, w in enumerate(widths))
                + px(_PAD_TOP) + px(_PAD_BOTTOM)
                for r in range(len(self._cells))
            ]  # fmt: skip
            self._measured = (width, widths, heights)
        return self._measured[1], self._measured[2]

    def _share(self, width: int) -> list[int]:
        """Give each column what its words need, and share the rest by how much more they would like."""
        px, least = self.theme.px, self._least_widths()
        natural = self._natural_widths()
        most = [px(_HEAD_MOST if column == 0 else _MOST) for column in range(len(least))]
        wishes = [
            max(0, min(n, m) + 2 * px(_PAD_X) - low) for n, m, low in zip(natural, most, least, strict=True)
        ]
        spare, wanted = max(0, width - sum(least)), sum(wishes)
        if wanted > 0:
            given = [low + min(wish, spare * wish // wanted) for low, wish in zip(least, wishes, strict=True)]
        else:
            given = list(least)
        rest = width - sum(given)
        others = max(1, len(given) - 1)
        for column in range(1, len(given)):
            given[column] += rest // others
        given[-1] += width - sum(given)
        return given

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
        cell.height(rect.width() - 2 * px(_PAD_X))
        at = cell.link_at(point - QPointF(rect.x() + px(_PAD_X), rect.y() + px(_PAD_TOP)))
        return cell.links[at].href if at >= 0 else ""


class _CellDelegate(QStyledItemDelegate):
    """Draws a cell: its words, the line under its row, the ring of the current one."""

    def __init__(self, table: CompareTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the cell."""
        table = self._table
        rect: QRect = option.rect
        _draw_cell(painter, rect, table.typeset(index.row() + 1, index.column() + 1))
        if index.row() < table.rowCount() - 1:
            _draw_line(painter, rect, "border", current().hairline())
        if table.hasFocus() and index == table.currentIndex():
            theme = current()
            ring = QRectF(rect).adjusted(2, 2, -2, -2)
            box(painter, ring, theme.radius("key"), None, theme.colour("focus"), theme.bold_line())


class _Header(QHeaderView):
    """Draws the names of columns or rows, wrapped like the cells."""

    def __init__(self, orientation: Qt.Orientation, table: CompareTable) -> None:
        super().__init__(orientation, table)
        self._table = table
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's
        """Draw one name."""
        painter.save()
        across = self.orientation() == Qt.Orientation.Horizontal
        place = (0, logicalIndex + 1) if across else (logicalIndex + 1, 0)
        _draw_cell(painter, rect, self._table.typeset(*place))
        if across:
            _draw_line(painter, rect, "borderStrong", current().hairline())
        elif logicalIndex < self._table.rowCount() - 1:
            _draw_line(painter, rect, "border", current().hairline())
        painter.restore()


class _Corner(ThemedWidget, QWidget):
    """Draws what the first column is called, where the two headers meet."""

    def __init__(self, table: CompareTable) -> None:
        super().__init__(table)
        self._table = table
        self.accessible_role = QAccessible.Role.ColumnHeader
        self.setAccessibleName(table.typeset(0, 0).text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words and the line."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("surface"))
        _draw_cell(painter, self.rect(), self._table.typeset(0, 0))
        _draw_line(painter, self.rect(), "borderStrong", self.theme.hairline())


def _draw_cell(painter: QPainter, rect: QRect, cell: Typeset) -> None:
    px = current().px
    cell.draw(painter, rect.x() + px(_PAD_X), rect.y() + px(_PAD_TOP), rect.width() - 2 * px(_PAD_X))


def _draw_line(painter: QPainter, rect: QRect, role: Role, width: int) -> None:
    bottom = rect.y() + rect.height() - width
    painter.fillRect(rect.x(), bottom, rect.width(), width, current().colour(role))
