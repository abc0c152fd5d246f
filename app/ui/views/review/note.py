"""The note on the point that is asked."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from app.ui.widgets.panel import Panel
from app.ui.widgets.text import Text

_LINES = 5


class NotePanel(Panel):
    """A text field. `written(text)` follows each change, `left()` when the focus goes or Esc is pressed."""

    written = Signal(str)
    left = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__("Your note", spacing=8)
        self.setObjectName("note-panel")
        self.edit = QPlainTextEdit()
        self.edit.setObjectName("note")
        self.edit.setAccessibleName("Your note on this point")
        self.edit.setPlaceholderText("What helps you remember this?")
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(self.theme.line_height("body") * _LINES)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._written)
        self.add(self.edit)
        self.add(
            Text("Saved when you leave it. It shows with every question of this point.", "caption", "text3")
        )

    def show_text(self, text: str) -> None:
        """Show a note, without telling it back."""
        if text != self.edit.toPlainText():
            self.edit.blockSignals(True)
            self.edit.setPlainText(text)
            self.edit.blockSignals(False)

    def theme_changed(self) -> None:
        """Keep five lines high."""
        super().theme_changed()
        self.edit.setFixedHeight(self.theme.line_height("body") * _LINES)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save on leaving; Esc closes."""
        if watched is self.edit and event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        if isinstance(event, QKeyEvent) and _is_escape(event):
            self.closed.emit()
            return True
        return bool(super().eventFilter(watched, event))

    @Slot()
    def _written(self) -> None:
        self.written.emit(self.edit.toPlainText())


def _is_escape(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
