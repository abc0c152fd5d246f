"""Tissue as the microscope shows it: columnar epithelium, stroma, muscle bundles, uneven borders."""

import math
import random
from collections.abc import Callable, Sequence

from drawing.contours import Field
from drawing.geometry import Curve, Point, length, lerp, offset, resample, scatter, spline, wobble
from drawing.palette import FIBRE_DARK, FIBRE_LIGHT, GLAND, INK, LUMEN, STROMA_NUCLEUS, lighter
from drawing.svg import Svg, bez, cubic, dot, num

CYTOPLASM = lighter(GLAND, 0.5)
CELL_LINE = lighter(GLAND, 0.12)


def uneven(rng: random.Random, x0: float, x1: float, y: float, amplitude: float, step: float = 4) -> Curve:
    """A border that runs across the picture at about y, from left to right."""
    slow, fine = wobble(rng, amplitude, 3), wobble(rng, amplitude * 0.35, 5)
    count = round((x1 - x0) / step)
    return [
        (x0 + (x1 - x0) * i / count, y + slow(i / count * 0.9) + fine(i / count * 3))
        for i in range(count + 1)
    ]


def area(top: Sequence[Point], bottom: Sequence[Point], every: float = 8) -> str:
    """Path text between two borders that both run from left to right."""
    return bez(top, every=every) + "L" + bez(bottom[::-1], every=every)[1:] + "Z"


def below(top: Sequence[Point], y: float, every: float = 8) -> str:
    """Path text between a border and the horizontal at y."""
    return bez(top, every=every) + f"L{num(top[-1][0])} {num(y)}L{num(top[0][0])} {num(y)}Z"


def oval(x: float, y: float, rx: float, ry: float, turn: float) -> str:
    """Path text of an ellipse turned by degrees; many in one path count as one shape."""
    a = math.radians(turn)
    dx, dy = rx * math.cos(a), rx * math.sin(a)
    half = f"a{num(rx)} {num(ry)} {round(turn)} 1 0"
    return (
        f"M{num(x - dx)} {num(y - dy)}{half} {num(2 * dx)} {num(2 * dy)}{half} {num(-2 * dx)} {num(-2 * dy)}Z"
    )


def to_top(point: Point) -> Point:
    """The place above the picture that closes a line which leaves it at the left or right."""
    return (point[0], -9.0)


def _lines(field: Field, level: float, every: float, outside: Callable[[Point], Point]) -> str:
    """Path text of a field's level lines; one that leaves the box is closed outside the picture."""
    out = ""
    for line, closed in field.contours(level):
        if length(line, closed) < every * 3:
            continue
        out += bez(line, closed, every)
        if not closed:
            (x1, y1), (x0, y0) = outside(line[-1]), outside(line[0])
            out += f"L{num(x1)} {num(y1)}L{num(x0)} {num(y0)}Z"
    return out


class Epithelium:
    """Columnar epithelium on a field's level 0: cells side by side, each with a nucleus near its base.

    Cell borders and nuclei are dashes along one level line, so that an epithelium of any length costs four
    shapes; the lines are defined once, and `draw` may show them in several groups, each with its own mask.
    Lines that leave the field's box are closed through `outside` of their ends, beyond the open lumen.
    """

    def __init__(
        self,
        svg: Svg,
        field: Field,
        name: str,
        depth: float = 8.5,
        outside: Callable[[Point], Point] = to_top,
    ) -> None:
        self.svg, self.name, self.depth = svg, name, depth
        base, face = _lines(field, depth, 6.4, outside), _lines(field, 0, 5.4, outside)
        for part, d in (
            ("cells", base + face),
            ("row", _lines(field, depth * 0.62, 6.4, outside)),
            ("face", face),
        ):
            svg.symbol(f"{name}-{part}", f'<path d="{d}" fill-rule="evenodd"/>')

    def _use(self, part: str, paint: str) -> None:
        self.svg.raw(f'<use href="#{self.name}-{part}" {paint} stroke-linejoin="round"/>')

    def draw(self, lumen: str) -> None:
        """Draw what the lumen holds, then the cells with their borders and nuclei."""
        self._use("face", f'fill="{lumen}"')
        self._use("cells", f'fill="{CYTOPLASM}" stroke="{INK}" stroke-width="1.4"')
        borders = f'stroke="{CELL_LINE}" stroke-opacity="0.5" stroke-dasharray="0.7 4.3"'
        self._use("row", f'fill="none" stroke-width="{num(self.depth * 0.76)}" {borders}')
        dots = f'stroke="{GLAND}" stroke-linecap="round" stroke-dasharray="1.1 3.9"'
        self._use("row", f'fill="none" stroke-width="{num(self.depth * 0.42)}" {dots}')


