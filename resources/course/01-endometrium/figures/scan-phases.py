"""The normal lining on transvaginal ultrasound in four states, sagittal, thickness measured in each."""

import math
import random
from collections.abc import Callable

from drawing.geometry import lerp, smoothstep
from drawing.scan import (
    FAN,
    FERTILE,
    HALO,
    MM,
    SHRUNKEN,
    SOFT1,
    SOFT5,
    Womb,
    around,
    between,
    bladder,
    cervix,
    define,
    depth_dark,
    echo_map,
    furniture,
    grain_over,
    muscle,
    on_axis,
    pelvis,
    place,
    serosa,
)
from drawing.svg import Svg, bez, num, poly
from drawing.ultrasound import CALLIPER, SCREEN, speckle

ZONE = 40.0  # px from the axis: the speckle inside belongs to the step
FROM, TO = 0.16, 0.69  # the lining along the long axis
AT = 0.33  # where the thickness is measured
THICK = {
    "menses": 3.0,
    "late-proliferative": 10.0,
    "secretory": 13.0,
    "postmenopausal": 3.0,
}  # mm, both layers
WOMBS: dict[str, Womb] = {"fertile": FERTILE, "shrunken": SHRUNKEN}
LINE, CENTRE = 1.0 * MM, 0.8 * MM  # the bright outer lines and the midline echo


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


def in_zone(x: float, y: float) -> bool:
    """Whether a place belongs to the lining and its surroundings, drawn anew in every step."""
    t, s = on_axis(x, y)
    return FROM - 0.06 < t < TO and abs(s) < ZONE


def lining_echo(step: str) -> Callable[[float, float, float, float], float | None]:
    """Echo of lining and halo in one step, None outside them."""
    mm = THICK[step]

    def echo(_x: float, _y: float, t: float, s: float) -> float | None:
        half, away = lining_half(t, mm), abs(s)
        if half and away < half:
            if step == "late-proliferative":
                return 0.95 if away > half - LINE or away < CENTRE / 2 else 0.2
            return 0.9 + 0.06 * math.sin(t * 60) if step == "secretory" else 0.95
        return 0.04 if away < halo_half(t, mm) else None

    return echo


def halos(g: Svg) -> None:
    """The dark inner muscle round the lining, one outline a step."""
    with g.group("halo"):
        for step, mm in THICK.items():
            with g.group(f"halo-{step}"):
                if step == "secretory":  # the tissue behind looks a little brighter
                    glow = between(lambda t: halo_half(t, 13) + 46, lambda t: halo_half(t, 13), -1, FROM, 0.6)
                    g.path(bez(glow, True, 16), fill="#FFFFFF", fo=0.13, extra=SOFT5)
                outer = around(lambda t, mm=mm: halo_half(t, mm), FROM - 0.03, TO - 0.01)
                inner = around(lambda t, mm=mm: max(0.0, lining_half(t, mm) - 2), FROM + 0.01, TO - 0.03)
                ring = bez(outer, True, 9) + bez(inner, True, 9)
                g.path(ring, fill="#070707", extra='fill-rule="evenodd" filter="url(#soft-2)"')


def linings(g: Svg) -> None:
    """The lining of each step under its speckle."""
    ends = (FROM + 0.002, TO - 0.006)
    with g.group("thin-line"):
        for step in ("menses", "postmenopausal"):
            with g.group(f"lining-{step}"):
                line = around(lambda t, s=step: lining_half(t, THICK[s]), *ends)
                g.path(bez(line, True, 7), fill="#DADADA", extra=SOFT1)
                if step == "menses":  # a trace of fluid, away from the measurement
                    pool = around(lambda t: 2.6 * math.sin(math.pi * (t - 0.46) / 0.12), 0.46, 0.58)
                    g.path(bez(pool, True, 7), fill="#050505", extra=SOFT1)
    late = THICK["late-proliferative"]
    outer = lambda t: lining_half(t, late)  # noqa: E731
    edge = lambda t: max(0.0, lining_half(t, late) - LINE)  # noqa: E731
    with g.group("functionalis-band"):
        g.path(bez(around(edge, *ends), True, 7), fill="#262626", extra=SOFT1)
    with g.group("basalis-line"):
        for sign in (1, -1):
            g.path(poly(between(outer, edge, sign, *ends)), fill="#FFFFFF", extra=SOFT1)
    with g.group("midline-echo"):
        g.path(
            bez([place(FROM + 0.02 + (TO - FROM - 0.04) * i / 30) for i in range(31)], every=12),
            stroke="#FFFFFF",
            w=round(CENTRE, 1),
            extra=SOFT1,
        )
    with g.group("bright-lining"):
        g.path(
            bez(around(lambda t: lining_half(t, THICK["secretory"]), *ends), True, 8),
            fill="#C4C4C4",
            extra=SOFT1,
        )


def grain(g: Svg) -> None:
    """The coarse echoes: those of the pelvis, of each uterus and of each step's lining."""
    none = lambda _x, _y, _t, _s: None  # noqa: E731
    for name, womb in WOMBS.items():
        zone = lambda r, a: in_zone(*FAN.at(r, a))  # noqa: E731
        with g.group(f"speckle-{name}", 'filter="url(#grain)"'):
            for p in speckle(FAN, random.Random(43), echo_map(womb, none), 2300, blocked=zone):
                g.raw(p)
    for step, count in zip(THICK, (260, 300, 420, 260), strict=True):
        womb = SHRUNKEN if step == "postmenopausal" else FERTILE
        outside = lambda r, a: not in_zone(*FAN.at(r, a))  # noqa: E731
        with g.group(f"speckle-{step}", 'filter="url(#grain)"'):
            for p in speckle(
                FAN, random.Random(count), echo_map(womb, lining_echo(step)), count, blocked=outside
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
            extra=SOFT1,
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


def wombs(g: Svg) -> None:
    """The muscle and the cervix of the uterus before and, smaller, after the menopause."""
    for organ, paint in (("myometrium", muscle), ("cervix", cervix)):
        with g.group(organ):
            for name, womb in WOMBS.items():
                with g.group(f"{organ}-{name}"):
                    paint(g, womb)


def draw() -> str:
    g = Svg(640, 400, "Normal lining on transvaginal ultrasound in four states")
    define(g)
    g.raw(f'<rect id="screen" width="640" height="400" fill="{SCREEN}"/>')
    with g.group("image", 'mask="url(#fan)"'):
        pelvis(g)
        wombs(g)
        halos(g)
        linings(g)
        grain(g)
        grain_over(g, 7)
        cavity_lines(g)
        for name, womb in WOMBS.items():
            with g.group(f"serosa-{name}", SOFT1):
                serosa(g, womb)
        bladder(g)
        depth_dark(g)
    callipers(g)
    furniture(g)
    return g.text()
