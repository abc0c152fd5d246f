"""Dystrophic calcification of a stromal cell in six steps, each with a magnified detail in the round window."""

import math
import random

from drawing.cells import (
    cell_paints,
    dying_nucleus,
    golgi,
    mitochondrion_symbols,
    nucleus,
    reticulum,
    spindle_cell,
)
from drawing.geometry import Curve, Point, blob, circle, dist, inside, shift, spline
from drawing.membranes import (
    CYTOPLASM_SIDE,
    beads,
    bilayer,
    enzyme_symbols,
    lipid_rows,
    lipid_symbols,
    place_lipids,
    runs,
    trace,
    vesicle_symbol,
    window_back,
    window_rim,
    window_source,
)
from drawing.minerals import (
    CALCIUM,
    CALCIUM_EDGE,
    PHOSPHATE,
    PHOSPHATE_EDGE,
    clump,
    crystal_symbols,
    inhibitor_symbols,
    ion_symbols,
    needles_along,
    sprinkle,
)
from drawing.palette import DETAIL, INK
from drawing.signs import arrow, card, drop, gauge_paints, level_gauge
from drawing.svg import Svg, bez, dot, poly

CELL = [
    (28, 246), (70, 206), (92, 150), (140, 108), (205, 90), (268, 84), (322, 56), (338, 66), (338, 110), (366, 160),
    (374, 206), (360, 252), (330, 292), (286, 316), (226, 322), (176, 346), (158, 338), (150, 312), (102, 280), (58, 258),
]  # fmt: skip
HEART = (212, 204)
WINDOW, R = (508, 190), 106
MITOCHONDRIA = [
    (96, 224, -62),
    (150, 284, 24),
    (246, 278, -8),
    (316, 226, 62),
    (150, 142, -28),
    (228, 124, 8),
]
VESICLES = [
    (352, 94), (370, 120), (384, 148), (391, 178), (392, 212), (388, 244), (376, 272), (356, 298), (332, 320), (304, 336),
    (274, 344), (246, 350), (236, 64), (206, 66), (264, 58), (174, 76), (147, 86), (120, 314), (95, 300), (378, 88),
]  # fmt: skip
RUPTURES = [(372, 190, 26), (296, 66, 15), (104, 284, 15)]
SHED = [(368, 190, 32), (305, 60, 22), (104, 286, 22), (336, 290, 24), (196, 90, 16)]
WRECK = [(360, 190, 62), (300, 66, 46), (104, 284, 42), (330, 286, 46), (190, 96, 36), (210, 318, 24)]
FIBRES = [(18, 0.3), (38, 1.1), (352, 0.2), (374, 0.9), (391, 1.6)]


def cell(swell: float = 0.0, uneven: float = 0.0, seed: int = 1) -> Curve:
    """Outline of the stromal cell; a swollen one bulges between its processes."""
    rng = random.Random(seed)
    corners = []
    for x, y in CELL:
        far = max(0.0, (dist((x, y), HEART) - 120) / 80)
        k = (1 + swell * (1 - far) - abs(swell) * 0.55 * far) * (1 + rng.uniform(-uneven, uneven))
        corners.append((HEART[0] + (x - HEART[0]) * k, HEART[1] + (y - HEART[1]) * k))
    return spline(corners, closed=True, step=7.5)


INTACT, SWOLLEN, DYING, DEAD = cell(), cell(0.055), cell(0.01, 0.02, 3), cell(-0.04, 0.05, 5)


def fibre(y: float, phase: float) -> Curve:
    """A wavy collagen fibre across the picture."""
    return [
        (x, y + 6 * math.sin(x / 58 + phase) + 2.2 * math.sin(x / 21 + 2 * phase)) for x in range(-6, 650, 8)
    ]


def polar(angle: float, r: float) -> Point:
    """Point of the window at an angle (degrees clockwise from the right) and distance from its middle."""
    return WINDOW[0] + r * math.cos(math.radians(angle)), WINDOW[1] + r * math.sin(math.radians(angle))


