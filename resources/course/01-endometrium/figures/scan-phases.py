"""The normal lining on transvaginal ultrasound in four states, sagittal, thickness measured in each."""

import math
import random
from collections.abc import Callable
from itertools import pairwise

from drawing.geometry import Curve, Point, dist, inside, lerp, ramp, smoothstep, spline
from drawing.svg import Svg, bez, num, poly
from drawing.ultrasound import (
    CALLIPER,
    SCREEN,
    Sector,
    blur,
    depth_scale,
    falloff,
    grey_bar,
    near_field,
    speckle,
)

FAN = Sector(320, -22, 46, 404, 51)
MM = (FAN.far - FAN.near) / 80  # px: the picture is 8 cm deep
HALO = 8.0  # px: the dark inner muscle, not measured
ZONE = 40.0  # px from the axis: the speckle inside belongs to the step
FROM, TO = 0.16, 0.69  # the lining along the long axis
AT = 0.33  # where the thickness is measured
THICK = {
    "menses": 3.0,
    "late-proliferative": 10.0,
    "secretory": 13.0,
    "postmenopausal": 3.0,
}  # mm, both layers
LINE, CENTRE = 1.0 * MM, 0.8 * MM  # the bright outer lines and the midline echo
# The long axis from fundus (0) to outer mouth (1).
AXIS = spline(
    [(132, 250), (172, 236), (225, 220), (280, 209), (335, 200), (385, 184), (425, 158), (455, 128)], step=1
)
BLADDER = spline(
    [
        (112, 160),
        (122, 142),
        (152, 116),
        (196, 90),
        (238, 70),
        (252, 71),
        (252, 82),
        (244, 99),
        (226, 121),
        (200, 138),
        (168, 150),
        (136, 163),
        (118, 169),
    ],
    True,
    step=2,
)
BOWEL = [
    (470, 262, 44, 18),
    (534, 225, 30, 14),
    (420, 340, 60, 14),
    (78, 254, 24, 14),
    (505, 304, 40, 13),
    (200, 372, 60, 10),
]
_MUSCLE = ramp((0, 2), (0.14, 70), (0.28, 85), (0.43, 88), (0.57, 79), (0.71, 60), (0.85, 47), (1, 40))


def place(t: float, off: float = 0.0) -> Point:
    """The point at t of the axis, moved off px towards the probe."""
    i = max(1, min(len(AXIS) - 2, round(t * (len(AXIS) - 1))))
    a, b = AXIS[i - 1], AXIS[i + 1]
    d = dist(a, b)
    return (AXIS[i][0] + (b[1] - a[1]) / d * off, AXIS[i][1] - (b[0] - a[0]) / d * off)


def muscle_half(t: float) -> float:
    """Half width of the uterus at t."""
    return max(_MUSCLE(t), 70 * math.sqrt(max(0.0, 1 - ((0.14 - t) / 0.14) ** 2))) if t < 0.14 else _MUSCLE(t)


def lining_half(t: float, mm: float) -> float:
    """Half thickness of the lining at t, px; it thins towards the isthmus."""
    if not FROM < t < TO:
        return 0.0
    head = min(1.0, ((t - FROM) / 0.09) ** 0.55)
    tail = (1 - 0.9 * (t - AT) ** 2 / 0.25) * (1 - 0.8 * smoothstep(0.5, TO, t))
    ripple = 1 + 0.012 * math.sin(t * 41) + 0.016 * math.sin(t * 97)
    return max(2.2, mm * MM / 2 * tail * ripple) * head


def halo_half(t: float, mm: float) -> float:
    """Half thickness of lining and halo together at t, px."""
    start = FROM - 0.03
    if t < FROM:
        return (HALO + 1) * math.sqrt(max(0.0, 1 - ((FROM - t) / (FROM - start)) ** 2))
    return lining_half(t, mm) + HALO * (1 - 0.5 * smoothstep(0.5, TO, t))


def between(
    outer: Callable[[float], float], inner: Callable[[float], float], sign: int, t0: float, t1: float
) -> Curve:
    """Outline of a band on one side of the axis."""
    ts = [t0 + (t1 - t0) * i / 60 for i in range(61)]
    return [place(t, sign * outer(t)) for t in ts] + [place(t, sign * inner(t)) for t in reversed(ts)]


def around(half: Callable[[float], float], t0: float, t1: float) -> Curve:
    """Outline of a band on both sides of the axis."""
    return between(half, lambda t: -half(t), 1, t0, t1)


