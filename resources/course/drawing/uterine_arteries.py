"""The arteries of one side of the uterus in the coronal plane."""

import math

from drawing.geometry import (
    Curve,
    coil,
    lerp,
    nearest,
    ramp,
    resample,
    smooth,
    spline,
)
from drawing.organ import Wall
from drawing.palette import (
    ARTERY,
    ARTERY_LIGHT,
    BLOOD,
    INK,
)
from drawing.svg import Svg, bez, dot


def ovarian_artery(g: Svg) -> None:
    """The artery from above that meets the uterine artery at the cornu."""
    with g.group("ovarian-artery"):
        line = spline(
            [
                (619, 214),
                (596, 210),
                (572, 194),
                (546, 162),
                (512, 127),
                (484, 117),
                (452, 108),
                (430, 98),
                (415, 94),
            ],
            step=1.2,
        )
        line = coil(line, lambda u: 2.2 * math.sin(math.pi * u), 11)
        for at, end in ((0.62, (512, 72)), (0.74, (478, 70)), (0.5, (535, 84))):
            x, y = line[int(len(line) * at)]
            g.tube(
                spline([(x, y), (x - 4, (y + end[1]) / 2), end], step=1.2),
                ramp((0, 2), (1, 1)),
                ARTERY,
                edge=0.7,
            )
        g.tube(line, ramp((0, 4.4), (0.5, 3.2), (1, 2.6)), ARTERY, ARTERY_LIGHT, edge=0.9, every=6)
        g.path(dot(619, 214, 2.3), fill=BLOOD, stroke=INK, w=0.9)


def uterine_artery(g: Svg, wall: Wall, cavity: Curve) -> None:
    """The uterine artery of the viewer's right side with arcuate, radial and spiral branches."""
    main = spline(
        [
            (604, 322),
            (560, 304),
            (508, 292),
            (454, 286),
            (410, 280),
            (384, 268),
            (375, 250),
            (382, 232),
            (391, 214),
            (398, 196),
            (407, 176),
            (412, 154),
            (415, 132),
            (417, 112),
            (415, 96),
        ],
        step=1.2,
    )
    rise = nearest(main, (375, 250))
    main = smooth(main[:rise] + coil(main[rise:], lambda u: 4.6 * (1 - 0.35 * u), 8.5), 2)
    fields = [(0.862, 0.845, 0.795), (0.79, 0.775, 0.722), (0.715, 0.702, 0.652), (0.607, 0.597, 0.528)]
    with g.group("radial-arteries"):
        tips = []
        for _, u0, u1 in fields:
            for f in (0.3, 0.62, 0.94):
                u = u0 + (u1 - u0) * f
                p = [
                    wall.at(u + 0.004 * math.sin(5 * s / 12 + 9 * u), 0.71 * (1 - s / 12) + 0.02 * s / 12)
                    for s in range(13)
                ]
                g.path(bez(p, every=6), stroke=INK, w=2.7)
                g.path(bez(p, every=6), stroke=ARTERY, w=1.5)
                tips.append(p[-1])
    with g.group("arcuate-arteries"):
        for u, u0, u1 in fields:
            near = main[nearest(main, wall.at(u + 0.012, 1.1))]
            arc = [wall.at(u0 + (u1 - u0) * s, 0.75 - 0.03 * s) for s in (0.12, 0.4, 0.7, 1)]
            g.tube(
                spline([near, wall.at(u, 0.92), *arc], step=1.2),
                ramp((0, 3.4), (1, 1.3)),
                ARTERY,
                edge=0.8,
                every=5,
            )
    with g.group("spiral-arteries"):
        edge = resample(cavity, step=1)
        for tip in tips:
            end = lerp(tip, edge[nearest(edge, tip)], 0.8)
            g.path(bez(coil(resample([tip, end], n=48), 2, 2.5), every=1.8), stroke=ARTERY, w=1.1)
    with g.group("uterine-artery"):
        g.tube(main, ramp((0, 6.6), (0.45, 5.8), (1, 3)), ARTERY, ARTERY_LIGHT, edge=1.1, every=6)
        g.path(dot(604, 322, 3.5), fill=BLOOD, stroke=INK, w=1.1)
        down = spline([(402, 279), (395, 292), (398, 312), (404, 336), (406, 360)], step=1.2)
        g.tube(down, ramp((0, 3.6), (1, 1.8)), ARTERY, edge=0.8)
