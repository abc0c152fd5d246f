"""Cells and their parts: nuclei, mitochondria, endoplasmic reticulum, spindle cells, bone-forming cells."""

import math
import random

from drawing.geometry import Curve, Point, blob, length, lerp, resample, shift, spline
from drawing.membranes import bilayer
from drawing.palette import BOUNDARY, INK, MINERAL_DEEP
from drawing.svg import Svg, bez, dot, num, poly
from drawing.tissue import oval

NUCLEOLUS = "#5A3584"
CHROMATIN = "#6F4898"
MITOCHONDRION_EDGE = "#7C3F2E"
CRISTA = "#B3644A"
RETICULUM = "#7A6BB0"


def cell_paints(svg: Svg) -> None:
    """Define the gradients cytoplasm, cytoplasm-dying, chromatin and chromatin-dying."""
    svg.radial("cytoplasm", [(0, "#FFF3F2"), (0.7, "#FBE3E4"), (1, "#F3CBD3")], (0.45, 0.42, 0.62))
    svg.radial("cytoplasm-dying", [(0, "#F4EAE6"), (1, "#DCC9CC")], (0.45, 0.42, 0.62))
    svg.radial("chromatin", [(0, "#B79AD2"), (1, "#8660AC")], (0.42, 0.38, 0.7))
    svg.radial("chromatin-dying", [(0, "#7D5AA0"), (1, "#543576")], (0.42, 0.38, 0.7))


def mitochondrion_symbols(svg: Svg) -> None:
    """Define mitochondrion, mitochondrion-swollen (short broken folds) and mitochondrion-mineral; 43 long."""
    fold = f'fill="none" stroke="{CRISTA}" stroke-width="1.8" stroke-linecap="round"'
    edge = f'stroke="{MITOCHONDRION_EDGE}" stroke-width="1.5"'
    svg.symbol(
        "mitochondrion-sound",
        f'<path d="M-21 0C-21-11-10-12 0-11S21-10 21 0S12 11 0 11S-21 11-21 0Z" fill="#E6A283" {edge}/>'
        '<path d="M-17 1C-17-6-9-8.4 0-7.6S17-7 17 0S9 7.6 0 7.4S-17 8-17 1Z" fill="#F6CBB2"/>'
        f'<path d="M-12-7V3M-5-7.4V1M3-7.4V3M10-7V1M-8.5 7.4V-2M-1 7.4V-3M6.5 7.4V-1.5" {fold}/>',
    )
    swollen = (
        f'<path d="M-22 0C-22-15-10-16 0-15S22-14 22 0S12 16 0 15S-22 15-22 0Z" fill="#E9B79F" {edge}/>'
        '<path d="M-18 1C-18-10-9-12 0-11.6S18-11 18 0S9 12 0 11.4S-18 12-18 1Z" fill="#FAE3D5"/>'
        f'<path d="M-12-10V-6M-2-11.6V-6.5M10-10V-6M-7 11V7M5 11.4V7" {fold}/>'
    )
    svg.symbol("mitochondrion-swollen", swollen)
    svg.symbol(
        "mitochondrion-mineral",
        swollen
        + '<path d="M-9-2l3 3M-3 3l4-2M4-4l3 3M9 3l3-3M-1-5l2 1M-11 5l3 1M5 5l3 1" stroke="'
        + MINERAL_DEEP
        + '" stroke-width="2.4" '
        'stroke-linecap="round" fill="none"/>',
    )


def nucleus(
    svg: Svg, rng: random.Random, cx: float, cy: float, rx: float, ry: float, turn: float = 0.0
) -> None:
    """A living nucleus: envelope with pores, loose chromatin, one nucleolus; four shapes. Turn in radians."""
    outline = blob(rng, cx, cy, rx, ry, 0.03, 14, turn)
    d = bez(outline, True, max(6, rx / 3))
    svg.path(d, "url(#chromatin)", INK, 1.8)
    inner = [(cx + (x - cx) * 0.92, cy + (y - cy) * 0.92) for x, y in outline]
    svg.path(bez(inner, True, max(6, rx / 3)), stroke="#E6DAF2", w=1, dash="7 3")
    c, s = math.cos(turn), math.sin(turn)
    specks = ""
    for _ in range(max(8, round(rx * ry / 80))):
        a, r = rng.uniform(0, math.tau), math.sqrt(rng.uniform(0.03, 0.66))
        x, y = rx * r * math.cos(a), ry * r * math.sin(a)
        size = rx * rng.uniform(0.035, 0.085)
        specks += dot(cx + x * c - y * s, cy + x * s + y * c, size * 1.4, size)
    svg.path(specks, CHROMATIN, fo=0.55)
    svg.path(dot(cx + rx * 0.18, cy - ry * 0.14, ry * 0.22), NUCLEOLUS)
    svg.path(dot(cx + rx * 0.13, cy - ry * 0.2, ry * 0.07), "#8E6BB0")


def dying_nucleus(
    svg: Svg, rng: random.Random, cx: float, cy: float, rx: float, ry: float, turn: float = 0.0
) -> None:
    """A shrunken dark nucleus with clumped chromatin and an uneven edge."""
    d = bez(spline(blob(rng, cx, cy, rx, ry, 0.1, 12, turn), closed=True), True, 5)
    svg.path(d, "url(#chromatin-dying)", INK, 1.8)
    clumps = ""
    for _ in range(11):
        a, r = rng.uniform(0, math.tau), rng.uniform(0.15, 0.68)
        clumps += dot(cx + rx * r * math.cos(a), cy + ry * r * math.sin(a), rng.uniform(0.06, 0.12) * rx)
    svg.path(clumps, "#3A2158", fo=0.75)


