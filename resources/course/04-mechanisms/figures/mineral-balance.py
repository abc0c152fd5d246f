"""A two-pan balance of mineral against inhibitors: level, tipped by injury, tipped by loss of inhibitors."""

import math
import random

from drawing.geometry import Curve, Point, circle, spline
from drawing.marks import arrow
from drawing.membranes import LIPID_EDGE, beads, bilayer, enzyme_symbols
from drawing.minerals import crystal_symbols, inhibitor_symbols, ion_symbols, needles_along
from drawing.palette import BOUNDARY, FLUID, INK, INSTRUMENT, LYMPH, darker, lighter
from drawing.svg import Svg, bez, dot, num, poly
from drawing.tissue import oval

PIVOT: Point = (320, 66)
ARM, HANG = 188, 160  # from the pivot to a pan's hook, and from the hook down to its rim
RIM, DEPTH = 88, 48  # half width and depth of a pan
TILT = 8.6  # degrees, left pan down
FALL = ARM * math.sin(math.radians(TILT))
STATES = (("balanced", 0.0), ("tipped", TILT))
MAGNESIUM, FETUIN, GLA = "#4FA36F", "#7FA9C9", "#9A6B3F"
TISSUE = 330


def hook(side: int, tilt: float) -> Point:
    """End of the beam: side -1 left, 1 right; the left one goes down with the tilt."""
    a = math.radians(tilt)
    return PIVOT[0] + side * ARM * math.cos(a), PIVOT[1] - side * ARM * math.sin(a)


def rim(side: int, tilt: float) -> Point:
    """Middle of a pan's rim."""
    x, y = hook(side, tilt)
    return x, y + HANG


# ------------------------------------------------------------------ the scale
def ground(svg: Svg) -> None:
    rng = random.Random(1)
    with svg.group("tissue"):
        svg.raw('<rect width="640" height="400" fill="url(#fluid-paint)"/>')
        top = [(x, TISSUE + 4 * math.sin(x / 60)) for x in range(-6, 650, 12)]
        svg.path(bez(top, every=24) + "V400H-6Z", "url(#tissue-paint)")
        svg.path(bez(top, every=24), stroke="#C98C9C", w=BOUNDARY)
        nuclei = ""
        for _ in range(46):
            nuclei += oval(
                rng.uniform(6, 634),
                rng.uniform(TISSUE + 12, 394),
                rng.uniform(4.5, 6.5),
                2.2,
                rng.uniform(-14, 14),
            )
        svg.path(nuclei, "#8E6BB0", fo=0.6)
    with svg.group("collagen-fibre"):
        d = "".join(bez(fibre(k), every=30) for k in range(3))
        svg.defs.append(f'<path id="fibres" d="{d}"/>')
        bands = 'stroke-width="5.6" stroke-dasharray="1.3 6.5" stroke-linejoin="bevel"'
        for colour, look in (
            ("#B9777B", 'stroke-width="7.6"'),
            ("#F3CFC4", 'stroke-width="5.6"'),
            ("#D79C97", bands),
        ):
            svg.raw(f'<use href="#fibres" fill="none" stroke="{colour}" {look}/>')


def fibre(k: int) -> Curve:
    y = 350 + 17 * k
    return [(x, y + 4.5 * math.sin(x / 52 + 1.3 * k) + 1.6 * math.sin(x / 19 + k)) for x in range(-6, 650, 8)]


def stand(svg: Svg) -> None:
    """Foot, column and the scale plate behind the pointer."""
    x, y = PIVOT
    with svg.group("stand"):
        svg.path(f"M{x - 66} {TISSUE}c4-15 34-15 44-23h44c10 8 40 8 44 23Z", "url(#steel)", INK, 2)
        svg.path(f"M{x - 7} {TISSUE - 22}L{x - 5} {y}h10l2 {TISSUE - 22 - y}Z", "url(#steel-across)", INK, 2)
        plate = [
            (x + 76 * math.cos(math.radians(a)), y + 76 * math.sin(math.radians(a)))
            for a in range(62, 119, 4)
        ]
        svg.path(bez(plate, every=20), stroke=INK, w=19)
        svg.path(bez(plate, every=20), stroke="#FFFFFF", w=16)
        ticks = ""
        for a in range(62, 119, 7):
            c, s = math.cos(math.radians(a)), math.sin(math.radians(a))
            inner = 70 if a != 90 else 68
            ticks += f"M{num(x + inner * c)} {num(y + inner * s)}L{num(x + 82 * c)} {num(y + 82 * s)}"
        svg.path(ticks, stroke=INK, w=1.2)


