"""Metastatic calcification: high blood calcium reaches four sound tissues that lose acid; the endometrium is spared."""

import math
import random

from drawing.cells import cell_row, red_cells
from drawing.geometry import Curve, Point, blob, dist, inside, resample, shift, spline
from drawing.marks import arrow
from drawing.minerals import dusting, ion_symbols
from drawing.palette import (
    ARTERY,
    BOUNDARY,
    DETAIL,
    FUNCTIONALIS,
    GLAND,
    GLAND_LIGHT,
    INK,
    LUMEN,
    MYOMETRIUM,
    mix,
)
from drawing.signs import card, drop, gauge_paints, level_gauge
from drawing.svg import Svg, bez, dot, num
from drawing.tissue import oval

LEFT, RIGHT = 208, 636  # the four strips
HEIGHT, GAP = 92, 7
TOPS = [4 + k * (HEIGHT + GAP) for k in range(4)]
PLASMA = "#F0B7AC"
GLANDS = [LEFT + 36 + 52 * k for k in range(8)]
ACID_LINE = "#A64A0C"
ALKALINE = "#BFE0F2"


def wave(x0: float, x1: float, y: float, amp: float, length: float, phase: float = 0.0) -> Curve:
    """A softly wavy line from left to right."""
    n = max(8, round(abs(x1 - x0) / 4))
    return [
        (x0 + (x1 - x0) * k / n, y + amp * math.sin((x0 + (x1 - x0) * k / n) / length + phase))
        for k in range(n + 1)
    ]


def closed(top: Curve, bottom: Curve) -> str:
    return bez(top, every=12) + "L" + bez(bottom[::-1], every=12)[1:] + "Z"


def strip(svg: Svg, k: int, fill: str) -> float:
    """The ground of a strip; returns its top."""
    y = TOPS[k]
    svg.raw(f'<rect x="{LEFT}" y="{y}" width="{RIGHT - LEFT}" height="{HEIGHT}" rx="9" fill="{fill}"/>')
    return y


def strip_edge(svg: Svg, k: int) -> None:
    svg.raw(
        f'<rect x="{LEFT}" y="{TOPS[k]}" width="{RIGHT - LEFT}" height="{HEIGHT}" rx="9" fill="none" stroke="{INK}" '
        f'stroke-width="{BOUNDARY}"/>'
    )


def feeder(svg: Svg, k: int, y: float) -> None:
    """The capillary at the foot of a strip, with red cells and calcium in it."""
    rng = random.Random(60 + k)
    top, bottom = (
        wave(LEFT + 1, RIGHT - 1, y - 6, 1.2, 17, k),
        wave(LEFT + 1, RIGHT - 1, y + 7, 1.2, 19, k + 1),
    )
    svg.path(closed(top, bottom), PLASMA)
    svg.path(bez(top, every=12) + bez(bottom, every=12), stroke="#8E1626", w=BOUNDARY, cap="butt")
    svg.path(
        "".join(dot(x, y - 6.4, 4, 1.3) for x in range(LEFT + 40 + 9 * k, RIGHT - 10, 74)),
        "#8E6BB0",
        "#8E1626",
        0.6,
    )
    cells = [
        (x + rng.uniform(-5, 5), y + 0.6 + rng.uniform(-1.4, 1.4), rng.uniform(-30, 30))
        for x in range(LEFT + 14, RIGHT, 33)
    ]
    red_cells(svg, cells, 5)
    for x in range(LEFT + 30, RIGHT - 6, 33):
        svg.use("calcium", x + rng.uniform(-4, 4), y + rng.uniform(-2, 3), 0, 0.82)


def leaving(svg: Svg, x: float, y0: float, y1: float) -> None:
    """Acid that leaves the tissue: an arrow with the sign of acid beside its tip."""
    arrow(svg, [(x, y0), (x + 1.5, (y0 + y1) / 2), (x, y1)], ACID_LINE, 2, 7)


