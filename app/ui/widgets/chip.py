"""Small marks: chips, key caps, single icons."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import Role, ThemedWidget
from app.ui.theme.tokens import IconSize
from app.ui.widgets import accessible as _accessible  # noqa: F401  (installs the roles)
from app.ui.widgets.painting import box, draw_icon

_HEIGHT, _CAP_HEIGHT = 26, 22
_PAD, _GAP = 10, 6


class _Mark(ThemedWidget, QWidget):
    """A small thing of its own size that is read as text."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Return the size hint: a mark is never cut."""
        return self.sizeHint()


class Chip(_Mark):
    """A word on a pill, with or without an icon; not a button. `ink` and `fill` are roles."""

    def __init__(self, text: str, icon: str = "", *, ink: Role = "text2", fill: Role = "chip") -> None:
        super().__init__()
        self._text, self._icon = text, icon
        self._ink: Role = ink
        self._fill: Role = fill
        self.setAccessibleName(text)

    def set_text(self, text: str) -> None:
        """Change the word."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size the word needs."""
        theme = self.theme
        width = QFontMetrics(theme.font("caption")).horizontalAdvance(self._text) + theme.px(2 * _PAD)
        width += theme.icon("chip") + theme.px(_GAP) if self._icon else 0
        return QSize(width, theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill."""
        del event
        painter, theme, rect = QPainter(self), self.theme, QRectF(self.rect())
        edge = theme.colour("border") if theme.contrast else None
        box(painter, rect, rect.height() / 2, theme.colour(self._fill), edge, 1)
        ink, x = theme.colour(self._ink), rect.left() + theme.px(_PAD)
        if self._icon:
            size = theme.icon("chip")
            draw_icon(painter, self._icon, ink, QPointF(x + size / 2, rect.center().y()), size)
            x += size + theme.px(_GAP)
        painter.setFont(theme.font("caption"))
        painter.setPen(ink)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(x, rect.top(), rect.width(), rect.height()), flags, self._text)


class KeyCap(_Mark):
    """A key of the keyboard, for lists of shortcuts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Return the size the key's name needs, at least a square."""
        theme = self.theme
        width = QFontMetrics(theme.font("key")).horizontalAdvance(self._text) + theme.px(14)
        return QSize(max(width, theme.px(_CAP_HEIGHT)), theme.px(_CAP_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the key."""
        del event
        painter, theme, rect = QPainter(self), self.theme, QRectF(self.rect())
        box(painter, rect, theme.radius("key"), theme.colour("chip"), theme.colour("border"), 1)
        painter.setFont(theme.font("key"))
        painter.setPen(theme.colour("text"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._text)


class Icon(_Mark):
    """An icon beside words. Decoration: it has no name of its own."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, name: str, role: Role = "text2", size: IconSize = "text") -> None:
        super().__init__()
        self._name, self._size = name, size
        self._role: Role = role

    def set_icon(self, name: str, role: Role | None = None) -> None:
        """Show another icon."""
        self._name = name
        self._role = role or self._role
        self.update()

    def sizeHint(self) -> QSize:
        """Return the square of the icon."""
        side = self.theme.icon(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        del event
        colour, side = self.theme.colour(self._role), self.theme.icon(self._size)
        draw_icon(QPainter(self), self._name, colour, QRectF(self.rect()).center(), side)
