"""Fills the `$role` marks of the style sheet template."""

from string import Template

from PySide6.QtGui import QColor

from app.ui.theme.tokens import ROLES, Theme


def make_stylesheet(template: str, theme: Theme) -> str:
    """Return the style sheet of `theme`.

    Marks are the names of the roles and of `measures`. Raises KeyError for a mark that does not exist.
    """
    marks: dict[str, str] = {role: css(theme.colour(role)) for role in ROLES}
    return Template(template).substitute(marks | measures(theme))


def measures(theme: Theme) -> dict[str, str]:
    """Return the measures a style sheet may name, in pixels."""
    return {
        "gap2": f"{theme.space(2)}px",
        "gap4": f"{theme.space(4)}px",
        "gap8": f"{theme.space(8)}px",
        "gap12": f"{theme.space(12)}px",
        "gap16": f"{theme.space(16)}px",
        "radius": f"{theme.radius('control')}px",
        "radiusSmall": f"{theme.radius('key')}px",
        "line": f"{theme.hairline()}px",
        "boldLine": f"{theme.bold_line()}px",
        "scrollInset": f"{theme.bar(4)}px",
        "scrollRadius": f"{(theme.bar(12) - 2 * theme.bar(4)) // 2}px",
        "scrollBar": f"{theme.bar(12)}px",
        "controlHeight": f"{theme.height('default') - 2 * theme.hairline()}px",
    }


def css(colour: QColor) -> str:
    """Return a colour as a style sheet writes it."""
    return f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, {colour.alpha()})"
