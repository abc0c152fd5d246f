"""What the hysteroscope shows: a bony plate in a rosy lining, with the opening of the tube beside it."""

import math
import random
from collections.abc import Sequence

from drawing.geometry import (
    Curve,
    Point,
    blob,
    circle,
    dist,
    inside,
    nearest,
    offset,
    scatter,
    smooth,
    spline,
)
from drawing.palette import INK
from drawing.svg import Svg, bez, dot, num
from drawing.ultrasound import blur

X, Y, R = 320.0, 200.0, 190.0
OSTIUM = (414.0, 118.0)
SOFT2, SOFT6 = 'filter="url(#soft-2)"', 'filter="url(#soft-6)"'
PLATES = (
    [
        (166, 280),
        (184, 256),
        (214, 248),
        (240, 262),
        (262, 258),
        (276, 274),
        (262, 292),
        (232, 296),
        (214, 308),
        (186, 302),
    ],
    [
        (256, 300),
        (270, 276),
        (304, 270),
        (330, 256),
        (362, 262),
        (372, 280),
        (350, 294),
        (322, 298),
        (300, 314),
        (270, 316),
    ],
    [
        (190, 240),
        (206, 214),
        (232, 206),
        (248, 188),
        (272, 192),
        (292, 180),
        (330, 188),
        (356, 206),
        (350, 232),
        (326, 240),
        (314, 258),
        (284, 252),
        (262, 270),
        (236, 258),
        (212, 262),
    ],
    [(392, 296), (402, 276), (424, 268), (440, 280), (434, 302), (410, 312)],
    [(216, 340), (234, 326), (262, 328), (270, 342), (248, 354), (226, 354)],
)


def field(g: Svg) -> None:
    """The round field: rosy, brightest where the light falls, darker towards the far horn."""
    light = g.radial(
        "light",
        [(0, "#FFE0DA"), (0.28, "#F6BDB8"), (0.62, "#DE8B8D"), (0.86, "#B65F68"), (1, "#7E3A47")],
        (286, 232, 236),
        user=True,
    )
    g.path(dot(X, Y, R), fill=light)
    deep = g.radial(
        "deep", [(0, "#5A1F30", 0.85), (0.5, "#7A2F3F", 0.45), (1, "#9A4A55", 0)], (*OSTIUM, 104), user=True
    )
    g.path(dot(*OSTIUM, 104), fill=deep)


def folds(g: Svg, rng: random.Random) -> None:
    """The lining: soft folds towards the opening of the tube, and a velvet of gland mouths."""
    dark = light = ""
    for k in range(11):
        a = math.tau * k / 11 + 0.2
        ring: Curve = []
        for i in range(7):
            r = 46 + 28 * i
            b = a + 0.16 * math.sin(i * 0.9 + k * 2.1) + rng.uniform(-0.03, 0.03)
            ring.append((OSTIUM[0] + r * math.cos(b) * 1.1, OSTIUM[1] + r * math.sin(b) * 0.9))
        curve = spline(ring, step=3)
        dark += bez(curve, every=14)
        light += bez(offset(curve, 5), every=14)
    g.path(dark, stroke="#A14C58", w=7, so=0.24, extra=SOFT2)
    g.path(light, stroke="#FFE9E4", w=4.5, so=0.42, extra=SOFT2)
    mouths = shine = ""
    for x, y in scatter(rng, (130, 10, 510, 390), 9.5, 2600):
        if dist((x, y), (X, Y)) < R - 5 and dist((x, y), OSTIUM) > 34:
            a = math.atan2(y - OSTIUM[1], x - OSTIUM[0])
            dx, dy = 1.1 * math.cos(a), 1.1 * math.sin(a)
            mouths += f"M{num(x - dx)} {num(y - dy)}l{num(2 * dx)} {num(2 * dy)}"
            if rng.random() < 0.35:
                shine += f"M{num(x + 2)} {num(y - 2.4)}h.1"
    g.path(mouths, stroke="#B0505F", w=1.7, so=0.6)
    g.path(shine, stroke="#FFFFFF", w=1.8, so=0.6)


def vessels(g: Svg, rng: random.Random) -> None:
    """Fine branching vessels of the lining; none runs over the plates."""
    d = ""
    taken: Curve = []
    for _ in range(60):
        a, r = rng.uniform(0, math.tau), rng.uniform(50, 176)
        start = (X + r * math.cos(a), Y + r * math.sin(a))
        heading = rng.uniform(0, math.tau)
        stem = twig(rng, start, heading, 8)
        twigs = [stem, *(twig(rng, stem[i], heading + turn, 4) for i, turn in ((3, 0.8), (5, -0.8)))]
        points = [p for t in twigs for p in t]
        clear = all(dist(p, (X, Y)) < R - 8 and dist(p, OSTIUM) > 44 for p in points)
        apart = all(dist(p, q) > 20 for p in points for q in taken)
        off = all(not inside(p, s) and dist(p, s[nearest(s, p)]) > 9 for p in points for s in PLATES)
        if clear and apart and off:
            d += "".join(bez(spline(t, step=2), every=7) for t in twigs)
            taken += points
    g.path(d, stroke="#A92C3C", w=1.2, so=0.7)


