"""The tokens of the design system: what a widget may ask for instead of writing a number."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

from PySide6.QtGui import QColor, QFont

from app.core.settings import TEXT_SCALES as PERCENT_SCALES

Role = Literal[
    "canvas", "surface", "sunken", "chip", "raised",
    "border", "borderStrong",
    "text", "text2", "text3", "textDisabled",
    "primary", "primaryHover", "primaryPressed", "onPrimary", "primarySoft", "primarySoftHover",
    "link", "accent", "accentSoft", "onAccent",
    "ok", "okBorder", "okSoft", "onOk",
    "bad", "badBorder", "badSoft", "onBad",
    "warn", "warnBorder", "warnSoft",
    "info", "infoBorder", "infoSoft",
    "focus", "track", "scrim", "paper",
    "heat0", "heat1", "heat2", "heat3", "heat4",
    "oestradiol", "progesterone", "lh", "fsh",
    "leader", "leaderHalo", "target",
]  # fmt: skip
"""What a colour means. `paper` is the ground figures sit on, `leader` a label's line inside a figure."""

ROLES: tuple[Role, ...] = get_args(Role)

StyleName = Literal[
    "display", "h1", "h2", "stem", "body", "lesson", "title", "verdict", "strong", "small",
    "label", "caption", "panel", "micro", "tick", "badge", "count", "key",
]  # fmt: skip
STYLES: tuple[StyleName, ...] = get_args(StyleName)


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A type style at text size 100 %: size, line and letter spacing in pixels, weight from 100 to 900."""

    size: int
    line: int
    weight: int
    spacing: float = 0.0
    prose: bool = False


TYPE: Mapping[StyleName, TextStyle] = {
    "display": TextStyle(28, 34, 700, -0.3),
    "h1": TextStyle(22, 30, 600),
    "h2": TextStyle(18, 26, 600),
    "stem": TextStyle(18, 27, 400, prose=True),
    "body": TextStyle(16, 25, 400, prose=True),
    "lesson": TextStyle(17, 28, 400, prose=True),
    "title": TextStyle(16, 24, 600),
    "verdict": TextStyle(17, 24, 700),
    "strong": TextStyle(15, 22, 600),
    "small": TextStyle(14, 21, 400, prose=True),
    "label": TextStyle(14, 20, 600),
    "caption": TextStyle(13, 18, 500),
    "panel": TextStyle(13, 18, 600),
    "micro": TextStyle(12, 16, 500),
    "tick": TextStyle(12, 16, 600),
    "badge": TextStyle(13, 18, 700),
    "count": TextStyle(12, 16, 700),
    "key": TextStyle(12, 16, 600),
}

Space = Literal[0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 24, 28, 32, 40, 56, 72]

Radius = Literal["key", "badge", "control", "card", "panel"]
RADII: Mapping[Radius, int] = {"key": 5, "badge": 8, "control": 10, "card": 12, "panel": 14}

Height = Literal["compact", "default", "main", "answer"]
HEIGHTS: Mapping[Height, int] = {"compact": 32, "default": 40, "main": 48, "answer": 56}

Motion = Literal["tint", "fade", "page"]
MOTION_MS: Mapping[Motion, int] = {"tint": 120, "fade": 180, "page": 240}

IconSize = Literal["chip", "text", "button", "rail", "verdict"]
ICONS: Mapping[IconSize, int] = {"chip": 14, "text": 18, "button": 20, "rail": 22, "verdict": 32}

TEXT_SCALES = tuple(scale / 100 for scale in PERCENT_SCALES)
BAR_SCALE_LIMIT = 1.4
GUTTER = 4
"""Pixels a focusable widget keeps free on each side for its focus ring, at every text size."""

NARROW = 900
"""Effective width (pixels divided by the text scale) below which bars and rail collapse."""
TWO_COLUMNS = 1280
MIN_TARGET = 32
TOAST_MS = 6000
FOCUS_CLEARANCE = 96


@dataclass(frozen=True)
class Theme:
    """Everything a widget needs to draw itself; made by the manager, never changed.

    `colours` maps every role to `#rrggbb` or `#aarrggbb`. `scale` is the text size, 0.875 to 2: it scales
    type, padding and icons. `family` is the interface font, `prose_family` the reading font.
    """

    name: str
    dark: bool
    contrast: bool
    colours: Mapping[str, str]
    scale: float = 1.0
    family: str = ""
    prose_family: str = ""
    reduced_motion: bool = False

    def colour(self, role: Role, alpha: float = 1.0) -> QColor:
        """Return the colour of `role`; `alpha` from 0 to 1 thins it."""
        colour = QColor(self.colours[role])
        if alpha < 1.0:
            colour.setAlphaF(colour.alphaF() * alpha)
        return colour

    def px(self, value: float) -> int:
        """Return a component's measure at the chosen text size, at least 1 pixel for a positive one."""
        scaled = round(value * self.scale)
        return max(1, scaled) if value > 0 else scaled

    def space(self, value: Space) -> int:
        """Return a step of the space scale at the chosen text size."""
        return self.px(value)

    def bar(self, value: float) -> int:
        """Return the measure of a bar, which grows by 1.4 at most."""
        return round(value * min(self.scale, BAR_SCALE_LIMIT))

    def radius(self, name: Radius) -> int:
        """Return a corner radius."""
        return self.px(RADII[name])

    def height(self, name: Height) -> int:
        """Return the visible height of a control."""
        return self.px(HEIGHTS[name])

    def icon(self, name: IconSize) -> int:
        """Return the side of an icon."""
        return self.px(ICONS[name])

    def hairline(self) -> int:
        """Return the width of an ordinary edge: 1, or 2 in high contrast."""
        return 2 if self.contrast else 1

    def bold_line(self) -> int:
        """Return the width of an edge that carries a state, and of the focus ring."""
        return round(2 * min(self.scale, BAR_SCALE_LIMIT)) + (1 if self.contrast else 0)

    def duration(self, name: Motion) -> int:
        """Return milliseconds; 0 with reduced motion."""
        return 0 if self.reduced_motion else MOTION_MS[name]

    def line_height(self, style: StyleName) -> int:
        """Return the distance between baselines of a type style."""
        return self.px(TYPE[style].line)

    def font(
        self,
        style: StyleName,
        *,
        weight: int | None = None,
        italic: bool = False,
        tabular: bool = False,
        strike: bool = False,
    ) -> QFont:
        """Return the font of a type style; `tabular` gives figures of equal width."""
        base = TYPE[style]
        family = self.prose_family if base.prose and self.prose_family else self.family
        size = self.px(base.size)
        return QFont(
            _font(
                family,
                size,
                weight or base.weight,
                base.spacing * self.scale,
                italic=italic,
                tabular=tabular,
                strike=strike,
            )
        )

    def raised_font(self) -> QFont:
        """Return the font of a citation's number.

        Qt draws a raised character at two thirds of its size; this makes it come out as large as `micro`, the
        smallest size allowed.
        """
        font = self.font("micro", weight=600)
        font.setPixelSize(round(font.pixelSize() * 1.5))
        return font


@lru_cache(maxsize=256)
def _font(
    family: str, size: int, weight: int, spacing: float, *, italic: bool, tabular: bool, strike: bool
) -> QFont:
    font = QFont(family) if family else QFont()
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setItalic(italic)
    font.setStrikeOut(strike)
    if spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
        font.setFeature(QFont.Tag("lnum"), 1)
    return font
