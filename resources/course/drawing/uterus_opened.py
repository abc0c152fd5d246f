"""The uterus cut open in the coronal plane, its lining drawn thick: the ground for what lies in it."""

import math
import random
from collections.abc import Callable, Sequence

from drawing.geometry import (
    Curve,
    Point,
    dist,
    lerp,
    mirror,
    offset,
    resample,
    ribbon,
    smoothstep,
    spline,
    wobble,
)
from drawing.palette import (
    BASALIS,
    CAVITY,
    CERVIX,
    FIBRE_DARK,
    FIBRE_LIGHT,
    FUNCTIONALIS,
    GLAND,
    INK,
    MYOMETRIUM_DEEP,
    MYOMETRIUM_LIGHT,
    PERIMETRIUM,
)
from drawing.svg import Svg, bez, cubic, dot

CX = 320
SEROSA = [
    (0, 16), (46, 19), (88, 33), (116, 56), (130, 86), (131, 122), (119, 165), (97, 206), (73, 238),
    (58, 264), (56, 290), (60, 322), (61, 350), (55, 372), (38, 384), (20, 385), (8, 379),
]  # fmt: skip
BODY = [
    (0, 90), (34, 88), (62, 82), (87, 73), (72, 93), (56, 122),
    (44, 156), (33, 192), (21, 228), (10, 256), (4.5, 276),
]  # fmt: skip
CANAL = [(4.5, 276), (6.5, 298), (8, 322), (7, 346), (4.6, 364), (7, 381)]
LINING = 20


def both(half: Sequence[Point]) -> Curve:
    """A half outline given from the midline, and its mirror image."""
    right = [(CX + x, y) for x, y in half]
    return mirror(right, CX)[:-1] + right if half[0][0] == 0 else mirror(right, CX) + right


def cavity_curve(half: Sequence[Point]) -> Curve:
    """The cornu is a corner, so the fundus and the side are two curves."""
    right = [(CX + x, y) for x, y in half]
    side = spline(right[:4], step=1)[:-1] + spline(right[3:], step=1)
    return mirror(side, CX)[:-1] + side


def curves() -> tuple[Curve, Curve, Curve]:
    """Outlines of the organ, of its cavity and of the outer edge of the lining."""
    f = wobble(random.Random(3), 1.2)
    serosa = spline(both(SEROSA), step=1.5)
    serosa = [(x + f(i / len(serosa)), y + 0.5 * f(i / len(serosa) + 0.4)) for i, (x, y) in enumerate(serosa)]
    cavity = cavity_curve(BODY)
    lining = []
    for x, y in offset(resample(cavity, step=1.2), LINING, sigma=3):
        s = smoothstep(236, 278, y)
        lining.append((x + (CX + (5 if x > CX else -5) - x) * s, y))
    return serosa, cavity, [p for p in lining if p[1] < 277]


def fibres(
    rng: random.Random,
    inner: Sequence[Point],
    outer: Sequence[Point],
    count: int,
    reach: tuple[float, float],
    keep: Callable[[Point], bool],
) -> str:
    """Short muscle bundles that run between two curves, as cubic strokes."""
    a, z = resample(inner, n=200), resample(outer, n=200)
    d = ""
    for _ in range(count):
        u, t = rng.uniform(4, 195), rng.uniform(0.06, 0.95)
        size = rng.uniform(*reach) / max(
            0.7, dist(lerp(a[int(u)], z[int(u)], t), lerp(a[int(u) + 1], z[int(u) + 1], t))
        )
        lean = rng.uniform(-0.08, 0.08)
        pts = []
        for k in range(4):
            v = min(198.9, max(0, u + size * (k / 3 - 0.5)))
            w = min(0.97, max(0.03, t + lean * (k / 3 - 0.5)))
            i = int(v)
            pts.append(lerp(lerp(a[i], a[i + 1], v - i), lerp(z[i], z[i + 1], v - i), w))
        if all(keep(p) for p in pts):
            d += cubic(pts)
    return d


