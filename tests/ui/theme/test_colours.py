"""Every theme has every role, and enough contrast to read it by."""

from pathlib import Path

import pytest

from app.ui.theme.loader import Palette, load
from app.ui.theme.tokens import ROLES

THEMES = Path(__file__).resolve().parents[3] / "resources" / "themes"
NAMES = ("light", "dark", "contrast-light", "contrast-dark")

TEXT, SHAPE, HIGH = 4.5, 3.0, 9.0
TEXT_PAIRS = [
    ("text", "canvas"), ("text", "surface"), ("text", "sunken"), ("text", "raised"), ("text", "chip"),
    ("text2", "canvas"), ("text2", "surface"), ("text2", "sunken"), ("text2", "chip"),
    ("text2", "primarySoft"), ("text3", "canvas"), ("text3", "surface"), ("text3", "sunken"),
    ("onPrimary", "primary"), ("onPrimary", "primaryHover"), ("onPrimary", "primaryPressed"),
    ("link", "surface"), ("link", "canvas"), ("link", "primarySoft"), ("text", "primarySoft"),
    ("text", "primarySoftHover"), ("accent", "surface"), ("accent", "accentSoft"), ("onAccent", "accent"),
    ("ok", "surface"), ("ok", "okSoft"), ("text", "okSoft"), ("text2", "okSoft"),
    ("bad", "surface"), ("bad", "badSoft"), ("text", "badSoft"), ("text2", "badSoft"),
    ("warn", "surface"), ("warn", "warnSoft"), ("text", "warnSoft"),
    ("info", "surface"), ("info", "infoSoft"), ("text", "infoSoft"),
]  # fmt: skip
SHAPE_PAIRS = [
    ("primary", "surface"), ("primary", "canvas"), ("primary", "track"),
    ("okBorder", "surface"), ("okBorder", "okSoft"), ("badBorder", "surface"), ("badBorder", "badSoft"),
    ("warnBorder", "surface"), ("infoBorder", "surface"),
    ("borderStrong", "surface"), ("borderStrong", "canvas"), ("borderStrong", "sunken"),
    ("focus", "surface"), ("focus", "canvas"), ("focus", "primarySoft"), ("focus", "okSoft"),
    ("focus", "badSoft"), ("heat4", "surface"), ("onOk", "okBorder"), ("onBad", "badBorder"),
    ("oestradiol", "surface"), ("progesterone", "surface"), ("lh", "surface"), ("fsh", "surface"),
]  # fmt: skip


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, WCAG 2.2."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def palette(name: str) -> Palette:
    return load(THEMES / f"{name}.toml")


@pytest.mark.parametrize("name", NAMES)
def test_a_theme_has_every_role_and_no_other(name: str) -> None:
    assert set(palette(name).colours) == set(ROLES)


def test_no_theme_is_forgotten() -> None:
    assert {path.stem for path in THEMES.glob("*.toml")} == set(NAMES)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("front", "back"), TEXT_PAIRS)
def test_text_can_be_read(name: str, front: str, back: str) -> None:
    colours = palette(name).colours
    assert contrast(colours[front], colours[back]) >= TEXT


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("front", "back"), SHAPE_PAIRS)
def test_shapes_can_be_seen(name: str, front: str, back: str) -> None:
    colours = palette(name).colours
    assert contrast(colours[front], colours[back]) >= SHAPE


@pytest.mark.parametrize("name", ["contrast-light", "contrast-dark"])
@pytest.mark.parametrize(("front", "back"), TEXT_PAIRS + SHAPE_PAIRS)
def test_high_contrast_is_high(name: str, front: str, back: str) -> None:
    colours = palette(name).colours
    assert contrast(colours[front], colours[back]) >= HIGH


@pytest.mark.parametrize("name", ["contrast-light", "contrast-dark"])
def test_high_contrast_has_no_soft_fills(name: str) -> None:
    colours = palette(name).colours
    soft = {role for role in ROLES if "Soft" in role} | {"canvas", "sunken", "chip", "raised"}
    assert {colours[role] for role in soft} == {colours["surface"]}


def test_a_theme_file_names_all_its_mistakes(tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    path.write_text('name = "Bad"\n[base]\nred = "red"\n[role]\ntext = "ink"\nshade = "red"\n')
    with pytest.raises(
        ValueError, match=r"missing role canvas.*unknown role shade.*base red.*no base colour ink"
    ):
        load(path)


def test_an_alpha_suffix_thins_a_colour(tmp_path: Path) -> None:
    roles = "\n".join(f'{role} = "leaf:24"' for role in ROLES)
    path = tmp_path / "thin.toml"
    path.write_text(f'name = "Thin"\n[base]\nleaf = "#0B6A52"\n[role]\n{roles}\n')
    assert load(path).colours["ok"] == "#3d0B6A52"
