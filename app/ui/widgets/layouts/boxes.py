"""Widgets under or beside each other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.theme import current
from app.ui.theme.manager import ThemedLayout

Margins = int | tuple[int, int] | tuple[int, int, int, int]


class _Box(ThemedLayout):
    """The common part of `Column` and `Row`."""

    def __init__(self, parent: QWidget | None = None, *, margins: Margins = 0, spacing: int = 8) -> None:
        super().__init__()
        self._margins, self._gap_size = _four(margins), spacing
        self._gaps: list[tuple[QSpacerItem, int]] = []
        self.theme_changed()
        if parent is not None:
            parent.setLayout(self)

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


class Row(_Box, QHBoxLayout):
    """Widgets beside each other; see `Column`."""


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