def in_window(p: Point) -> bool:
    return dist(p, WINDOW) < R + 3


def define(svg: Svg) -> None:
    cell_paints(svg)
    mitochondrion_symbols(svg)
    lipid_symbols(svg)
    ion_symbols(svg)
    inhibitor_symbols(svg)
    crystal_symbols(svg)
    enzyme_symbols(svg)
    gauge_paints(svg)
    spare = Svg(640, 400, "")
    spindle_cell(spare, 0, 0, 150, 24, 0, 0.0005)
    svg.symbol("spindle", "".join(spare.body))
    spare = Svg(640, 400, "")
    reticulum(spare, 205, 200, (63, 52), (118, 236), broken=True)
    svg.symbol("broken-sheets", "".join(spare.body))
    spare = Svg(640, 400, "")
    golgi(spare, 262, 144)
    svg.symbol("golgi", "".join(spare.body))
    svg.linear("stroma", [(0, "#F8DDE3"), (1, "#F1C9D2")])
    vesicle_symbol(svg)
    vesicle_symbol(
        svg,
        "vesicle-ions",
        f'<circle cx="-2.5" cy="-1.7" r="1.9" fill="{CALCIUM}" stroke="{CALCIUM_EDGE}" stroke-width=".5"/>'
        f'<circle cx="3" cy="-2" r="1.9" fill="{CALCIUM}" stroke="{CALCIUM_EDGE}" stroke-width=".5"/>'
        f'<path d="M.2.4l2.2 3.8h-4.4z" fill="{PHOSPHATE}" stroke="{PHOSPHATE_EDGE}" stroke-width=".6"/>',
    )
    vesicle_symbol(
        svg,
        "vesicle-crystals",
        '<path d="M-4-4L0 0M4-4.6L1.6 1M-4.6 3L1 3.6M4.6 1L2.6 5" stroke="#35307F" stroke-width="2" stroke-linecap="round"/>',
    )


# ------------------------------------------------------------------ the field
def body(svg: Svg, outline: Curve, fill: str, gaps: list[tuple[float, float, float]]) -> None:
    """Cytoplasm and what is left of the membrane."""
    svg.path(bez(outline, True, 22), fill)
    for piece in runs(outline, gaps) if gaps else [outline]:
        bilayer(svg, piece, not gaps, 3.6, 5.0, 4.3)


def field(svg: Svg) -> None:
    """Cells, organelles and the shrinking nucleus."""
    with svg.group("cell-intact"):
        body(svg, INTACT, "url(#cytoplasm)", [])
        reticulum(svg, 205, 200, (63, 52), (118, 236))
        svg.use("golgi", 0, 0)
    with svg.group("cell-injured"):
        body(svg, SWOLLEN, "url(#cytoplasm)", RUPTURES)
        svg.use("broken-sheets", 0, 0)
        svg.use("golgi", 0, 0)
    with svg.group("cell-dying"):
        body(svg, DYING, "url(#cytoplasm-dying)", SHED)
        with svg.group("cell-dying-sacs", 'opacity=".5"'):
            svg.use("broken-sheets", 0, 0)
            svg.use("golgi", 0, 0)
    with svg.group("cell-dead"):
        body(svg, DEAD, "url(#cytoplasm-dying)", WRECK)
        with svg.group("cell-dead-sacs", 'opacity=".25"'):
            svg.use("broken-sheets", 0, 0)
    with svg.group("nucleus"):
        with svg.group("nucleus-live"):
            nucleus(svg, random.Random(11), 205, 200, 50, 40, -0.21)
        with svg.group("nucleus-shrunken"):
            dying_nucleus(svg, random.Random(12), 205, 200, 42, 32, -0.21)
        with svg.group("nucleus-dark"):
            dying_nucleus(svg, random.Random(13), 205, 200, 31, 24, -0.21)
    with svg.group("mitochondrion"):
        for state, scale in (("sound", 1.0), ("swollen", 1.05), ("mineral", 1.0)):
            rng = random.Random(14)
            with svg.group(f"mitochondria-{state}"):
                for x, y, turn in MITOCHONDRIA:
                    svg.use(f"mitochondrion-{state}", x, y, turn + rng.uniform(-6, 6), scale)


