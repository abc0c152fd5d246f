"""The wall of the uterus from the peritoneum (left) to the cavity (right), and its arteries."""

import math
import random

from drawing.contours import Field
from drawing.geometry import Curve, coil, ramp, scatter, smoothstep, spline, wobble
from drawing.palette import (
    ARTERY,
    BASALIS,
    COMPACT_LAYER,
    FIBRE_DARK,
    FUNCTIONALIS,
    INFERRED,
    INFERRED_DASH,
    INK,
    JUNCTIONAL_ZONE,
    LUMEN,
    MYOMETRIUM,
    MYOMETRIUM_DEEP,
    MYOMETRIUM_LIGHT,
    ORGAN,
    PERIMETRIUM,
    STROMA_NUCLEUS,
    lighter,
    mix,
)
from drawing.svg import Svg, band, bez, dot, num, poly
from drawing.tissue import Epithelium, bundles, muscle, nuclei, stroma, uneven
from drawing.vessels import artery, capillaries, spiral_artery, vein

W, H = 640, 400
# The depth scale of the wall, in hundredths from the outer surface: each border's place.
OUTSIDE, SURFACE = 20.0, 608.0
PERIMETRIUM_END, ZONE_START, BASALIS_START, SPONGY_START, COMPACT_START = 2, 62, 76, 80, 93
RADIAL = (72, 206, 336)
GLANDS = (22, 119, 163, 249, 293, 382)
DEPTH = 6.0


def place(part: float) -> float:
    """x of a depth in hundredths of the wall."""
    return OUTSIDE + (SURFACE - OUTSIDE) * part / 100


def border(rng: random.Random, part: float, amplitude: float) -> Curve:
    """A border that runs from top to bottom at a depth."""
    return [(x, y) for y, x in uneven(rng, -6, H + 6, place(part), amplitude)]


def surface(y: float) -> float:
    return SURFACE + 1.8 * math.sin(y / 24) + 1.3 * math.sin(y / 61 + 2)


def at(curve: Curve, y: float) -> float:
    """x of a border at height y."""
    i = max(0, min(len(curve) - 1, round((y + 6) / 4)))
    return curve[i][0]


class Layers:
    """The borders of the wall, from outside to inside."""

    def __init__(self, rng: random.Random) -> None:
        self.coat = border(rng, 0, 1.4)
        self.muscle = [(x + place(PERIMETRIUM_END) - OUTSIDE, y) for x, y in self.coat]
        self.zone = border(rng, ZONE_START, 6)
        self.floor = border(rng, BASALIS_START, 4)
        self.spongy = border(rng, SPONGY_START, 2.6)
        self.compact = border(rng, COMPACT_START, 3)
        near = lambda y: min(abs(y - m) for m in GLANDS) < 6  # noqa: E731  an open mouth shows no tissue
        self.top = [(surface(y) - (18 if near(y) else 3), float(y)) for y in range(-6, H + 7, 2)]


def gland(rng: random.Random, y: float) -> Curve:
    """Centre line of a gland from its mouth to its blind end in the basalis."""
    foot = place(BASALIS_START) + rng.uniform(-2, 4)
    lean = rng.uniform(-3, 3)
    axis = spline(
        [(SURFACE + 8, y), (place(92), y + lean), (place(86), y - lean), (place(80), y + lean), (foot, y)],
        step=1.2,
    )
    swing, noise = ramp((0.1, 0), (0.34, 4.5), (0.75, 6), (0.9, 2), (1, 1)), wobble(rng, 1.6)
    return coil(axis, lambda u: swing(u) + noise(u) * smoothstep(0.25, 0.4, u), 5.2, rng.uniform(0, 6))


