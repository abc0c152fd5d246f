"""Coronal section of the uterus with tubes, ovaries and the arteries of one side."""

import math
import random

from drawing.adnexa import cut_ovary, ligaments, tubes, whole_ovary
from drawing.geometry import (
    Curve,
    mirror,
    normals,
    offset,
    ramp,
    resample,
    ribbon,
    smoothstep,
    spline,
    wobble,
)
from drawing.organ import CORONAL_AXIS as AXIS
from drawing.organ import CORONAL_CANAL, Wall, coronal_cavity, coronal_serosa, coronal_wall, side
from drawing.palette import (
    BASALIS,
    CAVITY,
    CERVIX,
    FIBRE_DARK,
    FIBRE_LIGHT,
    FUNCTIONALIS,
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
    lighter,
    mix,
)
from drawing.svg import Svg, band, bez
from drawing.uterine_arteries import ovarian_artery, uterine_artery

LINING, ZONE = 8.5, 10.5  # px: endometrium, junctional zone
OSTIA = 86  # height of the tubal openings


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
    uterine_artery(g, o.wall, o.cavity)
    return g.text()