def neighbours(svg: Svg) -> None:
    """Healthy stromal cells that stay alive beside the plaque."""
    with svg.group("neighbours"):
        svg.use("spindle", 190, 66, -4)
        svg.use("spindle", 236, 340, 178)
        svg.use("spindle", 42, 206, 86, 0.6)


# ------------------------------------------------------------------ the windows
def wall(y0: float, y1: float) -> Curve:
    """A piece of the cell's membrane across the window, travelling down (its left is the outside)."""
    return [
        (WINDOW[0] - 18 + 8 * math.sin((y - WINDOW[1]) / 60), y) for y in range(round(y0), round(y1) + 1, 3)
    ]


TOP, BOTTOM = WINDOW[1] - R, WINDOW[1] + R
WALL = wall(TOP + 2, BOTTOM - 2)
TORN_TOP = [(x - 0.006 * max(0, y - 126) ** 2, y) for x, y in wall(TOP + 2, WINDOW[1] - 40)]
TORN_LOW = [(x - 0.006 * max(0, 262 - y) ** 2, y) for x, y in wall(WINDOW[1] + 36, BOTTOM - 2)]
BUD = spline(
    [(470, TOP + 6), (474, 128), (479, 152), (490, 163), (508, 158), (526, 169), (533, 190), (526, 211), (508, 222),
     (490, 217), (479, 228), (474, 252), (470, BOTTOM - 6)], step=3,
)  # fmt: skip
FREE = [circle(529, 113, 14), circle(566, 180, 10), circle(533, 266, 16)]
RING = circle(*WINDOW, 49, 90)
BETWEEN = "#F1EAF7"  # between the two rows of heads
BREAKS = (-38.0, 40.0, 152.0, 248.0)


def near_break(p: Point) -> bool:
    a = math.degrees(math.atan2(p[1] - WINDOW[1], p[0] - WINDOW[0]))
    return any(abs((a - b + 180) % 360 - 180) < 12 for b in BREAKS)


def lipids(svg: Svg, only: str, step: str) -> None:
    """The plain lipids or the phosphatidylserines of one window."""
    third, never = (lambda i: i % 3 == 1), (lambda _: False)
    if step == "intact":
        outer, inner = lipid_rows(WALL, scale=0.82)
        place_lipids(svg, outer, never, only, 0.82)
        place_lipids(svg, inner, third, only, 0.82)
    elif step == "injury":
        for torn in (TORN_TOP, TORN_LOW):
            outer, inner = lipid_rows(torn, scale=0.82)
            place_lipids(svg, outer, lambda i: i % 3 != 1, only, 0.82)
            place_lipids(svg, inner, lambda i: i % 6 == 1, only, 0.82)
    elif step == "vesicles":
        for curve, closed in ((BUD, False), *((ring, True) for ring in FREE)):
            outer, inner = lipid_rows(curve, closed=closed, scale=0.5, pitch=7.8)
            place_lipids(svg, outer, lambda i: i % 2 == 0, only, 0.5)
            place_lipids(svg, inner, lambda i: i % 6 == 1, only, 0.5)
    else:
        outer, inner = lipid_rows(RING, closed=True, scale=0.62, pitch=7.5)
        keep = near_break if step == "ring-closed" else lambda p: not near_break(p)
        place_lipids(svg, outer, lambda i: i % 3 == 0, only, 0.62, keep)
        place_lipids(svg, inner, lambda i: i % 2 == 0, only, 0.62, keep)


