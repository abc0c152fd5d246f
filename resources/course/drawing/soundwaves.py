"""Sound in tissue: the probe, the wave fronts that leave it, the echoes that come back."""

import math
import random
from collections.abc import Iterable

from drawing.geometry import Curve, Point, circle
from drawing.palette import BOUNDARY, FIBRE_DARK, FIBRE_LIGHT, INK, INSTRUMENT, lighter
from drawing.svg import Svg, bez, cubic, dot, num, poly
from drawing.ultrasound import Sector

GOING = "#16365C"
COMING = "#FFD24A"


def probe(g: Svg, fan: Sector, top: float = 2) -> None:
    """The head of the transducer, its curved face on the near edge of the fan."""
    (x0, y0), (x1, y1) = fan.at(fan.near, -fan.half - 4), fan.at(fan.near, fan.half + 4)
    tones = [(0, "#5E6873"), (0.3, lighter(INSTRUMENT, 0.55)), (0.6, INSTRUMENT), (1, "#4E5863")]
    steel = g.linear(f"probe-steel-{num(fan.x)}", tones, (0, 0, 1, 0))
    n = num(fan.near)
    body = (
        f"M{num(x0 + 7)} {num(top)}C{num(x0 + 7)} {num(y0 - 18)} {num(x0)} {num(y0 - 16)} {num(x0)} {num(y0)}"
        f"A{n} {n} 0 0 0 {num(x1)} {num(y1)}C{num(x1)} {num(y1 - 16)} {num(x1 - 7)} {num(y1 - 18)} {num(x1 - 7)} {num(top)}Z"
    )
    g.path(body, fill=steel, stroke=INK, w=BOUNDARY)
    g.path(fan.arc(fan.near - 5, -fan.half, fan.half), stroke="#F4F7FA", w=4.2, cap="butt")
    ticks = "".join(
        poly([fan.at(fan.near - 7.5, a), fan.at(fan.near - 2.5, a)], False) for a in range(-21, 22, 6)
    )
    g.path(ticks, stroke="#4E5863", w=1)


def fronts(
    g: Svg, fan: Sector, rows: Iterable[tuple[float, float, float, float]], colour: str = GOING
) -> None:
    """Wave fronts on their way down: (radius, from degrees, to degrees, strength 0..1)."""
    for r, a0, a1, strong in rows:
        d = fan.arc(r, a0, a1)
        g.path(d, stroke="#FFFFFF", w=2 + 2.6 * strong, so=round(0.25 + 0.4 * strong, 2))
        g.path(d, stroke=colour, w=round(0.7 + 1.9 * strong, 1), so=round(0.35 + 0.65 * strong, 2))


def echoes(g: Svg, x: float, y: float, rows: Iterable[tuple[float, float, float]], lean: float = 0.0) -> None:
    """Echoes on their way up from (x, y): (radius, half angle in degrees, strength 0..1)."""
    for r, half, strong in rows:
        a0, a1 = math.radians(lean - half), math.radians(lean + half)
        d = (
            f"M{num(x + r * math.sin(a0))} {num(y - r * math.cos(a0))}A{num(r)} {num(r)} 0 0 1 "
            f"{num(x + r * math.sin(a1))} {num(y - r * math.cos(a1))}"
        )
        g.path(d, stroke=INK, w=2 + 2.8 * strong)
        g.path(d, stroke=COMING, w=0.8 + 2.1 * strong)


def muscle_block(g: Svg, rng: random.Random, box: tuple[float, float, float, float], name: str) -> None:
    """A block of uterine muscle (x0, y0, x1, y1) with its bundles, corners rounded."""
    x0, y0, x1, y1 = box
    fill = g.linear(name, [(0, "#D8968B"), (0.5, "#CC8278"), (1, "#BC7067")])
    g.raw(
        f'<rect x="{num(x0)}" y="{num(y0)}" width="{num(x1 - x0)}" height="{num(y1 - y0)}" rx="10" fill="{fill}"/>'
    )
    for colour, count, opacity in ((FIBRE_DARK, 150, 0.34), (FIBRE_LIGHT, 130, 0.5)):
        d = ""
        for _ in range(count):
            size = rng.uniform(16, 46)
            x, y = rng.uniform(x0 + 4, x1 - size - 4), rng.uniform(y0 + 8, y1 - 8)
            lean, p = rng.uniform(-3, 3), rng.uniform(0, 6)
            bundle: Curve = [
                (
                    x + size * k / 3,
                    y
                    + lean * k / 3
                    + 2.4 * math.sin((x + size * k / 3) / 30 + y / 26)
                    + 0.8 * math.sin(p + k),
                )
                for k in range(4)
            ]
            if all(y0 + 5 < q[1] < y1 - 5 for q in bundle):
                d += cubic(bundle)
        g.path(d, stroke=colour, w=1, so=opacity)


def ring_of(x: float, y: float, rx: float, ry: float, n: int = 20) -> Curve:
    """Points of an upright ellipse."""
    return [(x + (px - x) * rx, y + (py - y) * ry) for px, py in circle(x, y, 1, n)]


def gland_section(g: Svg, x: float, y: float, rx: float, ry: float, rng: random.Random) -> None:
    """A secretory gland cut across: saw-toothed outline, violet cells, ochre secretion."""
    n = 11
    outer: list[Point] = []
    inner: list[Point] = []
    for k in range(2 * n):
        a = math.tau * k / (2 * n)
        q = (1.0 if k % 2 else 0.86) * rng.uniform(0.95, 1.05)
        outer.append((x + rx * math.cos(a) * rng.uniform(0.97, 1.03), y + ry * math.sin(a)))
        inner.append((x + 0.68 * rx * q * math.cos(a), y + 0.68 * ry * q * math.sin(a)))
    g.path(bez(outer, True, 9), fill="#8F70B8", stroke="#5E3A92", w=1.2)
    g.path(bez(inner, True, 4.4), fill="#FFF6E5", stroke="#5E3A92", w=0.8)
    g.path(dot(x, y, rx * 0.4, ry * 0.36), fill="#E0A92E", fo=0.9)
