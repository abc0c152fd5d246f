"""How a shadow forms: sound meets calcium and comes back, or meets a secretory lining and goes on."""

import math
import random
from collections.abc import Callable

from drawing.deposits import crust
from drawing.geometry import Curve, Point
from drawing.marks import arrow
from drawing.palette import BASALIS, FUNCTIONALIS, INK, STROMA_NUCLEUS
from drawing.soundwaves import GOING, echoes, fronts, gland_section, muscle_block, probe
from drawing.svg import Svg, bez, num, poly
from drawing.ultrasound import SCREEN, Sector, blur, in_shadow, near_field, shadow_outline, speckle

TISSUE = Sector(156, -20, 70, 402, 23)
SCAN = Sector(484, -20, 70, 402, 23)
SIDE = 328.0  # px from the tissue to the same place on the screen
THIN, THICK = 17.0, 40.0  # px: half the lining with the deposit, and half the secretory one
FROM, TO = 119.0, 173.0
NEAR, SEEN = 172.0, 290.0  # px from the apex: the parts of the screen that the steps share
Echo = Callable[[float, float], float]


def mid(x: float) -> float:
    """Height of the middle of the lining."""
    return 205 + 6 * math.sin(x / 48 + 1) + 1.5 * math.sin(x / 17)


def lining(half: float, x0: float = -10, x1: float = 322) -> Curve:
    """Outline of the lining across the block."""
    xs = [x0 + (x1 - x0) * k / 50 for k in range(51)]
    near = [(x, mid(x) - half + 1.6 * math.sin(x / 11)) for x in xs]
    return near + [(x, mid(x) + half + 1.6 * math.sin(x / 13 + 2)) for x in reversed(xs)]


def front() -> Curve:
    """The near face of the deposit, from left to right."""
    xs = [FROM + (TO - FROM) * k / 24 for k in range(25)]
    middle, reach = (FROM + TO) / 2, (TO - FROM) / 2
    return [(x, mid(x) - 7 + 9 * ((x - middle) / reach) ** 2 + 0.8 * math.sin(x / 3.1)) for x in xs]


FRONT = front()
ON_SCREEN = [(x + SIDE, y) for x, y in FRONT]
EDGES = (TISSUE.polar(*FRONT[0])[1], TISSUE.polar(*FRONT[-1])[1])
TOP = TISSUE.polar(146, mid(146) - 7)[0]


def deposit_outline() -> Curve:
    """The deposit in section: the near face and an uneven foot."""
    foot = [
        (x, y + 3 + 13 * math.sqrt(max(0, 1 - abs(k / 12 - 1) ** 2.2)) + 1.2 * math.sin(k * 1.9))
        for k, (x, y) in enumerate(FRONT)
    ]
    return FRONT + foot[::-1]


def stroma(g: Svg, rng: random.Random, half: float, avoid: list[tuple[float, float, float]]) -> None:
    """Nuclei of the stroma as fine strokes."""
    d = ""
    for _ in range(round(half * 13)):
        x = rng.uniform(5, 306)
        y = mid(x) + rng.uniform(-half + 5, half - 5)
        if all(math.hypot(x - a, y - b) > r for a, b, r in avoid):
            t = rng.uniform(0, math.pi)
            d += f"M{num(x)} {num(y)}l{num(2 * math.cos(t))} {num(2 * math.sin(t))}"
    g.path(d, stroke=STROMA_NUCLEUS, w=1.4, so=0.75)


def linings(g: Svg, rng: random.Random) -> None:
    """The plain lining of the first steps; the thick secretory one of the last."""
    with g.group("plain-lining"):
        g.path(bez(lining(THIN), True, 14), fill=FUNCTIONALIS, stroke=BASALIS, w=3)
        g.path(bez(lining(THIN + 1.6), True, 14), stroke=INK, w=1)
        stroma(g, rng, THIN, [(146, mid(146), 34)])
    with g.group("secretory-tissue"):
        g.path(bez(lining(THICK), True, 14), fill=FUNCTIONALIS, stroke=BASALIS, w=5)
        g.path(bez(lining(THICK + 2.4), True, 14), stroke=INK, w=1)
        places: list[tuple[float, float, float]] = []
        for k, x in enumerate((17.0, 45, 74, 102, 131, 160, 188, 217, 246, 274, 299)):
            for row, off in enumerate((-22, 20)):
                cx = x + rng.uniform(-3, 3) + (5 if row else -2)
                if 8 < cx < 304:
                    places.append((cx, mid(cx) + off + rng.uniform(-4, 4), 11 + (k + row) % 3))
        stroma(g, rng, THICK, [(x, y, r + 3) for x, y, r in places])
        for x, y, r in places:
            gland_section(g, x, y, r * 0.85, r * 1.1, rng)
        across = [-6 + 324 * k / 30 for k in range(31)]
        g.path(bez([(x, mid(x)) for x in across], every=12), stroke="#7A2F45", w=1.6)


