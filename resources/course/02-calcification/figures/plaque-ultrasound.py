"""Transvaginal ultrasound, sagittal: a calcified plaque in the lining, its shadow, and a small focus without one."""

import math
import random
from itertools import pairwise

from drawing.geometry import inside, spline
from drawing.svg import Svg, bez, num, poly
from drawing.ultrasound import (
    SCREEN,
    Sector,
    blur,
    calliper,
    depth_scale,
    falloff,
    grey_bar,
    in_shadow,
    near_field,
    shadow_outline,
    speckle,
)

FAN = Sector(320, -22, 46, 404, 51)
# The long axis from fundus (0) to outer os (1), and the half width of the uterus along it.
AXIS = spline(
    [(132, 246), (172, 232), (225, 217), (280, 207), (335, 199), (385, 184), (425, 158), (455, 128)], step=1
)
WIDTHS = [2, 70, 85, 90, 80, 60, 47, 40]
BLADDER = spline(
    [
        (112, 168),
        (122, 150),
        (152, 124),
        (196, 96),
        (238, 74),
        (252, 74),
        (252, 86),
        (244, 106),
        (226, 130),
        (200, 147),
        (168, 158),
        (136, 172),
        (118, 178),
    ],
    True,
    step=2,
)
BOWEL = [
    (470, 262, 44, 18),
    (534, 225, 30, 14),
    (420, 336, 60, 14),
    (80, 250, 24, 14),
    (505, 300, 40, 13),
    (200, 364, 60, 11),
]
LINING = (0.16, 0.66)


def place(t, off=0.0):
    """Point at t of the axis, moved `off` px towards the probe."""
    i = max(1, min(len(AXIS) - 2, round(t * (len(AXIS) - 1))))
    (x0, y0), (x1, y1) = AXIS[i - 1], AXIS[i + 1]
    d = math.dist((x0, y0), (x1, y1))
    return AXIS[i][0] + (y1 - y0) / d * off, AXIS[i][1] - (x1 - x0) / d * off


def half_width(t):
    u = t * (len(WIDTHS) - 1)
    i = min(int(u), len(WIDTHS) - 2)
    f = u - i
    w = WIDTHS[i] + (WIDTHS[i + 1] - WIDTHS[i]) * f * f * (3 - 2 * f)
    return max(w, 69 * math.sqrt(max(0, 1 - ((0.14 - t) / 0.14) ** 2))) if t < 0.14 else w


def lining_half(t):
    """Half thickness of the lining: 7 mm for both layers in the body, thinning to the isthmus."""
    if not LINING[0] < t < LINING[1]:
        return 0.0
    head = min(1.0, ((t - LINING[0]) / 0.06) ** 0.6)
    tail = 1 if t < 0.5 else max(0.28, 1 - (t - 0.5) / 0.16 * 0.72)
    return 15.5 * head * tail * (1 + 0.05 * math.sin(t * 40) + 0.03 * math.sin(t * 97))


def band(half, t0, t1, n=44):
    ts = [t0 + (t1 - t0) * i / n for i in range(n + 1)]
    return [place(t, half(t)) for t in ts], [place(t, -half(t)) for t in ts]


UPPER, LOWER = band(half_width, 0, 1)
UTERUS = UPPER + LOWER[::-1]
# The plaque: 12 mm long, convex to the probe, a little ragged.
FRONT = []
for _i in range(33):
    _u = _i / 16 - 1
    _x, _y = place(0.352 + 0.15 * _i / 32)
    FRONT.append((_x, _y - 6 + 8 * _u * _u + 0.7 * math.sin(_i * 0.55 + 1) + 0.3 * math.sin(_i * 1.7)))
FOCUS = place(0.575, 1)
HIDDEN = in_shadow(FAN, FRONT)


def on_axis(x, y):
    """Position along the axis and signed distance from it (positive: away from the probe)."""
    i = min(range(0, len(AXIS), 3), key=lambda k: (AXIS[k][0] - x) ** 2 + (AXIS[k][1] - y) ** 2)
    i = max(1, min(len(AXIS) - 2, i))
    (x0, y0), (x1, y1) = AXIS[i - 1], AXIS[i + 1]
    d = math.dist((x0, y0), (x1, y1))
    s = ((x1 - x0) * (y - AXIS[i][1]) - (y1 - y0) * (x - AXIS[i][0])) / d
    return i / (len(AXIS) - 1), s