def cytoplasm_side(curve: Curve) -> str:
    """Path text of the window's field on the inner side of a membrane."""
    start = math.atan2(curve[-1][1] - WINDOW[1], curve[-1][0] - WINDOW[0])
    end = math.atan2(curve[0][1] - WINDOW[1], curve[0][0] - WINDOW[0]) + math.tau
    rim = [
        (
            WINDOW[0] + R * math.cos(start + (end - start) * k / 40),
            WINDOW[1] + R * math.sin(start + (end - start) * k / 40),
        )
        for k in range(41)
    ]
    return poly([*curve, *rim])


def windows(svg: Svg) -> None:
    """The fields of the six windows; what is drawn later lies on them."""
    places = {
        "intact": (374, 190), "injury": (369, 190), "vesicles": (388, 179),
        "gathering": (392, 212), "first-crystals": (392, 212), "spread": (352, 238),
    }  # fmt: skip
    for step, place in places.items():
        with svg.group(f"window-{step}"):
            if step != "spread":
                window_source(svg, WINDOW, R, place, 20 if step == "injury" else 13)
            window_back(svg, WINDOW, R)
            if step == "intact":
                svg.path(cytoplasm_side(WALL), CYTOPLASM_SIDE)
                svg.path(trace(WALL), stroke=BETWEEN, w=30)
            if step == "injury":
                svg.path(cytoplasm_side([*TORN_TOP, *TORN_LOW]), CYTOPLASM_SIDE)
                svg.path(trace(TORN_TOP) + trace(TORN_LOW), stroke=BETWEEN, w=30, cap="butt")
            if step == "vesicles":
                svg.path(cytoplasm_side(BUD), "#F3E3E3")
                svg.path(trace(BUD), stroke=BETWEEN, w=18)
                svg.path("".join(trace(ring, True) for ring in FREE), "#FFF7F2", BETWEEN, 18)
            if step in ("intact", "injury", "vesicles"):
                lipids(svg, "lipid", step)
            if step == "spread":
                window_source(svg, WINDOW, R, place, 20 if step == "injury" else 13)


def serines(svg: Svg) -> None:
    """Phosphatidylserine: inside in the intact cell, outside from the injury on."""
    with svg.group("phosphatidylserine"):
        with svg.group("serine-intact"):
            beads(svg, INTACT, -3.6, 15, True, 5)
            lipids(svg, "serine", "intact")
        with svg.group("serine-injury"):
            for piece in runs(shift(SWOLLEN, 3.6, True), [(x, y, r + 3) for x, y, r in RUPTURES]):
                beads(svg, piece, 0, 11, size=5)
            lipids(svg, "serine", "injury")
        with svg.group("serine-dying"):
            for piece in runs(DYING, SHED):
                beads(svg, piece, 3.6, 11, size=5)
        with svg.group("serine-vesicles"):
            lipids(svg, "serine", "vesicles")
        with svg.group("serine-dead"):
            for piece in runs(DEAD, WRECK):
                beads(svg, piece, 3.6, 11, size=5)
        for step in ("ring", "ring-closed"):
            with svg.group(f"serine-{step}"):
                lipids(svg, "serine", step)


def vesicles(svg: Svg) -> None:
    """Twenty small vesicles in the field, and the magnified one."""
    with svg.group("matrix-vesicle"):
        for state, symbols in (
            ("vesicles", ("vesicle", "vesicle")),
            ("gathering", ("vesicle-ions", "vesicle")),
            ("first-crystals", ("vesicle-crystals", "vesicle-ions")),
        ):
            rng = random.Random(21)
            with svg.group(f"vesicles-{state}"):
                for k, (x, y) in enumerate(VESICLES):
                    svg.use(
                        symbols[0] if k % 3 else symbols[1], x, y, rng.uniform(0, 90), rng.uniform(0.82, 1.02)
                    )
        with svg.group("close-vesicle-ring"):
            svg.path(dot(*WINDOW, 49), "#FFFDFB", BETWEEN, 22)
            lipids(svg, "lipid", "ring")
        with svg.group("close-vesicle-ring-closed"):
            lipids(svg, "lipid", "ring-closed")