def twig(rng: random.Random, start: Point, heading: float, steps: int) -> Curve:
    """A winding line of short steps."""
    line = [start]
    for _ in range(steps):
        heading += rng.uniform(-0.45, 0.45)
        line.append((line[-1][0] + 6 * math.cos(heading), line[-1][1] + 6 * math.sin(heading)))
    return line


def ostium(g: Svg) -> None:
    """The opening of the tube: a dark slit in a pale ring at the bottom of the horn."""
    x, y = OSTIUM
    mound = [(-30, 8), (-20, -17), (8, -26), (30, -9), (26, 15), (2, 25), (-20, 20)]
    ring = [(-17, 5), (-11, -10), (5, -15), (17, -5), (14, 9), (0, 14), (-11, 12)]
    with g.group("tubal-ostium"):
        bulge = spline([(x + dx, y + dy) for dx, dy in mound], True)
        g.path(bez(bulge, True, 9), fill="#C9727A", fo=0.75, extra=SOFT2)
        rim = spline([(x + dx, y + dy) for dx, dy in ring], True)
        g.path(bez(rim, True, 6), fill="#8E3545", stroke="#F3B4B2", w=3)
        hole = [(x + (px - x) * 0.58, y + (py - y) * 0.58) for px, py in rim]
        g.path(bez(hole, True, 5), fill="#2A0D18", stroke=INK, w=1)
        g.path(bez(circle(x, y, 19, 40)[22:31], every=6), stroke="#FFF1EE", w=1.6, so=0.8)


def coral(rng: random.Random, outline: Sequence[Point]) -> Curve:
    """The sharp, knobbly edge of a plate."""
    curve = spline(outline, True, step=2)
    n = len(curve)
    bumps = [rng.uniform(-3.4, 3.4) for _ in range(n // 3 + 1)]
    return smooth(offset(curve, lambda u: bumps[int(u * (n - 1)) // 3], True, 0), 0.7, True)


def plate(g: Svg, rng: random.Random, outline: Sequence[Point]) -> None:
    """A white coral-like plate: cast shade, sharp edge, knobs and pits, no vessel on it."""
    edge = coral(rng, outline)
    g.path(bez([(x + 5, y + 8) for x, y in edge], True, 9), fill="#5A1F2C", fo=0.5, extra=SOFT2)
    g.path(bez([(x + 1, y + 4) for x, y in edge], True, 6), fill="#CFC6B4", stroke=INK, w=1.2)
    top = [(x, y - 1.5) for x, y in edge]
    g.path(bez(top, True, 4), fill="#FDFBF4", stroke=INK, w=1.6)
    xs, ys = [p[0] for p in top], [p[1] for p in top]
    knobs = pits = lit = ""
    for x, y in scatter(rng, (min(xs), min(ys), max(xs), max(ys)), 8.5, 1500):
        away = dist((x, y), top[nearest(top, (x, y))])
        if not inside((x, y), top) or away < 5:
            continue
        r = rng.uniform(1.8, 5.2)
        if rng.random() < 0.22:
            pits += bez(spline(blob(rng, x, y, r * 0.6, r * 0.4, 0.3, 7), True), True, 3)
        else:
            first = rng.randrange(0, 5)
            knobs += bez(circle(x, y, r, 18, 0.2)[first : first + rng.randrange(5, 9)], every=4)
            lit += bez(circle(x, y, r * 0.8, 18, 3.5)[0:5], every=3)
    g.path(bez(smooth(offset(top, -5, True), 2, True), True, 7), stroke="#CFC3A8", w=2.2, so=0.6)
    g.path(knobs, stroke="#B3A58A", w=1.2, so=0.85)
    g.path(lit, stroke="#FFFFFF", w=1.4)
    g.path(pits, fill="#8E7B5C", stroke="#6A5A42", w=0.6)


def draw() -> str:
    rng = random.Random(17)
    g = Svg(640, 400, "Hysteroscopic view of a bony plate in the lining")
    g.defs += [blur("soft-2", 2), blur("soft-6", 6)]
    with g.group("field-edge"):
        g.path(dot(X, Y, R + 9), fill="#0B090D", stroke="#857795", w=1.2)
    with g.group("field", g.within("round", dot(X, Y, R))):
        with g.group("rosy-lining"):
            field(g)
            folds(g, rng)
            vessels(g, rng)
        ostium(g)
        with g.group("bony-plate"):
            for outline in PLATES:
                plate(g, rng, outline)
        rim = g.radial(
            "rim", [(0, "#000000", 0), (0.86, "#000000", 0), (1, "#000000", 0.55)], (X, Y, R), user=True
        )
        g.path(dot(X, Y, R), fill=rim)
    with g.group("orientation-notch"):
        g.path(f"M{num(X - 9)} {num(Y - R - 4)}h18l-9 15Z", fill="#0B090D", stroke="#0B090D", w=2)
    return g.text()
