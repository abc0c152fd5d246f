"""The round window on a cell's membrane: intact, torn, budding, and closed to a vesicle."""

import math

from drawing.geometry import Curve, Point, circle, spline
from drawing.membranes import lipid_rows, place_lipids
from drawing.svg import Svg, poly

WINDOW, R = (508, 190), 106


def polar(angle: float, r: float) -> Point:
    """Point of the window at an angle (degrees clockwise from the right) and distance from its middle."""
    return WINDOW[0] + r * math.cos(math.radians(angle)), WINDOW[1] + r * math.sin(math.radians(angle))


def wall(y0: float, y1: float) -> Curve:
    """A piece of the cell's membrane across the window, travelling down (its left is the outside)."""
    return [
        (WINDOW[0] - 18 + 8 * math.sin((y - WINDOW[1]) / 60), y) for y in range(round(y0), round(y1) + 1, 3)
    ]


TOP, BOTTOM = WINDOW[1] - R, WINDOW[1] + R
WALL = wall(TOP + 2, BOTTOM - 2)
TORN_TOP = [(x - 0.006 * max(0, y - 126) ** 2, y) for x, y in wall(TOP + 2, WINDOW[1] - 40)]
TORN_LOW = [(x - 0.006 * max(0, 262 - y) ** 2, y) for x, y in wall(WINDOW[1] + 36, BOTTOM - 2)]
BUD = spline(
    [(470, TOP + 6), (474, 128), (479, 152), (490, 163), (508, 158), (526, 169), (533, 190), (526, 211), (508, 222),
     (490, 217), (479, 228), (474, 252), (470, BOTTOM - 6)], step=3,
)  # fmt: skip
FREE = [circle(529, 113, 14), circle(566, 180, 10), circle(533, 266, 16)]
RING = circle(*WINDOW, 49, 90)
BETWEEN = "#F1EAF7"  # between the two rows of heads
BREAKS = (-38.0, 40.0, 152.0, 248.0)


def near_break(p: Point) -> bool:
    """Whether the point lies where crystals push through the vesicle's membrane."""
    a = math.degrees(math.atan2(p[1] - WINDOW[1], p[0] - WINDOW[0]))
    return any(abs((a - b + 180) % 360 - 180) < 12 for b in BREAKS)


def in_sight(p: Point) -> bool:
    """Whether a lipid at the point shows inside the rim, or is at most cut by it."""
    return math.dist(p, WINDOW) < R + 2


def lipids(svg: Svg, only: str, step: str) -> None:
    """The plain lipids or the phosphatidylserines of one window."""
    third, never = (lambda i: i % 3 == 1), (lambda _: False)
    if step == "intact":
        outer, inner = lipid_rows(WALL, scale=0.82)
        place_lipids(svg, outer, never, only, 0.82, in_sight)
        place_lipids(svg, inner, third, only, 0.82, in_sight)
    elif step == "injury":
        for torn in (TORN_TOP, TORN_LOW):
            outer, inner = lipid_rows(torn, scale=0.82)
            place_lipids(svg, outer, lambda i: i % 3 != 1, only, 0.82, in_sight)
            place_lipids(svg, inner, lambda i: i % 6 == 1, only, 0.82, in_sight)
    elif step == "vesicles":
        for curve, closed in ((BUD, False), *((ring, True) for ring in FREE)):
            outer, inner = lipid_rows(curve, closed=closed, scale=0.5, pitch=7.8)
            place_lipids(svg, outer, lambda i: i % 2 == 0, only, 0.5, in_sight)
            place_lipids(svg, inner, lambda i: i % 6 == 1, only, 0.5, in_sight)
    else:
        outer, inner = lipid_rows(RING, closed=True, scale=0.62, pitch=7.5)
        keep = near_break if step == "ring-closed" else lambda p: not near_break(p)
        place_lipids(svg, outer, lambda i: i % 3 == 0, only, 0.62, keep)
        place_lipids(svg, inner, lambda i: i % 2 == 0, only, 0.62, keep)


def cytoplasm_side(curve: Curve) -> str:
    """Path text of the window's field on the inner side of a membrane."""
    start = math.atan2(curve[-1][1] - WINDOW[1], curve[-1][0] - WINDOW[0])
    end = math.atan2(curve[0][1] - WINDOW[1], curve[0][0] - WINDOW[0]) + math.tau
    rim = [
        (
            WINDOW[0] + R * math.cos(start + (end - start) * k / 40),
            WINDOW[1] + R * math.sin(start + (end - start) * k / 40),
        )
        for k in range(41)
    ]
    return poly([*curve, *rim])
