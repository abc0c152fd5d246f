"""Traffic light: what a deposit means together with the lining, the bleeding and the cells, and the next step."""

import math
import random

from drawing import bone, deposits
from drawing.geometry import lerp, mirror, offset, ribbon, scatter, spline
from drawing.marks import NEUTRAL, RING, ring
from drawing.palette import (
    CAVITY,
    CERVIX,
    DEVICE,
    FUNCTIONALIS,
    GLAND,
    INK,
    INSTRUMENT,
    LESION,
    PERIMETRIUM,
    STROMA_NUCLEUS,
    mix,
)
from drawing.svg import Svg, bez, dot, num, poly

# name: lamp, panel, border, dash of the border, centre of the row
ROWS = {
    "green-chance-finding": ("#2FA36B", "#E9F5EC", "#1F7A4D", "", 70),
    "amber-look-closer": ("#F0A81E", "#FFF5DC", "#8F5C00", "9 5", 200),
    "red-urgent": ("#D8343C", "#FDEAEA", "#A01624", "", 330),
}
LAMP_X, LAMP_R = 56, 39
TILES = (171, 273, 377)
STEP_X, HALF = 548, 55
DROP = "#B3122A"
DROP_DEEP = "#6E0A18"


def rounded(x0, y0, x1, y1, r):
    return f"M{num(x0 + r)} {num(y0)}H{num(x1 - r)}q{r} 0 {r} {r}V{num(y1 - r)}q0 {r}-{r} {r}H{num(x0 + r)}q-{r} 0-{r}-{r}V{num(y0 + r)}q0-{r} {r}-{r}Z"


def housing(g):
    with g.group("housing"):
        g.path(rounded(6, 8, 106, 392, 26), fill="#3B3546", stroke=NEUTRAL, w=2.4)
        g.path(rounded(11, 13, 101, 387, 21), stroke="#5A5268", w=1.4)


def lamp(g, name):
    """The lamp with its sign: the second code beside the colour."""
    colour, _, deep, _, y = ROWS[name]
    glow = g.radial(
        f"lamp-{name}",
        [(0, mix(colour, "#FFFFFF", 0.5)), (0.6, colour), (1, mix(colour, deep, 0.55))],
        (0.4, 0.34, 0.7),
    )
    x = LAMP_X
    g.path(dot(x, y, LAMP_R), fill=glow, stroke=RING, w=2.4)
    if name.startswith("green"):
        g.path(f"M{x - 18} {y + 1}l12 14 24-30", stroke="#0C3A24", w=8)
    elif name.startswith("amber"):
        g.path(dot(x - 5, y - 5, 14), fill="#FFFFFF", fo=0.35, stroke="#4A2E00", w=6)
        g.path(f"M{x + 6} {y + 6}l14 14", stroke="#4A2E00", w=8)
    else:
        g.path(
            f"M{x - 5.4} {y - 24}h10.8l-2.4 29h-6Z" + dot(x, y + 16, 5.8),
            fill="#FFFFFF",
            stroke="#5A0A12",
            w=1.4,
        )


def panel(g, name):
    _, fill, deep, dash, y = ROWS[name]
    d = rounded(116, y - 58, 634, y + 58, 16)
    g.path(d, fill=fill, stroke=RING, w=5)
    g.path(d, fill=fill, stroke=deep, w=3.2 if name.startswith("red") else 2, dash=dash, cap="butt")
    chevrons = (-1, 12) if name.startswith("red") else (6,)
    g.path("".join(f"M{442 + k} {y - 15}l13 15-13 15" for k in chevrons), stroke=deep, w=5.5)
    g.path(rounded(STEP_X - 72, y - 47, STEP_X + 76, y + 47, 12), fill="#FFFFFF", stroke=deep, w=1.4)


