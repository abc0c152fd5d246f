"""The spectrum of deposits, from grain to bone plate, over one logarithmic scale."""

import math
import random

from drawing import bone, deposits, palette
from drawing.geometry import dist, inside, scatter, spline
from drawing.marks import NEUTRAL, lens, lens_rim, log_scale
from drawing.palette import GLAND, INK, LUMEN, MYOMETRIUM, STROMA_NUCLEUS
from drawing.svg import Svg, bez, dot, num, poly

R = 58
PLACES = {
    "grain": (66, 206),
    "psammoma-body": (193, 139),
    "glassy-chunk": (320, 70),
    "plaque": (447, 139),
    "bone-plate": (574, 206),
}
# Range of sizes in µm and the lane of its bar above the axis.
SIZES = {
    "grain": (5, 50, 0),
    "psammoma-body": (50, 70, 0),
    "glassy-chunk": (500, 1000, 0),
    "plaque": (5000, 20000, 1),
    "bone-plate": (5000, 27000, 0),
}
TONES = {
    "grain": palette.MINERAL_MID,
    "psammoma-body": palette.MINERAL,
    "glassy-chunk": palette.MINERAL_MID,
    "plaque": palette.MINERAL,
    "bone-plate": "#C98A62",
}
AXIS_Y = 362


def stroma(g, rng, x, y, gap, size, clear, swirl=True):
    """Nuclei of the stroma, kept off the deposit by the test `clear`; `swirl` bends them round it."""
    spots = [
        p
        for p in scatter(rng, (x - R, y - R, x + R, y + R), gap, 2500)
        if dist(p, (x, y)) < R - 2 and clear(p)
    ]
    g.path(
        bone.nuclei(
            rng,
            spots,
            size,
            lambda u, v: (
                math.atan2(v - y, u - x) + math.pi / 2 if swirl else 0.5 + 0.03 * (u - x) - 0.02 * (v - y)
            ),
        ),
        stroke=STROMA_NUCLEUS,
        w=round(size * 0.62, 1),
        so=1 if swirl else 0.6,
    )


def grain(g, rng, x, y):
    spots = [
        p
        for p in scatter(rng, (x - 34, y - 34, x + 34, y + 34), 9, 400)
        if dist(p, (x, y)) < 32 * rng.uniform(0.5, 1)
    ]
    stroma(g, rng, x, y, 10, 6.2, lambda p: min((dist(p, q) for q in spots), default=99) > 6.5, swirl=False)
    deposits.grains(g, rng, spots, (1.6, 4.4))


def psammoma_body(g, rng, x, y):
    stroma(g, rng, x, y, 9, 6.2, lambda p: dist(p, (x, y)) > 45)
    g.path(dot(x, y, 43), fill="#FDF0F3")
    deposits.psammoma(g, rng, x, y, 39, 5)


def glands(g, rng, x, y, gap, r, clear):
    """Cross-cut glands, for fields in which single nuclei are too small to see."""
    spots = [
        p
        for p in scatter(rng, (x - R, y - R, x + R, y + R), gap, 900)
        if dist(p, (x, y)) < R + r and clear(p)
    ]
    dust = [
        p for p in scatter(rng, (x - R, y - R, x + R, y + R), 3.4, 3000) if dist(p, (x, y)) < R and clear(p)
    ]
    g.path("".join(dot(u, v, 0.55) for u, v in dust), fill=STROMA_NUCLEUS, fo=0.8)
    sizes = [r * rng.uniform(0.75, 1.2) for _ in spots]
    g.path(
        "".join(dot(u, v, q, q * rng.uniform(0.75, 1.1)) for (u, v), q in zip(spots, sizes, strict=True)),
        fill=LUMEN,
        stroke=GLAND,
        w=round(r * 0.42, 1),
    )


def glassy_chunk(g, rng, x, y):
    outline = [
        (x + u, y + v)
        for u, v in (
            (-35, -9),
            (-24, -31),
            (-4, -38),
            (17, -31),
            (36, -17),
            (39, 4),
            (27, 24),
            (10, 37),
            (-13, 31),
            (-31, 20),
        )
    ]
    ring = spline(outline, True)
    small = [(x + 47, y + 22), (x + 42, y - 31), (x - 46, y + 14)]
    clear_of = [*ring, *small]
    glands(g, rng, x, y, 14, 4.4, lambda p: not inside(p, ring) and min(dist(p, q) for q in clear_of) > 8.5)
    g.path(bez([(x + (u - x) * 1.09, y + (v - y) * 1.09) for u, v in ring], True), fill="#FDF0F3")
    deposits.chunk(g, rng, outline)
    g.path(
        "".join(deposits.shard(rng, u, v, 4.6) for u, v in small),
        fill=palette.MINERAL_LIGHT,
        stroke=palette.MINERAL_DEEP,
        w=1.1,
    )


def wall(x, y, depth):
    """Curve across a lens, sagging like the wall of the cavity."""
    return [
        (
            x - R - 2 + i * 2 * (R + 2) / 30,
            y + depth - 10 * math.sin(math.pi * i / 30) + 1.1 * math.sin(i * 0.9),
        )
        for i in range(31)
    ]


