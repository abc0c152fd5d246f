"""How a card looks in each state, and what is said of it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from app.ui.theme import Role, Theme
from app.ui.widgets.painting import box, focus_ring


class Mark(StrEnum):
    """What the answer made of an option."""

    NONE = "none"
    RIGHT = "right"
    RIGHT_CHOSEN = "right-chosen"
    WRONG_CHOSEN = "wrong-chosen"
    MISSED = "missed"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Look:
    """How a card is drawn in one state; an empty fill of the badge draws only its outline."""

    fill: Role
    edge: Role
    bold: bool = False
    dashed: bool = False
    badge_fill: Role | Literal[""] = ""
    badge_edge: Role = "borderStrong"
    badge_ink: Role = "text2"
    weight: int = 400
    icon: str = ""
    tag: str = ""
    ink: Role = "text"


IDLE = Look("surface", "border")
HOVER = Look("surface", "borderStrong")
SELECTED = Look("primarySoft", "primary", bold=True, badge_fill="primary", badge_ink="onPrimary")
LOOKS: dict[Mark, Look] = {
    Mark.RIGHT: Look(
        "okSoft", "okBorder", bold=True, badge_fill="okBorder", badge_ink="onOk", weight=600,
        icon="circle-check", tag="Correct answer", ink="ok",
    ),
    Mark.RIGHT_CHOSEN: Look(
        "okSoft", "okBorder", bold=True, badge_fill="okBorder", badge_ink="onOk", weight=600,
        icon="circle-check", tag="Correct – your answer", ink="ok",
    ),
    Mark.WRONG_CHOSEN: Look(
        "badSoft", "badBorder", bold=True, badge_fill="badBorder", badge_ink="onBad", weight=600,
        icon="circle-x", tag="Your answer", ink="bad",
    ),
    Mark.MISSED: Look(
        "surface", "okBorder", bold=True, dashed=True, badge_edge="okBorder", badge_ink="ok", weight=600,
        icon="circle-check", tag="You missed this", ink="ok",
    ),
    Mark.OTHER: Look("surface", "border", badge_edge="border", badge_ink="text3"),
}  # fmt: skip
SPOKEN: dict[Mark, str] = {
    Mark.NONE: "",
    Mark.RIGHT: "Correct answer.",
    Mark.RIGHT_CHOSEN: "Correct answer, and yours.",
    Mark.WRONG_CHOSEN: "Your answer, not correct.",
    Mark.MISSED: "Correct answer, you missed this.",
    Mark.OTHER: "Not correct.",
}
"""What assistive tools say of an option after the answer, before its reason."""

PAD_LEFT, PAD_RIGHT, PAD_TOP, PAD_BOTTOM = 16, 18, 13, 14
BADGE, BADGE_GAP = 28, 14


def draw_ground(painter: QPainter, theme: Theme, rect: QRectF, look: Look, *, focused: bool) -> None:
    """Draw the card itself, ringed if it has the focus."""
    width = theme.bold_line() if look.bold else theme.hairline()
    fill, edge = theme.colour(look.fill), theme.colour(look.edge)
    box(painter, rect, theme.radius("card"), fill, edge, width, dashed=look.dashed)
    if focused:
        focus_ring(painter, theme, rect, theme.radius("card"))


def draw_badge(
    painter: QPainter, theme: Theme, badge: QRectF, letter: str, look: Look, *, enabled: bool = True
) -> None:
    """Draw the letter or number of a card."""
    fill = theme.colour(look.badge_fill) if look.badge_fill else None
    edge = None if look.badge_fill else theme.colour(look.badge_edge)
    box(painter, badge, theme.radius("badge"), fill, edge, theme.hairline())
    painter.setFont(theme.font("badge"))
    painter.setPen(theme.colour(look.badge_ink if enabled else "textDisabled"))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, letter)
