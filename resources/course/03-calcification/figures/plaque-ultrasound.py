"""Transvaginal ultrasound, sagittal: a calcified plaque in the lining, its shadow, and a small focus without one."""

import math
import random

from drawing.geometry import Curve, smoothstep
from drawing.scan import (
    FAN,
    FERTILE,
    HALO,
    SOFT1,
    SOFT2,
    SOFT5,
    around,
    bladder,
    cervix,
    define,
    depth_dark,
    echo_map,
    furniture,
    grain_over,
    muscle,
    pelvis,
    place,
    serosa,
)
from drawing.svg import Svg, bez, num, poly
from drawing.ultrasound import SCREEN, calliper, in_shadow, shadow_outline, speckle

FROM, TO = 0.16, 0.66  # the lining along the long axis
AT = 0.27  # where the thickness is measured


def lining_half(t: float) -> float:
    """Half thickness of the lining, px: 7 mm for both layers in the body, thinning to the isthmus."""
    if not FROM < t < TO:
        return 0.0
    head = min(1.0, ((t - FROM) / 0.06) ** 0.6)
    tail = 1 - 0.8 * smoothstep(0.44, TO, t)
    end = min(1.0, ((TO - t) / 0.05) ** 0.5)
    return 15.5 * head * tail * end * (1 + 0.03 * math.sin(t * 40) + 0.02 * math.sin(t * 97))


def halo_half(t: float) -> float:
    """Half thickness of lining and dark inner muscle together, px."""
    if t < FROM:
        return (HALO + 1) * math.sqrt(max(0.0, 1 - ((FROM - t) / 0.03) ** 2))
    return lining_half(t) + HALO * (1 - 0.5 * smoothstep(0.5, TO, t))


def front() -> Curve:
    """The near face of the plaque, from left to right: 12 mm long, convex to the probe, a little ragged."""
    out = []
    for i in range(33):
        u = i / 16 - 1
        x, y = place(0.352 + 0.15 * i / 32)
        out.append((x, y - 6 + 8 * u * u + 0.7 * math.sin(i * 0.55 + 1) + 0.3 * math.sin(i * 1.7)))
    return out


FRONT = front()
FOCUS = place(0.575, 1)
HIDDEN = in_shadow(FAN, FRONT)


def lining_echo(_x: float, _y: float, t: float, s: float) -> float | None:
    """Echo of lining and halo, None outside them."""
    if abs(s) < lining_half(t):
        return 0.86 + 0.08 * math.sin(t * 60)
    return 0.04 if abs(s) < halo_half(t) else None


def lining(g: Svg) -> None:
    """The dark inner muscle and the bright lining on it."""
    with g.group("junctional-halo"):
        g.path(bez(around(halo_half, FROM - 0.03, TO), True, 8), fill="#0E0E0E", fo=0.92, extra=SOFT2)
    with g.group("endometrium"):
        g.path(bez(around(lining_half, FROM + 0.002, TO - 0.004), True, 6), fill="#BDBDBD", extra=SOFT1)
        line = [place(0.19 + 0.44 * i / 20) for i in range(21)]
        g.path(bez(line, every=16), stroke="#FFFFFF", w=1.5, so=0.7, dash="9 2.5 14 1.5", extra=SOFT1)


def deposit(g: Svg, rng: random.Random) -> None:
    """The plaque, its shadow along the beams, and a focus narrower than the beam."""
    with g.group("shadow"):
        outline = poly(shadow_outline(FAN, [(x, y + 1.5) for x, y in FRONT]))
        g.path(outline, fill="#040405", fo=0.95, extra=SOFT1)
    top = [(x, y + rng.uniform(-0.3, 0.2)) for x, y in FRONT]
    foot = [
        (x, y + 1 + 5.0 * math.sqrt(max(0, 1 - abs(i / 16 - 1) ** 2.4)) + rng.uniform(-0.6, 0.8))
        for i, (x, y) in enumerate(FRONT)
    ]
    body = bez(top + foot[::-1], True, 4)
    with g.group("plaque"):
        g.path(body, fill="#FFFFFF", fo=0.75, extra=SOFT5)
        g.path(body, fill="#FFFFFF", extra=SOFT1)
        g.path(body, fill="#FFFFFF")
    x, y = FOCUS
    with g.group("small-focus"):
        speck = f"M{num(x - 5)} {num(y + 1.6)}l5-1.8l5.5-1.2"
        g.path(speck, stroke="#FFFFFF", w=7, so=0.6, extra=SOFT2)
        g.path(speck, stroke="#FFFFFF", w=4)


def draw() -> str:
    rng = random.Random(41)
    g = Svg(640, 400, "Transvaginal ultrasound, sagittal: calcified plaque in the lining with its shadow")
    define(g)
    g.raw(f'<rect id="screen" width="640" height="400" fill="{SCREEN}"/>')
    with g.group("image", 'mask="url(#fan)"'):
        pelvis(g)
        with g.group("myometrium"):
            muscle(g, FERTILE)
        with g.group("cervix"):
            cervix(g, FERTILE)
        lining(g)
        with g.group("speckle", 'filter="url(#grain)"'):
            for p in speckle(FAN, rng, echo_map(FERTILE, lining_echo), 3600, blocked=HIDDEN):
                g.raw(p)
        grain_over(g, 7)
        with g.group("serosa", SOFT1):
            serosa(g, FERTILE, HIDDEN)
        bladder(g)
        depth_dark(g)
        deposit(g, rng)
    with g.group("callipers"):
        g.raw(calliper(place(AT, lining_half(AT)), place(AT, -lining_half(AT))), 2)
    furniture(g)
    return g.text()
