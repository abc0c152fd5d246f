"""The pelvis in the midline of a patient on her back (head at the left, front at the top), and the speculum.

The section is 21 px to the centimetre. Along the axis of the uterus `s` runs in px from the external os inwards.
"""

import math
import random
from collections.abc import Callable, Sequence

from drawing.geometry import Curve, Point, length, lerp, nearest, offset, spline
from drawing.palette import (
    BASALIS,
    COMPACT_LAYER,
    FIBRE_DARK,
    INK,
    PERIMETRIUM,
    STROMA_NUCLEUS,
)
from drawing.svg import Svg, bez, num, poly

CM = 21.0  # px
STEEL, STEEL_LIGHT, STEEL_DEEP = "#AEB8C1", "#E9EEF1", "#55606B"
ROOM = "#E9F0F1"
_KEYS = [(282, 257), (256, 246), (228, 229), (198, 206), (172, 181), (150, 157), (130, 134)]
AXIS = spline(_KEYS, step=1)
TOTAL = length(AXIS)
INNER_OS = length(AXIS[: nearest(AXIS, _KEYS[2]) + 1])  # external to internal os
DEPTH = length(AXIS[: nearest(AXIS, _KEYS[5]) + 1])  # external os to the top of the cavity
_WIDTHS = spline(
    [(0, 15), (8, 25), (22, 29), (INNER_OS - 8, 26), (INNER_OS + 10, 29), (INNER_OS + 45, 45), (INNER_OS + 78, 51),
     (DEPTH - 4, 46), (TOTAL - 16, 34), (TOTAL - 6, 20), (TOTAL, 3)], step=1,
)  # fmt: skip


def half(s: float) -> float:
    """Half width of the uterus at s, px."""
    return min(_WIDTHS, key=lambda p: abs(p[0] - s))[1]


def at(s: float, off: float = 0.0) -> Point:
    """The point s px in from the external os, `off` px towards the front."""
    i = s / TOTAL * (len(AXIS) - 1)
    k = max(0, min(len(AXIS) - 2, int(i)))
    x, y = lerp(AXIS[k], AXIS[k + 1], i - k)
    a, b = AXIS[max(0, k - 4)], AXIS[min(len(AXIS) - 1, k + 5)]
    h = math.atan2(b[1] - a[1], b[0] - a[0])
    return (x - off * math.sin(h), y + off * math.cos(h))


def side(off: Callable[[float], float], s0: float, s1: float, n: int = 24) -> Curve:
    """A line at off(s) beside the axis."""
    return [at(s, off(s)) for s in (s0 + (s1 - s0) * k / n for k in range(n + 1))]


def tube(g: Svg, curve: Sequence[Point], w: float, colour: str = STEEL, light: str = STEEL_LIGHT) -> None:
    """A rod with an outline and a highlight."""
    d = bez(curve, every=10)
    g.path(d, stroke=INK, w=round(w + 2.6, 1))
    g.path(d, stroke=colour, w=round(w, 1))
    g.path(bez(offset(curve, w * 0.18, sigma=0), every=12), stroke=light, w=round(max(0.8, w * 0.3), 1))


def body(g: Svg) -> None:
    """Skin, wall of the belly, bowel, sacrum, rectum and pubic bone."""
    skin = g.linear("skin", [(0, "#F6E7D2"), (1, "#EFD6BE")], (0, 0, 1, 1))
    bone = g.pattern(
        "spongy-bone",
        (7, 7),
        '<rect width="7" height="7" fill="#F3EAD6"/><circle cx="2" cy="2" r="1.2" fill="#DCCBA8"/>'
        '<circle cx="5.4" cy="5.2" r="1" fill="#DCCBA8"/>',
    )
    edge = (
        "M0 92C90 74 200 72 300 84C370 92 424 100 450 132C466 154 470 186 478 212C482 222 482 230 476 236L474 282"
        "C484 288 490 298 496 308C512 322 530 350 532 399"
    )
    with g.group("body"):
        g.path(edge + "L532 400L0 400Z", fill=skin)
        g.path(edge, stroke="#B98E74", w=2)
        wall = "M0 106C110 86 240 92 338 120C352 124 362 130 366 138C330 146 300 138 262 128C170 104 80 106 0 122"
        g.path(wall + "Z", fill="#D79A8C", stroke="#A4685C", w=1.2)
        line = peritoneum()
        g.path(bez(line, every=9) + "L0 122C80 106 170 104 262 128C310 141 350 152 364 172Z", fill="#FBEFE6")
        for loop in (
            [(6, 168), (50, 150), (84, 170), (80, 210), (48, 226), (8, 220)],
            [(4, 230), (52, 236), (96, 226), (112, 256), (80, 284), (30, 276)],
        ):
            g.path(bez(spline(loop, True), True, 9), fill="#F3D3C4", stroke="#C79C8B", w=1.2)
        sacrum = "M0 353C30 366 62 376 96 382C124 387 150 390 176 400"
        g.path(sacrum + "L0 400Z", fill=bone)
        g.path(sacrum + "M44 371L36 399M92 382L86 399M136 388L132 399", stroke="#9C8660", w=1.4)
        rectum = spline(
            [(4, 306), (66, 332), (140, 350), (220, 352), (300, 342), (372, 332), (430, 326), (492, 313)]
        )
        d = bez(rectum, every=14)
        for colour, w in ((INK, 33), ("#DFA394", 30), ("#F1C9BA", 15), ("#8E5A50", 1.6)):
            g.path(d, stroke=colour, w=w, cap="butt")
        g.raw(
            f'<ellipse rx="20" ry="37" transform="translate(404 160) rotate(-38)" fill="{bone}" stroke="#9C8660" '
            'stroke-width="1.8"/>'
        )


