"""Outlines of joined shapes: a distance field on a grid, and the level lines in it.

A coiled gland that opens at the surface is one field: the lumen is level 0, the base of its epithelium a few
units further out, and both lines run on into the surface without a seam.
"""

import math
from collections.abc import Callable, Sequence

from drawing.geometry import Curve, Point, Profile, lerp, profile, resample

Box = tuple[float, float, float, float]  # x0, y0, x1, y1
_FAR = 60.0
# Which sides of a cell (0 top, 1 right, 2 bottom, 3 left) a level line joins, by the corners that lie inside.
_JOINS: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((3, 0),),
    2: ((0, 1),),
    3: ((3, 1),),
    4: ((1, 2),),
    5: ((3, 2), (1, 0)),
    6: ((0, 2),),
    7: ((3, 2),),
    8: ((2, 3),),
    9: ((2, 0),),
    10: ((0, 3), (2, 1)),
    11: ((2, 1),),
    12: ((1, 3),),
    13: ((1, 0),),
    14: ((0, 3),),
}


def soft_min(a: float, b: float, k: float) -> float:
    """The smaller of two distances, rounded off where they come within k of each other."""
    h = max(0.0, k - abs(a - b)) / k
    return min(a, b) - h * h * k / 4


class Field:
    """Distances (negative inside) sampled every `step` units over a box."""

    def __init__(self, box: Box, step: float = 2.0) -> None:
        self.box, self.step = box, step
        self.nx = round((box[2] - box[0]) / step) + 1
        self.ny = round((box[3] - box[1]) / step) + 1
        self.values = [[_FAR] * self.nx for _ in range(self.ny)]

    def _join(self, other: list[list[float]], soft: float) -> None:
        for row, more in zip(self.values, other, strict=True):
            for i, value in enumerate(more):
                row[i] = soft_min(row[i], value, soft) if soft else min(row[i], value)

    def add_curve(self, curve: Sequence[Point], width: float | Profile, soft: float = 0.0) -> None:
        """Join a band of the given full width along the curve; its ends are round."""
        f = profile(width)
        part = [[_FAR] * self.nx for _ in range(self.ny)]
        points = resample(curve, step=self.step)
        for k, (x, y) in enumerate(points):
            r = f(k / (len(points) - 1)) / 2
            reach = r + 26
            low, high = self._range(x - reach, x + reach, 0)
            for j in range(*self._range(y - reach, y + reach, 1)):
                dy, row = self.box[1] + j * self.step - y, part[j]
                for i in range(low, high):
                    row[i] = min(row[i], math.hypot(self.box[0] + i * self.step - x, dy) - r)
        self._join(part, soft)

    def add(self, distance: Callable[[float, float], float], soft: float = 0.0) -> None:
        """Join a shape given by its distance at (x, y), negative inside."""
        part = [
            [distance(self.box[0] + i * self.step, self.box[1] + j * self.step) for i in range(self.nx)]
            for j in range(self.ny)
        ]
        self._join(part, soft)

    def _range(self, low: float, high: float, axis: int) -> tuple[int, int]:
        count = self.ny if axis else self.nx
        first = math.floor((low - self.box[axis]) / self.step)
        return max(0, first), min(count, math.ceil((high - self.box[axis]) / self.step) + 1)

    def at(self, x: float, y: float) -> float:
        """The distance at the grid point nearest to (x, y)."""
        i = max(0, min(self.nx - 1, round((x - self.box[0]) / self.step)))
        j = max(0, min(self.ny - 1, round((y - self.box[1]) / self.step)))
        return self.values[j][i]

    def _crossing(self, i: int, j: int, side: int, level: float) -> Point:
        a, b = (((0, 0), (1, 0)), ((1, 0), (1, 1)), ((0, 1), (1, 1)), ((0, 0), (0, 1)))[side]
        va, vb = self.values[j + a[1]][i + a[0]], self.values[j + b[1]][i + b[0]]
        t = (level - va) / (vb - va) if vb != va else 0.5
        x, y = lerp((i + a[0], j + a[1]), (i + b[0], j + b[1]), t)
        return (round(self.box[0] + x * self.step, 3), round(self.box[1] + y * self.step, 3))

    def contours(self, level: float = 0.0) -> list[tuple[Curve, bool]]:
        """The level lines, longest first, each with whether it is closed."""
        follow: dict[Point, Point] = {}
        for j in range(self.ny - 1):
            row, below = self.values[j], self.values[j + 1]
            for i in range(self.nx - 1):
                corners = (row[i], row[i + 1], below[i + 1], below[i])
                kind = sum(1 << k for k, v in enumerate(corners) if v < level)
                for a, b in _JOINS.get(kind, ()):
                    follow[self._crossing(i, j, a, level)] = self._crossing(i, j, b, level)
        return sorted(_chains(follow), key=lambda c: -len(c[0]))


def _chains(follow: dict[Point, Point]) -> list[tuple[Curve, bool]]:
    """The segments put end to end; open lines first, then the rings that are left."""
    ends = set(follow.values())
    starts = [p for p in follow if p not in ends]
    out: list[tuple[Curve, bool]] = []
    while follow:
        start = starts.pop() if starts else next(iter(follow))
        line = [start]
        while line[-1] in follow:
            line.append(follow.pop(line[-1]))
        closed = line[0] == line[-1]
        out.append((line[:-1] if closed else line, closed))
    return out
