"""From a stromal cell beside a vessel to a mature osteoblast in five steps, above the curves of four genes."""

import math
import random
from itertools import pairwise

from drawing.cells import cell_paints, mitochondrion_symbols, nucleus, red_cells, spindle
from drawing.geometry import Curve, Point, circle, spline
from drawing.marks import arrow
from drawing.osteogenesis import bone_below, fibrils, osteoblast, osteocyte, packets, plump, sheets
from drawing.palette import ARTERY, INK, darker
from drawing.signs import card
from drawing.svg import Svg, bez, dot, poly
from drawing.tissue import oval

STEPS = ("stromal-cell", "commitment", "preosteoblast", "immature", "mature")
REACH = (112, 176, 302, 446, 628)  # how far the curves have come in each step
BANDS = ((12, 112), (112, 176), (176, 302), (302, 446), (446, 628))
CARD = (1, 229, 638, 170)
BASE, CEILING = 380, 248
VESSEL, RADIUS = (46, 172), 37
RUNX2, SP7, COLLAGEN, OSTEOCALCIN = "#5B3DA8", "#1A7F8C", "#B4346A", "#A87400"
GREY = "#6F6A78"
SURFACE = spline([(356, 226), (400, 196), (452, 164), (520, 140), (590, 124), (646, 114)], step=3)

CURVES: dict[str, tuple[str, str, float, list[Point]]] = {
    "collagen-curve": (COLLAGEN, "0.01 6", 3.4, [(14, 377), (112, 373), (176, 356), (240, 322), (302, 301), (374, 292), (446, 299), (530, 314), (628, 322)]),
    "osteocalcin-curve": (OSTEOCALCIN, "14 6", 3, [(14, 379), (176, 379), (302, 376), (380, 368), (446, 346), (500, 314), (560, 294), (628, 288)]),
    "sp7-curve": (SP7, "7 5", 3, [(14, 379), (150, 378), (210, 373), (260, 352), (302, 324), (350, 290), (400, 272), (446, 266), (530, 264), (628, 264)]),
    "runx2-curve": (RUNX2, "", 3.4, [(14, 372), (80, 370), (130, 360), (176, 340), (240, 302), (302, 267), (374, 252), (446, 276), (510, 326), (560, 346), (628, 355)]),
}  # fmt: skip


# ------------------------------------------------------------------ ground
def ground(svg: Svg) -> None:
    rng = random.Random(3)
    with svg.group("stroma"):
        svg.raw('<rect width="640" height="232" fill="url(#stroma-paint)"/>')
        fibres = ""
        for y in (14, 30, 52, 78, 108, 140, 172, 200, 218):
            lift = lambda x, y=y: y - 22 * (x / 640) + 5 * math.sin(x / 70 + y)  # noqa: E731
            fibres += bez([(x, max(2, min(226, lift(x)))) for x in range(0, 641, 10)], every=34)
        svg.path(fibres, stroke="#DFA0A8", w=2.2, so=0.5)
        nuclei = ""
        for _ in range(60):
            p = (rng.uniform(10, 630), rng.uniform(10, 220))
            nuclei += oval(*p, rng.uniform(4, 6), 1.9, rng.uniform(-28, 6))
        svg.path(nuclei, "#B79AD2", fo=0.55)


# ------------------------------------------------------------------ cells
def vessel(svg: Svg) -> None:
    """A small vessel in cross-section: endothelium, basement membrane, one red cell row."""
    rng = random.Random(5)
    with svg.group("vessel"):
        wall = [
            (x + rng.uniform(-0.6, 0.6), y + rng.uniform(-0.6, 0.6)) for x, y in circle(*VESSEL, RADIUS, 24)
        ]
        svg.path(bez(wall, True, 9), "#E7837C", INK, 2)
        svg.path(dot(*VESSEL, RADIUS - 5), "#F6C3B8", ARTERY, 1.2)
        svg.path(dot(*VESSEL, RADIUS - 9.5), "#F0B7AC", INK, 1)
        endothelium = ""
        for k in range(6):
            a = math.tau * k / 6 + 0.4
            x, y = VESSEL[0] + (RADIUS - 9) * math.cos(a), VESSEL[1] + (RADIUS - 9) * math.sin(a)
            endothelium += oval(x, y, 7, 3, math.degrees(a) + 90)
        svg.path(endothelium, "#8660AC", INK, 0.8)
        spots = [(-8, -9, 20), (9, -4, -30), (-4, 8, 70), (12, 12, 10), (-15, 3, 95), (3, -17, 0)]
        red_cells(svg, [(VESSEL[0] + x, VESSEL[1] + y, t) for x, y, t in spots], 5.6)


