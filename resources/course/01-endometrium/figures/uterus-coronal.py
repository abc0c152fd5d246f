"""Coronal section of the uterus with tubes, ovaries and the arteries of one side."""

import math
import random

from drawing.geometry import (
    Curve,
    Point,
    circle,
    coil,
    lerp,
    mirror,
    nearest,
    normals,
    offset,
    ramp,
    resample,
    ribbon,
    smooth,
    smoothstep,
    spline,
    wobble,
)
from drawing.organ import CORONAL_CANAL, Wall, coronal_cavity, coronal_serosa, coronal_wall
from drawing.palette import (
    ARTERY,
    ARTERY_LIGHT,
    BASALIS,
    BLOOD,
    CAVITY,
    CERVIX,
    CORPUS_LUTEUM,
    FIBRE_DARK,
    FIBRE_LIGHT,
    FUNCTIONALIS,
    GLAND,
    INFERRED,
    INFERRED_DASH,
    INK,
    JUNCTIONAL_ZONE,
    MUCOSA_LINE,
    MYOMETRIUM,
    MYOMETRIUM_DEEP,
    MYOMETRIUM_LIGHT,
    ORGAN,
    OVARY,
    PERIMETRIUM,
    STROMA_NUCLEUS,
    lighter,
    mix,
)
from drawing.svg import Svg, band, bez, dot

AXIS = 320
LINING, ZONE = 8.5, 10.5  # px: endometrium, junctional zone
OSTIA = 86  # height of the tubal openings


def side(points: list[Point], s: int) -> Curve:
    """Points given from the midline, on one side of it."""
    return [(AXIS + s * x, y) for x, y in points]


class Organ:
    """The curves that the parts of the drawing share."""

    def __init__(self, rng: random.Random) -> None:
        self.serosa = coronal_serosa(AXIS, wobble(rng, 0.9))
        self.body, self.cavity = coronal_cavity(AXIS)
        even = resample(self.body, step=1.2)
        self.lining = self._to_canal(offset(even, LINING, sigma=2))
        self.surface = self._to_canal(offset(even, LINING * 0.66, sigma=2))
        zone = [q for q in offset(even, LINING + ZONE, sigma=3) if q[1] < 246]
        self.zone = [
            (x + (AXIS + math.copysign(7, x - AXIS) - x) * smoothstep(205, 250, y), y) for x, y in zone
        ]
        half = self.lining[len(self.lining) // 2 :] + spline(
            side([(x + 1.5, y) for x, y in CORONAL_CANAL[1:]], 1), step=1.2
        )
        inner = mirror(half, AXIS)[:-1] + half
        turned = zip(self.serosa, normals(self.serosa), strict=True)
        coat = lambda y: 4.2 * smoothstep(282, 248, y)  # noqa: E731  the peritoneum ends above the cervix
        self.muscle = [(x - nx * coat(y), y - ny * coat(y)) for (x, y), (nx, ny) in turned]
        self.wall = coronal_wall(inner, self.muscle, AXIS)

    @staticmethod
    def _to_canal(curve: Curve) -> Curve:
        """The outer edge of the lining, led to the canal at the inner mouth."""
        out = []
        for x, y in curve:
            if y < 241:
                end = AXIS + math.copysign(3.4, x - AXIS)
                out.append((x + (end - x) * smoothstep(206, 240, y) * 0.96, y))
        return out


def ligaments(g: Svg) -> None:
    """Broad ligament behind everything, ovarian ligaments in front of it."""
    fill = g.linear(
        "ligament-fill", [(0, "#E9D3B8", 0.75), (0.5, "#EAD6C0", 0.5), (0.9, "#EFE0D0", 0), (1, "#EFE0D0", 0)]
    )
    fade = g.fade("ligament-sides", (36, 0, 604, 0), [(0, 0), (0.16, 1), (0.84, 1), (1, 0)])
    edge = [
        (60, 78),
        (108, 74),
        (140, 65),
        (172, 60),
        (206, 64),
        (238, 80),
        (262, 112),
        (274, 150),
        (272, 200),
        (252, 246),
        (205, 280),
        (150, 296),
        (90, 292),
        (36, 278),
        (30, 180),
    ]
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
            g.path("".join(bez(f, every=30) for f in folds), stroke="#B99E7F", w=0.9, so=0.4)
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


