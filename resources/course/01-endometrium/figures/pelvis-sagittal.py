"""Midline sagittal section of the female pelvis, front at the left."""

import math
import random
from itertools import pairwise

from drawing.geometry import (
    Curve,
    Point,
    circle,
    dist,
    inside,
    lerp,
    nearest,
    normals,
    offset,
    ramp,
    resample,
    ribbon,
    shift,
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
    MUCOSA_LINE,
    MYOMETRIUM,
    MYOMETRIUM_DEEP,
    MYOMETRIUM_LIGHT,
    NERVE,
    ORGAN,
    OVARY,
    PERIMETRIUM,
    lighter,
)
from drawing.pelvis import (
    AXIS,
    BACK_WALL,
    BLADDER,
    BLADDER_IN,
    FRONT_WALL,
    ON_BLADDER,
    ON_UTERUS,
    RECTUM,
    SACRUM,
    SKIN,
    UTERUS,
    VAGINA_BACK,
    VAGINA_FRONT,
    VAGINA_LUMEN,
    leaning,
    tilt,
    turned,
)
from drawing.svg import Svg, bez, cubic, dot


def body_wall(g: Svg, rng: random.Random, fade: str) -> None:
    """Skin, fat and the muscle of the front wall."""
    skin = spline(SKIN, step=2)
    with g.group("body-wall", fade):
        g.path(bez(skin, every=12) + "Z", fill=g.linear("fat-fill", [(0, "#FAEBD2"), (1, "#F6E0C4")]))
        lobes = ""
        for _ in range(250):
            x, y, a, r = (
                rng.uniform(30, 632),
                rng.uniform(20, 625),
                rng.uniform(0, math.tau),
                rng.uniform(5, 9),
            )
            p = [(x + r * math.cos(a + k * 0.7), y + 0.8 * r * math.sin(a + k * 0.7)) for k in range(4)]
            if inside(p[0], skin) and inside(p[3], skin):
                lobes += cubic(p)
        g.path(lobes, stroke="#DDBB8C", w=0.9, so=0.55)
        g.path(
            bez(skin, every=12) + "L" + bez(offset(skin, 5, sigma=2)[::-1], every=12)[1:] + "Z",
            fill="#EBC3AE",
        )
        g.path(bez(skin, every=12), stroke=INK, w=ORGAN)
    with g.group("abdominal-wall-muscle", fade):
        line = spline([(66, -20), (66, 120), (69, 240), (78, 340), (92, 408), (100, 430)], step=2)
        g.path(
            bez(ribbon(line, ramp((0, 20), (0.7, 17), (1, 8))), True, 14), fill="#C98478", stroke=INK, w=1.4
        )
        g.path(
            "".join(bez([(x + k, y) for x, y in line[8:-14]], every=22) for k in (-5, -1.5, 2, 5.2)),
            stroke="#9C5048",
            w=0.9,
            so=0.5,
        )


def vertebra(
    g: Svg, rng: random.Random, column: tuple[Curve, Curve], u0: float, u1: float, fill: str
) -> None:
    """One sacral vertebra between u0 and u1 of the front and back of the column."""
    front, back = column
    n = len(front) - 1
    at = lambda u, t: lerp(front[int(u * n)], back[int(u * n)], t)  # noqa: E731
    a, b, m = u0 + (0.013 if u0 else 0), u1 - 0.013, (u0 + u1) / 2
    waist = lerp(at(m, 0), at(m, 1), 0.04)
    ring = [at(a, 0.02), at(a, 0.5), at(a, 0.98), at(m, 0.95), at(b, 0.98), at(b, 0.5), at(b, 0.02), waist]
    dense = [lerp(p, q, k / 8) for p, q in zip(ring, ring[1:] + ring[:1], strict=True) for k in range(8)]
    g.path(bez(smooth(dense, 1.6, True), True, 6), fill=fill, stroke=INK, w=1.6)
    lines = ""
    for _ in range(22):
        u, t = rng.uniform(a + 0.02, b - 0.02), rng.uniform(0.1, 0.9)
        lines += bez(
            [at(u, t), at(min(b - 0.01, u + 0.018), min(0.93, t + rng.uniform(-0.06, 0.06)))], every=9
        )
    g.path(lines, stroke="#BFA678", w=0.9, so=0.6)


