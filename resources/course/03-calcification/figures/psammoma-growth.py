"""How a psammoma body grows: layers of mineral round the dead tip of a papilla, in four steps."""

import math
import random

from drawing import bone, deposits, palette
from drawing.geometry import (
    circle,
    dist,
    inside,
    lerp,
    resample,
    scatter,
    shift,
    spline,
    wobble,
)
from drawing.marks import NEUTRAL, arrow
from drawing.palette import (
    ARTERY,
    ARTERY_LIGHT,
    BLOOD,
    FUNCTIONALIS,
    GLAND,
    INK,
    STROMA_NUCLEUS,
    VEIN,
    lighter,
    mix,
)
from drawing.svg import Svg, bez, dot, num

CX, CY = 320, 138  # the tip that dies, and later the body
BODY = 60  # radius of the finished body: about 60 µm across
NECK = 214  # below it the papilla lives
CELL, TALL = 15.5, 21
LEFT = [
    (52, 402),
    (66, 352),
    (62, 300),
    (68, 256),
    (92, 232),
    (124, 240),
    (138, 274),
    (134, 322),
    (144, 364),
    (164, 402),
]
RIGHT = [
    (476, 402),
    (498, 362),
    (510, 318),
    (506, 270),
    (520, 236),
    (550, 226),
    (578, 246),
    (586, 296),
    (578, 350),
    (588, 402),
]
MAIN = [
    (262, 402),
    (278, 352),
    (286, 300),
    (285, 250),
    (279, 205),
    (274, 160),
    (282, 116),
    (320, 94),
    (358, 116),
    (366, 160),
    (361, 205),
    (355, 250),
    (354, 300),
    (362, 352),
    (378, 402),
]


def cells(core, tall, rng, size=CELL):
    """Quads of the epithelium on a core edge that runs with its outside to the left, and the places of the nuclei."""
    foot = resample(core, step=size)
    f = wobble(rng, 1.3, 6)
    crown = shift(foot, lambda u: tall + f(u))
    quads, seeds = [], []
    for i in range(len(foot) - 1):
        a, z, y, x = foot[i], foot[i + 1], crown[i + 1], crown[i]
        dome = lerp(lerp(x, y, 0.5), lerp(a, z, 0.5), -0.13)
        quads.append(
            [
                a,
                lerp(a, z, 0.5),
                z,
                lerp(z, y, 0.55),
                lerp(y, dome, 0.12),
                dome,
                lerp(x, dome, 0.12),
                lerp(a, x, 0.55),
            ]
        )
        mid, top = lerp(a, z, 0.5), lerp(x, y, 0.5)
        seeds.append((lerp(mid, top, rng.uniform(0.3, 0.46)), math.atan2(top[1] - mid[1], top[0] - mid[0])))
    return quads, seeds


def oval(p, a, r, s):
    ring = [
        (
            p[0] + r * math.cos(t) * math.cos(a) - s * math.sin(t) * math.sin(a),
            p[1] + r * math.cos(t) * math.sin(a) + s * math.sin(t) * math.cos(a),
        )
        for t in (k * math.tau / 8 for k in range(8))
    ]
    return bez(ring, True, 3.5)


def living(g, rng, core, keep=lambda _: True):
    """Living epithelium: tall cells, round pale nuclei with a dark dot."""
    quads, seeds = cells(core, TALL, rng)
    pairs = [(q, s) for q, s in zip(quads, seeds, strict=True) if keep(s[0])]
    g.path("".join(bez(q, True, 5) for q, _ in pairs), fill="#E3D3EF", stroke=GLAND, w=1.2)
    g.path("".join(oval(p, a, 5.4, 4) for _, (p, a) in pairs), fill=STROMA_NUCLEUS, stroke=GLAND, w=0.9)
    g.path("".join(dot(p[0] - 1, p[1] - 1, 1.2) for _, (p, _) in pairs), fill=GLAND)


def stroma(g, rng, core, keep=lambda _: True):
    """The core: pale connective tissue with spindle cells along it."""
    xs, ys = [p[0] for p in core], [p[1] for p in core]
    spots = [
        p for p in scatter(rng, (min(xs), min(ys), max(xs), 400), 13, 1500) if inside(p, core) and keep(p)
    ]
    g.path(bone.nuclei(rng, spots, 7, lambda *_: math.pi / 2), stroke=STROMA_NUCLEUS, w=3.2, so=0.75)


