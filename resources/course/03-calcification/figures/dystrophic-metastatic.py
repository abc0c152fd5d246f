"""Dystrophic and metastatic calcification side by side: the tissue, the place, and the calcium in the blood."""

import math
import random

from drawing import bone, deposits, palette
from drawing.geometry import circle, dist, inside, mirror, offset, resample, ribbon, scatter, spline
from drawing.marks import NEUTRAL, RING, site, tube_outline
from drawing.palette import (
    ARTERY,
    ARTERY_LIGHT,
    BLOOD,
    CAVITY,
    CERVIX,
    FUNCTIONALIS,
    INK,
    PERIMETRIUM,
    STROMA_NUCLEUS,
    VEIN,
)
from drawing.svg import Svg, bez, cubic, dot, num
from drawing.tissue import round_gland

LEFT, RIGHT = (10, 234), (406, 630)  # the two tiles, from x to x
TOP, FOOT = 12, 240
TUBES = {"normal-calcium-gauge": (276, 2.4), "high-calcium-gauge": (364, 3.2)}
HALF, RIM, BASE = 19, 34, 344
SERUM = "#F3DDA0"


def level(mmol):
    """Height of a calcium level: the gauge runs from 2.0 to 3.6 mmol/L."""
    return 300 - (mmol - 2.0) * 156


def tile(g, name, span, fill):
    """Rounded field of tissue; returns the mask attribute."""
    x0, x1 = span
    d = f"M{x0 + 12} {TOP}H{x1 - 12}q12 0 12 12V{FOOT - 12}q0 12-12 12H{x0 + 12}q-12 0-12-12V{TOP + 12}q0-12 12-12Z"
    g.path(d, fill=fill, stroke=RING, w=4)
    return g.within(f"{name}-tile", d), d


def nuclei(g, rng, span, gap, clear):
    spots = [p for p in scatter(rng, (span[0] + 4, TOP + 4, span[1] - 4, FOOT - 4), gap, 4000) if clear(p)]
    g.path(
        bone.nuclei(rng, spots, 6.4, lambda x, y: 0.5 + 0.012 * x - 0.02 * y), stroke=STROMA_NUCLEUS, w=3.5
    )


def damaged(g, rng):
    seen, frame = tile(g, "damaged", LEFT, g.radial("healthy", [(0, "#FBE3E9"), (1, FUNCTIONALIS)]))
    lump = bone.lump(rng, 124, 128, 88, 80, 0.055)
    crust = bone.lump(rng, 130, 134, 42, 31, 0.16)
    glands = [(40, 46, 9), (206, 40, 8), (44, 214, 8), (212, 212, 9)]
    far = list(lump[::3])
    with g.group("healthy-rim"):
        g.body.append(f"<g {seen}>")
        nuclei(
            g,
            rng,
            LEFT,
            11,
            lambda p: (
                not inside(p, lump)
                and min(dist(p, q) for q in far) > 7
                and all(dist(p, q[:2]) > q[2] + 16 for q in glands)
            ),
        )
        for x, y, r in glands:
            round_gland(g, rng, x, y, r, 9)
        g.body.append("</g>")
    with g.group("damaged-tissue"):
        fill = g.radial(
            "dead", [(0, "#CDBFB0"), (0.75, deposits.DEAD), (1, "#AD9C90")], (124, 128, 90), user=True
        )
        g.path(bez(lump, True, 8), fill=fill, stroke=deposits.DEAD_DEEP, w=1.6, dash="6 4")
        ghosts = [
            p
            for p in scatter(rng, (30, 44, 218, 214), 17, 6000)
            if inside(p, offset(lump, -10, True)) and not inside(p, offset(crust, 7, True))
        ]
        cells = "".join(
            bez(bone.lump(rng, x, y, 8.2, 6.4, 0.16, rng.uniform(0, 3)), True, 5) for x, y in ghosts
        )
        g.path(cells, fill="#DACEC1", stroke=deposits.DEAD_DEEP, w=1.1, so=0.85)
        g.path("".join(dot(x, y, 1.9) for i, (x, y) in enumerate(ghosts) if i % 3), fill="#54443F")
        torn = "".join(
            cubic([(x + 6 * k, y + 2.5 * math.sin(k + x)) for k in range(4)])
            for x, y in scatter(rng, (48, 62, 196, 196), 24, 300)
            if inside((x, y), lump) and inside((x + 18, y), lump)
        )
        g.path(torn, stroke=deposits.DEAD_DEEP, w=1, so=0.6)
    with g.group("local-mineral"):
        deposits.crust(g, rng, crust, 5.4)
        stray = [p for p in (resample(offset(crust, 11, True), step=17, closed=True)) if inside(p, lump)]
        deposits.grains(g, rng, stray, (1.8, 3.6))
    with g.group("left-frame"):
        g.path(frame, stroke=INK, w=1.6)


