"""The rail at the left: where the student is, and where else to go."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from app.ui.theme import Role, ThemedWidget, icons
from app.ui.widgets.buttons import IconButton, Pressable
from app.ui.widgets.layouts import Column
from app.ui.widgets.painting import box, draw_icon, focus_ring, visible_rect, with_gutter

_WIDTH, _PINNED, _ITEM = 72, 232, 54
_BADGE_LIMIT = 99


@dataclass(frozen=True, slots=True)
class Place:
    """A place to go: page name, word, icon, shortcut as shown ("Ctrl+1")."""

    page: str
    word: str
    icon: str
    shortcut: str = ""


class RailItem(Pressable):
    """One place: icon over word, or beside it in the pinned list."""

    def __init__(self, place: Place, *, icon_only: bool = False) -> None:
        super().__init__("" if icon_only else place.word)
        self.place = place
        self._active, self._badge, self._pinned = False, 0, False
        self.setObjectName(f"rail-{place.page}")
        self.setToolTip(f"{place.word} ({place.shortcut})" if place.shortcut else "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._speak()

    @property
    def is_active(self) -> bool:
        """Whether this is where the student is."""
        return self._active

    def set_active(self, active: bool) -> None:
        """Mark this as the place where the student is."""
        self._active = active
        self._speak()
        self.update()

    def set_badge(self, number: int) -> None:
        """Show a number, none for 0, at most 99."""
        self._badge = number
        self._speak()
        self.update()

    def set_pinned(self, pinned: bool) -> None:
        """Show the word beside the icon instead of below it."""
        self._pinned = pinned
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size of icon and word."""
        theme = self.theme
        if self._pinned:
            return with_gutter(QSize(theme.bar(_PINNED - 32), theme.height("default")))
        words = QFontMetrics(theme.font("micro", weight=600)).horizontalAdvance(self.text())
        height = theme.icon("rail") + theme.px(16)
        height += theme.line_height("micro") if self.text() else theme.px(2)
        return with_gutter(QSize(max(theme.bar(56), words + theme.px(6)), height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the place."""
        del event
        painter, theme, rect = QPainter(self), self.theme, visible_rect(self)
        radius = theme.radius("card")
        if self._active:
            edge = theme.colour("primary") if theme.contrast else None
            box(painter, rect, radius, theme.colour("primarySoft"), edge, theme.bold_line())
        elif self.isDown() or self._hovered():
            edge = theme.colour("border") if theme.contrast else None
            box(painter, rect, radius, theme.colour("chip"), edge, theme.hairline())
        if self.hasFocus():
            focus_ring(painter, theme, rect, radius)
        role: Role = "link" if self._active else "text2"
        colour, size = theme.colour(role), theme.icon("rail")
        stroke = 2.0 if self._active else 1.8
        centre = self._icon_centre(rect, size)
        draw_icon(painter, self.place.icon, colour, centre, size, stroke)
        self._draw_word(painter, rect, centre, role)
        if self._badge:
            self._draw_badge(painter, centre)

    def _icon_centre(self, rect: QRectF, size: int) -> QPointF:
        if self._pinned:
            return QPointF(rect.left() + self.theme.px(12) + size / 2, rect.center().y())
        if not self.text():
            return rect.center()
        return QPointF(rect.center().x(), rect.top() + self.theme.px(8) + size / 2)

    def _draw_word(self, painter: QPainter, rect: QRectF, centre: QPointF, role: Role) -> None:
        theme = self.theme
        painter.setPen(theme.colour(role))
        if self._pinned:
            painter.setFont(theme.font("label"))
            left = centre.x() + theme.icon("rail") / 2 + theme.px(12)
            area = QRectF(left, rect.top(), rect.right() - left, rect.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())
        elif self.text():
            painter.setFont(theme.font("micro", weight=600 if self._active else None))
            top = centre.y() + theme.icon("rail") / 2 + theme.px(3)
            area = QRectF(0, top, self.width(), theme.line_height("micro"))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.text())

    def _draw_badge(self, painter: QPainter, centre: QPointF) -> None:
        theme = self.theme
        text, font = str(min(self._badge, _BADGE_LIMIT)), theme.font("count", tabular=True)
        height = theme.px(17)
        width = max(QFontMetrics(font).horizontalAdvance(text) + theme.px(9), height)
        half = theme.icon("rail") / 2
        badge = QRectF(centre.x() + half - theme.px(5), centre.y() - half - theme.px(4), width, height)
        box(painter, badge, height / 2, theme.colour("accent"))
        painter.setFont(font)
        painter.setPen(theme.colour("onAccent"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)

    def _speak(self) -> None:
        due = f", {self._badge} due" if self._badge else ""
        self.setAccessibleName(f"{self.place.word}{due}")
        self.setAccessibleDescription("You are here." if self._active else "")


class Rail(ThemedWidget, QWidget):
    """All places. `chosen(str)` carries the page name. `lower` places stand at the bottom, icon only."""

    chosen = Signal(str)
    accessible_role = QAccessible.Role.ToolBar

    def __init__(self, places: Sequence[Place], lower: Sequence[Place] = ()) -> None:
        super().__init__()
        self.setAccessibleName("Sections")
        self._pinned = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        body = Column(self, margins=(4, 68, 4, 10), spacing=0)
        self.items = tuple(RailItem(place) for place in places)
        self.lower_items = tuple(RailItem(place, icon_only=True) for place in lower)
        for item in self.items:
            body.add(item)
        body.add_stretch()
        for item in self.lower_items:
            body.add(item)
        for item in (*self.items, *self.lower_items):
            item.clicked.connect(self._pressed)

    def set_active(self, page: str) -> None:
        """Mark the place where the student is."""
        for item in (*self.items, *self.lower_items):
            item.set_active(item.place.page == page)

    def set_badge(self, page: str, number: int) -> None:
        """Show a number at a place."""
        for item in self.items:
            if item.place.page == page:
                item.set_badge(number)

    def set_pinned(self, pinned: bool) -> None:
        """Show a list with words beside the icons."""
        self._pinned = pinned
        for item in (*self.items, *self.lower_items):
            item.setText(item.place.word if pinned or item in self.items else "")
            item.set_pinned(pinned)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the width of the rail."""
        hint = super().sizeHint()
        return QSize(max(hint.width(), self.theme.bar(_PINNED if self._pinned else _WIDTH)), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Return the width of the rail."""
        return QSize(self.sizeHint().width(), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, divider and the mark of the app."""
        del event
        painter, theme = QPainter(self), self.theme
        painter.fillRect(self.rect(), theme.colour("sunken"))
        line = theme.hairline()
        painter.fillRect(self.width() - line, 0, line, self.height(), theme.colour("border"))
        side = theme.bar(36)
        ratio = self.devicePixelRatioF()
        mark = icons().mark(theme.colour("primary"), theme.colour("onPrimary"), side, ratio)
        left = (self.width() - side) / 2 if not self._pinned else theme.px(16)
        painter.drawPixmap(QPointF(left, theme.px(16)), mark)

    @Slot()
    def _pressed(self) -> None:
        item = self.sender()
        if isinstance(item, RailItem):
            self.chosen.emit(item.place.page)


class RailMenuButton(IconButton):
    """What the rail becomes below 900 effective pixels. `chosen(str)` carries the page name."""

    chosen = Signal(str)

    def __init__(self, places: Sequence[Place]) -> None:
        super().__init__("menu", "Sections")
        self.menu_of_places = QMenu(self)
        for place in places:
            action = self.menu_of_places.addAction(place.word)
            action.setData(place.page)
            action.setCheckable(True)
            action.triggered.connect(self._picked)
        self.clicked.connect(self._open)

    def set_active(self, page: str) -> None:
        """Tick the place where the student is."""
        for action in self.menu_of_places.actions():
            action.setChecked(action.data() == page)

    @Slot()
    def _open(self) -> None:
        self.menu_of_places.popup(self.mapToGlobal(self.rect().bottomLeft()))

    @Slot()
    def _picked(self) -> None:
        action = self.sender()
        data = action.data() if action is not None and hasattr(action, "data") else ""
        self.chosen.emit(str(data))
