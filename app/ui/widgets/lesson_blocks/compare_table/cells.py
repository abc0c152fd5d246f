"""How the cells and headers of a comparison are drawn."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QWidget,
)

from app.ui.theme import Role, ThemedWidget, current
from app.ui.widgets.painting import box
from app.ui.widgets.typeset import Typeset

PAD_X, PAD_TOP, PAD_BOTTOM = 12, 10, 11


class CellTable(QTableWidget):
    """A table whose cells are set as text in our type styles."""

    def typeset(self, row: int, column: int) -> Typeset:
        """Return a cell as it is set; row 0 and column 0 are the headers."""
        raise NotImplementedError


class CellDelegate(QStyledItemDelegate):
    """Draws a cell: its words, the line under its row, the ring of the current one."""

    def __init__(self, table: CellTable) -> None:
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


class Header(QHeaderView):
    """Draws the names of columns or rows, wrapped like the cells."""

    def __init__(self, orientation: Qt.Orientation, table: CellTable) -> None:
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


class Corner(ThemedWidget, QWidget):
    """Draws what the first column is called, where the two headers meet."""

    def __init__(self, table: CellTable) -> None:
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
    cell.draw(painter, rect.x() + px(PAD_X), rect.y() + px(PAD_TOP), rect.width() - 2 * px(PAD_X))


def _draw_line(painter: QPainter, rect: QRect, role: Role, width: int) -> None:
    bottom = rect.y() + rect.height() - width
    painter.fillRect(rect.x(), bottom, rect.width(), width, current().colour(role))
