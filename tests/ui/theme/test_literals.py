"""Colours and font sizes are numbers in one room only."""

import re
from pathlib import Path

UI = Path(__file__).resolve().parents[3] / "app" / "ui"
FORBIDDEN = {
    "a hex colour": re.compile(r"""["']#[0-9A-Fa-f]{3,8}["']"""),
    "a colour literal": re.compile(r"""QColor\(\s*(?:["'\d]|Qt\.)"""),
    "a font size": re.compile(r"\.set(?:Pixel|Point)Size(?:F)?\("),
    "a font by name": re.compile(r"""QFont\(\s*["']"""),
    "a style sheet of its own": re.compile(r"\.setStyleSheet\("),
}


def test_no_colour_or_font_size_outside_the_theme() -> None:
    found = [
        f"{path.relative_to(UI)}:{number}: {what}"
        for path in sorted(UI.rglob("*.py"))
        if "theme" not in path.relative_to(UI).parts
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        for what, pattern in FORBIDDEN.items()
        if pattern.search(line)
    ]
    assert found == []
