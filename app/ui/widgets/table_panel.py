"""A picture of numbers that can also be shown as a table."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from app.ui.widgets.buttons import Button
from app.ui.widgets.layouts import Column, Row
from app.ui.widgets.link_row import LinkColumn
from app.ui.widgets.panel import Panel
from app.ui.widgets.table import DataTable
from app.ui.widgets.text import Text

_MARGINS = (20, 7, 20, 18)
"""The heading shares its line with a button; its words stand as high as those of a card without one."""


class TablePanel(Panel):
    """A card with a heading, a sentence, a picture of numbers, and a button that shows them as a table.

    `header` and `rows` are the same numbers; the table is made when it is first asked for. `links` says that
    the picture is made of link rows, so that their words align with the heading.
    """

    def __init__(
        self,
        title: str,
        sentence: str,
        picture: QWidget,
        header: Sequence[str],
        rows: Sequence[Sequence[str]],
        *,
        links: bool = False,
    ) -> None:
        super().__init__(margins=_MARGINS, spacing=8)
        self.setAccessibleName(title)
        self._header, self._rows = tuple(header), [list(row) for row in rows]
        self._picture = picture
        self._table: DataTable | None = None
        head = Row(spacing=8)
        head.add(Text(title, "panel", "text2", heading=2), 1, Qt.AlignmentFlag.AlignVCenter)
        self.button = Button("Show as table", "quiet", icon="table", height="compact", name="as-table")
        self.button.setAccessibleDescription(title)
        head.add(self.button)
        self.body.add(head)
        self.button.setVisible(bool(rows))
        self.sentence = Text(sentence, "small", "text2")
        self._below = LinkColumn(spacing=8) if links else Column(spacing=8)
        self._below.add(picture)
        self.body.add(self._below)
        self.add(self.sentence)
        self.button.clicked.connect(self._toggle)

    @property
    def table(self) -> DataTable | None:
        """The table, once it was asked for."""
        return self._table

    @property
    def shows_table(self) -> bool:
        """Whether the numbers stand in a table now."""
        return self._picture.isHidden()

    @Slot()
    def _toggle(self) -> None:
        if self._table is None:
            self._table = DataTable(self._header, self._rows, name=self.accessibleName())
            self._table.setVisible(False)
            self._below.add(self._table)
        back = self.shows_table
        self._picture.setVisible(back)
        self._table.setVisible(not back)
        self.button.set_label("Show as table" if back else "Show as chart")
