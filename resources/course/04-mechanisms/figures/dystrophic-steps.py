"""Dystrophic calcification of a stromal cell in six steps, each with a magnified detail in the round window."""

import math
import random

from drawing.geometry import Curve, Point, blob, dist, inside, shift, spline
from drawing.marks import arrow
from drawing.membrane_window import (
    BETWEEN,
    BREAKS,
    BUD,
    FREE,
    TORN_LOW,
    TORN_TOP,
    WALL,
    WINDOW,
    R,
    cytoplasm_side,
    lipids,
    polar,
)
from drawing.membranes import (
    CYTOPLASM_SIDE,
    beads,
    enzyme_symbols,
    lipid_symbols,
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
from drawing.palette import DETAIL, INK, MINERAL_DEEP
from drawing.signs import card, drop, gauge_paints, level_gauge
from drawing.stromal_cell import (
    DEAD,
    DYING,
    INTACT,
    RUPTURES,
    SHED,
    SWOLLEN,
    WRECK,
    cell_symbols,
    stages,
)
from drawing.svg import Svg, bez, dot, poly

VESICLES = [
    (352, 94), (370, 120), (384, 148), (391, 178), (392, 212), (388, 244), (376, 272), (356, 298), (332, 320), (304, 336),
    (274, 344), (246, 350), (236, 64), (206, 66), (264, 58), (174, 76), (147, 86), (120, 314), (95, 300), (378, 88),
]  # fmt: skip
FIBRES = [(18, 0.3), (38, 1.1), (352, 0.2), (374, 0.9), (391, 1.6)]


def fibre(y: float, phase: float) -> Curve:
    """A wavy collagen fibre across the picture."""
    return [
        (x, y + 6 * math.sin(x / 58 + phase) + 2.2 * math.sin(x / 21 + 2 * phase)) for x in range(-6, 650, 8)
    ]


def define(svg: Svg) -> None:
    cell_symbols(svg)
    lipid_symbols(svg)
    ion_symbols(svg)
    inhibitor_symbols(svg)
    crystal_symbols(svg)
    enzyme_symbols(svg)
    gauge_paints(svg)
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
        '<path d="M-4-4L0 0M4-4.6L1.6 1M-4.6 3L1 3.6M4.6 1L2.6 5" stroke="'
        + MINERAL_DEEP
        + '" stroke-width="2" stroke-linecap="round"/>',
    )


# ------------------------------------------------------------------ the field and the windows
def neighbours(svg: Svg) -> None:
    """Healthy stromal cells that stay alive beside the plaque."""
    with svg.group("neighbours"):
        svg.use("spindle", 190, 66, -4)
        svg.use("spindle", 206, 340, 178)
        svg.use("spindle", 42, 206, 86, 0.6)


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
                svg.path(trace(WALL), stroke=BETWEEN, w=30, cap="butt")
            if step == "injury":
                svg.path(cytoplasm_side([*TORN_TOP, *TORN_LOW]), CYTOPLASM_SIDE)
                svg.path(trace(TORN_TOP) + trace(TORN_LOW), stroke=BETWEEN, w=30, cap="butt")
            if step == "vesicles":
                svg.path(cytoplasm_side(BUD), "#F3E3E3")
                svg.path(trace(BUD), stroke=BETWEEN, w=18, cap="butt")
                svg.path("".join(trace(ring, True) for ring in FREE), "#FFF7F2", BETWEEN, 18)
            if step in ("intact", "injury", "vesicles"):
                lipids(svg, "lipid", step)
            if step == "spread":
                window_source(svg, WINDOW, R, place, 13)


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
                (579, 251, 0.75),
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