def peritoneum() -> Curve:
    """The line of the peritoneum: wall, bladder, uterus, pouch, rectum."""
    front = [
        at(s, half(s) + 2)
        for s in (
            INNER_OS + 44,
            INNER_OS + 58,
            INNER_OS + 74,
            INNER_OS + 88,
            DEPTH - 3,
            TOTAL - 22,
            TOTAL - 12,
            TOTAL - 5,
        )
    ]
    back = [
        at(s, -half(s) * 0.96 - 2)
        for s in (
            TOTAL - 5,
            TOTAL - 12,
            TOTAL - 22,
            DEPTH - 3,
            INNER_OS + 88,
            INNER_OS + 70,
            INNER_OS + 45,
            INNER_OS + 20,
            INNER_OS - 6,
        )
    ]
    start = [(364.0, 172.0), (322.0, 163.0), (284.0, 159.0), (258.0, 165.0), (246.0, 184.0), (240.0, 196.0)]
    end = [
        (228.0, 290.0),
        (230.0, 316.0),
        (214.0, 331.0),
        (170.0, 330.0),
        (110.0, 321.0),
        (60.0, 306.0),
        (0.0, 284.0),
    ]
    return spline([*start, *front, at(TOTAL + 2), *back, *end])


def bladder_and_vagina(g: Svg) -> None:
    """The emptied bladder with the urethra; the vagina held open."""
    with g.group("bladder"):
        tube(g, spline([(352, 201), (392, 213), (440, 219), (474, 221)]), 4.6, "#F0D9A8", "#FBF0D2")
        sac = [(252, 176), (284, 168), (326, 176), (352, 190), (360, 203), (338, 208), (300, 204), (268, 194)]
        g.path(bez(spline(sac, True), True, 9), fill="#EFCFA6", stroke=INK, w=1.6)
        g.path(
            bez(spline([(268, 182), (300, 184), (334, 192), (348, 199)]), every=12), stroke="#9CCBEA", w=3.4
        )
    near = spline([(478, 233), (440, 229), (380, 226), (320, 222), (280, 216), (262, 218)])
    far = spline([(246, 286), (258, 299), (300, 297), (380, 291), (440, 287), (476, 285)])
    with g.group("vagina"):
        lumen = bez([(492, 232), *near], every=9) + "L250 240L" + bez([*far, (492, 287)], every=9)[1:] + "Z"
        wall = bez(near, every=9) + "L250 240L" + bez(far, every=9)[1:]
        g.path(wall, stroke=INK, w=15)
        g.path(wall, stroke="#E7A08C", w=12)
        g.path(lumen, fill="#FFF4EC")
        g.path(wall, stroke="#B4685C", w=1.4)
        for curve in (near, far):
            g.path(bez(offset(curve, 3.2), every=12), stroke="#C9786A", w=4, dash="1.6 6", cap="butt")