def stromal_cell(svg: Svg) -> None:
    """The perivascular stromal cell: a spindle that hugs the vessel."""
    rng = random.Random(7)
    a = math.radians(-34)
    x, y = VESSEL[0] + (RADIUS + 17) * math.cos(a), VESSEL[1] + (RADIUS + 17) * math.sin(a)
    with svg.group("stromal-cell"):
        outline = spindle(x, y, 58, 16, 56, 0.0075)
        svg.path(bez(outline, True, 8), "url(#cytoplasm)", INK, 1.8)
        nucleus(svg, rng, x, y, 19, 9.5, math.radians(56))
        for part in (-34, 34):
            c, s = math.cos(math.radians(56)), math.sin(math.radians(56))
            lift = 0.0075 * part * part
            svg.use(
                "mitochondrion-sound",
                x + part * c - lift * s,
                y + part * s + lift * c,
                56 + (12 if part > 0 else -12),
                0.36,
            )


PRE, YOUNG = (236, 122), (366, 96)
PRE_OUTLINE = plump(random.Random(11), *PRE, 42, 25, -14)
YOUNG_OUTLINE = spline(
    [
        (YOUNG[0] + x, YOUNG[1] + y)
        for x, y in ((-44, 14), (-38, -20), (-12, -33), (20, -34), (42, -16), (46, 12), (24, 32), (-16, 35))
    ],
    closed=True,
    step=4,
)
FEET = [(456, 161), (502, 145), (546, 133), (590, 123.5), (634, 115)]


def ahead(svg: Svg) -> None:
    """Faint outlines of the cells that are still to come."""
    with svg.group("still-to-come"):
        row = ""
        for (x0, y0), (x1, y1) in pairwise(FEET):
            tilt = (y1 - y0) / (x1 - x0)
            corners = (
                (x0 + 3, y0),
                (x0 + 2 + 24 * tilt, y0 - 34),
                (x0 + 22 + 40 * tilt, y0 - 58),
                (x1 - 4 + 30 * tilt, y1 - 38),
                (x1 - 3, y1),
            )
            row += bez(spline(corners, step=4), every=12)
        d = bez(PRE_OUTLINE, True, 12) + bez(YOUNG_OUTLINE, True, 12) + row + bez(SURFACE, every=16)
        svg.path(d, stroke="#8C5A6A", w=1.2, dash="3 4", so=0.6)


def preosteoblast(svg: Svg) -> None:
    rng = random.Random(11)
    x, y = PRE
    with svg.group("preosteoblast"):
        svg.path(bez(PRE_OUTLINE, True, 8), "url(#cytoplasm)", INK, 1.8)
        sheets(
            svg,
            [
                [
                    (x + 20 + 3 * k, y - 12 + 7 * k),
                    (x + 27 + 2 * k, y - 9 + 7 * k),
                    (x + 33 + k, y - 10 + 7 * k),
                ]
                for k in range(3)
            ],
        )
        for px, py, turn in ((-33, 8, -30), (-20, 17, 4), (20, -19, -20)):
            svg.use("mitochondrion-sound", x + px, y + py, turn, 0.36)
        nucleus(svg, rng, x - 6, y - 2, 20, 14.5, -0.24)


def immature(svg: Svg) -> None:
    rng = random.Random(13)
    x, y = YOUNG
    with svg.group("immature-osteoblast"):
        svg.path(bez(YOUNG_OUTLINE, True, 8), "url(#cytoplasm)", INK, 1.8)
        sheets(
            svg,
            [
                [
                    (x + 14 + 4 * k, y + 20 - 4 * k),
                    (x + 24 + 3 * k, y + 12 - 5 * k),
                    (x + 28 + 3 * k, y - 2 - 5 * k),
                ]
                for k in range(3)
            ],
        )
        for px, py, turn in ((-30, 12, 50), (-8, -24, 5), (28, -24, 20)):
            svg.use("mitochondrion-sound", x + px, y + py, turn, 0.4)
        packets(svg, [(x - 18, y + 22), (x - 8, y + 27), (x + 3, y + 24), (x - 26, y + 26), (x + 12, y + 30)])
        nucleus(svg, rng, x - 8, y - 4, 19, 16, 0.2)
    with svg.group("new-collagen"):
        fibrils(svg, rng, [(318, 140), (356, 146), (404, 140), (432, 130)], 22, -0.1)
        fibrils(svg, rng, [(322, 150), (356, 156), (410, 150)], 16, -0.1)


