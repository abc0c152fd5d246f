"""Widgets laid out like words."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QLayout,
    QLayoutItem,
    QWidget,
)

from app.ui.theme import current
from app.ui.theme.manager import ThemedLayout
from app.ui.widgets.sizing import follow_width


class FlowLayout(ThemedLayout, QLayout):
    """Lays widgets out like words: side by side, and on a new line where there is no room."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 8, line_spacing: int = 8) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._spacing, self._line_spacing = spacing, line_spacing
        self.setContentsMargins(0, 0, 0, 0)
        if parent is not None:
            parent.setLayout(self)

    def add(self, widget: QWidget) -> None:
        """Add a widget."""
        self.addWidget(widget)

    def theme_changed(self) -> None:
        """Lay out anew."""
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item, as Qt asks of a layout."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return an item, or None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tell that a narrower flow is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at `width`."""
        return self._flow(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._flow(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size on one line."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        gap = current().px(self._spacing)
        width = sum(size.width() for size in shown) + gap * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _flow(self, rect: QRect, *, move: bool) -> int:
        lines = self._lines(rect.width())
        line_gap = current().px(self._line_spacing)
        heights = [max(size.height() for _, size in line) for line in lines]
        total = sum(heights) + line_gap * max(0, len(lines) - 1)
        if move:
            top = rect.y() + max(0, rect.height() - total) // 2
            for line, height in zip(lines, heights, strict=True):
                self._place(line, rect.x(), top, height)
                top += height + line_gap
        return total

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        gap = current().px(self._spacing)
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = self._size_in(item, width)
            if not lines or used + gap + size.width() > width:
                lines.append([])
                used = -gap
            lines[-1].append((item, size))
            used += gap + size.width()
        return lines

    def _place(self, line: list[tuple[QLayoutItem, QSize]], left: int, top: int, height: int) -> None:
        for item, size in line:
            item.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), size))
            left += size.width() + current().px(self._spacing)

    def _size_in(self, item: QLayoutItem, width: int) -> QSize:
        hint = item.sizeHint()
        shown = min(hint.width(), max(width, item.minimumSize().width()))
        return QSize(shown, item.heightForWidth(shown) if item.hasHeightForWidth() else hint.height())


class Flow(QWidget):
    """A ready widget with a `FlowLayout`: chips, or buttons that may have to wrap."""

    def __init__(self, *, spacing: int = 8, line_spacing: int = 8) -> None:
        super().__init__()
        self.flow = FlowLayout(self, spacing=spacing, line_spacing=line_spacing)
        follow_width(self)

    def add(self, widget: QWidget) -> None:
        """Add a widget."""
        self.flow.add(widget)
