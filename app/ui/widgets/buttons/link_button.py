"""A quiet action that looks like a link."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from app.ui.widgets.buttons.pressable import Pressable
from app.ui.widgets.painting import draw_icon, focus_ring, visible_rect, with_gutter


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
