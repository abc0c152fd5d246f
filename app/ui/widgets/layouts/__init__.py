"""Layouts whose margins and gaps are logical pixels that follow the text size."""

from app.ui.widgets.layouts.bleeding import Bleeding, ButtonRow, CardColumn
from app.ui.widgets.layouts.boxes import Column, Margins, Row
from app.ui.widgets.layouts.flow import Flow, FlowLayout
from app.ui.widgets.layouts.removal import clear, discard

__all__ = [
    "Bleeding",
    "ButtonRow",
    "CardColumn",
    "Column",
    "Flow",
    "FlowLayout",
    "Margins",
    "Row",
    "clear",
    "discard",
]
