"""Three explanations of a bony deposit in the uterus: metaplasia, retained fetal bone, calcified dead tissue."""

import math
import random

from drawing.bone import BONE, BONE_IVORY, BONE_LINE, bone, lump, trabecular_spaces
from drawing.cells import cell_paints, cell_row, spindle
from drawing.deposits import DEAD, DEAD_DEEP
from drawing.geometry import Curve, Point, blob, dist, inside, offset, resample, shift, spline
from drawing.minerals import clump, crystal_symbols, dusting
from drawing.palette import (
    BOUNDARY,
    DETAIL,
    FUNCTIONALIS,
    GLAND,
    GLAND_LIGHT,
    INK,
    LUMEN,
    MYOMETRIUM,
    lighter,
)
from drawing.signs import card, drop, gauge_paints
from drawing.svg import Svg, bez, dot, num
from drawing.tissue import bundles, muscle, oval

PANELS = ((5, 209), (218, 422), (431, 635))
TOP, FOOT = 5, 240
SURFACE_Y, MUSCLE_Y = 92, 216
GEL_TOP, GEL_FOOT = 290, 384
BAND, BAND_GLOW = "#EAFBEF", "#8FE3B4"
CARTILAGE = "#CFE3EE"


def wavy(x0: float, x1: float, y: float, amp: float, long: float, phase: float = 0.0) -> Curve:
    n = max(6, round(abs(x1 - x0) / 4))
    return [
        (x0 + (x1 - x0) * k / n, y + amp * math.sin((x0 + (x1 - x0) * k / n) / long + phase))
        for k in range(n + 1)
    ]


def gland(svg: Svg, x: float, foot: float, phase: float) -> Curve:
    """A gland that opens at the surface; returns its outline."""
    half = 9.0
    left: list[Point] = [
        (x - half, SURFACE_Y),
        (x - half, SURFACE_Y + 16),
        (x - half - 1, foot - 14),
        (x - half * 0.7, foot - 3),
        (x, foot),
    ]
    outer = spline([*left, *[(2 * x - px, py) for px, py in left[-2::-1]]], step=2)
    inner = shift(outer, 6.2)
    sway = [
        [
            (px + 5 * math.sin((py - SURFACE_Y) / 15 + phase) * min(1, max(0, (py - SURFACE_Y - 6) / 24)), py)
            for px, py in c
        ]
        for c in (outer, inner)
    ]
    svg.path(bez(sway[1]) + "Z", LUMEN)
    cell_row(svg, sway[0], sway[1], 7, GLAND_LIGHT, nuclei=GLAND, nucleus=(1.7, 2.2), height=0.45)
    return sway[0]


def mucosa(svg: Svg, k: int, glands: list[tuple[float, float]], keep_off: list[Curve], seed: int) -> None:
    """Cavity, surface epithelium, stroma with glands and a strip of muscle, in one panel."""
    x0, x1 = PANELS[k]
    rng = random.Random(seed)
    svg.raw(
        f'<rect x="{x0}" y="{TOP}" width="{x1 - x0}" height="{FOOT - TOP}" rx="10" fill="url(#stroma-paint)"/>'
    )
    svg.path(
        f"M{x0} {SURFACE_Y}V{TOP + 10}a10 10 0 0 1 10-10H{x1 - 10}a10 10 0 0 1 10 10V{SURFACE_Y}Z", "#FCF4F5"
    )
    edge = wavy(x0 + 1, x1 - 1, MUSCLE_Y, 3, 24, k)
    svg.path(
        f"{bez(edge, every=14)}V{FOOT - 10}a10 10 0 0 1-10 10H{x0 + 11}a10 10 0 0 1-10-10Z",
        MYOMETRIUM,
        INK,
        BOUNDARY,
    )
    box = (x0 + 22, MUSCLE_Y + 7, x1 - 22, FOOT - 3)
    muscle(svg, bundles(rng, 30, box, lambda _x, _y: 0.0), bundles(rng, 22, box, lambda _x, _y: 0.0))
    outlines = [gland(svg, x, foot, x) for x, foot in glands]
    stops = [x0 + 0.8, *[v for x, _ in glands for v in (x - 9.4, x + 9.4)], x1 - 0.8]
    for a, b in zip(stops[::2], stops[1::2], strict=True):
        cell_row(
            svg,
            wavy(a, b, SURFACE_Y + 6, 0.5, 10),
            wavy(a, b, SURFACE_Y - 4, 0.8, 11),
            7,
            GLAND_LIGHT,
            nuclei=GLAND,
            nucleus=(1.7, 2.6),
            height=0.42,
        )
    shapes = ""
    off = outlines + keep_off
    for _ in range(215):
        p = (rng.uniform(x0 + 5, x1 - 5), rng.uniform(SURFACE_Y + 11, MUSCLE_Y - 8))
        if not any(inside(p, o) or min(dist(p, q) for q in o) < 5.5 for o in off):
            shapes += oval(*p, rng.uniform(2.6, 3.6), 1.6, rng.uniform(0, 180))
    svg.path(shapes, "#8E6BB0", fo=0.8)


