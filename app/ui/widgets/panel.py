"""Flat boxes that hold other widgets: cards, dividers, pages."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from app.ui.theme import Role, ThemedWidget
from app.ui.widgets.layouts import Column, Margins, Row
from app.ui.widgets.painting import box
from app.ui.widgets.text import Text

CARD_MARGINS = (20, 18, 20, 18)


class Panel(ThemedWidget, QWidget):
    """A card. Add with `panel.body.add(...)`; `title` becomes its small heading.

    `fill` and `edge` are roles; an empty `edge` draws none (but high contrast always draws one).
    """

    def __init__(
        self,
        title: str = "",
        *,
        fill: Role = "surface",
        edge: Role | Literal[""] = "border",
        margins: Margins = CARD_MARGINS,
        spacing: int = 8,
        direction: Literal["column", "row"] = "column",
    ) -> None:
        super().__init__()
        self._fill, self._edge = fill, edge
        self.accessible_role = QAccessible.Role.Grouping
        self.body: Column | Row = (
            Column(self, margins=margins, spacing=spacing)
            if direction == "column"
            else Row(self, margins=margins, spacing=spacing)
        )
        self.heading: Text | None = None
        if title:
            self.heading = Text(title, "panel", "text2", heading=2)
            self.setAccessibleName(title)
            self.add(self.heading)

    def add(self, item: QWidget | QLayout, stretch: int = 0) -> None:
        """Add a widget or layout to the body."""
        self.body.add(item, stretch)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        del event
        theme = self.theme
        edge: Role | Literal[""] = self._edge or ("border" if theme.contrast else "")
        line = theme.colour(edge) if edge else None
        box(
            QPainter(self),
            QRectF(self.rect()),
            theme.radius("panel"),
            theme.colour(self._fill),
            line,
            theme.hairline(),
        )


class Divider(ThemedWidget, QWidget):
    """A thin line across."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the thickness of the line."""
        return QSize(1, self.theme.hairline())

    def minimumSizeHint(self) -> QSize:
        """Return the thickness of the line."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        del event
        QPainter(self).fillRect(self.rect(), self.theme.colour("border"))


class Ground(ThemedWidget, QWidget):
    """A plain area in one colour, the canvas by default: pages, bars, the rail's neighbour."""

    def __init__(self, role: Role = "canvas") -> None:
        super().__init__()
        self._role: Role = role

    def set_role(self, role: Role) -> None:
        """Change the colour."""
        self._role = role
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the area."""
        del event
        QPainter(self).fillRect(self.rect(), self.theme.colour(self._role))
