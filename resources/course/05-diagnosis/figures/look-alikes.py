"""Four bright things in the lining on ultrasound: calcium, a copper device, gas, and a secretory lining."""

import math
import random
from dataclasses import replace

from drawing.geometry import Curve
from drawing.small_scan import Hide, SmallScan, bright_body, grains, tissue
from drawing.svg import Svg, bez, num, poly
from drawing.ultrasound import SCREEN, Sector, blur, in_shadow, shadow_outline

WIDE, HIGH = 314.0, 194.0
PLAIN = SmallScan(Sector(157, -92, 113, 284, 33), 152, 102, 122, 52, 11)
NOWHERE: Hide = lambda _r, _a: False  # noqa: E731


def moved(scan: SmallScan, x: float, y: float) -> SmallScan:
    """The scan in another panel."""
    return replace(
        scan, fan=replace(scan.fan, x=scan.fan.x + x, y=scan.fan.y + y), x=scan.x + x, y=scan.y + y
    )


CALCIUM = PLAIN
DEVICE = moved(PLAIN, 326, 0)
GAS = moved(PLAIN, 0, 206)
SECRETORY = moved(replace(PLAIN, lining=25, bright=0.9), 326, 206)
PLATE = CALCIUM.front(-0.16, 0.2, 5, -3)
STEM = DEVICE.front(-0.46, 0.36, 0, -3)
POCKETS = ((-0.36, -0.24, -2.0), (-0.19, -0.02, 1.0), (0.03, 0.2, -3.0), (0.25, 0.33, 2.0))


def panel(x: float, y: float) -> str:
    """Path text of a panel with rounded corners."""
    w, h = num(WIDE - 16), num(HIGH - 16)
    return f"M{num(x + 8)} {num(y)}h{w}a8 8 0 0 1 8 8v{h}a8 8 0 0 1 -8 8h-{w}a8 8 0 0 1 -8 -8v-{h}a8 8 0 0 1 8 -8Z"


def ground(g: Svg, name: str, scan: SmallScan, seed: int, hide: Hide = NOWHERE) -> None:
    """The screen of one panel with its uterus."""
    corner = (scan.fan.x - 157, scan.fan.y + 92)
    g.path(panel(*corner), fill=SCREEN)
    with g.group(f"{name}-picture", g.within(f"{name}-fan", scan.fan.outline())):
        tissue(g, scan, name)
        grains(g, scan, seed, 1600, hide)


def shadow(g: Svg, scan: SmallScan, front: Curve, tone: str = "#030304", part: float = 1.0) -> None:
    """The band behind a reflector, as far as the fan reaches."""
    band = shadow_outline(scan.fan, [(x, y + 1.5) for x, y in front])
    g.path(poly(band), fill=tone, fo=part, extra='filter="url(#soft-1)"')


def calcium(g: Svg) -> None:
    """A plate: one bright line and a clean black shadow."""
    ground(g, "calcium-scan", CALCIUM, 21)
    with g.group("clean-shadow", g.within("calcium-below", CALCIUM.fan.outline())):
        shadow(g, CALCIUM, PLATE)
    with g.group("calcium"):
        bright_body(g, PLATE, 4.5)


