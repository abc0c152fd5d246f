"""Suction biopsy of the lining with a thin catheter, in six steps: section, instrument, pot, rest."""

import math
import random

from drawing.geometry import Curve, blob, lerp, resample, spline
from drawing.lithotomy import CM, DEPTH, INNER_OS, ROOM, STEEL, STEEL_DEEP, at, pelvis, side, speculum, tube
from drawing.marks import arrow
from drawing.palette import BASALIS, BOUNDARY, COMPACT_LAYER, INK, STROMA_NUCLEUS
from drawing.signs import card
from drawing.svg import Svg, bez, dot, num, poly

PLASTIC, SHINE = "#D3E6EC", "#FFFFFF"
TISSUE = "#C2506B"
END = (606.0, 268.0)  # the outer end of the sheath, 23.5 cm from the tip
SMALL = 6.6  # px per cm in the panel
FRAME = "M10 0H630A10 10 0 0 1 640 10V390A10 10 0 0 1 630 400H10A10 10 0 0 1 0 390V10A10 10 0 0 1 10 0Z"


def sheath() -> Curve:
    """The catheter from its tip at the fundus, along the cavity and the canal, and straight out."""
    inner = side(lambda _s: 0, DEPTH - 3, 0, 20)
    x, y = at(0)
    outer = [lerp((x, y), END, k / 12) for k in range(1, 13)]
    return resample(spline(inner + outer), step=1)


SHEATH = sheath()


def across(k: int, size: float) -> str:
    """A tick across the catheter at its k-th point."""
    (x0, y0), (x1, y1) = SHEATH[k - 2], SHEATH[k + 2]
    d = math.dist((x0, y0), (x1, y1))
    nx, ny = (y1 - y0) / d * size, -(x1 - x0) / d * size
    x, y = SHEATH[k]
    return f"M{num(x - nx)} {num(y - ny)}L{num(x + nx)} {num(y + ny)}"


def catheter(g: Svg) -> None:
    """The sheath in the uterus, its marks by the centimetre, the rod in it, and what is sucked in."""
    x, y = SHEATH[0]
    with g.group("catheter"):
        tube(g, SHEATH, 5.4, PLASTIC, SHINE)
        g.path(dot(x, y, 3.9), fill=PLASTIC, stroke=INK, w=1.3)
        with g.group("rod-in"):
            g.path(bez(SHEATH[14:], every=14), stroke=STEEL_DEEP, w=1.6)
        with g.group("tissue-in-sheath"):
            core = ""
            for a, b in ((4, 22), (25, 38), (42, 66), (70, 78)):
                core += bez(SHEATH[a:b], every=6)
            g.path(core, stroke=TISSUE, w=3.6)
        short = "".join(across(round(k * CM), 3.4) for k in (4, 6, 7, 8, 9, 11, 12))
        g.path(short, stroke=INK, w=1.3)
        g.path(across(round(5 * CM), 5.4) + across(round(10 * CM), 5.4), stroke=INK, w=2.2)


def knob(g: Svg, x: float, y: float, k: float = 1.0) -> None:
    """The end of the piston's rod, for finger and thumb."""
    g.raw(
        f'<rect x="{num(x)}" y="{num(y - 6.5 * k)}" width="{num(9 * k)}" height="{num(13 * k)}" rx="{num(2.4 * k)}" '
        f'fill="{STEEL}" stroke="{INK}" stroke-width="1.3"/>'
    )


def whole(g: Svg, out: float) -> None:
    """The whole instrument in its panel, the piston `out` cm withdrawn."""
    x0, y = 340.0, 34.0
    x1 = x0 + 23.5 * SMALL
    far = x1 + 7 + out * SMALL
    g.path(f"M{num(x0 + 8 + out * SMALL)} {num(y)}H{num(far)}", stroke=INK, w=3.6)
    g.path(f"M{num(x0 + 8 + out * SMALL)} {num(y)}H{num(far)}", stroke=STEEL, w=2)
    knob(g, far, y, 0.9)
    sheath_box = f'<rect x="{num(x0)}" y="{num(y - 4)}" width="{num(x1 - x0)}" height="8" rx="4"'
    g.raw(f'{sheath_box} fill="{PLASTIC}" fill-opacity=".72" stroke="{INK}" stroke-width="1.3"/>')
    g.path(f"M{num(x0 + 8 + out * SMALL)} {num(y - 3)}v6", stroke=INK, w=3)
    ticks = "".join(f"M{num(x0 + k * SMALL)} {num(y - 4)}v{8 if k % 5 == 0 else 4}" for k in range(4, 13))
    g.path(ticks, stroke=INK, w=1)
    g.path(dot(x0 + 6, y - 1.4, 1.9, 1.2), fill=INK)
    scale = "".join(f"M{num(x0 + k * SMALL)} {num(70 - (5 if k % 5 == 0 else 3))}V70" for k in range(43))
    g.path(f"M{num(x0)} 70H{num(x0 + 42 * SMALL)}" + scale, stroke="#6B7682", w=1)


