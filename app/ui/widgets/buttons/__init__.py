"""Buttons: primary, outline and quiet, with words or only an icon."""

from app.ui.widgets.buttons.icon_button import IconButton
from app.ui.widgets.buttons.link_button import LinkButton
from app.ui.widgets.buttons.pressable import Kind, Pressable
from app.ui.widgets.buttons.word_button import Button

__all__ = ["Button", "IconButton", "Kind", "LinkButton", "Pressable"]