def sacrum(g: Svg, rng: random.Random, bone: str) -> None:
    """Five sacral vertebrae, the canal behind them and the crest."""
    f = spline(SACRUM, step=1)
    n, thick = len(f) - 1, lambda u: 60 - 36 * u
    back = shift(f, thick)
    crest = shift(f, lambda u: thick(u) + 30 - 25 * u**2 + 3.4 * (1 - u) * math.sin(u * n * 0.145))
    canal = shift(f, lambda u: thick(u) + 11 - 8.5 * u**1.5)
    g.path(
        bez(back, every=14) + "L" + bez(smooth(crest, 6)[::-1], every=8)[1:] + "Z",
        fill="#E9DCC3",
        stroke=INK,
        w=1.6,
    )
    g.path(bez(back, every=14) + "L" + bez(canal[::-1], every=14)[1:] + "Z", fill="#F3D9A8", stroke=INK, w=1)
    cord = smooth([lerp(a, b, 0.5) for a, b in zip(back, canal, strict=True)], 3)[: int(n * 0.8)]
    g.path(bez(cord, every=16), stroke=NERVE, w=1.3, so=0.75)
    cuts = (0, 0.235, 0.46, 0.66, 0.84, 1)
    for a, b in pairwise(cuts):
        vertebra(g, rng, (f, back), a, b, bone)


def bones(g: Svg, rng: random.Random, fade: str) -> None:
    """Sacrum, coccyx, last lumbar vertebra, pubic symphysis."""
    bone, disc = g.linear("bone-fill", [(0, "#F7F0E0"), (1, "#E4D6BB")]), "#C9D3DC"
    with g.group("sacrum", fade):
        sacrum(g, rng, bone)
    with g.group("coccyx"):
        line = spline([(553, 390), (549, 411), (541, 431), (528, 449), (513, 462)], step=1)
        taper = ramp((0, 25), (1, 7))
        g.path(
            bez(ribbon(line, lambda v: taper(v) - 2.2 * abs(math.cos(math.pi * 3.5 * v)) ** 6), True, 3.5),
            fill="#EFE4CC",
            stroke=INK,
            w=1.6,
        )
        for v in (0.29, 0.57, 0.80):
            i, h = int(v * len(line)), taper(v) / 2 - 1.5
            nx, ny = normals(line)[i]
            g.path(
                bez([(line[i][0] + nx * h * k, line[i][1] + ny * h * k) for k in (-1, 0, 1)]),
                stroke="#8C7A5C",
                w=1.2,
            )
    with g.group("lumbar-vertebra", fade):
        last = spline(
            [(360, 89), (381, 70), (401, 46), (396, 18), (392, -14), (366, 12), (342, 38), (354, 62)], True
        )
        g.path(
            bez(spline([(363, 101), (386, 82), (409, 57), (401, 47), (381, 71), (357, 92)], True), True),
            fill=disc,
            stroke=INK,
            w=1.4,
        )
        g.path(bez(last, True, 8), fill=bone, stroke=INK, w=1.6)
        spots = [(rng.uniform(346, 394), rng.uniform(10, 76)) for _ in range(60)]
        lines = [
            [q, (q[0] + 5, q[1] + 9)] for q in spots if inside(q, last) and inside((q[0] + 5, q[1] + 9), last)
        ]
        g.path("".join(bez(q, every=9) for q in lines), stroke="#BFA678", w=0.9, so=0.6)
    with g.group("pubic-symphysis"):
        joint = spline(
            [
                (92, 418),
                (110, 420),
                (130, 446),
                (146, 482),
                (148, 504),
                (136, 512),
                (116, 494),
                (96, 462),
                (86, 434),
            ],
            True,
            step=1.5,
        )
        g.path(bez(joint, True, 8), fill=bone, stroke=INK, w=ORGAN)
        core = [(118 + (x - 118) * 0.6, 465 + (y - 465) * 0.72) for x, y in joint]
        g.path(bez(core, True, 8), fill=disc, fo=0.8, stroke="#8C99A6", w=1)
        ticks = [(106 + 5.2 * k, 442 + 8.6 * k) for k in range(6)]
        g.path(
            "".join(bez([(x - 7, y - 2), (x + 6, y + 3)], every=9) for x, y in ticks),
            stroke="#8C99A6",
            w=0.9,
            so=0.8,
        )


