"""Plane geometry of the figures: curves as lists of points (x to the right, y down, in viewBox units)."""

import itertools
import math
import random
from collections.abc import Callable, Sequence

Point = tuple[float, float]
Curve = list[Point]
Profile = Callable[[float], float]  # a value along a curve, its argument from 0 to 1


def smoothstep(low: float, high: float, x: float) -> float:
    """0 below low, 1 above high, a soft S between; low > high falls instead of rising."""
    t = max(0.0, min(1.0, (x - low) / (high - low)))
    return t * t * (3 - 2 * t)


def ramp(*stops: Point) -> Profile:
    """Soft piecewise profile through (position, value) stops in rising order of position."""

    def value(u: float) -> float:
        if u <= stops[0][0]:
            return stops[0][1]
        for (a, va), (b, vb) in itertools.pairwise(stops):
            if u <= b:
                return va + (vb - va) * smoothstep(a, b, u)
        return stops[-1][1]

    return value


def profile(value: float | Profile) -> Profile:
    """A profile as it is, or a number as a constant profile."""
    return value if callable(value) else lambda _: value


def wobble(rng: random.Random, amplitude: float, waves: int = 4) -> Profile:
    """Slow natural noise that is periodic on 0..1."""
    parts = [
        (rng.uniform(0.4, 1) * amplitude / k**0.6, k, rng.uniform(0, math.tau)) for k in range(2, 2 + waves)
    ]
    return lambda u: sum(a * math.sin(math.tau * k * u + p) for a, k, p in parts)


def dist(a: Point, b: Point) -> float:
    """Distance between two points."""
    return math.hypot(a[0] - b[0], a[1] - b[1])


def lerp(a: Point, b: Point, t: float) -> Point:
    """The point t of the way from a to b."""
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)


def length(curve: Sequence[Point], closed: bool = False) -> float:
    """Length along a curve."""
    q = [*curve, curve[0]] if closed else list(curve)
    return sum(dist(a, b) for a, b in itertools.pairwise(q))


def resample(curve: Sequence[Point], n: int | None = None, step: float = 2.0, closed: bool = False) -> Curve:
    """Evenly spaced points along a curve: n of them, or about one every step."""
    q = [*curve, curve[0]] if closed else list(curve)
    run = [0.0]
    for a, b in itertools.pairwise(q):
        run.append(run[-1] + dist(a, b))
    count = n or max(4, round(run[-1] / step) + (0 if closed else 1))
    pieces = count if closed else count - 1
    out: Curve = []
    j = 0
    for i in range(count):
        s = run[-1] * i / pieces
        while j < len(q) - 2 and run[j + 1] < s:
            j += 1
        d = run[j + 1] - run[j]
        out.append(lerp(q[j], q[j + 1], (s - run[j]) / d if d else 0))
    return out


def _barry_goldman(p: Sequence[Point], t: Sequence[float], u: float) -> Point:
    """Point at knot value u of the Catmull-Rom piece through p[1] and p[2]."""
    a = [lerp(p[m], p[m + 1], (u - t[m]) / (t[m + 1] - t[m])) for m in range(3)]
    b1 = lerp(a[0], a[1], (u - t[0]) / (t[2] - t[0]))
    b2 = lerp(a[1], a[2], (u - t[1]) / (t[3] - t[1]))
    return lerp(b1, b2, (u - t[1]) / (t[2] - t[1]))


def spline(points: Sequence[Point], closed: bool = False, step: float = 2.0) -> Curve:
    """Centripetal Catmull-Rom curve through the points, evenly sampled."""
    n = len(points)
    if closed:
        ring = [points[-1], *points, points[0], points[1]]
    else:
        first = (2 * points[0][0] - points[1][0], 2 * points[0][1] - points[1][1])
        last = (2 * points[-1][0] - points[-2][0], 2 * points[-1][1] - points[-2][1])
        ring = [first, *points, last]
    out: Curve = []
    for i in range(n if closed else n - 1):
        p = ring[i : i + 4]
        t = [0.0]
        for a, b in itertools.pairwise(p):
            t.append(t[-1] + max(1e-6, dist(a, b)) ** 0.5)
        k = max(6, int(dist(p[1], p[2]) / 1.2))
        out += [_barry_goldman(p, t, t[1] + (t[2] - t[1]) * j / k) for j in range(k)]
    if not closed:
        out.append(points[-1])
    return resample(out, step=step, closed=closed)


def normals(curve: Sequence[Point], closed: bool = False) -> Curve:
    """Unit normals to the left of travel as seen on screen."""
    n = len(curve)
    out: Curve = []
    for i in range(n):
        a = curve[i - 1] if closed or i else curve[0]
        b = curve[(i + 1) % n] if closed or i < n - 1 else curve[-1]
        dx, dy = b[0] - a[0], b[1] - a[1]
        d = math.hypot(dx, dy) or 1
        out.append((dy / d, -dx / d))
    return out


