"""The pelvis on an X-ray film, on CT (bone window) and on T2-weighted MRI, in panels of 312 x 152."""

import math
import random
from collections.abc import Sequence

from drawing.geometry import Curve, Point, blob, circle, offset, ramp, ribbon, smooth, spline
from drawing.pelvis import (
    AXIS,
    BLADDER,
    BLADDER_IN,
    RECTUM,
    SACRUM,
    UTERUS,
    VAGINA_BACK,
    VAGINA_FRONT,
    VAGINA_LUMEN,
)
from drawing.svg import Svg, bez, dot, num

WIDE, HIGH = 312.0, 152.0
SOFT1, SOFT2, SOFT4 = ('filter="url(#soft-1)"', 'filter="url(#soft-2)"', 'filter="url(#soft-4)"')
PANEL = f"M-6 -6H{num(WIDE + 6)}V{num(HIGH + 6)}H-6Z"
LEFT, TOP, SCALE = 118.0, 282.0, 0.76  # the window of the MRI on the pelvis


def grey(value: float) -> str:
    """Brightness from 0 (black) to 1 (white) as a colour."""
    return "#" + f"{round(255 * max(0.0, min(1.0, value))):02X}" * 3


def plate(x: float, y: float, size: float, thick: float, turn: float = 0.0) -> Curve:
    """Outline of the deposit: a bowed, uneven plate, `size` long, turned by radians."""
    rng = random.Random(8)
    near, far = [], []
    for k in range(13):
        u = k / 6 - 1
        bow = 0.1 * size * (u * u - 0.4)
        half = thick / 2 * (0.35 + 0.65 * (1 - u * u) ** 0.5)
        near.append((u * size / 2, bow - half + rng.uniform(-0.6, 0.6)))
        far.append((u * size / 2, bow + half + rng.uniform(-0.8, 0.8)))
    c, s = math.cos(turn), math.sin(turn)
    return [(x + px * c - py * s, y + px * s + py * c) for px, py in spline(near + far[::-1], True, step=1.5)]


def film_grain(g: Svg, name: str, strong: float = 0.12) -> None:
    """Fine noise over a panel, as a repeated tile."""
    rng = random.Random(31)
    for tone in (0.0, 1.0):
        spots = "".join(f"M{num(rng.uniform(1, 72))} {num(rng.uniform(1, 72))}h.1" for _ in range(330))
        tile = f'<path d="{spots}" stroke="{grey(tone)}" stroke-width="1.3" stroke-linecap="round"/>'
        g.path(PANEL, fill=g.pattern(f"{name}-{tone:.0f}", (73, 73), tile, 23 if tone else -31), fo=strong)


# ------------------------------------------------------------------ plain film
def hip_bone(g: Svg) -> None:
    """One hip bone from the front, with the head of the femur: painted at the left, mirrored for the right."""
    bone = spline(
        [(-26, -20), (60, -10), (100, -8), (107, 14), (104, 38), (78, 58), (60, 84), (66, 110), (94, 129), (149, 138),
         (150, 158), (112, 153), (84, 141), (66, 133), (50, 146), (44, 162), (-26, 172)], True, step=3,
    )  # fmt: skip
    g.path(bez(bone, True, 9), fill="#FFFFFF", fo=0.26, extra=SOFT1)
    wing = spline([(-8, -8), (74, -8), (70, 20), (44, 46), (14, 60), (-8, 60)], True, step=3)
    g.path(bez(wing, True, 14), fill="#000000", fo=0.16, extra=SOFT4)
    g.path(dot(24, 110, 25), fill="#FFFFFF", fo=0.2, extra=SOFT1)
    socket = [p for p in circle(24, 110, 28, 60) if p[1] < 116 and p[0] > 2]
    g.path(bez(socket, every=9), stroke="#FFFFFF", w=3, so=0.5, extra=SOFT1)
    brim = spline([(104, 38), (78, 58), (60, 84), (66, 110), (94, 129), (149, 138)], step=2)
    g.path(bez(brim, every=10), stroke="#FFFFFF", w=3, so=0.5, extra=SOFT1)
    g.path("M106 2C112 16 111 28 105 40", stroke="#000000", w=2.4, so=0.4, extra=SOFT1)


