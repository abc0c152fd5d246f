"""A line to type a filter into, with a magnifying glass and a way to clear it."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from app.ui.theme import ThemedWidget
from app.ui.theme.tokens import GUTTER
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.painting import draw_icon

_WIDTH = 280


class FilterField(ThemedWidget, QLineEdit):
    """What is typed narrows a list. `entered()` on Enter, `left_down()` on Down, Esc clears."""

    entered = Signal()
    left_down = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clear_button = IconButton("x", "Clear", shortcut="Esc", height="compact")
        self.clear_button.setParent(self)
        self.clear_button.setCursor(Qt.CursorShape.ArrowCursor)
        self.clear_button.clicked.connect(self._clear)
        self.textChanged.connect(self._typed)
        self._typed("")
        self.theme_changed()

    def sizeHint(self) -> QSize:
        """Return a short line."""
        return QSize(self.theme.px(_WIDTH), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return a very short line."""
        return QSize(self.theme.px(_WIDTH // 2), super().sizeHint().height())

    def theme_changed(self) -> None:
        """Keep room for the icons at the text size in force."""
        self.setFont(self.theme.font("label", weight=400))
        side = self.theme.icon("text") + self.theme.px(8)
        self.setTextMargins(side, 0, side + GUTTER, 0)
        self._place_button()
        super().theme_changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear with Esc, go to the list with Down, open with Enter."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif key == Qt.Key.Key_Down:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the right end."""
        super().resizeEvent(event)
        self._place_button()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, and the magnifying glass over it."""
        super().paintEvent(event)
        theme = self.theme
        side = theme.icon("text")
        centre = QPointF(theme.px(12) + side / 2, self.height() / 2)
        draw_icon(QPainter(self), "search", theme.colour("text2"), centre, side)

    def _place_button(self) -> None:
        size = self.clear_button.sizeHint()
        top = (self.height() - size.height()) // 2
        self.clear_button.setGeometry(self.width() - size.width() - 2, top, size.width(), size.height())

    @Slot()
    def _clear(self) -> None:
        self.clear()
        self.setFocus()

    @Slot(str)
    def _typed(self, text: str) -> None:
        self.clear_button.setVisible(bool(text))
