"""Tables that compare: a real table where it fits, a list of features where it does not."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.core.course import CompareTable as TableData
from app.ui.theme import current
from app.ui.viewmodels.section_content import SectionContent
from app.ui.views.reader.columns import TEXT
from app.ui.views.reader.prose import ProseBlock
from app.ui.views.reader.wording import runs_of
from app.ui.widgets.layouts import Column
from app.ui.widgets.lesson_blocks.compare_table import CompareTable
from app.ui.widgets.panel import Divider, Panel
from app.ui.widgets.runs import Run, emboldened
from app.ui.widgets.sizing import follow_width
from app.ui.widgets.text import Text

_SIDE = 8


class CompareBlock(ProseBlock):
    """A comparison with its title; below the width of its table every feature stands by itself."""

    def __init__(self, data: TableData, content: SectionContent) -> None:
        super().__init__(content)
        self._data = data
        self._panel = Panel(margins=(_SIDE, 14, _SIDE, 6), spacing=4)
        self._panel.setAccessibleName(data.title)
        title = QWidget()
        follow_width(title)
        Column(title, margins=(12, 0)).add(Text(data.title, "strong", heading=3))
        self._panel.add(title)
        header = [runs_of(text, content) for text in data.header]
        rows = [[runs_of(text, content) for text in row] for row in data.rows]
        self.table = CompareTable(data.title, header, rows)
        self.table.setObjectName("compare-table")
        self.table.link_activated.connect(self._cell_followed)
        self._panel.add(self.table)
        self._cards: QWidget | None = None
        self.column.add(self._panel)

    @property
    def wants_width(self) -> bool:
        """Whether the table has more to say than the text column holds on one line a cell."""
        return self.table.natural_width() > current().px(TEXT)

    @property
    def is_stacked(self) -> bool:
        """Whether the features stand under each other for want of width."""
        return self._cards is not None and not self._cards.isHidden()

    def adapt(self, width: int) -> None:
        """Choose between table and list."""
        fits = self.table.fits(width - 2 * current().px(_SIDE))
        if not fits and self._cards is None:
            self._cards = self._build_cards()
            self._panel.add(self._cards)
        self.table.setVisible(fits)
        if self._cards is not None:
            self._cards.setVisible(not fits)

    def _build_cards(self) -> QWidget:
        cards = QWidget()
        cards.setObjectName("compare-cards")
        follow_width(cards)
        column = Column(cards, margins=(12, 4, 12, 8), spacing=6)
        for number, row in enumerate(self._data.rows):
            if number:
                column.add_gap(6)
                column.add(Divider())
                column.add_gap(6)
            column.add(Text(runs_of(row[0], self.content), "strong", heading=4))
            for name, value in zip(self._data.header[1:], row[1:], strict=False):
                runs = (*emboldened(runs_of(name, self.content)), Run(": "), *runs_of(value, self.content))
                text = Text(runs, "small", "text")
                self.watch((text,))
                column.add(text)
        return cards

    @Slot(str)
    def _cell_followed(self, href: str) -> None:
        self.open_peek(href, self._panel, self.table)
