"""A button with only an icon."""

from PySide6.QtCore import QSize
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
)

from app.ui.theme.tokens import Height
from app.ui.widgets.buttons.pressable import INKS, Kind, Pressable
from app.ui.widgets.painting import box, draw_icon, visible_rect, with_gutter


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
        on = self.isChecked() and self.isEnabled()
        if on:
            box(painter, rect, radius, theme.colour("primarySoft"), theme.colour("primary"), theme.hairline())
        told = theme.colour("link" if on else INKS[self._kind] if self.isEnabled() else "textDisabled")
        draw_icon(painter, self._icon, told, rect.center(), theme.icon("button"))
