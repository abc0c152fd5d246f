"""Ions, inhibitors and crystals: the small signs that carry the chemistry of mineral.

Every sign has its own shape as well as its own colour: calcium a disc, phosphate a triangle, pyrophosphate a
stop sign that holds two joined phosphates, acid a square with a plus, crystals long thin plates.
"""

import math
import random
from collections.abc import Callable

from drawing.geometry import Point, along, blob, dist, inside, resample, spline
from drawing.membranes import trace
from drawing.palette import MINERAL, MINERAL_DEEP, MINERAL_LIGHT, MINERAL_MID, mix
from drawing.svg import Svg, bez, num, poly

CALCIUM = "#2C86D3"
CALCIUM_EDGE = "#154F86"
PHOSPHATE = "#F0BE3C"
PHOSPHATE_EDGE = "#7A5600"
STOP = "#B3262B"
STOP_EDGE = "#5E0E14"
ACID = "#F08A3C"
ACID_EDGE = "#7E3A08"
GRAIN_TONES = (
    mix(MINERAL_DEEP, MINERAL, 0.55),
    mix(MINERAL_DEEP, MINERAL, 0.8),
    MINERAL,
    mix(MINERAL, MINERAL_MID, 0.5),
    MINERAL_MID,
    mix(MINERAL_MID, MINERAL_LIGHT, 0.5),
    MINERAL_LIGHT,
)

_TRIANGLE = "M0-4.8L4.6 3.2H-4.6Z"


def _octagon(r: float) -> list[Point]:
    return [
        (r * math.cos(math.pi / 8 + k * math.pi / 4), r * math.sin(math.pi / 8 + k * math.pi / 4))
        for k in range(8)
    ]


def ion_symbols(svg: Svg) -> None:
    """Define the symbols calcium, phosphate and acid, each about 9 units across."""
    svg.symbol(
        "calcium",
        f'<circle r="4.3" fill="{CALCIUM}" stroke="{CALCIUM_EDGE}"/><circle cx="-1.3" cy="-1.4" r="1.2" fill="#BFE0F8"/>',
    )
    svg.symbol(
        "phosphate",
        f'<path d="{_TRIANGLE}" fill="{PHOSPHATE}" stroke="{PHOSPHATE_EDGE}" stroke-linejoin="round"/>',
    )
    svg.symbol(
        "acid",
        f'<rect x="-4.4" y="-4.4" width="8.8" height="8.8" rx="2" fill="{ACID}" stroke="{ACID_EDGE}"/>'
        '<path d="M-2.3 0H2.3M0-2.3V2.3" stroke="#FFFFFF" stroke-width="1.5" stroke-linecap="round"/>',
    )


def inhibitor_symbols(svg: Svg) -> None:
    """Define pyrophosphate (the stop sign of two joined phosphates, 21 across) and its two broken halves."""
    frame = _octagon(10.4)
    inner = _octagon(8.4)
    pair = (
        '<path d="M-2 .8H2" stroke="#FFFFFF" stroke-width="2.2"/>'
        f'<path d="M-3.9-3L-.6 3H-7.2ZM3.9-3L7.2 3H.6Z" fill="{PHOSPHATE}" stroke="{PHOSPHATE_EDGE}" '
        'stroke-width=".7" stroke-linejoin="round"/>'
    )
    svg.symbol(
        "pyrophosphate-sign",
        f'<path d="{poly(frame)}" fill="{STOP}" stroke="{STOP_EDGE}" stroke-linejoin="round"/>'
        f'<path d="{poly(inner)}" fill="none" stroke="#FFFFFF"/>{pair}',
    )
    left = [p for p in frame if p[0] < 0]
    left.sort(key=lambda p: p[1])
    crack = [(0.5, -9.4), (-1.6, -5), (1.2, -1), (-1.8, 3), (0.6, 9.4)]
    half = [*crack, *left[::-1]]
    for name, sign in (("pyrophosphate-left", 1), ("pyrophosphate-right", -1)):
        outline = [(x * sign, y) for x, y in half]
        svg.symbol(
            name,
            f'<path d="{poly(outline)}" fill="{mix(STOP, "#FFFFFF", 0.18)}" stroke="{STOP_EDGE}" stroke-linejoin="round"/>'
            f'<path d="M{num(-4.6 * sign)}-3.4l3.4 6.2h-6.8Z" fill="{PHOSPHATE}" stroke="{PHOSPHATE_EDGE}" '
            'stroke-width=".7" stroke-linejoin="round"/>',
        )


