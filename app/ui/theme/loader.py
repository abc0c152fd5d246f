"""Reads a theme file: `[base]` names colours, `[role]` says which of them a role uses."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from app.ui.theme.tokens import ROLES

_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Palette:
    """A theme file as read: a name, whether it is dark or of high contrast, and a colour for every role."""

    name: str
    dark: bool
    contrast: bool
    colours: dict[str, str]


def load(path: Path) -> Palette:
    """Read a theme file.

    Raises ValueError, naming all mistakes at once, if a role is missing, unknown or names a colour that
    `[base]` does not have. Such a file is a mistake of ours, not of the student's machine.
    """
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    base: dict[str, str] = data.get("base", {})
    roles: dict[str, str] = data.get("role", {})
    mistakes = [f"missing role {role}" for role in ROLES if role not in roles]
    mistakes += [f"unknown role {role}" for role in roles if role not in ROLES]
    mistakes += [f"base {name}: not #rrggbb" for name, value in base.items() if not _HEX.fullmatch(value)]
    colours: dict[str, str] = {}
    for role, value in roles.items():
        name, _, alpha = value.partition(":")
        if name not in base:
            mistakes.append(f"role {role}: no base colour {name}")
            continue
        colours[role] = with_alpha(base[name], alpha)
    if mistakes:
        raise ValueError(f"{path.name}: " + "; ".join(mistakes))
    return Palette(
        name=str(data["name"]),
        dark=bool(data.get("dark", False)),
        contrast=bool(data.get("contrast", False)),
        colours=colours,
    )


def with_alpha(colour: str, percent: str) -> str:
    """Return `#rrggbb` as Qt's `#aarrggbb` if `percent` holds an opacity from 0 to 100."""
    if not percent:
        return colour
    return f"#{round(int(percent) * 255 / 100):02x}{colour.removeprefix('#')}"
