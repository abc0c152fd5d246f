"""Bone in section, its marrow spaces and cells; natural lumps and spindle nuclei."""

import math
import random
from collections.abc import Callable, Sequence

from drawing.geometry import Curve, Point, blob, dist, inside, nearest, offset, resample, scatter, spline
from drawing.palette import GLAND, INK
from drawing.svg import Svg, bez, dot, num

BONE = "#F0CDB8"
BONE_LINE = "#B9806E"
BONE_IVORY = "#F6EAD0"
MARROW = "#FFF4DC"


def bone(
    g: Svg,
    rng: random.Random,
    outline: Sequence[Point],
    spaces: Sequence[Curve],
    fill: str = BONE,
    cell: float = 1.0,
) -> None:
    """Bone in section: outline, marrow spaces, lamellae round them and osteocytes between; `cell` scales the cells."""
    g.path(bez(outline, True, 6), fill=fill, stroke=INK, w=1.8)
    g.path(bez(offset(outline, -2.6 * cell, True), True, 6), stroke=BONE_LINE, w=0.8, so=0.6)
    lamellae = "".join(bez(offset(s, d * cell, True), True, 5) for s in spaces for d in (3.2, 6.2))
    g.path(lamellae, stroke=BONE_LINE, w=0.8, so=0.6)
    osteocytes(g, rng, outline, spaces, cell)
    marrow = "".join(bez(s, True, 4) for s in spaces)
    g.path(marrow, fill=MARROW, stroke=INK, w=1.1)
    g.path(
        "".join(
            dot(x, y, 1.15 * cell)
            for s in spaces
            for x, y in resample(offset(s, -1.7 * cell, True), step=4.2 * cell, closed=True)
        ),
        fill=GLAND,
    )


def osteocytes(
    g: Svg, rng: random.Random, outline: Sequence[Point], spaces: Sequence[Curve], cell: float
) -> None:
    """Bone cells in their lacunae, lying along the nearest marrow space."""
    xs, ys = [p[0] for p in outline], [p[1] for p in outline]
    hole = nucleus = ""
    for x, y in scatter(rng, (min(xs), min(ys), max(xs), max(ys)), 6.5 * cell, 1500):
        clear = inside((x, y), outline) and not any(inside((x, y), s) for s in spaces)
        if not clear or dist((x, y), outline[nearest(outline, (x, y))]) < 3.2 * cell:
            continue
        edge = min((s[nearest(s, (x, y))] for s in spaces), key=lambda p: dist(p, (x, y)), default=(x, y + 9))
        if dist(edge, (x, y)) < 2.6 * cell:
            continue
        a = math.atan2(edge[1] - y, edge[0] - x) + math.pi / 2
        dx, dy = 1.5 * cell * math.cos(a), 1.5 * cell * math.sin(a)
        hole += f"M{num(x - dx)} {num(y - dy)}l{num(2 * dx)} {num(2 * dy)}"
        nucleus += f"M{num(x - dx * 0.4)} {num(y - dy * 0.4)}l{num(dx * 0.8)} {num(dy * 0.8)}"
    if hole:
        g.path(hole, stroke="#FFF7EC", w=round(2.7 * cell, 1))
        g.path(nucleus, stroke=GLAND, w=round(1.5 * cell, 1))


def marrow_spaces(
    rng: random.Random, outline: Sequence[Point], gap: float, rim: float, thick: float
) -> list[Curve]:
    """Closed marrow spaces that leave trabeculae about `thick` wide between them and a cortex `rim` wide."""
    xs, ys = [p[0] for p in outline], [p[1] for p in outline]
    centres = [
        p
        for p in scatter(rng, (min(xs), min(ys), max(xs), max(ys)), gap, 4000)
        if inside(p, outline) and dist(p, outline[nearest(outline, p)]) > rim + gap * 0.2
    ]
    out = []
    for c in centres:
        reach = _reach(c, centres, outline, rim, thick)
        ring: list[Point] = []
        for k in range(14):
            a = math.tau * k / 14
            r = reach(a) * rng.uniform(0.9, 1.0)
            ring.append((c[0] + r * math.cos(a), c[1] + r * math.sin(a)))
        out.append(spline(ring, True, step=1.5))
    return out


def _reach(
    c: Point, centres: Sequence[Point], outline: Sequence[Point], rim: float, thick: float
) -> Callable[[float], float]:
    """How far a space may grow from its centre in a direction: to the half way to its neighbours."""

    def reach(a: float) -> float:
        r = 0.0
        while r < 26:
            p = (c[0] + (r + 1) * math.cos(a), c[1] + (r + 1) * math.sin(a))
            own = dist(p, c)
            near = min((dist(p, q) for q in centres if q != c), default=99)
            if near - own < thick or not inside(p, outline) or dist(p, outline[nearest(outline, p)]) < rim:
                break
            r += 1
        return max(1.6, r)

    return reach


def nuclei(
    rng: random.Random,
    places: Sequence[Point],
    size: float,
    lean: Callable[[float, float], float] | None = None,
) -> str:
    """Path text of spindle nuclei as short strokes; stroke them with a width of about 0.8 × size."""
    d = ""
    for x, y in places:
        a = lean(x, y) + rng.uniform(-0.4, 0.4) if lean else rng.uniform(0, math.pi)
        q = size * rng.uniform(0.25, 0.55)
        d += f"M{num(x - q * math.cos(a))} {num(y - q * math.sin(a))}l{num(2 * q * math.cos(a))} {num(2 * q * math.sin(a))}"
    return d


def lump(
    rng: random.Random, x: float, y: float, rx: float, ry: float, rough: float = 0.12, turn: float = 0.0
) -> Curve:
    """Closed natural outline of a lump, evenly sampled."""
    return spline(blob(rng, x, y, rx, ry, rough, 16, turn), True, step=2)