def plaque(g, rng, x, y):
    muscle, top = wall(x, y, 42), wall(x, y, 12)
    g.path(bez(muscle, every=8) + f"L{x + R + 2} {y + R + 2}H{x - R - 2}Z", fill=MYOMETRIUM)
    for k in range(3):
        g.path(bez(wall(x, y, 48 + 6 * k), every=14), stroke="#8F463F", w=1, so=0.6)
    g.path(bez(muscle, every=8), stroke=INK, w=1.1)
    g.path(f"M{x - R - 2} {y - R - 2}H{x + R + 2}" + "L" + bez(top[::-1], every=8)[1:] + "Z", fill="#FFF8F0")
    g.path(bez(top, every=8), stroke="#5E3A92", w=2.4)
    for k in range(30):
        u = -R + 2 + k * 4 + rng.uniform(-0.8, 0.8)
        i = max(0, min(30, round((u + R + 2) / (2 * (R + 2)) * 30)))
        y0, y1 = top[i][1] + 2.5, muscle[i][1] - rng.uniform(3, 8)
        duct = [(x + u + 0.9 * math.sin(v / 2.6 + k), y0 + v) for v in range(int(y1 - y0))]
        g.path(bez(duct, every=5), stroke=STROMA_NUCLEUS, w=1.1, so=0.85)
    tops, feet = [], []
    for k in range(41):
        t = k / 20 - 1
        u = 47 * t
        swell = math.sqrt(max(0, 1 - abs(t) ** 3.2))
        mid = y + 1 + 0.0052 * u * u - 4
        tops.append((x + u, mid - 10 * swell * (1 - 0.2 * t) * (1 + 0.1 * math.sin(k * 0.9)) + 0.5))
        feet.append((x + u, mid + 4.5 * swell * (1 + 0.14 * math.sin(k * 1.1 + 2))))
    deposits.crust(g, rng, spline((tops + feet[::-1])[::2], True), 4.2)
    cracks = "".join(
        poly([(x + u, y - 11), (x + u + 2, y - 5), (x + u - 1, y + 2)], False) for u in (-21, 9, 28)
    )
    g.path(cracks, stroke=palette.MINERAL_DEEP, w=1.2)


def bone_plate(g, rng, x, y):
    upper = [(x + u, y - 22 + 0.006 * u * u + 1.8 * math.sin(u / 9)) for u in range(-48, 49, 2)]
    lower = [(x + u, y + 25 - 0.0052 * u * u + 1.5 * math.sin(u / 7 + 2)) for u in range(-48, 49, 2)]
    outline = spline((upper + lower[::-1])[::3], True)
    glands(g, rng, x, y, 7, 1.7, lambda p: not inside(p, outline) and min(dist(p, q) for q in outline) > 4)
    bone.bone(g, rng, outline, bone.trabecular_spaces(rng, outline, 10.5, 4.6, 4.4), cell=0.62)


DRAW = {
    "grain": grain,
    "psammoma-body": psammoma_body,
    "glassy-chunk": glassy_chunk,
    "plaque": plaque,
    "bone-plate": bone_plate,
}


def range_of(g, name, at):
    """The range of sizes as a bar above the axis, and the line from it up to the field of the drawing."""
    x, y = PLACES[name]
    lo, hi, lane = SIZES[name]
    top, x0, x1 = AXIS_Y - 12 - 15 * lane, at(lo), at(hi)
    tone = TONES[name]
    middle = at({"grain": 16, "bone-plate": 23300}.get(name, math.sqrt(lo * hi)))
    away = math.atan2(top - y, middle - x)
    foot = f"{num(middle)} {num(top)}"
    g.path(
        f"M{num(x + (R + 4) * math.cos(away))} {num(y + (R + 4) * math.sin(away))}L{foot}",
        stroke=NEUTRAL,
        w=1.8,
        dash="0.01 5",
    )
    fill = g.linear("open-end", [(0, tone, 0.05), (0.55, tone)], (0, 0, 1, 0)) if name == "grain" else tone
    g.raw(
        f'<rect x="{num(x0)}" y="{num(top)}" width="{num(max(6, x1 - x0))}" height="11" rx="3" fill="{fill}"'
        + (f' stroke="{NEUTRAL}" stroke-width="1"' if name != "grain" else "")
        + "/>"
    )


def draw():
    g = Svg(
        640,
        400,
        "The spectrum of deposits on a logarithmic scale: grain, psammoma body, glassy chunk, plaque, bone plate",
    )
    field = g.radial("field", [(0, "#FCE7EC"), (0.75, "#F8D8E0"), (1, "#F0C3CF")], (0.5, 0.5, 0.5))
    with g.group("size-axis"):
        at = log_scale(g, (40, 600), AXIS_Y, (math.log10(5), math.log10(50000)))
    for i, (name, (x, y)) in enumerate(PLACES.items()):
        with g.group(f"{name}-size"):
            range_of(g, name, at)
        with g.group(name):
            seen = lens(g, f"{name}-lens", x, y, R, field)
            g.body.append(f"<g {seen}>")
            DRAW[name](g, random.Random(60 + i), x, y)
            g.body.append("</g>")
            lens_rim(g, x, y, R)
    return g.text()