def reticulum(
    svg: Svg,
    cx: float,
    cy: float,
    reach: tuple[float, float],
    arc: tuple[float, float],
    sheets: int = 3,
    broken: bool = False,
) -> None:
    """Rough endoplasmic reticulum: curved sheets with ribosomes round a centre; arc in degrees."""
    for i in range(sheets):
        k = 1 + 0.16 * i
        curve: Curve = [
            (
                cx + reach[0] * k * math.cos(math.radians(a)),
                cy + reach[1] * k * math.sin(math.radians(a)) + 1.5 * math.sin(a / 7 + i),
            )
            for a in range(int(arc[0] + 7 * i), int(arc[1] - 9 * i), 6)
        ]
        dash = "13 9" if broken else ""
        svg.path(bez(curve, every=9), stroke=RETICULUM, w=6, dash=dash)
        svg.path(bez(curve, every=9), stroke="#DCD5F0", w=3.4, dash=dash)
        if not broken:
            svg.path(bez(shift(curve, -4.4), every=9), stroke="#5B4B92", w=2.3, dash="0.01 5.6")


def golgi(svg: Svg, x: float, y: float, width: float = 39, stacks: int = 4) -> None:
    """Golgi stack of bent sacs with a few vesicles; (x, y) is the left end of the top sac."""
    d = ""
    for i in range(stacks):
        w = width * (1 - 0.11 * i)
        d += f"M{num(x + i * 2)} {num(y + i * 7)}q{num(w * 0.42)} {num(w * 0.28)} {num(w)} {num(w * 0.18)}"
    bubbles = "".join(
        dot(x + width * a, y + b, 3.4) for a, b in ((1.24, 2), (1.36, 15), (-0.22, -10), (1.16, 28))
    )
    svg.path(d, stroke="#A8702A", w=5.4)
    svg.path(d, stroke="#F3CF8B", w=3)
    svg.path(bubbles, "#F3CF8B", "#A8702A", 1.2)


def spindle(cx: float, cy: float, half: float, thick: float, turn: float = 0.0, bend: float = 0.0) -> Curve:
    """Outline of a spindle cell; turn in degrees, bend lifts the ends (units per unit of length squared)."""
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    corners: list[Point] = []
    for i in range(20):
        a = math.tau * i / 20
        x = half * math.cos(a)
        y = thick * math.sin(a) * (1 - 0.45 * math.cos(a) ** 2) + bend * x * x
        corners.append((cx + x * c - y * s, cy + x * s + y * c))
    return spline(corners, closed=True, step=6)


def spindle_cell(
    svg: Svg, cx: float, cy: float, half: float, thick: float, turn: float = 0.0, bend: float = 0.0
) -> None:
    """A healthy spindle-shaped stromal cell with its membrane, nucleus and two mitochondria."""
    outline = spindle(cx, cy, half, thick, turn, bend)
    svg.path(bez(outline, True, 18), "url(#cytoplasm)")
    bilayer(svg, outline, True, 2.6, 4.4, 3.3)
    svg.raw(
        f'<g transform="translate({num(cx)} {num(cy)}) rotate({num(turn)})"><ellipse rx="{num(half * 0.33)}" '
        f'ry="{num(thick * 0.5)}" fill="url(#chromatin)" stroke="{INK}" stroke-width="{BOUNDARY}"/>'
        f'<ellipse cx="{num(half * 0.06)}" rx="5" ry="3.6" fill="{NUCLEOLUS}"/></g>',
        2,
    )
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    for part in (-0.62, 0.62):
        lift = bend * (half * part) ** 2
        svg.use(
            "mitochondrion-sound",
            cx + half * part * c - lift * s,
            cy + half * part * s + lift * c,
            turn,
            0.52,
        )


def cell_row(
    svg: Svg,
    base: Curve,
    top: Curve,
    width: float,
    fill: str,
    *,
    edge: str = INK,
    nuclei: str = "#8660AC",
    nucleus: tuple[float, float] = (3.2, 2.4),
    height: float = 0.36,
) -> None:
    """A single layer of epithelium between its base and its free surface, curves that run the same way.

    `width` is that of one cell, `nucleus` the half axes across and along the cell, `height` where it sits (0 base,
    1 surface). Three shapes.
    """
    n = max(2, round(length(base) / width)) + 1
    feet, heads = resample(base, n=n), resample(top, n=n)
    svg.path(bez(base, every=9) + "L" + bez(top[::-1], every=9)[1:] + "Z", fill, edge, BOUNDARY)
    walls = "".join(poly([a, b], False) for a, b in zip(feet[1:-1], heads[1:-1], strict=True))
    svg.path(walls, stroke=edge, w=0.8, so=0.75)
    d = ""
    for i in range(n - 1):
        foot, head = lerp(feet[i], feet[i + 1], 0.5), lerp(heads[i], heads[i + 1], 0.5)
        x, y = lerp(foot, head, height)
        turn = math.degrees(math.atan2(head[1] - foot[1], head[0] - foot[0])) + 90
        d += oval(x, y, *nucleus, turn)
    svg.path(d, nuclei, edge, 0.6)


def red_cells(svg: Svg, places: list[tuple[float, float, float]], size: float = 5.4) -> None:
    """Red blood cells at (x, y, degrees), `size` half a cell's length; two shapes."""
    svg.path("".join(oval(x, y, size, size * 0.66, turn) for x, y, turn in places), "#C4423C", "#7E1A1C", 0.8)
    svg.path("".join(oval(x, y, size * 0.45, size * 0.24, turn) for x, y, turn in places), "#E48A80")