def beam(svg: Svg) -> None:
    for name, tilt in STATES:
        with svg.group(f"beam-{name}"):
            (lx, ly), (rx, ry) = hook(-1, tilt), hook(1, tilt)
            a = math.radians(tilt)
            nx, ny = math.sin(a), math.cos(a)  # across the beam, downwards
            upper = [(lx, ly - 3), (PIVOT[0] - 90 * math.cos(a) - 8 * nx, PIVOT[1] + 90 * math.sin(a) - 8 * ny), (PIVOT[0] - 13 * nx, PIVOT[1] - 13 * ny),
                     (PIVOT[0] + 90 * math.cos(a) - 8 * nx, PIVOT[1] - 90 * math.sin(a) - 8 * ny), (rx, ry - 3)]  # fmt: skip
            lower = [(rx, ry + 3), (PIVOT[0] + 9 * nx, PIVOT[1] + 9 * ny), (lx, ly + 3)]
            svg.path(
                bez(spline(upper, step=3), every=16) + "L" + bez(spline(lower, step=3), every=16)[1:] + "Z",
                "url(#steel)",
                INK,
                2,
            )
            tip = (PIVOT[0] + 70 * math.sin(a), PIVOT[1] + 70 * math.cos(a))
            base = [
                (PIVOT[0] - 4.5 * math.cos(a), PIVOT[1] + 4.5 * math.sin(a)),
                tip,
                (PIVOT[0] + 4.5 * math.cos(a), PIVOT[1] - 4.5 * math.sin(a)),
            ]
            svg.path(poly(base), "#B4346A", INK, 1.2)
            svg.path(dot(*PIVOT, 8.5), "#E3E8ED", INK, 2)
            svg.path(dot(*PIVOT, 2.6), INK)
            svg.path("".join(dot(x, y, 5) for x, y in ((lx, ly), (rx, ry))), "#E3E8ED", INK, 1.8)


def pan_back(svg: Svg, side: int) -> None:
    """Chains and the inside of the pan, behind what lies in it."""
    word = "mineral" if side < 0 else "inhibitor"
    for name, tilt in STATES:
        with svg.group(f"{word}-chains-{name}"):
            (hx, hy), (x, y) = hook(side, tilt), rim(side, tilt)
            chains = f"M{num(hx)} {num(hy + 5)}L{num(x - RIM + 2)} {num(y)}M{num(hx)} {num(hy + 5)}L{num(x + RIM - 2)} {num(y)}M{num(hx)} {num(hy + 5)}L{num(x)} {num(y - 9)}"
            svg.path(chains, stroke=INK, w=2.6)
            svg.path(chains, stroke="#C9D1D9", w=1.2, dash="3 2.4")
            svg.path(dot(x, y, RIM, 10), darker(INSTRUMENT, 0.35), INK, 1.8)


def pan_front(svg: Svg, side: int) -> None:
    """The front of the pan, which is what the hotspot means."""
    word = "mineral" if side < 0 else "inhibitor"
    with svg.group(f"{word}-pan"):
        for name, tilt in STATES:
            with svg.group(f"{word}-pan-{name}"):
                x, y = rim(side, tilt)
                bowl = f"M{num(x - RIM)} {num(y)}c6 28 40 {DEPTH} {RIM} {DEPTH}s{RIM - 6}-12 {RIM}-{DEPTH}a{RIM} 10 0 0 1-{2 * RIM} 0Z"
                svg.path(bowl, "url(#steel)", INK, 2)
                svg.path(
                    f"M{num(x - RIM + 12)} {num(y + 15)}c12 12 34 17 56 19", stroke="#FFFFFF", w=2.4, so=0.8
                )


# ------------------------------------------------------------------ left pan
def shifted(
    places: tuple[tuple[float, float, float], ...], side: int, tilt: float
) -> list[tuple[float, float, float]]:
    x, y = rim(side, tilt)
    return [(x + dx, y + dy, turn) for dx, dy, turn in places]


CALCIUM_HEAP = (
    (-62, -8, 0),
    (-40, -4, 0),
    (-50, -26, 0),
    (-24, -22, 0),
    (-4, -5, 0),
    (20, -3, 0),
    (8, -24, 0),
    (42, -8, 0),
    (30, -26, 0),
    (62, -9, 0),
    (-36, -44, 0),
    (14, -46, 0),
    (50, -30, 0),
)
PHOSPHATE_HEAP = ((-74, -10, 10), (-14, -40, 0), (-14, -12, 0), (33, -46, 180), (-8, -62, 0), (56, -20, 180), (-58, -40, 180), (74, -12, 0))  # fmt: skip


