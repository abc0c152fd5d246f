"""The lining in six phases of the cycle, at true relative heights on an unchanging basalis."""

import math
import random

from drawing.contours import Field
from drawing.geometry import Curve, blob, coil, ramp, smoothstep, spline, wobble
from drawing.palette import (
    ARTERY,
    BASALIS,
    BLOOD,
    BOUNDARY,
    GLAND,
    INFERRED,
    INFERRED_DASH,
    INK,
    LUMEN,
    MYOMETRIUM,
    SECRETION,
    STROMA_NUCLEUS,
    darker,
    lighter,
)
from drawing.slim_lining import (
    NEUTRAL,
    Cells,
    clot,
    day_frame,
    day_strip,
    fragment_paints,
    grains,
    level_lines,
    torn,
)
from drawing.svg import Svg, num
from drawing.thrift import coiled_artery, lump, soft, spots
from drawing.tissue import area, below, bundles, muscle, oval, round_gland, uneven
from drawing.vessels import artery, capillaries

W, H = 640, 400
FLOOR, UNIT = 358, 41  # the border with the muscle; one unit of height is the basalis
HEIGHTS = {
    "menses": 1.0,
    "early-proliferative": 1.5,
    "late-proliferative": 4.0,
    "early-secretory": 5.0,
    "mid-secretory": 7.0,
    "late-secretory": 8.0,
}
DAYS = {
    "menses": (1, 4),
    "early-proliferative": (5, 9),
    "late-proliferative": (10, 14),
    "early-secretory": (15, 19),
    "mid-secretory": (20, 24),
    "late-secretory": (25, 28),
}
BASE = FLOOR - UNIT
MOUTHS = (104, 306, 508)
VESSELS = (205, 407)
STRIP = (14, 600)
DEPTH = {
    "early-proliferative": 7,
    "late-proliferative": 9,
    "early-secretory": 12,
    "mid-secretory": 8,
    "late-secretory": 7.5,
}
SWING = {
    "early-proliferative": (0, 1.0),
    "late-proliferative": (8, 2.6),
    "early-secretory": (15, 3.4),
    "mid-secretory": (24, 5.2),
    "late-secretory": (20, 7.4),
}
LUMENS = {
    "early-proliferative": (8, 5, 5),
    "late-proliferative": (9, 7, 7),
    "early-secretory": (11, 9, 10),
    "mid-secretory": (11, 9, 21),
    "late-secretory": (10, 8, 17),
}


def top_of(step: str) -> float:
    return FLOOR - UNIT * HEIGHTS[step]


def surface(step: str, x: float) -> float:
    """Height of the surface at x: even but for a gentle wave."""
    return top_of(step) + 2 * math.sin(x / 23 + len(step)) + 1.5 * math.sin(x / 57 + 1)


def gland(rng: random.Random, step: str, x: float) -> tuple[Curve, object]:
    """Centre line of a gland from above its mouth to its blind end, and the width of its lumen."""
    top = top_of(step) - 8
    span = BASE - top
    lean = rng.uniform(-5, 5) if span > 60 else 1
    middle = [(x + lean * k, top + span * t) for t, k in ((0.3, 0.4), (0.55, -1), (0.8, 0.8))]
    axis = spline([(x, top), *middle, (x, BASE), (x + 2, FLOOR - 11)], step=1.5)
    share = span / (span + UNIT)
    amplitude, turns = SWING[step]
    swing = ramp(
        (0.08, 0), (0.3, amplitude * 0.7), (share * 0.6, amplitude), (share * 0.9, amplitude * 0.6), (1, 2.5)
    )
    noise = wobble(rng, amplitude * 0.16)
    line = coil(
        axis, lambda u: swing(u) + noise(u) * smoothstep(0.2, 0.4, u) * (1 - u), turns, rng.uniform(0, 6)
    )
    mouth, neck, wide = LUMENS[step]
    return line, ramp((0, mouth), (0.14, neck), (0.45, wide), (share * 0.92, wide), (1, min(wide, 7)))