def vagina(g: Svg, rng: random.Random) -> None:
    """Upper vagina with its vault round the cervix."""
    outer = spline(side([(41, 262), (56, 268), (74, 286), (83, 314), (86, 350), (84, 384), (83, 396)], 1))
    inner = spline(
        side([(45, 300), (46, 290), (54, 285), (63, 294), (69, 318), (72, 350), (71, 384), (70, 396)], 1)
    )
    with g.group("vagina", g.fade("vagina-fade", (0, 340, 0, 397), [(0, 1), (0.35, 1), (1, 0)])):
        flesh = g.linear("vagina-wall", [(0, "#DD988C"), (1, "#E8B3A6")])
        room = g.linear("vagina-lumen", [(0, "#C9707A"), (0.35, "#E39C9E"), (1, "#F2C4C0")])
        g.path(bez(mirror(outer, AXIS) + outer, True, 6), fill=flesh)
        g.path(bez(mirror(inner, AXIS), every=6) + "L" + bez(inner, every=6)[1:] + "Z", fill=room)
        folds = ""
        for k in range(9):
            for s in (-1, 1):
                x0, x1 = rng.uniform(5, 16), rng.uniform(50, 66)
                folds += bez(
                    [
                        (
                            AXIS + s * (x0 + (x1 - x0) * i / 5),
                            338 + 6.6 * k + 2.6 * math.sin(i * 1.3 + k) - 3.2 * (i / 5) ** 2,
                        )
                        for i in range(6)
                    ],
                    every=14,
                )
        g.path(folds, stroke="#BF6D73", w=1, so=0.5)
        for curve, w in ((outer, 1.8), (inner, 1.4)):
            g.path(bez(curve, every=6) + bez(mirror(curve, AXIS), every=6), stroke=INK, w=w)


def part_above(curve: Curve, low: float, high: float) -> str:
    """Path text of the part of an outline that lies between two heights."""
    left = [q for q in curve if low <= q[1] <= high and q[0] <= AXIS]
    right = [q for q in curve if low <= q[1] <= high and q[0] > AXIS]
    return bez(left, every=5) + "L" + bez(right, every=5)[1:] + "Z"


