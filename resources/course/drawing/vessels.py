"""Vessels: the coiled spiral artery seen from the side, straight branches, capillary nets."""

import math
import random
from collections.abc import Sequence

from drawing.geometry import Curve, Point, Profile, dist, normals, profile, resample, ribbon, spline
from drawing.palette import ARTERY, ARTERY_LIGHT, INK, VEIN, darker, lighter
from drawing.svg import Svg, bez


def helix(
    axis: Sequence[Point], radius: float | Profile, pitch: float, tilt: float = 0.42, step: float = 0.8
) -> Curve:
    """A screw along the axis, seen from the side; tilt is how far it leans towards the eye.

    It lies in front of the axis where the sine of its phase is positive; see `strands`.
    """
    f, path = profile(radius), resample(axis, step=step)
    n = len(path) - 1
    out: Curve = []
    for i, ((x, y), (nx, ny)) in enumerate(zip(path, normals(path), strict=True)):
        a, r = math.tau * i * step / pitch, f(i / n)
        across, ahead = r * math.cos(a), -r * tilt * math.sin(a)
        out.append((x + nx * across - ny * ahead, y + ny * across + nx * ahead))
    return out


def strands(curve: Sequence[Point], pitch: float, step: float = 0.8) -> tuple[list[Curve], list[Curve]]:
    """The half turns of a helix that lie behind its axis, and those that lie in front."""
    halves: tuple[list[Curve], list[Curve]] = ([], [])
    count = math.ceil(2 * len(curve) * step / pitch)
    for k in range(count):
        first, last = round(k * pitch / 2 / step), round((k + 1) * pitch / 2 / step)
        piece = list(curve[first : last + 1])
        if len(piece) > 3:
            halves[1 - k % 2].append(piece)
    return halves


def spiral_artery(
    svg: Svg, axis: Sequence[Point], radius: float | Profile, pitch: float, w: float = 6
) -> None:
    """A coiled artery: the turns behind first and darker, then the turns in front with a highlight."""
    back, front = strands(helix(axis, radius, pitch), pitch)
    behind = "".join(bez(c, every=3.2) for c in back if len(c) > 2)
    before = "".join(bez(c, every=3.2) for c in front if len(c) > 2)
    name = f"coil-{len(svg.defs)}"
    svg.symbol(f"{name}-back", f'<path d="{behind}"/>')
    svg.symbol(f"{name}-front", f'<path d="{before}"/>')
    for part, colour, cap in (("back", darker(ARTERY, 0.32), "round"), ("front", ARTERY, "butt")):
        for paint, width, end in ((INK, w + 2.4, cap), (colour, w, "round")):
            svg.raw(
                f'<use href="#{name}-{part}" fill="none" stroke="{paint}" stroke-width="{width:g}"'
                f' stroke-linecap="{end}" stroke-linejoin="round"/>'
            )
    shine = [
        [(x - w * 0.1, y - w * 0.2) for x, y in c[len(c) // 4 : -len(c) // 4]] for c in front if len(c) > 7
    ]
    svg.path("".join(bez(c, every=4) for c in shine), stroke=ARTERY_LIGHT, w=round(w * 0.27, 1))


def vessel(
    svg: Svg,
    curve: Sequence[Point],
    width: float | Profile,
    colour: str,
    light: str,
    edge: float = 1.1,
    every: float = 8,
) -> None:
    """A straight or winding vessel with an outline and a highlight, both long sides and ends drawn."""
    f, n = profile(width), len(curve) - 1
    svg.path(bez(ribbon(curve, lambda u: f(u) + edge), True, every), fill=colour, stroke=INK, w=edge)
    shine = [(x - 0.18 * f(i / n), y - 0.22 * f(i / n)) for i, (x, y) in enumerate(curve)]
    svg.path(bez(shine, every=every * 1.6), stroke=light, w=round(max(0.6, f(0.3) * 0.26), 1))


def artery(svg: Svg, curve: Sequence[Point], width: float | Profile, every: float = 8) -> None:
    """A vessel in the red of arteries."""
    vessel(svg, curve, width, ARTERY, ARTERY_LIGHT, every=every)


def vein(svg: Svg, curve: Sequence[Point], width: float | Profile, every: float = 8) -> None:
    """A vessel in a pale blue with a thinner wall, so that arteries lead."""
    vessel(svg, curve, width, lighter(VEIN, 0.25), lighter(VEIN, 0.65), 0.9, every)


def capillaries(rng: random.Random, start: Point, ends: Sequence[Point], wave: float = 2.5) -> list[Curve]:
    """Thin winding vessels from one point to several ends."""
    out: list[Curve] = []
    for end in ends:
        span = dist(start, end)
        middle = [
            (
                start[0] + (end[0] - start[0]) * t + rng.uniform(-wave, wave),
                start[1]
                + (end[1] - start[1]) * t
                + rng.uniform(-wave, wave)
                - span * 0.12 * math.sin(math.pi * t),
            )
            for t in (0.25, 0.5, 0.75)
        ]
        out.append(spline([start, *middle, end], step=1.5))
    return out
