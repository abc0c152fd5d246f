"""Ultrasound pictures: the probe's sector, speckle that follows an echo map, shadows and the screen's scales."""

import itertools
import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from drawing.geometry import Point
from drawing.svg import num

LEVELS = 9
SCREEN = "#050507"
CALLIPER = "#F2D15C"
TICK = "#C9D3DA"
Mark = tuple[float, float, float, float]  # a stroke from (x, y) to (x, y)


@dataclass(frozen=True)
class Sector:
    """The fan a curved probe sees: apex of its beams, near and far radius in px, half its angle in degrees."""

    x: float
    y: float
    near: float
    far: float
    half: float

    def at(self, radius: float, degrees: float) -> Point:
        """Point at a distance from the apex on the beam that leans `degrees` from straight down."""
        a = math.radians(degrees)
        return self.x + radius * math.sin(a), self.y + radius * math.cos(a)

    def polar(self, x: float, y: float) -> Point:
        """Distance from the apex and lean of the beam (degrees) through a point."""
        return math.hypot(x - self.x, y - self.y), math.degrees(math.atan2(x - self.x, y - self.y))

    def depth(self, x: float, y: float) -> float:
        """0 at the probe face, 1 at the far edge."""
        return (self.polar(x, y)[0] - self.near) / (self.far - self.near)

    def arc(self, radius: float, a0: float | None = None, a1: float | None = None) -> str:
        """Path text of an arc across the beams."""
        (x0, y0), (x1, y1) = (
            self.at(radius, -self.half if a0 is None else a0),
            self.at(radius, self.half if a1 is None else a1),
        )
        return f"M{_n(x0)} {_n(y0)}A{_n(radius)} {_n(radius)} 0 0 0 {_n(x1)} {_n(y1)}"

    def outline(self) -> str:
        """Path text of the fan."""
        (x0, y0), (x1, y1) = self.at(self.near, -self.half), self.at(self.near, self.half)
        (x2, y2), (x3, y3) = self.at(self.far, self.half), self.at(self.far, -self.half)
        n, f = _n(self.near), _n(self.far)
        return f"M{_n(x0)} {_n(y0)}A{n} {n} 0 0 0 {_n(x1)} {_n(y1)}L{_n(x2)} {_n(y2)}A{f} {f} 0 0 1 {_n(x3)} {_n(y3)}Z"

    def mask(self, mask_id: str) -> str:
        """Definition that keeps a group inside the fan; use as mask="url(#mask_id)"."""
        return f'<mask id="{mask_id}"><path d="{self.outline()}" fill="#ffffff"/></mask>'


def _n(value: float) -> str:
    """Shortest text of a number: as num, without the zero before the point."""
    s = num(value)
    return s[1:] if s.startswith("0.") else "-" + s[2:] if s.startswith("-0.") else s


def _strokes(marks: Sequence[Mark]) -> str:
    """Path text of many short strokes, relative so that it stays small; the pen follows the rounding."""
    out, px, py = [], 0.0, 0.0
    for k, (x0, y0, x1, y1) in enumerate(marks):
        if k == 0:
            px, py = round(x0), round(y0)
            out.append(f"M{px} {py}")
        else:
            out.append("m" + _pair(round(x0 - px), round(y0 - py)))
            px, py = px + round(x0 - px), py + round(y0 - py)
        out.append("l" + _pair(x1 - x0, y1 - y0))
        px, py = px + round(x1 - x0, 1), py + round(y1 - y0, 1)
    return "".join(out)


def _pair(a: float, b: float) -> str:
    s, t = _n(a), _n(b)
    return s + t if t.startswith("-") else f"{s} {t}"