ENTERED = [(338, 182), (318, 172), (342, 204), (300, 190), (330, 150), (286, 98), (297, 114), (122, 262), (136, 248), (176, 304), (280, 240), (106, 244)]  # fmt: skip
STREAM = [(578, 196), (556, 186), (532, 192), (508, 188), (483, 193), (458, 200), (436, 186), (430, 210), (440, 160), (548, 226)]  # fmt: skip
OUTSIDE = [(548, 140), (578, 190), (540, 224), (574, 226), (530, 110), (536, 262), (556, 176)]
BUDDING = [(505, 183), (514, 198), (498, 197), (440, 160), (446, 216), (567, 218), (541, 142)]
GATHERED = [polar(a, r) for a, r in ((-95, 25), (-58, 26), (-22, 25), (14, 26), (50, 26), (88, 26), (124, 27), (-45, 11), (35, 10))]  # fmt: skip
CHANNELS = [polar(a, r) for a, r in ((-62, 71), (-62, 50), (-58, 86), (118, 72), (118, 52), (122, 88))]
FREED = [polar(a, r) for a, r in ((182, 84), (140, 80), (88, 84), (49, 84))]
LAST_CALCIUM = [polar(a, r) for a, r in ((-78, 90), (95, 90), (205, 92), (178, 88), (300, 10), (120, 16))]
LAST_PHOSPHATE = [polar(a, r) for a, r in ((-8, 84), (70, 92), (188, 92), (10, 12))]


def sprinkled(svg: Svg, group: str, sign: str, *batches: tuple[list[Point], float]) -> None:
    """A group of ions: places and size, batch by batch."""
    with svg.group(group):
        for places, scale in batches:
            for x, y in places:
                svg.use(sign, x, y, 0, scale)


def ions(svg: Svg) -> None:
    """Calcium and phosphate of each step; one of each stays in the window throughout."""
    signs = [(410, 46), (68, 120), (430, 330), (560, 60)]

    def fluid(p: Point) -> bool:
        free = all(dist(p, v) > 17 for v in VESICLES) and all(dist(p, q) > 20 for q in signs)
        return outside(SWOLLEN, p) and free

    places = sprinkle(random.Random(31), (16, 56, 628, 338), 34, 19, fluid)
    calcium = [p for k, p in enumerate(places) if k % 3 != 2]
    phosphate = places[2::3]
    with svg.group("calcium-ion"):
        svg.use("calcium", 597, 160, 0, 1.7)
        sprinkled(svg, "calcium-fluid", "calcium", ([p for p in calcium if p[0] > 330], 1))
        sprinkled(svg, "calcium-fluid-near", "calcium", ([p for p in calcium if p[0] <= 330], 1))
        sprinkled(svg, "calcium-outside", "calcium", (OUTSIDE, 1.4))
        sprinkled(svg, "calcium-entering", "calcium", (ENTERED, 1), (STREAM, 1.4))
        sprinkled(svg, "calcium-vesicles", "calcium", (BUDDING, 1.1))
        taken = [p for k, p in enumerate(GATHERED) if k % 3 != 1]
        sprinkled(svg, "calcium-gathering", "calcium", (taken, 1.15), (CHANNELS, 1.05))
        sprinkled(svg, "calcium-crystals", "calcium", (LAST_CALCIUM, 1.2))
    with svg.group("phosphate-ion"):
        svg.use("phosphate", 593, 226, 0, 1.7)
        sprinkled(svg, "phosphate-fluid", "phosphate", ([p for p in phosphate if p[0] > 330], 1))
        sprinkled(svg, "phosphate-fluid-near", "phosphate", ([p for p in phosphate if p[0] <= 330], 1))
        sprinkled(svg, "phosphate-outside", "phosphate", ([(442, 160), (426, 206), (444, 244)], 1.4))
        sprinkled(svg, "phosphate-gathering", "phosphate", (GATHERED[1::3], 1.2), (FREED, 1.05))
        sprinkled(svg, "phosphate-crystals", "phosphate", (LAST_PHOSPHATE, 1.2))


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
        for x, y, scale in ((352, 238, 0.9), (372, 258, 0.8), (412, 322, 1.0), (384, 112, 0.6)):
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
                lean = rng.uniform(-14, 14) if abs(v) < 38 else rng.uniform(-40, 40)
                svg.use("prism", x, y, 68 + lean, rng.uniform(0.6, 1.05))


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
    stages(svg)
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
