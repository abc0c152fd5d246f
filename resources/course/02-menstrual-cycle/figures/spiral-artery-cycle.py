"""One spiral artery through the cycle: short, lengthening, coiled, in spasm, bleeding; its straight branch stays."""

import math
import random

from drawing.contours import Field
from drawing.geometry import Curve, coil, ramp, spline
from drawing.palette import (
    ARTERY,
    BASALIS,
    BLOOD,
    BOUNDARY,
    INFERRED,
    INFERRED_DASH,
    INK,
    LUMEN,
    MYOMETRIUM,
    STROMA_NUCLEUS,
    darker,
    lighter,
)
from drawing.slim_lining import NEUTRAL, Cells, clot, fragment_paints, grains, torn
from drawing.svg import Svg, bez, num, poly
from drawing.thrift import coiled_artery, lump, soft, spots
from drawing.tissue import area, below, bundles, muscle, uneven
from drawing.vessels import artery, capillaries

W, H = 640, 400
BASE, FLOOR = 286, 336
TOPS = {"short": 236, "lengthening": 138, "coiled": 48, "spasm": 60, "bleeding": 262}
FILLS = {
    "short": "#F1B9C6",
    "lengthening": "#F2BECA",
    "coiled": "#F5CDD6",
    "spasm": "#F2C6D0",
    "bleeding": "#E3A4B5",
}
X = 300
MOUTHS = (152, 448, 590)
GLANDS = {"short": (0, 1, 6), "lengthening": (8, 2.2, 8), "coiled": (22, 4.6, 19), "spasm": (19, 5.6, 14)}
PALE = 176  # how far down the tissue turns pale in spasm


def surface(step: str, x: float) -> float:
    """Height of the surface at x."""
    return TOPS[step] + 2.4 * math.sin(x / 27 + len(step)) + 1.6 * math.sin(x / 61)


def ground(g: Svg, rng: random.Random, border: Curve, floor: Curve) -> None:
    with g.group("basalis"):
        g.path(area(border, floor), fill=BASALIS)
        g.path(grains(rng, (3, BASE + 6, W - 3, FLOOR - 6), 9), stroke=STROMA_NUCLEUS, w=3.6, so=0.95)
    with g.group("myometrium"):
        flesh = g.linear("muscle-fill", [(0, lighter(MYOMETRIUM, 0.1)), (1, darker(MYOMETRIUM, 0.16))])
        g.path(below(floor, H), fill=flesh)
        flow = lambda x, y: 0.2 * math.sin(x / 60 + y / 25) + 0.06  # noqa: E731
        keep = lambda _, y: y > FLOOR + 6  # noqa: E731
        box = (-10, FLOOR + 5, W + 10, H + 4)
        muscle(g, bundles(rng, 150, box, flow, (16, 48), keep), bundles(rng, 90, box, flow, (12, 34), keep))
        g.path(bez(floor, every=10), stroke=INK, w=BOUNDARY)


def functionalis(g: Svg, rng: random.Random, border: Curve) -> None:
    """The layer the artery feeds, as high as the step lets it stand; its surface torn at the end."""
    with g.group("functionalis"):
        for step, fill in FILLS.items():
            with g.group(f"functionalis-{step}"):
                if step == "bleeding":
                    top = torn(rng, 0, W, lambda x: TOPS["bleeding"] + 6 * math.sin(x / 47))
                    line = "M" + "L".join(f"{num(x)} {num(y)}" for x, y in top)
                    edge = "".join(f"L{num(x)} {num(y)}" for x, y in border[::-8])
                    g.path(f"{line}{edge}L0 {num(border[0][1])}Z", fill=fill)
                    g.path(line, stroke=INK, w=BOUNDARY)
                else:
                    low = 24 if step != "short" else 12
                    near = lambda x: min(abs(x - m) for m in MOUTHS) < 7  # noqa: E731
                    top = [(float(x), surface(step, x) + (low if near(x) else 3)) for x in range(0, W + 1, 4)]
                    g.path(poly([*top, *border[::-8], border[0]]), fill=fill)
                high = TOPS[step] + (18 if step != "bleeding" else 10)
                gap = 9.5 if step in {"short", "lengthening"} else 12
                g.path(grains(rng, (3, high, W - 3, BASE - 6), gap), stroke=STROMA_NUCLEUS, w=3.6, so=0.85)
        g.path(soft(border, every=12), stroke=INK, w=INFERRED, dash=INFERRED_DASH)


