"""The organs of the female pelvis in the midline, but for the uterus: rectum, bladder, vagina, and what lies behind."""

import math
import random

from drawing.geometry import (
    circle,
    nearest,
    normals,
    offset,
    ramp,
    ribbon,
    smoothstep,
    spline,
)
from drawing.organ import Wall
from drawing.palette import (
    FIBRE_DARK,
    INK,
    MUCOSA_LINE,
    MYOMETRIUM,
    ORGAN,
    OVARY,
)
from drawing.pelvis import (
    BLADDER,
    BLADDER_IN,
    RECTUM,
    VAGINA_BACK,
    VAGINA_FRONT,
    VAGINA_LUMEN,
    leaning,
    turned,
)
from drawing.svg import Svg, bez, dot


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
