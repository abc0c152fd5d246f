"""A table with a header, sorted by clicks and keys, rows 40 high."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem

from app.ui.theme import ThemedWidget

_ROW_HEIGHT, _MOST_ROWS = 40, 12


class _Cell(QTableWidgetItem):
    """A cell that sorts numbers as numbers."""

    def __lt__(self, other: QTableWidgetItem) -> bool:
        mine, theirs = _number(self.text()), _number(other.text())
        if mine is not None and theirs is not None:
            return mine < theirs
        return self.text().casefold() < other.text().casefold()


class DataTable(ThemedWidget, QTableWidget):
    """Rows of text. `row_opened(int)` carries the index in `rows` when a row is opened by key or mouse.

    Columns of numbers stand at the right with figures of equal width. The arrows move, Enter opens, F6 sorts
    by the current column.
    """

    row_opened = Signal(int)

    def __init__(
        self, header: Sequence[str], rows: Sequence[Sequence[str]], *, name: str, sortable: bool = True
    ) -> None:
        super().__init__(0, len(header))
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(header))
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.verticalHeader().hide()
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        columns.setStretchLastSection(True)
        self._sortable = sortable
        self.set_rows(rows)
        self.model().layoutChanged.connect(self._name_rows)
        self.cellActivated.connect(self._opened)
        self.viewport().installEventFilter(self)

    def set_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show other rows."""
        self.setSortingEnabled(False)
        self.setRowCount(len(rows))
        numeric = [
            bool(rows) and all(_number(row[column]) is not None for row in rows)
            for column in range(self.columnCount())
        ]
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                self.setItem(number, column, _cell(text, number, numeric=numeric[column]))
        for column, is_number in enumerate(numeric):
            heading = self.horizontalHeaderItem(column)
            if heading is not None and is_number:
                heading.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(self._sortable)
        self._name_rows()
        self.theme_changed()

    def theme_changed(self) -> None:
        """Set fonts and heights anew."""
        theme = self.theme
        self.setFont(theme.font("small", tabular=True))
        for column in range(self.columnCount()):
            heading = self.horizontalHeaderItem(column)
            if heading is not None:
                heading.setFont(theme.font("panel"))
        self.verticalHeader().setMinimumSectionSize(theme.px(_ROW_HEIGHT))
        self.resizeColumnsToContents()
        self._fit_rows()
        super().theme_changed()

    def sizeHint(self) -> QSize:
        """Return a height that shows up to twelve rows."""
        rows = sum(self.rowHeight(row) for row in range(min(self.rowCount(), _MOST_ROWS)))
        height = rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        return QSize(self.theme.px(320), height)

    def minimumSizeHint(self) -> QSize:
        """Return a height without a scroll bar of its own, up to twelve rows."""
        return QSize(self.theme.px(200), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, sort with F6."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentRow() >= 0:
            self._opened(self.currentRow(), 0)
        elif event.key() == Qt.Key.Key_F6 and self._sortable:
            self._sort_by(self.currentColumn())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the cells to the new widths."""
        super().resizeEvent(event)
        self._fit_rows()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the wheel to the page if there is nothing to scroll here."""
        if event.type() == QEvent.Type.Wheel and not self.verticalScrollBar().isVisible():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _sort_by(self, column: int) -> None:
        header = self.horizontalHeader()
        same = header.sortIndicatorSection() == column
        descending = same and header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.sortByColumn(max(0, column), order)

    def _fit_rows(self) -> None:
        self.resizeRowsToContents()
        least = self.theme.px(_ROW_HEIGHT)
        for row in range(self.rowCount()):
            self.setRowHeight(row, max(least, self.rowHeight(row)))
        self.updateGeometry()

    @Slot()
    def _name_rows(self) -> None:
        """Head each row by its first cell, for assistive tools: the header itself is hidden."""
        cells = (self.item(row, 0) for row in range(self.rowCount()))
        self.setVerticalHeaderLabels([cell.text() if cell is not None else "" for cell in cells])

    @Slot(int, int)
    def _opened(self, row: int, column: int) -> None:
        del column
        item = self.item(row, 0)
        if item is not None:
            self.row_opened.emit(int(item.data(Qt.ItemDataRole.UserRole)))


def _cell(text: str, number: int, *, numeric: bool) -> _Cell:
    cell = _Cell(text)
    cell.setData(Qt.ItemDataRole.UserRole, number)
    side = Qt.AlignmentFlag.AlignRight if numeric else Qt.AlignmentFlag.AlignLeft
    cell.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    return cell


def _number(text: str) -> float | None:
    cleaned = text.strip().removesuffix("%").replace(",", "").replace("−", "-").strip()
    try:
        return float(cleaned)
    except ValueError:
        return None