def uterus(g, x, y, thick):
    """Small coronal uterus with a lining `thick` px deep; returns the cavity."""
    half = [
        (0, -46),
        (18, -45),
        (34, -36),
        (41, -21),
        (37, 0),
        (25, 19),
        (18, 30),
        (20, 45),
        (15, 55),
        (6, 57),
    ]
    right = [(x + u, y + 0.93 * v) for u, v in half]
    body = spline(mirror(right, x)[:-1] + right, step=1.5)
    g.path(
        "".join(
            bez(
                ribbon(spline([(x + s * u, y + v) for u, v in ((32, -34), (41, -39), (48, -36))]), 7), True, 4
            )
            for s in (-1, 1)
        ),
        fill="#DE988D",
        stroke=INK,
        w=1.3,
    )
    g.path(bez(body, True, 7), fill="url(#uterus-wall)", stroke=INK, w=2)
    g.path(bez([p for p in offset(body, -2.4, True) if p[1] < y + 26], every=7), stroke=PERIMETRIUM, w=1.5)
    cavity = [(x, y - 22), (x + 21, y - 25), (x + 14, y - 10), (x + 7, y + 8), (x + 2, y + 26)]
    side = spline(cavity[:2], step=1)[:-1] + spline(cavity[1:], step=1)
    inner = mirror(side, x)[:-1] + side
    lining = [p for p in offset(inner, thick, sigma=2) if p[1] < y + 27]
    g.path(bez(lining, every=4) + "Z", fill=FUNCTIONALIS, stroke=INK, w=1.3)
    g.path(bez(inner, every=4) + "Z", fill=CAVITY)
    g.path(f"M{num(x)} {num(y + 25)}V{num(y + 52)}", stroke=CAVITY, w=2.2)
    return inner


def foci(g, rng, places):
    g.path("".join(dot(x, y, 4.4) for x, y in places), fill="#FFFFFF", fo=0.9)
    deposits.grains(g, rng, places, (2.2, 3.2))


def drop(x, y, r):
    """Path text of a drop of blood whose round part has the radius r."""
    return f"M{num(x)} {num(y - 1.9 * r)}C{num(x + 0.35 * r)} {num(y - 1.15 * r)} {num(x + r)} {num(y - 0.65 * r)} {num(x + r)} {num(y)}A{num(r)} {num(r)} 0 0 1 {num(x - r)} {num(y)}C{num(x - r)} {num(y - 0.65 * r)} {num(x - 0.35 * r)} {num(y - 1.15 * r)} {num(x)} {num(y - 1.9 * r)}Z"


def blood(g, x, y, r):
    g.path(drop(x, y, r), fill=DROP, stroke=DROP_DEEP, w=1.8)
    g.path(
        drop(x, y, r),
        fill=g.hatch("blood-hatch", DROP_DEEP, 5, 1.2)
        if "blood-hatch" not in "".join(g.defs)
        else "url(#blood-hatch)",
    )
    g.path(
        f"M{num(x - 0.55 * r)} {num(y + 0.1 * r)}q{num(0.06 * r)} {num(0.46 * r)} {num(0.42 * r)} {num(0.56 * r)}",
        stroke="#FFFFFF",
        w=2.2,
        so=0.85,
    )


def months(g, x, y, r, bleeding):
    """A year as twelve months: small drops where there was a period, empty rings where there was none."""
    places = ring(x, y, r, 12)
    if bleeding:
        g.path("".join(drop(u, v + 1.6, 4) for u, v in places), fill=DROP, stroke=DROP_DEEP, w=1)
    else:
        g.path("".join(dot(u, v, 4.2) for u, v in places), fill="#FFFFFF", stroke=INK, w=1.6)


def cell(rng, x, y, r, nucleus, rough):
    """Outline and nucleus of one cell seen from above."""
    body = spline(
        [
            (
                x + r * (1 + rng.uniform(-rough, rough) * 0.6) * math.cos(k * math.pi / 3 + 0.5),
                y + r * (1 + rng.uniform(-rough, rough) * 0.6) * math.sin(k * math.pi / 3 + 0.5),
            )
            for k in range(6)
        ],
        True,
    )
    return bez(body, True, 5), bez(bone.lump(rng, x, y, nucleus, nucleus * 0.9, rough), True, 4)