def nuclei(
    rng: random.Random, box: tuple[float, float, float, float], gap: Callable[[float, float], float]
) -> list[tuple[float, float, str]]:
    """Places and path texts of stromal nuclei; gap gives the room around one at (x, y), 0 where there is none.

    A nucleus is a short stroke with round ends, a quarter of the size of an ellipse in the file.
    """
    out = []
    for x, y in scatter(rng, box, 4.4, 9000):
        room = gap(x, y)
        if room and rng.random() < (4.4 / room) ** 2:
            a, r = rng.uniform(0, math.pi), rng.uniform(1.5, 2.3)
            out.append((x, y, f"M{num(x)} {num(y)}l{num(r * math.cos(a))} {num(r * math.sin(a))}"))
    return out


def stroma(svg: Svg, texts: Sequence[str], opacity: float = 0.85) -> None:
    """Draw nuclei that `nuclei` placed."""
    svg.path("".join(texts), stroke=STROMA_NUCLEUS, w=3.5, so=opacity)


def bundles(
    rng: random.Random,
    count: int,
    box: tuple[float, float, float, float],
    heading: Callable[[float, float], float],
    size: tuple[float, float] = (14, 40),
    keep: Callable[[float, float], bool] | None = None,
) -> str:
    """Path text of short muscle bundles in the box that follow a heading (radians) at each place."""
    out = ""
    for _ in range(count):
        x, y = rng.uniform(box[0], box[2]), rng.uniform(box[1], box[3])
        a = heading(x, y) + rng.uniform(-0.1, 0.1)
        half, bow = rng.uniform(*size) / 2, rng.uniform(-2.2, 2.2)
        c, s = math.cos(a), math.sin(a)
        along = ((-half, 0.0), (-half / 3, bow), (half / 3, -bow), (half, 0.0))
        p = [(x + u * c - v * s, y + u * s + v * c) for u, v in along]
        if keep is None or all(keep(*q) for q in p):
            out += cubic(p)
    return out


def muscle(svg: Svg, dark: str, light: str) -> None:
    """Draw muscle bundles: dark clefts and light fibres, the texture of the myometrium.

    One long path is slow to paint, so that every 60 bundles make a path of their own.
    """
    for d, colour in ((dark, FIBRE_DARK), (light, FIBRE_LIGHT)):
        pieces = ["M" + piece for piece in d.split("M")[1:]]
        for k in range(0, len(pieces), 60):
            svg.path("".join(pieces[k : k + 60]), stroke=colour, w=1, so=0.5, cap="butt")


def round_gland(svg: Svg, rng: random.Random, x: float, y: float, r: float, tall: float = 10) -> Curve:
    """A gland or tubule in cross-section, its lumen about r wide; returns the outline of the lumen."""
    ring = [(r + tall - 1 + rng.uniform(-2, 2), math.tau * k / 9) for k in range(9)]
    outer = spline([(x + q * math.cos(a), y + q * math.sin(a)) for q, a in ring], True)
    lumen = offset(outer, -tall, True)
    svg.path(bez(outer, True, 5), fill="#CDB8E2", stroke=INK, w=1.4)
    foot = resample(outer, step=tall * 0.62, closed=True)
    crown = resample(lumen, n=len(foot), closed=True)
    sides = "".join(
        f"M{num(p[0])} {num(p[1])}L{num(q[0])} {num(q[1])}" for p, q in zip(foot, crown, strict=True)
    )
    svg.path(sides, stroke=GLAND, w=0.9, so=0.6)
    seat = resample(offset(outer, -tall * 0.36, True), n=len(foot), closed=True)
    middle = [lerp(p, seat[(i + 1) % len(seat)], 0.5) for i, p in enumerate(seat)]
    svg.path("".join(dot(px, py, tall * 0.2) for px, py in middle), fill=GLAND)
    svg.path(bez(lumen, True, 4), fill=LUMEN, stroke=GLAND, w=1.2)
    return lumen
