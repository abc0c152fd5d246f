"""Rows of the settings page: a switch, or a choice, with what it means below."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QWidget

from app.ui.theme import Role, ThemedWidget
from app.ui.theme.tokens import GUTTER
from app.ui.widgets.choices import Segmented, Select
from app.ui.widgets.layouts import ButtonRow, Column, Row
from app.ui.widgets.painting import box, focus_ring, visible_rect
from app.ui.widgets.runs import plain
from app.ui.widgets.sizing import Policy, follow_width
from app.ui.widgets.text import Text
from app.ui.widgets.typeset import Typeset

_TRACK_WIDTH, _TRACK_HEIGHT, _KNOB_INSET, _GAP = 44, 24, 4, 16
_PAD = 8
_SEGMENT_LIMIT = 4


class SwitchRow(ThemedWidget, QCheckBox):
    """A setting that is on or off; the whole row can be pressed. `toggled(bool)` as usual."""

    def __init__(self, title: str, hint: str = "", *, on: bool = False) -> None:
        super().__init__()
        self._title, self._hint = title, hint
        self.setAccessibleName(title)
        self.setAccessibleDescription(hint)
        self.setChecked(on)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        follow_width(self, down=Policy.Minimum)

    def hasHeightForWidth(self) -> bool:
        """Tell that a narrower row is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of title and hint at `width`."""
        theme = self.theme
        room = self._room(width - 2 * GUTTER)
        title, hint = self._texts()
        words = title.height(room) + (hint.height(room) if hint else 0) + theme.px(2 * _PAD)
        return int(max(words, theme.height("default"))) + 2 * GUTTER

    def sizeHint(self) -> QSize:
        """Return a comfortable width."""
        width = self.theme.px(420)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(self.theme.px(200), self.theme.height("default") + 2 * GUTTER)

    def hitButton(self, point: QPoint) -> bool:
        """Make the whole row pressable."""
        return self.rect().contains(point)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show hover."""
        self.update()
        super().enterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw words and switch."""
        del event
        painter, theme, rect = QPainter(self), self.theme, visible_rect(self)
        if self.underMouse() and self.isEnabled():
            box(painter, rect, theme.radius("control"), theme.colour("sunken"))
        if self.hasFocus():
            focus_ring(painter, theme, rect, theme.radius("control"))
        title, hint = self._texts()
        room = self._room(rect.width())
        top = rect.top() + theme.px(_PAD)
        title.draw(painter, rect.left() + theme.px(_PAD), top, room)
        if hint is not None:
            hint.draw(painter, rect.left() + theme.px(_PAD), top + title.height(room), room)
        self._draw_switch(painter, rect)

    def _draw_switch(self, painter: QPainter, rect: QRectF) -> None:
        theme, on = self.theme, self.isChecked()
        width, height = theme.px(_TRACK_WIDTH), theme.px(_TRACK_HEIGHT)
        left = rect.right() - theme.px(_PAD) - width
        track = QRectF(left, rect.center().y() - height / 2, width, height)
        fill: Role = "primary" if on else "surface"
        edge: Role = "primary" if on else "borderStrong"
        knob: Role = "onPrimary" if on else "borderStrong"
        if not self.isEnabled():
            fill, edge, knob = "chip", "border", "textDisabled"
        box(painter, track, height / 2, theme.colour(fill), theme.colour(edge), theme.bold_line())
        inset = theme.px(_KNOB_INSET)
        side = height - 2 * inset
        x = track.right() - inset - side if on else track.left() + inset
        box(painter, QRectF(x, track.top() + inset, side, side), side / 2, theme.colour(knob))

    def _room(self, width: float) -> float:
        return width - self.theme.px(2 * _PAD + _TRACK_WIDTH + _GAP)

    def _texts(self) -> tuple[Typeset, Typeset | None]:
        theme = self.theme
        ink: Role = "text" if self.isEnabled() else "textDisabled"
        hint = Typeset(theme, plain(self._hint), "small", "text2") if self._hint else None
        return Typeset(theme, plain(self._title), "strong", ink), hint


class ChoiceRow(ThemedWidget, QWidget):
    """A setting with a few values: words at the left, the choice at the right. `chosen(int)` is the index.

    Up to four values stand side by side, more become a drop-down list. Where there is no room the choice
    moves below the words.
    """

    chosen = Signal(int)

    def __init__(self, title: str, values: Sequence[str], index: int = 0, hint: str = "") -> None:
        super().__init__()
        self.control: Segmented | Select
        if len(values) <= _SEGMENT_LIMIT:
            self.control = Segmented(values, index, name=title)
            self.control.chosen.connect(self._chosen)
        else:
            self.control = Select(values, index, name=title)
            self.control.activated.connect(self._chosen)
        self._row = Row(self, margins=(12, 8), spacing=16)
        words = Column(spacing=0)
        words.add_stretch()
        words.add(Text(title, "strong"))
        self.hint = Text("", "small", "text2")
        words.add(self.hint)
        words.add_stretch()
        self.set_hint(hint)
        self._row.add(words, 1)
        if isinstance(self.control, Select):
            ends = ButtonRow()
            ends.add(self.control)
            self._row.add(ends)
        else:
            self._row.add(self.control)

    @property
    def index(self) -> int:
        """The index of the chosen value."""
        return self.control.index if isinstance(self.control, Segmented) else self.control.currentIndex()

    def set_hint(self, hint: str) -> None:
        """Say what the choice, or the value chosen, means."""
        self.hint.set_plain(hint)
        self.hint.setVisible(bool(hint))
        self.control.setAccessibleDescription(hint)

    def set_index(self, index: int) -> None:
        """Choose a value without a signal."""
        if isinstance(self.control, Segmented):
            self.control.set_index(index)
        else:
            self.control.setCurrentIndex(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choice below the words where there is no room beside them."""
        super().resizeEvent(event)
        needed = self.control.sizeHint().width() + self.theme.px(240)
        narrow = self.width() < needed
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != direction:
            self._row.setDirection(direction)

    @Slot(int)
    def _chosen(self, index: int) -> None:
        self.chosen.emit(index)
