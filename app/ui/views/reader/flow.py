"""The page of a section: a column of text, and notes in the margin beside it or after it."""

from dataclasses import dataclass
from enum import Enum
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget, QWidgetItem

from app.ui.theme import current
from app.ui.theme.manager import ThemedLayout
from app.ui.theme.tokens import GUTTER

TEXT = 680
PROSE = 600
"""Prose is narrower than figures and tables: Source Sans is, and long lines are hard to follow."""

MARGIN_LEAST, MARGIN_MOST = 224, 320
BETWEEN = 44
NOTE_GAP = 16
TEXT_LEAST = 560
SIDE, SIDE_NARROW, ABOVE, BELOW = 40, 24, 32, 72


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


class _Item(QWidgetItem):
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
class _Block:
    item: QLayoutItem
    span: Span
    gap: int
    bleeds: bool


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns stand in a width: left edge and width of each; `margin` 0 without a margin."""

    left: int
    text: int
    margin: int
    between: int

    @property
    def full(self) -> int:
        """The width of both columns and the gap between them."""
        return self.text + self.between + self.margin if self.margin else self.text


def columns_in(page: int) -> Columns:
    """Return the columns that fit on a page `page` pixels wide at the text size in force."""
    px = current().px
    side = px(SIDE) if page >= px(TEXT + 2 * SIDE) else min(px(SIDE_NARROW), SIDE)
    width = page - 2 * side
    least = px(TEXT_LEAST) + px(BETWEEN) + px(MARGIN_LEAST)
    if width < least:
        text = min(width, px(TEXT))
        return Columns(side + (width - text) // 2, text, 0, 0)
    text = min(px(TEXT), width - px(BETWEEN) - px(MARGIN_LEAST))
    margin = min(px(MARGIN_MOST), width - text - px(BETWEEN))
    left = side + (width - text - px(BETWEEN) - margin) // 2
    return Columns(left, text, margin, px(BETWEEN))


class ReadingFlow(ThemedLayout, QLayout):
    """Puts blocks under each other, notes into the margin, and a foot below both.

    A wide block takes both columns if no note stands beside it; notes that do not fit above a wide block wait
    until after it, except the first, which always stands at the top. Without a margin the notes follow the
    last block. A block that `bleeds` keeps room for focus rings at both sides, so it is laid out wider.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__()
        self._blocks: list[_Block] = []
        self._notes: list[QLayoutItem] = []
        self._foot: list[_Block] = []
        self._known: tuple[int, int] | None = None
        self.setContentsMargins(0, 0, 0, 0)
        parent.setLayout(self)

    def add_block(self, widget: QWidget, *, gap: int, span: Span = Span.TEXT, bleeds: bool = False) -> None:
        """Add a block below the others, `gap` logical pixels under the one before."""
        self.addChildWidget(widget)
        self._blocks.append(_Block(_Item(widget), span, gap, bleeds))
        self.invalidate()

    def add_note(self, widget: QWidget) -> None:
        """Add a note to the margin, below the others."""
        self.addChildWidget(widget)
        self._notes.append(_Item(widget))
        self.invalidate()

    def add_foot(self, widget: QWidget, *, gap: int) -> None:
        """Add what stands below everything, across both columns."""
        self.addChildWidget(widget)
        self._foot.append(_Block(_Item(widget), Span.WIDE, gap, bleeds=True))
        self.invalidate()

    def theme_changed(self) -> None:
        """Lay out anew."""
        self.invalidate()

    def invalidate(self) -> None:
        """Forget what was measured; Qt calls this whenever something inside changed."""
        self._known = None
        for index in range(self.count()):
            item = self.itemAt(index)
            if isinstance(item, _Item):
                item.forget()
        super().invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item as a block, as Qt asks of a layout."""
        self._blocks.append(_Block(item, Span.TEXT, 0, bleeds=False))

    def count(self) -> int:
        """Return the number of items."""
        return len(self._blocks) + len(self._notes) + len(self._foot)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, blocks first; None past the end."""
        items = [*(b.item for b in self._blocks), *self._notes, *(b.item for b in self._foot)]
        return items[index] if 0 <= index < len(items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return an item, blocks first; None past the end."""
        if 0 <= index < len(self._blocks):
            return self._blocks.pop(index).item
        index -= len(self._blocks)
        if 0 <= index < len(self._notes):
            return self._notes.pop(index)
        index -= len(self._notes)
        return self._foot.pop(index).item if 0 <= index < len(self._foot) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tell that a narrower page is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at `width`."""
        if self._known is None or self._known[0] != width:
            self._known = (width, self._flow(QRect(0, 0, width, 0), move=False))
        return self._known[1]

    def setGeometry(self, rect: QRect) -> None:
        """Place everything."""
        super().setGeometry(rect)
        self._flow(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the text column; its height is only known for a width, and asking must change nothing."""
        return QSize(current().px(TEXT), 0)

    def minimumSize(self) -> QSize:
        """Return a narrow column: every block wraps."""
        return QSize(current().px(240), 0)

    def _flow(self, rect: QRect, *, move: bool) -> int:
        cols = columns_in(rect.width())
        left, y = rect.x() + cols.left, rect.y() + current().px(ABOVE)
        notes = _Notes(list(self._notes), left + cols.text + cols.between, cols.margin, y, move=move)
        first = True
        for block in self._blocks:
            if block.item.isEmpty():
                continue
            y += 0 if first else current().px(block.gap)
            first = False
            wide = cols.margin > 0 and block.span is Span.WIDE and notes.clear_above(y)
            y = _place(block, left, y, _width(block, cols, wide=wide), move=move)
            if wide:
                notes.begin_below(y)
        bottom = max(y, notes.place_rest()) if cols.margin else self._follow(left, y, cols.text, move=move)
        for block in self._foot:
            bottom = _place(block, left, bottom + current().px(block.gap), cols.full, move=move)
        return bottom - rect.y() + current().px(BELOW)

    def _follow(self, left: int, y: int, width: int, *, move: bool) -> int:
        """Place the notes under the last block."""
        for note in self._notes:
            y += current().px(NOTE_GAP * 2)
            height = _height(note, width)
            if move:
                note.setGeometry(QRect(left, y, width, height))
            y += height
        return y


class _Notes:
    """The notes still to be placed, and how far down the margin is taken."""

    def __init__(self, waiting: list[QLayoutItem], left: int, width: int, top: int, *, move: bool) -> None:
        self._waiting, self._left, self._width, self._move = waiting, left, width, move
        self._next = self._bottom = top
        self._any = False

    def clear_above(self, y: int) -> bool:
        """Place the notes that end above `y`; tell whether nothing reaches below it."""
        while self._waiting:
            height = _height(self._waiting[0], self._width)
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
            self._place(_height(self._waiting[0], self._width))
        return self._bottom

    def _place(self, height: int) -> None:
        note = self._waiting.pop(0)
        if self._move:
            note.setGeometry(QRect(self._left, self._next, self._width, height))
        self._bottom = self._next + height
        self._next = self._bottom + current().px(NOTE_GAP)
        self._any = True


def _width(block: _Block, cols: Columns, *, wide: bool) -> int:
    if block.span is Span.PROSE:
        return min(cols.text, current().px(PROSE))
    return cols.full if wide else cols.text


def _place(block: _Block, left: int, y: int, width: int, *, move: bool) -> int:
    """Place a block and return where it ends."""
    widget = block.item.widget()
    if isinstance(widget, Adapting):
        widget.adapt(width)
    inset = GUTTER if block.bleeds else 0
    height = _height(block.item, width + 2 * inset)
    if move:
        block.item.setGeometry(QRect(left - inset, y, width + 2 * inset, height))
    return y + height


def _height(item: QLayoutItem, width: int) -> int:
    if isinstance(item, _Item):
        return item.height_at(width)
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()


def grows(widget: QWidget) -> None:
    """Let a layout ask `widget` for its height at a width."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