def beam(g: Svg) -> None:
    """The fan of sound: its edges, and the fronts of each step."""
    a0, a1 = EDGES
    half = TISSUE.half - 0.6
    with g.group("sound-beam"):
        g.path(TISSUE.outline(), fill="#FFFFFF", fo=0.09)
        edges = "".join(
            poly([TISSUE.at(72, s * TISSUE.half), TISSUE.at(402, s * TISSUE.half)], False) for s in (-1, 1)
        )
        g.path(edges, stroke=INK, w=1.2, dash="5 4", cap="butt")
        with g.group("fronts-sound-in"):
            fronts(g, TISSUE, [(84 + 12.6 * k, -half, half, 0.35 + 0.065 * k) for k in range(11)])
            arrow(g, [TISSUE.at(100, 17), TISSUE.at(190, 17)], GOING, head=11)
            arrow(g, [TISSUE.at(100, -17), TISSUE.at(190, -17)], GOING, head=11)
        for step, far in (("reflected", 6), ("shadow", 12)):
            with g.group(f"fronts-{step}"):
                rows = [(TOP + 8 + 14 * k, 0.85 - 0.045 * k) for k in range(far)]
                fronts(g, TISSUE, [(r, -half, a0 - 0.6, s) for r, s in rows])
                fronts(g, TISSUE, [(r, a1 + 0.6, half, s) for r, s in rows])
                end = rows[-1][0] + 4
                arrow(g, [TISSUE.at(TOP - 40, 17), TISSUE.at(end, 17)], GOING, head=11)
                arrow(g, [TISSUE.at(TOP - 40, -17.5), TISSUE.at(end, -17.5)], GOING, head=11)
        with g.group("fronts-no-shadow"):
            fronts(g, TISSUE, [(84 + 14 * k, -half, half, max(0.45, 0.95 - 0.024 * k)) for k in range(23)])
            for a in (-17, 17):
                arrow(g, [TISSUE.at(100, a), TISSUE.at(394, a)], GOING, head=11)


def coming_back(g: Svg) -> None:
    """Echoes: one strong from calcium, many weak from the glands."""
    x, y = 146, mid(146) - 8
    with g.group("echo-reflected"):
        echoes(g, x, y + 40, [(54 + 17 * k, 25, 1 - 0.13 * k) for k in range(5)])
        arrow(g, [(x, y - 6), (150, 66)], "#8A5A00", w=3, head=13)
    with g.group("echo-shadow"):
        echoes(g, x, y + 40, [(118, 22, 0.5), (133, 19, 0.35)])
    with g.group("echo-no-shadow"):
        for a, b in ((86, -24), (118, 18), (147, -20), (176, 16), (206, -22), (146, 22)):
            echoes(g, a, mid(a) + b, [(9, 48, 0.3), (15, 40, 0.12)])


def taken_up(g: Svg) -> None:
    """Sound that enters the deposit dies out in it."""
    with g.group("taken-up"):
        for k, strong in enumerate((0.45, 0.2)):
            r = TOP + 5 + 6 * k
            d = TISSUE.arc(r, EDGES[0] + 2.2 + k, EDGES[1] - 2.2 - k)
            g.path(d, stroke="#FFFFFF", w=1 + 2 * strong, so=0.9, dash="5 3", cap="butt")


def tissue(g: Svg, rng: random.Random) -> None:
    """The left half: what happens in the body."""
    block = g.within(
        "block-edge",
        "M10 0H302A10 10 0 0 1 312 10V390A10 10 0 0 1 302 400H10A10 10 0 0 1 0 390V10A10 10 0 0 1 10 0Z",
    )
    with g.group("tissue", block):
        muscle_block(g, rng, (0, 0, 312, 400), "muscle-block")
        linings(g, rng)
    with g.group("waves", block):
        beam(g)
        with g.group("shadow"):
            dark = poly(shadow_outline(TISSUE, [(x, y + 6) for x, y in FRONT]))
            g.path(dark, fill="#241B2C", fo=0.86)
            g.path(dark, fill=g.hatch("silent", "#8B7F99", 9, 1.1), fo=0.55)
        with g.group("deposit"):
            crust(g, rng, deposit_outline(), 4.4)
            g.path(bez(FRONT, every=5), stroke="#FFFFFF", w=1.6, so=0.85)
        taken_up(g)
        coming_back(g)
    with g.group("transducer"):
        probe(g, TISSUE)
        probe(g, SCAN)


# ------------------------------------------------------------------ what the scanner writes
def ring_area(r0: float, r1: float) -> str:
    """Path text of the part of the screen's fan between two depths."""
    part = Sector(SCAN.x, SCAN.y, r0, r1, SCAN.half)
    return part.outline()