def behind(g: Svg) -> None:
    """What lies behind the plane: ligament, ureter, ovary and tube of the far side."""
    with g.group("uterosacral-ligament"):
        line = spline([(366, 364), (400, 346), (436, 316), (480, 286), (530, 262)], step=1.5)
        g.path(
            bez(ribbon(line, ramp((0, 26), (0.4, 16), (1, 24))), True, 9),
            fill="#E6C3A8",
            stroke=INK,
            w=1.1,
            so=0.7,
        )
        g.path(
            "".join(bez(offset(line, d), every=18) for d in (-5, -2, 1.4, 4.6)),
            stroke="#B98B6D",
            w=0.9,
            so=0.7,
        )
    with g.group("ureter"):
        line = spline(
            [(396, 176), (384, 200), (388, 236), (396, 286), (392, 340), (372, 392), (344, 430), (312, 462)],
            step=1.5,
        )
        g.path(bez(ribbon(line, 7.5), True, 10), fill="#EBC98F", stroke=INK, w=1.1, so=0.75)
        g.path(bez(offset(line, 1.4), every=16), stroke="#FFF4DC", w=1.3, so=0.9)
    with g.group("ovary"):
        band = spline([(244, 352), (262, 310), (284, 284)], step=1.5)
        g.path(bez(ribbon(band, 8), True, 8), fill="#E9CDB0", stroke=INK, w=1.1)
        fill = g.radial("ovary-fill", [(0, "#FBF1D6"), (0.6, OVARY), (1, "#DCC18B")], (0.42, 0.34, 0.75))
        egg = spline(
            [(276, 276), (286, 252), (312, 240), (338, 250), (346, 270), (332, 290), (304, 298), (284, 292)],
            True,
            step=1.5,
        )
        g.path(bez(egg, True, 7), fill=fill, stroke=INK, w=1.6)
        for x, y, r in ((300, 270, 7), (322, 258, 5), (324, 279, 8)):
            g.path(dot(x, y, r), fill="#F7E9C4", fo=0.7)
            g.path(bez(circle(x, y, r, 24)[2:11], every=4), stroke="#C6A76C", w=0.9, so=0.7)
    with g.group("uterine-tube"):
        line = spline(
            [(222, 358), (216, 310), (224, 260), (254, 222), (296, 208), (336, 216), (358, 240), (358, 262)],
            step=1.5,
        )
        for k in range(7):
            a = 1.62 + (k - 3) * 0.3
            tip = [
                (358 - (k - 3) * 3.2, 256),
                (358 + 14 * math.cos(a) - (k - 3) * 2, 256 + 14 * math.sin(a)),
                (358 + 27 * math.cos(a + 0.1), 256 + 27 * math.sin(a + 0.1)),
            ]
            finger = ribbon(
                spline(tip, step=1.2),
                lambda s, k=k: (6 + 1.4 * math.sin(14 * s + k)) * (1 - 0.75 * smoothstep(0.8, 1, s)),
            )
            g.path(bez(finger, True, 3), fill="#E39AA3" if k % 2 else "#DB8793", stroke=INK, w=0.9)
        width = ramp((0, 9), (0.3, 10), (0.7, 17), (1, 25))
        g.path(
            bez(ribbon(line, width), True, 6), fill=g.linear("tube-fill", [(0, "#EDBDB2"), (1, "#D08A80")])
        )
        g.path(g.walls(line, width, 9), stroke=INK, w=1.5)
        g.path(bez(offset(line[20:-10], 3), every=14), stroke="#FAE3DC", w=2, so=0.8)


