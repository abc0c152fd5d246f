"""The lining on about day 21: coiled glands, spiral arteries, swollen stroma."""

import math
import random

from drawing.contours import Field
from drawing.geometry import Curve, Point, blob, coil, inside, ramp, smoothstep, spline, wobble
from drawing.palette import (
    ARTERY,
    BASALIS,
    INFERRED,
    INFERRED_DASH,
    INK,
    LUMEN,
    MYOMETRIUM,
    SECRETION,
    darker,
    lighter,
)
from drawing.svg import Svg, bez, dot, poly
from drawing.tissue import Epithelium, area, below, bundles, muscle, nuclei, stroma, uneven
from drawing.vessels import artery, capillaries, spiral_artery

W, H = 640, 400
MOUTHS = (122, 322, 522)
VESSELS = (218, 424)
DEPTH = 8.5  # height of the epithelium


def surface(x: float) -> float:
    return 48 + 2.2 * math.sin(x / 21) + 1.6 * math.sin(x / 53 + 1)


def gland(rng: random.Random, x: float, foot: float) -> tuple[Curve, object]:
    """Centre line from the mouth to the blind end, and the width of its lumen."""
    lean = rng.uniform(-7, 7)
    axis = spline(
        [(x, 40), (x + 1, 86), (x + lean, 150), (x - lean, 230), (x + lean * 0.6, 290), (x + 2, foot)],
        step=1.5,
    )
    noise = wobble(rng, 5)
    swing = ramp((0.1, 0), (0.32, 17), (0.55, 25), (0.76, 25), (0.9, 9), (1, 5))
    line = coil(axis, lambda u: swing(u) + noise(u) * smoothstep(0.2, 0.4, u), 5.6, rng.uniform(0, 6))
    return line, ramp((0, 12), (0.14, 9), (0.3, 13), (0.5, 21), (0.8, 21), (0.9, 9), (1, 8))


def secretion(rng: random.Random, g: Svg, lines: list[Curve], field: Field) -> None:
    """Clumps and droplets that fill the lumens of the spongy part."""
    clumps, drops = "", ""
    for line in lines:
        for i in range(40, len(line) - 24, 2):
            x, y = line[i][0] + rng.uniform(-6, 6), line[i][1] + rng.uniform(-5, 5)
            if y < 88 or field.at(x, y) > -4.5:
                continue
            r = rng.uniform(2, 4.4)
            if rng.random() < 0.45:
                clumps += bez(blob(rng, x, y, r * 1.2, r * 0.9, 0.16, 6, rng.uniform(0, 3)), True, 4)
            else:
                drops += dot(x, y, r * 0.6)
    g.path(clumps, fill=SECRETION, stroke=darker(SECRETION, 0.35), w=0.7)
    g.path(drops, fill=lighter(SECRETION, 0.35), stroke=darker(SECRETION, 0.3), w=0.6)