def epithelium(g: Svg, rng: random.Random, step: str) -> None:
    """The surface, one row of columnar cells, and the glands that open on it."""
    field = Field((-10.3, TOPS[step] - 22.4, W + 10, FLOOR + 8), 2)
    field.add(lambda x, y: y - surface(step, x))
    swing, turns, wide = GLANDS[step]
    for x in MOUTHS:
        top = TOPS[step] - 8
        axis = spline([(x, top), (x + 2, (top + BASE) / 2), (x, BASE), (x + 1, FLOOR - 14)], step=1.5)
        profile = ramp((0.12, 0), (0.4, swing), (0.7, swing), (1, 2))
        line = coil(axis, profile, turns, rng.uniform(0, 6))
        field.add_curve(line, ramp((0, 10), (0.2, 8), (0.5, wide), (0.75, wide), (1, 7)), soft=8)
    cells = Cells(g, field, f"cells-{step}", 8)
    high = TOPS[step]
    lumen = g.linear(f"{step}-lumen", [(0, LUMEN, 0), (1, LUMEN, 1)], (0, high + 2, 0, high + 24), user=True)
    with g.group(f"cells-of-{step}", cells.outside(f"{step}-cells", 0, H)):
        cells.wall("1.1 3.9")
    cells.lumen(lumen)


# ------------------------------------------------------------------ the arteries
COILS = {  # radius of the coil, pitch, thickness, height of the tip
    "short": (1.5, 30, 11, 262),
    "lengthening": (8, 34, 11, 190),
    "coiled": (21, 29, 12, 108),
    "spasm": (15, 21, 6.5, 124),
}


def coil_symbols(g: Svg) -> None:
    for step, (radius, pitch, w, tip) in COILS.items():
        axis = spline(
            [(X, 346), (X + 2, 300), (X - 5, (tip + 300) / 2), (X + 3, tip + 20), (X, tip)], step=0.8
        )
        profile = ramp((0, 1), (0.14, radius), (0.8, radius), (1, radius * 0.6))
        coiled_artery(g, f"coil-{step}", axis, profile, pitch, w)


def fan(g: Svg, rng: random.Random, step: str, w: float) -> None:
    """The fine vessels between the tip of the artery and the surface."""
    tip, lift = COILS[step][3], TOPS[step] + 20
    ends = [(X + dx, lift + abs(dx) * 0.03) for dx in (-86, -56, -26, 4, 32, 60, 88)]
    d = "".join(soft(c, every=9) for c in capillaries(rng, (X, tip + 2), ends, 4))
    g.path(d, stroke=INK, w=w + 1.6)
    g.path(d, stroke=ARTERY, w=w)