def healthy(g, rng):
    seen, frame = tile(g, "whole", RIGHT, "url(#healthy)")
    tubules = [
        (450, 62, 17),
        (526, 54, 15),
        (592, 76, 16),
        (446, 136, 15),
        (588, 152, 17),
        (462, 206, 16),
        (530, 204, 17),
        (600, 222, 13),
    ]
    vessel = circle(520, 130, 21, 40)
    with g.group("healthy-tissue"):
        g.body.append(f"<g {seen}>")
        g.path(f"M{RIGHT[0]} {TOP}H{RIGHT[1]}V{FOOT}H{RIGHT[0]}Z", fill="#FBE3E9", fo=0.01)
        nuclei(
            g,
            rng,
            RIGHT,
            10.5,
            lambda p: dist(p, (520, 130)) > 33 and all(dist(p, q[:2]) > q[2] + 17 for q in tubules),
        )
        for x, y, r in tubules:
            round_gland(g, rng, x, y, r, 10)
        g.path(bez(circle(520, 130, 27, 40), True, 8), fill=ARTERY_LIGHT, stroke=INK, w=1.6)
        g.path(bez(vessel, True, 8), fill="#FBE9E4", stroke=ARTERY, w=1.4)
        g.path(
            "".join(dot(520 + u, 130 + v, 4.2) for u, v in ((-8, -6), (6, -10), (9, 5), (-5, 8), (-14, 3))),
            fill=ARTERY,
            stroke=BLOOD,
            w=1,
        )
        g.body.append("</g>")
    with g.group("scattered-mineral"):
        places = []
        for x, y, r in tubules:
            a0 = rng.uniform(0, math.tau)
            places += [
                (x + (r + 11.5) * math.cos(a0 + k * 0.62), y + (r + 11.5) * math.sin(a0 + k * 0.62))
                for k in range(6)
                if k % 4 != 3
            ]
        places += [(520 + 27 * math.cos(k * 0.9 + 0.3), 130 + 27 * math.sin(k * 0.9 + 0.3)) for k in range(7)]
        kept = [p for p in places if RIGHT[0] + 5 < p[0] < RIGHT[1] - 5 and TOP + 5 < p[1] < FOOT - 5]
        deposits.grains(g, rng, kept, (2.5, 4.0))
    with g.group("right-frame"):
        g.path(frame, stroke=INK, w=1.6)