def papilla(g, rng, points, top):
    """A whole living papilla with the hairpin of its capillary."""
    core = spline(points)
    fill = g.linear(f"core-{points[0][0]}", [(0, lighter(FUNCTIONALIS, 0.35)), (1, FUNCTIONALIS)])
    g.path(bez(core, every=8) + "Z", fill=fill)
    stroma(g, rng, core)
    g.path(bez(core, every=8), stroke=mix(GLAND, INK, 0.3), w=1.6)
    left, right = points[0][0] + 38, points[-1][0] - 38
    x, y = top
    loop = spline(
        [
            (left, 404),
            (left + 4, 340),
            (x - 14, y + 60),
            (x - 9, y + 26),
            (x, y + 17),
            (x + 9, y + 26),
            (x + 14, y + 60),
            (right - 4, 340),
            (right, 404),
        ]
    )
    g.tube(loop, 7, ARTERY, ARTERY_LIGHT, every=8)
    living(g, rng, core)


def taller(points, k):
    return [(x, 402 - (402 - y) * k) for x, y in points]


def main_papilla(g, rng, core):
    with g.group("papilla"):
        papilla(g, rng, taller(LEFT, 1.2), (104, 205))
        papilla(g, rng, taller(RIGHT, 1.32), (547, 172))
        fill = g.linear("core-main", [(0, lighter(FUNCTIONALIS, 0.35)), (1, FUNCTIONALIS)])
        low = [p for p in core if p[1] > NECK - 6]
        g.path(bez(low, every=8) + "Z", fill=fill)
        stroma(g, rng, core, lambda p: p[1] > NECK + 8 and abs(p[0] - CX) > 14)
        side = [p for p in core if p[1] > NECK - 2]
        half = next(i for i in range(1, len(side)) if side[i][0] - side[i - 1][0] > 20)
        for part in (side[:half], side[half:]):
            g.path(bez(part, every=8), stroke=mix(GLAND, INK, 0.3), w=1.6)
            living(g, rng, part)
        feed = spline([(300, 404), (303, 340), (309, 280), (316, 236)])
        drain = spline([(340, 404), (337, 340), (331, 280), (323, 236)])
        for vessel, tone in ((drain, mix(ARTERY, VEIN, 0.25)), (feed, ARTERY)):
            g.tube(vessel, 8, tone, ARTERY_LIGHT, every=10)
        clot = spline([(309, 246), (311, 233), (320, 227), (330, 233), (331, 246), (320, 251)], True)
        g.path(bez(clot, True, 5), fill=BLOOD, stroke=INK, w=1.6)
        g.path("M313 244l7-11M318 247l8-12M325 246l4-7", stroke=ARTERY_LIGHT, w=1.2)


def dead_tip(g, rng, core):
    """Grey-brown ghost tissue: no vessel, shrunken dark or missing nuclei, a ragged surface."""
    tip = [p for p in core if p[1] <= NECK]
    with g.group("dead-tip"):
        fill = g.radial(
            "dead", [(0, "#D5C8BB"), (0.7, deposits.DEAD), (1, "#A8968A")], (CX, CY, 74), user=True
        )
        foot = spline([tip[-1], (345, NECK + 5), (326, NECK - 3), (306, NECK + 4), tip[0]])
        g.path(
            bez(tip, every=8) + "L" + bez(foot, every=8)[1:] + "Z",
            fill=fill,
            stroke=deposits.DEAD_DEEP,
            w=1.4,
        )
        quads, seeds = cells(tip, TALL - 4, rng)
        kept = [i for i in range(len(quads)) if i % 6 != 4]
        ragged = [
            [(x + rng.uniform(-1.8, 1.8), y + rng.uniform(-1.8, 1.8)) for x, y in quads[i]] for i in kept
        ]
        g.path("".join(bez(q, True, 6) for q in ragged), fill="#CDBFB2", stroke=deposits.DEAD_DEEP, w=1.2)
        g.path("".join(oval(seeds[i][0], seeds[i][1], 2.8, 2.2) for i in kept if i % 3), fill="#54443F")
        dust = [p for p in scatter(rng, (270, 96, 370, NECK), 7, 700) if inside(p, tip)]
        g.path(
            "".join(deposits.shard(rng, x, y, rng.uniform(0.7, 1.7), 4) for x, y in dust),
            fill=deposits.DEAD_DEEP,
            fo=0.75,
        )
        g.path(bez(foot, every=8), stroke=deposits.DEAD_DEEP, w=1.6, dash="5 4")