def panels(g: Svg) -> None:
    """The instrument at each step: piston home, piston back, the tip enlarged."""
    with g.group("panel"):
        card(g, 318, 8, 314, 70, 10)
    with g.group("rod-out"):
        g.path(f"M{num(END[0])} {num(END[1])}H638", stroke=INK, w=4.4)
        g.path(f"M{num(END[0])} {num(END[1])}H638", stroke=STEEL, w=2.4)
    with g.group("piston"):
        with g.group("piston-in"):
            knob(g, END[0], END[1], 1.1)
            whole(g, 0)
        with g.group("piston-out"):
            whole(g, 16)
            arrow(g, [(520, 52), (590, 52)], INK, head=10)
    enlarged(g)
    with g.group("panel-edge"):
        g.raw(
            '<rect x="318" y="8" width="314" height="70" rx="10" fill="none" stroke="#B9AEC6" stroke-width="1.2"/>'
        )


def enlarged(g: Svg) -> None:
    """The tip enlarged: the lining is sucked in at the side hole, cores of it lie in the sheath."""
    with g.group("enlarged-tip"):
        g.path("M319 18a10 10 0 0 1 9-9H622a10 10 0 0 1 9 9V27H319Z", fill=COMPACT_LAYER)
        g.path("M319 27H631", stroke=BASALIS, w=1.6)
        rng = random.Random(4)
        nuclei = "".join(f"M{num(rng.uniform(324, 626))} {num(rng.uniform(12, 23))}h.1" for _ in range(70))
        g.path(nuclei, stroke=STROMA_NUCLEUS, w=1.8)
        g.path("M632 30H356a20 20 0 0 0 0 40H632", fill=PLASTIC, stroke=INK, w=BOUNDARY)
        g.path("M632 64H364", stroke=SHINE, w=2.6)
        for x, rx in ((440.0, 28.0), (504, 26), (564, 26), (611, 14)):
            piece = spline(blob(rng, x, 51, rx, 10, 0.13, 14), True)
            g.path(bez(piece, True, 6), fill=TISSUE, stroke="#6E2238", w=1.2)
            spots = "".join(dot(x + d, 51 + e, 1.5) for d, e in ((-12, -2), (-3, 4), (6, -4), (13, 2)))
            g.path(spots, fill="#F0B6C4")
    with g.group("side-hole"):
        g.path("M366 26C368 36 366 46 378 54C392 60 402 54 398 46C392 40 396 34 396 26Z", fill="#3A0F1C")
        tongue = spline(
            [(362, 24), (370, 34), (372, 46), (384, 54), (394, 50), (391, 42), (392, 34), (400, 24)], step=1
        )
        g.path(bez(tongue, every=4) + "Z", fill=TISSUE, stroke="#6E2238", w=1.2)
        g.path("M364 27v6M398 27v6", stroke=INK, w=3.4)
        x, y = SHEATH[8]
        g.path(dot(x, y - 0.8, 2, 1.4), fill=INK)


def arrows(g: Svg) -> None:
    """Where the hand moves in each step."""
    with g.group("way-in"):
        arrow(g, [(466, 250), (392, 248)], INK, head=11)
    with g.group("pull-back"):
        arrow(g, [(556, 248), (620, 248)], INK, head=11)
    with g.group("roll-and-stroke"):
        turn = [
            (570 + 10 * math.cos(a), 267 + 24 * math.sin(a)) for a in (-2.4 + 4.6 * k / 14 for k in range(15))
        ]
        arrow(g, turn, INK, head=11)
        arrow(g, [(412, 249), (372, 248)], INK, head=9)
        arrow(g, [(412, 249), (452, 250)], INK, head=9)


