"""Shown after an error nobody expected: what is safe, and a report to copy."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from app.ui.widgets.buttons import Button
from app.ui.widgets.layouts import Column, Row
from app.ui.widgets.text import Text

_SAFE = (
    "Your answers are safe: each is saved the moment you give it. You can go on, or close Decidua and start "
    "it again. The report below holds versions and a trace, and none of your answers."
)


class CrashDialog(QDialog):
    """Says in words that something went wrong in the program and offers the report."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Something went wrong")
        self.setObjectName("crash-dialog")
        self._report = report
        column = Column(self, margins=24, spacing=12)
        column.add(Text("Something went wrong in Decidua", "h2", heading=1))
        column.add(Text(_SAFE, "body"))
        details = QPlainTextEdit(report)
        details.setReadOnly(True)
        details.setAccessibleName("Report")
        details.setMinimumSize(520, 160)
        column.add(details, 1)
        row = Row(spacing=8)
        row.add_stretch()
        self._copy = Button("Copy report", name="crash-copy")
        self._go_on = Button("Go on", "primary", name="crash-go-on")
        self._copy.clicked.connect(self._copy_report)
        self._go_on.clicked.connect(self.accept)
        row.add(self._copy)
        row.add(self._go_on)
        column.add(row)
        self._go_on.setFocus()

    @Slot()
    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._copy.set_label("Copied")