UTERUS = around(muscle_half, 0, 1)


def on_axis(x: float, y: float) -> tuple[float, float]:
    """Position along the axis, and distance from it (positive: away from the probe)."""
    i = min(range(0, len(AXIS), 3), key=lambda k: (AXIS[k][0] - x) ** 2 + (AXIS[k][1] - y) ** 2)
    i = max(1, min(len(AXIS) - 2, i))
    a, b = AXIS[i - 1], AXIS[i + 1]
    return i / (len(AXIS) - 1), ((b[0] - a[0]) * (y - AXIS[i][1]) - (b[1] - a[1]) * (x - AXIS[i][0])) / dist(
        a, b
    )


def in_zone(x: float, y: float) -> bool:
    """Whether a place belongs to the lining and its surroundings, drawn anew in every step."""
    t, s = on_axis(x, y)
    return FROM - 0.06 < t < TO and abs(s) < ZONE


def muscle_echo(x: float, y: float, t: float, s: float, depth: float) -> float:
    v = 0.34 + 0.05 * math.sin(x / 17 + y / 9) + 0.04 * math.sin(y / 6 - x / 31)
    v += 0.08 if t > 0.64 else 0
    return (v - (0.05 if s > 0 else 0)) * (1.1 - 0.45 * depth)


def shared_echo(vessels: list[tuple[float, float, float]]) -> Callable[[float, float], float]:
    """Echo of everything but the lining and its halo."""

    def echo(x: float, y: float) -> float:
        r, a = FAN.polar(x, y)
        depth = FAN.depth(x, y)
        if inside((x, y), BLADDER):
            return 0.02 + 0.10 * max(0, 1 - (r - FAN.near) / 110)
        if inside((x, y), UTERUS):
            t, s = on_axis(x, y)
            if t >= 0.64 and abs(s) < 9:
                return 0.6 if abs(s) < 1.4 else 0.17
            if any(math.hypot((x - vx) / 2.1, y - vy) < vr for vx, vy, vr in vessels):
                return 0.05
            return muscle_echo(x, y, t, s, depth)
        v = (
            0.50
            + 0.14 * math.sin(x / 23 + y / 31) * math.sin(y / 13 - x / 41)
            + 0.07 * math.sin(x / 9 - y / 7)
        )
        if r < 92:
            v = 0.52 - 0.0022 * (r - FAN.near) + 0.10 * math.sin(r / 3.1)
        if -46 < a < -17 and r > 160:
            v += 0.12  # enhancement behind the bladder
        for bx, by, rx, ry in BOWEL:
            q = math.hypot((x - bx) / rx, (y - by) / ry)
            v = 0.12 if q < 0.72 else 0.62 if q < 1.08 and y < by else v
        return max(0.03, v * (1.05 - 0.78 * max(0, depth - 0.25) / 0.75))

    return echo


def lining_echo(step: str) -> Callable[[float, float], float]:
    """Echo of the lining, its halo and the muscle next to it in one step."""
    mm = THICK[step]

    def echo(x: float, y: float) -> float:
        t, s = on_axis(x, y)
        half, away = lining_half(t, mm), abs(s)
        if half and away < half:
            if step == "late-proliferative":
                return 0.86 if away > half - LINE or away < CENTRE / 2 else 0.13
            return 0.84 + 0.05 * math.sin(t * 60) if step == "secretory" else 0.88
        if away < halo_half(t, mm):
            return 0.07
        behind = 0.10 if step == "secretory" and s > 0 else 0
        return muscle_echo(x, y, t, s, FAN.depth(x, y)) + behind

    return echo


def tissue(g: Svg) -> None:
    """Pelvis, muscle and cervix under the speckle."""
    base = g.radial(
        "base",
        [(0, "#6A6A6A"), (0.2, "#4C4C4C"), (0.5, "#3C3C3C"), (0.8, "#2C2C2C"), (1, "#191919")],
        (FAN.x, FAN.y, FAN.far),
        user=True,
    )
    with g.group("pelvis"):
        g.path(FAN.outline(), fill=base)
        loops = "".join(f'<ellipse cx="{x}" cy="{y}" rx="{rx}" ry="{ry}"/>' for x, y, rx, ry in BOWEL)
        g.raw(
            f'<g filter="url(#soft-5)" fill="#0E0E0E" stroke="#777777" stroke-width="4" stroke-opacity=".5">{loops}</g>',
            len(BOWEL),
        )
    with g.group("myometrium"):
        g.path(bez(UTERUS, True, 14), fill="#2D2D2D", extra='filter="url(#soft-2)"')
    with g.group("cervix"):
        g.path(bez(around(muscle_half, 0.72, 1), True, 12), fill="#303030", extra='filter="url(#soft-5)"')
        canal = [place(0.66 + 0.034 * i) for i in range(11)]
        g.path(bez(canal), stroke="#0C0C0C", w=15, so=0.75, extra='filter="url(#soft-2)"')
        g.path(bez(canal), stroke="#A8A8A8", w=1.8, so=0.7, extra='filter="url(#soft-1)"')


