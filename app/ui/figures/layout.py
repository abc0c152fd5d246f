"""Where labels and pins go: columns beside the picture, or small numbers on it. Plain geometry."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Row:
    """A label to be placed in a column: its height, and the height of what it points at."""

    height: float
    wanted: float


def spread(rows: Sequence[Row], low: float, high: float, gap: float) -> list[float]:
    """Return the centre of each row: as near to what it points at as order and room allow.

    Rows are given from top to bottom. If they do not fit between `low` and `high` they run past `high`, never
    into each other.
    """
    clusters: list[tuple[float, float, list[int]]] = []  # centre wanted, total height, rows
    for index, row in enumerate(rows):
        clusters.append((row.wanted, row.height, [index]))
        while len(clusters) > 1 and _overlap(clusters[-2], clusters[-1], gap):
            clusters[-2:] = [_merge(clusters[-2], clusters[-1], gap)]
        centre, height, members = clusters[-1]
        clusters[-1] = (max(min(centre, high - height / 2), low + height / 2), height, members)
        while len(clusters) > 1 and _overlap(clusters[-2], clusters[-1], gap):
            centre, height, members = _merge(clusters[-2], clusters[-1], gap)
            clusters[-2:] = [(max(min(centre, high - height / 2), low + height / 2), height, members)]
    centres = [0.0] * len(rows)
    for centre, height, members in clusters:
        top = centre - height / 2
        for index in members:
            centres[index] = top + rows[index].height / 2
            top += rows[index].height + gap
    return centres


def place_pins(targets: Sequence[Spot], width: float, height: float, radius: float) -> list[Spot]:
    """Return a centre for each numbered pin: near its target, clear of targets, pins and the picture's edge.

    Each pin tries sixteen directions at two distances and takes the freest. A figure is placed again at each
    of its states, mostly at the same size: the last answers are kept.
    """
    return list(_placed(tuple(targets), width, height, radius))


@lru_cache(maxsize=64)
def _placed(targets: tuple[Spot, ...], width: float, height: float, radius: float) -> tuple[Spot, ...]:
    placed: list[Spot] = []
    for index, target in enumerate(targets):
        others = [t for n, t in enumerate(targets) if n != index]
        placed.append(_freest(target, others, placed, (width, height), radius))
    return tuple(placed)


def _overlap(
    first: tuple[float, float, list[int]], second: tuple[float, float, list[int]], gap: float
) -> bool:
    return first[0] + first[1] / 2 + gap > second[0] - second[1] / 2


def _merge(
    first: tuple[float, float, list[int]], second: tuple[float, float, list[int]], gap: float
) -> tuple[float, float, list[int]]:
    count = len(first[2]) + len(second[2])
    height = first[1] + gap + second[1]
    # The centre each half would like the whole to have, weighted by how many labels it holds.
    by_first = first[0] - first[1] / 2 + height / 2
    by_second = second[0] + second[1] / 2 - height / 2
    centre = (by_first * len(first[2]) + by_second * len(second[2])) / count
    return centre, height, first[2] + second[2]


def _freest(target: Spot, others: list[Spot], placed: list[Spot], size: Spot, radius: float) -> Spot:
    best, best_room = target, -math.inf
    for distance in (2.4 * radius, 3.6 * radius):
        for turn in range(16):
            angle = 2 * math.pi * turn / 16
            spot = (target[0] + distance * math.cos(angle), target[1] + distance * math.sin(angle))
            room = _room(spot, others, placed, size, radius) - distance * 0.05
            if room > best_room:
                best, best_room = spot, room
    return best


def _room(spot: Spot, others: list[Spot], placed: list[Spot], size: Spot, radius: float) -> float:
    edge = min(spot[0], spot[1], size[0] - spot[0], size[1] - spot[1]) - 1.3 * radius
    if edge < 0:
        return edge * 10
    near = [math.dist(spot, other) - radius for other in others]
    near += [math.dist(spot, other) - 2 * radius for other in placed]
    return min([*near, 3 * radius])
