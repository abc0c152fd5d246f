"""The content of a scrolling page: margins, a greatest width, and news of the room there is."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.theme import ThemedWidget
from app.ui.theme.tokens import GUTTER
from app.ui.widgets.layouts import CardColumn, Column, Row
from app.ui.widgets.scroll import ScrollPage
from app.ui.widgets.text import Text

GREATEST = 1320
_MARGIN, _SMALL_MARGIN, _SMALL_BELOW = 40, 24, 1100


class Sheet(ThemedWidget, QWidget):
    """Holds the parts of a page in `body`. Margins are 40, and 24 below 1100.

    `reflowed(int)` carries the room for the content in pixels at text size 100 %, whenever it differs.
    """

    reflowed = Signal(int)

    def __init__(self, *, spacing: int = 16, top: int = 30) -> None:
        super().__init__()
        self._top = top
        self._room = -1
        self._under: Row | None = None
        self.body = Column(self, spacing=spacing)

    @property
    def room(self) -> int:
        """The width for the content in pixels at text size 100 %; -1 before it was laid out."""
        return self._room

    def add_head(self, title: Text, under: Text | None = None) -> None:
        """Put the page's title at the top: it can take the focus, and its words align with the cards."""
        title.set_focusable()
        title.setObjectName("page-title")
        head = CardColumn(spacing=0)
        head.add(title, align=Qt.AlignmentFlag.AlignLeft)
        if under is not None:
            self._under = Row()
            self._under.add(under)
            head.add(self._under)
            self._inset_under()
        self.body.add(head)

    def theme_changed(self) -> None:
        """Measure anew."""
        super().theme_changed()
        self._inset_under()
        self._reflow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure anew."""
        super().resizeEvent(event)
        self._reflow()

    def _inset_under(self) -> None:
        if self._under is not None:
            self._under.setContentsMargins(GUTTER, 0, GUTTER, 0)

    def _page_width(self) -> int:
        """Return the width of the page: edges stay where they are when a scroll bar comes or goes."""
        viewport = self.parentWidget()
        page = viewport.parentWidget() if viewport is not None else None
        return page.width() if isinstance(page, ScrollPage) else self.width()

    def _reflow(self) -> None:
        theme, width = self.theme, self._page_width()
        margin = theme.px(_MARGIN if width / theme.scale >= _SMALL_BELOW else _SMALL_MARGIN)
        side = max(margin, (width - theme.px(GREATEST)) // 2)
        taken = width - self.width()
        self.body.setContentsMargins(side, theme.px(self._top), max(0, side - taken), margin)
        self.body.setGeometry(QRect(self.rect()))
        room = round((width - 2 * side) / theme.scale)
        if room != self._room:
            self._room = room
            self.reflowed.emit(room)