def frame(svg: Svg, k: int) -> None:
    x0, x1 = PANELS[k]
    svg.raw(
        f'<rect x="{x0}" y="{TOP}" width="{x1 - x0}" height="{FOOT - TOP}" rx="10" fill="none" stroke="{INK}" stroke-width="{BOUNDARY}"/>'
    )


# ------------------------------------------------------------------ A
PLATE = lump(random.Random(46), 119, 153, 57, 27, 0.07, -0.08)


def rounded(x: float, y: float, along: float, across: float, turn: float) -> str:
    """Path text of one plump cell that lies on the bone."""
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    corners = [
        (
            along * math.copysign(abs(math.cos(a)) ** 0.6, math.cos(a)),
            across * math.copysign(abs(math.sin(a)) ** 0.6, math.sin(a)),
        )
        for a in (math.tau * k / 16 for k in range(16))
    ]
    return bez([(x + u * c - v * s, y + u * s + v * c) for u, v in corners], True, 3)


def sheath(
    svg: Svg, away: float, pitch: float, size: tuple[float, float], look: tuple[str, str], keep: float
) -> None:
    """Cells round the plate, `away` from its edge; only those between the surface and the muscle."""
    ring = resample(offset(PLATE, away, True, 3), step=pitch, closed=True)
    bodies = nuclei = ""
    for i, (x, y) in enumerate(ring):
        nx, ny = ring[(i + 1) % len(ring)]
        turn = math.degrees(math.atan2(ny - y, nx - x))
        if SURFACE_Y + keep < y < MUSCLE_Y - 8:
            along, across = size
            if along > 2 * across:
                bodies += bez(spindle(x, y, along, across, turn), True, 5)
            else:
                bodies += rounded(x, y, along, across, turn)
            nuclei += oval(x, y, along * 0.5, across * 0.52, turn)
    svg.path(bodies, look[0], INK, 1)
    svg.path(nuclei, look[1], INK, 0.6)


def metaplasia(svg: Svg) -> None:
    rng = random.Random(43)
    halo = offset(PLATE, 18, True)
    with svg.group("panel-metaplasia"):
        mucosa(svg, 0, [(23, 196)], [halo], 1)
    with svg.group("metaplasia"):
        bone(svg, rng, PLATE, trabecular_spaces(rng, PLATE, 15.5, 7.5, 8), cell=1.2)
    with svg.group("bone-cells"):
        sheath(svg, 5.2, 9.6, (4.6, 3.9), ("#F1BFD0", "#6B4399"), 8)
    with svg.group("turning-cells"):
        sheath(svg, 15, 17.5, (7.4, 2.9), ("#FBE3E4", "#8660AC"), 12)
    with svg.group("frame-metaplasia"):
        frame(svg, 0)