# ------------------------------------------------------------------ tissues
def gland_walls(x: float, mouth: float, foot: float, half: float, wall: float) -> tuple[Curve, Curve]:
    """Outer and inner outline of a blind gland that opens upwards at (x, mouth)."""
    pts: list[Point] = [
        (x - half - 1, mouth),
        (x - half, mouth + 12),
        (x - half - 1.5, foot - 12),
        (x - half * 0.7, foot - 2),
        (x, foot),
    ]
    outer = spline([*pts, *[(2 * x - px, py) for px, py in pts[-2::-1]]], step=2)
    inner = shift(outer, wall)
    return outer, inner


def stomach(svg: Svg) -> None:
    y = strip(svg, 0, "#F6D5D8")
    lumen, surface = y + 22, y + 34
    feeder(svg, 0, y + 79)
    glands = GLANDS
    alkaline(svg, y + 38, y + 73)
    svg.path(f"M{LEFT} {y + 9}a9 9 0 0 1 9-9H{RIGHT - 9}a9 9 0 0 1 9 9V{lumen + 4}H{LEFT}Z", LUMEN)
    edges = [LEFT, *[v for x in glands for v in (x - 14, x + 14)], RIGHT]
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        top, base = wave(a, b, lumen, 1.0, 9), wave(a, b, surface, 0.6, 9)
        cell_row(svg, base, top, 7, "#F7E3D6", nucleus=(2, 2.6), height=0.3)
    for x in glands:
        outer, inner = gland_walls(x, lumen + 1, y + 71, 15, 9.5)
        cell_row(svg, outer, inner, 9.5, "#EE9FA6", nucleus=(2.5, 2.5), height=0.5)
        svg.path(bez(inner) + "Z", LUMEN, INK, DETAIL)


def lung(svg: Svg) -> None:
    y = strip(svg, 1, "#F2BFC2")
    rng = random.Random(71)
    air = ""
    rows = ((y + 23, 30, 19, 0), (y + 59, 30, 15, 34))
    for cy, rx, ry, start in rows:
        x = LEFT + start
        while x < RIGHT + 20:
            shape = [(min(RIGHT - 2, max(LEFT + 2, px)), py) for px, py in blob(rng, x, cy, rx, ry, 0.08, 12)]
            air += bez(spline(shape, closed=True, step=3), True, 7)
            x += 68
    svg.path(air, "#EEF6FB", INK, BOUNDARY)
    svg.path(
        "".join(dot(x, y + 43 + rng.uniform(-2, 2), 4.2) for x in range(LEFT + 52, RIGHT - 20, 70)),
        PLASMA,
        "#8E1626",
        1.2,
    )
    red_cells(svg, [(x, y + 43, rng.uniform(0, 90)) for x in range(LEFT + 52, RIGHT - 20, 70)], 2.6)
    pneumocytes = ""
    for cy, _rx, _ry, start in rows:
        for x in range(LEFT + start + 34, RIGHT - 20, 68):
            pneumocytes += dot(x + rng.uniform(-2, 2), cy + rng.uniform(-4, 6), 2.6, 3.4)
    svg.path(pneumocytes, "#8660AC", INK, 0.6)
    feeder(svg, 1, y + 82)


def kidney(svg: Svg) -> None:
    y = strip(svg, 2, "#F5D9DA")
    feeder(svg, 2, y + 80)
    alkaline(svg, y + 50, y + 74)
    low_base, low_top = wave(LEFT, RIGHT, y + 62, 2.2, 46, 0.4), wave(LEFT, RIGHT, y + 43, 2.2, 44, 0.2)
    up_top, up_base = wave(LEFT, RIGHT, y + 22, 2.0, 44, 0.2), wave(LEFT, RIGHT, y + 4, 1.2, 46, 0.6)
    svg.path(closed(up_top, low_top), "#FFF8E2")
    for base, top in ((low_base, low_top), (up_base, up_top)):
        cell_row(svg, base, top, 20, "#F2B9A6", nucleus=(4.2, 4.2), height=0.45)
    brush = "".join(f"M{num(x)} {num(py)}v-3.4" for x, py in resample(low_top, step=4.5))
    brush += "".join(f"M{num(x)} {num(py)}v3.4" for x, py in resample(up_top, step=4.5))
    svg.path(brush, stroke="#B36A55", w=1)
    svg.path(bez(shift(low_base, -2.6), every=12), stroke="#7C5AA0", w=2.2)


