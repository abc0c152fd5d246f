"""*Back · Step 2 of 5 · Next* with the step's title and sentence."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.core.course import Figure
from app.ui.widgets.accessible import announce
from app.ui.widgets.buttons import Button
from app.ui.widgets.layouts import ButtonRow
from app.ui.widgets.lesson_blocks.gutter import Guttered
from app.ui.widgets.text import Text


class StepBar(QWidget):
    """Walks through the steps of a figure by buttons, arrows, Home and End; `step_changed(id)` follows."""

    step_changed = Signal(str)

    def __init__(self, figure: Figure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure = figure
        self._index = 0
        column = Guttered(self, spacing=8)
        self._sentence = Text("", "body")
        column.add(self._sentence)
        row = ButtonRow(spacing=8)
        self._back = Button("Back", icon="arrow-left", height="compact", name="step-back")
        self._count = Text("", "label", "text2", wrap=False, tabular=True)
        self._next = Button("Next", icon_right="arrow-right", height="compact", name="step-next")
        row.add(self._back)
        row.add(self._count)
        row.add(self._next)
        row.add_stretch()
        column.add(row)
        self._back.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        self.show_index(0)

    @property
    def index(self) -> int:
        """The number of the step shown, from 0."""
        return self._index

    def show_step(self, step: str) -> None:
        """Go to a step by its id."""
        self.show_index(next((n for n, s in enumerate(self._figure.steps) if s.id == step), 0))

    def show_index(self, index: int) -> None:
        """Go to a step by its number, from 0; beyond the ends nothing happens."""
        if not 0 <= index < len(self._figure.steps):
            return
        moved = index != self._index
        self._index = index
        step = self._figure.steps[index]
        last = index == len(self._figure.steps) - 1
        self._sentence.set_text(f"**{step.title}.** {step.sentence}")
        self._count.set_plain(f"Step {index + 1} of {len(self._figure.steps)}")
        self._keep_focus(index, last=last)
        self._back.setEnabled(index > 0)
        self._next.setEnabled(not last)
        self._next.setToolTip("This is the last step" if last else "")
        self._back.setToolTip("This is the first step" if index == 0 else "")
        if moved:
            announce(self, f"Step {index + 1}: {step.alt}")
            self.step_changed.emit(step.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by arrows, Home and End."""
        moves = {
            Qt.Key.Key_Left: self._index - 1,
            Qt.Key.Key_Right: self._index + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._figure.steps) - 1,
        }
        key = Qt.Key(event.key())
        if key in moves:
            self.show_index(moves[key])
        else:
            super().keyPressEvent(event)

    def _keep_focus(self, index: int, *, last: bool) -> None:
        """Move the focus to the other button before the one that has it is disabled."""
        if last and self._next.hasFocus():
            self._back.setEnabled(True)
            self._back.setFocus()
        elif index == 0 and self._back.hasFocus():
            self._next.setEnabled(True)
            self._next.setFocus()

    @Slot()
    def _go_back(self) -> None:
        self.show_index(self._index - 1)

    @Slot()
    def _go_on(self) -> None:
        self.show_index(self._index + 1)