def outer_coats(g: Svg, rng: random.Random, o: Layers) -> None:
    """Perimetrium, outer muscle and junctional zone."""
    with g.group("myometrium"):
        flesh = g.linear(
            "muscle-fill", [(0, MYOMETRIUM), (0.5, MYOMETRIUM_LIGHT), (1, MYOMETRIUM)], (0, 0, 1, 0)
        )
        g.path(band(o.muscle, o.zone, 10), fill=flesh)

        def inside(x: float, y: float) -> bool:
            return at(o.muscle, y) + 2 < x < at(o.zone, y) - 1

        def flow(x: float, y: float) -> float:
            return math.pi / 2 + 1.05 * math.sin(x / 47 + 0.6 * math.sin(y / 61)) * math.cos(y / 83 + x / 150)

        box = (30, -6, 392, H + 6)
        muscle(
            g, bundles(rng, 430, box, flow, (16, 46), inside), bundles(rng, 240, box, flow, (12, 34), inside)
        )
        ends = ""
        for _ in range(26):  # bundles cut across: round-ended dots
            cx, cy = rng.uniform(150, 370), rng.uniform(10, H - 10)
            if min(abs(cy - y) for y in RADIAL) > 17:
                turns = [(k * 2.4, 2.3 * k**0.5) for k in range(9)]
                ends += "".join(
                    f"M{num(cx + r * math.cos(a))} {num(cy + r * math.sin(a))}h.1" for a, r in turns
                )
        g.path(ends, stroke=FIBRE_DARK, w=3)
        g.path(ends, stroke=MYOMETRIUM_DEEP, w=2.1)
    with g.group("junctional-zone"):
        g.path(band(o.zone, o.floor, 8), fill=mix(JUNCTIONAL_ZONE, MYOMETRIUM, 0.22))

        def within(x: float, y: float) -> bool:
            return at(o.zone, y) + 2 < x < at(o.floor, y) - 2

        box = (place(ZONE_START) - 8, -6, place(BASALIS_START) + 8, H + 6)
        along = lambda x, y: math.pi / 2 + 0.14 * math.sin(y / 31 + x / 17)  # noqa: E731
        g.path(bundles(rng, 190, box, along, (14, 34), within), stroke="#6B302D", w=1.1, so=0.6)
        g.path(bundles(rng, 80, box, along, (12, 30), within), stroke="#C98578", w=0.9, so=0.55)
        g.path(bez(o.zone, every=9), stroke=INK, w=INFERRED, dash=INFERRED_DASH)
    with g.group("perimetrium"):
        g.path(band(o.coat, o.muscle, 10), fill=PERIMETRIUM)
        fibres = "".join(bez([(x + k, y) for x, y in o.coat[3:-3]], every=14) for k in (4.2, 7.4))
        g.path(fibres, stroke="#C9A97C", w=0.9, so=0.9)
        g.path("".join(f"M{num(x + 2.4)} {num(y)}v5.5" for x, y in o.coat[2::6]), stroke=STROMA_NUCLEUS, w=2)
        g.path(bez(o.muscle, every=10), stroke=INK, w=1.2)
        g.path(bez(o.coat, every=10), stroke=INK, w=ORGAN)


def lining(g: Svg, rng: random.Random, o: Layers, lumen: Field) -> None:
    """Functionalis in its two parts, basalis and their stroma."""

    def room(x: float, y: float) -> float:
        if lumen.at(x, y) < DEPTH + 2 or x < at(o.floor, y) + 3 or min(abs(y - a) for a in RADIAL) < 12:
            return 0
        return 5.6 if x < at(o.spongy, y) else 9.5 if x < at(o.compact, y) else 6.4

    marks = nuclei(rng, (place(75), 2, SURFACE - 8, H - 2), room)
    with g.group("functionalis"):
        g.path(band(o.spongy, o.compact, 9), fill=lighter(FUNCTIONALIS, 0.25))
        g.path(poly(o.compact + o.top[::-1]), fill=COMPACT_LAYER)
        free = [
            (x, y)
            for x, y in scatter(rng, (place(82), 4, place(92), H - 4), 13, 700)
            if lumen.at(x, y) > DEPTH + 4 and min(abs(y - a) for a in RADIAL) > 15
        ]
        pools = "".join(dot(x, y, rng.uniform(3, 5.4), rng.uniform(2.4, 4)) for x, y in free)
        g.path(pools, fill="#FFF6F8", stroke="#E5A3B5", w=0.7)
        stroma(g, [m for x, y, m in marks if x >= at(o.spongy, y)])
        g.path(bez(o.compact, every=9), stroke=INK, w=1, so=0.55, dash="2 4")
    with g.group("basalis"):
        g.path(band(o.floor, o.spongy, 8), fill=BASALIS)
        stroma(g, [m for x, y, m in marks if x < at(o.spongy, y)], 0.95)
        g.path(bez(o.spongy, every=9), stroke=INK, w=INFERRED, dash=INFERRED_DASH)
        g.path(bez(o.floor, every=8), stroke=INK, w=1.6)