def draw() -> str:
    rng = random.Random(21)
    g = Svg(W, H, "Mid-secretory endometrium")
    top = [(float(x), surface(x)) for x in range(0, W + 1, 4)]
    border = uneven(rng, 0, W, 286, 6)
    floor = uneven(rng, 0, W, 334, 7)
    glands = [gland(rng, x, f) for x, f in zip(MOUTHS, (318, 326, 314), strict=True)]
    lines = [line for line, _ in glands]
    cavity = Field((-8, 20, W + 8, H - 40), 2)
    cavity.add(lambda x, y: y - surface(x))
    for line, width in glands:
        cavity.add_curve(line, width, soft=11)

    def heights(x: float) -> tuple[float, float]:
        i = min(len(border) - 1, max(0, round(x / 4)))
        return border[i][1], floor[i][1]

    # ---- ground: compact layer, spongy layer, basalis, muscle
    ground = g.linear(
        "lining-fill",
        [(0, "#EDA7BA"), (0.24, "#F2BCC9"), (0.4, "#F8D3DB"), (0.85, "#F5C6D0"), (1, "#EFB6C4")],
    )
    with g.group("functionalis"):
        notched = [(x, 80 if min(abs(x - m) for m in MOUTHS) < 9 else y + 4) for x, y in top]
        g.path(poly(notched + border[::-1]), fill=ground)
    pools: list[tuple[Curve, Point]] = []
    for _ in range(900):
        x, y = rng.uniform(4, W - 4), rng.uniform(112, 280)
        if cavity.at(x, y) < DEPTH + 7 or any(abs(x - v) < 24 for v in VESSELS) or y > heights(x)[0] - 8:
            continue
        if all(math.hypot(x - p[1][0], (y - p[1][1]) * 1.5) > 27 for p in pools):
            rx = rng.uniform(7, 14)
            shape = blob(rng, x, y, rx, rx * 0.55, 0.2, 9, rng.uniform(-0.5, 0.5))
            pools.append((spline(shape, True, 1.5), (x, y)))

    def room(x: float, y: float) -> float:
        edge, base = heights(x)
        if cavity.at(x, y) < DEPTH + 3 or y > base - 4 or any(abs(x - v) < 15 for v in VESSELS if y > 84):
            return 0
        if y > edge + 2:
            return 6.4
        if any(inside((x, y), p) for p, _ in pools):
            return 0
        return 7.2 + 4.6 * smoothstep(86, 130, y)

    marks = nuclei(rng, (3, 58, W - 3, 345), room)
    shallow = [m for x, y, m in marks if y <= heights(x)[0]]
    deep = [m for x, y, m in marks if y > heights(x)[0]]
    with g.group("oedematous-stroma"):
        upper = [(x, 104 + 4 * math.sin(x / 37)) for x, _ in top]
        g.path(area(upper, border, 16), fill="#FBE3E9", fo=0.25)
        fine = bundles(
            rng,
            330,
            (4, 96, W - 4, 282),
            lambda x, y: 0.5 * math.sin(x / 31 + y / 23),
            (8, 20),
            lambda x, y: cavity.at(x, y) > DEPTH + 3 and y < heights(x)[0] - 2,
        )
        g.path(fine, stroke="#DE93A9", w=0.8, so=0.65)
        g.path("".join(bez(p, True, 9) for p, _ in pools), fill="#FFF6F8", fo=0.9, stroke="#E5A3B5", w=0.8)
        stroma(g, shallow)
    with g.group("basalis"):
        g.path(area(border, floor), fill=BASALIS)
        stroma(g, deep, 0.95)
        g.path(bez(border, every=9), stroke=INK, w=INFERRED, dash=INFERRED_DASH)
    with g.group("myometrium"):
        flesh = g.linear("muscle-fill", [(0, lighter(MYOMETRIUM, 0.1)), (1, darker(MYOMETRIUM, 0.16))])
        g.path(below(floor, H), fill=flesh)

        def flow(x: float, y: float) -> float:
            return 0.22 * math.sin(x / 60 + y / 25) + 0.08

        under = lambda x, y: heights(x)[1] + 3 < y < H + 6  # noqa: E731
        muscle(
            g,
            bundles(rng, 240, (-10, 330, W + 10, H + 5), flow, (16, 48), under),
            bundles(rng, 150, (-10, 330, W + 10, H + 5), flow, (12, 34), under),
        )
        g.path(bez(floor, every=8), stroke=INK, w=1.6)

    # ---- arteries
    with g.group("spiral-artery"):
        for k, x in enumerate(VESSELS):
            up = spline([(x + 3 - 6 * k, 352), (x + 4, 300), (x - 5, 230), (x + 5, 160), (x - 1, 96)], step=1)
            start = (up[-1][0] + 2, up[-1][1] + 2)
            ends = [(x - 46, 64), (x - 22, 62), (x + 3, 61), (x + 26, 63), (x + 48, 64)]
            fan = capillaries(rng, start, ends)
            net = [uneven(rng, x - 62, x + 62, 67 + 7 * k, 2.5) for k in range(2)]
            g.path("".join(bez(c, every=10) for c in fan + net), stroke=ARTERY, w=1.4, so=0.9)
            branch = spline([(x + 3 - 6 * k, 352), (x + 16, 336), (x + 30, 322), (x + 37, 308)], step=1.2)
            artery(g, branch, ramp((0, 4.4), (1, 2)), 5)
            spiral_artery(g, up, ramp((0, 2), (0.08, 9.5), (0.6, 9.5), (1, 5)), 15.5, 5.4)
            feed = spline([(x + 20 - 40 * k, H + 8), (x + 9 - 18 * k, 380), (x + 3 - 6 * k, 348)], step=1.2)
            artery(g, feed, ramp((0, 9), (1, 7)))

    # ---- epithelium, the glands first: one continuous layer in two groups
    cells = Epithelium(g, cavity, "cells", DEPTH)
    fade = g.linear("lumen-fill", [(0, LUMEN, 0), (1, LUMEN, 1)], (0, 44, 0, 82), user=True)
    cut = 74
    with g.group("coiled-gland", g.mask("deep-part", f'<path d="M0 {cut}H{W}V{H}H0Z" fill="#FFFFFF"/>')):
        cells.draw(fade)
        secretion(rng, g, lines, cavity)
    with g.group("surface-epithelium", g.mask("top-part", f'<path d="M0 0H{W}V{cut}H0Z" fill="#FFFFFF"/>')):
        cells.draw(fade)
    return g.text()