def gauges(g, rng):
    with g.group("gauge-scale"):
        top, foot = level(2.6), level(2.2)
        stripes = g.hatch("normal-stripes", "#1C6B57", 5, 1.6)
        g.raw(
            f'<rect x="306" y="{num(top)}" width="28" height="{num(foot - top)}" fill="#D5EEE2" stroke="#1C6B57" stroke-width="1.4"/>'
        )
        g.raw(f'<rect x="306" y="{num(top)}" width="28" height="{num(foot - top)}" fill="{stripes}"/>')
        long = "".join(f"M306 {num(level(2 + k / 5))}h28" for k in range(0, 9, 2))
        short = "".join(f"M312 {num(level(2 + k / 5))}h16" for k in range(1, 9, 2))
        g.path(long + short, stroke=NEUTRAL, w=1.8)
    for name, (x, mmol) in TUBES.items():
        with g.group(name):
            d = tube_outline(x, RIM, BASE, HALF)
            y = level(mmol)
            g.path(d + "Z", fill="#FFFFFF", stroke=RING, w=5)
            shape = g.within(f"{name}-glass", d + "Z")
            g.body.append(f"<g {shape}>")
            g.raw(
                f'<rect x="{x - HALF}" y="{num(y)}" width="{2 * HALF}" height="{num(BASE - y)}" fill="{SERUM}"/>'
            )
            g.raw(
                f'<rect x="{x - HALF}" y="{num(level(2.0) + 8)}" width="{2 * HALF}" height="60" fill="{BLOOD}"/>'
            )
            g.path(
                "".join(f"M{x - HALF} {324 + 8 * k}l{2 * HALF}-14" for k in range(5)), stroke="#B04550", w=1.2
            )
            count = 5 if mmol < 2.6 else 1
            gap = 14.5 if mmol < 2.6 else 10.5
            spots = list(scatter(rng, (x - HALF + 6, y + 9, x + HALF - 6, level(2.0) + 1), gap, 600 * count))
            g.path("".join(dot(u, v, 3.4) for u, v in spots), fill=VEIN, stroke="#FFFFFF", w=1)
            g.body.append("</g>")
            g.path(d, stroke=INK, w=2)
            g.path(f"M{x - HALF - 4} {RIM}h{2 * HALF + 8}", stroke=INK, w=4)
            g.path(f"M{x - HALF - 4} {RIM}h{2 * HALF + 8}", stroke="#FFFFFF", w=1.6)
            s = 1 if x < 320 else -1
            g.path(f"M{x - HALF} {num(y)}h{2 * HALF}", stroke=INK, w=2)
            tip = x + s * (HALF + 2)
            g.path(f"M{num(tip)} {num(y)}l{9 * s}-6v12Z", fill=INK, stroke=RING, w=1.4)


def spots_in(rng, outline, gap, rim):
    xs, ys = [p[0] for p in outline], [p[1] for p in outline]
    return [
        p
        for p in scatter(rng, (min(xs), min(ys), max(xs), max(ys)), gap, 900)
        if inside(p, outline) and min(dist(p, q) for q in outline) > rim
    ]


def one_organ(g, rng):
    """The uterus alone, with one deposit."""
    half = [
        (0, 268),
        (20, 270),
        (38, 280),
        (45, 296),
        (40, 318),
        (26, 338),
        (20, 352),
        (22, 372),
        (18, 386),
        (8, 390),
    ]
    right = [(122 + x, y) for x, y in half]
    body = spline(mirror(right, 122)[:-1] + right, step=1.5)
    with g.group("one-organ"):
        for s in (-1, 1):
            duct = spline([(122 + s * x, y) for x, y in ((34, 284), (56, 280), (74, 290), (80, 308))])
            g.path(bez(ribbon(duct, lambda u: 8 + 5 * u), True, 6), fill="#DE988D", stroke=INK, w=1.5)
        wall = g.linear("small-uterus", [(0, "#BB6A61"), (0.58, "#BB6A61"), (0.76, CERVIX), (1, CERVIX)])
        g.path(bez(body, True, 8), fill=wall, stroke=INK, w=2)
        g.path(bez([p for p in offset(body, -2.2, True) if p[1] < 345], every=8), stroke=PERIMETRIUM, w=1.6)
        lining = spline(
            [
                (92, 290),
                (122, 296),
                (152, 290),
                (142, 312),
                (131, 334),
                (124, 350),
                (120, 350),
                (113, 334),
                (102, 312),
            ],
            True,
        )
        g.path(bez(lining, True, 6), fill=FUNCTIONALIS, stroke=INK, w=1.3)
        hollow = spline(
            [(101, 297), (122, 302), (143, 297), (134, 315), (126, 336), (122, 352), (118, 336), (110, 315)],
            True,
        )
        g.path(bez(hollow, True, 6), fill=CAVITY)
        g.path("M122 350V388", stroke=CAVITY, w=2.4)
        deposits.grains(g, rng, [(103, 309), (107, 314), (104, 316)], (2, 3))
        site(g, 105, 313, 11, palette.MINERAL)