def tissue_echo(x: float, y: float) -> float:
    """Echo of muscle in soft bundles."""
    return 0.46 + 0.08 * math.sin(y / 6 + 2 * math.sin(x / 37)) + 0.05 * math.sin(x / 15 + y / 11)


def band_echo(half: float, bright: float) -> Echo:
    """Echo of muscle with a bright lining in it and a dark inner muscle round that."""

    def echo(x: float, y: float) -> float:
        s = abs(y - mid(x - SIDE))
        if s < half:
            return bright
        return 0.1 if s < half + 7 else tissue_echo(x, y)

    return echo


def grains(
    g: Svg,
    seed: int,
    echo: Echo,
    count: int,
    depths: Point,
    hide: Callable[[float, float], bool] = lambda _r, _a: False,
) -> None:
    """Speckle between two depths."""
    part = Sector(SCAN.x, SCAN.y, *depths, SCAN.half)
    for p in speckle(part, random.Random(seed), echo, count, blocked=hide):
        g.raw(p)


def bands(g: Svg, half: float, tone: str) -> None:
    """The dark halo and the bright lining on the screen."""
    halo = [(x + SIDE, y) for x, y in lining(half + 7)]
    core = [(x + SIDE, y) for x, y in lining(half)]
    g.path(bez(halo, True, 16), fill="#0A0A0B", extra='filter="url(#soft-2)"')
    g.path(bez(core, True, 14), fill=tone, extra='filter="url(#soft-1)"')


def secretory_picture(g: Svg, tone: str) -> None:
    """The bright lining of the last step and the muscle next to it."""
    with g.group("secretory-picture"):
        g.path(ring_area(NEAR, SEEN), fill=tone)
        with g.group("secretory-lining"):
            bands(g, THICK, "#BDBDBD")
        grains(g, 6, band_echo(THICK, 0.9), 950, (NEAR, SEEN))
        line = [(x + SIDE, mid(x)) for x in (6 + 300 * k / 30 for k in range(31))]
        g.path(bez(line, every=12), stroke="#FFFFFF", w=1.8, so=0.8, dash="9 3 14 2")


def screen(g: Svg) -> None:
    """The right half: the picture as it is written, line by line from the probe down."""
    g.raw(f'<rect id="screen" x="328" y="0" width="312" height="400" rx="10" fill="{SCREEN}"/>')
    tone = g.radial(
        "echo-tone",
        [(0, "#8A8A8A"), (0.45, "#646464"), (1, "#3E3E3E")],
        (SCAN.x, SCAN.y, SCAN.far),
        user=True,
    )
    hidden = in_shadow(SCAN, ON_SCREEN)
    plain = band_echo(THIN, 0.66)
    with g.group("image", 'mask="url(#fan)"'):
        g.path(ring_area(70, NEAR + 1), fill=tone)
        grains(g, 3, tissue_echo, 400, (70, NEAR))
        with g.group("written-sound-in"):
            g.path(ring_area(NEAR, 190), fill=tone)
            grains(g, 4, tissue_echo, 260, (NEAR, 190))
            g.path(SCAN.arc(191), stroke="#5FD0C5", w=1.6, dash="2 4")
        with g.group("written-middle", g.within("written", ring_area(70, SEEN))):
            g.path(ring_area(NEAR, SEEN + 1), fill=tone)
            bands(g, THIN, "#8C8C8C")
            grains(g, 5, plain, 760, (NEAR, SEEN), hidden)
        with g.group("written-to"):
            g.path(SCAN.arc(SEEN + 1), stroke="#5FD0C5", w=1.6, dash="2 4")
        secretory_picture(g, tone)
        with g.group("written-deep"):
            g.path(ring_area(SEEN, 402), fill=tone)
            grains(g, 7, tissue_echo, 880, (SEEN, 402))
        with g.group("lifted-depth"):
            g.path(ring_area(SEEN, 402), fill="#FFFFFF", fo=0.1)
        with g.group("dark-band"):
            dark = poly(shadow_outline(SCAN, [(x, y + 2) for x, y in ON_SCREEN]))
            g.path(dark, fill="#030304", extra='filter="url(#soft-1)"')
        with g.group("bright-line"):
            line_d = bez(ON_SCREEN, every=5)
            g.path(line_d, stroke="#FFFFFF", w=12, so=0.5, extra='filter="url(#soft-4)"')
            g.path(line_d, stroke="#FFFFFF", w=6)
        for p in near_field(SCAN):
            g.raw(p)


def draw() -> str:
    rng = random.Random(71)
    g = Svg(640, 400, "How an acoustic shadow forms, and why a bright lining casts none")
    g.defs += [SCAN.mask("fan"), blur("soft-1", 0.9), blur("soft-2", 2), blur("soft-4", 3.4)]
    screen(g)
    tissue(g, rng)
    return g.text()
