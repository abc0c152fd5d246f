"""A uterus on a small ultrasound picture, sagittal and simple, for panels that are compared side by side."""

import math
import random
from collections.abc import Callable
from dataclasses import dataclass

from drawing.geometry import Curve, Point
from drawing.svg import Svg, bez
from drawing.ultrasound import Sector, near_field, speckle

Hide = Callable[[float, float], bool]


@dataclass(frozen=True)
class SmallScan:
    """A fan and the uterus in it: the middle of its axis, half its length, half its muscle and lining (px)."""

    fan: Sector
    x: float
    y: float
    reach: float
    thick: float
    lining: float
    bright: float = 0.68

    def place(self, u: float, off: float = 0.0) -> Point:
        """The point at u of the axis (-1 the fundus, 1 the isthmus), moved off px down."""
        return (self.x + self.reach * u, self.y - 9 * u - 5 * u * u + off)

    def muscle_half(self, u: float) -> float:
        """Half thickness of the uterus at u."""
        return self.thick * math.sqrt(1 - abs(u) ** 2.6) * (1 - 0.16 * u)

    def lining_half(self, u: float, more: float = 0.0) -> float:
        """Half thickness of the lining at u, `more` px added outside it."""
        v = (u + 0.06) / (0.66 + more / self.reach)
        if abs(v) >= 1:
            return 0.0
        ripple = 0.5 * math.sin(u * 23) + 0.3 * math.sin(u * 51)
        return (self.lining + ripple + more) * math.sqrt(1 - abs(v) ** 3) * (1 - 0.25 * max(0.0, v))

    def outline(self, half: Callable[[float], float]) -> Curve:
        """Closed outline of what lies within half(u) of the axis."""
        us = [u for u in (-1 + k / 60 for k in range(121)) if half(u) > 0]
        return [self.place(u, -half(u)) for u in us] + [self.place(u, half(u)) for u in reversed(us)]

    def echo(self, x: float, y: float) -> float:
        """Echo of lining, dark inner muscle, muscle and what lies round the uterus."""
        u = (x - self.x) / self.reach
        away = abs(y - self.place(u)[1])
        if abs(u) < 1:
            if away < self.lining_half(u):
                return self.bright + 0.05 * math.sin(x / 5)
            if away < self.lining_half(u, 5):
                return 0.05
            if away < self.muscle_half(u):
                return 0.4 + 0.07 * math.sin(away / 4.5 + 2 * math.sin(x / 29)) + 0.04 * math.sin(x / 13)
        return 0.52 + 0.13 * math.sin(x / 19 + y / 27) * math.sin(y / 11 - x / 33)

    def front(self, u0: float, u1: float, bow: float = 4.0, off: float = 0.0) -> Curve:
        """The near face of something that lies in the lining from u0 to u1, bowed towards the probe."""
        out = []
        for k in range(17):
            u = u0 + (u1 - u0) * k / 16
            x, y = self.place(u, off + bow * (k / 8 - 1) ** 2 - bow / 2)
            out.append((x, y + 0.5 * math.sin(k * 1.1) + 0.3 * math.sin(k * 2.7)))
        return out


def tissue(g: Svg, scan: SmallScan, name: str) -> None:
    """Grey ground, muscle, dark inner muscle and lining; needs the blurs soft-1 and soft-2."""
    fan = scan.fan
    at = (fan.x, fan.y, fan.far)
    base = g.radial(f"{name}-base", [(0, "#9A9A9A"), (0.5, "#767676"), (1, "#474747")], at, user=True)
    body = g.radial(f"{name}-muscle", [(0, "#6A6A6A"), (0.6, "#525252"), (1, "#3C3C3C")], at, user=True)
    g.path(fan.outline(), fill=base)
    g.path(bez(scan.outline(scan.muscle_half), True, 12), fill=body, extra='filter="url(#soft-2)"')
    halo = bez(scan.outline(lambda u: scan.lining_half(u, 5)), True, 8)
    core = bez(scan.outline(scan.lining_half), True, 7)
    tone = f"{round(255 * (0.2 + 0.62 * scan.bright)):02X}" * 3
    g.path(halo, fill="#0C0C0C", fo=0.8, extra='filter="url(#soft-1)"')
    g.path(core, fill=f"#{tone}", extra='filter="url(#soft-1)"')


def grains(g: Svg, scan: SmallScan, seed: int, count: int, hide: Hide = lambda _r, _a: False) -> None:
    """Speckle, the bright serosa and the face of the probe."""
    for marks in speckle(scan.fan, random.Random(seed), scan.echo, count, (64, 222), hide):
        g.raw(marks)
    us = [-0.82 + 1.5 * k / 40 for k in range(41)]
    near = [scan.place(u, -scan.muscle_half(u)) for u in us]
    g.path(bez(near, every=14), stroke="#F2F2F2", w=1.8, so=0.55, extra='filter="url(#soft-1)"')
    far = [p for p in (scan.place(u, scan.muscle_half(u)) for u in us) if not hide(*scan.fan.polar(*p))]
    runs: list[Curve] = [[]]
    for p in far:
        if runs[-1] and p[0] - runs[-1][-1][0] > 3 * scan.reach / 40:
            runs.append([])
        runs[-1].append(p)
    d = "".join(bez(run, every=14) for run in runs if len(run) > 2)
    g.path(d, stroke="#F2F2F2", w=1.6, so=0.4, extra='filter="url(#soft-1)"')
    for face in near_field(scan.fan)[:4]:
        g.raw(face)


def bright_body(g: Svg, front: Curve, thick: float) -> None:
    """A strong reflector along its near face: near white, with a glow; needs the blur soft-4."""
    n = len(front) - 1
    foot = [
        (x, y + thick * (0.25 + 0.75 * math.sqrt(1 - (2 * k / n - 1) ** 2))) for k, (x, y) in enumerate(front)
    ]
    d = bez(front + foot[::-1], True, 4)
    g.path(d, fill="#FFFFFF", fo=0.75, extra='filter="url(#soft-4)"')
    g.path(d, fill="#FFFFFF", stroke="#FFFFFF", w=1)
