"""Membranes close up and from afar: lipids, bilayers, vesicles, enzymes, the round magnifying window."""

import math
from collections.abc import Callable, Sequence

from drawing.geometry import Curve, Point, dist, length, resample, shift
from drawing.palette import BOUNDARY, DETAIL, DEVICE, INK, LYMPH, ORGAN, darker
from drawing.svg import Svg, dot, num, poly

LIPID = "#8C7AA9"
LIPID_EDGE = "#57487A"
SERINE = "#D0353A"  # phosphatidylserine: red with a white eye
SERINE_EDGE = "#7E141A"
TAIL = "#A795C2"
CYTOPLASM_SIDE = "#F9D9DD"
FLUID_SIDE = "#FBEFF1"


def lipid_symbols(svg: Svg) -> None:
    """Define lipid and serine: a head of radius 5 at (0, 0), two tails down to y = 19."""
    for name, fill, edge in (("lipid", LIPID, LIPID_EDGE), ("serine", SERINE, SERINE_EDGE)):
        eye = '<circle r="1.7" fill="#FFFFFF"/>' if name == "serine" else ""
        svg.symbol(
            name,
            f'<path d="M-1.8 5C-3.2 10-.6 13-2 19M1.8 5C3.2 10 .6 13 2 19" fill="none" stroke="{TAIL}" stroke-width="1.7" '
            f'stroke-linecap="round"/><circle r="5" fill="{fill}" stroke="{edge}"/>{eye}',
        )


def vesicle_symbol(svg: Svg, name: str = "vesicle", content: str = "") -> None:
    """Define a small matrix vesicle, 23 across, with red dots on its outer face."""
    svg.symbol(
        name,
        f'<circle r="8.5" fill="#FFF7F2" stroke="{LIPID_EDGE}" stroke-width="5"/>'
        f'<circle r="8.5" fill="none" stroke="{LIPID}" stroke-width="3.6"/>'
        '<circle r="8.5" fill="none" stroke="#F4EEF9" stroke-width="1.3"/>'
        f'<circle r="10.6" fill="none" stroke="{SERINE}" stroke-width="2" stroke-dasharray=".01 7.4" stroke-linecap="round"/>'
        + content,
    )


def enzyme_symbols(svg: Svg) -> None:
    """Define tnap (jaws on a stalk; stands on a membrane at y = 0, opens upwards) and phospho1 (loose jaws)."""
    jaws = "M-1.5-9.5L-5.6-19.6C-12.4-18-13.4-7.2-7.4-2.6C-3.2.4 3.2.4 7.4-2.6C13.4-7.2 12.4-18 5.6-19.6L1.5-9.5Z"
    svg.symbol(
        "tnap-enzyme",
        f'<path d="M0 6V-3" stroke="{darker(DEVICE, 0.5)}" stroke-width="3" stroke-linecap="round"/>'
        f'<path d="{jaws}" fill="{DEVICE}" stroke="{darker(DEVICE, 0.6)}" stroke-width="1.4" stroke-linejoin="round"/>'
        '<path d="M-8.4-12C-8.6-9-7.4-6.4-5.4-5" stroke="#BFE6EC" stroke-width="1.4" fill="none" stroke-linecap="round"/>',
    )
    svg.symbol(
        "phospho1-enzyme",
        f'<path d="M-1.5-1L-5-9.6C-11-8.4-12 0-7.4 4.4C-3.2 8 3.2 8 7.4 4.4C12 0 11-8.4 5-9.6L1.5-1Z" fill="{LYMPH}" '
        f'stroke="{darker(LYMPH, 0.6)}" stroke-width="1.4" stroke-linejoin="round"/>'
        '<path d="M-7-3C-7.2-.4-6.2 1.6-4.6 3" stroke="#CDEBDD" stroke-width="1.3" fill="none" stroke-linecap="round"/>',
    )
    svg.symbol(
        "annexin-channel",
        '<path d="M-7-15C-9.5-8-9.5 8-7 15C-4.6 17-2.6 15-2.4 12V-12C-2.6-15-4.6-17-7-15Z'
        'M7-15C9.5-8 9.5 8 7 15C4.6 17 2.6 15 2.4 12V-12C2.6-15 4.6-17 7-15Z" fill="#E7B04E" stroke="#6E4A0C" '
        'stroke-width="1.3" stroke-linejoin="round"/>',
    )


def trace(points: Sequence[Point], closed: bool = False) -> str:
    """Path text of a broken line in relative steps: half the size of an absolute one."""
    x, y = round(points[0][0], 1), round(points[0][1], 1)
    out = f"M{num(x)} {num(y)}l"
    for px, py in points[1:]:
        dx, dy = round(px - x, 1), round(py - y, 1)
        x, y = round(x + dx, 1), round(y + dy, 1)
        a, b = num(dx), num(dy)
        out += (a if out[-1] == "l" or a.startswith("-") else f" {a}") + (b if b.startswith("-") else f" {b}")
    return out + ("z" if closed else "")