def fluid(svg: Svg) -> None:
    """Supersaturated fluid that fills the left pan, and collagen lying in it."""
    for name, tilt in STATES:
        with svg.group(f"fluid-{name}"):
            x, y = rim(-1, tilt)
            svg.path(dot(x, y, RIM - 5, 7.5), lighter(FLUID, 0.35), "#6FA9D0", 1)
        with svg.group(f"pan-collagen-{name}"):
            for k, (dx, dy, lean) in enumerate(((0, -14, -0.1), (6, -30, 0.09), (-4, -50, -0.04))):
                x, y = rim(-1, tilt)
                half = 70 - 12 * k
                run = [
                    (x + dx + t * math.cos(lean), y + dy + t * math.sin(lean) + 2.2 * math.sin(t / 12 + k))
                    for t in range(-half, half + 1, 5)
                ]
                d = bez(run, every=14)
                svg.path(d, stroke="#B9777B", w=8)
                svg.path(d, stroke="#F3CFC4", w=6)
                svg.path(d, stroke="#D79C97", w=6, dash="1.4 6", cap="butt")


def mineral_side(svg: Svg) -> None:
    with svg.group("calcium-ion"):
        for name, tilt in STATES:
            with svg.group(f"calcium-{name}"):
                for x, y, _ in shifted(CALCIUM_HEAP, -1, tilt):
                    svg.use("calcium", x, y, 0, 2.0)
    with svg.group("phosphate-ion"):
        for name, tilt in STATES:
            with svg.group(f"phosphate-{name}"):
                for x, y, turn in shifted(PHOSPHATE_HEAP, -1, tilt):
                    svg.use("phosphate", x, y, turn, 2.1)
        with svg.group("phosphate-freed"):
            for x, y, turn in ((430, 108, 20), (384, 136, -16), (254, 164, 12), (252, 106, -20)):
                svg.use("phosphate", x, y, turn, 2.1)


def dead_membranes(svg: Svg) -> None:
    """Curled pieces of dead membrane with phosphatidylserine outside, on top of the heap."""
    x, y = rim(-1, TILT)
    with svg.group("dead-membrane"):
        pieces = [
            (spline([(x - 66, y - 44), (x - 54, y - 66), (x - 32, y - 76), (x - 10, y - 70)], step=5), False),
            (spline([(x + 8, y - 76), (x + 28, y - 68), (x + 52, y - 72), (x + 66, y - 52)], step=5), False),
            (circle(x + 4, y - 92, 15, 18), True),
            (circle(x + 62, y - 36, 11, 14), True),
        ]
        for curve, closed in pieces:
            svg.path(poly(curve, closed), "#FFF7F2" if closed else "none", LIPID_EDGE, 16)
            svg.path(poly(curve, closed), stroke="#F4ECF8", w=14)
            bilayer(svg, curve, closed, 4.2, 5.6, 5)
            beads(svg, curve, 4.2, 11.2, closed, 5.8)


# ------------------------------------------------------------------ right pan
SIGNS = ((-46, -16, -6), (-14, -18, 5), (-30, -48, 8), (2, -49, -8), (20, -17, 10), (-12, -79, 0))


def protein(svg: Svg, x: float, y: float) -> None:
    """Fetuin-A: a lobed plasma protein that wraps mineral."""
    lobes = spline(
        [
            (x - 17, y + 6),
            (x - 19, y - 8),
            (x - 6, y - 16),
            (x + 4, y - 10),
            (x + 15, y - 15),
            (x + 20, y - 2),
            (x + 13, y + 12),
            (x - 1, y + 9),
            (x - 9, y + 14),
        ],
        closed=True,
        step=3,
    )
    svg.path(bez(lobes, True, 6), FETUIN, darker(FETUIN, 0.6), 1.8)
    svg.path(
        "".join(dot(x + dx, y + dy, 2.4) for dx, dy in ((-10, -5), (0, 2), (10, -6), (8, 5), (-8, 7))),
        "#DCEAF4",
        darker(FETUIN, 0.5),
        0.8,
    )