# ------------------------------------------------------------------ ground that never changes
def ground(g: Svg, rng: random.Random, border: Curve, floor: Curve) -> None:
    with g.group("basalis"):
        g.path(area(border, floor), fill=BASALIS)
        nuclei = grains(rng, (3, BASE + 5, W - 3, FLOOR - 5), 9)
        g.path(nuclei, stroke=STROMA_NUCLEUS, w=3.4, so=0.95)
    with g.group("myometrium"):
        flesh = g.linear("muscle-fill", [(0, lighter(MYOMETRIUM, 0.1)), (1, darker(MYOMETRIUM, 0.16))])
        g.path(below(floor, H), fill=flesh)
        flow = lambda x, y: 0.2 * math.sin(x / 60 + y / 25) + 0.06  # noqa: E731
        keep = lambda _, y: y > FLOOR + 5  # noqa: E731
        box = (-10, FLOOR + 4, W + 10, H + 4)
        muscle(g, bundles(rng, 90, box, flow, (16, 48), keep), bundles(rng, 55, box, flow, (12, 34), keep))
        g.path(soft(floor, every=12), stroke=INK, w=BOUNDARY)


def base_line(g: Svg, border: Curve) -> None:
    """The border of the basalis, where something stands on it."""
    with g.group("basalis-border"):
        g.path(soft(border, every=12), stroke=INK, w=INFERRED, dash=INFERRED_DASH)


FILLS = {
    "early-proliferative": "#F1B9C6",
    "late-proliferative": "#F2BECA",
    "early-secretory": "#F4C5D0",
    "mid-secretory": "#F9DAE1",
    "late-secretory": "#F5CDD6",
}


def layers(g: Svg, border: Curve) -> None:
    """The functionalis of each step, from its surface to the basalis."""
    with g.group("functionalis"):
        for step, fill in FILLS.items():
            near = lambda x: min(abs(x - m) for m in MOUTHS) < 7  # noqa: E731
            low = 30 if HEIGHTS[step] > 2 else 12
            top = [(float(x), surface(step, x) + (low if near(x) else 3)) for x in range(0, W + 1, 4)]
            kept = [
                p
                for k, p in enumerate(top)
                if k % 3 == 0 or k == len(top) - 1 or min(abs(p[0] - m) for m in MOUTHS) < 14
            ]
            d = "M" + "L".join(f"{num(x)} {num(y)}" for x, y in [*kept, *border[::-8], border[0]]) + "Z"
            with g.group(f"functionalis-{step}"):
                g.path(d, fill=fill)


def torn_height(x: float) -> float:
    """The torn surface in menses: about the top of the basalis, with tufts of stroma left on it."""
    tufts = ((556, 17, 15), (40, 10, 16), (258, 9, 13), (455, 8, 10), (356, 5, 12))
    return BASE - 1 - sum(h * math.exp(-(((x - m) / w) ** 2)) for m, h, w in tufts)


def stromata(g: Svg, rng: random.Random) -> None:
    """Stroma of each step: dense before ovulation, pale and wide with fluid in the mid-secretory phase."""
    bands = {"a": (302, 315), "b": (200, 300), "c": (160, 197), "d": (78, 158), "e": (38, 76)}
    for name, (low, high) in bands.items():
        g.symbol(
            f"stroma-{name}",
            f'<path d="{grains(rng, (3, low, W - 3, high), 10.4 if name < "c" else 11.4)}"/>',
        )
    loose = grains(rng, (3, 112, W - 3, 312), 15) + grains(rng, (3, 82, W - 3, 108), 10)
    pen = f'fill="none" stroke="{STROMA_NUCLEUS}" stroke-width="3.4" stroke-linecap="round" stroke-opacity="0.85"'
    shown = {
        "early-proliferative": "a",
        "late-proliferative": "ab",
        "early-secretory": "abc",
        "late-secretory": "abcde",
    }
    with g.group("stroma"):
        with g.group("stroma-menses"):
            edge = torn(rng, 0, W, torn_height)
            d = "M" + "L".join(f"{num(x)} {num(y)}" for x, y in [*edge, (W, BASE + 9), (0, BASE + 9)]) + "Z"
            g.path(d, fill=BASALIS)
            g.path("M" + "L".join(f"{num(x)} {num(y)}" for x, y in edge), stroke=INK, w=BOUNDARY)
            g.path(grains(rng, (542, 305, 570, 322), 8), stroke=STROMA_NUCLEUS, w=3.4)
        for step, parts in shown.items():
            with g.group(f"stroma-{step}"):
                veil(g, step)
                for part in parts:
                    g.raw(f'<use href="#stroma-{part}" {pen}/>')
        with g.group("stroma-mid-secretory"):
            veil(g, "mid-secretory")
            oedema(g, rng)
            g.path(loose, stroke=STROMA_NUCLEUS, w=3.4, so=0.85)


