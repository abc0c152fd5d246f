"""Bone-forming cells close up: preosteoblast, osteoblasts, the bone they lay down and the osteocytes in it."""

import math
import random
from collections.abc import Sequence

from drawing.bone import BONE, BONE_LINE
from drawing.cells import nucleus
from drawing.geometry import Curve, Point, blob, lerp, resample, shift, spline
from drawing.palette import BOUNDARY, INK, MINERAL
from drawing.svg import Svg, bez, dot, num
from drawing.tissue import oval

OSTEOID = "#F7DCE4"
COLLAGEN = "#D9848F"
LACUNA = "#FFF7EC"


def body(svg: Svg, outline: Curve, fill: str = "url(#cytoplasm)") -> None:
    """A cell body with one membrane line."""
    svg.path(bez(outline, True, 8), fill, INK, 1.8)


def sheets(svg: Svg, curves: Sequence[Curve]) -> None:
    """Rough endoplasmic reticulum as short bent sheets with ribosomes."""
    d = "".join(bez(c, every=8) for c in curves)
    svg.path(d, stroke="#7A6BB0", w=4.6)
    svg.path(d, stroke="#DCD5F0", w=2.4)
    beads = "".join(bez(shift(c, 3.6), every=8) + bez(shift(c, -3.6), every=8) for c in curves)
    svg.path(beads, stroke="#5B4B92", w=1.7, dash="0.01 4.4")


def packets(svg: Svg, places: Sequence[Point], r: float = 2.4) -> None:
    """Secretory vesicles full of collagen."""
    svg.path("".join(dot(x, y, r) for x, y in places), "#F2A7B4", "#9C3F58", 0.9)


def osteoblast(
    svg: Svg, rng: random.Random, foot: Sequence[Point], tall: float, *, active: bool = True
) -> None:
    """A cuboidal osteoblast that stands on the bone between two points; nucleus away from the bone, Golgi next to it."""
    (x0, y0), (x1, y1) = foot
    a = math.atan2(y1 - y0, x1 - x0)
    up = (math.sin(a), -math.cos(a))

    def at(u: float, v: float) -> Point:
        x, y = lerp((x0, y0), (x1, y1), u)
        return x + up[0] * v * tall, y + up[1] * v * tall

    corners = [
        at(0.03, 0.02),
        at(0.0, 0.3),
        at(0.04, 0.72),
        at(0.2, 0.97),
        at(0.52, 1.03),
        at(0.82, 0.96),
        at(0.97, 0.7),
    ]
    corners += [at(1.0, 0.3), at(0.97, 0.02), at(0.74, -0.03), at(0.5, 0.0), at(0.26, -0.03)]
    corners = [(x + rng.uniform(-0.8, 0.8), y + rng.uniform(-0.8, 0.8)) for x, y in corners]
    body(svg, spline(corners, closed=True, step=3))
    wide = math.hypot(x1 - x0, y1 - y0)
    for side in (0.14, 0.86):
        sheets(svg, [[at(side, v) for v in (0.22, 0.34, 0.46, 0.58)]])
    bow = [
        [at(0.5 + s * (0.2 - 0.02 * k), 0.5 - 0.06 * k - 0.05 * (1 - s * s)) for s in (-1, -0.5, 0, 0.5, 1)]
        for k in range(3)
    ]
    d = "".join(bez(c, every=5) for c in bow)
    svg.path(d, stroke="#A8702A", w=3.4)
    svg.path(d, stroke="#F3CF8B", w=1.7)
    if active:
        packets(
            svg,
            [
                at(u, v)
                for u, v in ((0.3, 0.2), (0.45, 0.14), (0.6, 0.2), (0.72, 0.12), (0.36, 0.06), (0.55, 0.04))
            ],
            2,
        )
    cx, cy = at(0.5, 0.74)
    nucleus(svg, rng, cx, cy, wide * 0.26, tall * 0.17, a)


def osteocyte(svg: Svg, rng: random.Random, x: float, y: float, half: float, turn: float) -> None:
    """A bone cell in its lacuna, with fine processes in canaliculi; turn in degrees."""
    rays = ""
    for k in range(14):
        a = math.tau * k / 14 + rng.uniform(-0.12, 0.12)
        far = half * rng.uniform(1.5, 2.1)
        c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        for q0, q1 in ((0.7, 1.0),):
            px, py = half * q0 * math.cos(a), half * 0.5 * q0 * math.sin(a)
            ex, ey = far * q1 * math.cos(a), far * 0.72 * q1 * math.sin(a)
            rays += f"M{num(x + px * c - py * s)} {num(y + px * s + py * c)}L{num(x + ex * c - ey * s)} {num(y + ex * s + ey * c)}"
    svg.path(rays, stroke="#8A5A58", w=0.9)
    svg.path(oval(x, y, half, half * 0.5, turn), LACUNA, INK, 1)
    svg.path(oval(x, y, half * 0.72, half * 0.33, turn), "#F3CBD3", INK, 0.7)
    svg.path(oval(x, y, half * 0.4, half * 0.24, turn), "#8660AC", INK, 0.7)


def bone_below(svg: Svg, surface: Curve, floor: float, seam: float = 9) -> None:
    """Bone under a surface down to the horizontal at floor: a pale seam of osteoid on mineralised lamellae."""
    bottom = [(surface[-1][0], floor), (surface[0][0], floor)]
    svg.path(bez(surface, every=10) + "".join(f"L{num(x)} {num(y)}" for x, y in bottom) + "Z", OSTEOID)
    front = shift(surface, -seam)
    svg.path(bez(front, every=10) + "".join(f"L{num(x)} {num(y)}" for x, y in bottom) + "Z", BONE)
    lamellae = "".join(bez(shift(surface, -seam - 11 * k), every=14) for k in range(1, 9))
    svg.path(lamellae, stroke=BONE_LINE, w=1, so=0.75)
    svg.path(bez(front, every=10), stroke=MINERAL, w=2.2)
    svg.path(bez(surface, every=10), stroke=INK, w=BOUNDARY)


def fibrils(svg: Svg, rng: random.Random, outline: Sequence[Point], count: int, lean: float = 0.0) -> None:
    """Short wavy collagen fibrils, newly laid, round the places of a curve."""
    d = ""
    for x, y in resample(list(outline), n=count):
        px, py = x + rng.uniform(-12, 12), y + rng.uniform(-4, 4)
        a = lean + rng.uniform(-0.25, 0.25)
        run = [
            (px + t * math.cos(a), py + t * math.sin(a) + 1.6 * math.sin(t / 4)) for t in range(-14, 15, 4)
        ]
        d += bez(run, every=7)
    svg.path(d, stroke=COLLAGEN, w=1.8)


def plump(rng: random.Random, x: float, y: float, rx: float, ry: float, turn: float) -> Curve:
    """Outline of a plump cell with short blunt processes at its two ends; turn in degrees."""
    base = blob(rng, 0, 0, rx, ry, 0.04, 16, 0)
    base[0] = (rx * 1.2, -ry * 0.1)
    base[8] = (-rx * 1.2, ry * 0.12)
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    return spline([(x + px * c - py * s, y + px * s + py * c) for px, py in base], closed=True, step=4)