def uterus_echo(x, y, depth, vessels):
    t, s = on_axis(x, y)
    e = lining_half(t)
    if e and abs(s) < e:
        return (0.95 if abs(s) < 1.4 else 0.70 + 0.09 * math.sin(t * 60)) * (1 - 0.12 * depth)
    if e and abs(s) < e + 8:
        return 0.10
    if t >= 0.62 and abs(s) < 9:
        return 0.6 if abs(s) < 1.4 else 0.17
    if any(math.hypot((x - vx) / 2.1, y - vy) < vr for vx, vy, vr in vessels):
        return 0.05
    v = 0.32 + 0.05 * math.sin(x / 17 + y / 9) + 0.04 * math.sin(y / 6 - x / 31)
    v += 0.08 if t > 0.62 else 0
    v -= 0.06 if s > 0 else 0
    return v * (1.1 - 0.45 * depth)


def pelvis_echo(x, y, r, a, depth):
    v = 0.50 + 0.14 * math.sin(x / 23 + y / 31) * math.sin(y / 13 - x / 41) + 0.07 * math.sin(x / 9 - y / 7)
    if r < 92:
        v = 0.52 - 0.0022 * (r - FAN.near) + 0.10 * math.sin(r / 3.1)
    if -46 < a < -17 and r > 165:
        v += 0.13  # enhancement behind the full bladder
    for bx, by, brx, bry in BOWEL:
        q = math.hypot((x - bx) / brx, (y - by) / bry)
        v = 0.12 if q < 0.72 else 0.62 if q < 1.08 and y < by else v
    return max(0.03, v * (1.05 - 0.78 * max(0, depth - 0.25) / 0.75))


def echo_map(vessels):
    def echo(x, y):
        r, a = FAN.polar(x, y)
        depth = FAN.depth(x, y)
        if inside((x, y), BLADDER):
            return 0.02 + (0.10 * max(0, 1 - (r - FAN.near) / 110))
        if inside((x, y), UTERUS):
            return uterus_echo(x, y, depth, vessels)
        return pelvis_echo(x, y, r, a, depth)

    return echo


def specular(g):
    """The serosa, brightest where the beam meets it squarely."""
    tones = {}
    for pts, near in ((UPPER, True), (LOWER, False)):
        for (x0, y0), (x1, y1) in pairwise(pts[:-2]):
            r, a = FAN.polar(x0, y0)
            if not near and HIDDEN(r, a):
                continue
            d = math.dist((x0, y0), (x1, y1)) or 1
            c = (
                abs((x1 - x0) / d * math.cos(math.radians(a)) - (y1 - y0) / d * math.sin(math.radians(a)))
                ** 3
            )
            tone = round(max(0.2, c * (0.8 if near else 0.6)) * 5) / 5
            tones.setdefault(max(0.2, tone), []).append(f"M{num(x0)} {num(y0)}L{num(x1)} {num(y1)}")
    with g.group("serosa", 'filter="url(#soft-1)"'):
        for tone in sorted(tones):
            g.path("".join(tones[tone]), stroke="#E8E8E8", w=2.3, so=round(tone, 1))


def deep_tissue(g):
    base = g.radial(
        "base",
        [(0, "#6A6A6A"), (0.2, "#4C4C4C"), (0.5, "#3C3C3C"), (0.8, "#2C2C2C"), (1, "#191919")],
        (FAN.x, FAN.y, FAN.far),
        user=True,
    )
    with g.group("pelvis"):
        g.path(FAN.outline(), fill=base)
        g.raw(
            '<g filter="url(#soft-5)">'
            + "".join(
                f'<ellipse cx="{x}" cy="{y}" rx="{rx}" ry="{ry}" fill="#0E0E0E" stroke="#777777" stroke-width="4" stroke-opacity=".5"/>'
                for x, y, rx, ry in BOWEL
            )
            + "</g>",
            len(BOWEL),
        )


def organs(g):
    with g.group("myometrium"):
        g.path(bez(UTERUS, True, 14), fill="#2A2A2A", extra='filter="url(#soft-2)"')
    with g.group("cervix"):
        neck = band(half_width, 0.70, 1)
        g.path(poly(neck[0] + neck[1][::-1]), fill="#2C2C2C", extra='filter="url(#soft-5)"')
        canal = [place(0.66 + 0.034 * i) for i in range(11)]
        g.path(bez(canal), stroke="#0C0C0C", w=15, so=0.75, extra='filter="url(#soft-2)"')
        g.path(bez(canal), stroke="#A8A8A8", w=1.8, so=0.7, extra='filter="url(#soft-1)"')
    up, lo = band(lambda t: lining_half(t) + 8, LINING[0], LINING[1])
    with g.group("junctional-halo"):
        g.path(poly(up + lo[::-1]), fill="#080808", fo=0.9, extra='filter="url(#soft-2)"')
    up, lo = band(lining_half, LINING[0] + 0.002, LINING[1] - 0.002)
    with g.group("endometrium"):
        g.path(poly(up + lo[::-1]), fill="#8E8E8E", extra='filter="url(#soft-1)"')


