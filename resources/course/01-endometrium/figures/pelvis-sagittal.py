"""Midline sagittal section of the female pelvis, front at the left."""

import math
import random

from drawing.geometry import (
    Curve,
    Point,
    dist,
    nearest,
    normals,
    offset,
    ramp,
    resample,
    ribbon,
    smooth,
    smoothstep,
    spline,
)
from drawing.organ import Wall
from drawing.palette import (
    CAVITY,
    CERVIX,
    FIBRE_DARK,
    FIBRE_LIGHT,
    FUNCTIONALIS,
    INFERRED_DASH,
    INK,
    JUNCTIONAL_ZONE,
    MYOMETRIUM,
    MYOMETRIUM_DEEP,
    MYOMETRIUM_LIGHT,
    ORGAN,
    PERIMETRIUM,
    lighter,
)
from drawing.pelvis import (
    AXIS,
    BACK_WALL,
    FRONT_WALL,
    ON_BLADDER,
    ON_UTERUS,
    UTERUS,
    tilt,
)
from drawing.pelvis_organs import behind, bladder, rectum, vagina
from drawing.pelvis_walls import body_wall, bones
from drawing.svg import Svg, bez, poly


def uterus(g: Svg, rng: random.Random) -> None:
    """Uterus: body forward over the bladder, bent on the cervix; the cavity a slit."""
    outline, axis = spline(UTERUS, True, step=1.5), spline(AXIS, step=1.2)
    mark = lambda x, y: tilt((x, y))  # noqa: E731
    coat = lambda x: 3 * smoothstep(392, 362, x)  # noqa: E731
    pairs = zip(outline, normals(outline, True), strict=True)
    flesh = [(x - nx * coat(x), y - ny * coat(x)) for (x, y), (nx, ny) in pairs]
    with g.group("perimetrium"):
        g.path(bez(outline, True, 10), fill=PERIMETRIUM, stroke=INK, w=ORGAN)
    with g.group("uterine-body"):
        fill = g.radial(
            "muscle-fill",
            [(0, MYOMETRIUM_LIGHT), (0.6, MYOMETRIUM), (1, MYOMETRIUM_DEEP)],
            (268, 380, 90),
            True,
        )
        g.path(bez(flesh, True, 10), fill=fill, stroke="#7E3F3C", w=0.9)
        tip = mark(184, 388)
        long_axis = [mark(215, 382), *axis]
        top_end, low_end = mark(400, 411), mark(392, 420)
        top = flesh[nearest(flesh, tip) : nearest(flesh, top_end) + 1]
        low = (flesh[nearest(flesh, low_end) :] + flesh[:3])[::-1]
        for half, bend in ((top, mark(352, 338)), (low, mark(318, 394))):
            wall = Wall(
                resample(long_axis, step=1.2),
                half,
                [long_axis[0], mark(334, 364), long_axis[-1]],
                [half[0], bend, half[-1]],
                200,
            )
            g.path(
                wall.fibres(rng, 130, (0.14, 0.95), (12, 34), (0.02, 0.62)), stroke=FIBRE_DARK, w=0.9, so=0.42
            )
            g.path(
                wall.fibres(rng, 76, (0.14, 0.95), (10, 28), (0.02, 0.62)), stroke=FIBRE_LIGHT, w=0.9, so=0.45
            )
    inner = [mark(215, 381.4), *(q for q in axis if q[0] < mark(335, 364)[0])]
    bulge = ribbon(inner, lambda u: 22 * smoothstep(-0.12, 0.12, u) * (1 - 0.72 * smoothstep(0.72, 1, u)))
    lining = smooth(bulge, 2.5, True)
    zones = [offset(lining, d, True, sigma=2) for d in (9, -9)]
    zone = min(zones, key=lambda c: min(x for x, _ in c))
    with g.group("junctional-zone"):
        g.path(bez(zone, True, 5), fill=JUNCTIONAL_ZONE, fo=0.6)
        g.path(bez(zone, True, 5), stroke=INK, w=1, so=0.6, dash=INFERRED_DASH)
    with g.group("cervix"):
        x0, y0 = mark(318, 348)
        x1, y1 = mark(398, 422)
        fade = [(0, CERVIX, 0), (0.35, CERVIX, 0.96), (1, lighter(CERVIX, 0.1))]
        g.path(
            bez(flesh, True, 10),
            fill=g.linear("cervix-fill", fade, (x0, y0, x1, y1), True),
        )
        g.path(bez(outline, True, 10), stroke=INK, w=ORGAN)
    with g.group("endometrium"):
        g.path(bez(lining, True, 4), fill=FUNCTIONALIS, stroke=INK, w=1.3)
    width = ramp((0, 3), (0.06, 6), (0.3, 6), (0.5, 3), (0.62, 3), (0.8, 4.6), (1, 3.6))
    with g.group("cervical-canal"):
        g.path(bez(ribbon(axis, width), True, 4), fill="#8E4257", stroke=INK, w=1)
    with g.group("cavity"):
        body = [q for q in axis if q[0] < mark(330, 364)[0]]
        share = len(body) / len(axis)
        g.path(bez(ribbon(body, lambda u: width(u * share)), True, 4), fill=CAVITY, stroke=INK, w=1)