def halos(g: Svg) -> None:
    """The dark inner muscle round the lining, one outline a step."""
    with g.group("halo"):
        for step, mm in THICK.items():
            with g.group(f"halo-{step}"):
                if step == "secretory":  # the tissue behind looks a little brighter
                    glow = between(lambda t: halo_half(t, 13) + 46, lambda t: halo_half(t, 13), -1, FROM, 0.6)
                    g.path(bez(glow, True, 16), fill="#FFFFFF", fo=0.13, extra='filter="url(#soft-5)"')
                outer = around(lambda t, mm=mm: halo_half(t, mm), FROM - 0.03, TO - 0.01)
                inner = around(lambda t, mm=mm: max(0.0, lining_half(t, mm) - 2), FROM + 0.01, TO - 0.03)
                ring = bez(outer, True, 9) + bez(inner, True, 9)
                g.path(ring, fill="#070707", extra='fill-rule="evenodd" filter="url(#soft-2)"')


def linings(g: Svg) -> None:
    """The lining of each step under its speckle."""
    soft = 'filter="url(#soft-1)"'
    ends = (FROM + 0.002, TO - 0.006)
    for step in ("menses", "postmenopausal"):
        with g.group(f"lining-{step}"):
            line = around(lambda t, s=step: lining_half(t, THICK[s]), *ends)
            g.path(bez(line, True, 7), fill="#B4B4B4", extra=soft)
            if step == "menses":  # a trace of fluid, away from the measurement
                pool = around(lambda t: 2.6 * math.sin(math.pi * (t - 0.46) / 0.12), 0.46, 0.58)
                g.path(bez(pool, True, 7), fill="#050505", extra=soft)
    late = THICK["late-proliferative"]
    outer = lambda t: lining_half(t, late)  # noqa: E731
    edge = lambda t: max(0.0, lining_half(t, late) - LINE)  # noqa: E731
    with g.group("functionalis-band"):
        g.path(bez(around(edge, *ends), True, 7), fill="#1D1D1D", extra=soft)
    with g.group("basalis-line"):
        for sign in (1, -1):
            g.path(poly(between(outer, edge, sign, *ends)), fill="#A9A9A9", extra=soft)
    with g.group("midline-echo"):
        g.path(
            bez([place(FROM + 0.02 + (TO - FROM - 0.04) * i / 30) for i in range(31)], every=12),
            stroke="#BDBDBD",
            w=round(CENTRE, 1),
            extra=soft,
        )
    with g.group("bright-lining"):
        g.path(
            bez(around(lambda t: lining_half(t, THICK["secretory"]), *ends), True, 8),
            fill="#9C9C9C",
            extra=soft,
        )


def grain(g: Svg, rng: random.Random, vessels: list[tuple[float, float, float]]) -> None:
    """The speckle: one for the pelvis, one a step for the lining."""
    outside = lambda r, a: in_zone(*FAN.at(r, a))  # noqa: E731
    with g.group("speckle", 'filter="url(#grain)"'):
        for p in speckle(FAN, rng, shared_echo(vessels), 5650, blocked=outside):
            g.raw(p)
    for step, count in zip(THICK, (720, 740, 1060, 720), strict=True):
        own = random.Random(count)
        with g.group(f"speckle-{step}", 'filter="url(#grain)"'):
            for p in speckle(
                FAN, own, lining_echo(step), count, blocked=lambda r, a: not in_zone(*FAN.at(r, a))
            ):
                g.raw(p)


def cavity_lines(g: Svg) -> None:
    """The touching surfaces, a fine line where the lining is one bright band."""
    with g.group("surface-line-secretory"):
        line = [place(FROM + 0.05 + 0.42 * i / 20) for i in range(21)]
        g.path(
            bez(line, every=16),
            stroke="#F4F4F4",
            w=1.4,
            so=0.6,
            dash="9 3 14 2",
            extra='filter="url(#soft-1)"',
        )


