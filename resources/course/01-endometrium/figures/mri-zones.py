"""T2-weighted MRI of the pelvis, sagittal, drawn: the three zones of the uterus."""

import math
import random
from collections.abc import Sequence

from drawing.contours import Field
from drawing.geometry import (
    Curve,
    Point,
    blob,
    inside,
    nearest,
    normals,
    offset,
    ramp,
    ribbon,
    shift,
    smooth,
    smoothstep,
    spline,
    wobble,
)
from drawing.pelvis import (
    AXIS,
    BACK_WALL,
    BLADDER,
    BLADDER_IN,
    CM,
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
)
from drawing.svg import Svg, bez, dot, num
from drawing.ultrasound import blur

LEFT, TOP, SCALE = 88.0, 246.0, 1.23  # the window on the pelvis
ENDO, ZONE = 0.72, 0.43  # cm: both layers of the lining; one wall of the junctional zone
SOFT, MIDDLE, SOFTER = (f'filter="url(#{name})"' for name in ("soft", "middle", "softer"))


def grey(value: float) -> str:
    """Signal from 0 (black) to 1 (white) as a colour."""
    return "#" + f"{round(255 * max(0.0, min(1.0, value))):02X}" * 3


def seen(points: Sequence[Point]) -> Curve:
    """Points of the pelvis in the window."""
    return [((x - LEFT) * SCALE, (y - TOP) * SCALE) for x, y in points]


def curve(points: Sequence[Point], closed: bool = False) -> Curve:
    return spline(seen(points), closed, step=1.5)


def surroundings(g: Svg, rng: random.Random) -> None:
    """Skin, fat, muscle of the front wall, bowel loops in the peritoneal cavity."""
    with g.group("fat"):
        g.path("M0 0H640V400H0Z", fill=grey(0.62))
        septa = ""
        for _ in range(120):
            x, y, a, n = rng.uniform(0, 640), rng.uniform(0, 400), rng.uniform(0, 6.3), rng.uniform(8, 22)
            septa += bez(
                [
                    (x, y),
                    (x + n * math.cos(a), y + n * math.sin(a)),
                    (x + n * 2 * math.cos(a + 0.4), y + n * 2 * math.sin(a + 0.4)),
                ],
                every=14,
            )
        g.path(septa, stroke=grey(0.42), w=1.6, so=0.35)
    outside = curve(SKIN)
    with g.group("air"):
        g.path(bez(outside, every=14) + "L652 -20L652 412L-12 412L-12 -20Z", fill="#050505")
        g.path(bez(outside, every=14), stroke=grey(0.3), w=5)
    with g.group("abdominal-wall-muscle"):
        line = curve([(66, 120), (69, 240), (78, 340), (92, 408), (100, 430)])
        g.path(bez(ribbon(line, ramp((0, 22), (0.7, 20), (1, 10))), True, 14), fill=grey(0.17))
    cavity = curve([*FRONT_WALL, *ON_BLADDER, *ON_UTERUS, *BACK_WALL])
    with g.group("bowel", MIDDLE):
        g.path(bez(cavity, every=10) + "Z", fill=grey(0.5))
        loops = [
            (60, 30, 62, 34, 0.2),
            (172, 14, 54, 30, -0.1),
            (284, 18, 50, 28, 0.15),
            (66, 112, 42, 34, 0.5),
            (372, 6, 40, 28, 0.5),
            (412, 66, 26, 22, 0.9),
            (178, 78, 42, 15, -0.2),
        ]
        for x, y, rx, ry, turn in loops:
            wall = spline(blob(rng, x, y, rx, ry, 0.08, 11, turn), True)
            g.path(bez(wall, True, 10), fill=grey(0.36), stroke=grey(0.2), w=4)
            g.path(
                bez(smooth(offset(wall, -8, True), 2, True), True, 12),
                stroke=grey(0.6),
                w=4,
                so=0.35,
                dash="7 5",
            )
            inner = spline(blob(rng, x, y, rx * 0.55, ry * 0.45, 0.25, 9, turn), True)
            g.path(bez(inner, True, 8), fill=grey(rng.choice((0.5, 0.7, 0.16))))