def regular_cells(g, rng, x, y):
    spots = [
        (x + 20 * (u - (n - 1) / 2), y + 17.6 * v)
        for v, n in zip(range(-2, 3), (3, 4, 5, 4, 3), strict=True)
        for u in range(n)
    ]
    shapes = [cell(rng, u, v, 10.8, 4.5, 0.03) for u, v in spots]
    g.path("".join(s[0] for s in shapes), fill="#EADCF3", stroke=GLAND, w=1.5)
    g.path("".join(s[1] for s in shapes), fill=STROMA_NUCLEUS, stroke=GLAND, w=1.1)


def atypical_cells(g, rng, x, y):
    """Cells of uneven size with large, dark, uneven nuclei and big nucleoli, round a psammoma body."""
    spots = [
        (-30, -24, 13, 9),
        (-4, -33, 11, 8.4),
        (23, -26, 16, 12),
        (38, 0, 12, 9.6),
        (-38, 4, 15, 11.5),
        (-24, 30, 17, 13),
        (10, 35, 12, 9.5),
        (32, 27, 14, 11),
    ]
    shapes = [cell(rng, x + u, y + v, r, n, 0.2) for u, v, r, n in spots]
    g.path("".join(s[0] for s in shapes), fill="#DCC3E6", stroke=LESION, w=1.6)
    g.path("".join(s[1] for s in shapes), fill=LESION, stroke="#2B0F38", w=1.2)
    g.path("".join(dot(x + u - 2, y + v - 1, n * 0.24) for u, v, r, n in spots), fill="#E9A8C4")
    deposits.psammoma(g, rng, x, y, 17, 4, 0.22)


def green(g, rng, y):
    inner = uterus(g, TILES[0], y, 3.4)
    edge = list(offset(inner, 1.8, sigma=1))
    foci(g, rng, [edge[int(len(edge) * t)] for t in (0.2, 0.36, 0.55, 0.74)])
    x = TILES[1]
    g.path(drop(x, y + 12, 21), fill="#FFFFFF", stroke=INK, w=2.4, dash="6 4")
    g.path(f"M{x - 30} {y - 30}L{x + 30} {y + 34}", stroke="#FFFFFF", w=11)
    g.path(f"M{x - 30} {y - 30}L{x + 30} {y + 34}", stroke="#1F7A4D", w=6.5)
    regular_cells(g, rng, TILES[2], y)


def amber(g, rng, y):
    x = TILES[0]
    uterus(g, x, y, 10.5)
    growth = spline(
        [(x + 13, y - 14), (x + 2, y - 19), (x - 8, y - 15), (x - 9, y - 5), (x, y + 1), (x + 8, y - 5)], True
    )
    g.path(bez(growth, True, 4), fill="#EFA6B9", stroke=INK, w=1.4)
    foci(g, rng, [(x - 3, y - 9), (x + 20, y - 1), (x - 20, y - 10)])
    x = TILES[1]
    months(g, x, y, 40, True)
    blood(g, x, y + 9, 15)
    risk_factors(g, TILES[2], y)