def rectum(g: Svg, fade: str) -> None:
    """Rectum with its folds, anal canal, sphincter, levator and perineal body."""
    line = spline(RECTUM, step=1.5)
    gauge = ramp((0, 38), (0.25, 46), (0.55, 60), (0.7, 46), (0.80, 24), (0.9, 19), (1, 22))
    width = lambda u: gauge(u) + 2.2 * math.sin(u * 30) * (1 - smoothstep(0.6, 0.75, u))  # noqa: E731
    with g.group("rectum", fade):
        g.path(
            bez(ribbon(line, width), True, 14), fill=g.linear("rectum-fill", [(0, "#C98C7E"), (1, "#B87468")])
        )
        g.path(g.walls(line, width, 14), stroke=INK, w=ORGAN)
        g.path(
            bez(ribbon(line, lambda u: width(u) - (13 if u < 0.75 else 11)), True, 14),
            fill="#E8AFA8",
            stroke=MUCOSA_LINE,
            w=1,
        )
        lumen = ribbon(
            line, lambda u: max(2.4, (width(u) - 21) * (1 + 0.10 * math.sin(u * 47)) if u < 0.76 else 2.6)
        )
        g.path(bez(lumen, True, 9), fill="#9A5A5A", stroke=INK, w=1)
        for u, s in ((0.36, 1), (0.47, -1), (0.57, 1)):
            i = int(u * (len(line) - 1))
            (x, y), (nx, ny), w = line[i], normals(line)[i], width(u) / 2 - 9
            p = spline(
                [(x + s * nx * w * k, y + s * ny * w * k + 3 * (1 - k) ** 2) for k in (1.06, 0.6, 0.12)],
                step=1,
            )
            g.path(bez(p[4:], every=5), stroke="#6E3F40", w=6.4)
            g.path(bez(p, every=5), stroke="#E8AFA8", w=4.6)
        part = line[4 : int(len(line) * 0.74)]
        g.path(
            "".join(
                bez(offset(part, lambda u, d=d: d * (width(u * 0.74) / 2 - 3.4)), every=18) for d in (1, -1)
            ),
            stroke="#8F5046",
            w=0.9,
            so=0.6,
        )
        a = math.atan2(line[8][1] - line[0][1], line[8][0] - line[0][0])
        for rx, ry, colour, w in (
            (8, 19.5, "#C98C7E", 1.6),
            (5.4, 13, "#E8AFA8", 1),
            (3.4, 8.5, "#9A5A5A", 1),
        ):
            ring = [
                turned(
                    (line[0][0] + rx * math.cos(k * 0.3142), line[0][1] + ry * math.sin(k * 0.3142)),
                    line[0],
                    math.degrees(a),
                )
                for k in range(20)
            ]
            g.path(bez(ring, True, 5), fill=colour, stroke=INK, w=w)
    with g.group("anal-sphincter"):
        for s in (-1, 1):
            edge = [(x + s * 19, y) for x, y in line[int(len(line) * 0.86) : -3]]
            g.path(
                bez(ribbon(edge, ramp((0, 3), (0.5, 14), (1, 4))), True, 5),
                fill=MYOMETRIUM,
                stroke=INK,
                w=1.2,
            )
            g.path(
                "".join(bez([(x - 3, y), (x + 3, y + 1)]) for x, y in edge[3:-3:4]),
                stroke=FIBRE_DARK,
                w=0.9,
                so=0.8,
            )
        levator = spline([(514, 466), (492, 494), (458, 522), (424, 540)], step=1.5)
        g.path(
            bez(ribbon(levator, ramp((0, 4), (0.6, 10), (1, 7))), True, 6), fill=MYOMETRIUM, stroke=INK, w=1.2
        )
    with g.group("perineal-body"):
        g.path(
            bez(
                spline(
                    [(318, 596), (336, 568), (358, 548), (372, 546), (380, 570), (386, 598), (352, 606)], True
                ),
                True,
            ),
            fill="#DBA592",
            stroke="#8F5046",
            w=1,
        )
        g.path(
            "".join(
                bez([(330 + 9 * k, 598), (346 + 6 * k, 578), (358 + 4 * k, 560)], every=14) for k in range(5)
            ),
            stroke="#A9605A",
            w=0.9,
            so=0.7,
        )


