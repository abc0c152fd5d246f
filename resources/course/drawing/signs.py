"""Signs of the blood: a drop, and the gauge of a level on its card."""

from drawing.palette import BLOOD, BOUNDARY, DETAIL, INK, lighter
from drawing.svg import Svg, num, poly

NORMAL_ZONE = "#CFE8DC"
NORMAL_EDGE = "#0B6A52"


def drop(svg: Svg, x: float, y: float, size: float) -> None:
    """A drop of blood, its tip at (x, y - size), with a hatch as its second code (pattern "blood-hatch")."""
    d = (
        f"M{num(x)} {num(y - size)}C{num(x + 0.3 * size)} {num(y - 0.45 * size)} {num(x + 0.66 * size)} "
        f"{num(y - 0.1 * size)} {num(x + 0.66 * size)} {num(y + 0.32 * size)}A{num(0.66 * size)} {num(0.66 * size)} 0 0 1 "
        f"{num(x - 0.66 * size)} {num(y + 0.32 * size)}C{num(x - 0.66 * size)} {num(y - 0.1 * size)} "
        f"{num(x - 0.3 * size)} {num(y - 0.45 * size)} {num(x)} {num(y - size)}Z"
    )
    svg.path(d, lighter(BLOOD, 0.12))
    svg.path(d, "url(#blood-hatch)", INK, BOUNDARY)


def gauge_paints(svg: Svg) -> None:
    """Define the patterns of the gauge: blood-hatch and normal-hatch."""
    svg.hatch("blood-hatch", "#6B0E1B", 4, 1.2)
    svg.hatch("normal-hatch", "#7DBBA0", 5, 1.2)


def level_gauge(
    svg: Svg, box: tuple[float, float, float, float], level: float, *, upright: bool = False
) -> None:
    """A blood level on a scale of low, normal (hatched, a third of the length) and high.

    `box` is (x, y, width, height) of the tube, `level` 0..1 along it; the wedge points at the level.
    """
    x, y, w, h = box
    r = min(w, h) / 2
    tube = f'<rect x="{num(x)}" y="{num(y)}" width="{num(w)}" height="{num(h)}" rx="{num(r)}"'
    svg.raw(f'{tube} fill="#FFFFFF"/>')
    if upright:
        a, b = y + h * 0.36, y + h * 0.66
        zone = f'<rect x="{num(x)}" y="{num(a)}" width="{num(w)}" height="{num(b - a)}"'
        marks = "".join(f"M{num(x)} {num(y + h * k / 12)}h{num(w * 0.3)}" for k in range(2, 12))
        tip = (x + w + 1, y + h * (1 - level))
        wedge = [tip, (tip[0] + 13, tip[1] - 8), (tip[0] + 13, tip[1] + 8)]
    else:
        a, b = x + w * 0.34, x + w * 0.66
        zone = f'<rect x="{num(a)}" y="{num(y)}" width="{num(b - a)}" height="{num(h)}"'
        marks = "".join(f"M{num(x + w * k / 12)} {num(y + h)}v{num(-h * 0.35)}" for k in range(2, 11))
        tip = (x + w * level, y - 1)
        wedge = [tip, (tip[0] - 6, tip[1] - 10), (tip[0] + 6, tip[1] - 10)]
    svg.raw(f'{zone} fill="{NORMAL_ZONE}"/>{zone} fill="url(#normal-hatch)" stroke="{NORMAL_EDGE}"/>', 2)
    svg.path(marks, stroke=INK, w=DETAIL, so=0.6)
    svg.raw(f'{tube} fill="none" stroke="{INK}" stroke-width="{BOUNDARY}"/>')
    svg.path(poly(wedge), INK, "#FFFFFF", 1)


def card(svg: Svg, x: float, y: float, w: float, h: float, r: float = 8) -> None:
    """A white card with a thin edge, the ground of gauges and charts in both themes."""
    svg.raw(
        f'<rect x="{num(x)}" y="{num(y)}" width="{num(w)}" height="{num(h)}" rx="{num(r)}" fill="#FFFFFF" '
        f'stroke="#B9AEC6" stroke-width="1.2"/>'
    )
