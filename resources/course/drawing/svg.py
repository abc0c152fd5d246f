"""The SVG document of a figure: number format, path text, groups, gradients, masks, patterns, symbols."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from drawing.geometry import Point, Profile, length, offset, profile, resample, ribbon, shift
from drawing.palette import INK

Stop = tuple[float, str] | tuple[float, str, float]  # position 0..1, colour, opacity


def num(value: float) -> str:
    """Shortest text of a coordinate with at most one decimal."""
    text = f"{value:.1f}"
    text = text.removesuffix(".0")
    return "0" if text == "-0" else text


def poly(points: Sequence[Point], closed: bool = True) -> str:
    """Path text of a polygon or, if not closed, of a broken line."""
    return "M" + "L".join(f"{num(x)} {num(y)}" for x, y in points) + ("Z" if closed else "")


def _joined(values: Iterable[float]) -> str:
    out = ""
    for value in values:
        text = num(value)
        out += text if not out or text.startswith("-") else " " + text
    return out


def bez(curve: Sequence[Point], closed: bool = False, every: float = 6.0) -> str:
    """Path text of a soft curve: cubic pieces through points about `every` apart.

    `every` decides the size of the file: 3 for small bends, 6 for an outline, 12 and more for long calm lines.
    """
    n = max(4 if closed else 2, round(length(curve, closed) / every) + (0 if closed else 1))
    q = resample(curve, n=n, closed=closed)

    def at(i: int) -> Point:
        return q[i % n] if closed else q[max(0, min(n - 1, i))]

    pen = (round(q[0][0], 1), round(q[0][1], 1))
    out = [f"M{num(pen[0])} {num(pen[1])}"]
    for i in range(n if closed else n - 1):
        a, b, c, d = at(i - 1), at(i), at(i + 1), at(i + 2)
        first = (b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6)
        second = (c[0] - (d[0] - b[0]) / 6, c[1] - (d[1] - b[1]) / 6)
        steps = [round(v - pen[k % 2], 1) for p in (first, second, c) for k, v in enumerate(p)]
        out.append("c" + _joined(steps))
        pen = (round(pen[0] + steps[4], 1), round(pen[1] + steps[5], 1))
    return "".join(out) + ("Z" if closed else "")


def cubic(p: Sequence[Point]) -> str:
    """Path text of one cubic piece through four points at thirds: short fibres and strokes."""
    first = [(-5 * p[0][i] + 18 * p[1][i] - 9 * p[2][i] + 2 * p[3][i]) / 6 - p[0][i] for i in (0, 1)]
    second = [(2 * p[0][i] - 9 * p[1][i] + 18 * p[2][i] - 5 * p[3][i]) / 6 - p[0][i] for i in (0, 1)]
    end = [p[3][0] - p[0][0], p[3][1] - p[0][1]]
    return f"M{num(p[0][0])} {num(p[0][1])}c" + _joined(first + second + end)


def dot(x: float, y: float, r: float, ry: float | None = None) -> str:
    """Path text of a circle, or of an upright ellipse; many dots in one path count as one shape."""
    v = r if ry is None else ry
    return f"M{num(x - r)} {num(y)}a{num(r)} {num(v)} 0 1 0 {num(2 * r)} 0a{num(r)} {num(v)} 0 1 0 {num(-2 * r)} 0Z"


def band(first: Sequence[Point], second: Sequence[Point], every: float = 6.0) -> str:
    """Path text of the area between two curves that travel the same way."""
    return bez(first, every=every) + "L" + bez(second[::-1], every=every)[1:] + "Z"


class Svg:
    """An SVG document that is written from back to front."""

    def __init__(self, width: float, height: float, title: str) -> None:
        self.width, self.height, self.title = width, height, title
        self.defs: list[str] = []
        self.body: list[str] = []
        self.shapes = 0

    @staticmethod
    def _stops(stops: Sequence[Stop]) -> str:
        return "".join(
            f'<stop offset="{s[0]}" stop-color="{s[1]}"'
            + (f' stop-opacity="{s[2]}"' if len(s) > 2 else "")
            + "/>"
            for s in stops
        )

    def linear(
        self,
        name: str,
        stops: Sequence[Stop],
        line: tuple[float, float, float, float] = (0, 0, 0, 1),
        user: bool = False,
    ) -> str:
        """Define a linear gradient along line (x1, y1, x2, y2); user: in viewBox units. Returns its paint."""
        units = ' gradientUnits="userSpaceOnUse"' if user else ""
        x1, y1, x2, y2 = line
        where = f'x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"{units}'
        self.defs.append(f'<linearGradient id="{name}" {where}>{self._stops(stops)}</linearGradient>')
        return f"url(#{name})"

    def radial(
        self,
        name: str,
        stops: Sequence[Stop],
        at: tuple[float, float, float] = (0.5, 0.5, 0.6),
        user: bool = False,
    ) -> str:
        """Define a radial gradient at (cx, cy, r); user: in viewBox units. Returns its paint."""
        units = ' gradientUnits="userSpaceOnUse"' if user else ""
        where = f'cx="{at[0]}" cy="{at[1]}" r="{at[2]}"{units}'
        self.defs.append(f'<radialGradient id="{name}" {where}>{self._stops(stops)}</radialGradient>')
        return f"url(#{name})"

    def mask(self, name: str, content: str) -> str:
        """Define a mask over the whole picture (white shows, black hides). Returns the attribute."""
        area = f'maskUnits="userSpaceOnUse" x="0" y="0" width="{self.width}" height="{self.height}"'
        self.defs.append(f'<mask id="{name}" {area}>{content}</mask>')
        return f'mask="url(#{name})"'

    def fade(self, name: str, line: tuple[float, float, float, float], stops: Sequence[Point]) -> str:
        """Mask that fades along line (x1, y1, x2, y2); stops are (position, visibility 0..1)."""
        tones = [(at, "#" + f"{round(255 * seen):02X}" * 3) for at, seen in stops]
        paint = self.linear(f"{name}-tones", tones, line, user=True)
        return self.mask(name, f'<rect width="{self.width}" height="{self.height}" fill="{paint}"/>')

    def within(self, name: str, d: str) -> str:
        """Mask that shows only what lies inside the path text: the stand-in for a clip path."""
        return self.mask(name, f'<path d="{d}" fill="#FFFFFF"/>')

    def pattern(self, name: str, size: tuple[float, float], content: str, turn: float = 0.0) -> str:
        """Define a pattern tile, turned by degrees. Returns its paint."""
        around = f' patternTransform="rotate({num(turn)})"' if turn else ""
        box = f'width="{num(size[0])}" height="{num(size[1])}" patternUnits="userSpaceOnUse"'
        self.defs.append(f'<pattern id="{name}" {box}{around}>{content}</pattern>')
        return f"url(#{name})"

    def hatch(self, name: str, colour: str, gap: float = 5.0, weight: float = 1.0, turn: float = 45.0) -> str:
        """Define a hatch of parallel lines, the second code of lesions and blood. Returns its paint."""
        line = f'<path d="M0 0V{num(gap)}" stroke="{colour}" stroke-width="{weight}"/>'
        return self.pattern(name, (gap, gap), line, turn)

    def symbol(self, name: str, content: str) -> None:
        """Define a drawing around (0, 0) that `use` repeats."""
        self.defs.append(f'<g id="{name}">{content}</g>')

    def use(self, name: str, x: float, y: float, turn: float = 0.0, scale: float = 1.0) -> None:
        """Repeat a symbol at a place, turned by degrees and scaled."""
        self.shapes += 1
        how = f"translate({num(x)} {num(y)})"
        how += f" rotate({num(turn)})" if turn else ""
        how += f" scale({scale:.2f})" if scale != 1 else ""
        self.body.append(f'<use href="#{name}" transform="{how}"/>')

    @contextmanager
    def group(self, name: str, extra: str = "") -> Iterator[None]:
        """Everything drawn inside the `with` belongs to the group of this id."""
        self.body.append(f'<g id="{name}"{" " + extra if extra else ""}>')
        yield
        self.body.append("</g>")

    def raw(self, text: str, shapes: int = 1) -> None:
        """Add SVG text as it is."""
        self.shapes += shapes
        self.body.append(text)

    def path(
        self,
        d: str,
        fill: str = "none",
        stroke: str = "",
        w: float = 1.6,
        *,
        fo: float | None = None,
        so: float | None = None,
        dash: str = "",
        cap: str = "round",
        extra: str = "",
    ) -> None:
        """Draw path text; fo and so are the opacities of fill and stroke, w the stroke's width."""
        self.shapes += 1
        parts = [f'<path d="{d}" fill="{fill}"', f'fill-opacity="{fo}"' if fo is not None else ""]
        if stroke:
            parts.append(
                f'stroke="{stroke}" stroke-width="{w:g}" stroke-linejoin="round" stroke-linecap="{cap}"'
            )
            parts.append(f'stroke-opacity="{so}"' if so is not None else "")
            parts.append(f'stroke-dasharray="{dash}"' if dash else "")
        self.body.append(" ".join(p for p in (*parts, extra) if p) + "/>")

    def shade(
        self, curve: Sequence[Point], colour: str, widths: Sequence[float] = (3, 6, 10), opacity: float = 0.1
    ) -> None:
        """Soft darker rim inside a closed outline that runs clockwise on screen."""
        for width in widths:
            rim = bez(curve, True) + bez(offset(curve, -width, True), True)
            self.path(rim, fill=colour, fo=opacity, extra='fill-rule="evenodd"')

    def tube(
        self,
        curve: Sequence[Point],
        width: float | Profile,
        colour: str,
        light: str = "",
        edge: float = 1.1,
        every: float = 4,
    ) -> None:
        """A tapering vessel or duct with an outline and, if asked, a highlight on its upper left."""
        f, n = profile(width), len(curve) - 1
        self.path(bez(ribbon(curve, lambda u: f(u) + edge * 2), True, every), fill=INK)
        self.path(bez(ribbon(curve, f), True, every), fill=colour)
        if light:
            shine = [(x - 0.18 * f(i / n), y - 0.22 * f(i / n)) for i, (x, y) in enumerate(curve)]
            self.path(bez(shine, every=every), stroke=light, w=round(max(0.6, f(0.3) * 0.26), 1))

    def walls(self, curve: Sequence[Point], width: float | Profile, every: float = 6) -> str:
        """Path text of the two long sides of a band, its ends left open."""
        f = profile(width)
        return bez(shift(curve, lambda u: f(u) / 2), every=every) + bez(
            shift(curve, lambda u: -f(u) / 2), every=every
        )

    def text(self) -> str:
        """The whole document."""
        head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {num(self.width)} {num(self.height)}">'
        defs = f"<defs>{''.join(self.defs)}</defs>\n" if self.defs else ""
        return f"{head}\n<title>{self.title}</title>\n{defs}" + "\n".join(self.body) + "\n</svg>\n"
