"""Mineral in tissue: grains, psammoma bodies, glassy chunks, dense plaques, and the grey-brown of dead tissue."""

import math
import random
from collections.abc import Sequence

from drawing.geometry import Curve, Point, dist, inside, nearest, resample, scatter, wobble
from drawing.palette import MINERAL, MINERAL_DEEP, MINERAL_GLINT, MINERAL_LIGHT, MINERAL_MID, mix
from drawing.svg import Svg, bez, dot, poly

DEAD = "#B9A99B"  # damaged tissue: grey-brown
DEAD_DEEP = "#7E6A5C"


def shard(rng: random.Random, x: float, y: float, r: float, corners: int = 5) -> str:
    """Path text of one angular grain."""
    a0 = rng.uniform(0, math.tau)
    points = []
    for k in range(corners):
        a, q = a0 + math.tau * k / corners, r * rng.uniform(0.72, 1.2)
        points.append((x + q * math.cos(a), y + q * math.sin(a)))
    return poly(points)


def grains(g: Svg, rng: random.Random, places: Sequence[Point], size: tuple[float, float]) -> None:
    """Loose mineral grains with a dark edge and a glint on the larger ones."""
    dark = light = ""
    for x, y in places:
        r = rng.uniform(*size)
        dark += shard(rng, x, y, r)
        if r > 1.8:
            light += shard(rng, x - r * 0.2, y - r * 0.25, r * 0.42, 4)
    g.path(dark, fill=MINERAL, stroke=MINERAL_DEEP, w=0.9)
    if light:
        g.path(light, fill=MINERAL_LIGHT)


def ring_curve(rng: random.Random, x: float, y: float, r: float, rough: float = 0.022) -> Curve:
    """One uneven closed layer of a psammoma body."""
    f = wobble(rng, r * rough, 5)
    n = max(24, round(r * 2.2))
    return [
        (x + (r + f(i / n)) * math.cos(math.tau * i / n), y + (r + f(i / n)) * math.sin(math.tau * i / n))
        for i in range(n)
    ]


def psammoma(
    g: Svg, rng: random.Random, x: float, y: float, r: float, layers: int = 5, core: float = 0.16
) -> None:
    """Round grain with onion-like layers, seen in section; `core` is the share of r that is not layered."""
    tones = (MINERAL, mix(MINERAL_MID, MINERAL_LIGHT, 0.55))
    for k in range(layers):
        band = r * (1 - core) / layers
        outer = r - band * k
        g.path(
            bez(ring_curve(rng, x, y, outer), True, 4),
            fill=tones[k % 2],
            stroke=MINERAL_DEEP,
            w=2 if k == 0 else 1.5,
        )
        g.path(
            bez(ring_curve(rng, x, y, outer - band * 0.45, 0.02), True, 4),
            stroke=MINERAL_DEEP if k % 2 else MINERAL_LIGHT,
            w=0.8,
            so=0.55,
        )
    g.path(bez(ring_curve(rng, x, y, r * core, 0.09), True, 3), fill=MINERAL_DEEP)
    g.path(dot(x - r * core * 0.25, y - r * core * 0.3, r * core * 0.3), fill=MINERAL_LIGHT)
    cracks = ""
    for _ in range(max(3, layers)):
        a, r0 = rng.uniform(0, math.tau), rng.uniform(0.35, 0.7) * r
        r1 = r0 + rng.uniform(0.14, 0.3) * r
        pts = [
            (x + q * math.cos(a + b), y + q * math.sin(a + b))
            for q, b in ((r0, 0), ((r0 + r1) / 2, rng.uniform(-0.05, 0.05)), (r1, rng.uniform(-0.06, 0.06)))
        ]
        cracks += poly(pts, False)
    g.path(cracks, stroke=MINERAL_DEEP, w=0.8, so=0.75)
    shine = [(x + r * 0.91 * math.cos(a / 40), y + r * 0.91 * math.sin(a / 40)) for a in range(-118, -66, 4)]
    g.path(bez(shine, every=12), stroke="#FFFFFF", w=max(1.2, r * 0.05), so=0.55)