def muscle(g: Svg, rng: random.Random, o: Organ) -> None:
    """Perimetrium, muscle with its regions, cervix, fibres and the junctional zone."""
    flesh = g.radial(
        "muscle-fill",
        [(0, MYOMETRIUM_LIGHT), (0.55, MYOMETRIUM), (1, MYOMETRIUM_DEEP)],
        (AXIS, 130, 130),
        True,
    )
    with g.group("myometrium"):
        g.path(bez(o.muscle, True, 9), fill=flesh)
    with g.group("fundus"):
        g.path(part_above(o.muscle, 0, OSTIA - 4), fill=flesh)
    with g.group("cornu"):
        for s in (-1, 1):
            corner = [q for q in o.muscle if 68 < q[1] < 104 and s * (q[0] - AXIS) > 0]
            inward = [(AXIS + s * 60, 101), (AXIS + s * 55, 84), (AXIS + s * 66, 70)]
            g.path(bez(corner + inward, True, 6), fill=flesh)
    soft = g.linear(
        "cervix-fill",
        [(0, CERVIX, 0), (0.3, CERVIX, 0.95), (1, lighter(CERVIX, 0.12))],
        (0, 212, 0, 332),
        True,
    )
    with g.group("cervix"):
        g.path(part_above(o.muscle, 216, 400), fill=soft)
    warm = mix(MYOMETRIUM, CERVIX, 0.62)
    band_fill = g.linear("isthmus-fill", [(0, warm, 0), (0.4, warm, 0.7), (0.65, warm, 0.7), (1, warm, 0)])
    with g.group("isthmus"):
        g.path(part_above(o.muscle, 218, 246), fill=band_fill)
    with g.group("muscle-fibres"):
        dark, light = "", ""
        for part, c1, c2 in (((0.2, 0.8), 205, 126), ((0.135, 0.22), 40, 22), ((0.78, 0.865), 40, 22)):
            dark += o.wall.fibres(rng, c1, (0.05, 0.97), (14, 44), part)
            light += o.wall.fibres(rng, c2, (0.05, 0.97), (12, 34), part)
        g.path(dark, stroke=FIBRE_DARK, w=0.9, so=0.42)
        g.path(light, stroke=FIBRE_LIGHT, w=0.9, so=0.44)
        collagen = "".join(
            o.wall.fibres(rng, 26, (0.34, 0.93), (12, 26), part, 0.05)
            for part in ((0.03, 0.13), (0.87, 0.97))
        )
        g.path(collagen, stroke="#C07A6A", w=0.8, so=0.5)
    with g.group("junctional-zone"):
        g.path(
            bez(o.zone, every=5) + "L" + bez(o.lining[::-1], every=5)[1:] + "Z", fill=JUNCTIONAL_ZONE, fo=0.62
        )
        ends = lambda c: [c[0], c[len(c) // 2], c[-1]]  # noqa: E731
        g.path(
            Wall(o.lining, o.zone, ends(o.lining), ends(o.zone)).fibres(rng, 80, (0.1, 0.9), (10, 24)),
            stroke="#6E322F",
            w=0.7,
            so=0.5,
        )
        g.path(bez(o.zone, every=5), stroke=INK, w=INFERRED, so=0.75, dash=INFERRED_DASH)
    with g.group("perimetrium"):
        above = lambda c: [q for q in c if q[1] < 284]  # noqa: E731
        g.path(band(above(o.serosa), above(o.muscle), 8), fill=PERIMETRIUM)
        g.path(bez(above(o.muscle), every=8), stroke="#7E3F3C", w=1)
    with g.group("outline"):
        g.path(bez(o.serosa, True, 9), stroke=INK, w=ORGAN)


def lining(g: Svg, o: Organ) -> None:
    """Endometrium, cavity, canal and the tubes' passage through the wall."""
    passages = [spline(side([(54, 88), (66, 84), (80, 80.5), (97, 76)], s), step=1) for s in (-1, 1)]
    with g.group("interstitial-tube"):
        for q in passages:
            width = ramp((0, 10), (0.3, 6.4), (0.8, 5.2), (1, 3.6))
            g.path(bez(ribbon(q, width), True, 5), fill="#F1C3C4")
            g.path(g.walls(q, width, 8), stroke=MUCOSA_LINE, w=0.9)
    with g.group("endometrium"):
        g.path(bez(o.lining, every=4) + "Z", fill=BASALIS, stroke=INK, w=1.4)
        g.path(
            bez(o.surface, every=4) + "Z", fill=g.linear("lining-fill", [(0, FUNCTIONALIS), (1, "#EDAFBF")])
        )
    with g.group("cavity"):
        g.path(bez(o.body, every=4) + "Z", fill=g.linear("cavity-fill", [(0, CAVITY), (1, "#8E4257")]))
    with g.group("cervical-canal"):
        g.path(
            bez([q for q in o.cavity if q[1] > 236][::-1], True, 4),
            fill=g.linear("canal-fill", [(0, "#8E4257"), (1, "#A8596A")]),
        )
        arms = ""
        for k in range(10):
            y = 250 + 7 * k
            for s in (-1, 1):
                arms += bez(side([(5.6, y + 3), (9.5, y - 1.5), (13, y - 4.5)], s), every=5)
        g.path(arms, stroke="#B0605A", w=0.9, so=0.75)
    with g.group("lumen-outline"):
        g.path(bez(o.cavity, every=4), stroke=INK, w=1.2)
        for q in passages:
            g.path(bez(ribbon(q, ramp((0, 4), (0.2, 2.2), (0.8, 1.4), (1, 0.5))), True, 3), fill=CAVITY)


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


def uterine_artery(g: Svg, o: Organ) -> None:
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
                    o.wall.at(u + 0.004 * math.sin(5 * s / 12 + 9 * u), 0.71 * (1 - s / 12) + 0.02 * s / 12)
                    for s in range(13)
                ]
                g.path(bez(p, every=6), stroke=INK, w=2.7)
                g.path(bez(p, every=6), stroke=ARTERY, w=1.5)
                tips.append(p[-1])
    with g.group("arcuate-arteries"):
        for u, u0, u1 in fields:
            near = main[nearest(main, o.wall.at(u + 0.012, 1.1))]
            arc = [o.wall.at(u0 + (u1 - u0) * s, 0.75 - 0.03 * s) for s in (0.12, 0.4, 0.7, 1)]
            g.tube(
                spline([near, o.wall.at(u, 0.92), *arc], step=1.2),
                ramp((0, 3.4), (1, 1.3)),
                ARTERY,
                edge=0.8,
                every=5,
            )
    with g.group("spiral-arteries"):
        edge = resample(o.cavity, step=1)
        for tip in tips:
            end = lerp(tip, edge[nearest(edge, tip)], 0.8)
            g.path(bez(coil(resample([tip, end], n=48), 2, 2.5), every=1.8), stroke=ARTERY, w=1.1)
    with g.group("uterine-artery"):
        g.tube(main, ramp((0, 6.6), (0.45, 5.8), (1, 3)), ARTERY, ARTERY_LIGHT, edge=1.1, every=6)
        g.path(dot(604, 322, 3.5), fill=BLOOD, stroke=INK, w=1.1)
        down = spline([(402, 279), (395, 292), (398, 312), (404, 336), (406, 360)], step=1.2)
        g.tube(down, ramp((0, 3.6), (1, 1.8)), ARTERY, edge=0.8)


def draw() -> str:
    rng = random.Random(11)
    g = Svg(640, 400, "Coronal section of the uterus with tubes and ovaries")
    o = Organ(rng)
    ligaments(g)
    fill = g.radial("ovary-fill", [(0, "#FBF1D6"), (0.6, OVARY), (1, "#DCC18B")], (0.42, 0.34, 0.75))
    cut_ovary(g, fill)
    ovarian_artery(g)
    whole_ovary(g, fill)
    tubes(g, rng)
    vagina(g, rng)
    muscle(g, rng, o)
    lining(g, o)
    uterine_artery(g, o)
    return g.text()
