"""What follows a biopsy: the tissue goes into formalin, the patient rests."""

import math
import random

from drawing.geometry import blob, lerp, spline
from drawing.lithotomy import ROOM, STEEL_DEEP, tube
from drawing.marks import arrow
from drawing.palette import BOUNDARY, INK
from drawing.svg import Svg, bez, dot, num, poly

FRAME = "M10 0H630A10 10 0 0 1 640 10V390A10 10 0 0 1 630 400H10A10 10 0 0 1 0 390V10A10 10 0 0 1 10 0Z"
PLASTIC, SHINE = "#D3E6EC", "#FFFFFF"
TISSUE = "#C2506B"


def transport(g: Svg) -> None:
    """The tissue is pushed out of the sheath into a pot of formalin with the patient's label."""
    g.path(FRAME, fill=ROOM)
    g.path("M0 338H640V390A10 10 0 0 1 630 400H10A10 10 0 0 1 0 390Z", fill="#C9D6DA")
    g.path("M0 338H640", stroke="#9FB0B6", w=1.4)
    form_and_cap(g)
    pot(g)
    emptied_sheath(g)


def form_and_cap(g: Svg) -> None:
    """The request form and the lid of the pot."""
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


def pot(g: Svg) -> None:
    """A clear pot of formalin with strips of tissue, and its label."""
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


def emptied_sheath(g: Svg) -> None:
    """The catheter over the pot, its piston pushed in."""
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
    clock(g)
    with g.group("couch"):
        couch(g)
    with g.group("patient"):
        patient(g)
    with g.group("drape"):
        drape(g)
    with g.group("table"):
        table(g)


def clock(g: Svg) -> None:
    """A clock on the wall, a quarter of an hour marked."""
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


def couch(g: Svg) -> None:
    """The couch."""
    for x in (96, 508):
        g.path(f"M{x} 286v76M{x + 22} 286v76", stroke=STEEL_DEEP, w=6)
    g.path("M96 344H530", stroke=STEEL_DEEP, w=4)
    g.path("M52 262H572a10 10 0 0 1 0 28H52a14 14 0 0 1 0-28Z", fill="#7FA3AD", stroke=INK, w=2)
    g.path("M56 270H568", stroke="#B9D2D9", w=3)


def patient(g: Svg) -> None:
    """Pillow, neck and the back of the head."""
    pillow = spline([(62, 252), (76, 228), (122, 222), (168, 230), (178, 252), (150, 264), (88, 264)], True)
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


def drape(g: Svg) -> None:
    """The sheet with its folds, an arm on it."""
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


def table(g: Svg) -> None:
    """A side table with a glass of water."""
    g.path("M570 244H636M602 244V352", stroke=STEEL_DEEP, w=5)
    g.path("M590 202L594 240H614L618 202Z", fill="#FFFFFF", fo=0.85, stroke=INK, w=1.5)
    g.path("M591.3 214L594 240H614L616.7 214Z", fill="#9CCBEA", fo=0.9)
