"""What lies beside the uterus in the coronal plane: ligaments, ovaries and uterine tubes."""

import math
import random

from drawing.geometry import (
    Curve,
    Point,
    circle,
    normals,
    offset,
    ramp,
    ribbon,
    smoothstep,
    spline,
)
from drawing.organ import CORONAL_AXIS as AXIS
from drawing.organ import side
from drawing.palette import (
    CERVIX,
    CORPUS_LUTEUM,
    GLAND,
    INK,
    MUCOSA_LINE,
    ORGAN,
    PERIMETRIUM,
    STROMA_NUCLEUS,
    lighter,
    mix,
)
from drawing.svg import Svg, bez, dot


def ligaments(g: Svg) -> None:
    """Broad ligament behind everything, ovarian ligaments in front of it."""
    fill = g.linear(
        "ligament-fill",
        [(0, "#DDAA9C", 0.42), (0.5, "#DDAA9C", 0.28), (0.85, "#DDAA9C", 0), (1, "#DDAA9C", 0)],
    )
    fade = g.fade("ligament-sides", (36, 0, 604, 0), [(0, 0), (0.16, 1), (0.84, 1), (1, 0)])
    edge = [
        (60, 78), (108, 74), (140, 65), (172, 60), (206, 64), (238, 80), (262, 112), (274, 150), (272, 200),
        (252, 246), (205, 280), (150, 296), (90, 292), (36, 278), (30, 180),
    ]  # fmt: skip
    with g.group("broad-ligament", fade):
        for s in (-1, 1):
            g.path(bez(spline(side(edge, s), True), True, 9), fill=fill)
            folds = [
                spline(
                    side(
                        [(110 + 30 * k, 96 + 5 * k), (112 + 30 * k, 170 + 6 * k), (92 + 27 * k, 240 - 2 * k)],
                        s,
                    )
                )
                for k in range(5)
            ]
            g.path("".join(bez(f, every=30) for f in folds), stroke="#B98478", w=0.9, so=0.5)
    with g.group("ovarian-ligament"):
        for s in (-1, 1):
            p = spline(side([(80, 106), (108, 118), (134, 138), (156, 154)], s))
            g.path(
                bez(ribbon(p, ramp((0, 13), (0.5, 9), (1, 13))), True),
                fill=mix(PERIMETRIUM, CERVIX, 0.35),
                stroke=INK,
                w=1.3,
            )
            g.path(
                bez(offset(p, 1.6), every=12) + bez(offset(p, -1.8), every=12),
                stroke="#B58E74",
                w=0.8,
                so=0.7,
            )


def egg(s: int, grow: float = 0.0) -> Curve:
    """Outline of an ovary."""
    pts = [
        (150, 158),
        (158, 140),
        (182, 130),
        (212, 133),
        (233, 148),
        (236, 170),
        (219, 188),
        (190, 193),
        (164, 182),
    ]
    grown = [(194 + (x - 194) * (1 + grow), 161 + (y - 161) * (1 + grow)) for x, y in pts]
    return spline(side(grown, s)[::s], True, step=1.5)


def star(x: float, y: float, rx: float, ry: float, rough: float) -> Curve:
    """A lobed outline: the folded wall of the corpus luteum."""
    turns = [k * math.tau / 14 for k in range(14)]
    return spline(
        [
            (
                x + rx * math.cos(a) * (1 + rough * math.sin(5 * a)),
                y + ry * math.sin(a) * (1 + rough * math.sin(5 * a)),
            )
            for a in turns
        ],
        True,
        step=1,
    )


def cut_ovary(g: Svg, fill: str) -> None:
    """The ovary on the viewer's left, cut open: follicles and a corpus luteum."""
    with g.group("ovary-right"):
        g.path(bez(egg(-1), True), fill=fill, stroke=INK, w=ORGAN)
        core = [(x + 1.2 * math.sin(y / 4), y + 1.2 * math.sin(x / 5)) for x, y in egg(-1, -0.3)]
        g.path(bez(core, True), fill="#E9C9A6", fo=0.75)
        for x, y, r in [(173, 150, 8.2), (206, 146, 5.2), (226, 160, 4.2), (163, 166, 4)]:
            g.path(dot(AXIS - x, y, r), fill="#E7A9A8", stroke=INK, w=1)
            g.path(dot(AXIS - x, y, r * 0.68), fill="#FBF0E2")
            g.path(dot(AXIS - x + r * 0.36, y + r * 0.3, max(1.1, r * 0.2)), fill=GLAND)
        small = [
            (184, 138, 1.7),
            (194, 136.5, 1.4),
            (217, 141, 1.6),
            (230, 150, 1.3),
            (156, 156, 1.3),
            (231, 172, 1.5),
            (168, 178, 1.6),
            (181, 187, 1.4),
            (158, 172, 1.1),
        ]
        g.path(
            "".join(dot(AXIS - x, y, r) for x, y, r in small), fill="#FBF0E2", stroke=STROMA_NUCLEUS, w=0.8
        )
        g.path(bez(star(AXIS - 200, 174, 13, 10, 0.09), True, 3), fill=CORPUS_LUTEUM, stroke=INK, w=1)
        g.path(bez(star(AXIS - 200, 174, 6, 4.3, 0.16), True, 2.4), fill="#F7DFA4", stroke="#B9801A", w=0.7)