def arteries(g: Svg, rng: random.Random) -> None:
    coil_symbols(g)
    feed = spline([(X + 34, H + 10), (X + 16, 384), (X + 4, 362), (X, 338)], step=1.2)
    with g.group("spiral-artery"):
        for step in COILS:
            with g.group(f"spiral-artery-{step}"):
                if step != "short":
                    fan(g, rng, step, 1.3 if step == "spasm" else 2.4)
                g.raw(f'<use href="#coil-{step}"/>')
        with g.group("spiral-artery-bleeding"):
            stump = spline([(X, 346), (X + 4, 318), (X - 6, 296), (X + 3, 276), (X - 1, 254)], step=1)
            artery(g, stump, ramp((0, 14), (0.6, 13), (0.85, 14), (1, 21)), 6)
            mouth = "M" + f"{num(X - 9.5)} 254a9.5 4.2 0 1 0 19 0a9.5 4.2 0 1 0 -19 0Z"
            g.path(mouth, fill=BLOOD, stroke=INK, w=1.4)
    with g.group("straight-artery"):
        for end, bow in (((X + 92, 300), 12), ((X + 62, 326), 4)):
            branch = spline([(X + 6, 362), (X + 34, 350 + bow * 0.2), (X + 60, 334), end], step=1.2)
            artery(g, branch if bow > 5 else branch[: len(branch) // 2], ramp((0, 9), (1, 4.5)), 8)
            twigs = capillaries(rng, end, [(end[0] + 30, end[1] - 6), (end[0] + 28, end[1] + 12)], 2)
            if bow > 5:
                g.path("".join(soft(c, every=9) for c in twigs), stroke=ARTERY, w=2.6)
    with g.group("stem"):
        artery(g, feed, ramp((0, 20), (1, 13)), 10)


# ------------------------------------------------------------------ spasm and bleeding
def pale(g: Svg, rng: random.Random) -> None:
    """The upper zone without blood: pale, its border uneven, its cells sparse."""
    with g.group("pale-zone"):
        top = [(float(x), surface("spasm", x) + 11) for x in range(0, W + 1, 8)]
        low = uneven(rng, 0, W, PALE, 7)
        paint = g.hatch("pale-hatch", "#B9AEC6", 9, 1, -45)
        d = area(top, low, 14)
        g.path(d, fill="#FBF3EE")
        g.path(d, fill=paint, fo=0.7)
        g.path(soft(low, every=10), stroke="#7C6B8C", w=1.5, dash="3 4")
        g.path(grains(rng, (3, 80, W - 3, PALE - 10), 17), stroke="#B7A6C6", w=3.4, so=0.8)


def arrows_in(g: Svg) -> None:
    """The squeeze of the coil: short wedges that point at it from both sides."""
    with g.group("squeeze"):
        for y in (206, 236, 266):
            for s in (-1, 1):
                tip = X + s * 32
                d = f"M{tip} {y}L{tip + s * 13} {y - 7}V{y + 7}Z"
                g.path(d, fill=INK, stroke="#FFFFFF", w=1.4)
                g.path(f"M{tip + s * 13} {y}h{s * 12}", stroke="#FFFFFF", w=5.4)
                g.path(f"M{tip + s * 13} {y}h{s * 12}", stroke=INK, w=3)


def bleeding(g: Svg, rng: random.Random) -> None:
    """Blood from the open end, and the pieces of the layer that it carries away."""
    with g.group("lost-height"):
        line = [(float(x), surface("coiled", x)) for x in range(0, W + 1, 8)]
        g.path(soft(line, every=20), stroke=NEUTRAL, w=1.4, dash="6 5")
    with g.group("blood"):
        plume = spline(
            [
                (X - 9, 254),
                (X - 30, 226),
                (X - 66, 204),
                (X - 60, 172),
                (X - 22, 160),
                (X + 12, 148),
                (X + 58, 164),
                (X + 84, 190),
                (X + 60, 220),
                (X + 24, 234),
                (X + 10, 254),
            ],
            True,
            2.4,
        )
        clot(g, plume)
        for x, y, rx, ry in (
            (188, 236, 40, 11),
            (430, 240, 46, 10),
            (110, 214, 18, 8),
            (520, 206, 20, 9),
            (250, 118, 22, 9),
            (396, 112, 16, 8),
        ):
            clot(g, lump(rng, x, y, rx, ry))
        cells = spots([(rng.uniform(60, 600), rng.uniform(70, 236)) for _ in range(80)])
        for paint, w in ((darker(BLOOD, 0.2), 7), (lighter(BLOOD, 0.25), 5.2)):
            g.path(cells, stroke=paint, w=w)
    with g.group("shed-pieces"):
        for x, y, rx, ry, turn in (
            (120, 150, 58, 30, -10),
            (486, 136, 64, 32, 10),
            (336, 86, 56, 24, 4),
            (572, 234, 40, 17, -8),
            (56, 238, 36, 15, 10),
            (200, 84, 34, 17, -14),
        ):
            g.path(
                soft(lump(rng, x, y, rx, ry, turn, rough=0.19, count=22), True, 3.4),
                fill="#E7A9B8",
                stroke=INK,
                w=BOUNDARY,
            )
            box = (x - rx * 0.62, y - ry * 0.6, x + rx * 0.62, y + ry * 0.6)
            g.path(grains(rng, box, 9), stroke=STROMA_NUCLEUS, w=3.4)


def linings(g: Svg, rng: random.Random) -> None:
    """Glands and surface of each step; of the glands, stumps are left at the end."""
    with g.group("glands"):
        for step in GLANDS:
            with g.group(f"glands-{step}"):
                epithelium(g, rng, step)
        with g.group("glands-bleeding"):
            field = Field((60, 240, W + 10, FLOOR + 8), 2)
            for x in MOUTHS:
                field.add_curve([(x, 250), (x, BASE), (x + 1, FLOOR - 14)], 7)
            cells = Cells(g, field, "stump", 8)
            stump = f"M0 {H}V{TOPS['bleeding'] + 9}H{W}V{H}Z"
            with g.group("stumps", g.within("stump-part", stump)):
                cells.wall("1.1 3.9")
                cells.lumen(LUMEN)


def draw() -> str:
    rng = random.Random(14)
    g = Svg(W, H, "A spiral artery through the cycle")
    fragment_paints(g)
    border, floor = uneven(rng, 0, W, BASE, 2.6), uneven(rng, 0, W, FLOOR, 3.6)
    functionalis(g, rng, border)
    pale(g, rng)
    ground(g, rng, border, floor)
    linings(g, rng)
    bleeding(g, rng)
    arteries(g, rng)
    arrows_in(g)
    return g.text()
