"""A button with words."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)

from app.ui.theme.tokens import GUTTER, Height
from app.ui.widgets.buttons.pressable import INKS, Kind, Pressable
from app.ui.widgets.painting import box, draw_icon, visible_rect, with_gutter

_ICON_GAP = 8
_BUSY = "Working…"


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
        ink = theme.colour(INKS[self._kind] if self.isEnabled() else "textDisabled")
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
