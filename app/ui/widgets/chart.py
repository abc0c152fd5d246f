"""What all charts share: a name, a sentence, and their numbers as a table."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import Role, StyleName, ThemedWidget
from app.ui.widgets import accessible as _accessible  # noqa: F401  (installs the roles)

TableRows = list[list[str]]


class Chart(ThemedWidget, QWidget):
    """A picture of numbers. `name` says what it shows, `summary` what can be seen, in one sentence."""

    accessible_role = QAccessible.Role.Graphic
    _WIDTH, _HEIGHT = 280, 132

    def __init__(self, name: str, summary: str) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.describe(name, summary)

    def describe(self, name: str, summary: str) -> None:
        """Change the name and the sentence."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(summary)

    def as_table(self) -> TableRows:
        """Return the header row and the rows of the same numbers."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        """Return a size in which the labels stand apart."""
        return QSize(self.theme.px(self._WIDTH), self.theme.px(self._HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(self.theme.px(self._WIDTH // 2), self.theme.px(self._HEIGHT))

    def label(
        self,
        painter: QPainter,
        area: QRectF,
        text: str,
        *,
        style: StyleName = "micro",
        role: Role = "text3",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignCenter,
    ) -> None:
        """Write a label."""
        painter.setFont(self.theme.font(style, tabular=True))
        painter.setPen(self.theme.colour(role))
        flags = align | Qt.TextFlag.TextDontClip
        painter.drawText(area, flags, text)

    def text_width(self, text: str, style: StyleName = "micro") -> float:
        """Return how wide a label is."""
        return QFontMetricsF(self.theme.font(style, tabular=True)).horizontalAdvance(text)


def table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> TableRows:
    """Return header and rows as text."""
    return [list(header), *([str(cell) for cell in row] for row in rows)]