def chemistry(svg: Svg) -> None:
    """Enzymes and the inhibitor of the gathering step."""
    with svg.group("annexin"):
        svg.use("annexin-channel", *polar(-62, 49), 28, 0.9)
        svg.use("annexin-channel", *polar(118, 49), 28, 0.9)
    with svg.group("tnap"):
        for angle in (-112, 68, 160):
            x, y = polar(angle, 65)
            svg.use("tnap-enzyme", x, y, angle + 90, 1.1)
    with svg.group("phospho1"):
        svg.use("phospho1-enzyme", WINDOW[0] - 13, WINDOW[1] + 4, 62, 0.95)
    with svg.group("pyrophosphate"):
        with svg.group("pyrophosphate-held"):
            for x, y, scale in (
                (572, 124, 0.95),
                (584, 254, 0.75),
                (410, 46, 0.9),
                (68, 120, 0.9),
                (430, 330, 0.9),
                (560, 60, 0.9),
            ):
                svg.use("pyrophosphate-sign", x, y, 0, scale)
        with svg.group("pyrophosphate-broken"):
            svg.use("pyrophosphate-sign", *polar(-112, 91), -22, 0.82)
            for angle in (160, 68):
                (x, y), turn = polar(angle, 91), angle + 90
                c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
                svg.use("pyrophosphate-left", x - 6 * c, y - 6 * s, turn - 26, 0.95)
                svg.use("pyrophosphate-right", x + 6 * c, y + 6 * s, turn + 26, 0.95)


# ------------------------------------------------------------------ ions
def outside(outline: Curve, p: Point) -> bool:
    return not inside(p, outline) and min(dist(p, q) for q in outline) > 13 and clear(p)


def clear(p: Point) -> bool:
    """Away from the window, the gauge and the sides of the picture."""
    return dist(p, WINDOW) > R + 22 and not (p[0] > 498 and p[1] > 318)


def within(outline: Curve, p: Point) -> bool:
    away = all(dist(p, (x, y)) > 31 for x, y, _ in MITOCHONDRIA)
    return inside(p, outline) and min(dist(p, q) for q in outline) > 12 and away and dist(p, (205, 200)) > 62


