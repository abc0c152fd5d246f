"""Short texts set apart: key point, caution, exam trap, words for a patient."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.core.course import CalloutKind
from app.ui.theme import Role, ThemedWidget
from app.ui.widgets.chip import Icon
from app.ui.widgets.layouts import Column, Row
from app.ui.widgets.painting import box
from app.ui.widgets.runs import Runs
from app.ui.widgets.text import Text


@dataclass(frozen=True, slots=True)
class _Look:
    word: str
    icon: str
    fill: Role
    edge: Role
    ink: Role


_LOOKS: dict[CalloutKind, _Look] = {
    CalloutKind.KEY: _Look("Key point", "lightbulb", "primarySoft", "primary", "link"),
    CalloutKind.CAUTION: _Look("Caution", "triangle-alert", "warnSoft", "warnBorder", "warn"),
    CalloutKind.TRAP: _Look("Exam trap", "info", "infoSoft", "infoBorder", "info"),
    CalloutKind.PATIENT: _Look("Words for a patient", "speech", "surface", "borderStrong", "text2"),
}


class Callout(ThemedWidget, QWidget):
    """A callout with its icon and heading word; connect `linkActivated` of its `paragraphs`."""

    accessible_role = QAccessible.Role.Note

    def __init__(self, kind: CalloutKind, paragraphs: Sequence[str | Runs], *, word: str = "") -> None:
        super().__init__()
        self._look = _LOOKS[kind]
        self._is_patient = kind == CalloutKind.PATIENT
        heading = word or self._look.word
        self.setAccessibleName(heading)
        body = Column(self, margins=(18, 14, 18, 16), spacing=6)
        head = Row(spacing=8)
        head.add(Icon(self._look.icon, self._look.ink))
        head.add(Text(heading, "panel", self._look.ink, heading=3), 1)
        body.add(head)
        self.paragraphs = tuple(Text(text, "body", selectable=True) for text in paragraphs)
        for paragraph in self.paragraphs:
            body.add(paragraph)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground; a patient's words have a bar at the left."""
        del event
        painter, theme, rect = QPainter(self), self.theme, QRectF(self.rect())
        edge: Role = self._look.edge if theme.contrast else "border"
        line = theme.colour(edge) if theme.contrast or self._is_patient else None
        width = theme.bold_line() if theme.contrast else theme.hairline()
        box(painter, rect, theme.radius("panel"), theme.colour(self._look.fill), line, width)
        if self._is_patient:
            outline = QPainterPath()
            outline.addRoundedRect(rect, theme.radius("panel"), theme.radius("panel"))
            painter.setClipPath(outline)
            painter.fillRect(QRectF(0, 0, theme.px(4), rect.height()), theme.colour("borderStrong"))
