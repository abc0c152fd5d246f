"""Coronal section of the uterus with the eight places where calcium or bone is found."""

import math
import random

from drawing import bone, deposits, palette
from drawing.geometry import (
    circle,
    dist,
    lerp,
    offset,
    resample,
    ribbon,
    scatter,
    spline,
)
from drawing.marks import lens, lens_rim, pointer, site
from drawing.palette import (
    FIBRE_DARK,
    FUNCTIONALIS,
    GLAND,
    INK,
    LUMEN,
    SECRETION,
    STROMA_NUCLEUS,
    mix,
)
from drawing.svg import Svg, bez, cubic, dot, num
from drawing.tissue import round_gland
from drawing.uterus_opened import CX, curves, tubes, uterus

OWN, OTHER = palette.MINERAL, "#12848C"  # endometrial calcification; its neighbours
OTHER_DEEP, OTHER_LIGHT = "#083F45", "#BFE9EA"
SITES = {"stroma-grain": (262, 142), "gland-lumen": (286, 240), "scar-focus": (386, 205)}
LENSES = {"stroma-grain": (78, 154), "gland-lumen": (78, 292), "scar-focus": (562, 262)}
R = 50
FIBROID = (437, 122)


def fundal_plate(g, rng):
    upper = [(x, 93.5 + 0.0016 * (x - CX) ** 2 + 0.7 * math.sin(x / 4)) for x in range(283, 358, 2)]
    lower = [(x, 104 - 0.0012 * (x - CX) ** 2 + 1.2 * math.sin(x / 5 + 1)) for x in range(283, 358, 2)]
    with g.group("fundal-plate"):
        edge = spline((upper + lower[::-1])[::2], True)
        g.path(bez(offset(edge, 3, True), True, 5), stroke=palette.MINERAL_GLINT, w=2.6)
        deposits.crust(g, rng, edge, 3.4)


def polyp(g, rng):
    outline = spline(
        [
            (372, 140),
            (360, 141),
            (346, 139),
            (331, 142),
            (321, 152),
            (322, 165),
            (334, 173),
            (350, 170),
            (360, 160),
            (368, 153),
        ],
        True,
    )
    with g.group("polyp-deposit"):
        g.path(bez(outline, True, 5), fill="#F0B5C4", stroke=INK, w=1.6)
        g.path(bez([(366, 147), (352, 147), (340, 152)], every=6), stroke="#C62F2A", w=1.6)
        g.path(
            dot(346, 146, 2, 1.4) + dot(356, 152, 2.2, 1.5) + dot(329, 150, 1.8),
            fill=LUMEN,
            stroke=GLAND,
            w=1,
        )
        deposits.grains(
            g, rng, [(334, 161), (341, 157), (340, 166), (348, 163), (328, 157), (346, 156)], (2.4, 3.8)
        )