def crystal_symbols(svg: Svg) -> None:
    """Define needle (20 long), plate (34 long), prism (34 long) and rosette (24 across)."""
    for name, long, wide, shine in (("needle", 10, 2.2, 1.1), ("plate", 17, 2.5, 1.2)):
        tip = long * 0.72
        svg.symbol(
            name,
            f'<path d="M0-{long}L{wide}-{num(tip)}V{num(tip)}L0 {long}L-{wide} {num(tip)}V-{num(tip)}Z" fill="{MINERAL}" '
            f'stroke="{MINERAL_DEEP}" stroke-width=".9" stroke-linejoin="round"/>'
            f'<path d="M-.5-{num(tip)}V{num(tip)}" stroke="{MINERAL_LIGHT}" stroke-width="{shine}"/>',
        )
    svg.symbol(
        "prism",
        f'<path d="M-6-13L0-17L6-13V13L0 17L-6 13Z" fill="{MINERAL}" stroke="{MINERAL_DEEP}" stroke-width="1.2" '
        f'stroke-linejoin="round"/><path d="M-6-13L-2-10V14.5L-6 13Z" fill="{MINERAL_LIGHT}"/>'
        '<path d="M-6-13L-2-10L6-13L0-17Z" fill="#DAD9F7"/>'
        f'<path d="M-6-13L-2-10L6-13M-2-10V15.5" fill="none" stroke="{MINERAL_DEEP}" stroke-width=".8"/>',
    )
    rng = random.Random(8)
    rays, lights = "", ""
    for k in range(22):
        a = math.radians(k * 16.4 + rng.uniform(-7, 7))
        far = rng.choice((7, 9, 11, 13)) + rng.uniform(-1, 2)
        c, s = math.cos(a), math.sin(a)
        ray = f"M{num(2.5 * c)} {num(2.5 * s)}L{num(far * c)} {num(far * s)}"
        rays += ray
        lights += ray if k % 2 else ""
    svg.symbol(
        "rosette",
        f'<path d="{rays}" stroke="{MINERAL_DEEP}" stroke-width="2.6" fill="none"/>'
        f'<path d="{rays}" stroke="{MINERAL}" stroke-width="1.4" fill="none"/>'
        f'<path d="{lights}" stroke="{MINERAL_LIGHT}" stroke-width=".9" fill="none"/>'
        f'<path d="M-4-1L-1-4L3-3L4 1L1 4L-3 3Z" fill="{MINERAL_DEEP}"/>',
    )


def _grain(rng: random.Random, x: float, y: float, r: float) -> str:
    """Path text of one five-sided grain."""
    start = rng.uniform(0, math.tau)
    corners = [
        (
            x + r * rng.uniform(0.7, 1.15) * math.cos(start + k * 1.257),
            y + r * rng.uniform(0.7, 1.15) * math.sin(start + k * 1.257),
        )
        for k in range(5)
    ]
    (x0, y0), *rest = [(round(u), round(v)) for u, v in corners]
    out = f"M{x0} {y0}l"
    for u, v in rest:
        out += (f"{u - x0}" if out[-1] == "l" or u < x0 else f" {u - x0}") + (
            f"{v - y0}" if v < y0 else f" {v - y0}"
        )
        x0, y0 = u, v
    return out + "z"


def clump(
    svg: Svg,
    rng: random.Random,
    outline: list[Point],
    grain: tuple[float, float] = (4, 12.5),
    count: int = 230,
) -> None:
    """A solid clump of faceted mineral inside an outline, lit from the upper left."""
    ring = spline(outline, closed=True, step=4)
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    cx, cy, rx, ry = sum(xs) / len(xs), sum(ys) / len(ys), (max(xs) - min(xs)) / 2, (max(ys) - min(ys)) / 2
    rim = "".join(
        _grain(
            rng, x + rng.uniform(-2, 2), y + rng.uniform(-2, 2), rng.uniform(grain[0] * 0.8, grain[1] * 0.7)
        )
        for x, y in resample(ring, step=grain[0] * 1.6, closed=True)
    )
    svg.path(rim, MINERAL_MID, MINERAL_DEEP, 1.4)
    svg.path(bez(ring, True, 16), MINERAL)
    tones = dict.fromkeys(GRAIN_TONES, "")
    for _ in range(count):
        x, y = rng.uniform(cx - rx, cx + rx), rng.uniform(cy - ry, cy + ry)
        if not inside((x, y), ring):
            continue
        lit = (cy - y) / ry + (cx - x) / (2.2 * rx) + rng.uniform(-0.9, 0.9)
        tones[GRAIN_TONES[max(0, min(6, int(3 + lit * 2.4)))]] += _grain(rng, x, y, rng.uniform(*grain))
    for tone, d in tones.items():
        if d:
            svg.path(d, tone, MINERAL_DEEP, 0.7, fo=0.85, so=0.55)


def dusting(
    svg: Svg, rng: random.Random, places: list[Point], size: tuple[float, float] = (1.0, 2.6)
) -> None:
    """Fine blue-violet granules at places, as haematoxylin shows early mineral: two shapes in all."""
    dark, light = "", ""
    for x, y in places:
        r = rng.uniform(*size)
        grain = trace(blob(rng, x, y, r, r, 0.25, 5), True)
        if rng.random() < 0.6:
            dark += grain
        else:
            light += grain
    svg.path(dark, MINERAL, MINERAL_DEEP, 0.7)
    svg.path(light, MINERAL_LIGHT, MINERAL_DEEP, 0.7)


def needles_along(
    svg: Svg,
    rng: random.Random,
    curve: list[Point],
    count: int,
    spread: float = 3.0,
    size: tuple[float, float] = (0.5, 0.8),
) -> None:
    """Needles that lie along a fibre, slightly askew."""
    for k in range(count):
        x, y, heading = along(curve, (k + rng.uniform(0.2, 0.8)) / count)
        svg.use(
            "needle",
            x + rng.uniform(-spread, spread) * 0.4,
            y + rng.uniform(-spread, spread),
            math.degrees(heading) + 90 + rng.uniform(-18, 18),
            rng.uniform(*size),
        )


def sprinkle(
    rng: random.Random,
    box: tuple[float, float, float, float],
    count: int,
    gap: float,
    allowed: Callable[[Point], bool] | None = None,
) -> list[Point]:
    """Up to `count` points in the box, `gap` apart, where allowed(point) holds."""
    kept: list[Point] = []
    for _ in range(count * 60):
        p = (rng.uniform(box[0], box[2]), rng.uniform(box[1], box[3]))
        if (allowed is None or allowed(p)) and all(dist(p, q) >= gap for q in kept):
            kept.append(p)
            if len(kept) == count:
                break
    return kept
