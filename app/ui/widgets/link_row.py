"""A row that leads somewhere: title, what there is to say, a value at the right."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent

from app.ui.theme import current
from app.ui.theme.tokens import GUTTER
from app.ui.widgets.buttons import Pressable
from app.ui.widgets.layouts import Bleeding, Column
from app.ui.widgets.painting import box, draw_icon, focus_ring, visible_rect
from app.ui.widgets.runs import plain
from app.ui.widgets.sizing import Policy, follow_width
from app.ui.widgets.typeset import Typeset

_PAD, _GAP, _HINT_WIDTH, _LEAST_WIDTH = 8, 12, 320, 180
ROW_INSET = 12
"""How far inside the widget's edge, gutter included, the words of a row begin, at text size 100 %."""


class LinkRow(Pressable):
    """A whole row to press. The title is its accessible name, text and value its description."""

    def __init__(self, title: str, text: str = "", value: str = "", *, name: str = "") -> None:
        super().__init__()
        self._title, self._words, self._value = title, text, value
        self.setAccessibleName(title)
        self.setAccessibleDescription(". ".join(part.rstrip(".") for part in (text, value) if part))
        self.setObjectName(name)
        follow_width(self, Policy.Expanding, Policy.Minimum)

    def hasHeightForWidth(self) -> bool:
        """Tell that a narrower row is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at `width`: texts wrapped, nothing cut."""
        theme = self.theme
        title, text, value = self._typesets()
        room = self._room(value, width)
        height = title.height(room) + (text.height(room) if text else 0) + theme.px(_PAD)
        return int(max(height, theme.height("compact"))) + 2 * GUTTER

    def sizeHint(self) -> QSize:
        """Return a comfortable width."""
        width = self.theme.px(_HINT_WIDTH)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(self.theme.px(_LEAST_WIDTH), self.theme.height("compact") + 2 * GUTTER)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, words, value and the arrow."""
        del event
        painter, theme, rect = QPainter(self), self.theme, visible_rect(self)
        radius = theme.radius("badge")
        if self._hovered() or (self.isDown() and self.isEnabled()):
            edge = theme.colour("border") if theme.contrast else None
            box(painter, rect, radius, theme.colour("chip" if self.isDown() else "sunken"), edge, 1)
        if self.hasFocus():
            focus_ring(painter, theme, rect, radius)
        title, text, value = self._typesets()
        room = self._room(value, self.width())
        left, height = float(theme.px(ROW_INSET)), title.height(room) + (text.height(room) if text else 0)
        top = rect.center().y() - height / 2
        title.draw(painter, left, top, room)
        if text is not None:
            text.draw(painter, left, top + title.height(room), room)
        icon = theme.icon("text")
        arrow = self.width() - theme.px(ROW_INSET) - icon / 2
        draw_icon(painter, "chevron-right", theme.colour("text2"), QPointF(arrow, rect.center().y()), icon)
        if value is not None:
            wide = self._value_width(value)
            place = arrow - icon / 2 - theme.px(_GAP) - wide
            value.draw(painter, place, rect.center().y() - value.height(wide) / 2, wide)

    def _room(self, value: Typeset | None, width: int) -> float:
        theme = self.theme
        taken = theme.px(2 * ROW_INSET) + theme.icon("text") + theme.px(_GAP)
        return width - taken - (self._value_width(value) + theme.px(_GAP) if value else 0)

    def _value_width(self, value: Typeset) -> int:
        return min(value.natural_width(), self.theme.px(_LEAST_WIDTH // 2))

    def _typesets(self) -> tuple[Typeset, Typeset | None, Typeset | None]:
        theme = self.theme
        text = Typeset(theme, plain(self._words), "caption", "text2") if self._words else None
        value = (
            Typeset(theme, plain(self._value), "strong", "text2", tabular=True, align_right=True)
            if self._value
            else None
        )
        return Typeset(theme, plain(self._title), "strong"), text, value


class LinkColumn(Bleeding, Column):
    """A column of rows whose words align with the text above: it sticks out by the inset of a row.

    The parent widget needs side margins of at least `ROW_INSET`.
    """

    def outset(self) -> int:
        """Return the inset of the words in a row."""
        return current().px(ROW_INSET)
