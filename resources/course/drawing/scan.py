"""The sagittal uterus on a transvaginal scan: its axis and outlines, the pelvis round it and the echoes they give.

The picture is 8 cm deep. `t` runs along the long axis of the uterus from the fundus (0) to the external os (1).
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from drawing.geometry import Curve, Point, dist, inside, ramp, spline
from drawing.svg import Svg, bez, num
from drawing.ultrasound import Sector, blur, depth_scale, falloff, grain, grey_bar, near_field

FAN = Sector(320, -22, 46, 404, 51)
MM = (FAN.far - FAN.near) / 80  # px
HALO = 8.0  # px: the dark inner muscle
AXIS = spline(
    [(132, 250), (172, 236), (225, 220), (280, 209), (335, 200), (385, 184), (425, 158), (455, 128)], step=1
)
BLADDER = spline(
    [(112, 160), (122, 142), (152, 116), (196, 90), (238, 70), (252, 71), (252, 82),
     (244, 99), (226, 121), (200, 138), (168, 150), (136, 163), (118, 169)],
    True, step=2,
)  # fmt: skip
BOWEL = [(470, 262, 44, 18), (534, 225, 30, 14), (424, 342, 60, 14), (76, 262, 26, 14), (508, 306, 40, 13), (176, 366, 54, 11)]  # fmt: skip
SOFT1, SOFT2, SOFT5 = ('filter="url(#soft-1)"', 'filter="url(#soft-2)"', 'filter="url(#soft-5)"')
Echo = Callable[[float, float], float]


@dataclass(frozen=True)
class Womb:
    """Half widths of a uterus (px by t), where its fundus begins and how round it is there (px)."""

    half_at: Callable[[float], float]
    start: float
    dome: float

    def half(self, t: float) -> float:
        """Half width of the uterus at t."""
        if t >= 0.14:
            return self.half_at(t)
        return self.dome * math.sqrt(max(0.0, 1 - ((0.14 - t) / (0.14 - self.start)) ** 2))

    def outline(self) -> Curve:
        """The serosa, along the near wall and back along the far one."""
        return around(self.half, self.start, 1)


FERTILE = Womb(
    ramp((0, 2), (0.14, 70), (0.28, 85), (0.43, 88), (0.57, 79), (0.71, 60), (0.85, 47), (1, 40)), 0.0, 70
)
SHRUNKEN = Womb(
    ramp((0, 2), (0.14, 38), (0.28, 50), (0.43, 51), (0.57, 47), (0.71, 42), (0.85, 38), (1, 33)), 0.06, 38
)


def place(t: float, off: float = 0.0) -> Point:
    """The point at t of the axis, moved off px towards the probe."""
    i = max(1, min(len(AXIS) - 2, round(t * (len(AXIS) - 1))))
    a, b = AXIS[i - 1], AXIS[i + 1]
    d = dist(a, b)
    return (AXIS[i][0] + (b[1] - a[1]) / d * off, AXIS[i][1] - (b[0] - a[0]) / d * off)


def on_axis(x: float, y: float) -> tuple[float, float]:
    """Position along the axis, and distance from it (positive: away from the probe)."""
    i = min(range(0, len(AXIS), 3), key=lambda k: (AXIS[k][0] - x) ** 2 + (AXIS[k][1] - y) ** 2)
    i = max(1, min(len(AXIS) - 2, i))
    (ax, ay), (bx, by) = AXIS[i - 1], AXIS[i + 1]
    off = ((bx - ax) * (y - AXIS[i][1]) - (by - ay) * (x - AXIS[i][0])) / dist((ax, ay), (bx, by))
    return i / (len(AXIS) - 1), off


def between(
    outer: Callable[[float], float], inner: Callable[[float], float], sign: int, t0: float, t1: float
) -> Curve:
    """Outline of a band on one side of the axis."""
    ts = [t0 + (t1 - t0) * i / 60 for i in range(61)]
    return [place(t, sign * outer(t)) for t in ts] + [place(t, sign * inner(t)) for t in reversed(ts)]


def around(half: Callable[[float], float], t0: float, t1: float) -> Curve:
    """Outline of a band on both sides of the axis."""
    return between(half, lambda t: -half(t), 1, t0, t1)


# ------------------------------------------------------------------ echoes
def muscle_echo(x: float, y: float, t: float, s: float) -> float:
    """Echo of muscle: mid-grey in bundles that run round the cavity, a little less behind it."""
    v = 0.44 + 0.07 * math.sin(s / 5.5 + 2.6 * math.sin(t * 19)) + 0.05 * math.sin(x / 17 + y / 9)
    return v + (0.07 if t > 0.66 else 0) - (0.04 if s > 0 else 0)


def pelvis_echo(x: float, y: float) -> float:
    """Echo of fat, bowel and what lies behind the bladder."""
    r, a = FAN.polar(x, y)
    v = 0.5 + 0.16 * math.sin(x / 23 + y / 31) * math.sin(y / 13 - x / 41) + 0.08 * math.sin(x / 9 - y / 7)
    if r < 92:
        v = 0.55 + 0.12 * math.sin(r / 3.1)
    if -46 < a < -17 and r > 160:
        v += 0.14
    for bx, by, rx, ry in BOWEL:
        q = math.hypot((x - bx) / rx, (y - by) / ry)
        v = 0.08 if q < 0.8 else 0.8 if q < 1.15 and y < by else v
    return max(0.03, v)


def echo_map(womb: Womb, lining: Callable[[float, float, float, float], float | None]) -> Echo:
    """Echo of the whole picture; `lining(x, y, t, s)` gives that of the lining, or None outside it."""
    outline = womb.outline()

    def echo(x: float, y: float) -> float:
        if inside((x, y), BLADDER):
            return 0.0
        if not inside((x, y), outline):
            return pelvis_echo(x, y)
        t, s = on_axis(x, y)
        if (v := lining(x, y, t, s)) is not None:
            return v
        if t >= 0.66 and abs(s) < 9:
            return 0.7 if abs(s) < 1.4 else 0.12
        return muscle_echo(x, y, t, s)

    return echo


# ------------------------------------------------------------------ tissue under the grain
def define(g: Svg) -> None:
    """The blurs, the fan and the fading of every scan."""
    g.defs += [
        FAN.mask("fan"),
        blur("soft-1", 0.9),
        blur("soft-2", 2),
        blur("soft-5", 5),
        blur("grain", 0.55, 0),
    ]
    g.defs += [falloff(FAN, "falloff-fill", 0.42, 0.66)]
    g.radial("muscle", [(0, "#666666"), (0.5, "#505050"), (1, "#3C3C3C")], (FAN.x, FAN.y, FAN.far), user=True)


def pelvis(g: Svg) -> None:
    """Fat and loops of bowel."""
    stops = [(0, "#909090"), (0.25, "#7A7A7A"), (0.5, "#707070"), (0.8, "#5C5C5C"), (1, "#404040")]
    base = g.radial("base", stops, (FAN.x, FAN.y, FAN.far), user=True)
    with g.group("pelvis"):
        g.path(FAN.outline(), fill=base)
        loops = "".join(f'<ellipse cx="{x}" cy="{y}" rx="{rx}" ry="{ry}"/>' for x, y, rx, ry in BOWEL)
        g.raw(
            f'<g {SOFT5} fill="#141414" stroke="#A8A8A8" stroke-width="4" stroke-opacity=".5">{loops}</g>',
            len(BOWEL),
        )


def muscle(g: Svg, womb: Womb) -> None:
    """The muscle with its vessels, small dark slits in the outer third."""
    g.path(bez(womb.outline(), True, 14), fill="url(#muscle)", extra=SOFT2)
    slits = ""
    for t, k in ((0.14, 0.72), (0.22, 0.8), (0.31, 0.83), (0.4, 0.84), (0.5, 0.82), (0.6, 0.8)):
        for sign in (1, -1):
            u = t + (0.035 if sign < 0 else 0)
            a, b = place(u - 0.018, sign * k * womb.half(u)), place(u + 0.018, sign * k * womb.half(u))
            slits += f"M{num(a[0])} {num(a[1])}L{num(b[0])} {num(b[1])}"
    g.path(slits, stroke="#0A0A0A", w=3.4, so=0.75, extra=SOFT1)


def cervix(g: Svg, womb: Womb) -> None:
    """The neck with its canal, a fine bright line in a dark one."""
    g.path(bez(around(womb.half, 0.74, 1), True, 12), fill="#707070", fo=0.45, extra=SOFT5)
    canal = [place(0.66 + 0.034 * i) for i in range(11)]
    g.path(bez(canal), stroke="#141414", w=14, so=0.8, extra=SOFT2)
    g.path(bez(canal), stroke="#D0D0D0", w=2, so=0.8, extra=SOFT1)


def serosa(g: Svg, womb: Womb, hidden: Callable[[float, float], bool] = lambda _r, _a: False) -> None:
    """The outer surface, brightest where the beam meets it squarely; `hidden(r, a)` lies in a shadow."""
    ring = womb.outline()
    n = len(ring) // 2
    tones: dict[float, str] = {}
    for curve, most in ((ring[:n], 0.85), (ring[n:], 0.6)):
        for p, q in pairwise(curve[2:-2]):
            r, lean = FAN.polar(*p)
            if hidden(r, lean):
                continue
            a, d = math.radians(lean), dist(p, q) or 1
            square = abs((q[0] - p[0]) / d * math.cos(a) - (q[1] - p[1]) / d * math.sin(a)) ** 3
            tone = max(0.3, round(square * most * 5) / 5)
            tones[tone] = tones.get(tone, "") + f"M{num(p[0])} {num(p[1])}L{num(q[0])} {num(q[1])}"
    for tone in sorted(tones):
        g.path(tones[tone], stroke="#F2F2F2", w=2.2, so=round(tone, 1))


def bladder(g: Svg) -> None:
    """A little urine, black, with a bright wall and faint bands below the near one."""
    with g.group("bladder"):
        g.path(bez(BLADDER, True, 12), fill="#050507", stroke="#DADADA", w=2.2, so=0.7, extra=SOFT1)
        bands = "".join(FAN.arc(97 + 8 * k, -36, -26) for k in range(2))
        g.path(bands, stroke="#FFFFFF", w=2.2, so=0.1, cap="butt")


def grain_over(g: Svg, seed: int) -> None:
    """The fine speckle over all tissue."""
    with g.group("grain-over", 'filter="url(#grain)"'):
        g.raw(grain(FAN, seed), 6)


def depth_dark(g: Svg) -> None:
    """The probe's face and its bands, and the loss of echo with depth."""
    with g.group("falloff"):
        g.path(FAN.outline(), fill="url(#falloff-fill)")
    with g.group("transducer"):
        for p in near_field(FAN):
            g.raw(p)


def furniture(g: Svg) -> None:
    """What the scanner writes beside its picture."""
    with g.group("orientation-mark"):
        g.raw('<circle cx="258" cy="16" r="4" fill="none" stroke="#5FD0C5" stroke-width="1.8"/>')
    with g.group("depth-scale"):
        g.raw(depth_scale(FAN, 8))
    with g.group("grey-scale"):
        g.raw(grey_bar())
