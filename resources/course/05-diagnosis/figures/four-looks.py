"""The same deposit on ultrasound, X-ray, CT and MRI, each beside a normal pelvis."""

from collections.abc import Callable

from drawing.films import HIGH, SOFT1, SOFT4, WIDE, ct, mri, plate, xray
from drawing.small_scan import SmallScan, bright_body, grains, tissue
from drawing.svg import Svg, bez, num, poly
from drawing.ultrasound import SCREEN, Sector, blur, shadow_outline

RIGHT = 328.0
ROWS = {"ultrasound": 0.0, "xray": 162.0, "ct": 325.0, "mri": 488.0}
SCAN = SmallScan(Sector(156, -92, 100, 246, 39), 152, 92, 112, 44, 10)
FRONT = SCAN.front(-0.14, 0.28, 3, -2)


def panel(x: float, y: float) -> str:
    """Path text of a panel with rounded corners."""
    w, h = num(WIDE - 16), num(HIGH - 16)
    return f"M{num(x + 8)} {num(y)}h{w}a8 8 0 0 1 8 8v{h}a8 8 0 0 1 -8 8h-{w}a8 8 0 0 1 -8 -8v-{h}a8 8 0 0 1 8 -8Z"


def base(g: Svg, name: str, paint: Callable[[Svg], None]) -> None:
    """Paint a picture once and show it in both columns of its row."""
    start = len(g.body)
    paint(g)
    content = "".join(g.body[start:])
    del g.body[start:]
    g.symbol(f"{name}-picture", content)
    for column, x in (("normal", 0.0), ("calcified", RIGHT)):
        edge = g.within(f"edge-{name}-{column}", panel(x, ROWS[name]))
        with g.group(f"{name}-{column}", edge):
            g.use(f"{name}-picture", x, ROWS[name])


def scan(g: Svg) -> None:
    """The ultrasound picture without the deposit."""
    g.path("M0 0H312V152H0Z", fill=SCREEN)
    tissue(g, SCAN, "scan")
    grains(g, SCAN, 14, 1500)


def here(y: float) -> str:
    """Attribute that moves a group to the right column."""
    return f'transform="translate({num(RIGHT)} {num(y)})"'


def deposits(g: Svg) -> None:
    """The deposit in each picture of the right column."""
    edge = g.within("edge-on-ultrasound", panel(RIGHT, 0))
    with g.group("beside", edge), g.group("on-ultrasound", here(ROWS["ultrasound"])):
        with g.group("ultrasound-shadow"):
            dark = poly(shadow_outline(SCAN.fan, [(x, y + 1.5) for x, y in FRONT]))
            g.path(dark, fill="#030304", extra=SOFT1)
        with g.group("ultrasound-deposit"):
            bright_body(g, FRONT, 4)
    for name, (x, y, size, thick, turn) in {
        "xray": (150, 112, 30, 8, 0.25),
        "ct": (158, 75, 30, 7, 0.12),
        "mri": (106, 80, 36, 7, -0.32),
    }.items():
        d = bez(plate(x, y, size, thick, turn), True, 4)
        with g.group(f"on-{name}", here(ROWS[name])), g.group(f"{name}-deposit"):
            if name == "mri":
                g.path(d, fill="#020202", stroke="#020202", w=1.4)
            else:
                glow = 0.45 if name == "xray" else 0.8
                g.path(d, fill="#FFFFFF", fo=glow, extra=SOFT4)
                g.path(
                    d, fill="#FFFFFF", fo=0.9 if name == "xray" else 1, stroke="#FFFFFF", w=1.2, extra=SOFT1
                )


def draw() -> str:
    g = Svg(640, 640, "The same deposit on ultrasound, X-ray, CT and MRI")
    g.defs += [blur("soft-1", 0.8), blur("soft-2", 1.8), blur("soft-4", 3.2)]
    frames = "".join(panel(x, y) for y in ROWS.values() for x in (0.0, RIGHT))
    with g.group("pictures"):
        for name, paint in (("ultrasound", scan), ("xray", xray), ("ct", ct), ("mri", mri)):
            base(g, name, paint)
        deposits(g)
    g.path(frames, stroke="#857795", w=1.2)
    return g.text()
