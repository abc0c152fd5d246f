"""The day axis that charts of the cycle share, so that they can be stacked: card, phases, ticks, ovulation."""

from collections.abc import Sequence

from drawing.geometry import Curve, Point
from drawing.palette import INK
from drawing.signs import card
from drawing.slim_lining import NEUTRAL, day_strip
from drawing.svg import Svg, num, poly

LEFT, RIGHT = 44.0, 604.0
STEP = (RIGHT - LEFT) / 27
STRIP = 374
PHASES = ((1, 4, "#D9848F"), (5, 14, "#9CCBC2"), (15, 28, "#EBCB86"))
TINTS = ((1, 4, "#FBE9EB"), (5, 14, "#EDF6F4"), (15, 28, "#FCF5E4"))


def day(value: float) -> float:
    """x of a day of the cycle, day 1 to 28."""
    return LEFT + (value - 1) * STEP


def scaled(points: Sequence[Point], base: float, unit: float) -> Curve:
    """Points (day, value) of a chart that stands on `base`, one unit of the value `unit` high."""
    return [(day(d), base - value * unit) for d, value in points]


def sheet(svg: Svg, panels: Sequence[tuple[float, float]]) -> None:
    """The card with the tints of the three phases behind each panel (top, base), and its base line."""
    card(svg, 1, 1, 638, 398, 10)
    for top, base in panels:
        for first, last, tint in TINTS:
            x = day(first - 0.5)
            svg.raw(
                f'<rect x="{num(x)}" y="{num(top)}" width="{num(day(last + 0.5) - x)}" '
                f'height="{num(base - top)}" fill="{tint}"/>'
            )
        svg.path(f"M{num(day(0.5))} {num(top)}V{num(base)}H{num(day(28.5))}", stroke="#857C93", w=1.6)
    ticks = "".join(f"M{num(day(d))} {num(panels[-1][1])}v{12 if d % 7 == 0 else 7}" for d in range(1, 29))
    svg.path(ticks, stroke="#857C93", w=1.4)


def strip(svg: Svg) -> None:
    """The 28 days in the tints of their phases, menses hatched."""
    day_strip(svg, (day(0.5), day(28.5)), STRIP, PHASES)


def side_ticks(
    svg: Svg, x: float, base: float, gap: float, count: int, *, long: int = 0, colour: str = NEUTRAL
) -> None:
    """Ticks of an upright scale, to the left of x (to the right if gap is negative); each `long`-th is longer."""
    way = -1 if gap > 0 else 1
    d = "".join(
        f"M{num(x)} {num(base - abs(gap) * k)}h{way * (11 if long and k % long == 0 else 7)}"
        for k in range(count)
    )
    svg.path(d, stroke=colour, w=1.5)


def ovulation(svg: Svg, top: float, base: float) -> None:
    """The line of ovulation on day 14, an egg cell on its head."""
    x = day(14)
    svg.path(f"M{num(x)} {num(top + 9)}V{num(base)}", stroke="#FFFFFF", w=5)
    svg.path(f"M{num(x)} {num(top + 9)}V{num(base)}", stroke=INK, w=2)
    for r, fill in ((10, "#F3E3B8"), (6.5, "#FBF3DC"), (2.6, "#8660AC")):
        svg.raw(
            f'<circle cx="{num(x)}" cy="{num(top)}" r="{r}" fill="{fill}" stroke="{INK}" stroke-width="1.3"/>'
        )
    foot = [(x, base), (x - 6, base + 9), (x + 6, base + 9)]
    svg.path(poly(foot), INK)