def risk_factors(g, x, y):
    """Bathroom scales and tablets: body weight and hormone-like drugs."""
    g.path(rounded(x - 42, y - 14, x + 10, y + 40, 9), fill="#DCE2E6", stroke=INK, w=2)
    g.path(f"M{x - 34} {y + 10}a18 18 0 0 1 36 0Z", fill="#FFFFFF", stroke=INK, w=1.6)
    g.path(
        "".join(
            f"M{num(x - 16 + 15 * math.cos(a))} {num(y + 10 + 15 * math.sin(a))}L{num(x - 16 + 11 * math.cos(a))} {num(y + 10 + 11 * math.sin(a))}"
            for a in (math.pi * (1 + k / 6) for k in range(1, 6))
        ),
        stroke=INK,
        w=1.3,
    )
    g.path(f"M{x - 16} {y + 9}l11-10", stroke=DROP, w=2.6)
    g.path(
        f"M{x - 32} {y + 20}v12M{x - 24} {y + 20}v12M{x - 8} {y + 20}v12M{x} {y + 20}v12",
        stroke=INSTRUMENT,
        w=2.6,
    )
    g.path(dot(x + 31, y + 22, 14, 12), fill="#FFFFFF", stroke=INK, w=2)
    g.path(f"M{x + 20} {y + 26}l22-8", stroke=INK, w=1.5)
    g.path(f"M{x - 8} {y - 36}L{x + 28} {y - 20}", stroke=INK, w=21)
    g.path(f"M{x - 8} {y - 36}L{x + 28} {y - 20}", stroke="#FFFFFF", w=17)
    g.path(f"M{x - 8} {y - 36}L{x + 10} {y - 28}", stroke=DEVICE, w=17)
    g.path(f"M{x + 7} {y - 20}l7-16", stroke=INK, w=1.5)


def red(g, rng, y):
    x = TILES[0]
    uterus(g, x, y, 6)
    mass = bone.lump(rng, x + 13, y - 15, 21, 15, 0.2, 0.3)
    g.path(bez(mass, True, 4), fill=LESION, stroke="#FFFFFF", w=3)
    g.path(bez(mass, True, 4), fill=LESION, stroke="#2B0F38", w=1.4)
    g.path(bez(mass, True, 4), fill=g.hatch("lesion-hatch", "#C79BD6", 5, 1.3))
    foci(g, rng, [(x + 6, y - 17), (x + 19, y - 12), (x - 17, y - 17)])
    x = TILES[1]
    months(g, x, y, 41, False)
    blood(g, x, y + 12, 20)
    atypical_cells(g, rng, TILES[2], y)


def explain(g, y):
    """Speech: explain the finding, and say which sign brings the patient back."""
    x = STEP_X
    g.path(bubble(x - 62, y - 38, x + 12, y + 10, x - 46, -10), fill="#D4EEDF", stroke=INK, w=2)
    g.path(f"M{x - 39} {y - 14}l9 10 18-22", stroke="#1F7A4D", w=6)
    g.path(bubble(x + 2, y - 14, x + 68, y + 28, x + 52, 8), fill="#FFFFFF", stroke=INK, w=2)
    blood(g, x + 21, y + 14, 8.5)
    g.path(f"M{x + 36} {y + 7}h20m-7-7l7 7-7 7", stroke=INK, w=3)


def bubble(x0, y0, x1, y1, tail, lean):
    """Path text of a speech bubble whose tail leaves the lower edge at x = tail and leans sideways."""
    r = 12
    return (
        f"M{num(x0 + r)} {num(y0)}H{num(x1 - r)}q{r} 0 {r} {r}V{num(y1 - r)}q0 {r}-{r} {r}H{num(tail + 8)}"
        f"L{num(tail + lean)} {num(y1 + 13)}L{num(tail - 6)} {num(y1)}H{num(x0 + r)}q-{r} 0-{r}-{r}V{num(y0 + r)}q0-{r} {r}-{r}Z"
    )