def copper_device(g: Svg) -> None:
    """A straight, even line of two parallel edges, its arm at the fundus, echoes of itself below it, a shadow."""
    hide = in_shadow(DEVICE.fan, STEM)
    ground(g, "device-scan", DEVICE, 22, hide)
    with g.group("device-shadow", g.within("device-below", DEVICE.fan.outline())):
        shadow(g, DEVICE, STEM, "#060607", 0.93)
        for k in range(1, 4):  # the sound runs to and fro in the stem: even bars at even steps
            bar = [DEVICE.place(-0.42 + 0.7 * i / 16, 4 + 10.5 * k) for i in range(17)]
            g.path(
                bez(bar, every=14),
                stroke="#FFFFFF",
                w=2.4,
                so=round(0.34 - 0.09 * k, 2),
                extra='filter="url(#soft-1)"',
            )
    with g.group("copper-device"):
        near = [DEVICE.place(-0.46 + 0.82 * i / 16, -4) for i in range(17)]
        far = [DEVICE.place(-0.46 + 0.82 * i / 16, 3) for i in range(17)]
        arm = [DEVICE.place(-0.5, -7), DEVICE.place(-0.51, 0), DEVICE.place(-0.5, 6)]
        d = bez(near, every=20) + bez(far, every=20)
        g.path(d, stroke="#FFFFFF", w=9, so=0.4, extra='filter="url(#soft-4)"')
        g.path(bez(near, every=20), stroke="#FFFFFF", w=3.6)
        g.path(bez(far, every=20), stroke="#FFFFFF", w=2.4, so=0.85)
        g.path(bez(arm, every=6), stroke="#FFFFFF", w=7)


def gas(g: Svg, rng: random.Random) -> None:
    """Uneven bright pockets; behind them a grey, streaked, dirty shadow."""
    ground(g, "gas-scan", GAS, 23)
    fronts = [GAS.front(u0, u1, 3, off) for u0, u1, off in POCKETS]
    with g.group("dirty-shadow", g.within("gas-below", GAS.fan.outline())):
        for front in fronts:
            shadow(g, GAS, front, "#2E2E2F", 0.72)
        streaks = haze = ""
        for front in fronts:
            for _ in range(30):
                x, y = rng.choice(front)
                r, a = GAS.fan.polar(x, y)
                r += rng.uniform(6, 100) * rng.uniform(0.4, 1)
                if r > GAS.fan.far - 3:
                    continue
                wide = rng.uniform(0.5, 1.5)
                streaks += GAS.fan.arc(r, a - wide, a + wide)
            for _ in range(5):
                x, y = rng.choice(front)
                r, a = GAS.fan.polar(x, y)
                (x0, y0), (x1, y1) = (
                    GAS.fan.at(r + 4, a),
                    GAS.fan.at(min(GAS.fan.far - 2, r + rng.uniform(40, 95)), a),
                )
                haze += f"M{num(x0)} {num(y0)}L{num(x1)} {num(y1)}"
        g.path(haze, stroke="#D0D0D0", w=3, so=0.16, extra='filter="url(#soft-1)"')
        g.path(streaks, stroke="#E4E4E4", w=1.7, so=0.42)
    with g.group("gas"):
        for front in fronts:
            bright_body(g, [(x, y + 1.2 * math.sin(x / 2.3)) for x, y in front], 3.6)


def secretory(g: Svg) -> None:
    """A thick, evenly bright lining, and tissue to be seen behind it."""
    ground(g, "secretory-scan", SECRETORY, 24)
    with g.group("secretory-lining"):
        line = [SECRETORY.place(-0.6 + 1.06 * i / 20) for i in range(21)]
        g.path(
            bez(line, every=16),
            stroke="#FFFFFF",
            w=1.8,
            so=0.75,
            dash="9 3 14 2",
            extra='filter="url(#soft-1)"',
        )
        g.path(
            bez(SECRETORY.outline(SECRETORY.lining_half), True, 8),
            fill="#FFFFFF",
            fo=0.32,
            extra='filter="url(#soft-1)"',
        )


def draw() -> str:
    rng = random.Random(61)
    g = Svg(640, 400, "Bright things in the lining on ultrasound and what lies behind them")
    g.defs += [blur("soft-1", 0.9), blur("soft-2", 2), blur("soft-4", 3.2)]
    calcium(g)
    copper_device(g)
    gas(g, rng)
    secretory(g)
    frames = "".join(panel(x, y) for x in (0, 326) for y in (0, 206))
    g.path(frames, stroke="#857795", w=1.2)
    return g.text()
