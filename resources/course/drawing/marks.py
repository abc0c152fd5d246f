"""Marks that explain a picture: arrows, lenses, pointers, rings, scales, gauges, people."""

import math
from collections.abc import Callable, Sequence

from drawing.geometry import Point, circle, spline
from drawing.palette import ARROW, BOUNDARY, INK
from drawing.svg import Svg, bez, dot, num, poly

NEUTRAL = "#857795"  # lines on bare paper: at least 3.5 : 1 on the light and on the dark one
RING = "#FFFFFF"


def arrow(
    svg: Svg, points: Sequence[Point], colour: str = INK, w: float = ARROW, head: float = 8, *, dash: str = ""
) -> None:
    """An arrow along a soft curve through the points, with a pale edge so that it reads on any ground."""
    curve = spline(list(points), step=2)
    (x1, y1), (x0, y0) = curve[-1], curve[-min(len(curve), 5)]
    a = math.atan2(y1 - y0, x1 - x0)
    c, s = math.cos(a), math.sin(a)
    back = [(x1 - head * c, y1 - head * s)]
    wings = [(back[0][0] - 0.5 * head * s * k, back[0][1] + 0.5 * head * c * k) for k in (1, -1)]
    shaft = [*curve[: -max(1, round(head / 2 / 2))], back[0]]
    tip = poly([wings[0], (x1, y1), wings[1]])
    d = bez(shaft, every=8)
    svg.path(d, stroke="#FFFFFF", w=w + 3, so=0.85)
    svg.path(tip, "#FFFFFF", "#FFFFFF", 3, so=0.85)
    svg.path(d, stroke=colour, w=w, dash=dash, cap="butt" if dash else "round")
    svg.path(tip, colour, colour, 0.8)


def lens(g: Svg, name: str, x: float, y: float, r: float, fill: str) -> str:
    """White-rimmed field of a magnifier; returns the mask attribute of what is seen in it."""
    g.path(dot(x, y, r + 3.5), fill=RING)
    g.path(dot(x, y, r), fill=fill)
    return g.within(name, dot(x, y, r))


def lens_rim(g: Svg, x: float, y: float, r: float) -> None:
    """The rim of a lens, drawn after its content."""
    g.path(dot(x, y, r), stroke=INK, w=BOUNDARY)
    g.path(dot(x, y, r + 3.5), stroke=NEUTRAL, w=1)


def pointer(g: Svg, place: Point, x: float, y: float, r: float, clear: float = 0.0) -> None:
    """The two tangents from a place, or from `clear` beyond it, to the rim of its lens."""
    px, py = place
    d = math.dist(place, (x, y))
    a, b = math.atan2(y - py, x - px), math.asin(min(0.9, r / d))
    run = math.sqrt(max(1, d * d - r * r))
    ends = [(px + run * math.cos(a + s * b), py + run * math.sin(a + s * b)) for s in (-1, 1)]
    q = clear / run
    both = "".join(
        f"M{num(px + (ex - px) * q)} {num(py + (ey - py) * q)}L{num(ex)} {num(ey)}" for ex, ey in ends
    )
    g.path(both, stroke=RING, w=3.4, so=0.8)
    g.path(both, stroke=INK, w=1.2)


def site(g: Svg, x: float, y: float, r: float, colour: str, dashed: bool = False) -> None:
    """Ring that marks a place: white below, the colour above, dashed for the second class of places."""
    g.path(dot(x, y, r), stroke=RING, w=5.2)
    g.path(dot(x, y, r), stroke=colour, w=2.4, dash="4.6 3.4" if dashed else "", cap="butt")


def log_scale(
    g: Svg, span: tuple[float, float], y: float, decades: tuple[float, float]
) -> Callable[[float], float]:
    """Logarithmic axis from span[0] to span[1]; returns the x of a value.

    Long ticks at the powers of ten, short ones at 2 to 9 times each; `decades` are the logs of its ends.
    """
    lo, hi = decades

    def at(value: float) -> float:
        return span[0] + (span[1] - span[0]) * (math.log10(value) - lo) / (hi - lo)

    long = short = ""
    for power in range(math.floor(lo), math.ceil(hi) + 1):
        for k in range(1, 10):
            value = k * 10.0**power
            if not lo - 1e-9 <= math.log10(value) <= hi + 1e-9:
                continue
            if k == 1:
                long += f"M{num(at(value))} {num(y)}v13"
            else:
                short += f"M{num(at(value))} {num(y)}v{'8' if k == 5 else '5.5'}"
    g.path(f"M{num(span[0])} {num(y)}H{num(span[1])}", stroke=NEUTRAL, w=2)
    g.path(long, stroke=NEUTRAL, w=2.2)
    g.path(short, stroke=NEUTRAL, w=1.2)
    return at


def tube_outline(x: float, y0: float, y1: float, half: float) -> str:
    """Path text of a test tube, open at y0, with a round foot at y1."""
    foot = y1 - half
    return f"M{num(x - half)} {num(y0)}V{num(foot)}A{num(half)} {num(half)} 0 0 0 {num(x + half)} {num(foot)}V{num(y0)}"


def person(x: float, y: float, h: float) -> str:
    """Path text of a standing figure, feet at (x, y), h tall: a head and a body in a long dress."""
    r = h * 0.135
    w, top, foot = h * 0.25, y - h * 0.69, y
    body = (
        f"M{num(x)} {num(top)}c{num(w * 0.62)} 0 {num(w * 0.78)} {num(h * 0.05)} {num(w * 0.86)} {num(h * 0.2)}"
        f"L{num(x + w)} {num(foot - h * 0.06)}q0 {num(h * 0.06)} {num(-w * 0.34)} {num(h * 0.06)}"
        f"H{num(x - w * 0.66)}q{num(-w * 0.34)} 0 {num(-w * 0.34)} {num(-h * 0.06)}"
        f"L{num(x - w * 0.86)} {num(top + h * 0.2)}C{num(x - w * 0.78)} {num(top + h * 0.05)} {num(x - w * 0.62)} {num(top)} {num(x)} {num(top)}Z"
    )
    return dot(x, y - h + r, r) + body


def ring(x: float, y: float, r: float, n: int = 36) -> list[Point]:
    """Points of a circle that starts at the top and runs clockwise, for dials and calendars."""
    return circle(x, y, r, n, -math.pi / 2)