def vessel(svg: Svg) -> None:
    y = strip(svg, 3, "#E9B1A8")
    rng = random.Random(91)
    inner = wave(LEFT + 1, RIGHT - 1, y + 30, 1.0, 30)
    svg.path(f"M{LEFT} {y + 9}a9 9 0 0 1 9-9H{RIGHT - 9}a9 9 0 0 1 9 9V{y + 30}H{LEFT}Z", PLASMA)
    cells = [
        (x + rng.uniform(-6, 6), y + rng.uniform(8, 23), rng.uniform(-40, 40))
        for x in range(LEFT + 16, RIGHT - 6, 24)
    ]
    red_cells(svg, cells, 6)
    for x in range(LEFT + 28, RIGHT - 8, 36):
        svg.use("calcium", x + rng.uniform(-4, 4), y + rng.uniform(8, 24), 0, 0.9)
    svg.path(closed(inner, wave(LEFT + 1, RIGHT - 1, y + 38, 1.0, 30)), "#F8DCD6", INK, DETAIL)
    svg.path("".join(dot(x, y + 33.5, 6, 1.8) for x in range(LEFT + 22, RIGHT - 8, 46)), "#8E6BB0", INK, 0.6)
    alkaline(svg, y + 38, y + 64)
    fibres, seeds = "", ""
    for row in range(4):
        for x in range(LEFT + 14 + 17 * (row % 2), RIGHT - 22, 40):
            px, py = x + rng.uniform(-5, 5), y + 49 + row * 9.4 + rng.uniform(-1, 1)
            fibres += bez(
                spline([(px - 17, py), (px, py - 3.4), (px + 17, py), (px, py + 3.4)], closed=True, step=3),
                True,
                7,
            )
            seeds += dot(px, py, 5.4, 1.5)
    svg.path(fibres, mix(MYOMETRIUM, "#FFFFFF", 0.28), "#8F463F", 0.8)
    svg.path(seeds, "#5E3A92")
    for level, w in ((41.5, 2.6), (53.5, 1.4), (62.8, 1.4)):
        ripple = f"M{LEFT + 2} {num(y + level)}q7-3.4 14 0" + "t14 0" * 29
        svg.path(ripple, stroke="#F4E3A8", w=w)


def alkaline(svg: Svg, y0: float, y1: float) -> None:
    """The band of tissue whose pH rises because acid has left it."""
    top, bottom = wave(LEFT + 2, RIGHT - 2, y0, 2, 34), wave(LEFT + 2, RIGHT - 2, y1, 2, 30)
    svg.path(closed(top, bottom), ALKALINE, fo=0.75)