# ------------------------------------------------------------------ after the sample
def transport(g: Svg) -> None:
    """The tissue is pushed out of the sheath into a pot of formalin with the patient's label."""
    g.path(FRAME, fill=ROOM)
    g.path("M0 338H640V390A10 10 0 0 1 630 400H10A10 10 0 0 1 0 390Z", fill="#C9D6DA")
    g.path("M0 338H640", stroke="#9FB0B6", w=1.4)
    with g.group("request-form"):
        g.path("M66 356L96 268L214 268L196 356Z", fill="#FFFFFF", stroke="#8C98A3", w=1.4)
        lines = "".join(
            f"M{num(107 - 5.4 * k)} {num(284 + 14 * k)}h{num(78 - 9 * (k % 3))}" for k in range(5)
        )
        g.path(lines, stroke="#A9B4BE", w=2.4)
    with g.group("cap"):
        g.path("M452 330v22a50 13 0 0 0 100 0v-22Z", fill="#2A6E7E", stroke=INK, w=BOUNDARY)
        ribs = "".join(
            f"M{458 + 9 * k} {num(341 + 5 * math.sin(math.pi * (k + 0.6) / 11))}v14" for k in range(11)
        )
        g.path(ribs, stroke="#1D515D", w=1.4)
        g.path(dot(502, 330, 50, 13), fill="#3C8D9F", stroke=INK, w=BOUNDARY)
        g.path(dot(502, 330, 40, 9), stroke="#8CC5D1", w=1.4)
    with g.group("transport-pot"):
        g.path("M246 184L252 352a72 19 0 0 0 144 0L402 184Z", fill="#F4F8FA", fo=0.9, stroke=INK, w=2)
        g.path("M248.6 236L252 352a72 19 0 0 0 144 0L399.4 236Z", fill="#BFD9EC", fo=0.9)
        g.path(dot(324, 236, 75.4, 17), fill="#DCECF7", stroke="#6F94B0", w=1.2)
        rng = random.Random(6)
        for x, y, rx, a in (
            (300, 322, 17, 0.3),
            (336, 340, 20, -0.2),
            (356, 312, 13, 0.7),
            (316, 292, 12, -0.6),
            (284, 346, 11, 0.1),
        ):
            piece = spline(blob(rng, x, y, rx, 4.6, 0.16, 12, a), True)
            g.path(bez(piece, True, 5), fill=TISSUE, stroke="#6E2238", w=1.2)
        for k in range(3):
            g.path(f"M{246 + k} {184 + 8 * k}a{78 - k} 18 0 0 0 {156 - 2 * k} 0", stroke="#8C98A3", w=1.3)
        g.path(dot(324, 184, 78, 18), stroke=INK, w=2)
        g.path("M262 214L266 340", stroke="#FFFFFF", w=5, so=0.9)
    with g.group("pot-label"):
        g.path("M366 262l31-4l-2.4 64l-29 5Z", fill="#FFFFFF", stroke="#8C98A3", w=1.2)
        g.path(
            "M372 274l18-2.5M372 286l18-2.5M372 298l12-1.7M372 310l17-2.5",
            stroke="#6B7682",
            w=2,
        )
    tip, end = (330.0, 168.0), (604.0, 44.0)
    way = [lerp(tip, end, k / 20) for k in range(21)]
    with g.group("emptied-sheath"):
        tube(g, way, 13, PLASTIC, SHINE)
        g.path(dot(*tip, 8), fill=PLASTIC, stroke=INK, w=1.4)
        g.path(dot(345, 158, 5, 3.4), fill="#3A0F1C")
        g.path(bez(way[1:5], every=9), stroke=TISSUE, w=8)
        g.path(bez(way[5:], every=30), stroke=STEEL_DEEP, w=3.4)
    drop = spline([(328, 182), (322, 196), (327, 210), (321, 222)])
    g.path(bez(drop, every=5), stroke="#6E2238", w=10)
    g.path(bez(drop, every=5), stroke=TISSUE, w=7.6)
    arrow(g, [(560, 92), (490, 124)], INK, head=12)