def many_organs(g, rng):
    """Stomach, lungs and kidney: the organs that lose acid, each with scattered grains."""
    stomach = spline(
        [
            (419, 264),
            (430, 263),
            (434, 281),
            (445, 271),
            (461, 275),
            (471, 298),
            (468, 328),
            (452, 354),
            (428, 367),
            (408, 364),
            (402, 354),
            (410, 346),
            (422, 344),
            (430, 332),
            (428, 312),
            (421, 288),
        ],
        True,
        step=1.5,
    )
    kidney = spline(
        [
            (594, 292),
            (612, 282),
            (628, 296),
            (632, 324),
            (622, 352),
            (604, 362),
            (592, 352),
            (593, 338),
            (602, 326),
            (599, 312),
            (590, 304),
        ],
        True,
        step=1.5,
    )
    lobe = spline(
        [
            (509, 290),
            (505, 274),
            (494, 278),
            (484, 306),
            (481, 340),
            (488, 352),
            (502, 348),
            (514, 338),
            (513, 312),
        ],
        True,
        step=1.5,
    )
    lungs = [lobe, mirror(lobe, 528)]
    with g.group("many-organs"):
        g.path(bez(stomach, True, 7), fill="#E9A9A0", stroke=INK, w=2)
        folds = "".join(
            cubic([(440 + 3 * j + 5 * math.sin(k * 1.1 + j), 294 + 17 * k - 2 * j) for k in range(4)])
            for j in range(3)
        )
        g.path(folds, stroke="#B5645D", w=1.2)
        g.path("M528 262V288M528 288L514 300M528 288L542 300", stroke=INK, w=8)
        g.path("M528 262V288M528 288L514 300M528 288L542 300", stroke="#EAD9D2", w=5)
        for lung in lungs:
            g.path(bez(lung, True, 7), fill="#F2C6C4", stroke=INK, w=2)
        g.path(
            "M514 300l-10 12m4-5l-14 2m10 3l-6 18M542 300l10 12m-4-5l14 2m-10 3l6 18", stroke="#B9777B", w=1.4
        )
        ureter = spline([(598, 330), (588, 340), (586, 362), (588, 386)])
        g.path(bez(ribbon(ureter, lambda u: 6 - u), True, 6), fill="#F0DDA8", stroke=INK, w=1.4)
        g.path(bez(kidney, True, 7), fill="#B45A4F", stroke=INK, w=2)
        g.path(bez(offset(kidney, -5, True), True, 7), stroke="#E3A69A", w=1, so=0.8)
        g.path("M600 314l10-6M602 326h12M600 338l10 7", stroke="#F0DDA8", w=3.2)
        for outline, gap in ((stomach, 12), (kidney, 11), (lungs[0], 11), (lungs[1], 11)):
            places = list(spots_in(rng, outline, gap, 4.2))
            g.path("".join(dot(x, y, 3.1) for x, y in places), fill=RING, fo=0.75)
            deposits.grains(g, rng, places, (1.5, 2.3))


def draw():
    rng = random.Random(29)
    g = Svg(640, 400, "Dystrophic and metastatic calcification compared")
    with g.group("divider"):
        g.path("M320 12V28M320 322V392", stroke=NEUTRAL, w=1.6, dash="5 4")
    damaged(g, rng)
    healthy(g, rng)
    gauges(g, rng)
    one_organ(g, rng)
    many_organs(g, rng)
    return g.text()
