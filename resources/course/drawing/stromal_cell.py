"""One stromal cell from sound to dead: its outline, its torn membrane, its nucleus and mitochondria."""

import random

from drawing.cells import (
    cell_paints,
    dying_nucleus,
    golgi,
    mitochondrion_symbols,
    nucleus,
    reticulum,
    spindle_cell,
)
from drawing.geometry import Curve, dist, spline
from drawing.membranes import bilayer, runs
from drawing.svg import Svg, bez

CELL = [
    (28, 246), (70, 206), (92, 150), (140, 108), (205, 90), (268, 84), (322, 56), (338, 66), (338, 110), (366, 160),
    (374, 206), (360, 252), (330, 292), (286, 316), (226, 322), (176, 346), (158, 338), (150, 312), (102, 280), (58, 258),
]  # fmt: skip
HEART = (212, 204)
MITOCHONDRIA = [
    (96, 224, -62),
    (150, 284, 24),
    (246, 278, -8),
    (316, 226, 62),
    (150, 142, -28),
    (228, 124, 8),
]
RUPTURES: list[tuple[float, float, float]] = [(372, 190, 26), (296, 66, 15), (104, 284, 15)]
SHED: list[tuple[float, float, float]] = [
    (368, 190, 32),
    (305, 60, 22),
    (104, 286, 22),
    (336, 290, 24),
    (196, 90, 16),
]
WRECK: list[tuple[float, float, float]] = [
    (360, 190, 62),
    (300, 66, 46),
    (104, 284, 42),
    (330, 286, 46),
    (190, 96, 36),
    (210, 318, 24),
]


def cell(swell: float = 0.0, uneven: float = 0.0, seed: int = 1) -> Curve:
    """Outline of the stromal cell; a swollen one bulges between its processes."""
    rng = random.Random(seed)
    corners = []
    for x, y in CELL:
        far = max(0.0, (dist((x, y), HEART) - 120) / 80)
        k = (1 + swell * (1 - far) - abs(swell) * 0.55 * far) * (1 + rng.uniform(-uneven, uneven))
        corners.append((HEART[0] + (x - HEART[0]) * k, HEART[1] + (y - HEART[1]) * k))
    return spline(corners, closed=True, step=7.5)


INTACT, SWOLLEN, DYING, DEAD = cell(), cell(0.055), cell(0.01, 0.02, 3), cell(-0.04, 0.05, 5)


def cell_symbols(svg: Svg) -> None:
    """Define what the stages repeat: paints, mitochondria, spindle, broken-sheets and golgi."""
    cell_paints(svg)
    mitochondrion_symbols(svg)
    spare = Svg(640, 400, "")
    spindle_cell(spare, 0, 0, 150, 24, 0, 0.0005)
    svg.symbol("spindle", "".join(spare.body))
    spare = Svg(640, 400, "")
    reticulum(spare, 205, 200, (63, 52), (118, 236), broken=True)
    svg.symbol("broken-sheets", "".join(spare.body))
    spare = Svg(640, 400, "")
    golgi(spare, 262, 144)
    svg.symbol("golgi", "".join(spare.body))


def body(svg: Svg, outline: Curve, fill: str, gaps: list[tuple[float, float, float]]) -> None:
    """Cytoplasm and what is left of the membrane."""
    svg.path(bez(outline, True, 22), fill)
    for piece in runs(outline, gaps) if gaps else [outline]:
        bilayer(svg, piece, not gaps, 3.6, 5.0, 4.3)


def stages(svg: Svg) -> None:
    """The cell of each stage, one group each, with its nucleus and mitochondria in groups of their own."""
    with svg.group("cell-intact"):
        body(svg, INTACT, "url(#cytoplasm)", [])
        reticulum(svg, 205, 200, (63, 52), (118, 236))
        svg.use("golgi", 0, 0)
    with svg.group("cell-injured"):
        body(svg, SWOLLEN, "url(#cytoplasm)", RUPTURES)
        svg.use("broken-sheets", 0, 0)
        svg.use("golgi", 0, 0)
    with svg.group("cell-dying"):
        body(svg, DYING, "url(#cytoplasm-dying)", SHED)
        with svg.group("cell-dying-sacs", 'opacity=".5"'):
            svg.use("broken-sheets", 0, 0)
            svg.use("golgi", 0, 0)
    with svg.group("cell-dead"):
        body(svg, DEAD, "url(#cytoplasm-dying)", WRECK)
        with svg.group("cell-dead-sacs", 'opacity=".25"'):
            svg.use("broken-sheets", 0, 0)
    with svg.group("nucleus"):
        with svg.group("nucleus-live"):
            nucleus(svg, random.Random(11), 205, 200, 50, 40, -0.21)
        with svg.group("nucleus-shrunken"):
            dying_nucleus(svg, random.Random(12), 205, 200, 42, 32, -0.21)
        with svg.group("nucleus-dark"):
            dying_nucleus(svg, random.Random(13), 205, 200, 31, 24, -0.21)
    with svg.group("mitochondrion"):
        for state, scale in (("sound", 1.0), ("swollen", 1.05), ("mineral", 1.0)):
            rng = random.Random(14)
            with svg.group(f"mitochondria-{state}"):
                for x, y, turn in MITOCHONDRIA:
                    svg.use(f"mitochondrion-{state}", x, y, turn + rng.uniform(-6, 6), scale)