def xray(g: Svg) -> None:
    """Pelvis from the front: white bone, grey soft tissue, dark gas."""
    rng = random.Random(5)
    ground = g.radial(
        "film", [(0, grey(0.36)), (0.6, grey(0.28)), (1, grey(0.14))], (156, 84, 200), user=True
    )
    g.path(PANEL, fill=ground)
    for x, y, rx, ry in ((120, 66, 14, 9), (198, 58, 17, 8), (206, 82, 11, 12), (108, 92, 9, 7)):
        g.path(
            bez(spline(blob(rng, x, y, rx, ry, 0.2, 9), True), True, 8), fill="#000000", fo=0.3, extra=SOFT2
        )
    for flip in ("", ' transform="translate(312 0) scale(-1 1)"'):
        g.body.append(f"<g{flip}>")
        hip_bone(g)
        g.body.append("</g>")
    sacrum = spline(
        [(108, -10), (110, 24), (126, 52), (142, 70), (149, 84), (153, 100), (159, 100), (163, 84), (170, 70),
         (186, 52), (202, 24), (204, -10)], True, step=3,
    )  # fmt: skip
    g.path(bez(sacrum, True, 9), fill="#FFFFFF", fo=0.3, stroke="#FFFFFF", w=1.6, so=0.3, extra=SOFT1)
    holes = "".join(dot(156 + s * d, y, 5.4, 4) for s in (-1, 1) for d, y in ((21, 10), (17, 30), (13, 48)))
    g.path(holes, fill="#000000", fo=0.34, extra=SOFT1)
    crest = "".join(dot(156, y, 4, 5.5) for y in (4, 20, 36, 52, 64))
    g.path(crest, fill="#FFFFFF", fo=0.22, extra=SOFT1)
    film_grain(g, "film-grain", 0.11)


# ------------------------------------------------------------------ CT
def ring_bone(g: Svg, curve: Sequence[Point], core: float = 0.58) -> None:
    """Bone on CT: a white cortex round a grey middle."""
    g.path(bez(curve, True, 6), fill=grey(core), stroke=grey(0.93), w=3.6)


def ct(g: Svg) -> None:
    """Pelvis across at the level of the hips, front at the top: bone window."""
    rng = random.Random(9)
    g.path(PANEL, fill=grey(0.15))
    masses = [
        [(-8, 100), (40, 106), (82, 118), (112, 140), (120, 162), (-8, 162)],
        [(92, 20), (102, 40), (104, 70), (98, 100), (88, 108), (86, 70), (84, 36)],
        [(-8, -8), (60, -8), (76, 6), (60, 22), (20, 26), (-8, 24)],
    ]
    for flip in ("", ' transform="translate(312 0) scale(-1 1)"'):
        g.body.append(f"<g{flip}>")
        for m in masses:
            g.path(bez(spline(m, True, step=3), True, 9), fill=grey(0.31), extra=SOFT1)
        g.path(
            "M20 126C50 128 80 136 100 156M6 140C30 142 50 150 60 160", stroke=grey(0.15), w=2, extra=SOFT1
        )
        ring_bone(g, spline([(46, 26), (64, 24), (76, 36), (74, 52), (66, 42), (54, 36)], True, step=2))
        ring_bone(
            g, spline([(62, 74), (74, 66), (84, 82), (78, 102), (62, 106), (52, 100), (62, 90)], True, step=2)
        )
        ring_bone(g, circle(36, 66, 25, 40), 0.66)
        g.body.append("</g>")
    for x, y, rx, ry, tone in ((156, 22, 48, 22, 0.36), (156, 22, 44, 18, 0.25)):
        g.path(dot(x, y, rx, ry), fill=grey(tone), extra=SOFT1)
    womb = spline(blob(rng, 156, 76, 50, 25, 0.04, 14), True)
    g.path(bez(womb, True, 8), fill=grey(0.45), extra=SOFT1)
    g.path(bez(spline(blob(rng, 156, 76, 27, 8, 0.06, 12), True), True, 6), fill=grey(0.31), extra=SOFT2)
    for x in (104, 208):
        g.path(dot(x, 74, 6.5, 5) + dot(x + 2, 86, 3.4), fill=grey(0.36), extra=SOFT1)
    g.path(dot(156, 122, 23, 15), fill=grey(0.36), extra=SOFT1)
    g.path(bez(spline(blob(rng, 153, 118, 12, 6, 0.2, 9), True), True, 5), fill="#000000", extra=SOFT1)
    ring_bone(g, spline([(138, 160), (144, 147), (156, 143), (168, 147), (174, 160)], True, step=2))
    film_grain(g, "ct-grain", 0.13)


