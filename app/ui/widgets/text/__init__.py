"""Text in a type style of the design system: a label that wraps, selects, links and can be a heading."""

from app.ui.widgets.text.label import TypesetLabel
from app.ui.widgets.text.text import Text, heading

__all__ = ["Text", "TypesetLabel", "heading"]