# ------------------------------------------------------------------ mineral and acid
def deposits(svg: Svg) -> None:
    """Mineral in living tissue: between the gastric glands, in the septa, under the tubule, on the elastic layer."""
    rng = random.Random(101)
    with svg.group("mineral"):
        y = TOPS[0]
        between = [x - 26 for x in GLANDS] + [GLANDS[-1] + 22]
        dusting(
            svg,
            rng,
            [(x + rng.gauss(0, 2.6), rng.uniform(y + 42, y + 69)) for x in between for _ in range(9)],
            (1.0, 2.4),
        )
        y = TOPS[1]
        septa = [
            (x + rng.gauss(0, 1.6), rng.uniform(y + 14, y + 38))
            for x in range(LEFT + 34, RIGHT - 10, 68)
            for _ in range(10)
        ]
        septa += [
            (x + rng.gauss(0, 1.6), rng.uniform(y + 48, y + 71))
            for x in range(LEFT + 68, RIGHT - 10, 68)
            for _ in range(9)
        ]
        septa += [(rng.uniform(LEFT + 8, RIGHT - 8), y + 42.5 + rng.gauss(0, 0.9)) for _ in range(52)]
        dusting(svg, rng, septa, (0.9, 2.1))
        y = TOPS[2]
        dusting(
            svg,
            rng,
            [
                (x, y + 68 + 2.2 * math.sin(x / 46 + 0.4) + rng.gauss(0, 1.7))
                for x in (rng.uniform(LEFT + 8, RIGHT - 8) for _ in range(104))
            ],
            (1.0, 2.4),
        )
        y = TOPS[3]
        dusting(
            svg,
            rng,
            [
                (x, y + rng.choice((42, 53, 62)) + rng.gauss(0, 1.5))
                for x in (rng.uniform(LEFT + 8, RIGHT - 8) for _ in range(96))
            ],
            (1.0, 2.4),
        )


def acid(svg: Svg) -> None:
    """Acid that leaves each tissue towards its free surface."""
    with svg.group("acid-leaving"):
        y = TOPS[0]
        for x in GLANDS[1::2]:
            leaving(svg, x, y + 50, y + 8)
            for dx, dy in ((-9, 9), (10, 12)):
                svg.use("acid", x + dx, y + dy, 0, 0.85)
        y = TOPS[1]
        for x, cy in ((LEFT + 34, y + 24), (LEFT + 170, y + 24), (LEFT + 306, y + 24)):
            arrow(svg, [(x, cy + 10), (x + 12, cy + 6), (x + 24, cy - 2)], ACID_LINE, 2, 7)
            svg.use("acid", x + 34, cy - 6, 0, 0.85)
        y = TOPS[2]
        for x in (LEFT + 70, LEFT + 190, LEFT + 310):
            leaving(svg, x, y + 58, y + 33)
            for dx in (-11, 11):
                svg.use("acid", x + dx, y + 33, 0, 0.85)
        y = TOPS[3]
        for x in (LEFT + 92, LEFT + 218, LEFT + 344):
            leaving(svg, x, y + 46, y + 17)
            svg.use("acid", x - 11, y + 16, 0, 0.85)


# ------------------------------------------------------------------ left side
def trunk(svg: Svg) -> None:
    """The artery that carries the calcium to all five tissues."""
    rng = random.Random(111)
    feet = [TOPS[0] + 79, TOPS[1] + 82, TOPS[2] + 80, TOPS[3] + 16]
    with svg.group("blood-stream"):
        branches = "".join(f"M168 {y - 16}C176 {y - 4} 186 {y} 212 {y}" for y in feet)
        branches += "M168 322C158 352 150 362 132 362"
        for colour, grow in ((INK, 3.2), (ARTERY, 0), (PLASMA, -4.4)):
            svg.path("M168 -8V408", stroke=colour, w=30 + grow, cap="butt")
            svg.path(branches, stroke=colour, w=13 + grow * 0.9, cap="butt")
            if colour != INK:
                svg.path("M168 -8V408", stroke=colour, w=30 + grow, cap="butt")
        rows = [(y, (-1) ** k) for k, y in enumerate(range(8, 400, 20))]
        red_cells(svg, [(168 + 4 * s, y + rng.uniform(-2, 2), rng.uniform(0, 180)) for y, s in rows], 6)
        for y, side in rows:
            svg.use("calcium", 168 - 7.5 * side, y + rng.uniform(-3, 3), 0, 0.9)
            svg.use("calcium", 168 + side * rng.uniform(0, 8), y + 10, 0, 0.9)


def gauge(svg: Svg) -> None:
    with svg.group("high-calcium-gauge"):
        card(svg, 8, 14, 124, 196, 10)
        level_gauge(svg, (74, 28, 24, 168), 0.87, upright=True)
        svg.path("M80 190V50", stroke="#2C86D3", w=7, so=0.85)
        drop(svg, 38, 132, 22)
        svg.use("calcium", 38, 138, 0, 1.5)
        for x, y in ((26, 72), (44, 62), (50, 82), (34, 90), (20, 92), (36, 46), (54, 98)):
            svg.use("calcium", x, y, 0, 1.05)