def speckle(
    sector: Sector,
    rng: random.Random,
    echo: Callable[[float, float], float],
    count: int,
    grey: tuple[int, int] = (70, 255),
    blocked: Callable[[float, float], bool] | None = None,
) -> list[str]:
    """Grey paths of the speckle of a picture.

    `echo(x, y)` is the expected echo strength from 0 (black) to 1 (white); each speckle draws its
    brightness from a Rayleigh law round it, as fully developed speckle does. `blocked(r, a)` leaves out
    what lies in a shadow. Strokes lie across the beam and widen with depth.
    """
    cells: list[list[Mark]] = [[] for _ in range(LEVELS)]
    made = 0
    for _ in range(count * 30):
        if made >= count:
            break
        r = math.sqrt(rng.uniform(sector.near**2, sector.far**2))
        a = rng.uniform(-sector.half, sector.half)
        if blocked and blocked(r, a):
            continue
        x, y = sector.at(r, a)
        v = echo(x, y) * (0.4 + 0.58 * math.sqrt(-2 * math.log(1 - rng.random())))
        if v < 0.09:
            continue
        half = (1.5 + r * 0.0052) * rng.uniform(0.55, 1.35)
        c, s = math.cos(math.radians(a)), math.sin(math.radians(a))
        cells[min(LEVELS - 1, int(v * LEVELS))].append(
            (x - half * c, y + half * s, x + half * c, y - half * s)
        )
        made += 1
    out = []
    for i, marks in enumerate(cells):
        if marks:
            g = round(grey[0] + (grey[1] - grey[0]) * (i + 0.5) / LEVELS)
            out.append(
                f'<path d="{_strokes(_walk(marks))}" fill="none" stroke="#{g:02x}{g:02x}{g:02x}" '
                f'stroke-opacity="{_n(0.24 + 0.06 * i)}" stroke-width="1.8"/>'
            )
    return out


def grain(sector: Sector, seed: int, count: int = 2300, wedges: int = 6) -> str:
    """Fine speckle over the whole fan: one wedge of short strokes, repeated side by side, every second one mirrored.

    Speckle multiplies an echo, so it is drawn over the tissue: black strokes deepen it and white ones lift it.
    """
    rng = random.Random(seed)
    lean = sector.half / wedges
    tones = (("#000000", 0.5), ("#000000", 0.3), ("#ffffff", 0.15), ("#ffffff", 0.3))
    heaps: list[list[Mark]] = [[] for _ in tones]
    for k in range(count):
        r = math.sqrt(rng.uniform(sector.near**2, sector.far**2))
        a = math.radians(rng.uniform(-lean, lean))
        half = (0.9 + r * 0.0034) * rng.uniform(0.55, 1.5)
        x, y, dx, dy = r * math.sin(a), r * math.cos(a), half * math.cos(a), half * math.sin(a)
        heaps[k % len(tones)].append((x - dx, y + dy, x + dx, y - dy))
    paths = "".join(
        f'<path d="{_strokes(_walk(marks, 5))}" fill="none" stroke="{colour}" stroke-opacity="{_n(o)}" stroke-width="1.3"/>'
        for marks, (colour, o) in zip(heaps, tones, strict=True)
    )
    first, *rest = (
        f"translate({_n(sector.x)} {_n(sector.y)}) rotate({_n(lean * (wedges - 1 - 2 * k))})"
        + (" scale(-1 1)" if k % 2 else "")
        for k in range(wedges)
    )
    again = "".join(f'<use href="#grain-wedge" transform="{where}"/>' for where in rest)
    return f'<g transform="{first}"><g id="grain-wedge">{paths}</g></g>{again}'