def angles(g: Svg) -> None:
    """Version and flexion: the long axes of vagina, cervix and body, and the two angles between them."""
    fundus, bend, mouth, entry = tilt((188, 392)), AXIS[3], (403.3, 422.8), (262, 585.7)
    arcs = ""
    for middle, first, second, r in ((mouth, entry, bend, 62), (bend, mouth, fundus, 38)):
        a, b = (math.atan2(q[1] - middle[1], q[0] - middle[0]) % math.tau for q in (first, second))
        turns = [a + (b - a) * k / 16 for k in range(17)]
        arcs += bez([(middle[0] + r * math.cos(t), middle[1] + r * math.sin(t)) for t in turns], every=9)
    axes = poly([fundus, bend, mouth, entry], False)
    with g.group("angles"):
        for d, dash, w in ((axes, "5 3.5", 1.2), (arcs, "", 2)):
            g.path(d, stroke="#FFFFFF", w=w + 1.8, so=0.8)
            g.path(d, stroke=INK, w=w, dash=dash, cap="butt")


def pouch(curve: Curve, tip: Point, reach: float) -> str:
    """Path text of the end of a peritoneal pouch: what lies between its walls within reach of the tip."""
    i = nearest(curve, tip)
    near = [q for k, q in enumerate(curve) if abs(k - i) < 90 and dist(q, curve[i]) < reach]
    return bez(near, every=5) + "Z"


def draw() -> str:
    rng = random.Random(31)
    g = Svg(640, 640, "Midline sagittal section of the female pelvis")
    fade = g.fade("top-fade", (0, 0, 0, 640), [(0, 0), (0.12, 1), (1, 1)])
    line = spline([*FRONT_WALL, *ON_BLADDER, *ON_UTERUS, *BACK_WALL], step=1.2)
    body_wall(g, rng, fade)
    with g.group("peritoneal-cavity", fade):
        g.path(bez(line, every=9) + "Z", fill=g.linear("cavity-space", [(0, "#FBF2EF"), (1, "#F6E4E2")]))
    bones(g, rng, fade)
    behind(g)
    rectum(g, fade)
    bladder(g, rng)
    vagina(g)
    uterus(g, rng)
    recess = g.linear("recess-fill", [(0, "#EBC67E", 0.3), (0.5, "#EBC67E", 0.85), (1, "#E5BA68")])
    with g.group("vesicouterine-pouch"):
        g.path(pouch(line, ON_UTERUS[0], 27), fill=recess)
    with g.group("rectouterine-pouch"):
        g.path(pouch(line, (422, 456), 46), fill=recess)
    with g.group("peritoneum", fade):
        g.path(bez(line, every=9), stroke=INK, w=4)
        g.path(bez(line, every=9), stroke="#F5E3B8", w=2)
    angles(g)
    return g.text()