def ions(svg: Svg) -> None:
    rng = random.Random(31)
    signs = [(410, 46), (68, 120), (430, 330), (560, 60)]

    def fluid(p: Point) -> bool:
        free = all(dist(p, v) > 17 for v in VESICLES) and all(dist(p, q) > 20 for q in signs)
        return outside(SWOLLEN, p) and free

    places = sprinkle(rng, (16, 56, 628, 338), 34, 19, fluid)
    entering = [(338, 182), (318, 172), (342, 204), (300, 190), (330, 150), (286, 98), (297, 114), (122, 262), (136, 248), (176, 304), (280, 240), (106, 244)]  # fmt: skip
    gathered = [
        polar(a, r)
        for a, r in (
            (-95, 25),
            (-58, 26),
            (-22, 25),
            (14, 26),
            (50, 26),
            (88, 26),
            (124, 27),
            (-45, 11),
            (35, 10),
        )
    ]
    with svg.group("calcium-ion"):
        svg.use("calcium", 597, 160, 0, 1.7)
        with svg.group("calcium-fluid"):
            for x, y in [p for k, p in enumerate(places) if k % 3 != 2 and p[0] > 330]:
                svg.use("calcium", x, y)
        with svg.group("calcium-fluid-near"):
            for x, y in [p for k, p in enumerate(places) if k % 3 != 2 and p[0] <= 330]:
                svg.use("calcium", x, y)
        with svg.group("calcium-outside"):
            for x, y in ((548, 140), (578, 190), (540, 224), (574, 226), (530, 110), (536, 262), (556, 176)):
                svg.use("calcium", x, y, 0, 1.4)
        with svg.group("calcium-entering"):
            for x, y in entering:
                svg.use("calcium", x, y)
            for x, y in (
                (578, 196),
                (556, 186),
                (532, 192),
                (508, 188),
                (483, 193),
                (458, 200),
                (436, 186),
                (430, 210),
                (440, 160),
                (548, 226),
            ):
                svg.use("calcium", x, y, 0, 1.4)
        with svg.group("calcium-vesicles"):
            for x, y in ((505, 183), (514, 198), (498, 197), (440, 160), (446, 216), (567, 218), (541, 142)):
                svg.use("calcium", x, y, 0, 1.1)
        with svg.group("calcium-gathering"):
            for k, (x, y) in enumerate(gathered):
                if k % 3 != 1:
                    svg.use("calcium", x, y, 0, 1.15)
            for angle, r in ((-62, 71), (-62, 50), (-58, 86), (118, 72), (118, 52), (122, 88)):
                svg.use("calcium", *polar(angle, r), 0, 1.05)
        with svg.group("calcium-crystals"):
            for angle, r in ((-78, 90), (95, 90), (205, 92), (178, 88), (300, 10), (120, 16)):
                svg.use("calcium", *polar(angle, r), 0, 1.2)
    with svg.group("phosphate-ion"):
        svg.use("phosphate", 593, 226, 0, 1.7)
        with svg.group("phosphate-fluid"):
            for x, y in [p for p in places[2::3] if p[0] > 330]:
                svg.use("phosphate", x, y)
        with svg.group("phosphate-fluid-near"):
            for x, y in [p for p in places[2::3] if p[0] <= 330]:
                svg.use("phosphate", x, y)
        with svg.group("phosphate-outside"):
            for x, y in ((442, 160), (426, 206), (444, 244)):
                svg.use("phosphate", x, y, 0, 1.4)
        with svg.group("phosphate-gathering"):
            for k, (x, y) in enumerate(gathered):
                if k % 3 == 1:
                    svg.use("phosphate", x, y, 0, 1.2)
            for angle, r in ((182, 84), (140, 80), (88, 84), (49, 84)):
                svg.use("phosphate", *polar(angle, r), 0, 1.05)
        with svg.group("phosphate-crystals"):
            for angle, r in ((-8, 84), (70, 92), (188, 92), (10, 12)):
                svg.use("phosphate", *polar(angle, r), 0, 1.2)


# ------------------------------------------------------------------ crystals
def first_crystals(svg: Svg) -> None:
    """Thin plates on the inner face, four sheaves of them through the membrane."""
    rng = random.Random(41)
    with svg.group("first-crystals"):
        for angle in range(0, 360, 15):
            x, y = polar(angle + rng.uniform(-4, 4), rng.uniform(26, 31))
            svg.use("plate", x, y, angle + rng.uniform(-34, 34), rng.uniform(0.5, 0.72))
        for start in BREAKS:
            for k in range(6):
                a = start + (k - 2.5) * 6 + rng.uniform(-2, 2)
                x, y = polar(a, 54 + rng.uniform(-10, 15))
                svg.use("plate", x, y, a + 90 + (k - 2.5) * 8, rng.uniform(0.85, 1.25))