def chunk(g: Svg, rng: random.Random, outline: Sequence[Point], inner: float = 0.52) -> None:
    """Glassy lump: flat facets round a table, lit from the upper left, with fine ripples of a shell fracture."""
    n = len(outline)
    cx, cy = sum(p[0] for p in outline) / n, sum(p[1] for p in outline) / n
    table = []
    for i in range(0, n, 2):
        q = inner * rng.uniform(0.75, 1.2)
        table.append((cx + (outline[i][0] - cx) * q - 2, cy + (outline[i][1] - cy) * q - 2))
    g.path(poly(outline), fill=MINERAL, stroke=MINERAL_DEEP, w=2)
    for i in range(n):
        a, b = outline[i], outline[(i + 1) % n]
        t = table[(i // 2) % len(table)]
        face = [a, b, table[((i + 1) // 2) % len(table)], t]
        mx, my = (a[0] + b[0]) / 2 - cx, (a[1] + b[1]) / 2 - cy
        lit = (-0.6 * mx - 0.8 * my) / (math.hypot(mx, my) or 1) + rng.uniform(-0.25, 0.25)
        tone = (
            mix(MINERAL, MINERAL_GLINT, 0.25 + 0.5 * lit)
            if lit > 0
            else mix(MINERAL, MINERAL_DEEP, -0.6 * lit)
        )
        g.path(poly(face), fill=tone, stroke=MINERAL_DEEP, w=0.8)
    g.path(poly(table), fill=mix(MINERAL_LIGHT, "#FFFFFF", 0.3), stroke=MINERAL_DEEP, w=1)
    g.path(ripples(table, 4), stroke=MINERAL, w=0.9, so=0.7)


def ripples(face: Sequence[Point], count: int) -> str:
    """Path text of arcs round one corner of a face, as in broken glass."""
    c, far = face[0], face[len(face) // 2]
    reach = dist(c, far)
    a = math.atan2(far[1] - c[1], far[0] - c[0])
    out = ""
    for k in range(1, count + 1):
        r = reach * (0.25 + 0.6 * k / count)
        arc = [(c[0] + r * math.cos(a + s / 20), c[1] + r * math.sin(a + s / 20)) for s in range(-9, 10, 2)]
        kept = [p for p in arc if inside(p, face)]
        if len(kept) > 3:
            out += bez(kept, every=10)
    return out or poly([c, far], False)


def crust(g: Svg, rng: random.Random, outline: Sequence[Point], grain: float = 5.0) -> None:
    """Dense plaque: angular grains along the edge, facets inside, a few cracks across."""
    ring = resample(outline, step=grain * 0.9, closed=True)
    g.path(
        "".join(shard(rng, x, y, grain * rng.uniform(0.5, 0.9)) for x, y in ring),
        fill=MINERAL_MID,
        stroke=MINERAL_DEEP,
        w=1.2,
    )
    g.path(bez(outline, True, 6), fill=MINERAL)
    xs, ys = [p[0] for p in outline], [p[1] for p in outline]
    tones = [
        mix(MINERAL_DEEP, MINERAL, 0.5),
        mix(MINERAL_DEEP, MINERAL, 0.8),
        MINERAL,
        MINERAL_MID,
        mix(MINERAL_MID, MINERAL_LIGHT, 0.5),
        MINERAL_LIGHT,
    ]
    heap = [""] * len(tones)
    for x, y in scatter(rng, (min(xs), min(ys), max(xs), max(ys)), grain * 0.75, 900):
        if not inside((x, y), outline):
            continue
        edge = min(1.0, dist((x, y), ring[nearest(ring, (x, y))]) / (grain * 2.2))
        up = 1 if inside((x, y - grain * 2.4), outline) else 2
        k = int(1.4 + 2.0 * (up - 1) + 1.6 * edge + rng.uniform(-1.6, 1.6))
        heap[max(0, min(len(tones) - 1, k))] += shard(rng, x, y, grain * rng.uniform(0.5, 1.0))
    for tone, d in zip(tones, heap, strict=True):
        if d:
            g.path(d, fill=tone, stroke=MINERAL_DEEP, w=0.6, so=0.5, fo=0.9)
