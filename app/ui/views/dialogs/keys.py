"""The list of keys, on F1 or ?."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from app.ui.theme import current
from app.ui.widgets.buttons import Button
from app.ui.widgets.chip import KeyCap
from app.ui.widgets.layouts import Column, Row
from app.ui.widgets.panel import Ground
from app.ui.widgets.scroll import ScrollPage
from app.ui.widgets.text import Text

_WHEN = "Keys without Ctrl or Alt work while no text field has the focus. Settings can switch them off."
KEYS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Anywhere",
        (
            ("Ctrl + 1 … 4", "Today, Lessons, Progress, Settings"),
            ("Alt + ←  →", "Back, forward"),
            ("Ctrl + +  −  0", "Larger, smaller, usual text"),
            ("Ctrl + Z", "Take back the last answer"),
            ("F1  ?", "This list"),
        ),
    ),
    (
        "Question",
        (
            ("1 … 9  ↑ ↓", "Choose an answer"),
            ("Shift + 1 … 9", "Strike out an answer"),
            ("Enter", "Check: think so"),
            ("Shift + Enter", "Check: certain"),
            ("Ctrl + Enter", "Check: guess"),
            ("F  N", "Flag, note"),
        ),
    ),
    (
        "After the answer",
        (
            ("1 … 4", "Change the grade"),
            ("Enter  Space", "Next question"),
            ("O  V", "Open the lesson section, the figure"),
        ),
    ),
    (
        "Lesson",
        (("J  K", "Next, previous section"), ("C", "Next check"), ("Alt + ←", "Back to the question")),
    ),
    (
        "Figure",
        (
            ("+  −  0", "Zoom in, out, fit"),
            ("← → ↑ ↓", "Move the picture; steps in a stepper"),
            ("T  H", "Self-test, hide names"),
        ),
    ),
)


class KeysDialog(QDialog):
    """Every shortcut, by where it works. Esc closes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Keys")
        self.setObjectName("keys-dialog")
        outer = Column(self, spacing=0)
        ground = Ground("raised")
        outer.add(ground)
        column = Column(ground, margins=24, spacing=12)
        column.add(Text("Keys", "h1", heading=1))
        column.add(Text(_WHEN, "small", "text2"))
        content = QWidget()
        self._fill(Column(content, spacing=8))
        column.add(ScrollPage(content), 1)
        row = Row(spacing=8)
        row.add_stretch()
        self._close = Button("Close", "primary", name="keys-close")
        self._close.clicked.connect(self.accept)
        row.add(self._close)
        column.add(row)

    def showEvent(self, event: QShowEvent) -> None:
        """Take a size that suits the text."""
        super().showEvent(event)
        parent = self.parentWidget()
        limit = parent.size() if parent is not None else self.size()
        theme = current()
        self.resize(min(theme.px(620), limit.width() - 48), min(theme.px(720), limit.height() - 48))
        self._close.setFocus()

    def _fill(self, column: Column) -> None:
        for title, rows in KEYS:
            column.add(Text(title, "strong", heading=2))
            grid = QGridLayout()
            grid.setHorizontalSpacing(current().space(16))
            grid.setVerticalSpacing(current().space(8))
            grid.setColumnStretch(1, 1)
            for number, (keys, does) in enumerate(rows):
                grid.addWidget(KeyCap(keys), number, 0, Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(Text(does, "small", "text2"), number, 1)
            column.addLayout(grid)
            column.add_gap(8)
        column.add_stretch()