def veil(g: Svg, step: str) -> None:
    """A ground under the nuclei, so that the stroma between them belongs to the stroma."""
    y = surface(step, 320) + (14 if HEIGHTS[step] > 2 else 9)
    g.raw(
        f'<rect x="36" y="{num(y)}" width="{W - 72}" height="{num(BASE - 2 - y)}" rx="6" fill="{FILLS[step]}" fill-opacity="0.9"/>'
    )


def oedema(g: Svg, rng: random.Random) -> None:
    """Pools of fluid between the cells, and the fine fibres round them."""
    pools, held = "", []
    for _ in range(900):
        x, y = rng.uniform(6, W - 6), rng.uniform(116, 304)
        if any(abs(x - v) < 26 for v in VESSELS) or any(abs(x - m) < 50 for m in MOUTHS):
            continue
        if all(math.hypot(x - q[0], (y - q[1]) * 1.5) > 27 for q in held):
            held.append((x, y))
            rx = rng.uniform(8, 14)
            pools += soft(
                spline(blob(rng, x, y, rx, rx * 0.55, 0.2, 9, rng.uniform(-0.5, 0.5)), True), True, 8
            )
    g.path(pools, fill="#FFF8FA", fo=0.95, stroke="#E5A3B5", w=0.9)


# ------------------------------------------------------------------ vessels
COILS = {  # radius of the coil, pitch, how high it reaches as a share of the functionalis
    "early-proliferative": (1.2, 20, 0.35),
    "late-proliferative": (3, 22, 0.62),
    "early-secretory": (6, 19, 0.74),
    "mid-secretory": (9, 16, 0.84),
    "late-secretory": (11, 16, 0.9),
}


def vessels(g: Svg, rng: random.Random) -> None:
    """Straight branches and stems stay the same; the coiled part changes with the step."""
    for step in COILS:
        coil_symbol(g, rng, step)
    with g.group("spiral-artery"):
        with g.group("spiral-artery-menses"):
            for x in VESSELS:
                stump = spline([(x, 374), (x + 2, 350), (x - 2, 334), (x + 1, torn_height(x) + 2)], step=1)
                artery(g, stump, ramp((0, 6.4), (0.8, 5.6), (1, 6.4)), 10)
        for step in COILS:
            with g.group(f"spiral-artery-{step}"):
                for x in VESSELS:
                    g.use(f"artery-{step}", x, 0)
        for k, x in enumerate(VESSELS):
            branch = spline([(x, 372), (x + 16, 356), (x + 27, 344), (x + 33, 334)], step=1.2)
            artery(g, branch, ramp((0, 4.4), (1, 2)), 8)
            feed = spline([(x + 18 - 36 * k, H + 8), (x + 7 - 14 * k, 386), (x, 366)], step=1.2)
            artery(g, feed, ramp((0, 9), (1, 7)), 12)