def whole_ovary(g: Svg, fill: str) -> None:
    """The ovary on the viewer's right, seen from outside."""
    with g.group("ovary-left"):
        g.path(bez(egg(1), True), fill=fill, stroke=INK, w=ORGAN)
        for x, y, r in [
            (176, 160, 9),
            (206, 152, 7),
            (214, 173, 10),
            (190, 178, 6),
            (226, 158, 5),
            (163, 170, 4.5),
        ]:
            g.path(dot(AXIS + x, y, r), fill="#F7E9C4", fo=0.55)
            g.path(bez(circle(AXIS + x, y, r, 24)[2:11], every=4), stroke="#C6A76C", w=0.9, so=0.6)
        g.path(
            bez(spline(side([(168, 146), (186, 138), (207, 139)], 1)), every=10),
            stroke="#FFFBEF",
            w=3,
            so=0.7,
        )


def fimbriae(g: Svg, rng: random.Random, mouth: Point, heading: float, width: float) -> None:
    """Frilled fingers around the open end of the tube."""
    nx, ny = -math.sin(heading), math.cos(heading)
    for i in (0, 8, 1, 7, 2, 6, 3, 5, 4):
        f = (i - 4) / 4
        bx, by = mouth[0] + nx * f * width * 0.47, mouth[1] + ny * f * width * 0.47
        reach, bend = 27 - 7 * abs(f) + rng.uniform(-3, 3), f * 0.5 + rng.uniform(-0.25, 0.25)
        back = 6 - 3 * abs(f)
        p = [(bx - back * math.cos(heading), by - back * math.sin(heading))]
        for s in (0.3, 0.6, 1):
            a = heading + f * 0.95 + bend * s
            p.append((bx + reach * s * math.cos(a), by + reach * s * math.sin(a)))
        line = spline(p, step=1.5)
        waves, phase = rng.uniform(2.3, 3.1), rng.uniform(0, 6)
        outline = ribbon(
            line,
            lambda u, k=waves, ph=phase: (
                (6.6 + 1.7 * math.sin(k * math.tau * u + ph)) * (1 - smoothstep(0.82, 1, u) * 0.75)
            ),
        )
        g.path(bez(outline, True, 5), fill="#DE8C97" if i % 2 else lighter("#DE8C97", 0.16), stroke=INK, w=1)
        g.path(bez(line[3:-3], every=5), stroke="#B65C6E", w=0.9, so=0.7)


def tubes(g: Svg, rng: random.Random) -> None:
    """Both uterine tubes; the one on the viewer's left is cut open."""
    width = ramp((0, 8), (0.12, 10), (0.38, 11.5), (0.62, 20), (0.84, 25), (0.93, 26), (1, 38))
    lumen = ramp((0, 3.4), (0.28, 3.2), (0.58, 11.5), (0.82, 16.5), (0.93, 17), (1, 30))
    fill = g.linear("tube-fill", [(0, "#E9B1A6"), (0.55, "#D68C82"), (1, "#C4766D")])
    points = [
        (58, 87),
        (80, 81),
        (106, 74),
        (140, 65),
        (172, 60),
        (206, 64),
        (238, 80),
        (258, 106),
        (262, 132),
    ]
    with g.group("uterine-tube"):
        for s in (1, -1):
            line = spline(
                [(x, y + (3 * math.sin(abs(x - AXIS) / 50) if s < 0 else 0)) for x, y in side(points, s)],
                step=1.5,
            )
            heading = math.atan2(line[-1][1] - line[-14][1], line[-1][0] - line[-14][0])
            n = len(line)
            g.path(bez(ribbon(line, width), True, 9), fill=fill)
            g.path(g.walls(line, width, 7), stroke=INK, w=1.8)
            if s < 0:
                open_part = line[int(n * 0.09) :]
                g.path(bez(ribbon(open_part, lumen), True, 7), fill="#FBE3DF", stroke=MUCOSA_LINE, w=1)
                g.path(
                    "".join(fold(rng, open_part, lumen, k) for k in (-0.62, -0.3, 0, 0.3, 0.62)),
                    stroke="#C76F7E",
                    w=1.2,
                )
            else:
                g.path(
                    bez(offset(line[int(n * 0.2) : -6], lambda u: 1.5 + 4.5 * u), every=10),
                    stroke="#F7D8D0",
                    w=2.4,
                    so=0.75,
                )
                g.path(
                    bez(offset(line[int(n * 0.25) : -6], lambda u: -1.5 - 4 * u), every=16),
                    stroke="#9C5048",
                    w=1,
                    so=0.4,
                )
            fimbriae(g, rng, line[-1], heading, 36)


def fold(rng: random.Random, line: Curve, lumen: object, k: float) -> str:
    """One fold of the tube's lining, at k of half the lumen."""
    part = line[int(len(line) * (0.4 + 0.05 * abs(k))) : -1]
    m, phase = len(part) - 1, rng.uniform(0, 6)
    shifted = []
    for i, ((x, y), (nx, ny)) in enumerate(zip(part, normals(part), strict=True)):
        d = k * 0.5 * lumen(0.42 + 0.58 * i / m) + 1.1 * math.sin(i * 0.55 + phase)
        shifted.append((x + nx * d, y + ny * d))
    return bez(shifted, every=5)
