"""The numbers of a figure in words: what each pin means, in one or two columns."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.course import Hotspot
from app.ui.theme import ThemedWidget
from app.ui.widgets.layouts import discard
from app.ui.widgets.sizing import Policy, follow_width
from app.ui.widgets.text import Text

TWO_COLUMNS_FROM = 300


class Legend(ThemedWidget, QWidget):
    """A list "1 Coiled gland" under a figure with pins; two columns where there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._hotspots: tuple[Hotspot, ...] = ()
        self._texts: list[Text] = []
        self._columns = 0
        follow_width(self, Policy.Expanding)

    def show_hotspots(self, hotspots: Sequence[Hotspot]) -> None:
        """List these, numbered in this order."""
        self._hotspots = tuple(hotspots)
        for text in self._texts:
            self._grid.removeWidget(text)
            discard(text)
        self._texts = [Text(f"**{n}**  {h.name}", "small", "text2") for n, h in enumerate(self._hotspots, 1)]
        self._columns = 0
        self._place()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the rows at `width`."""
        columns = self._columns_at(width)
        share = max(1, (width - self._grid.horizontalSpacing() * (columns - 1)) // columns)
        rows = [self._texts[i : i + columns] for i in range(0, len(self._texts), columns)]
        heights = [max(text.heightForWidth(share) for text in row) for row in rows]
        return sum(heights) + self._grid.verticalSpacing() * max(0, len(rows) - 1)

    def hasHeightForWidth(self) -> bool:
        """Return true: names wrap."""
        return True

    def resizeEvent(self, event: object) -> None:
        """Change between one and two columns."""
        del event
        self._place()

    def theme_changed(self) -> None:
        """Measure anew."""
        self._columns = 0
        self._place()
        super().theme_changed()

    def _columns_at(self, width: int) -> int:
        return 2 if width >= self.theme.px(TWO_COLUMNS_FROM) and len(self._texts) > 1 else 1

    def _place(self) -> None:
        columns = self._columns_at(self.width())
        if columns == self._columns:
            return
        self._columns = columns
        self._grid.setHorizontalSpacing(self.theme.space(16))
        self._grid.setVerticalSpacing(self.theme.space(4))
        for text in self._texts:
            self._grid.removeWidget(text)
        for number, text in enumerate(self._texts):
            self._grid.addWidget(text, number // columns, number % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self.updateGeometry()