def coil_symbol(g: Svg, rng: random.Random, step: str) -> None:
    """Define one artery of the step about x = 0, with its fan of fine vessels under the surface."""
    radius, pitch, share = COILS[step]
    tip = BASE - (BASE - top_of(step)) * share
    bow = min(5, (FLOOR - tip) * 0.03)
    axis = spline([(0, 372), (bow * 0.6, 340), (-bow, (tip + 340) / 2), (bow, tip + 12), (0, tip)], step=1)
    fan = ""
    if HEIGHTS[step] > 2:
        lift = top_of(step) + 18
        ends = [(dx, lift) for dx in (-42, -18, 4, 26, 46)]
        d = "".join(soft(c, every=8) for c in capillaries(rng, axis[-1], ends))
        fan = f'<path d="{d}" fill="none" stroke="{ARTERY}" stroke-width="1.4" stroke-linecap="round"/>'
    if step == "early-proliferative":
        d = soft(axis, every=9)
        for paint, w in ((INK, 7.6), (ARTERY, 5.2)):
            fan += f'<path d="{d}" fill="none" stroke="{paint}" stroke-width="{w}" stroke-linecap="round"/>'
        g.symbol(f"artery-{step}", fan)
        return
    profile = ramp((0, 1), (0.1, radius), (0.75, radius), (1, radius * 0.5))
    coiled_artery(g, f"coil-{step}", axis, profile, pitch)
    g.symbol(f"artery-{step}", f'{fan}<use href="#coil-{step}"/>')


# ------------------------------------------------------------------ glands
NUCLEI = {  # dashes of the nuclei, their length across the cell, where their row lies
    "early-proliferative": ("1.5 3", 0.52, "butt", 0.58),
    "late-proliferative": ("1.8 1.7", 0.7, "butt", 0.55),
    "early-secretory": ("1 4.8", 0.3, "round", 0.36),
    "mid-secretory": ("1.1 3.9", 0.42, "round", 0.62),
    "late-secretory": ("1 4.2", 0.38, "round", 0.6),
}


def glands(g: Svg, rng: random.Random) -> None:
    made: dict[str, tuple[Cells, Field, list[Curve], str]] = {}
    for step, depth in DEPTH.items():
        field = Field((-10.3, top_of(step) - 22.4, W + 10, FLOOR + 14), 2)
        field.add(lambda x, y, step=step: y - surface(step, x))
        lines = []
        for x in MOUTHS:
            line, width = gland(rng, step, x)
            field.add_curve(line, width, soft=9 if HEIGHTS[step] > 2 else 5)
            lines.append(line)
        cells = Cells(g, field, step, depth, NUCLEI[step][3])
        high = top_of(step)
        span = (0, high + 2, 0, high + (32 if HEIGHTS[step] > 2 else 12))
        lumen = g.linear(f"{step}-lumen", [(0, LUMEN, 0), (1, LUMEN, 1)], span, user=True)
        made[step] = (cells, field, lines, lumen)
    with g.group("surface-epithelium"):
        for step, (cells, _, _, _) in made.items():
            with g.group(f"surface-{step}", cells.outside(f"{step}-upper", 0, cut_of(step))):
                walls(cells, step)
    with g.group("gland"):
        stumps(g)
        for step, (cells, field, lines, lumen) in made.items():
            with g.group(f"gland-{step}"):
                with g.group(f"gland-wall-{step}", cells.outside(f"{step}-lower", cut_of(step), H)):
                    walls(cells, step)
                cells.lumen(lumen)
                if step == "late-secretory":
                    drops(g, rng, "late-drops", lines, field, 0.3)
    with g.group("vacuoles"):
        _, field, _, _ = made["early-secretory"]
        g.symbol("vacuole-row", f'<path d="{level_lines(field, DEPTH["early-secretory"] * 0.74, 5.6)}"/>')
        for paint, w in ((GLAND, 6.2), ("#FFFFFF", 4.6)):
            g.raw(
                f'<use href="#vacuole-row" fill="none" stroke="{paint}" stroke-width="{w}" '
                'stroke-linecap="round" stroke-dasharray="0.1 6.4"/>'
            )
    with g.group("secretion"):
        _, field, lines, _ = made["mid-secretory"]
        drops(g, rng, "drops", lines, field, 1)


def cut_of(step: str) -> float:
    """The height at which the surface ends and the glands begin."""
    return top_of(step) + DEPTH[step] + 6


def walls(cells: Cells, step: str) -> None:
    dashes, part, cap, _ = NUCLEI[step]
    cells.wall(dashes, part, cap)