def rest(g: Svg) -> None:
    """The patient rests under a drape; water and a clock are near."""
    g.path(FRAME, fill=ROOM)
    g.path("M0 348H640V390A10 10 0 0 1 630 400H10A10 10 0 0 1 0 390Z", fill="#C9D6DA")
    with g.group("clock"):
        g.path(dot(520, 84, 36), fill="#FFFFFF", stroke=INK, w=2)
        marks = "".join(
            poly(
                [(520 + r * math.sin(k * math.pi / 6), 84 - r * math.cos(k * math.pi / 6)) for r in (28, 32)],
                False,
            )
            for k in range(12)
        )
        g.path(marks, stroke="#6B7682", w=1.6)
        g.path(
            f"M520 84V58A26 26 0 0 1 {num(520 + 26 * math.sin(1.6))} {num(84 - 26 * math.cos(1.6))}Z",
            fill="#8CC5D1",
            fo=0.8,
        )
        g.path("M520 84V58M520 84L538 84", stroke=INK, w=2.6)
    with g.group("couch"):
        for x in (96, 508):
            g.path(f"M{x} 286v76M{x + 22} 286v76", stroke=STEEL_DEEP, w=6)
        g.path("M96 344H530", stroke=STEEL_DEEP, w=4)
        g.path("M52 262H572a10 10 0 0 1 0 28H52a14 14 0 0 1 0-28Z", fill="#7FA3AD", stroke=INK, w=2)
        g.path("M56 270H568", stroke="#B9D2D9", w=3)
    with g.group("patient"):
        pillow = spline(
            [(62, 252), (76, 228), (122, 222), (168, 230), (178, 252), (150, 264), (88, 264)], True
        )
        g.path(bez(pillow, True, 9), fill="#FFFFFF", stroke=INK, w=BOUNDARY)
        g.path("M172 246C178 236 190 232 204 232L206 262L170 262Z", fill="#B57A5B", stroke=INK, w=1.4)
        g.path(dot(146, 222, 31, 29), fill="#B57A5B", stroke=INK, w=BOUNDARY)
        hair = spline(
            [
                (150, 192),
                (126, 190),
                (110, 206),
                (108, 230),
                (122, 250),
                (146, 254),
                (160, 246),
                (164, 232),
                (172, 222),
                (170, 204),
            ],
            True,
        )
        g.path(bez(hair, True, 7), fill="#3B2A28", stroke=INK, w=1.4)
        g.path(
            "M122 200C114 214 116 232 126 244M138 196C128 210 128 230 138 246M154 198C146 210 144 224 150 240",
            stroke="#6B4E48",
            w=1.4,
        )
        g.path(dot(112, 214, 13, 12), fill="#3B2A28", stroke=INK, w=1.4)
    with g.group("drape"):
        cover = spline(
            [
                (190, 262),
                (192, 232),
                (222, 220),
                (268, 216),
                (316, 196),
                (352, 168),
                (378, 158),
                (396, 172),
                (410, 208),
                (440, 236),
                (486, 240),
                (508, 226),
                (524, 232),
                (534, 264),
            ],
            step=2,
        )
        g.path(bez(cover, every=9) + "V280C480 288 300 288 190 282Z", fill="#A9CBD6", stroke=INK, w=2)
        folds = (
            (236, 222, 250, 276),
            (300, 206, 308, 278),
            (352, 172, 340, 278),
            (380, 164, 392, 278),
            (412, 214, 424, 278),
            (488, 242, 492, 278),
        )
        d = "".join(f"M{a} {b}C{a + 8} {b + 20} {c - 8} {e - 30} {c} {e}" for a, b, c, e in folds)
        g.path(d, stroke="#5E8794", w=1.6, so=0.8)
        arm = spline([(214, 242), (240, 240), (278, 236), (306, 226)], step=2)
        for part, colour, w in (
            (arm, INK, 22),
            (arm, "#B57A5B", 18.8),
            (arm[:20], INK, 29),
            (arm[:20], "#EAF3F6", 26),
        ):
            g.path(bez(part, every=9), stroke=colour, w=w)
        g.path("M309 219c6 2 8 8 4 13", stroke="#6E4632", w=1.3)
    with g.group("table"):
        g.path("M570 244H636M602 244V352", stroke=STEEL_DEEP, w=5)
        g.path("M590 202L594 240H614L618 202Z", fill="#FFFFFF", fo=0.85, stroke=INK, w=1.5)
        g.path("M591.3 214L594 240H614L616.7 214Z", fill="#9CCBEA", fo=0.9)


def draw() -> str:
    rng = random.Random(28)
    g = Svg(640, 400, "Suction biopsy of the lining, in six steps")
    edge = g.within("frame", FRAME)
    with g.group("frame-of-section", edge):
        with g.group("section"):
            g.path(FRAME, fill=ROOM)
            pelvis(g, rng)
            with g.group("internal-os"):
                (x0, y0), (x1, y1) = at(INNER_OS, 9), at(INNER_OS, -9)
                g.path(f"M{num(x0)} {num(y0)}L{num(x1)} {num(y1)}", stroke=INK, w=1.4, dash="3 2")
                g.path(dot(*at(INNER_OS), 4), fill="#7A2C46", fo=0.7)
            with g.group("fundus"):
                dome = side(lambda _s: 0, DEPTH + 17, DEPTH + 20, 4)
                g.path(bez(dome, every=8), stroke="#E7B3A6", w=17, so=0.4)
        catheter(g)
        with g.group("speculum"):
            speculum(g)
        panels(g)
        arrows(g)
        with g.group("to-the-laboratory"):
            transport(g)
        with g.group("resting"):
            rest(g)
    return g.text()