def runs(
    curve: Sequence[Point], gaps: Sequence[tuple[float, float, float]], closed: bool = True
) -> list[Curve]:
    """The pieces of a curve that lie outside all gaps (x, y, radius)."""
    out: list[Curve] = []
    current: Curve = []
    for q in [*curve, curve[0]] if closed else curve:
        if any(dist(q, (x, y)) < r for x, y, r in gaps):
            out.append(current)
            current = []
        else:
            current.append(q)
    out.append(current)
    return [piece for piece in out if len(piece) > 2]


def bilayer(
    svg: Svg,
    curve: Sequence[Point],
    closed: bool = False,
    gap: float = 3.1,
    step: float = 4.2,
    head: float = 3.6,
) -> None:
    """A membrane from afar: two rows of round heads and the tails between, as dashes; four shapes at any length."""
    middle = trace(curve, closed)
    svg.path(middle, stroke="#F4ECF8", w=gap * 2 + 1)
    svg.path(middle, stroke="#B7A6CC", w=gap * 2, dash=f"0.9 {num(step / 2 - 0.9)}", cap="butt")
    for side in (gap, -gap):
        svg.path(trace(shift(curve, side, closed), closed), stroke=LIPID, w=head, dash=f"0.01 {num(step)}")


def beads(
    svg: Svg, curve: Sequence[Point], side: float, step: float, closed: bool = False, size: float = 4.6
) -> None:
    """A row of red phosphatidylserine heads on one face of a membrane seen from afar."""
    face = trace(shift(curve, side, closed), closed)
    svg.path(face, stroke=SERINE_EDGE, w=size, dash=f"0.01 {num(step)}")
    svg.path(face, stroke=SERINE, w=size - 1.4, dash=f"0.01 {num(step)}")


def lipid_rows(
    curve: Sequence[Point], *, closed: bool = False, scale: float = 0.8, pitch: float = 9.6, reach: float = 20
) -> tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]:
    """Places (x, y, degrees) of the lipids on the left and on the right face of a membrane seen close up."""
    rows = []
    for sign in (1, -1):
        face = shift(curve, sign * reach * scale, closed)
        n = max(3, round(length(face, closed) / pitch))
        even = resample(face, n=n, closed=closed)
        row = []
        for i, (x, y) in enumerate(even):
            a = even[(i - 1) % n] if closed or i else even[0]
            b = even[(i + 1) % n] if closed or i < n - 1 else even[-1]
            heading = math.degrees(math.atan2(b[1] - a[1], b[0] - a[0]))
            row.append((x, y, heading if sign > 0 else heading + 180))
        rows.append(row)
    return rows[0], rows[1]


def place_lipids(
    svg: Svg,
    row: Sequence[tuple[float, float, float]],
    serine: Callable[[int], bool],
    only: str,
    scale: float = 0.8,
    keep: Callable[[Point], bool] | None = None,
) -> None:
    """Draw the plain lipids (only="lipid") or the phosphatidylserines (only="serine") of a row."""
    for i, (x, y, turn) in enumerate(row):
        if (serine(i) == (only == "serine")) and (keep is None or keep((x, y))):
            svg.use(only, x, y, round(turn) % 360, scale)


def window_back(svg: Svg, at: Point, r: float, fill: str = FLUID_SIDE) -> None:
    """The field of the round window."""
    svg.path(dot(*at, r), fill)


def window_rim(svg: Svg, at: Point, r: float) -> None:
    """The rim of the round window; it hides what hangs over the edge by up to 7 units."""
    svg.path(dot(*at, r + 3), stroke="#FFFFFF", w=9)
    svg.path(dot(*at, r - 1.5), stroke=INK, w=BOUNDARY)
    svg.path(dot(*at, r + 8), stroke=INK, w=ORGAN)


def window_source(svg: Svg, at: Point, r: float, place: Point, ring: float = 12) -> None:
    """The small ring round the magnified place, and its two dotted lines to the window."""
    away = math.atan2(at[1] - place[1], at[0] - place[0])
    lines = ""
    for sign in (1, -1):
        a = away + sign * math.pi / 2
        foot = (place[0] + ring * math.cos(a), place[1] + ring * math.sin(a))
        b = away + math.pi - sign * 0.9
        head = (at[0] + (r + 9) * math.cos(b), at[1] + (r + 9) * math.sin(b))
        lines += poly([foot, head], False)
    svg.path(lines, stroke=INK, w=1.2, dash="1.5 4")
    svg.path(dot(*place, ring), stroke="#FFFFFF", w=4, so=0.8)
    svg.path(dot(*place, ring), stroke=INK, w=DETAIL * 1.6)
