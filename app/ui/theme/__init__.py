"""Colours, type, space, icons and time: the only place where a colour or a pixel is a number."""

from app.ui.theme.manager import ThemeChoice, ThemedWidget, ThemeManager, current, icons, install
from app.ui.theme.tokens import Role, StyleName, Theme

__all__ = [
    "Role",
    "StyleName",
    "Theme",
    "ThemeChoice",
    "ThemeManager",
    "ThemedWidget",
    "current",
    "icons",
    "install",
]