def veins(g: Svg) -> None:
    """Thin-walled veins beside the arteries, paler so that the arteries lead."""
    with g.group("uterine-vein"):
        for y in (141, 271):
            inwards = spline(
                [(place(79), y), (420, y + 1), (300, y + 4), (180, y - 3), (126, y + 6)], step=1.5
            )
            for s in (-1, 1):
                root = spline([(place(83), y + 3 * s), (place(80), y + s), (place(77), y)], step=1)
                vein(g, root, ramp((0, 1.2), (1, 2.4)), 5)
            vein(g, coil(inwards, 2.4, 4), ramp((0, 2.2), (0.2, 3.4), (1, 6.4)), 12)
        vein(g, coil(spline([(124, -8), (128, 120), (122, 260), (127, H + 8)], step=1.5), 2.6, 3), 11, 12)


def arteries(g: Svg, rng: random.Random, o: Layers) -> None:
    """Arcuate, radial, straight and spiral arteries, each in its own group."""
    arc = coil(spline([(92, -8), (88, 110), (95, 240), (90, H + 8)], step=1.5), 3, 3.5)
    starts = [min(arc, key=lambda p, y=y: abs(p[1] - y + 10)) for y in RADIAL]
    forks = [(at(o.floor, y) - 9, y) for y in RADIAL]
    with g.group("radial-artery"):
        for (x, y), fork in zip(starts, forks, strict=True):
            line = spline(
                [(x, y), (x + 26, fork[1] - 3), (200, fork[1] + 3), (330, fork[1] - 3), fork], step=1.5
            )
            artery(g, coil(line, lambda u: 1.6 * math.sin(math.pi * u), 7), ramp((0, 6.4), (1, 4.6)), 10)
    with g.group("arcuate-artery"):
        artery(g, arc, 10, 12)
    with g.group("straight-artery"):
        for (x, y), s in zip(forks, (1, 1, -1), strict=True):
            end = (place(78.3), y + 31 * s)
            stem = spline([(x - 2, y), (x + 6, y + 9 * s), (x + 16, y + 18 * s), end], step=1)
            artery(g, stem, ramp((0, 4.6), (0.8, 3.6), (1, 2.6)), 5)
            tuft = [
                (end[0] + 2, end[1] + 10 * s),
                (end[0] - 8, end[1] + 12 * s),
                (end[0] + 1, end[1] - 3 * s),
            ]
            g.path(
                "".join(bez(c, every=5) for c in capillaries(rng, (end[0] - 1, end[1] - s), tuft, 1)),
                stroke=ARTERY,
                w=1.2,
            )
    with g.group("spiral-artery"):
        for x, y in forks:
            tip = (place(95.5), y)
            fan = capillaries(
                rng, (tip[0] - 2, y), [(SURFACE - 10, y + d) for d in (-30, -17, -6, 6, 18, 30)], 1.6
            )
            net = [
                [(x2 + k, y2) for y2, x2 in uneven(rng, y - 30, y + 30, SURFACE - 13, 1.5)] for k in (0, -6)
            ]
            g.path("".join(bez(c, every=8) for c in fan + net), stroke=ARTERY, w=1.2)
            axis = spline([(x - 3, y), (place(82), y + 3), (place(89), y - 3), tip], step=1)
            spiral_artery(g, axis, ramp((0, 1), (0.12, 8), (0.7, 7.5), (1, 3.5)), 11.5, 4)


def draw() -> str:
    rng = random.Random(33)
    g = Svg(W, H, "The wall of the uterus and its arteries")
    o = Layers(rng)
    lumen = Field((place(73), -8, W + 8, H + 8), 1.6)
    lumen.add(lambda x, y: surface(y) - x)
    for y in GLANDS:
        lumen.add_curve(
            gland(rng, y), ramp((0, 7), (0.25, 5.5), (0.4, 9), (0.75, 10), (0.9, 5), (1, 5)), soft=6
        )
    outer_coats(g, rng, o)
    lining(g, rng, o, lumen)
    veins(g)
    arteries(g, rng, o)
    cells = Epithelium(g, lumen, "cells", DEPTH, lambda p: (W + 12, p[1]))
    clear = g.linear(
        "lumen-fill", [(0, LUMEN, 1), (0.4, LUMEN, 1), (1, LUMEN, 0)], (SURFACE - 60, 0, SURFACE + 2, 0), True
    )
    cut = SURFACE - 11
    with g.group("gland", g.mask("deep-part", f'<path d="M0 0H{num(cut)}V{H}H0Z" fill="#FFFFFF"/>')):
        cells.draw(clear)
    with g.group(
        "surface-epithelium",
        g.mask("top-part", f'<path d="M{num(cut)} 0H{W}V{H}H{num(cut)}Z" fill="#FFFFFF"/>'),
    ):
        cells.draw(clear)
    return g.text()
