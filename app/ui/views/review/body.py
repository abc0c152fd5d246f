"""How the page is laid out: question and right column side by side, or one under the other."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.theme import ThemedWidget
from app.ui.theme.tokens import GUTTER, TWO_COLUMNS
from app.ui.widgets.scroll import ScrollPage

QUESTION_WIDTH, ASIDE_WIDTH, COLUMN_GAP = 800, 376, 36
_MARGIN, _NARROW_MARGIN, _NARROW_BELOW = 40, 24, 1100
_SCROLL_BAR = 12
_LARGEST_TWO_COLUMN_TEXT = 1.25


class SteadyScroll(ScrollPage):
    """A scrolling page whose content does not move sideways when the scroll bar comes or goes.

    With `leaves_arrows` the arrows up and down go on to the page, which moves the choice with them.
    """

    def __init__(self, widget: QWidget | None = None, *, leaves_arrows: bool = False) -> None:
        super().__init__(widget)
        self._leaves_arrows = leaves_arrows
        self.verticalScrollBar().rangeChanged.connect(self._keep_room)
        self._keep_room(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by keyboard, but leave what the page wants."""
        if self._leaves_arrows and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @Slot(int, int)
    def _keep_room(self, low: int, high: int) -> None:
        room = 0 if high > low else self.verticalScrollBar().sizeHint().width()
        self.setViewportMargins(0, 0, room, 0)


class _Tall(ThemedWidget, QWidget):
    """Content of a scrolling page: its height follows from its width alone.

    A layout's least height is reckoned at its least width, which would leave an empty space below.
    """

    def minimumSizeHint(self) -> QSize:
        """Return the least width."""
        return QSize(super().minimumSizeHint().width(), 0)


class TwoColumns(_Tall):
    """A main column at most 800 wide with a narrower one beside it, or below it where there is no room.

    The main column stands at the same place whatever the other one holds.
    """

    def __init__(self, main: QWidget, side: QWidget) -> None:
        super().__init__()
        self.main, self.side = main, side
        self._grid = QGridLayout(self)
        self._beside: bool | None = None
        self._arrange()

    @property
    def is_beside(self) -> bool:
        """Whether the columns stand side by side."""
        return bool(self._beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the arrangement for the width."""
        super().resizeEvent(event)
        self._arrange()

    def theme_changed(self) -> None:
        """Choose the arrangement for the text size."""
        self._arrange()
        super().theme_changed()

    def _arrange(self) -> None:
        theme, window = self.theme, self.window()
        beside = window.width() >= TWO_COLUMNS and theme.scale <= _LARGEST_TWO_COLUMN_TEXT
        margin = (_NARROW_MARGIN if window.width() < _NARROW_BELOW else _MARGIN) - GUTTER
        gap = theme.px(COLUMN_GAP) - 2 * GUTTER
        right = max(GUTTER, margin - theme.bar(_SCROLL_BAR))
        self._grid.setContentsMargins(margin, theme.space(24), right, theme.space(40))
        self._grid.setHorizontalSpacing(gap if beside else 0)
        self._grid.setVerticalSpacing(theme.space(24))
        self.main.setMaximumWidth(theme.px(QUESTION_WIDTH) + 2 * GUTTER)
        side = theme.px(ASIDE_WIDTH) + 2 * GUTTER
        self.side.setMinimumWidth(side if beside else 0)
        self.side.setMaximumWidth(side if beside else theme.px(QUESTION_WIDTH) + 2 * GUTTER)
        if beside != self._beside:
            self._beside = beside
            self._place(beside)

    def _place(self, beside: bool) -> None:
        grid = self._grid
        for widget in (self.main, self.side):
            grid.removeWidget(widget)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.main, 0, 1, top if beside else Qt.AlignmentFlag(0))
        grid.addWidget(
            self.side, 0 if beside else 1, 2 if beside else 1, top if beside else Qt.AlignmentFlag(0)
        )
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 10_000)
        grid.setColumnStretch(2, 0)
        grid.setColumnStretch(3, 1)
        grid.setRowStretch(2, 1)
        self.updateGeometry()