def drops(g: Svg, rng: random.Random, name: str, lines: list[Curve], field: Field, share: float) -> None:
    """Clumps and droplets of secretion in the lumens."""
    for size, every in ((6.6, 9), (4.2, 6)):
        points = []
        for line in lines:
            for i in range(30, len(line) - 24, every):
                x, y = line[i][0] + rng.uniform(-5, 5), line[i][1] + rng.uniform(-4, 4)
                if field.at(x, y) < -size * 0.75 and rng.random() < share:
                    points.append((x, y))
        g.symbol(f"{name}-{every}", f'<path d="{spots(points, 2 if size > 5 else 1, rng)}"/>')
        for paint, w in ((darker(SECRETION, 0.35), size + 1.5), (SECRETION, size)):
            g.raw(
                f'<use href="#{name}-{every}" fill="none" stroke="{paint}" stroke-width="{num(w)}" '
                'stroke-linecap="round"/>'
            )


def stumps(g: Svg) -> None:
    """What menses leaves of the glands: short tubes that open on the torn surface."""
    field = Field((60, 280, 560, FLOOR + 8), 2)
    for x in MOUTHS:
        field.add_curve([(x, 292), (x, BASE), (x + 2, FLOOR - 11)], 6.5)
    cells = Cells(g, field, "stump", 7)
    edge = "".join(f"L{x} {num(torn_height(x) - 2)}" for x in range(0, W + 1, 40))
    with g.group("gland-menses", g.within("stump-part", f"M0 {H}{edge}L{W} {H}Z")):
        cells.wall("1.1 3.9")
        cells.lumen(LUMEN)


# ------------------------------------------------------------------ one step only
def cuffs(g: Svg, rng: random.Random) -> None:
    """Predecidua: plump pink cells round the arteries and in a band under the surface."""
    cells = ""
    for x, y in (
        (0, 0),
        (9, 4),
        (-8, 6),
        (3, 11),
        (-4, -9),
        (8, -7),
        (-13, -3),
        (15, -3),
        (-11, 14),
        (13, 14),
    ):
        cells += oval(x + rng.uniform(-1, 1), y + rng.uniform(-1, 1), 5.3, 4.3, rng.uniform(0, 170))
    nuclei = "".join(
        f"M{x} {y}h.1"
        for x, y in (
            (0, 0),
            (9, 4),
            (-8, 6),
            (3, 11),
            (-4, -9),
            (8, -7),
            (-13, -3),
            (15, -3),
            (-11, 14),
            (13, 14),
        )
    )
    g.symbol(
        "predecidual-cells",
        f'<path d="{cells}" fill="#F7B9A9" stroke="#A4455E" stroke-width="0.9"/>'
        f'<path d="{nuclei}" stroke="{GLAND}" stroke-width="3" stroke-linecap="round"/>',
    )
    with g.group("predecidua"):
        top = [(float(x), surface("late-secretory", x) + 9) for x in range(0, W + 1, 8)]
        low = [(x, y + 31 + 4 * math.sin(x / 29)) for x, y in top]
        gaps = [p for p in range(18, W, 27) if min(abs(p - m) for m in MOUTHS) > 24]
        g.path(area(top, low, 14), fill="#E9859B", fo=0.85, stroke="#A4455E", w=1, dash="3 3")
        for v in VESSELS:
            side = [
                (v + s * (27 + 4 * math.sin(y / 17 + s)), y)
                for s, ys in ((-1, range(66, 262, 12)), (1, range(258, 62, -12)))
                for y in ys
            ]
            g.path(soft(side, True, 12), fill="#E9859B", fo=0.85, stroke="#A4455E", w=1, dash="3 3")
        for p in gaps:
            g.use(
                "predecidual-cells",
                p,
                surface("late-secretory", p) + 25 + rng.uniform(-3, 3),
                rng.uniform(0, 360),
                0.9,
            )
        for v in VESSELS:
            for y in range(78, 250, 24):
                for s in (-1, 1):
                    g.use(
                        "predecidual-cells",
                        v + s * 15,
                        y + rng.uniform(-3, 3) + 6 * s,
                        rng.uniform(0, 360),
                        0.8,
                    )