# ------------------------------------------------------------------ B
def long_bone(svg: Svg, cx: float, cy: float, half: float, thick: float, turn: float) -> None:
    """A small fetal long bone: shaft of woven bone with a marrow cavity, cartilage at both ends."""
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def at(x: float, y: float) -> Point:
        return cx + x * c - y * s, cy + x * s + y * c

    upper = [
        (-half, -thick * 1.25),
        (-half * 0.8, -thick * 1.1),
        (-half * 0.5, -thick * 0.74),
        (0, -thick * 0.62),
        (half * 0.5, -thick * 0.76),
        (half * 0.8, -thick * 1.15),
        (half, -thick * 1.3),
    ]
    outline = [at(x, y) for x, y in upper] + [at(x, -y) for x, y in upper[::-1]]
    for side in (-1, 1):
        end = [at(side * (half - 2), -thick * 1.2), at(side * (half + 0.7 * thick), -thick * 1.55), at(side * (half + 1.56 * thick), -thick * 1.0), at(side * (half + 1.6 * thick), -thick * 0.1),
               at(side * (half + 1.48 * thick), thick * 0.95), at(side * (half + 0.7 * thick), thick * 1.5), at(side * (half - 2), thick * 1.2)]  # fmt: skip
        svg.path(bez(spline(end, closed=True, step=3), True, 6), CARTILAGE, INK, 1.8)
        cells = "".join(
            dot(
                *at(
                    side * (half + (0.26 + 0.43 * (k % 3)) * thick),
                    thick * (-0.9 + 0.36 * (k // 3) + 0.1 * (k % 2)),
                ),
                max(0.7, thick * 0.11),
            )
            for k in range(18)
        )
        svg.path(cells, "#FFFFFF", "#6D93AA", 0.8)
    svg.path(bez(spline(outline, closed=True, step=3), True, 7), BONE_IVORY, INK, 1.8)
    hollow = [at(x * 0.78, y * 0.52) for x, y in upper] + [at(x * 0.78, -y * 0.52) for x, y in upper[::-1]]
    svg.path(bez(spline(hollow, closed=True, step=3), True, 7), "#E9A9A2", BONE_LINE, 1.2)
    struts = ""
    for k in range(9):
        x = half * (-0.72 + 0.18 * k)
        a, b = at(x, -thick * 0.36), at(x + half * 0.1, thick * 0.36)
        struts += f"M{num(a[0])} {num(a[1])}L{num(b[0])} {num(b[1])}"
    svg.path(struts, stroke=BONE_IVORY, w=2.4)
    lacunae = ""
    for k in range(14):
        u = half * (-0.72 + 0.24 * (k // 2))
        edge = thick * (0.66 + 0.5 * (u / half) ** 2) * 0.88 * (1 if k % 2 else -1)
        (px, py), (qx, qy) = at(u - 0.16 * thick, edge), at(u + 0.16 * thick, edge)
        lacunae += f"M{num(px)} {num(py)}L{num(qx)} {num(qy)}"
    if thick > 8:
        svg.path(lacunae, stroke="#FFFFFF", w=2.2)
        svg.path(lacunae, stroke=GLAND, w=1.2)


def retained(svg: Svg) -> None:
    with svg.group("panel-retained"):
        mucosa(svg, 1, [(250, 188), (298, 198), (344, 190), (392, 197)], [], 2)
    with svg.group("retained-fetal-bone"):
        long_bone(svg, 300, 46, 52, 12, -7)
        long_bone(svg, 392, 71, 13, 4.8, 16)
    with svg.group("frame-retained"):
        frame(svg, 1)


# ------------------------------------------------------------------ C
SCAR = lump(random.Random(52), 533, 154, 60, 40, 0.08)
LENS = (533, 317, 60)


def dead_tissue(svg: Svg) -> None:
    rng = random.Random(53)
    with svg.group("panel-dead"):
        mucosa(svg, 2, [(449, 192), (616, 190)], [SCAR], 3)
    with svg.group("calcified-dead-tissue"):
        svg.path(bez(SCAR, True, 8), lighter(DEAD, 0.45), DEAD_DEEP, BOUNDARY, dash="5 4")
        ghosts = ""
        for _ in range(120):
            p = (rng.uniform(455, 612), rng.uniform(112, 198))
            if inside(p, SCAR) and min(dist(p, q) for q in SCAR) > 7:
                ghosts += oval(*p, rng.uniform(4, 6), rng.uniform(2.6, 3.6), rng.uniform(0, 180))
        svg.path(ghosts, "#E4DCD4", DEAD_DEEP, 0.7, so=0.7)
        for x, y, rx, ry in ((520, 156, 28, 19), (562, 142, 12, 8), (556, 173, 10, 6), (529, 126, 8, 5)):
            clump(svg, rng, blob(rng, x, y, rx, ry, 0.16, 14), (2, 5.5), round(rx * 3))
        dusting(
            svg,
            rng,
            [p for p in ((rng.gauss(533, 30), rng.gauss(154, 20)) for _ in range(80)) if inside(p, SCAR)],
            (1, 2.2),
        )
    with svg.group("frame-dead"):
        frame(svg, 2)


def lens(svg: Svg) -> None:
    """Close view of the third panel: mineral grains among dead fibres and not one cell."""
    rng = random.Random(61)
    x, y, r = LENS
    with svg.group("no-bone-cells"):
        svg.path(
            f"M522 160L{x - r * 0.86:.0f} {y - r * 0.55:.0f}M532 160L{x + r * 0.86:.0f} {y - r * 0.55:.0f}",
            stroke="#FFFFFF",
            w=3.4,
            so=0.85,
        )
        svg.path(
            f"M522 160L{x - r * 0.86:.0f} {y - r * 0.55:.0f}M532 160L{x + r * 0.86:.0f} {y - r * 0.55:.0f}",
            stroke=INK,
            w=1.2,
            dash="1.5 4",
        )
        svg.path(dot(x, y, r + 5), "#FFFFFF", INK, 1.6)
        svg.path(dot(x, y, r), lighter(DEAD, 0.55), INK, BOUNDARY)
        fibres = ""
        for k in range(14):
            py = y - r + 11 + k * 7.6
            half = math.sqrt(max(64, (r - 5) ** 2 - (py - y) ** 2))
            fibres += bez(
                [(x + t, py + 2.4 * math.sin(t / 11 + k)) for t in range(-round(half), round(half) + 1, 4)],
                every=10,
            )
        svg.path(fibres, stroke=DEAD_DEEP, w=2, so=0.5)
        for dx, dy, rx, ry in (
            (-12, -14, 26, 17),
            (24, 14, 18, 13),
            (-22, 26, 13, 9),
            (26, -26, 9, 7),
            (6, 40, 9, 6),
            (-38, 4, 7, 6),
        ):
            clump(svg, rng, blob(rng, x + dx, y + dy, rx, ry, 0.16, 14), (2.5, 7), round(rx * 3))
        for _ in range(14):
            a, q = rng.uniform(0, math.tau), rng.uniform(10, r - 12)
            svg.use(
                "needle", x + q * math.cos(a), y + q * math.sin(a), rng.uniform(0, 180), rng.uniform(0.5, 0.8)
            )


# ------------------------------------------------------------------ gels
def lane_icons(svg: Svg, left: float, right: float, y: float, fetal: bool) -> None:
    """Above the lanes: a drop of the patient's blood and a piece of the bone."""
    drop(svg, left, y, 13)
    if fetal:
        long_bone(svg, right, y + 1, 18, 5, -12)
    else:
        piece = lump(random.Random(71), right, y + 1, 19, 9, 0.12)
        svg.path(bez(piece, True, 6), BONE, INK, 1.6)
        svg.path(
            "".join(
                oval(right + dx, y + dy, 2.6, 1.3, 10) for dx, dy in ((-10, 0), (-2, 4), (3, -3), (10, 2))
            ),
            "#FFF7EC",
            INK,
            0.7,
        )
        svg.path(
            "".join(dot(right + dx, y + dy, 0.9) for dx, dy in ((-10, 0), (-2, 4), (3, -3), (10, 2))),
            "#7C57A6",
        )


def gel(svg: Svg, k: int, name: str, blood: list[float], tissue: list[float]) -> None:
    """Two lanes of a DNA gel; bands at heights, equal ones joined by a dotted line."""
    x0, x1 = PANELS[k]
    a, b, half = x0 + 58, x1 - 58, 26
    with svg.group(name):
        card(svg, x0, 250, x1 - x0, 144, 10)
        svg.raw(
            f'<rect x="{x0 + 18}" y="{GEL_TOP - 8}" width="{x1 - x0 - 36}" height="{GEL_FOOT - GEL_TOP + 10}" rx="5" fill="url(#gel-paint)" stroke="{INK}" stroke-width="{BOUNDARY}"/>'
        )
        lanes = "".join(
            f"M{num(c - half)} {GEL_TOP}h{2 * half}v{GEL_FOOT - GEL_TOP}h{-2 * half}Z" for c in (a, b)
        )
        svg.path(lanes, "#FFFFFF", fo=0.06)
        wells = "".join(f"M{num(c - half)} {GEL_TOP - 2}h{2 * half}" for c in (a, b))
        svg.path(wells, stroke="#0F0A1F", w=4, cap="butt")
        same = "".join(f"M{num(a + half + 4)} {y}H{num(b - half - 4)}" for y in blood if y in tissue)
        svg.path(same, stroke="#FFFFFF", w=1.6, dash="0.01 5")
        bands = "".join(f"M{num(a - half + 5)} {y}h{2 * half - 10}" for y in blood) + "".join(
            f"M{num(b - half + 5)} {y}h{2 * half - 10}" for y in tissue
        )
        svg.path(bands, stroke=BAND_GLOW, w=9, so=0.4)
        svg.path(bands, stroke=BAND, w=4.4)
        other = "".join(f"M{num(b - half - 5)} {y}l-9-4.6v9.2Z" for y in tissue if y not in blood)
        other += "".join(f"M{num(a + half + 5)} {y}l9-4.6v9.2Z" for y in blood if y not in tissue)
        if other:
            svg.path(other, "#F0BE3C", "#7A5600", DETAIL)
        lane_icons(svg, a, b, 266, k == 1)


def draw() -> str:
    svg = Svg(640, 400, "Three ways to bone in the uterus")
    cell_paints(svg)
    crystal_symbols(svg)
    gauge_paints(svg)
    svg.linear("stroma-paint", [(0, FUNCTIONALIS), (1, "#EDB7C4")])
    svg.linear("gel-paint", [(0, "#3B3264"), (1, "#2A2348")])
    metaplasia(svg)
    retained(svg)
    dead_tissue(svg)
    gel(svg, 0, "gel-same", [302, 318, 339, 352, 374], [302, 318, 339, 352, 374])
    gel(svg, 1, "gel-different", [302, 318, 339, 352, 374], [302, 328, 339, 363, 381])
    lens(svg)
    return svg.text()
