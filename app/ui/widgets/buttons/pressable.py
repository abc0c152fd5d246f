"""What all our buttons share."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QKeyEvent,
    QPainter,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.ui.theme import Role, ThemedWidget
from app.ui.widgets.painting import box, focus_ring

Kind = Literal["primary", "outline", "quiet"]
INKS: dict[Kind, Role] = {"primary": "onPrimary", "outline": "text", "quiet": "text2"}
"""The colour of words and icon on each kind of button."""


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
