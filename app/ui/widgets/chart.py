"""What all charts share: a name, a sentence, and their numbers as a table."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QAccessible, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from app.ui.theme import Role, StyleName, ThemedWidget
from app.ui.widgets import accessible as _accessible  # noqa: F401  (installs the roles)
from app.ui.widgets.buttons import Button
from app.ui.widgets.layouts import Column, Row
from app.ui.widgets.table import DataTable
from app.ui.widgets.text import Text

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


class ChartFrame(QWidget):
    """A chart with its sentence and a button that shows the same numbers as a table."""

    def __init__(self, chart: Chart, *, title: str = "", say: bool = True) -> None:
        super().__init__()
        self.chart = chart
        self._table: DataTable | None = None
        column = Column(self, spacing=8)
        head = Row(spacing=8)
        if title:
            head.add(Text(title, "panel", "text2", heading=2), 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            head.add_stretch()
        self.button = Button("Show as table", "quiet", icon="table", height="compact", name="as-table")
        head.add(self.button)
        column.add(head)
        self._stack = QStackedWidget()
        self._stack.addWidget(chart)
        column.add(self._stack)
        if say and chart.accessibleDescription():
            column.add(Text(chart.accessibleDescription(), "small", "text2"))
        self.button.clicked.connect(self.toggle)

    @property
    def shows_table(self) -> bool:
        """Whether the numbers stand in a table now."""
        return self._stack.currentIndex() == 1

    @Slot()
    def toggle(self) -> None:
        """Show the table, or the chart again."""
        if self._table is None:
            header, *rows = self.chart.as_table()
            self._table = DataTable(header, rows, name=self.chart.accessibleName())
            self._stack.addWidget(self._table)
        self._stack.setCurrentIndex(0 if self.shows_table else 1)
        self.button.set_label("Show as chart" if self.shows_table else "Show as table")


def table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> TableRows:
    """Return header and rows as text."""
    return [list(header), *([str(cell) for cell in row] for row in rows)]