def calcium(g, rng):
    """Calcium from the tissue fluid of the stroma on its way into the dead tip."""
    with g.group("calcium-in"):
        spots = [
            p
            for p in scatter(rng, (290, 226, 350, 330), 10.5, 900)
            if abs(p[0] - CX) > 17 and abs(p[0] - CX) < 29
        ]
        spots += [
            p
            for p in scatter(rng, (276, 150, 364, 208), 13, 900)
            if dist(p, (CX, CY)) > 47 and abs(p[0] - CX) < 38
        ]
        g.path("".join(dot(x, y, 3.3) for x, y in spots), fill=VEIN, stroke="#E3F0FB", w=1.1)
        for x, lean in ((299, 5), (341, -5)):
            line = spline([(x, 268), (x - lean * 0.2, 232), (x + lean, 196)])
            g.path(bez(line, every=20), stroke="#FFFFFF", w=5.5, so=0.85)
            arrow(g, line, INK, 2.2, 10)


def first_mineral(g, rng):
    with g.group("first-mineral"):
        core = bone.lump(rng, CX, CY, 13, 12.4, 0.07)
        g.path(bez(core, True, 4), fill=palette.MINERAL_DEEP, stroke=palette.MINERAL_GLINT, w=1)
        spots = [
            p for p in scatter(rng, (CX - 11, CY - 11, CX + 11, CY + 11), 4.2, 300) if dist(p, (CX, CY)) < 10
        ]
        g.path(
            "".join(deposits.shard(rng, x, y, 2.2) for x, y in spots),
            fill=palette.MINERAL_LIGHT,
            stroke=palette.MINERAL_DEEP,
            w=0.7,
        )


def seeds_round(g, rng):
    """Step 2 alone: fine crystals that gather round the first grain."""
    with g.group("seed-crystals"):
        spots = [
            (CX + r * math.cos(a), CY + r * math.sin(a))
            for r, a in ((rng.uniform(18, 30), rng.uniform(0, math.tau)) for _ in range(22))
        ]
        deposits.grains(g, rng, spots, (1.2, 2.6))
        g.path(dot(CX, CY, 17.5), stroke=palette.MINERAL, w=2.4, dash="3.4 3")


def finished(g, rng, core):
    with g.group("scar-rim"):
        for r, tone in ((BODY + 13, "#F3D3DA"), (BODY + 9, "#FBE8EC")):
            g.path(
                bez(deposits.ring_curve(rng, CX, CY, r, 0.015), True, 7), fill=tone, stroke="#C98C9B", w=1.1
            )
        ring = circle(CX, CY, BODY + 8.5, 26)
        g.path(
            bone.nuclei(rng, ring, 9, lambda x, y: math.atan2(y - CY, x - CX) + math.pi / 2),
            stroke=STROMA_NUCLEUS,
            w=2.8,
        )
        cap = spline(
            [
                *[p for p in core if NECK - 4 < p[1] < NECK + 2 and p[0] < CX][-1:],
                (292, NECK - 1),
                (320, NECK - 7),
                (348, NECK - 1),
                *[p for p in core if NECK - 4 < p[1] < NECK + 2 and p[0] > CX][:1],
            ]
        )
        g.path(
            bez(cap, every=8) + f"L{num(cap[-1][0])} {NECK + 7}H{num(cap[0][0])}Z",
            fill=lighter(FUNCTIONALIS, 0.3),
        )
        g.path(bez(cap, every=8), stroke="#C98C9B", w=1.4)
    with g.group("outer-layers"):
        deposits.psammoma(g, rng, CX, CY, BODY, 5, 0.22)
    with g.group("size-bar"):
        y = CY - BODY - 30
        g.path(
            f"M{CX - BODY} {y}H{CX + BODY}M{CX - BODY} {y - 6}v12M{CX + BODY} {y - 6}v12",
            stroke=NEUTRAL,
            w=2.4,
        )


def draw():
    rng = random.Random(23)
    g = Svg(640, 400, "Growth of a psammoma body round the dead tip of a papilla")
    core = spline(MAIN)
    main_papilla(g, rng, core)
    dead_tip(g, rng, core)
    calcium(g, rng)
    finished(g, rng, core)
    with g.group("layered-body"):
        deposits.psammoma(g, random.Random(5), CX, CY, BODY * 0.688, 3, 0.32)
    seeds_round(g, rng)
    first_mineral(g, rng)
    return g.text()