def bladder(g):
    with g.group("bladder"):
        g.path(bez(BLADDER, True, 12), fill="#050505", extra='filter="url(#soft-1)"')
        g.path(bez(BLADDER, True, 12), stroke="#CFCFCF", w=2.2, so=0.6, extra='filter="url(#soft-1)"')
        for k in range(3):
            g.path(
                FAN.arc(97 + 7 * k, -37, -24),
                stroke="#FFFFFF",
                w=2.2,
                so=round(0.17 - 0.045 * k, 2),
                extra='filter="url(#soft-1)"',
            )


def deposit(g, rng):
    with g.group("shadow"):
        outline = poly(shadow_outline(FAN, [(x, y + 1.5) for x, y in FRONT]))
        g.path(outline, fill="#020202", fo=0.6, extra='filter="url(#soft-2)"')
        g.path(outline, fill="#030303", fo=0.94, extra='filter="url(#soft-1)"')
    top = [(x, y + rng.uniform(-0.3, 0.2)) for x, y in FRONT]
    foot = [
        (x, y + 1 + 5.0 * math.sqrt(max(0, 1 - abs(i / 16 - 1) ** 2.4)) + rng.uniform(-0.6, 0.8))
        for i, (x, y) in enumerate(FRONT)
    ]
    body = bez(top + foot[::-1], True, 4)
    with g.group("plaque"):
        g.path(body, fill="#FFFFFF", fo=0.75, extra='filter="url(#soft-5)"')
        g.path(body, fill="#FFFFFF", extra='filter="url(#soft-1)"')
        g.path(body, fill="#FFFFFF")
    x, y = FOCUS
    with g.group("small-focus"):
        g.path(
            f"M{num(x - 5)} {num(y + 1.6)}l5-1.8l5.5-1.2",
            stroke="#FFFFFF",
            w=7,
            so=0.5,
            extra='filter="url(#soft-2)"',
        )
        g.path(f"M{num(x - 4.5)} {num(y + 1.5)}l4.5-1.7l5-1.1", stroke="#FFFFFF", w=3.8)


def draw():
    rng = random.Random(41)
    g = Svg(640, 400, "Transvaginal ultrasound, sagittal: calcified plaque in the lining with its shadow")
    g.defs += [
        FAN.mask("fan"),
        blur("soft-1", 0.9),
        blur("soft-2", 2),
        blur("soft-5", 5),
        blur("grain", 0.6, 0),
        falloff(FAN, "falloff-fill"),
    ]
    vessels = [
        (*place(t, -half_width(t) * s), rng.uniform(2.0, 3.2))
        for t, s in (
            (0.2, -0.74),
            (0.27, 0.76),
            (0.33, -0.78),
            (0.42, -0.8),
            (0.55, -0.74),
            (0.12, 0.55),
            (0.58, 0.72),
            (0.48, 0.8),
        )
    ]
    g.raw(f'<rect id="screen" width="640" height="400" fill="{SCREEN}"/>')
    with g.group("image", 'mask="url(#fan)"'):
        deep_tissue(g)
        organs(g)
        with g.group("speckle", 'filter="url(#grain)"'):
            for p in speckle(FAN, rng, echo_map(vessels), 9400, blocked=HIDDEN):
                g.raw(p)
        with g.group("cavity-line"):
            line = [place(0.19 + 0.46 * i / 20) for i in range(21)]
            g.path(
                bez(line, every=16),
                stroke="#F4F4F4",
                w=1.5,
                so=0.75,
                dash="9 2.5 14 1.5",
                extra='filter="url(#soft-1)"',
            )
        specular(g)
        bladder(g)
        with g.group("near-field"):
            for p in near_field(FAN):
                g.raw(p)
        with g.group("falloff"):
            g.path(FAN.outline(), fill="url(#falloff-fill)")
        deposit(g, rng)
    with g.group("orientation-mark"):
        g.raw('<circle cx="258" cy="16" r="4" fill="none" stroke="#5FD0C5" stroke-width="1.8"/>')
    with g.group("callipers"):
        g.raw(calliper(place(0.27, lining_half(0.27) + 0.5), place(0.27, -lining_half(0.27) - 0.5)), 2)
    with g.group("depth-scale"):
        g.raw(depth_scale(FAN, 8))
    with g.group("grey-scale"):
        g.raw(grey_bar())
    return g.text()
