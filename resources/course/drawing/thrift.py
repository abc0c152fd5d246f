"""Drawing in few bytes, for figures that repeat a tissue step by step: soft lines, dots, coiled arteries."""

import itertools
import math
import random
from collections.abc import Sequence

from drawing.geometry import Point, Profile, length, resample, spline
from drawing.palette import ARTERY, ARTERY_LIGHT, INK, darker
from drawing.svg import Svg, num
from drawing.vessels import helix, strands

_CHAIN = 9  # reflected pieces in a row, before rounding could show


def _joined(values: Sequence[float]) -> str:
    out = ""
    for value in values:
        text = num(value)
        out += text if not out or text.startswith("-") else " " + text
    return out


def _calm(points: Sequence[Point], closed: bool) -> list[Point]:
    """The points without those that a straight run does not need."""
    kept = [points[0]]
    skipped, n = 0, len(points)
    for i in range(1, n if closed else n - 1):
        a, b, c = kept[-1], points[i], points[(i + 1) % n]
        turn = abs(
            math.remainder(
                math.atan2(c[1] - b[1], c[0] - b[0]) - math.atan2(b[1] - a[1], b[0] - a[0]), math.tau
            )
        )
        if turn < 0.13 and skipped < 2:
            skipped += 1
        else:
            kept.append(b)
            skipped = 0
    return kept if closed else [*kept, points[-1]]


def soft(curve: Sequence[Point], closed: bool = False, every: float = 5.0) -> str:
    """Path text of a soft curve: quadratic pieces between the middles of points about `every` apart.

    Each piece's handle is the mirror of the last one's, so that a piece costs one point, a third of `svg.bez`.
    """
    n = max(5, round(length(curve, closed) / every))
    q = _calm(resample(curve, n=n, closed=closed), closed)
    mid = lambda a, b: ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)  # noqa: E731
    if closed:
        ends = [mid(q[i], q[(i + 1) % len(q)]) for i in range(len(q))]
        start, handles, ends = ends[0], [*q[1:], q[0]], [*ends[1:], ends[0]]
    else:
        start, handles = q[0], q[1:-1]
        ends = [*(mid(a, b) for a, b in itertools.pairwise(handles)), q[-1]]
    pen = (round(start[0], 1), round(start[1], 1))
    out = f"M{num(pen[0])} {num(pen[1])}"
    for k, (handle, end) in enumerate(zip(handles, ends, strict=True)):
        step = [round(end[0] - pen[0], 1), round(end[1] - pen[1], 1)]
        if k % _CHAIN == 0:
            out += "q" + _joined([round(handle[0] - pen[0], 1), round(handle[1] - pen[1], 1), *step])
        else:
            out += "t" + _joined(step)
        pen = (round(pen[0] + step[0], 1), round(pen[1] + step[1], 1))
    return out + ("Z" if closed else "")


def spots(points: Sequence[Point], longest: int = 0, rng: random.Random | None = None) -> str:
    """Path text of short strokes, or of dots, at the points: drawn with a round cap they are nuclei or drops."""
    rows = sorted(points, key=lambda p: (p[1] // 14, p[0] if int(p[1] // 14) % 2 else -p[0]))
    out, px, py = "", 0, 0
    for k, (x, y) in enumerate(rows):
        step = (round(x) - px, round(y) - py)
        dx, dy = rng.choice(((longest, 0), (1, 1), (0, longest), (-1, 1))) if rng else (0, 0)
        out += f"{'M' if k == 0 else 'm'}{_whole(*step)}" + (f"l{_whole(dx, dy)}" if rng else "h.1")
        px, py = px + step[0] + dx, py + step[1] + dy
    return out


def _whole(x: int, y: int) -> str:
    return f"{x}{y}" if y < 0 else f"{x} {y}"


def coiled_artery(
    svg: Svg, name: str, axis: Sequence[Point], radius: float | Profile, pitch: float, w: float = 5.2
) -> None:
    """Define a symbol of a coiled artery along the axis, as `vessels.spiral_artery` draws it."""
    back, front = strands(helix(axis, radius, pitch), pitch)
    parts = {
        "back": "".join(soft(c, every=3.4) for c in back),
        "front": "".join(soft(c, every=3.4) for c in front),
    }
    shine = "".join(
        soft([(x - w * 0.1, y - w * 0.2) for x, y in c[len(c) // 4 : -len(c) // 4]], every=4)
        for c in front
        if len(c) > 7
    )
    text = ""
    for part, colour, cap in (("back", darker(ARTERY, 0.32), "round"), ("front", ARTERY, "butt")):
        svg.symbol(f"{name}-{part}", f'<path d="{parts[part]}"/>')
        for paint, width, end in ((INK, w + 2.4, cap), (colour, w, "round")):
            text += (
                f'<use href="#{name}-{part}" fill="none" stroke="{paint}" stroke-width="{width:g}" '
                f'stroke-linecap="{end}" stroke-linejoin="round"/>'
            )
    svg.symbol(
        name,
        f'{text}<path d="{shine}" fill="none" stroke="{ARTERY_LIGHT}" stroke-width="{num(w * 0.27)}" stroke-linecap="round"/>',
    )


def lump(
    rng: random.Random,
    x: float,
    y: float,
    rx: float,
    ry: float,
    turn: float = 0.0,
    *,
    rough: float = 0.2,
    count: int = 12,
) -> list[Point]:
    """The outline of an uneven piece of tissue or clot, turned by degrees; rough and count make it ragged."""
    a = math.radians(turn)
    ring = []
    for i in range(count):
        r = 1 + rng.uniform(-rough, rough)
        u, v = rx * r * math.cos(math.tau * i / count), ry * r * math.sin(math.tau * i / count)
        ring.append((x + u * math.cos(a) - v * math.sin(a), y + u * math.sin(a) + v * math.cos(a)))
    return spline(ring, True, 2.4)
