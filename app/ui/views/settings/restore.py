"""The question before a backup takes the place of the progress file."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from app.ui.theme import current
from app.ui.viewmodels.preferences import BackupRow
from app.ui.widgets.buttons import Button
from app.ui.widgets.layouts import CardColumn, Column, Flow
from app.ui.widgets.panel import Ground
from app.ui.widgets.text import Text

_WIDTH = 520


class RestoreDialog(QDialog):
    """Says what is put back and what becomes of the present file. `confirmed(BackupInfo)`; Esc keeps all."""

    confirmed = Signal(object)

    def __init__(self, backup: BackupRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Put a backup back")
        self.setObjectName("restore-dialog")
        self._backup = backup
        outer = Column(self, spacing=0)
        ground = Ground("raised")
        outer.add(ground)
        column = Column(ground, margins=24, spacing=10)
        column.add(Text("Put this backup back?", "h1", heading=1))
        column.add(Text(f"{backup.title}: {backup.text}.", "body"))
        column.add(
            Text(
                "Answers given since then leave the app. The present file is set aside in the data folder,"
                " not deleted. Decidua then opens anew.",
                "body",
                "text2",
            )
        )
        column.add_gap(8)
        flow = Flow(spacing=8)
        self.keep = Button("Keep things as they are", name="restore-keep")
        self.restore = Button("Put it back", "primary", name="restore-confirm")
        for button in (self.keep, self.restore):
            flow.add(button)
        buttons = CardColumn(spacing=0)
        buttons.add(flow)
        column.add(buttons)
        self.keep.clicked.connect(self.reject)
        self.restore.clicked.connect(self._confirm)
        self.setMinimumWidth(
            current().px(_WIDTH) if parent is None else min(current().px(_WIDTH), parent.width())
        )
        self.keep.setFocus()

    @Slot()
    def _confirm(self) -> None:
        self.confirmed.emit(self._backup.info)
        self.accept()
