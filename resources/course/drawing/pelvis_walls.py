"""The walls of the female pelvis in the midline: skin, fat, muscle and bones."""

import math
import random
from itertools import pairwise

from drawing.geometry import (
    Curve,
    inside,
    lerp,
    normals,
    offset,
    ramp,
    ribbon,
    shift,
    smooth,
    spline,
)
from drawing.palette import (
    INK,
    NERVE,
    ORGAN,
)
from drawing.pelvis import (
    SACRUM,
    SKIN,
)
from drawing.svg import Svg, bez, cubic


def body_wall(g: Svg, rng: random.Random, fade: str) -> None:
    """Skin, fat and the muscle of the front wall."""
    skin = spline(SKIN, step=2)
    with g.group("body-wall", fade):
        g.path(bez(skin, every=12) + "Z", fill=g.linear("fat-fill", [(0, "#FAEBD2"), (1, "#F6E0C4")]))
        lobes = ""
        for _ in range(250):
            x, y, a, r = (
                rng.uniform(30, 632),
                rng.uniform(20, 625),
                rng.uniform(0, math.tau),
                rng.uniform(5, 9),
            )
            p = [(x + r * math.cos(a + k * 0.7), y + 0.8 * r * math.sin(a + k * 0.7)) for k in range(4)]
            if inside(p[0], skin) and inside(p[3], skin):
                lobes += cubic(p)
        g.path(lobes, stroke="#DDBB8C", w=0.9, so=0.55)
        g.path(
            bez(skin, every=12) + "L" + bez(offset(skin, 5, sigma=2)[::-1], every=12)[1:] + "Z",
            fill="#EBC3AE",
        )
        g.path(bez(skin, every=12), stroke=INK, w=ORGAN)
    with g.group("abdominal-wall-muscle", fade):
        line = spline([(66, -20), (66, 120), (69, 240), (78, 340), (92, 408), (100, 430)], step=2)
        g.path(
            bez(ribbon(line, ramp((0, 20), (0.7, 17), (1, 8))), True, 14), fill="#C98478", stroke=INK, w=1.4
        )
        g.path(
            "".join(bez([(x + k, y) for x, y in line[8:-14]], every=22) for k in (-5, -1.5, 2, 5.2)),
            stroke="#9C5048",
            w=0.9,
            so=0.5,
        )


def vertebra(
    g: Svg, rng: random.Random, column: tuple[Curve, Curve], u0: float, u1: float, fill: str
) -> None:
    """One sacral vertebra between u0 and u1 of the front and back of the column."""
    front, back = column
    n = len(front) - 1
    at = lambda u, t: lerp(front[int(u * n)], back[int(u * n)], t)  # noqa: E731
    a, b, m = u0 + (0.013 if u0 else 0), u1 - 0.013, (u0 + u1) / 2
    waist = lerp(at(m, 0), at(m, 1), 0.04)
    ring = [at(a, 0.02), at(a, 0.5), at(a, 0.98), at(m, 0.95), at(b, 0.98), at(b, 0.5), at(b, 0.02), waist]
    dense = [lerp(p, q, k / 8) for p, q in zip(ring, ring[1:] + ring[:1], strict=True) for k in range(8)]
    g.path(bez(smooth(dense, 1.6, True), True, 6), fill=fill, stroke=INK, w=1.6)
    lines = ""
    for _ in range(22):
        u, t = rng.uniform(a + 0.02, b - 0.02), rng.uniform(0.1, 0.9)
        lines += bez(
            [at(u, t), at(min(b - 0.01, u + 0.018), min(0.93, t + rng.uniform(-0.06, 0.06)))], every=9
        )
    g.path(lines, stroke="#BFA678", w=0.9, so=0.6)