# ------------------------------------------------------------------ MRI
def seen(points: Sequence[Point]) -> Curve:
    """Points of the pelvis in the window of the MRI panel."""
    return [((x - LEFT) * SCALE, (y - TOP) * SCALE) for x, y in points]


def mri(g: Svg) -> None:
    """Pelvis in the midline, front at the left, T2: urine and lining bright, muscle dark."""
    rng = random.Random(12)
    g.path(PANEL, fill=grey(0.6))
    for x, y, rx, ry in ((40, 16, 44, 22), (128, 0, 40, 16), (212, 4, 30, 20), (16, 66, 22, 26)):
        loop = spline(blob(rng, x, y, rx, ry, 0.1, 10), True)
        g.path(bez(loop, True, 9), fill=grey(0.38), stroke=grey(0.2), w=3, extra=SOFT1)
        g.path(
            bez(spline(blob(rng, x, y, rx * 0.5, ry * 0.4, 0.2, 8), True), True, 7),
            fill=grey(0.58),
            extra=SOFT2,
        )
    front = spline(SACRUM, step=2)
    g.path(
        bez(ribbon(seen(offset(front, 20)), 22), True, 14),
        fill=grey(0.44),
        stroke=grey(0.08),
        w=2.4,
        extra=SOFT1,
    )
    line = spline(seen(RECTUM), step=2)
    for gauge, tone in ((44, 0.2), (32, 0.5), (18, 0.28)):
        g.path(
            bez(ribbon(line, ramp((0, gauge * 0.7), (0.5, gauge), (1, gauge * 0.4))), True, 10),
            fill=grey(tone),
            extra=SOFT1,
        )
    vagina = spline(seen(VAGINA_FRONT), step=2) + spline(seen(VAGINA_BACK), step=2)
    g.path(bez(vagina, True, 9), fill=grey(0.27), extra=SOFT1)
    g.path(bez(spline(seen(VAGINA_LUMEN), True), True, 6), fill=grey(0.6), extra=SOFT1)
    g.path(bez(spline(seen(BLADDER), True), True, 9), fill=grey(0.18), extra=SOFT1)
    g.path(bez(spline(seen(BLADDER_IN), True), True, 9), fill=grey(0.97), extra=SOFT1)
    g.path(bez(spline(seen(UTERUS), True), True, 8), fill=grey(0.45), stroke=grey(0.16), w=2, extra=SOFT1)
    zones(g)
    film_grain(g, "mri-grain", 0.12)


def zones(g: Svg) -> None:
    """The dark inner muscle, the bright lining and the canal."""
    axis = smooth(spline(seen(AXIS), step=1.5), 3)
    neck = round(len(axis) * 0.62)
    parts = (
        (axis, ramp((0, 40), (0.5, 34), (0.75, 26), (1, 24)), 20, 0.15),
        (axis[:neck], ramp((0, 20), (0.5, 18), (1, 4)), 10, 0.93),
    )
    for line, width, end, tone in parts:
        g.path(bez(ribbon(line, width), True, 6), fill=grey(tone), extra=SOFT1)
        g.path(dot(*axis[0], end), fill=grey(tone), extra=SOFT1)
    g.path(bez(axis[neck - 2 :], every=8), stroke=grey(0.75), w=4, extra=SOFT1)