def smooth(curve: Sequence[Point], sigma: float = 2, closed: bool = False, keep_ends: bool = True) -> Curve:
    """Gaussian smoothing, sigma in points of the curve."""
    r = max(1, int(sigma * 3))
    weights = [(k, math.exp(-0.5 * (k / sigma) ** 2)) for k in range(-r, r + 1)]
    n = len(curve)
    out: Curve = []
    for i in range(n):
        near = [(curve[(i + k) % n], w) for k, w in weights if closed or 0 <= i + k < n]
        total = sum(w for _, w in near)
        out.append((sum(p[0] * w for p, w in near) / total, sum(p[1] * w for p, w in near) / total))
    if keep_ends and not closed:
        out[0], out[-1] = curve[0], curve[-1]
    return out


def shift(curve: Sequence[Point], by: float | Profile, closed: bool = False) -> Curve:
    """The curve moved to its left by a distance, point for point; folds are kept."""
    f, n = profile(by), max(1, len(curve) - 1)
    pairs = zip(curve, normals(curve, closed), strict=True)
    return [(x + nx * f(i / n), y + ny * f(i / n)) for i, ((x, y), (nx, ny)) in enumerate(pairs)]


def offset(curve: Sequence[Point], by: float | Profile, closed: bool = False, sigma: float = 1.5) -> Curve:
    """The curve moved to its left by a distance; folds are removed and corners softened."""
    f, n = profile(by), len(curve)
    pairs = zip(curve, normals(curve, closed), strict=True)
    raw = [
        ((x + nx * f(i / n), y + ny * f(i / n)), abs(f(i / n))) for i, ((x, y), (nx, ny)) in enumerate(pairs)
    ]
    source = curve[::2]
    kept = [
        q
        for q, r in raw
        if r < 0.5 or min((q[0] - s[0]) ** 2 + (q[1] - s[1]) ** 2 for s in source) > (r * 0.93) ** 2
    ]
    even = resample(kept, step=length(curve, closed) / n, closed=closed)
    return smooth(even, sigma, closed) if sigma else even


def ribbon(curve: Sequence[Point], width: float | Profile) -> Curve:
    """Closed outline of a band along the curve; width is the full width."""
    f = profile(width)
    left = shift(curve, lambda u: f(u) / 2)
    right = shift(curve, lambda u: -f(u) / 2)
    return left + right[::-1]


def coil(curve: Sequence[Point], amplitude: float | Profile, turns: float, phase: float = 0.0) -> Curve:
    """A wave along the curve, flat at its start: a coiled vessel or gland."""
    f = profile(amplitude)
    return shift(curve, lambda u: f(u) * math.sin(turns * math.tau * u + phase) * smoothstep(0, 0.12, u))


def inside(point: Point, outline: Sequence[Point]) -> bool:
    """Whether the point lies in the closed outline (even-odd)."""
    x, y = point
    hit = False
    for (x0, y0), (x1, y1) in zip(outline, [*outline[1:], outline[0]], strict=True):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            hit = not hit
    return hit


def nearest(curve: Sequence[Point], point: Point) -> int:
    """Index of the curve's point that lies nearest."""
    return min(range(len(curve)), key=lambda i: dist(curve[i], point))


def mirror(curve: Sequence[Point], axis: float) -> Curve:
    """The curve mirrored at the vertical x = axis, travelling the other way."""
    return [(2 * axis - x, y) for x, y in reversed(curve)]


def along(curve: Sequence[Point], t: float) -> tuple[float, float, float]:
    """Point at t (0..1) of the curve's points, and the heading there in radians."""
    i = max(1, min(len(curve) - 2, round(t * (len(curve) - 1))))
    (x0, y0), (x1, y1) = curve[i - 1], curve[i + 1]
    return curve[i][0], curve[i][1], math.atan2(y1 - y0, x1 - x0)


def circle(cx: float, cy: float, r: float, n: int = 48, start: float = 0.0) -> Curve:
    """Points of a circle."""
    return [
        (cx + r * math.cos(start + math.tau * i / n), cy + r * math.sin(start + math.tau * i / n))
        for i in range(n)
    ]


def blob(
    rng: random.Random,
    cx: float,
    cy: float,
    rx: float,
    ry: float,
    rough: float = 0.1,
    n: int = 14,
    turn: float = 0.0,
) -> Curve:
    """Corner points of an uneven ellipse turned by `turn` radians; draw them as a closed curve."""
    c, s = math.cos(turn), math.sin(turn)
    out: Curve = []
    for i in range(n):
        r = 1 + rng.uniform(-rough, rough)
        x, y = rx * r * math.cos(math.tau * i / n), ry * r * math.sin(math.tau * i / n)
        out.append((cx + x * c - y * s, cy + x * s + y * c))
    return out


def scatter(rng: random.Random, box: tuple[float, float, float, float], gap: float, tries: int) -> Curve:
    """Points in the box (x0, y0, x1, y1), no two nearer than gap: an even, natural sprinkling."""
    kept: Curve = []
    cells: dict[tuple[int, int], Point] = {}
    for _ in range(tries):
        p = (rng.uniform(box[0], box[2]), rng.uniform(box[1], box[3]))
        i, j = int(p[0] // gap), int(p[1] // gap)
        around = (cells.get((i + a, j + b)) for a in (-1, 0, 1) for b in (-1, 0, 1))
        if all(q is None or dist(p, q) >= gap for q in around):
            cells[i, j] = p
            kept.append(p)
    return kept
