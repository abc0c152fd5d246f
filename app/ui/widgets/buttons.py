"""Buttons: primary, outline and quiet, with words or only an icon."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.theme import Role, ThemedWidget
from app.ui.theme.tokens import GUTTER, Height
from app.ui.widgets.painting import box, draw_icon, focus_ring, visible_rect, with_gutter

Kind = Literal["primary", "outline", "quiet"]
_INK: dict[Kind, Role] = {"primary": "onPrimary", "outline": "text", "quiet": "text2"}
_ICON_GAP = 8
_BUSY = "Working…"


class Pressable(ThemedWidget, QPushButton):
    """What all our buttons share: gutter, hover, the Enter key, no style sheet painting."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def minimumSizeHint(self) -> QSize:
        """Return the size hint: a button is never cut."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show hover."""
        self.update()
        super().enterEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.animateClick() if self.isDefault() else self.click()
            return
        super().keyPressEvent(event)

    def _hovered(self) -> bool:
        return self.underMouse() and self.isEnabled()

    def _draw_ground(self, painter: QPainter, rect: QRectF, kind: Kind, radius: float) -> None:
        theme, down = self.theme, self.isDown() and self.isEnabled()
        edge: QColor | None = None
        fill: QColor | None = None
        if kind == "primary":
            fill = theme.colour(
                "primaryPressed" if down else "primaryHover" if self._hovered() else "primary"
            )
            if not self.isEnabled():
                fill, edge = theme.colour("chip"), theme.colour("border")
        elif kind == "outline":
            edge = theme.colour("borderStrong" if self.isEnabled() else "border")
            fill = theme.colour("chip" if down else "sunken" if self._hovered() else "surface")
        elif down or self._hovered():
            fill = theme.colour("chip" if down else "sunken")
            edge = theme.colour("border") if theme.contrast else None
        if fill is not None or edge is not None:
            box(painter, rect, radius, fill, edge, theme.hairline())
        if self.hasFocus():
            focus_ring(painter, theme, rect, radius)


class Button(Pressable):
    """A button with words. `clicked` as usual.

    `height` is compact (32), default (40) or main (48). `icon` stands left, `icon_right` right of the words;
    `key` shows the shortcut as a key cap and is not the shortcut itself.
    """

    def __init__(
        self,
        text: str,
        kind: Kind = "outline",
        *,
        icon: str = "",
        icon_right: str = "",
        key: str = "",
        height: Height = "default",
        name: str = "",
    ) -> None:
        super().__init__(text)
        self._kind: Kind = kind
        self._height: Height = height
        self._icon, self._icon_right, self._key = icon, icon_right, key
        self._busy_text = ""
        self._kept_width = 0
        self.setAccessibleName(text)
        if name:
            self.setObjectName(name)

    @property
    def is_busy(self) -> bool:
        """Whether the button waits for what it started."""
        return bool(self._busy_text)

    def set_kind(self, kind: Kind) -> None:
        """Change between primary, outline and quiet."""
        self._kind = kind
        self.update()

    def set_label(self, text: str) -> None:
        """Change the words and the accessible name."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_key(self, key: str) -> None:
        """Show another key cap, none if empty."""
        self._key = key
        self.updateGeometry()
        self.update()

    def set_busy(self, busy: bool, text: str = _BUSY) -> None:
        """Show that the work goes on; the width stays and clicks do nothing meanwhile."""
        self._kept_width = self.sizeHint().width() if busy else 0
        self._busy_text = text if busy else ""
        self.setAccessibleDescription(text if busy else "")
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """Do not toggle while busy."""
        if not self.is_busy:
            super().nextCheckState()

    def sizeHint(self) -> QSize:
        """Return the size the words, icons and key cap need."""
        theme = self.theme
        width = theme.px(32 if self._height != "compact" else 24) + self._words_width(self._shown())
        for icon in (self._icon, self._icon_right):
            width += theme.icon("button") + theme.px(_ICON_GAP) if icon else 0
        width += self._key_width() + theme.px(_ICON_GAP) if self._key else 0
        size = with_gutter(QSize(width, theme.height(self._height)))
        return QSize(max(size.width(), self._kept_width), size.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Do nothing while busy."""
        if not self.is_busy:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do nothing while busy."""
        if not self.is_busy:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button."""
        del event
        painter, theme, rect = QPainter(self), self.theme, visible_rect(self)
        self._draw_ground(painter, rect, self._kind, theme.radius("control"))
        ink = theme.colour(_INK[self._kind] if self.isEnabled() else "textDisabled")
        size, gap = theme.icon("button"), theme.px(_ICON_GAP)
        shown = self._shown()
        needed = self.sizeHint().width() - 2 * GUTTER
        pad = theme.px(32 if self._height != "compact" else 24)
        content = needed - pad if not self.is_busy else self._words_width(shown)
        x = rect.left() + (rect.width() - content) / 2
        if self._icon and not self.is_busy:
            draw_icon(painter, self._icon, ink, QPointF(x + size / 2, rect.center().y()), size)
            x += size + gap
        painter.setFont(self._font())
        painter.setPen(ink)
        width = self._words_width(shown)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(x, rect.top(), width + 2, rect.height()), flags, shown)
        x += width + gap
        if self._icon_right and not self.is_busy:
            draw_icon(painter, self._icon_right, ink, QPointF(x + size / 2, rect.center().y()), size)
            x += size + gap
        if self._key and not self.is_busy:
            self._draw_key(painter, QRectF(x, rect.top(), self._key_width(), rect.height()), ink)

    def _shown(self) -> str:
        return self._busy_text or self.text()

    def _font(self) -> QFont:
        return self.theme.font("strong" if self._height == "main" else "label")

    def _words_width(self, text: str) -> int:
        return QFontMetrics(self._font()).horizontalAdvance(text)

    def _key_width(self) -> int:
        metrics = QFontMetrics(self.theme.font("key"))
        return metrics.horizontalAdvance(self._key) + self.theme.px(14)

    def _draw_key(self, painter: QPainter, rect: QRectF, ink: QColor) -> None:
        theme = self.theme
        height = theme.px(20)
        cap = QRectF(rect.left(), rect.center().y() - height / 2, rect.width(), height)
        ground = QColor(ink)
        ground.setAlphaF(0.14)
        edge = ink if theme.contrast else None
        box(painter, cap, theme.radius("key"), None if theme.contrast else ground, edge, 1)
        painter.setFont(theme.font("key"))
        painter.setPen(ink)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)


