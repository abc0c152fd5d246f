"""A pane at the left of a page, set off from it by its ground and a line."""

from PySide6.QtGui import QPainter, QPaintEvent

from app.ui.widgets.panel import Ground


class SidePane(Ground):
    """Holds what stays in place while the page scrolls."""

    def __init__(self) -> None:
        super().__init__("sunken")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the line at its right edge."""
        super().paintEvent(event)
        width = self.theme.hairline()
        line = self.theme.colour("border")
        QPainter(self).fillRect(self.width() - width, 0, width, self.height(), line)
