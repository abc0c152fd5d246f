"""What a page of reading is made of: blocks with their gaps, and the notes still to be placed."""

from dataclasses import dataclass
from enum import Enum
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLayoutItem, QWidget, QWidgetItem

from app.ui.theme import current
from app.ui.theme.tokens import GUTTER

NOTE_GAP = 16


@runtime_checkable
class Adapting(Protocol):
    """A block that shows itself in another way where it is wide or narrow."""

    def adapt(self, width: int) -> None:
        """Get ready for `width` pixels; called before the block is measured."""
        ...


class Span(Enum):
    """How wide a block may be: prose, the text column, or both columns where the margin is free."""

    PROSE = 0
    TEXT = 1
    WIDE = 2


class FlowItem(QWidgetItem):
    """Keeps the heights it was asked for until something inside changes: measuring text costs the most."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._heights: dict[int, int] = {}

    def forget(self) -> None:
        """Measure anew next time."""
        self._heights.clear()

    def height_at(self, width: int) -> int:
        """Return the height at `width`."""
        if width not in self._heights:
            tall = self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()
            self._heights[width] = tall
        return self._heights[width]


@dataclass(slots=True)
class FlowBlock:
    """A block with its width, the gap above it, and whether it keeps room for focus rings."""

    item: QLayoutItem
    span: Span
    gap: int
    bleeds: bool


class Notes:
    """The notes still to be placed, and how far down the margin is taken."""

    def __init__(self, waiting: list[QLayoutItem], left: int, width: int, top: int, *, move: bool) -> None:
        self._waiting, self._left, self._width, self._move = waiting, left, width, move
        self._next = self._bottom = top
        self._any = False

    def clear_above(self, y: int) -> bool:
        """Place the notes that end above `y`; tell whether nothing reaches below it."""
        while self._waiting:
            height = height_of(self._waiting[0], self._width)
            if self._any and self._next + height > y:
                break
            self._place(height)
        return self._bottom <= y

    def begin_below(self, y: int) -> None:
        """Go on below a wide block."""
        self._next = self._bottom = y + current().px(NOTE_GAP * 2)

    def place_rest(self) -> int:
        """Place what is left and return where the last note ends."""
        while self._waiting:
            self._place(height_of(self._waiting[0], self._width))
        return self._bottom

    def _place(self, height: int) -> None:
        note = self._waiting.pop(0)
        if self._move:
            note.setGeometry(QRect(self._left, self._next, self._width, height))
        self._bottom = self._next + height
        self._next = self._bottom + current().px(NOTE_GAP)
        self._any = True


def place_block(block: FlowBlock, left: int, y: int, width: int, *, move: bool) -> int:
    """Place a block and return where it ends."""
    widget = block.item.widget()
    if isinstance(widget, Adapting):
        widget.adapt(width)
    inset = GUTTER if block.bleeds else 0
    height = height_of(block.item, width + 2 * inset)
    if move:
        block.item.setGeometry(QRect(left - inset, y, width + 2 * inset, height))
    return y + height


def height_of(item: QLayoutItem, width: int) -> int:
    """Return the height of an item at `width`, kept where it was asked before."""
    if isinstance(item, FlowItem):
        return item.height_at(width)
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()