def gla(svg: Svg, x: float, y: float) -> None:
    """Matrix Gla protein: a coiled chain with forked ends that hold calcium."""
    coil = [(x - 20 + t * 2.5, y + 6.5 * math.sin(t * 0.95)) for t in range(17)]
    d = bez(spline(coil, step=2), every=4)
    svg.path(d, stroke=darker(GLA, 0.6), w=6.4)
    svg.path(d, stroke=lighter(GLA, 0.25), w=3.8)
    forks = "".join(
        f"M{num(px)} {num(py)}l{num(0)} -6m-3.4-4.6l3.4 4.6l3.4-4.6"
        for px, py in ((x - 16, y - 4), (x - 2, y - 4), (x + 13, y - 4))
    )
    svg.path(forks, stroke=darker(GLA, 0.6), w=2)


def inhibitor_side(svg: Svg) -> None:
    for name, tilt in STATES:
        x, y = rim(1, tilt)
        with svg.group("magnesium" if name == "balanced" else f"magnesium-{name}"):
            for dx, dy in ((52, -9), (70, -8), (72, -24), (-70, -7), (-64, -24)):
                corners = [
                    (x + dx + 8 * math.cos(k * math.pi / 3), y + dy + 8 * math.sin(k * math.pi / 3))
                    for k in range(6)
                ]
                svg.path(poly(corners), MAGNESIUM, darker(LYMPH, 0.6), 1.4)
        with svg.group("fetuin-a" if name == "balanced" else f"fetuin-{name}"):
            protein(svg, x + 44, y - 36)
        with svg.group("matrix-gla-protein" if name == "balanced" else f"gla-{name}"):
            gla(svg, x + 46, y - 60)
    with svg.group("pyrophosphate"):
        for name, tilt in STATES:
            with svg.group(f"signs-{name}"):
                for x, y, turn in shifted(SIGNS, 1, tilt):
                    svg.use("pyrophosphate-sign", x, y, turn, 1.5)
        with svg.group("signs-broken"):
            x, y = rim(1, TILT)
            for dx, dy in ((-46, -50), (6, -49)):
                svg.use("pyrophosphate-left", x + dx - 4, y + dy, -24, 1.5)
                svg.use("pyrophosphate-right", x + dx + 6, y + dy, 26, 1.5)
    with svg.group("tnap"):
        x, y = rim(1, TILT)
        svg.use("tnap-enzyme", x - 46, y - 8, 0, 1.45)
        svg.use("tnap-enzyme", x + 7, y - 8, 0, 1.45)


def result(svg: Svg) -> None:
    """What a tipped balance means for the tissue: mineral on collagen."""
    rng = random.Random(9)
    with svg.group("mineral-forms"):
        for k in range(3):
            needles_along(svg, rng, fibre(k)[4 + 3 * k : 34 - 2 * k], 15 - 2 * k, 3.4, (0.6, 0.95))
        for x, y, scale in (
            (86, 356, 1.0),
            (132, 370, 1.25),
            (176, 352, 0.9),
            (204, 378, 1.0),
            (66, 382, 0.8),
            (150, 388, 0.8),
        ):
            svg.use("rosette", x, y, rng.uniform(0, 60), scale)


def exchange(svg: Svg) -> None:
    """Phosphate freed from the inhibitor goes over to the mineral side."""
    with svg.group("phosphate-moves"):
        arrow(svg, [(446, 142), (392, 116), (326, 108), (262, 122), (204, 164)], "#7A5600", 2.6, 11)


def added(svg: Svg) -> None:
    with svg.group("injury-adds"):
        arrow(svg, [(40, 22), (48, 62), (68, 102), (94, 138)], INK, 2.6, 11)


def draw() -> str:
    svg = Svg(640, 400, "Balance of mineral and inhibitors")
    ion_symbols(svg)
    inhibitor_symbols(svg)
    crystal_symbols(svg)
    enzyme_symbols(svg)
    svg.linear("fluid-paint", [(0, FLUID, 0.08), (1, FLUID, 0.26)])
    svg.linear("tissue-paint", [(0, "#F8DDE3"), (1, "#F1C9D2")])
    svg.linear("steel", [(0, "#D7DEE5"), (0.5, "#A9B4BF"), (1, INSTRUMENT)])
    svg.linear("steel-across", [(0, "#DDE3E9"), (1, INSTRUMENT)], (0, 0, 1, 0))
    ground(svg)
    result(svg)
    stand(svg)
    beam(svg)
    pan_back(svg, -1)
    pan_back(svg, 1)
    fluid(svg)
    mineral_side(svg)
    dead_membranes(svg)
    inhibitor_side(svg)
    pan_front(svg, -1)
    pan_front(svg, 1)
    exchange(svg)
    added(svg)
    return svg.text()