def serosa(g: Svg) -> None:
    """The outer surface, brightest where the beam meets it squarely."""
    n = len(UTERUS) // 2
    tones: dict[float, list[str]] = {}
    for curve, most in ((UTERUS[:n], 0.8), (UTERUS[n:], 0.55)):
        for p, q in pairwise(curve[2:-2]):
            a, d = math.radians(FAN.polar(*p)[1]), dist(p, q) or 1
            square = abs((q[0] - p[0]) / d * math.cos(a) - (q[1] - p[1]) / d * math.sin(a)) ** 3
            tone = max(0.2, round(square * most * 5) / 5)
            tones.setdefault(tone, []).append(f"M{num(p[0])} {num(p[1])}L{num(q[0])} {num(q[1])}")
    with g.group("serosa", 'filter="url(#soft-1)"'):
        for tone in sorted(tones):
            g.path("".join(tones[tone]), stroke="#E8E8E8", w=2.3, so=round(tone, 1))


def bladder(g: Svg) -> None:
    """A little urine, black, with a bright wall."""
    with g.group("bladder"):
        g.path(bez(BLADDER, True, 12), fill="#050505", extra='filter="url(#soft-1)"')
        g.path(bez(BLADDER, True, 12), stroke="#CFCFCF", w=2.2, so=0.6, extra='filter="url(#soft-1)"')
        for k in range(3):
            g.path(
                FAN.arc(95 + 7 * k, -37, -25),
                stroke="#FFFFFF",
                w=2.2,
                so=round(0.17 - 0.045 * k, 2),
                extra='filter="url(#soft-1)"',
            )


def callipers(g: Svg) -> None:
    """Outer basal edge to outer basal edge, both layers, without the halo."""
    with g.group("callipers"):
        for step, mm in THICK.items():
            reach = lining_half(AT, mm)
            a, b = place(AT, reach), place(AT, -reach)
            middle, size = lerp(a, b, 0.5), 4.5
            arms = "".join(
                f"M{num(x - size)} {num(y)}h{num(2 * size)}M{num(x)} {num(y - size)}v{num(2 * size)}"
                for x, y in (a, b)
            )
            dots = "".join(f"M{num(middle[0])} {num(middle[1])}L{num(x)} {num(y)}" for x, y in (a, b))
            with g.group(f"callipers-{step}"):
                g.path(arms + dots, stroke="#050507", w=3.4, so=0.7)
                g.path(dots, stroke=CALLIPER, w=1.4, dash="1.6 2.6", cap="butt")
                g.path(arms, stroke=CALLIPER, w=1.8)


def draw() -> str:
    rng = random.Random(43)
    g = Svg(640, 400, "Normal lining on transvaginal ultrasound in four states")
    g.defs += [
        FAN.mask("fan"),
        blur("soft-1", 0.9),
        blur("soft-2", 2),
        blur("soft-5", 5),
        blur("grain", 0.6, 0),
        falloff(FAN, "falloff-fill"),
    ]
    spots = (
        (0.2, -0.78),
        (0.27, 0.8),
        (0.33, -0.82),
        (0.42, -0.84),
        (0.55, -0.8),
        (0.12, 0.55),
        (0.58, 0.78),
        (0.48, 0.84),
    )
    vessels = [(*place(t, -muscle_half(t) * s), rng.uniform(2.0, 3.2)) for t, s in spots]
    g.raw(f'<rect id="screen" width="640" height="400" fill="{SCREEN}"/>')
    with g.group("image", 'mask="url(#fan)"'):
        tissue(g)
        halos(g)
        linings(g)
        grain(g, rng, vessels)
        cavity_lines(g)
        serosa(g)
        bladder(g)
        with g.group("near-field"):
            for p in near_field(FAN):
                g.raw(p)
        with g.group("falloff"):
            g.path(FAN.outline(), fill="url(#falloff-fill)")
    with g.group("orientation-mark"):
        g.raw('<circle cx="258" cy="16" r="4" fill="none" stroke="#5FD0C5" stroke-width="1.8"/>')
    callipers(g)
    with g.group("depth-scale"):
        g.raw(depth_scale(FAN, 8))
    with g.group("grey-scale"):
        g.raw(grey_bar())
    return g.text()
