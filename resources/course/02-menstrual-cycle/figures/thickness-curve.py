"""Thickness of the lining on ultrasound, both layers together, through a 28-day cycle."""

from drawing.cycle_chart import day, scaled, sheet, side_ticks, strip
from drawing.geometry import spline
from drawing.palette import INK
from drawing.slim_lining import fragment_paints
from drawing.svg import Svg, bez, dot, num

TOP, BASE, PER_MM = 24, 356, 19.5
POINTS = ((1, 4), (2, 3.5), (3, 3), (4, 3.5), (5, 5), (6, 5.5), (7, 6), (8, 6.5), (9, 7), (10, 8), (11, 9), (12, 10), (13, 10.5), (14, 11), (16, 11.5), (18, 12), (20, 12.5), (21, 13), (23, 13), (25, 12), (26, 11), (27, 9.5), (28, 7))  # fmt: skip
# The reference ranges: first and last day, least and most millimetres.
BANDS = {
    "menses-band": ("#E9A3AC", "#9A3B48", 45, ((1, 4, 1, 4),)),
    "proliferative-band": ("#A6D3CA", "#1F6F62", 0, ((5, 9, 5, 7), (10, 14, 7, 11))),
    "secretory-band": ("#F0D595", "#8A6200", -45, ((15, 28, 7, 16),)),
}
LINE = "#4B2A86"


def draw() -> str:
    svg = Svg(640, 400, "Thickness of the lining through the cycle")
    fragment_paints(svg)
    with svg.group("chart"):
        sheet(svg, ((TOP, BASE),))
        rules = "".join(f"M{num(day(0.5))} {num(BASE - mm * PER_MM)}H{num(day(28.5))}" for mm in (5, 10, 15))
        svg.path(rules, stroke="#CFC6DA", w=1.1, dash="2 4")
        side_ticks(svg, day(0.5), BASE, PER_MM, 17, long=5, colour=INK)
        strip(svg)
    for name, (fill, edge, turn, boxes) in BANDS.items():
        paint = svg.hatch(f"{name}-hatch", edge, 9, 0.9, turn)
        with svg.group(name):
            for first, last, low, high in boxes:
                x, y = day(first - 0.5), BASE - high * PER_MM
                place = f'x="{num(x + 1.5)}" y="{num(y)}" width="{num(day(last + 0.5) - x - 3)}" height="{num((high - low) * PER_MM)}" rx="4"'
                svg.raw(f'<rect {place} fill="{fill}"/>')
                svg.raw(
                    f'<rect {place} fill="{paint}" fill-opacity="0.45" stroke="{edge}" stroke-width="1.6"/>'
                )
    points = scaled(POINTS, BASE, PER_MM)
    curve = bez(spline(points, step=2), every=8)
    with svg.group("thickness-line"):
        svg.path(curve, stroke="#FFFFFF", w=8)
        svg.path(curve, stroke=LINE, w=4)
        svg.path("".join(dot(x, y, 3.4) for x, y in points), "#FFFFFF", LINE, 1.6)
    with svg.group("peak"):
        x, y = day(22), BASE - 13 * PER_MM
        svg.path(f"M{num(x)} {num(y)}V{BASE}", stroke="#FFFFFF", w=4.6)
        svg.path(f"M{num(x)} {num(y)}V{BASE}", stroke=INK, w=1.8, dash="6 4", cap="butt")
        reach = f"M{num(day(21))} {num(y - 14)}V{num(y - 20)}H{num(day(23))}V{num(y - 14)}"
        svg.path(reach, stroke=INK, w=2.2)
        svg.path(dot(x, y, 7.5), "#FFD34D", INK, 2)
    return svg.text()
