"""Four hormones through a 28-day cycle: the two of the pituitary above, the two of the ovary below."""

from drawing.cycle_chart import day, ovulation, scaled, sheet, side_ticks, strip
from drawing.geometry import Point, spline
from drawing.slim_lining import fragment_paints
from drawing.svg import Svg, bez, dot

UPPER, LOWER = (34, 176), (206, 356)
OESTRADIOL, PROGESTERONE, LH, FSH = "#B4346A", "#5B3DA8", "#A87400", "#1A7F8C"
DAYS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 12.5, 13, 13.25, 13.5, 14, *range(15, 29))
# pmol/L, nmol/L, IU/L, IU/L: a smoothed model within the published ranges of each phase.
E2 = (130, 130, 135, 145, 155, 170, 200, 240, 300, 400, 580, 820, 900, 800, 680, 560, 380, 300, 320, 390, 450, 500, 530, 540, 520, 470, 410, 340, 260, 190, 140)  # fmt: skip
P4 = (0.6, 0.4, 0.3, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.3, 0.4, 0.8, 1.2, 2.0, 2.5, 3.0, 4.5, 8.0, 15, 22, 29, 34, 37, 38, 37, 33, 27, 19, 11, 5.0, 2.0)  # fmt: skip
LH_VALUES = (5.0, 5.2, 5.5, 6.0, 6.5, 7.0, 7.0, 7.2, 7.5, 8.0, 9.0, 14, 25, 42, 46, 40, 22, 10, 8.0, 7.5, 7.0, 6.8, 6.5, 6.0, 5.6, 5.2, 4.8, 4.5, 4.2, 4.2, 4.5)  # fmt: skip
FSH_VALUES = (6.0, 6.6, 7.0, 7.0, 6.8, 6.4, 6.0, 5.6, 5.2, 4.8, 4.6, 6.0, 9.0, 13, 14, 12.5, 9.0, 6.0, 4.8, 4.2, 3.8, 3.4, 3.0, 2.7, 2.5, 2.3, 2.3, 2.5, 3.0, 4.0, 5.2)  # fmt: skip
PER_IU, PER_PMOL, PER_NMOL = 2.8, 0.148, 3.0  # height of one unit on the scale of each hormone

CURVES = (
    ("lh-curve", LH, "15 6", 3.4, LH_VALUES, UPPER[1], PER_IU, 13.25),
    ("fsh-curve", FSH, "0.01 6.4", 4.2, FSH_VALUES, UPPER[1], PER_IU, 13.25),
    ("progesterone-curve", PROGESTERONE, "", 3.6, P4, LOWER[1], PER_NMOL, 21),
    ("oestradiol-curve", OESTRADIOL, "7 5.5", 3.6, E2, LOWER[1], PER_PMOL, 12.5),
)


def draw() -> str:
    svg = Svg(640, 400, "Hormone curves of a 28-day cycle")
    fragment_paints(svg)
    with svg.group("chart"):
        sheet(svg, (UPPER, LOWER))
        rest = "".join(f"M{day(d):.1f} {top}V{base}" for d in (7, 21, 28) for top, base in (UPPER, LOWER))
        svg.path(rest, stroke="#CFC6DA", w=1, dash="2 4")
        side_ticks(svg, day(0.5), UPPER[1], 10 * PER_IU, 6)
        side_ticks(svg, day(0.5), LOWER[1], 200 * PER_PMOL, 6, colour=OESTRADIOL)
        side_ticks(svg, day(28.5), LOWER[1], -10 * PER_NMOL, 6, colour=PROGESTERONE)
        strip(svg)
    with svg.group("ovulation-line"):
        ovulation(svg, 18, LOWER[1])
    for name, colour, dash, w, values, base, unit, peak in CURVES:
        points: list[Point] = scaled(list(zip(DAYS, values, strict=True)), base, unit)
        line = bez(spline(points, step=2), every=7)
        top = points[DAYS.index(peak)]
        with svg.group(name):
            svg.path(line, stroke="#FFFFFF", w=w + 3, so=0 if name == "fsh-curve" else 0.9)
            svg.path(line, stroke=colour, w=w, dash=dash, cap="butt" if dash and w < 4 else "round")
            svg.path(dot(*top, 5), colour, "#FFFFFF", 1.8)
    return svg.text()