def bones(g: Svg) -> None:
    """Sacrum, coccyx and pubic bone: grey marrow with a black rim."""
    front = spline(SACRUM, step=1)
    back = shift(front, lambda u: 60 - 36 * u)
    n = len(front) - 1
    with g.group("sacrum"):
        canal = smooth(shift(front, lambda u: 68 - 41 * u), 4)
        g.path(bez(seen(canal), every=14), stroke=grey(0.85), w=9)
        for u0, u1 in ((0.24, 0.45), (0.47, 0.65), (0.67, 0.83), (0.85, 0.99)):
            i, j = int(u0 * n), int(u1 * n)
            ring = smooth([*front[i : j + 1], *back[i : j + 1][::-1]], 3, True)
            g.path(bez(seen(ring), True, 9), fill=grey(0.47), stroke=grey(0.06), w=3.4)
    with g.group("coccyx"):
        line = curve([(553, 390), (549, 411), (541, 431), (528, 449), (513, 462)])
        g.path(
            bez(ribbon(line, ramp((0, 27), (1, 9))), True, 6),
            fill=grey(0.44),
            stroke=grey(0.08),
            w=3,
        )
    with g.group("pubic-bone"):
        joint = curve(
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
        )
        g.path(bez(joint, True, 8), fill=grey(0.4), stroke=grey(0.05), w=4)
        core = curve([(104, 436), (118, 440), (134, 474), (138, 496), (124, 486), (108, 458)], True)
        g.path(bez(core, True, 8), fill=grey(0.24), extra=SOFTER)


def rectum(g: Svg, rng: random.Random) -> None:
    """Rectum: dark muscle, brighter lining, mixed content; levator below."""
    line = curve(RECTUM)
    gauge = ramp((0, 46), (0.25, 56), (0.55, 73), (0.7, 56), (0.8, 30), (0.9, 24), (1, 27))
    with g.group("rectum"):
        g.path(bez(ribbon(line, gauge), True, 10), fill=grey(0.2))
        g.path(bez(ribbon(line, lambda u: gauge(u) - 11), True, 10), fill=grey(0.52))
        stool = ribbon(
            line, lambda u: max(3.0, (gauge(u) - 24) * (1 + 0.1 * math.sin(u * 47)) if u < 0.76 else 3)
        )
        g.path(bez(stool, True, 9), fill=grey(0.3))
        lumps = ""
        for _ in range(60):
            x, y = line[rng.randrange(int(len(line) * 0.3), int(len(line) * 0.72))]
            x, y = x + rng.uniform(-15, 15), y + rng.uniform(-8, 8)
            if inside((x, y), stool):
                lumps += bez(blob(rng, x, y, rng.uniform(2, 6), rng.uniform(2, 4), 0.2, 6), True, 5)
        g.path(lumps, fill=grey(0.12), fo=0.8)
    with g.group("levator"):
        sling = curve([(514, 466), (492, 494), (458, 522), (424, 540)])
        g.path(bez(ribbon(sling, ramp((0, 5), (0.6, 13), (1, 9))), True, 8), fill=grey(0.14))


def bladder(g: Svg) -> None:
    """Urine is bright on T2, the muscle of the wall dark."""
    with g.group("bladder"):
        g.path(bez(curve(BLADDER, True), True, 9), fill=grey(0.17))
        g.path(bez(curve(BLADDER_IN, True), True, 9), fill=grey(0.97))
    with g.group("urethra"):
        line = curve([(246, 520), (236, 548), (218, 580), (204, 612)])
        g.path(bez(ribbon(line, 19), True, 9), fill=grey(0.2))
        g.path(bez(line, every=12), stroke=grey(0.6), w=5)


def vagina(g: Svg) -> None:
    """Dark wall, bright mucus."""
    with g.group("vagina"):
        g.path(
            bez(curve(VAGINA_FRONT), every=9) + "L" + bez(curve(VAGINA_BACK), every=9)[1:] + "Z",
            fill=grey(0.24),
        )
        lumen = curve(VAGINA_LUMEN, True)
        middle = (sum(x for x, _ in lumen) / len(lumen), sum(y for _, y in lumen) / len(lumen))
        thin = [(x + (middle[0] - x) * 0.03, y + (middle[1] - y) * 0.02) for x, y in lumen]
        g.path(bez(thin, True, 7), fill=grey(0.66))