def shed(g: Svg, rng: random.Random) -> None:
    """Menses: pieces of the functionalis and blood on their way out."""
    with g.group("lost-height"):
        line = [(float(x), surface("late-secretory", x)) for x in range(0, W + 1, 8)]
        g.path(soft(line, every=20), stroke=NEUTRAL, w=1.4, dash="6 5")
    with g.group("shed-tissue"):
        for x, y, rx, ry in (
            (250, 262, 15, 6),
            (404, 300, 40, 9),
            (206, 302, 44, 9),
            (330, 214, 20, 9),
            (96, 214, 14, 7),
            (470, 236, 16, 7),
            (566, 180, 13, 6),
            (190, 118, 12, 6),
        ):
            clot(g, lump(rng, x, y, rx, ry))
        pieces = (
            (136, 252, 54, 26, -8),
            (300, 164, 60, 34, 8),
            (448, 180, 44, 26, -14),
            (520, 268, 48, 22, 10),
            (330, 262, 38, 18, -6),
            (136, 150, 40, 24, 16),
            (238, 84, 34, 18, -8),
            (420, 96, 46, 22, 6),
        )
        for x, y, rx, ry, turn in pieces:
            g.path(
                soft(lump(rng, x, y, rx, ry, turn, rough=0.19, count=22), True, 3.4),
                fill="#E7A9B8",
                stroke=INK,
                w=BOUNDARY,
            )
            nuclei = grains(rng, (x - rx * 0.62, y - ry * 0.62, x + rx * 0.62, y + ry * 0.62), 9)
            g.path(nuclei, stroke=STROMA_NUCLEUS, w=3.2)
        for x, y, r in ((272, 158, 7), (322, 176, 5), (463, 174, 6), (112, 254, 6), (412, 92, 5)):
            round_gland(g, rng, x, y, r, 7)
        cells = spots([(rng.uniform(40, 600), rng.uniform(70, 300)) for _ in range(90)])
        for paint, w in ((darker(BLOOD, 0.2), 6), (lighter(BLOOD, 0.25), 4.4)):
            g.path(cells, stroke=paint, w=w)


def furniture(g: Svg) -> None:
    """The strip of days above, and the ruler of heights at the right."""
    with g.group("days"):
        day_strip(g, STRIP, 6, ((1, 4, "#D9848F"), (5, 14, "#9CCBC2"), (15, 28, "#EBCB86")))
    with g.group("ruler"):
        g.raw(
            f'<rect x="613" y="20" width="22" height="{FLOOR - 16}" rx="5" fill="#FFFFFF" stroke="{NEUTRAL}" stroke-width="1.2"/>'
        )
        g.path("".join(f"M614 {FLOOR - UNIT * k}h7" for k in range(9)), stroke=INK, w=1.2)
    for step, height in HEIGHTS.items():
        with g.group(f"now-{step}"):
            day_frame(g, STRIP, 6, DAYS[step])
            y = FLOOR - UNIT * height
            if height > 1:
                g.raw(
                    f'<rect x="622" y="{num(y)}" width="9" height="{num(BASE - y)}" fill="#F1B2C0" stroke="{INK}" stroke-width="1.2"/>'
                )
            g.raw(
                f'<rect x="622" y="{BASE}" width="9" height="{UNIT}" fill="{BASALIS}" stroke="{INK}" stroke-width="1.2"/>'
            )


def draw() -> str:
    rng = random.Random(28)
    g = Svg(W, H, "The lining of the uterus in six phases of the cycle")
    fragment_paints(g)
    border, floor = uneven(rng, 0, W, BASE, 2.2), uneven(rng, 0, W, FLOOR, 3.5)
    layers(g, border)
    ground(g, rng, border, floor)
    stromata(g, rng)
    base_line(g, border)
    cuffs(g, rng)
    vessels(g, rng)
    glands(g, rng)
    shed(g, rng)
    furniture(g)
    return g.text()
