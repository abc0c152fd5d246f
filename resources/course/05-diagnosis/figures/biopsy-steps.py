"""Suction biopsy of the lining with a thin catheter, in six steps: section, instrument, pot, rest."""

import math
import random

from drawing.aftercare import FRAME, PLASTIC, SHINE, TISSUE, rest, transport
from drawing.geometry import Curve, blob, lerp, resample, spline
from drawing.lithotomy import CM, DEPTH, INNER_OS, ROOM, STEEL, STEEL_DEEP, at, pelvis, side, speculum, tube
from drawing.marks import arrow
from drawing.palette import BASALIS, BOUNDARY, COMPACT_LAYER, INK, STROMA_NUCLEUS
from drawing.signs import card
from drawing.svg import Svg, bez, dot, num

END = (606.0, 268.0)  # the outer end of the sheath, 23.5 cm from the tip
SMALL = 6.6  # px per cm in the panel


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