def scan(g, rng, y):
    """Ultrasound: the probe and its picture of the lining."""
    x = STEP_X + 2
    fan = f"M{x - 14} {y - 30}A16 16 0 0 0 {x + 14} {y - 30}L{x + 58} {y + 14}A78 78 0 0 1 {x - 58} {y + 14}Z"
    g.path(fan, fill="#0B0B10", stroke=INK, w=2)
    seen = g.within("scan-fan", fan)
    spots = list(scatter(rng, (x - 64, y - 26, x + 64, y + 42), 3.2, 2600))
    g.path(
        "".join(f"M{num(u - 1)} {num(v)}h2.2" for u, v in spots), stroke="#9A9AA2", w=1.1, so=0.6, extra=seen
    )
    womb = spline(
        [
            (x - 36, y + 8),
            (x - 18, y - 6),
            (x + 10, y - 8),
            (x + 34, y + 2),
            (x + 27, y + 17),
            (x, y + 25),
            (x - 25, y + 22),
        ],
        True,
    )
    g.path(bez(womb, True, 6), fill="#2C2C33", stroke="#C9C9CF", w=1.4)
    band = spline(
        [(x - 24, y + 9), (x - 8, y), (x + 13, y + 1), (x + 23, y + 6), (x + 11, y + 13), (x - 11, y + 15)],
        True,
    )
    g.path(bez(band, True, 5), fill="#D9D9DE")
    g.path(f"M{x - 7} {y + 5}l14-1", stroke="#FFFFFF", w=4.4)
    g.path(
        f"M{x + 1} {y - 3}v-6M{x - 2} {y - 6}h6M{x + 1} {y + 22}v-6M{x - 2} {y + 19}h6",
        stroke="#F2D15C",
        w=1.5,
    )
    g.path(rounded(x - 17, y - 46, x + 17, y - 27, 7), fill="#DCE2E6", stroke=INK, w=2)


def sample(g, rng, y):
    """Tissue sample: the sampling catheter and the pot that goes to the pathologist."""
    x = STEP_X
    pot = f"M{x + 4} {y - 18}L{x + 8} {y + 36}Q{x + 9} {y + 40} {x + 13} {y + 40}H{x + 49}Q{x + 53} {y + 40} {x + 54} {y + 36}L{x + 58} {y - 18}Z"
    g.path(pot, fill="#EAF4FB", stroke=INK, w=2)
    g.path(
        f"M{x + 6} {y + 2}L{x + 8.6} {y + 35}Q{x + 9.5} {y + 38.6} {x + 13} {y + 38.6}H{x + 49}Q{x + 52.6} {y + 38.6} {x + 53.4} {y + 35}L{x + 56} {y + 2}Z",
        fill="#9CCBEA",
        fo=0.75,
    )
    bits = [(x + 20, y + 30), (x + 31, y + 25), (x + 41, y + 32), (x + 29, y + 34)]
    g.path(
        "".join(bez(bone.lump(rng, u, v, 6.5, 4, 0.2, 0.4), True, 4) for u, v in bits),
        fill="#D98FA8",
        stroke=INK,
        w=1.2,
    )
    deposits.grains(g, rng, [(x + 31, y + 25), (x + 41, y + 31)], (1.8, 2.4))
    g.path(rounded(x, y - 31, x + 62, y - 17, 4), fill="#D8343C", stroke=INK, w=2)
    tube = [(x - 60, y + 38), (x - 12, y - 32)]
    g.path(poly(tube, False), stroke=INK, w=11)
    g.path(poly(tube, False), stroke="#F4F7F9", w=7.5)
    g.path(poly([lerp(*tube, 0.06), lerp(*tube, 0.42)], False), stroke="#D98FA8", w=4.4)
    g.path(poly([lerp(*tube, 0.42), lerp(*tube, 1)], False), stroke=INSTRUMENT, w=2)
    ux, uy = lerp(*tube, 0.9)
    g.path(poly([(ux - 9, uy - 6), (ux + 9, uy + 6)], False), stroke=INK, w=5)
    hx, hy = lerp(*tube, 0.12)
    g.path(dot(hx, hy, 1.9), fill=INK)


def draw():
    g = Svg(640, 400, "Traffic light for the worry about cancer when calcium is found")
    g.linear("uterus-wall", [(0, "#C4756B"), (0.55, "#BB6A61"), (0.78, CERVIX), (1, CERVIX)])
    housing(g)
    for i, (name, row) in enumerate(ROWS.items()):
        rng = random.Random(70 + i)
        with g.group(name):
            lamp(g, name)
            panel(g, name)
            (green, amber, red)[i](g, rng, row[4])
            (lambda g, _, y: explain(g, y), scan, sample)[i](g, rng, row[4])
    return g.text()