def bladder(g: Svg, rng: random.Random) -> None:
    """Bladder with urine, urethra."""
    line = spline([leaning(p, 522) for p in [(251, 503), (241, 544), (226, 576), (216, 604)]], step=1.5)
    with g.group("urethra"):
        g.path(
            bez(ribbon(line, ramp((0, 20), (0.4, 15), (1, 13))), True, 7), fill="#DFA092", stroke=INK, w=1.3
        )
    with g.group("bladder"):
        outer, inner = spline(BLADDER, True, step=1.5), spline(BLADDER_IN, True, step=1.5)
        g.path(bez(outer, True, 7), fill="#D9968A", stroke=INK, w=ORGAN)
        start = nearest(outer, inner[0])
        ring = outer[start:] + outer[:start]
        thirds = [len(inner) // 3, 2 * len(inner) // 3]
        marks_out = [ring[0], *(ring[nearest(ring, inner[k])] for k in thirds), ring[-1]]
        wall = Wall(inner, ring, [inner[0], *(inner[k] for k in thirds), inner[-1]], marks_out, 180)
        g.path(wall.fibres(rng, 110, (0.15, 0.85), (10, 24)), stroke="#A9605A", w=0.8, so=0.6)
        g.path(
            bez(inner, True, 6), fill=g.linear("urine", [(0, "#B9DDF0"), (1, "#8FC2E4")]), stroke=INK, w=1.4
        )
    with g.group("urethral-lumen"):
        g.path(bez(ribbon(line, ramp((0, 9), (0.2, 3), (1, 2.4))), True, 4), fill="#8FC2E4")
        g.path(bez(line[10:], every=12), stroke="#4F7F9E", w=0.8)


def vagina(g: Svg) -> None:
    """Vagina with its folds, its lumen and the vault."""
    with g.group("vagina"):
        front, back = spline(VAGINA_FRONT, step=1.5), spline(VAGINA_BACK, step=1.5)
        g.path(
            bez(front, every=8) + "L" + bez(back, every=8)[1:] + "Z",
            fill=g.linear("vagina-wall", [(0, "#DD988C"), (1, "#E8B3A6")]),
        )
        g.path(bez(front, every=8) + bez(back, every=8), stroke=INK, w=1.8)
        g.path(bez(spline(VAGINA_LUMEN, True, step=1.5), True, 5), fill="#A85565", stroke=INK, w=1.2)
        folds = ""
        for curve in (front, back):
            q = [p for p in curve if 455 < p[1] < 590]
            for i in range(3, len(q) - 3, 5):
                (x, y), (nx, ny) = q[i], normals(q)[i]
                folds += bez([(x - nx * 3, y - ny * 3), (x - nx * 7.5, y - ny * 7.5)])
        g.path(folds, stroke="#B4626A", w=1, so=0.6)


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
    behind_bones(g, rng, fade)
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
    return g.text()


def behind_bones(g: Svg, rng: random.Random, fade: str) -> None:
    """Bones and what lies behind the plane."""
    bones(g, rng, fade)
    behind(g)
