"""A card that is pressed as a whole and holds other widgets."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.theme.tokens import GUTTER
from app.ui.widgets.buttons import Pressable
from app.ui.widgets.layouts import Row
from app.ui.widgets.painting import box, focus_ring, visible_rect
from app.ui.widgets.sizing import follow_width

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Home: -1000,
    Qt.Key.Key_End: 1000,
}


class CardButton(Pressable):
    """A card of a list. Add to `body`; what it holds does not take the mouse except real buttons.

    `moved(int)` asks for the card that many further on: 1 with Down, -1 with Up, far with Home and End.
    """

    moved = Signal(int)

    def __init__(self, name: str, description: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        follow_width(self)
        holder = Row(self, spacing=0)
        holder.setContentsMargins(GUTTER, GUTTER, GUTTER, GUTTER)
        self._inner = QWidget()
        self.body = Row(self._inner, margins=(16, 16, 20, 16), spacing=20)
        holder.add(self._inner)

    def let_through(self) -> None:
        """Let presses on what the card holds reach the card; call when all is added."""
        for child in self.findChildren(QWidget):
            if not isinstance(child, Pressable) and not child.findChildren(Pressable):
                child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def theme_changed(self) -> None:
        """Keep the room for the focus ring, which does not grow with the text."""
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(GUTTER, GUTTER, GUTTER, GUTTER)
        super().theme_changed()

    def sizeHint(self) -> QSize:
        """Return what the content asks for."""
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return what the content needs at least."""
        layout = self.layout()
        return layout.totalMinimumSize() if layout is not None else super().minimumSizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move through the list with the arrows; open with Enter."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        del event
        painter, theme, rect = QPainter(self), self.theme, visible_rect(self)
        radius = theme.radius("panel")
        fill = theme.colour("sunken" if self.isDown() else "surface")
        edge = theme.colour("borderStrong" if self._hovered() else "border")
        box(painter, rect, radius, fill, edge, theme.hairline())
        if self.hasFocus():
            focus_ring(painter, theme, rect, radius)
