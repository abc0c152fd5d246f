"""Bone in section, its trabeculae and cells; natural lumps and spindle nuclei."""

import math
import random
from collections.abc import Callable, Sequence

from drawing.geometry import Curve, Point, blob, dist, inside, nearest, offset, scatter, spline
from drawing.palette import GLAND, INK, STROMA_NUCLEUS
from drawing.svg import Svg, bez, num

BONE = "#F0CDB8"
BONE_LINE = "#B9806E"
BONE_IVORY = "#F6EAD0"
FIBROUS = "#FBE6E6"  # what lies between the trabeculae of bone in the lining: loose stroma, no marrow


def bone(
    g: Svg,
    rng: random.Random,
    outline: Sequence[Point],
    spaces: Sequence[Curve],
    fill: str = BONE,
    cell: float = 1.0,
) -> None:
    """Bone in section: outline, trabeculae with lamellae and osteocytes, loose stroma between; `cell` scales the cells."""
    g.path(bez(outline, True, 6), fill=fill, stroke=INK, w=1.8)
    g.path(bez(offset(outline, -2.6 * cell, True), True, 6), stroke=BONE_LINE, w=0.8, so=0.6)
    lamellae = "".join(bez(offset(s, d * cell, True), True, 5) for s in spaces for d in (3.2, 6.2))
    g.path(lamellae, stroke=BONE_LINE, w=0.8, so=0.6)
    osteocytes(g, rng, outline, spaces, cell)
    g.path("".join(bez(s, True, 4) for s in spaces), fill=FIBROUS, stroke=INK, w=1.1)
    loose = ""
    for s in spaces:
        xs, ys = [p[0] for p in s], [p[1] for p in s]
        for x, y in scatter(rng, (min(xs), min(ys), max(xs), max(ys)), 4.6 * cell, 200):
            if inside((x, y), s) and dist((x, y), s[nearest(s, (x, y))]) > 2 * cell:
                a = rng.uniform(0, math.pi)
                dx, dy = 1.5 * cell * math.cos(a), 1.5 * cell * math.sin(a)
                loose += f"M{num(x - dx)} {num(y - dy)}l{num(2 * dx)} {num(2 * dy)}"
    if loose:
        g.path(loose, stroke=STROMA_NUCLEUS, w=round(1.5 * cell, 1))


def osteocytes(
    g: Svg, rng: random.Random, outline: Sequence[Point], spaces: Sequence[Curve], cell: float
) -> None:
    """Bone cells in their lacunae, lying along the nearest space."""
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


def trabecular_spaces(
    rng: random.Random, outline: Sequence[Point], gap: float, rim: float, thick: float
) -> list[Curve]:
    """Closed spaces that leave trabeculae about `thick` wide between them and a cortex `rim` wide."""
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
