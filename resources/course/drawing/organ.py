"""The uterus as an organ: its outline in the coronal plane, a map of its wall, muscle fibres that follow it."""

import itertools
import math
import random
from collections.abc import Callable, Sequence

from drawing.geometry import (
    Curve,
    Point,
    Profile,
    dist,
    lerp,
    mirror,
    nearest,
    profile,
    resample,
    smooth,
    spline,
)
from drawing.svg import cubic

# Half outlines of an adult uterus, x from the midline, 36.4 px = 1 cm: 8 cm long, 5 cm wide, wall 1.5 cm,
# cavity 3.3 cm wide at the fundus, cervix the lower third.
CORONAL_SEROSA: Curve = [
    (0, 40),
    (34, 42.5),
    (63, 53),
    (83, 71),
    (92.5, 94),
    (91.5, 122),
    (83, 154),
    (68, 188),
    (51, 216),
    (42, 236),
    (41, 258),
    (45, 284),
    (46, 304),
    (41, 320),
    (29, 330),
    (15, 331),
    (6, 326),
]
CORONAL_CAVITY: Curve = [
    (0, 97),
    (26, 95.5),
    (46, 91.5),
    (60, 85),
    (52, 97),
    (39, 119),
    (28, 145),
    (18, 178),
    (9, 210),
    (3.4, 238),
]
CORONAL_CANAL: Curve = [(3.4, 238), (5, 258), (6.2, 278), (5.4, 300), (3.4, 316), (5.5, 328)]
CM = 36.4  # px per centimetre of these outlines
CORONAL_AXIS = 320  # x of the midline in a picture of the whole organ


def side(points: list[Point], s: int) -> Curve:
    """Points given from the midline, on one side of it."""
    return [(CORONAL_AXIS + s * x, y) for x, y in points]


def both_sides(half: Sequence[Point], axis: float) -> Curve:
    """A half outline (x from the midline) on both sides of a vertical axis, left end to right end."""
    right = [(axis + x, y) for x, y in half]
    return mirror(right, axis)[:-1] + right if half[0][0] == 0 else mirror(right, axis) + right


def coronal_serosa(axis: float, ruffle: Profile | None = None) -> Curve:
    """Outline of the uterus in the coronal plane, open at the outer mouth of the cervix."""
    line = spline(both_sides(CORONAL_SEROSA, axis), step=1.5)
    noise = ruffle or (lambda _: 0.0)
    n = len(line)
    return [(x + noise(i / n), y + 0.6 * noise(i / n + 0.3)) for i, (x, y) in enumerate(line)]


def coronal_cavity(axis: float) -> tuple[Curve, Curve]:
    """The cavity of the body (open below) and the cavity with the canal, both from left to right."""
    crown = spline([(axis + x, y) for x, y in CORONAL_CAVITY[:4]], step=1)[:-1]
    flank = spline([(axis + x, y) for x, y in CORONAL_CAVITY[3:] + CORONAL_CANAL[1:]], step=1)
    half = crown + flank
    body = [q for q in half if q[1] < CORONAL_CANAL[0][1] + 1]
    return mirror(body, axis)[:-1] + body, mirror(half, axis)[:-1] + half


class Wall:
    """Map of a wall between two curves: u runs along it from 0 to 1, t from 0 (inner) to 1 (outer).

    Marks are matching places on the two curves, first and last included; between them both are even.
    """

    def __init__(
        self,
        inner: Sequence[Point],
        outer: Sequence[Point],
        marks_in: Sequence[Point],
        marks_out: Sequence[Point],
        n: int = 240,
    ) -> None:
        self.a, self.b = self._cut(inner, marks_in, n), self._cut(outer, marks_out, n)
        self.n = len(self.a) - 1

    @staticmethod
    def _cut(curve: Sequence[Point], marks: Sequence[Point], n: int) -> Curve:
        index = [nearest(curve, m) for m in marks]
        k = n // (len(marks) - 1)
        out: Curve = []
        for i, j in itertools.pairwise(index):
            out += resample(curve[i : j + 1], n=k + 1)[:-1]
        return smooth([*out, curve[index[-1]]], 2.5)

    def at(self, u: float, t: float) -> Point:
        """The point at u along and t through the wall."""
        x = max(0.0, min(1.0, u)) * self.n
        i = min(self.n - 1, int(x))
        return lerp(lerp(self.a[i], self.a[i + 1], x - i), lerp(self.b[i], self.b[i + 1], x - i), t)

    def line(self, u0: float, u1: float, t: float | Profile, n: int = 0) -> Curve:
        """A line along the wall at depth t, a number or a profile of 0..1."""
        f = profile(t)
        count = n or max(6, int(abs(u1 - u0) * self.n))
        return [self.at(u0 + (u1 - u0) * i / count, f(i / count)) for i in range(count + 1)]

    def span(self, u: float, t: float) -> float:
        """Pixels along the wall per unit of u."""
        return dist(self.at(u - 0.004, t), self.at(u + 0.004, t)) / 0.008

    def fibres(
        self,
        rng: random.Random,
        count: int,
        depth: tuple[float, float] = (0.03, 0.97),
        size: tuple[float, float] = (16, 46),
        part: tuple[float, float] = (0.0, 1.0),
        lean: float = 0.1,
        keep: Callable[[Point], bool] | None = None,
    ) -> str:
        """Path text of short muscle bundles that follow the wall within a range of depth and a part of u."""
        out = []
        for _ in range(count):
            u, t = rng.uniform(*part), rng.uniform(*depth)
            run = rng.uniform(*size) / max(40, self.span(u, t))
            slope, bow = rng.uniform(-lean, lean), rng.uniform(-0.02, 0.02)
            a, b = max(part[0], u - run / 2), min(part[1], u + run / 2)
            p = []
            for s in (0, 1 / 3, 2 / 3, 1):
                v = t + slope * (s - 0.5) + bow * math.sin(s * math.tau)
                p.append(self.at(a + (b - a) * s, max(depth[0], min(depth[1], v))))
            if keep is None or all(keep(q) for q in p):
                out.append(cubic(p))
        return "".join(out)


def coronal_wall(inner: Sequence[Point], outer: Sequence[Point], axis: float) -> Wall:
    """The wall map of the coronal uterus, from the left of the outer mouth over the fundus to the right."""
    inside = {330: 6, 236: 5, 150: 31, 88: 66}
    outside = {330: (9, 328), 236: (40, 238), 150: (84, 156), 88: (90, 82)}
    left_in = [(axis - x, float(y)) for y, x in inside.items()]
    left_out = [(axis - x, float(y)) for x, y in outside.values()]
    marks_in = [*left_in, (axis, 90.0), *mirror(left_in, axis)]
    marks_out = [*left_out, (axis, 43.0), *mirror(left_out, axis)]
    return Wall(inner, outer, marks_in, marks_out, 320)
