"""Layouts whose margins and gaps are logical pixels that follow the text size."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.theme import current
from app.ui.theme.manager import ThemedLayout
from app.ui.theme.tokens import GUTTER

if TYPE_CHECKING:
    _LayoutBase = QBoxLayout
else:
    _LayoutBase = object

Margins = int | tuple[int, int] | tuple[int, int, int, int]


class _Box(ThemedLayout):
    """The common part of `Column` and `Row`."""

    def _prepare(self, margins: Margins, spacing: int) -> None:
        self._margins, self._gap_size = _four(margins), spacing
        self._gaps: list[tuple[QSpacerItem, int]] = []
        self.theme_changed()

    def add(self, item: QWidget | QLayout, stretch: int = 0, align: Qt.AlignmentFlag | None = None) -> None:
        """Add a widget or a layout."""
        layout = _as_box(self)
        if isinstance(item, QLayout):
            layout.addLayout(item, stretch)
        else:
            layout.addWidget(item, stretch)
        if align is not None:
            layout.setAlignment(item, align)

    def add_gap(self, size: int) -> None:
        """Add a fixed gap of logical pixels."""
        spacer = QSpacerItem(0, 0)
        self._gaps.append((spacer, size))
        self._size_gap(spacer, size)
        _as_box(self).addItem(spacer)

    def add_stretch(self, factor: int = 1) -> None:
        """Add a gap that takes what is left."""
        _as_box(self).addStretch(factor)

    def theme_changed(self) -> None:
        """Set margins and gaps for the text size in force."""
        theme, layout = current(), _as_box(self)
        left, top, right, bottom = (theme.px(m) for m in self._margins)
        layout.setContentsMargins(left, top, right, bottom)
        layout.setSpacing(theme.px(self._gap_size))
        for spacer, size in self._gaps:
            self._size_gap(spacer, size)
        layout.invalidate()

    def _size_gap(self, spacer: QSpacerItem, size: int) -> None:
        pixels = current().px(size)
        fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum
        if _as_box(self).direction() in {QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.RightToLeft}:
            spacer.changeSize(pixels, 0, fixed, free)
        else:
            spacer.changeSize(0, pixels, free, fixed)


class Column(_Box, QVBoxLayout):
    """Widgets under each other; `Column(parent)` becomes the parent's layout.

    `margins` is one number, (sides, top and bottom) or (left, top, right, bottom).
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        margins: Margins = 0,
        spacing: int = 8,
    ) -> None:
        super().__init__()
        self._prepare(margins, spacing)
        if parent is not None:
            parent.setLayout(self)


class Row(_Box, QHBoxLayout):
    """Widgets beside each other; see `Column`."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        margins: Margins = 0,
        spacing: int = 8,
    ) -> None:
        super().__init__()
        self._prepare(margins, spacing)
        if parent is not None:
            parent.setLayout(self)


class _Bleeding(_LayoutBase):
    """Lets the gutters of buttons and cards stick out at left and right, so that their edges align with text.

    The parent widget needs a margin of at least the gutter there, or the focus ring is cut.
    """

    def setGeometry(self, rect: QRect) -> None:
        """Place the items a gutter wider."""
        super().setGeometry(rect.adjusted(-GUTTER, 0, GUTTER, 0))

    def sizeHint(self) -> QSize:
        """Return the size without the gutters."""
        return super().sizeHint() - QSize(2 * GUTTER, 0)

    def minimumSize(self) -> QSize:
        """Return the least size without the gutters."""
        return super().minimumSize() - QSize(2 * GUTTER, 0)

    def heightForWidth(self, width: int) -> int:
        """Return the height, measured a gutter wider."""
        return int(super().heightForWidth(width + 2 * GUTTER))

    def minimumHeightForWidth(self, width: int) -> int:
        """Return the least height, measured a gutter wider."""
        return int(super().minimumHeightForWidth(width + 2 * GUTTER))


class CardColumn(_Bleeding, Column):
    """A column of option cards or buttons whose visible edges align with the text above and below."""


class ButtonRow(_Bleeding, Row):
    """A row of buttons whose visible edges align with the text above and below."""


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
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Add a widget."""
        self.flow.add(widget)


def clear(layout: QLayout) -> None:
    """Remove and delete everything in a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def _four(margins: Margins) -> tuple[int, int, int, int]:
    if isinstance(margins, int):
        return (margins, margins, margins, margins)
    if len(margins) == 2:
        return (margins[0], margins[1], margins[0], margins[1])
    return margins


def _as_box(layout: QLayout) -> QBoxLayout:
    if not isinstance(layout, QBoxLayout):
        raise TypeError("a box layout mixin on something that is no box layout")
    return layout