class IconButton(Pressable):
    """A button with only an icon; `name` is spoken and shown as tooltip, with the `shortcut` after it."""

    def __init__(
        self,
        icon: str,
        name: str,
        *,
        shortcut: str = "",
        height: Height = "default",
        kind: Kind = "quiet",
        checkable: bool = False,
    ) -> None:
        super().__init__()
        self._icon, self._shortcut = icon, shortcut
        self._height: Height = height
        self._kind: Kind = kind
        self.setCheckable(checkable)
        self.set_name(name)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def set_name(self, name: str) -> None:
        """Change the accessible name and the tooltip."""
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({self._shortcut})" if self._shortcut else name)

    def sizeHint(self) -> QSize:
        """Return a square of the control height."""
        side = self.theme.height(self._height)
        return with_gutter(QSize(side, side))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon, on primarySoft if it is on."""
        del event
        painter, theme, rect = QPainter(self), self.theme, visible_rect(self)
        radius = theme.radius("control")
        self._draw_ground(painter, rect, self._kind, radius)
        ink: Role = _INK[self._kind]
        if self.isChecked() and self.isEnabled():
            box(painter, rect, radius, theme.colour("primarySoft"), theme.colour("primary"), theme.hairline())
            ink = "link"
        colour = theme.colour(ink if self.isEnabled() else "textDisabled")
        draw_icon(painter, self._icon, colour, rect.center(), theme.icon("button"))


class LinkButton(Pressable):
    """A quiet action that looks like a link, for inline use."""

    def __init__(self, text: str, *, icon_right: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text)
        self._icon_right = icon_right
        self.setAccessibleName(text)
        if parent is not None:
            self.setParent(parent)

    def sizeHint(self) -> QSize:
        """Return the size of the words, at least the smallest target high."""
        theme = self.theme
        width = QFontMetrics(theme.font("label")).horizontalAdvance(self.text()) + 2
        width += theme.icon("text") + theme.px(4) if self._icon_right else 0
        return with_gutter(QSize(width, theme.height("compact")))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, underlined under the pointer."""
        del event
        painter, theme, rect = QPainter(self), self.theme, visible_rect(self)
        font = theme.font("label")
        font.setUnderline(self._hovered())
        ink = theme.colour("link" if self.isEnabled() else "textDisabled")
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self._icon_right:
            size = theme.icon("text")
            draw_icon(
                painter, self._icon_right, ink, QPointF(rect.right() - size / 2, rect.center().y()), size
            )
        if self.hasFocus():
            focus_ring(painter, theme, rect.adjusted(2, 2, -2, -2), theme.radius("key"))