def matrix(svg: Svg) -> None:
    rng = random.Random(17)
    with svg.group("bone-matrix"):
        bone_below(svg, SURFACE, 228)
        for x, y, turn in (
            (446, 206, -24),
            (506, 176, -19),
            (562, 202, -14),
            (590, 158, -12),
            (616, 188, -9),
            (500, 212, -17),
        ):
            osteocyte(svg, rng, x, y, 12, turn)


def mature(svg: Svg) -> None:
    rng = random.Random(19)
    with svg.group("mature-osteoblast"):
        for a, b in pairwise(FEET):
            osteoblast(svg, rng, ((a[0] + 1, a[1]), (b[0] - 1, b[1])), 58)


def between(svg: Svg) -> None:
    """Arrows from one cell to the next; the row grows with the steps."""
    paths = {
        "to-preosteoblast": [(132, 140), (150, 133), (176, 128)],
        "to-immature": [(292, 112), (302, 108), (314, 104)],
        "to-mature": [(418, 94), (432, 94), (446, 98)],
    }
    for name, points in paths.items():
        with svg.group(name):
            arrow(svg, points, INK, 3.4, 12)


def signals(svg: Svg) -> None:
    """Three signals into the first step, each with its own shape, and two grey stresses from outside."""
    with svg.group("signals"):
        for k, (x, y, end) in enumerate(
            ((150, 204, (112, 170)), (180, 186, (122, 158)), (194, 160, (128, 147)))
        ):
            colour = ("#7A4FB8", "#2A8C9E", "#C48A10")[k]
            arrow(svg, [(x - 8, y - 6), ((x + end[0]) / 2, (y + end[1]) / 2 - 1), end], colour, 2.4, 8)
            for dx, dy in ((0, 0), (9, -6), (10, 6)):
                cx, cy = x + dx, y + dy
                if k == 0:
                    d = dot(cx, cy, 4)
                elif k == 1:
                    d = poly([(cx, cy - 4.8), (cx + 4.8, cy + 3.4), (cx - 4.8, cy + 3.4)])
                else:
                    d = poly(
                        [
                            (cx - 3.7, cy - 3.7),
                            (cx + 3.7, cy - 3.7),
                            (cx + 3.7, cy + 3.7),
                            (cx - 3.7, cy + 3.7),
                        ]
                    )
                svg.path(d, colour, darker(colour, 0.5), 1)
    with svg.group("outside-stress"):
        arrow(svg, [(96, 6), (94, 40), (88, 92)], GREY, 3, 10)
        arrow(svg, [(150, 6), (138, 48), (110, 104)], GREY, 3, 10)


# ------------------------------------------------------------------ curves
def until(curve: Curve, x: float) -> Curve:
    return [p for p in curve if p[0] <= x]


def chart(svg: Svg) -> None:
    with svg.group("chart"):
        card(svg, *CARD, 10)
        svg.path(
            "".join(f"M{x} {CEILING - 6}V{BASE}" for x in REACH[:-1]), stroke="#CFC6DA", w=1.2, dash="2 4"
        )
        svg.path(f"M14 {CEILING - 6}V{BASE + 1}H628", stroke="#857C93", w=1.6)
    for step, (x0, x1) in zip(STEPS, BANDS, strict=True):
        with svg.group(f"now-{step}"):
            svg.raw(
                f'<rect x="{x0 + 1}" y="{CEILING - 8}" width="{x1 - x0 - 2}" height="{BASE - CEILING + 7}" rx="4" fill="#EDE8F9"/>'
            )
            svg.path(f"M{x0 + 2} {BASE + 6}H{x1 - 2}", stroke="#5B3DA8", w=4)
    for name, (colour, dash, w, knots) in CURVES.items():
        whole = spline(knots, step=4)
        with svg.group(name):
            svg.path(bez(whole, every=16), stroke=colour, w=1.6, so=0.3)
            for step, x in zip(STEPS, REACH, strict=True):
                with svg.group(f"{name}-{step}"):
                    part = until(whole, x)
                    svg.path(bez(part, every=16), stroke=colour, w=w, dash=dash)
                    if step != "mature":
                        svg.path(dot(*part[-1], 3.2), colour, "#FFFFFF", 1)


def draw() -> str:
    svg = Svg(640, 400, "From stromal cell to osteoblast in five steps")
    cell_paints(svg)
    mitochondrion_symbols(svg)
    svg.linear("stroma-paint", [(0, "#FAE3E8"), (1, "#F3CED7")])
    ground(svg)
    ahead(svg)
    vessel(svg)
    stromal_cell(svg)
    matrix(svg)
    between(svg)
    signals(svg)
    preosteoblast(svg)
    immature(svg)
    mature(svg)
    chart(svg)
    return svg.text()
