"""The lining in few bytes, for figures that draw it several times: one line of epithelium, stroma, day strip."""

import random
from collections.abc import Callable, Sequence

from drawing.contours import Field
from drawing.geometry import Curve, Point, dist, length, scatter
from drawing.palette import BLOOD, GLAND, INK, lighter
from drawing.svg import Svg, num
from drawing.thrift import soft, spots
from drawing.tissue import CELL_LINE, CYTOPLASM

NEUTRAL = "#857795"  # lines on bare paper, seen on the light and on the dark one
DAYS = 28


def level_lines(field: Field, level: float, every: float) -> str:
    """Path text of a field's level lines; those that leave the box are closed above the picture."""
    rings, pieces = [], []
    for line, closed in field.contours(level):
        (rings if closed else pieces).append(line)
    across, broken = [], []
    for line in _joined(pieces):
        ends = (line[0][0], line[-1][0])
        (across if max(ends) - min(ends) > (field.box[2] - field.box[0]) * 0.9 else broken).append(line)
    out = "".join(soft(r, True, every) for r in rings + broken if length(r, True) > every * 3)
    for line in across:
        out += soft(line, False, every) + f"L{num(line[-1][0])} -40L{num(line[0][0])} -40Z"
    return out


def _joined(pieces: list[Curve]) -> list[Curve]:
    """The lines with those put together of which one ends where another starts, within a grid step."""
    left, out = list(pieces), []
    while left:
        line = left.pop()
        found = True
        while found:
            found = False
            for other in left:
                if dist(line[-1], other[0]) < 3:
                    line, found = line + other, True
                elif dist(other[-1], line[0]) < 3:
                    line, found = other + line, True
                if found:
                    left.remove(other)
                    break
        out.append(line)
    return out


class Cells:
    """Epithelium along a field's level 0, drawn as strokes of one line that stop at the lumen.

    Cheaper than `tissue.Epithelium`: the line of the lumen is written once, the row of nuclei once.
    """

    def __init__(self, svg: Svg, field: Field, name: str, depth: float, nuclei: float = 0.62) -> None:
        self.svg, self.name, self.depth = svg, name, depth
        svg.symbol(f"{name}-face", f'<path d="{level_lines(field, 0, 4.6)}"/>')
        svg.symbol(f"{name}-row", f'<path d="{level_lines(field, depth * nuclei, 5.6)}"/>')

    def use(self, part: str, paint: str) -> None:
        """Draw one of the lines, "face" or "row"."""
        self.svg.raw(f'<use href="#{self.name}-{part}" {paint} stroke-linejoin="round"/>')

    def outside(self, name: str, low: float, high: float) -> str:
        """Mask that shows what lies between two heights and outside the lumen. Returns the attribute."""
        shown = (
            f'<rect y="{num(low)}" width="{num(self.svg.width)}" height="{num(high - low)}" fill="#FFFFFF"/>'
        )
        return self.svg.mask(name, f'{shown}<use href="#{self.name}-face" fill="#000000"/>')

    def wall(self, dashes: str, part: float = 0.42, cap: str = "round") -> None:
        """The cells with their borders, and their nuclei as dashes `part` of the cell's height long."""
        wide = self.depth * 2
        self.use("face", f'fill="none" stroke="{INK}" stroke-width="{num(wide + 2.8)}"')
        self.use("face", f'fill="none" stroke="{CYTOPLASM}" stroke-width="{num(wide)}"')
        borders = f'stroke="{CELL_LINE}" stroke-opacity="0.5" stroke-dasharray="0.7 4.3"'
        self.use("face", f'fill="none" stroke-width="{num(wide)}" {borders}')
        dots = f'stroke="{GLAND}" stroke-linecap="{cap}" stroke-dasharray="{dashes}"'
        self.use("row", f'fill="none" stroke-width="{num(self.depth * part)}" {dots}')

    def lumen(self, fill: str) -> None:
        """What the lumen holds, and its edge."""
        self.use("face", f'fill="{fill}" stroke="{INK}" stroke-width="1.3"')


def grains(
    rng: random.Random,
    box: tuple[float, float, float, float],
    gap: float,
    keep: Callable[[float, float], bool] | None = None,
) -> str:
    """Path text of stromal nuclei in the box, at least gap apart."""
    return spots([p for p in scatter(rng, box, gap, 5000) if keep is None or keep(*p)], 2, rng)


def torn(rng: random.Random, x0: float, x1: float, height: Callable[[float], float]) -> Curve:
    """A ragged border from left to right about the height at each x."""
    out: Curve = []
    x, sign = x0, 1
    while x < x1:
        out.append((x, height(x) + sign * rng.uniform(0.5, 5.5)))
        x, sign = x + rng.uniform(6, 15), -sign
    return [*out, (x1, height(x1))]


def day_strip(svg: Svg, span: tuple[float, float], y: float, tints: Sequence[tuple[int, int, str]]) -> None:
    """The 28 days as a row of cells; tints are (first day, last day, colour). Days 1-4 carry a hatch."""
    wide = (span[1] - span[0]) / DAYS
    for first, last, tint in tints:
        box = f'x="{num(span[0] + (first - 1) * wide)}" y="{num(y)}" width="{num((last - first + 1) * wide)}" height="10"'
        svg.raw(f'<rect {box} fill="{tint}"/>')
    svg.raw(
        f'<rect x="{num(span[0])}" y="{num(y)}" width="{num(4 * wide)}" height="10" fill="url(#blood-hatch)"/>'
    )
    ticks = "".join(f"M{num(span[0] + k * wide)} {num(y)}v10" for k in range(1, DAYS))
    svg.path(ticks, stroke="#FFFFFF", w=1, so=0.75)
    svg.raw(
        f'<rect x="{num(span[0])}" y="{num(y)}" width="{num(span[1] - span[0])}" height="10" rx="2" '
        f'fill="none" stroke="{NEUTRAL}" stroke-width="1.2"/>'
    )


def day_frame(svg: Svg, span: tuple[float, float], y: float, days: tuple[int, int]) -> None:
    """A frame round some days of the strip, the place where the cycle stands."""
    wide = (span[1] - span[0]) / DAYS
    box = f'x="{num(span[0] + (days[0] - 1) * wide)}" y="{num(y - 2)}" width="{num((days[1] - days[0] + 1) * wide)}" height="14" rx="3"'
    svg.raw(f'<rect {box} fill="none" stroke="#FFFFFF" stroke-width="4.6"/>')
    svg.raw(f'<rect {box} fill="none" stroke="{INK}" stroke-width="2.6"/>')


def fragment_paints(svg: Svg) -> None:
    """Define the hatch of blood."""
    svg.hatch("blood-hatch", "#6B0E1B", 4, 1.2)


def clot(svg: Svg, outline: Sequence[Point]) -> None:
    """A pool or clot of blood, with its hatch."""
    d = soft(outline, True, 5)
    svg.path(d, lighter(BLOOD, 0.12))
    svg.path(d, "url(#blood-hatch)", INK, 1.2)