def uterus(g: Svg, rng: random.Random) -> None:
    """Mid-grey outer muscle, dark junctional zone, bright lining; the cervix stroma dark."""
    outline, axis = curve(UTERUS, True), curve(AXIS)
    px = CM * SCALE
    neck = nearest(axis, seen([AXIS[3]])[0])
    with g.group("outer-myometrium"):
        g.path(bez(outline, True, 9), fill=grey(0.46), stroke=grey(0.16), w=2.6)
    start = seen([(236, 399)])[0]
    body = spline([start, *axis[20 : neck + 1 : 12], axis[neck]], step=1.2)
    field = Field((60, 60, 420, 300), 2)
    field.add_curve(body, lambda u: ENDO * px * (1 - 0.16 * u) * (1 - 0.8 * smoothstep(0.62, 1, u)))
    ruffle = wobble(rng, 1.2)
    core = smooth(field.contours(0)[0][0], 1.5, True)
    even = field.contours(ZONE * px)[0][0]
    ragged = shift(smooth(even, 2, True), lambda u: ruffle(u) + ruffle(3 * u) * 0.6, True)
    zone = [q for q in ragged if not q[0] > axis[neck][0] + 8]
    with g.group("cervix-stroma"):
        stem = axis[neck - 16 :]
        g.path(
            bez(ribbon(stem, ramp((0, 26), (0.3, 40), (0.75, 46), (0.92, 40), (1, 26))), True, 8),
            fill=grey(0.14),
            stroke=grey(0.14),
            w=7,
        )
    with g.group("junctional-zone"):
        g.path(bez(zone, True, 6), fill=grey(0.15), stroke=grey(0.15), w=3)
    with g.group("cervical-canal"):
        canal = axis[neck - 4 :]
        g.path(bez(ribbon(canal, ramp((0, 6), (0.4, 9), (1, 8))), True, 6), fill=grey(0.72))
        g.path(bez(canal[4:], every=12), stroke=grey(0.95), w=3)
    with g.group("endometrium-core"):
        g.path(bez(core, True, 5), fill=grey(0.93))
        g.path(bez(body[10:-6], every=12), stroke=grey(0.7), w=1.4, so=0.8)
    vessels = ""
    for _ in range(300):
        i = rng.randrange(len(outline))
        (x, y), (nx, ny) = outline[i], normals(outline, True)[i]
        d = rng.uniform(7, 24)
        p = (x - nx * d, y - ny * d)
        if x < axis[neck][0] and not inside(p, zone) and inside(p, outline):
            vessels += f"M{num(p[0])} {num(p[1])}l{num(rng.uniform(-3, 3))} {num(rng.uniform(-2, 2))}"
    g.path(vessels, stroke=grey(0.66), w=1.7, so=0.55)


def noise(g: Svg, rng: random.Random) -> None:
    """Uneven signal, the fall of brightness away from the coil, and fine grain."""
    with g.group("grain"):
        for tone in (0.0, 1.0):
            cloud = g.radial(f"cloud-{tone:.0f}", [(0, grey(tone), 0.1), (1, grey(tone), 0)], (0.5, 0.5, 0.5))
            for _ in range(70):
                g.path(dot(rng.uniform(0, 640), rng.uniform(0, 400), rng.uniform(14, 30)), fill=cloud)
        size = 97
        for k, (tone, turn) in enumerate(((0.0, 17), (1.0, -29), (0.0, 61))):
            spots = "".join(f"M{num(rng.uniform(1, 96))} {num(rng.uniform(1, 96))}h.1" for _ in range(620))
            tile = f'<path d="{spots}" stroke="{grey(tone)}" stroke-width="1.5" stroke-linecap="round"/>'
            paint = g.pattern(f"grain-{k}", (size, size), tile, turn)
            g.path("M0 0H640V400H0Z", fill=paint, fo=0.09 if tone else 0.11)
        fall = g.radial(
            "coil-fall", [(0, "#000000", 0), (0.55, "#000000", 0), (1, "#000000", 0.5)], (300, 210, 400), True
        )
        g.path("M0 0H640V400H0Z", fill=fall)


def draw() -> str:
    rng = random.Random(52)
    g = Svg(640, 400, "T2-weighted MRI of the uterus, sagittal")
    g.defs += [blur("soft", 1.1, 2), blur("middle", 2.2, 4), blur("softer", 5, 8)]
    with g.group("picture", SOFT):
        surroundings(g, rng)
        bones(g)
        rectum(g, rng)
        vagina(g)
        bladder(g)
        uterus(g, rng)
    noise(g, rng)
    return g.text()