def _walk(marks: Sequence[Mark], band: float = 9.0) -> list[Mark]:
    """Marks in the order of a mower, so that neighbours follow each other."""
    rows: dict[int, list[Mark]] = {}
    for m in marks:
        rows.setdefault(int(m[1] // band), []).append(m)
    out: list[Mark] = []
    for k in sorted(rows):
        out += sorted(rows[k], reverse=bool(k % 2))
    return out


def blur(filter_id: str, deviation: float, pad: int = 30) -> str:
    """Definition of a blur; `pad` is the margin in per cent."""
    return (
        f'<filter id="{filter_id}" x="-{pad}%" y="-{pad}%" width="{100 + 2 * pad}%" height="{100 + 2 * pad}%">'
        f'<feGaussianBlur stdDeviation="{deviation}"/></filter>'
    )


def falloff(sector: Sector, gradient_id: str, start: float = 0.55, dark: float = 0.62) -> str:
    """Definition of the darkening with depth, to be painted over the fan."""
    return (
        f'<radialGradient id="{gradient_id}" gradientUnits="userSpaceOnUse" cx="{_n(sector.x)}" cy="{_n(sector.y)}" '
        f'r="{_n(sector.far)}"><stop offset="0" stop-color="#000000" stop-opacity="0"/><stop offset="{start}" '
        f'stop-color="#000000" stop-opacity="0"/><stop offset="1" stop-color="#000000" stop-opacity="{dark}"/></radialGradient>'
    )


def near_field(sector: Sector) -> list[str]:
    """The bright face of the probe and the reverberation bands below it."""
    rows = ((2, 0.95, 3.2), (8, 0.42, 2.2), (13.5, 0.3, 1.8), (20, 0.18, 2), (28, 0.1, 2.2))
    return [
        f'<path d="{sector.arc(sector.near + r)}" fill="none" stroke="#ffffff" stroke-opacity="{_n(o)}" stroke-width="{w}"/>'
        for r, o, w in rows
    ]


def shadow_outline(sector: Sector, front: Sequence[Point], spread: float = 0.25) -> list[Point]:
    """Closed polygon behind a reflector: `front` runs along it from left to right; sides follow the beams."""
    a0, a1 = sector.polar(*front[0])[1], sector.polar(*front[-1])[1]
    steps = 6
    far = [
        sector.at(sector.far + 2, a1 + spread + (a0 - a1 - 2 * spread) * k / steps) for k in range(steps + 1)
    ]
    return list(front) + far


def in_shadow(sector: Sector, front: Sequence[Point]) -> Callable[[float, float], bool]:
    """Test (r, a) for lying behind a reflector given by its front from left to right."""
    line = [sector.polar(*p) for p in front]

    def test(r: float, a: float) -> bool:
        if not line[0][1] < a < line[-1][1]:
            return False
        for (r0, a0), (r1, a1) in itertools.pairwise(line):
            if a0 <= a <= a1:
                return r > r0 + (r1 - r0) * (a - a0) / ((a1 - a0) or 1) + 1.5
        return False

    return test


def depth_scale(sector: Sector, centimetres: int, x: float = 631) -> str:
    """Ticks at the right edge of the screen: one per half centimetre, longer at each and at every second one."""
    per = (sector.far - sector.near) / centimetres
    d = ""
    for i in range(2 * centimetres + 1):
        size = 8 if i % 4 == 0 else 5 if i % 2 == 0 else 2.5
        d += f"M{_n(x - size)} {_n(sector.y + sector.near + per * i / 2)}H{x}"
    return f'<path d="{d}" fill="none" stroke="{TICK}" stroke-width="1.4"/>'


def grey_bar(x: float = 12, y: float = 28, height: float = 112, gradient_id: str = "grey-bar-fill") -> str:
    """The bar of grey values beside the picture, with its gradient."""
    return (
        f'<linearGradient id="{gradient_id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#ffffff"/>'
        '<stop offset="1" stop-color="#000000"/></linearGradient>'
        f'<rect x="{x}" y="{y}" width="9" height="{height}" fill="url(#{gradient_id})" stroke="#69747c" stroke-width="1"/>'
    )


def calliper(a: Point, b: Point, size: float = 4.5) -> str:
    """Two crosses and the dotted line between them, as on a scanner's screen."""
    cross = "".join(
        f"M{_n(x - size)} {_n(y)}h{_n(2 * size)}M{_n(x)} {_n(y - size)}v{_n(2 * size)}" for x, y in (a, b)
    )
    return (
        f'<path d="M{_n(a[0])} {_n(a[1])}L{_n(b[0])} {_n(b[1])}" fill="none" stroke="{CALLIPER}" stroke-width="1.1" stroke-dasharray="1.4 3"/>'
        f'<path d="{cross}" fill="none" stroke="{CALLIPER}" stroke-width="1.7"/>'
    )