def uterus(g: Svg, rng: random.Random) -> None:
    """Muscle with its bundles, cervix, lining with the slit of the cavity, canal."""
    muscle = g.linear("muscle", [(0, "#C67C72"), (1, "#D58C7B")], (130, 120, 240, 280), user=True)
    a, b = at(INNER_OS), at(INNER_OS - 26)
    neck = g.linear("neck", [(0, "#D28878"), (1, "#EBA994")], (*a, *b), user=True)
    front, back = side(half, 0, TOTAL, 60), side(lambda s: -half(s) * 0.96, 0, TOTAL, 60)
    lips = [at(-5, -10), at(-4, -4), at(0), at(-4, 4), at(-5, 10)]
    with g.group("myometrium"):
        g.path(bez(front[7:] + back[:6:-1], True, 7), fill=muscle, stroke=INK, w=2.2)
        d = ""
        for k, q in enumerate((0.86, 0.74, 0.62, 0.5, 0.38)):
            for sign in (1, -1):
                wave = lambda s, q=q, k=k, sign=sign: sign * (half(s) * q + 1.2 * math.sin(s / 9 + k))  # noqa: E731
                d += bez(side(wave, INNER_OS + 14 + 3 * k, TOTAL - 24 + 2 * k, 14), every=12)
        g.path(d, stroke=FIBRE_DARK, w=1.2, so=0.42, dash="26 7 14 6", cap="butt")
    with g.group("cervix"):
        near, far = side(half, 2, INNER_OS - 2, 12), side(lambda s: -half(s) * 0.96, 2, INNER_OS - 2, 12)
        g.path(poly(spline(lips, step=2) + near + far[::-1]), fill=neck)
        g.path(bez(near[::-1] + lips[::-1] + far, every=7), stroke=INK, w=2.2)
    with g.group("endometrium"):
        s1 = DEPTH + 6
        shape = [
            *side(lining, INNER_OS, s1, 26),
            at(s1 + 1),
            *side(lambda s: -lining(s), INNER_OS, s1, 26)[::-1],
        ]
        g.path(bez(shape, True, 5), fill=COMPACT_LAYER, stroke=BASALIS, w=2.6)
        g.path(bez(shape, True, 5), stroke=INK, w=0.9)
        dots = ""
        for _ in range(70):
            x, y = at(rng.uniform(INNER_OS + 12, s1 - 6), rng.choice((-1, 1)) * rng.uniform(3.4, 7.4))
            dots += f"M{num(x)} {num(y)}h.1"
        g.path(dots, stroke=STROMA_NUCLEUS, w=1.5)
    cavity(g)
    with g.group("peritoneum"):
        d = bez(peritoneum(), every=9)
        g.path(d, stroke="#8D7446", w=3.6)
        g.path(d, stroke=PERIMETRIUM, w=2)


def cavity(g: Svg) -> None:
    """The slit of the cavity and the canal of the cervix."""
    with g.group("cavity"):
        g.path(bez(side(lambda _s: 0, INNER_OS, DEPTH, 12), every=9), stroke="#7A2C46", w=1.8)
        canal = bez(side(lambda _s: 0, 0, INNER_OS, 12), every=9)
        g.path(canal, stroke=INK, w=8)
        g.path(canal, stroke="#FFE7DC", w=5.6)


def lining(s: float) -> float:
    """Thickness of one wall of the lining at s, px."""
    if s < INNER_OS + 2 or s > DEPTH + 8:
        return 0.0
    rise = math.pow(min(1.0, (s - INNER_OS) / 26), 0.7)
    return (2.5 + 8 * rise) * math.sqrt(min(1.0, max(0.0, DEPTH + 8 - s) / 10))


def speculum(g: Svg) -> None:
    """Two blades that hold the vagina open, the yoke and the handle outside."""
    steel = g.linear("steel", [(0, STEEL_LIGHT), (0.55, STEEL), (1, "#8A95A0")])
    g.path(
        "M486 220L508 214L514 222L512 292L520 372C521 382 505 384 503 374L494 300L486 298Z",
        fill=steel,
        stroke=INK,
        w=1.6,
    )
    g.path("M499 232L500 284", stroke=STEEL_DEEP, w=1.2)
    g.path(
        "M512 232C526 226 534 214 536 200C538 194 546 196 545 203C543 222 532 238 513 244Z",
        fill=steel,
        stroke=INK,
        w=1.5,
    )
    g.raw(f'<circle cx="505" cy="300" r="5.2" fill="{STEEL_LIGHT}" stroke="{INK}" stroke-width="1.4"/>')
    tube(g, spline([(494, 224), (440, 234), (370, 232), (318, 227), (292, 222)]), 5.4)
    tube(g, spline([(494, 292), (440, 283), (370, 287), (300, 292), (272, 293)]), 5.4)


def pelvis(g: Svg, rng: random.Random) -> None:
    """The whole section, without instruments."""
    body(g)
    bladder_and_vagina(g)
    uterus(g, rng)