def sacrum(g: Svg, rng: random.Random, bone: str) -> None:
    """Five sacral vertebrae, the canal behind them and the crest."""
    f = spline(SACRUM, step=1)
    n, thick = len(f) - 1, lambda u: 60 - 36 * u
    back = shift(f, thick)
    crest = shift(f, lambda u: thick(u) + 30 - 25 * u**2 + 3.4 * (1 - u) * math.sin(u * n * 0.145))
    canal = shift(f, lambda u: thick(u) + 11 - 8.5 * u**1.5)
    g.path(
        bez(back, every=14) + "L" + bez(smooth(crest, 6)[::-1], every=8)[1:] + "Z",
        fill="#E9DCC3",
        stroke=INK,
        w=1.6,
    )
    g.path(bez(back, every=14) + "L" + bez(canal[::-1], every=14)[1:] + "Z", fill="#F3D9A8", stroke=INK, w=1)
    cord = smooth([lerp(a, b, 0.5) for a, b in zip(back, canal, strict=True)], 3)[: int(n * 0.8)]
    g.path(bez(cord, every=16), stroke=NERVE, w=1.3, so=0.75)
    cuts = (0, 0.235, 0.46, 0.66, 0.84, 1)
    for a, b in pairwise(cuts):
        vertebra(g, rng, (f, back), a, b, bone)


def bones(g: Svg, rng: random.Random, fade: str) -> None:
    """Sacrum, coccyx, last lumbar vertebra, pubic symphysis."""
    bone, disc = g.linear("bone-fill", [(0, "#F7F0E0"), (1, "#E4D6BB")]), "#C9D3DC"
    with g.group("sacrum", fade):
        sacrum(g, rng, bone)
    with g.group("coccyx"):
        line = spline([(553, 390), (549, 411), (541, 431), (528, 449), (513, 462)], step=1)
        taper = ramp((0, 25), (1, 7))
        g.path(
            bez(ribbon(line, lambda v: taper(v) - 2.2 * abs(math.cos(math.pi * 3.5 * v)) ** 6), True, 3.5),
            fill="#EFE4CC",
            stroke=INK,
            w=1.6,
        )
        for v in (0.29, 0.57, 0.80):
            i, h = int(v * len(line)), taper(v) / 2 - 1.5
            nx, ny = normals(line)[i]
            g.path(
                bez([(line[i][0] + nx * h * k, line[i][1] + ny * h * k) for k in (-1, 0, 1)]),
                stroke="#8C7A5C",
                w=1.2,
            )
    with g.group("lumbar-vertebra", fade):
        last = spline(
            [(360, 89), (381, 70), (401, 46), (396, 18), (392, -14), (366, 12), (342, 38), (354, 62)], True
        )
        g.path(
            bez(spline([(363, 101), (386, 82), (409, 57), (401, 47), (381, 71), (357, 92)], True), True),
            fill=disc,
            stroke=INK,
            w=1.4,
        )
        g.path(bez(last, True, 8), fill=bone, stroke=INK, w=1.6)
        spots = [(rng.uniform(346, 394), rng.uniform(10, 76)) for _ in range(60)]
        lines = [
            [q, (q[0] + 5, q[1] + 9)] for q in spots if inside(q, last) and inside((q[0] + 5, q[1] + 9), last)
        ]
        g.path("".join(bez(q, every=9) for q in lines), stroke="#BFA678", w=0.9, so=0.6)
    with g.group("pubic-symphysis"):
        joint = spline(
            [
                (92, 418),
                (110, 420),
                (130, 446),
                (146, 482),
                (148, 504),
                (136, 512),
                (116, 494),
                (96, 462),
                (86, 434),
            ],
            True,
            step=1.5,
        )
        g.path(bez(joint, True, 8), fill=bone, stroke=INK, w=ORGAN)
        core = [(118 + (x - 118) * 0.6, 465 + (y - 465) * 0.72) for x, y in joint]
        g.path(bez(core, True, 8), fill=disc, fo=0.8, stroke="#8C99A6", w=1)
        ticks = [(106 + 5.2 * k, 442 + 8.6 * k) for k in range(6)]
        g.path(
            "".join(bez([(x - 7, y - 2), (x + 6, y + 3)], every=9) for x, y in ticks),
            stroke="#8C99A6",
            w=0.9,
            so=0.8,
        )
