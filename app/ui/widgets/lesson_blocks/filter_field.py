"""A line to type a filter into, with a magnifying glass and a way to clear it."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from app.ui.theme import ThemedWidget, icons
from app.ui.theme.tokens import Role

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
        self._glass = QAction(self)
        self._clear = QAction(self)
        self._clear.setToolTip("Clear (Esc)")
        self._clear.triggered.connect(self.clear)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
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
        """Draw text and icons anew."""
        self.setFont(self.theme.font("label", weight=400))
        self._glass.setIcon(self._icon("search", "text2"))
        self._clear.setIcon(self._icon("x", "text2"))
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

    def _icon(self, name: str, role: Role) -> QIcon:
        side, ratio = self.theme.icon("text"), self.devicePixelRatioF()
        return QIcon(icons().pixmap(name, self.theme.colour(role), side, ratio))

    @Slot(str)
    def _typed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