def tubes(g: Svg) -> None:
    """The stumps of both tubes."""
    fill = g.linear("tube", [(0, "#E9B1A6"), (1, "#C98378")])
    with g.group("uterine-tubes"):
        for s in (-1, 1):
            p = spline([(CX + s * x, y) for x, y in ((96, 62), (128, 50), (160, 38), (196, 34))])
            g.path(bez(ribbon(p, lambda u: 17 - 2 * u), True, 8), fill=fill, stroke=INK, w=1.8)
            x, y = p[-1]
            g.path(dot(x, y, 4.4, 7.5), fill="#FBE3DF", stroke=INK, w=1.2)
            g.path(dot(x, y, 1.4, 3), fill=CAVITY)


def uterus(
    g: Svg, rng: random.Random, serosa: Curve, cavity: Curve, lining: Curve, keep: Callable[[Point], bool]
) -> None:
    """Muscle with fibres where keep(point) holds, cervix, thick lining and cavity."""
    muscle = g.radial(
        "muscle", [(0, MYOMETRIUM_LIGHT), (0.55, "#BB6A61"), (1, MYOMETRIUM_DEEP)], (CX, 140, 160), user=True
    )
    neck = g.linear(
        "neck", [(0, CERVIX, 0), (0.3, CERVIX, 0.95), (1, "#EAAA98")], (0, 244, 0, 384), user=True
    )
    inner = offset(serosa, -3.6, True)
    with g.group("perimetrium"):
        g.path(bez(serosa, True, 9), fill=PERIMETRIUM, stroke=INK, w=2)
    with g.group("myometrium"):
        g.path(bez(inner, True, 10), fill=muscle, stroke="#7E3F3C", w=0.9)
        wall_in = [p for p in lining if p[1] < 262]
        wall_out = [p for p in inner if p[1] < 262]
        g.path(fibres(rng, wall_in, wall_out, 330, (16, 46), keep), stroke=FIBRE_DARK, w=0.9, so=0.42)
        g.path(fibres(rng, wall_in, wall_out, 200, (14, 36), keep), stroke=FIBRE_LIGHT, w=0.9, so=0.42)
    with g.group("cervix"):
        g.path(bez(inner, True, 8), fill=neck)
        marks = "".join(
            cubic([(CX + s * x + 1.5 * math.sin(y + k), y + 5 * k) for k in range(4)])
            for s, x, y in (
                (rng.choice((-1, 1)), rng.uniform(17, 50), rng.uniform(292, 356)) for _ in range(46)
            )
        )
        g.path(marks, stroke="#C07A6A", w=0.9, so=0.5)
    with g.group("endometrium"):
        fill = g.linear("lining", [(0, FUNCTIONALIS), (1, "#EFB2C1")])
        g.path(bez(lining, every=5) + "Z", fill=BASALIS, stroke=INK, w=1.6)
        zone = offset(resample(cavity, step=1.2), LINING * 0.66, sigma=2)
        zone = [
            (x + (CX + (5 if x > CX else -5) - x) * smoothstep(236, 278, y), y) for x, y in zone if y < 277
        ]
        g.path(bez(zone, every=5) + "Z", fill=fill)
        ducts = ""
        a, z = resample(cavity, n=150), resample(lining, n=150)
        for i in range(6, 145, 3):
            t = rng.uniform(0.75, 0.9)
            ducts += cubic(
                [
                    lerp(lerp(a[i], z[i], 0.06 + t * k / 3), a[i + 1], 0.12 * math.sin(2.2 * k))
                    for k in range(4)
                ]
            )
        g.path(ducts, stroke=GLAND, w=1.1, so=0.45)
    canal = spline([(CX + x, y) for x, y in CANAL], step=1)
    with g.group("cavity"):
        g.path(
            bez(mirror(canal, CX), every=6) + "L" + bez(canal, every=6)[1:] + "Z",
            fill="#B26570",
            stroke=INK,
            w=1.2,
        )
        g.path(bez(cavity, every=4) + "Z", fill=g.linear("cavity-tone", [(0, CAVITY), (1, "#96495B")]))
        g.path(bez(cavity, every=4), stroke=INK, w=1.2)
        palm = "".join(
            cubic([(CX + s * (9 + 3 * k), 300 + 9 * j - 2.6 * k) for k in range(4)])
            for j in range(7)
            for s in (-1, 1)
        )
        g.path(palm, stroke="#B0605A", w=0.9, so=0.7)