def spread(svg: Svg) -> None:
    """The plaque where the cell was, clusters at its edge, needles along collagen."""
    rng = random.Random(51)
    outline = blob(rng, 222, 206, 122, 80, 0.13, 20, -0.1)
    with svg.group("calcified-plaque"):
        clump(svg, rng, outline)
    with svg.group("crystal-cluster"):
        ring = spline(outline, closed=True, step=6)
        for k in range(22):
            x, y = ring[(k * 7) % len(ring)]
            out = rng.uniform(1.09, 1.18)
            px, py = 222 + (x - 222) * out, 206 + (y - 206) * out
            svg.use("rosette", px, py, rng.uniform(0, 60), rng.uniform(0.45, 0.85))
        for x, y, scale in ((352, 238, 0.9), (372, 258, 0.8), (371, 128, 0.95), (384, 112, 0.6)):
            svg.use("rosette", x, y, rng.uniform(0, 60), scale)
    with svg.group("mineral-on-collagen"):
        needles_along(svg, rng, fibre(*FIBRES[3])[8:56], 30)
        needles_along(svg, rng, fibre(*FIBRES[4])[14:50], 20)
        for k in range(40):
            u, v = rng.uniform(-98, 98), rng.uniform(-36, 36)
            if k > 31:
                v = rng.choice((-1, 1)) * rng.uniform(40, 62)
            x, y = WINDOW[0] + u, WINDOW[1] + 12 - u * 0.4 + v
            if dist((x, y), WINDOW) < R - 10:
                svg.use(
                    "prism",
                    x,
                    y,
                    68 + rng.uniform(-14, 14) if abs(v) < 38 else 68 + rng.uniform(-40, 40),
                    rng.uniform(0.6, 1.05),
                )


def collagen(svg: Svg) -> None:
    with svg.group("collagen-fibre"):
        d = "".join(bez(fibre(y, phase), every=30) for y, phase in FIBRES)
        svg.defs.append(f'<path id="fibres" d="{d}"/>')
        bands = 'stroke-width="5" stroke-dasharray="1.3 6.5" stroke-linejoin="bevel"'
        for colour, look in (
            ("#B9777B", 'stroke-width="7"'),
            ("#F3CFC4", 'stroke-width="5"'),
            ("#D79C97", bands),
        ):
            svg.raw(f'<use href="#fibres" fill="none" stroke="{colour}" {look}/>')
        with svg.group("close-fibril"):
            (x, y), run = WINDOW, 100
            a, b = (x - run, y + 12 + run * 0.4), (x + run, y + 12 - run * 0.4)
            line = poly([a, b], False)
            svg.path(line, stroke="#B9777B", w=66, cap="butt")
            svg.path(line, stroke="#F3CFC4", w=62, cap="butt")
            svg.path(line, stroke="#DDA39B", w=62, dash="9 15", cap="butt")


def gauge(svg: Svg) -> None:
    with svg.group("blood-calcium"):
        card(svg, 512, 332, 120, 58)
        drop(svg, 531, 363, 17)
        svg.use("calcium", 531, 366, 0, 1.15)
        level_gauge(svg, (554, 362, 68, 14), 0.5)


def gaps(svg: Svg) -> None:
    """Where the membrane has broken, and calcium going in."""
    with svg.group("membrane-gap"):
        for x, y, r in ((369, 190, 20), (300, 66, 13), (101, 287, 13)):
            svg.path(dot(x, y, r), "#FFFFFF", fo=0.75)
            svg.path(dot(x, y, r), stroke=INK, w=DETAIL, dash="2.5 3")
    with svg.group("calcium-entry"):
        arrow(svg, [(391, 136), (388, 160), (376, 180), (348, 190)])
        arrow(svg, [(322, 30), (312, 48), (302, 66), (294, 86)])
        arrow(svg, [(82, 322), (90, 304), (100, 290), (116, 274)])


def window_arrows(svg: Svg) -> None:
    with svg.group("calcium-entry-close"):
        arrow(svg, [(584, 176), (552, 172), (510, 174), (456, 186)])
        arrow(svg, [(462, 236), (468, 216), (490, 208), (512, 216), (520, 236)])


def draw() -> str:
    svg = Svg(640, 400, "Dystrophic calcification of a stromal cell in six steps")
    define(svg)
    with svg.group("stroma-ground"):
        svg.raw('<rect width="640" height="400" fill="url(#stroma)"/>')
    field(svg)
    windows(svg)
    gaps(svg)
    collagen(svg)
    neighbours(svg)
    vesicles(svg)
    serines(svg)
    chemistry(svg)
    spread(svg)
    ions(svg)
    first_crystals(svg)
    window_arrows(svg)
    with svg.group("window-edge"):
        window_rim(svg, WINDOW, R)
    gauge(svg)
    return svg.text()
