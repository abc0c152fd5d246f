"""The page of a section: a column of text, and notes in the margin beside it or after it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from app.ui.theme import current
from app.ui.theme.manager import ThemedLayout
from app.ui.views.reader.columns import PROSE, TEXT, Columns, columns_in
from app.ui.views.reader.flow_items import NOTE_GAP, FlowBlock, FlowItem, Notes, Span, height_of, place_block

ABOVE, BELOW = 32, 72


class ReadingFlow(ThemedLayout, QLayout):
    """Puts blocks under each other, notes into the margin, and a foot below both.

    A wide block takes both columns if no note stands beside it; notes that do not fit above a wide block wait
    until after it, except the first, which always stands at the top. Without a margin the notes follow the
    last block. A block that `bleeds` keeps room for focus rings at both sides, so it is laid out wider.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__()
        self._blocks: list[FlowBlock] = []
        self._notes: list[QLayoutItem] = []
        self._foot: list[FlowBlock] = []
        self._known: tuple[int, int] | None = None
        self.setContentsMargins(0, 0, 0, 0)
        parent.setLayout(self)

    def add_block(self, widget: QWidget, *, gap: int, span: Span = Span.TEXT, bleeds: bool = False) -> None:
        """Add a block below the others, `gap` logical pixels under the one before."""
        self.addChildWidget(widget)
        self._blocks.append(FlowBlock(FlowItem(widget), span, gap, bleeds))
        self.invalidate()

    def add_note(self, widget: QWidget) -> None:
        """Add a note to the margin, below the others."""
        self.addChildWidget(widget)
        self._notes.append(FlowItem(widget))
        self.invalidate()

    def add_foot(self, widget: QWidget, *, gap: int) -> None:
        """Add what stands below everything, across both columns."""
        self.addChildWidget(widget)
        self._foot.append(FlowBlock(FlowItem(widget), Span.WIDE, gap, bleeds=True))
        self.invalidate()

    def theme_changed(self) -> None:
        """Lay out anew."""
        self.invalidate()

    def invalidate(self) -> None:
        """Forget what was measured; Qt calls this whenever something inside changed."""
        self._known = None
        for index in range(self.count()):
            item = self.itemAt(index)
            if isinstance(item, FlowItem):
                item.forget()
        super().invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item as a block, as Qt asks of a layout."""
        self._blocks.append(FlowBlock(item, Span.TEXT, 0, bleeds=False))

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
        notes = Notes(list(self._notes), left + cols.text + cols.between, cols.margin, y, move=move)
        first = True
        for block in self._blocks:
            if block.item.isEmpty():
                continue
            y += 0 if first else current().px(block.gap)
            first = False
            wide = cols.margin > 0 and block.span is Span.WIDE and notes.clear_above(y)
            y = place_block(block, left, y, _width(block, cols, wide=wide), move=move)
            if wide:
                notes.begin_below(y)
        bottom = max(y, notes.place_rest()) if cols.margin else self._follow(left, y, cols.text, move=move)
        for block in self._foot:
            bottom = place_block(block, left, bottom + current().px(block.gap), cols.full, move=move)
        return bottom - rect.y() + current().px(BELOW)

    def _follow(self, left: int, y: int, width: int, *, move: bool) -> int:
        """Place the notes under the last block."""
        for note in self._notes:
            y += current().px(NOTE_GAP * 2)
            height = height_of(note, width)
            if move:
                note.setGeometry(QRect(left, y, width, height))
            y += height
        return y


def _width(block: FlowBlock, cols: Columns, *, wide: bool) -> int:
    if block.span is Span.PROSE:
        return min(cols.text, current().px(PROSE))
    return cols.full if wide else cols.text
