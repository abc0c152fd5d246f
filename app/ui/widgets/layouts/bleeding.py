"""Layouts whose items stick out, so that what is seen of them aligns."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize

from app.ui.theme.tokens import GUTTER
from app.ui.widgets.layouts.boxes import Column, Row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QBoxLayout

    _LayoutBase = QBoxLayout
else:
    _LayoutBase = object


class Bleeding(_LayoutBase):
    """Lets what it holds stick out at left and right, so that edges or words align with the text around.

    The parent widget needs a margin of at least `outset` there, or the focus ring is cut.
    """

    def outset(self) -> int:
        """Return how far the items stick out at each side: by the gutter of buttons and cards."""
        return GUTTER

    def setGeometry(self, rect: QRect) -> None:
        """Place the items wider than the layout."""
        super().setGeometry(rect.adjusted(-self.outset(), 0, self.outset(), 0))

    def sizeHint(self) -> QSize:
        """Return the size without what sticks out."""
        return super().sizeHint() - QSize(2 * self.outset(), 0)

    def minimumSize(self) -> QSize:
        """Return the least size without what sticks out."""
        return super().minimumSize() - QSize(2 * self.outset(), 0)

    def heightForWidth(self, width: int) -> int:
        """Return the height, measured at the width of the items."""
        return int(super().heightForWidth(width + 2 * self.outset()))

    def minimumHeightForWidth(self, width: int) -> int:
        """Return the least height, measured at the width of the items."""
        return int(super().minimumHeightForWidth(width + 2 * self.outset()))


class CardColumn(Bleeding, Column):
    """A column of option cards or buttons whose visible edges align with the text above and below."""


class ButtonRow(Bleeding, Row):
    """A row of buttons whose visible edges align with the text above and below."""