def fetal_bone(g, rng):
    axis = spline([(307, 198), (313, 210), (319, 222), (323, 235)])
    shape = ribbon(axis, lambda u: 6.4 + 7 * (2 * u - 1) ** 4)
    with g.group("fetal-bone"):
        g.path(bez(spline(shape[::3], True), True, 4), fill=bone.BONE_IVORY, stroke="#FFFFFF", w=4.4)
        g.path(bez(spline(shape[::3], True), True, 4), fill=bone.BONE_IVORY, stroke=INK, w=1.5)
        g.path(
            bez([lerp(axis[2], axis[-3], t) for t in (0.12, 0.5, 0.88)], every=9),
            stroke=bone.BONE_LINE,
            w=1.8,
        )
        g.path(
            "".join(
                dot(x, y, 0.8)
                for x, y in [
                    lerp(p, axis[len(axis) // 2], rng.uniform(0, 0.18))
                    for p in (axis[1], axis[3], axis[-2], axis[-4])
                ]
            ),
            fill=bone.BONE_LINE,
        )


def fibroid(g, rng):
    c = FIBROID
    edge = spline(
        [(x + rng.uniform(-0.8, 0.8), y + rng.uniform(-0.8, 0.8)) for x, y in circle(*c, 33, 18)], True
    )
    with g.group("fibroid-rim"):
        g.path(bez(edge, True, 7), fill="#D9A08F", stroke=INK, w=2)
        whorls = ""
        for _ in range(30):
            r, a0 = rng.uniform(4, 25), rng.uniform(0, math.tau)
            arc = [
                (
                    c[0] + (r + 1.6 * s) * math.cos(a0 + s * 9 / r / 3),
                    c[1] + (r + 1.6 * s) * math.sin(a0 + s * 9 / r / 3),
                )
                for s in range(4)
            ]
            whorls += cubic(arc)
        g.path(whorls, stroke="#A4614F", w=1.1, so=0.8)
        rim = [
            p
            for k, p in enumerate(resample(offset(edge, -4.5, True), step=3.6, closed=True))
            if k % 13 not in (0, 7)
        ]
        g.path(
            "".join(deposits.shard(rng, x, y, rng.uniform(2.3, 3.9)) for x, y in rim),
            fill=OTHER,
            stroke=OTHER_DEEP,
            w=0.9,
        )
        g.path("".join(deposits.shard(rng, x - 0.6, y - 0.7, 1.1, 4) for x, y in rim[::2]), fill=OTHER_LIGHT)


def other_grains(g, rng, spots, size):
    sizes = [rng.uniform(*size) for _ in spots]
    g.path(
        "".join(deposits.shard(rng, x, y, r) for (x, y), r in zip(spots, sizes, strict=True)),
        fill=OTHER,
        stroke=OTHER_DEEP,
        w=0.9,
    )
    g.path(
        "".join(
            deposits.shard(rng, x - r * 0.2, y - r * 0.25, r * 0.4, 4)
            for (x, y), r in zip(spots, sizes, strict=True)
            if r > 1.6
        ),
        fill=OTHER_LIGHT,
    )


def cervix_deposit(g, rng):
    with g.group("cervix-deposit"):
        other_grains(g, rng, [(347, 344), (354, 340), (356, 349), (349, 353), (361, 344)], (2.2, 3.6))
        site(g, 354, 346, 15, OTHER, dashed=True)


def stroma_in_lens(g, rng, x, y, clear):
    spots = [
        p for p in scatter(rng, (x - R, y - R, x + R, y + R), 8.6, 2000) if dist(p, (x, y)) < R and clear(p)
    ]
    g.path(bone.nuclei(rng, spots, 6.4), stroke=STROMA_NUCLEUS, w=3.6, so=0.65)


def lens_stroma(g, rng, x, y):
    spots = [p for p in scatter(rng, (x - 24, y - 24, x + 24, y + 24), 8.5, 400) if dist(p, (x, y)) < 23]
    stroma_in_lens(g, rng, x, y, lambda p: min(dist(p, q) for q in spots) > 7)
    deposits.grains(g, rng, spots, (2, 4.4))


def lens_gland(g, rng, x, y):
    stroma_in_lens(g, rng, x, y, lambda p: dist(p, (x, y)) > 40 and dist(p, (x + 40, y - 34)) > 15)
    round_gland(g, rng, x + 40, y - 34, 3)
    round_gland(g, rng, x, y, 25)
    g.path(
        "".join(
            dot(x + u, y + v, 1.7)
            for u, v in ((-17, 4), (-13, -10), (14, -14), (18, 3), (8, 16), (-9, 15), (0, -19), (17, -6))
        ),
        fill=SECRETION,
    )
    deposits.psammoma(g, rng, x - 2, y, 12, 3, 0.25)
    deposits.grains(g, rng, [(x + 13, y + 9), (x - 12, y - 3 + 12)], (2.2, 3))


def lens_scar(g, rng, x, y):
    edge = [
        (x - 10 + 3.4 * math.sin(v / 9) + 1.4 * math.sin(v / 3.7), y + v) for v in range(-R - 2, R + 4, 3)
    ]
    g.path(bez(edge, every=5) + f"H{num(x + R + 3)}V{num(y - R - 3)}Z", fill="#BE6E64")
    spots = [
        p
        for p in scatter(rng, (x - R, y - R, x - 12, y + R), 8, 900)
        if dist(p, (x, y)) < R and p[0] < x - 17
    ]
    g.path(bone.nuclei(rng, spots, 6), stroke=STROMA_NUCLEUS, w=3.2, so=0.75)
    bundles = ""
    for k in range(60):
        px, py = rng.uniform(x - 4, x + R), rng.uniform(y - R, y + R)
        if abs(px - x - 13) < 13 and abs(py - y) < 19:
            continue
        bundles += cubic([(px + 1.6 * math.sin(k + s), py + 7 * s) for s in range(4)])
    g.path(bundles, stroke=FIBRE_DARK, w=1.2, so=0.6)
    g.path(bez(edge, every=5), stroke=INK, w=2)
    g.path(
        bez(bone.lump(rng, x + 12, y, 13, 19, 0.1), True, 6),
        fill="#E3B8A8",
        stroke="#8F463F",
        w=1.1,
        dash="4 3",
    )
    other_grains(
        g,
        rng,
        [
            (x + 8, y - 10),
            (x + 16, y - 8),
            (x + 12, y - 1),
            (x + 8, y + 7),
            (x + 17, y + 5),
            (x + 12, y + 12),
        ],
        (2.8, 4.6),
    )


DETAIL = {
    "stroma-grain": (lens_stroma, OWN),
    "gland-lumen": (lens_gland, OWN),
    "scar-focus": (lens_scar, OTHER),
}


def detail(g, rng, name, field):
    """A site in the wall and its enlargement, in one group."""
    draw_it, colour = DETAIL[name]
    sx, sy = SITES[name]
    x, y = LENSES[name]
    with g.group(name):
        if colour == OWN:
            deposits.grains(g, rng, [(sx - 3, sy - 2), (sx + 3, sy + 2), (sx + 2, sy - 4)], (1.6, 2.4))
        else:
            other_grains(g, rng, [(sx - 1, sy - 3), (sx + 1, sy + 3), (sx + 2, sy - 1)], (1.8, 2.6))
        pointer(g, (sx, sy), x, y, R, 9)
        site(g, sx, sy, 9, colour, dashed=colour == OTHER)
        seen = lens(g, f"{name}-lens", x, y, R, field)
        g.body.append(f"<g {seen}>")
        draw_it(g, rng, x, y)
        g.body.append("</g>")
        lens_rim(g, x, y, R)
        g.path(dot(x, y, R + 1.8), stroke=colour, w=2.6, dash="7 4" if colour == OTHER else "", cap="butt")


def draw():
    rng = random.Random(17)
    g = Svg(640, 400, "Coronal section of the uterus with the places where deposits sit")
    field = g.radial("field", [(0, "#FCE7EC"), (1, mix("#F8D8E0", FUNCTIONALIS, 0.5))], (0.5, 0.5, 0.5))
    serosa, cavity, lining = curves()
    tubes(g)
    uterus(g, rng, serosa, cavity, lining, lambda p: dist(p, FIBROID) > 37)
    fibroid(g, rng)
    fundal_plate(g, rng)
    polyp(g, rng)
    fetal_bone(g, rng)
    cervix_deposit(g, rng)
    for name in DETAIL:
        detail(g, random.Random(90 + len(name)), name, field)
    return g.text()