def endometrium(svg: Svg) -> None:
    """Endometrium: blood with the same calcium, no acid lost, no mineral."""
    x0, x1, y0, y1 = 8, 132, 262, 394
    rng = random.Random(121)
    with svg.group("spared-endometrium"):
        svg.raw(
            f'<rect x="{x0}" y="{y0}" width="{x1 - x0}" height="{y1 - y0}" rx="9" fill="{FUNCTIONALIS}"/>'
        )
        svg.path(f"M{x0} {y0 + 9}a9 9 0 0 1 9-9H{x1 - 9}a9 9 0 0 1 9 9V{y0 + 24}H{x0}Z", "#FBF3F4")
        tubes = [34, 70, 106]
        edges = [x0, *[v for x in tubes for v in (x - 10, x + 10)], x1]
        outlines = []
        for x in tubes:
            outer, inner = gland_walls(x, y0 + 19, y0 + 90, 9.5, 6.4)

            def bend(p, x=x):
                return (
                    p[0] + 4.5 * math.sin((p[1] - y0 - 22) / 13 + x) * min(1, max(0, (p[1] - y0 - 26) / 18)),
                    p[1],
                )

            outer, inner = [bend(p) for p in outer], [bend(p) for p in inner]
            outlines.append(outer)
            svg.path(bez(inner) + "Z", LUMEN)
            cell_row(svg, outer, inner, 6, GLAND_LIGHT, nuclei=GLAND, nucleus=(1.6, 2.2), height=0.45)
        for a, b in zip(edges[::2], edges[1::2], strict=True):
            cell_row(
                svg,
                wave(a, b, y0 + 29, 0.5, 9),
                wave(a, b, y0 + 19, 0.8, 9),
                6,
                GLAND_LIGHT,
                nuclei=GLAND,
                nucleus=(1.6, 2.4),
                height=0.42,
            )
        free = lambda p: not any(inside(p, o) or min(dist(p, q) for q in o) < 5 for o in outlines)  # noqa: E731
        nuclei = ""
        for _ in range(190):
            p = (rng.uniform(x0 + 4, x1 - 4), rng.uniform(y0 + 34, y1 - 5))
            if free(p) and abs(p[1] - 362) > 9:
                nuclei += oval(*p, 3, 1.7, rng.uniform(0, 180))
        svg.path(nuclei, "#8E6BB0", fo=0.85)
        for colour, w in (("#8E1626", 13), (PLASMA, 10)):
            svg.path("M131.5 362C122 362 112 368 88 366S40 372 8.8 367", stroke=colour, w=w, cap="butt")
        red_cells(svg, [(120, 363, 10), (96, 366, -10), (66, 368, 12), (36, 369, 0), (18, 367, 20)], 4.6)
        for x, y in ((108, 366), (82, 365), (52, 370)):
            svg.use("calcium", x, y, 0, 0.82)
        svg.raw(
            f'<rect x="{x0}" y="{y0}" width="{x1 - x0}" height="{y1 - y0}" rx="9" fill="none" stroke="{INK}" '
            f'stroke-width="{BOUNDARY}"/>'
        )


def draw() -> str:
    svg = Svg(640, 400, "Metastatic calcification: high blood calcium and four sound tissues that lose acid")
    ion_symbols(svg)
    gauge_paints(svg)
    trunk(svg)
    for k, (name, paint) in enumerate(
        (("stomach", stomach), ("lung", lung), ("kidney-tubule", kidney), ("vessel", vessel))
    ):
        with svg.group(name):
            paint(svg)
            strip_edge(svg, k)
    deposits(svg)
    acid(svg)
    gauge(svg)
    endometrium(svg)
    return svg.text()
