"""Paint a course figure with its labels as the app shows it, for the artist's eye.

uv run python bench/figure_preview.py NAME.toml OUT.png [--dark] [--scale 2] [--step ID] [--cvd]
    [--draw] [--plain]
"""

import argparse
import importlib.util
import os
import re
import sys
import tomllib
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from font_source_sans_pro import SourceSansProSemibold
from PySide6 import QtCore, QtGui, QtSvg

COURSE = Path(__file__).parents[1] / "resources" / "course"
PAPER = {False: "#FBF7FA", True: "#2A2433"}
CANVAS = {False: "#FFFFFF", True: "#1C1824"}
TEXT = {False: "#1D1826", True: "#F0EDF5"}
COLUMN, MARGIN = 200, 24
FORBIDDEN = re.compile(
    r"<clipPath|<text|<tspan|<foreignObject|<image|feDropShadow|feTurbulence|var\(|rgba\(|hsl\("
    r"|#[0-9A-Fa-f]{8}\b|@media|mix-blend-mode|paint-order|<script|<svg[^>]*>.*<svg",
    re.DOTALL,
)
SHAPE = re.compile(r"<(path|circle|ellipse|rect|line|polyline|polygon|use)\b")
MATRICES = {
    "protan": (0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
    "deutan": (0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881),
    "tritan": (1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039),
    "grey": (0.2126, 0.7152, 0.0722) * 3,
}


def draw(script: Path) -> str:
    """Run a figure script's draw() with the kit on the path."""
    sys.path.insert(0, str(COURSE))
    spec = importlib.util.spec_from_file_location(script.stem.replace("-", "_"), script)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.draw()


def groups_of_step(svg: str, side: dict, step: str) -> str:
    """The SVG without the groups that the step does not show."""
    named = {g for s in side.get("step", []) for g in s["show"]}
    shown = next((set(s["show"]) for s in side.get("step", []) if s["id"] == step), named)
    for name in named - shown:
        svg = svg.replace(f'<g id="{name}"', f'<g id="{name}" display="none"', 1)
    return svg


def font(weight: QtGui.QFont.Weight, pixels: float) -> QtGui.QFont:
    """Source Sans at a pixel size."""
    number = QtGui.QFontDatabase.addApplicationFont(str(SourceSansProSemibold))
    family = QtGui.QFontDatabase.applicationFontFamilies(number)[0]
    made = QtGui.QFont(family)
    made.setPixelSize(round(pixels))
    made.setWeight(weight)
    return made


def spread(heights: list[float], wants: list[float], low: float, high: float) -> list[float]:
    """Label centres near the wanted heights, in order, that do not overlap and stay between low and high."""
    ys = list(wants)
    for _ in range(400):
        for i in range(len(ys) - 1):
            gap = (heights[i] + heights[i + 1]) / 2 + 6 - (ys[i + 1] - ys[i])
            if gap > 0:
                ys[i] -= gap / 2
                ys[i + 1] += gap / 2
        ys = [min(max(y, low + h / 2), high - h / 2) for y, h in zip(ys, heights, strict=True)]
    return ys


def wrapped(name: str) -> list[str]:
    """The label in at most two lines of 24 characters."""
    lines = [""]
    for word in name.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > 24:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def paint(svg: str, hotspots: list[dict], dark: bool, scale: float, plain: bool) -> QtGui.QImage:
    """The figure on paper with label columns left and right."""
    renderer = QtSvg.QSvgRenderer(QtCore.QByteArray(svg.encode()))
    size = renderer.defaultSize()
    column = 0 if plain else COLUMN
    width, height = size.width() + 2 * column, size.height() + (0 if plain else 2 * MARGIN)
    image = QtGui.QImage(round(width * scale), round(height * scale), QtGui.QImage.Format.Format_RGB32)
    image.fill(QtGui.QColor(CANVAS[dark]))
    p = QtGui.QPainter(image)
    p.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    p.scale(scale, scale)
    top = 0 if plain else MARGIN
    area = QtCore.QRectF(column, top, size.width(), size.height())
    clip = QtGui.QPainterPath()
    clip.addRoundedRect(area, 0 if plain else 10, 0 if plain else 10)
    p.save()
    p.setClipPath(clip)
    p.fillRect(area, QtGui.QColor(PAPER[dark]))
    renderer.render(p, area)
    p.restore()
    if not plain:
        for side in ("left", "right"):
            label_column(p, [h for h in hotspots if h["side"] == side], side, area, dark)
    p.end()
    return image


def label_column(p, rows: list[dict], side: str, area: QtCore.QRectF, dark: bool) -> None:
    """Labels, leaders and dots of one side."""
    p.setFont(font(QtGui.QFont.Weight.DemiBold, 15))
    line = QtGui.QFontMetricsF(p.font()).height()
    rows = sorted(rows, key=lambda h: h["target"][1])
    words = [wrapped(h["name"]) for h in rows]
    wants = [area.top() + h["target"][1] for h in rows]
    ys = spread([line * len(w) for w in words], wants, area.top(), area.bottom())
    edge = area.left() if side == "left" else area.right()
    out = -1 if side == "left" else 1
    ends = []
    for hotspot, y in zip(rows, ys, strict=True):
        dot = QtCore.QPointF(area.left() + hotspot["target"][0], area.top() + hotspot["target"][1])
        ends.append((dot, QtCore.QPointF(edge, y), QtCore.QPointF(edge + out * 14, y)))
    dark_text = QtGui.QColor(TEXT[dark])
    for dot, bend, end in ends:
        for colour, weight in (("#FFFFFF", 4.2), ("#2A1B4D", 1.7)):
            p.setPen(QtGui.QPen(QtGui.QColor(colour), weight))
            p.drawLine(bend, dot)
        p.setPen(QtGui.QPen(dark_text, 1.7))
        p.drawLine(bend, end)
    for (dot, _, end), lines in zip(ends, words, strict=True):
        p.setPen(QtGui.QPen(QtGui.QColor("#FFFFFF"), 2))
        p.setBrush(QtGui.QColor("#2A1B4D"))
        p.drawEllipse(dot, 5, 5)
        p.setPen(dark_text)
        high = line * len(lines)
        left = end.x() - COLUMN if side == "left" else end.x() + 6
        box = QtCore.QRectF(left, end.y() - high / 2, COLUMN - 6 if side == "left" else COLUMN, high)
        align = QtCore.Qt.AlignmentFlag.AlignRight if side == "left" else QtCore.Qt.AlignmentFlag.AlignLeft
        p.drawText(box, int(align | QtCore.Qt.AlignmentFlag.AlignVCenter), "\n".join(lines))


def simulate(image: QtGui.QImage, matrix: tuple[float, ...]) -> QtGui.QImage:
    """The picture as a colour-blind eye sees it (linear light, the matrices of Machado 2009)."""
    to_linear = [
        (v / 255 / 12.92) if v / 255 <= 0.04045 else ((v / 255 + 0.055) / 1.055) ** 2.4 for v in range(256)
    ]
    to_byte = [
        round(255 * (12.92 * x if x <= 0.0031308 else 1.055 * x ** (1 / 2.4) - 0.055))
        for x in (i / 1023 for i in range(1024))
    ]
    source = image.convertToFormat(QtGui.QImage.Format.Format_RGB888)
    raw = bytes(source.constBits())
    out = bytearray(len(raw))
    seen: dict[bytes, bytes] = {}
    for y in range(source.height()):
        start = y * source.bytesPerLine()
        for i in range(start, start + 3 * source.width(), 3):
            key = raw[i : i + 3]
            if key not in seen:
                c = [to_linear[v] for v in key]
                sums = (sum(matrix[3 * k + j] * c[j] for j in range(3)) for k in range(3))
                seen[key] = bytes(to_byte[max(0, min(1023, round(1023 * s)))] for s in sums)
            out[i : i + 3] = seen[key]
    made = QtGui.QImage(
        bytes(out),
        source.width(),
        source.height(),
        source.bytesPerLine(),
        QtGui.QImage.Format.Format_RGB888,
    )
    return made.copy()


def sheet(image: QtGui.QImage) -> QtGui.QImage:
    """Protan, deutan, tritan and grey side by side, two by two."""
    out = QtGui.QImage(image.width() * 2 + 8, image.height() * 2 + 8, QtGui.QImage.Format.Format_RGB32)
    out.fill(QtGui.QColor("#FFFFFF"))
    p = QtGui.QPainter(out)
    for i, matrix in enumerate(MATRICES.values()):
        where = QtCore.QPoint((i % 2) * (image.width() + 8), (i // 2) * (image.height() + 8))
        p.drawImage(where, simulate(image, matrix))
    p.end()
    return out


def crossing(a, b) -> bool:
    """Whether two leaders (dot, label) cross."""

    def turn(p, q, r):
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return (
        turn(a[0], a[1], b[0]) * turn(a[0], a[1], b[1]) < 0
        and turn(b[0], b[1], a[0]) * turn(b[0], b[1], a[1]) < 0
    )


def on_group(svg: str, group: str, target: tuple[float, float]) -> bool:
    """Whether the target lies on a painted pixel of the group."""
    renderer = QtSvg.QSvgRenderer(QtCore.QByteArray(svg.encode()))
    bounds = renderer.transformForElement(group).mapRect(renderer.boundsOnElement(group))
    image = QtGui.QImage(renderer.defaultSize(), QtGui.QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    p = QtGui.QPainter(image)
    renderer.render(p, group, bounds)
    p.end()
    x, y = round(target[0]), round(target[1])
    return image.rect().contains(x, y) and QtGui.QColor.fromRgba(image.pixel(x, y)).alpha() > 60


def findings(svg: str, side: dict) -> list[str]:
    """What breaks the rules of a figure."""
    out = [f"forbidden: {m.group()[:40]}" for m in [FORBIDDEN.search(svg)] if m]
    if len(svg.encode()) > 150_000:
        out.append(f"{len(svg.encode())} bytes")
    if len(SHAPE.findall(svg)) > 1500:
        out.append(f"{len(SHAPE.findall(svg))} shapes")
    limits = (("alt", 150), ("title", 80))
    out += [f"{key}: {len(side[key])} characters" for key, most in limits if len(side[key]) > most]
    words = len(side["description"].split())
    out += [f"description: {words} words"] if words > 120 else []
    for h in side.get("hotspot", []):
        group = h.get("group", h["id"])
        if f'id="{group}"' not in svg:
            out.append(f"{h['id']}: no group {group}")
        elif not on_group(svg, group, h["target"]):
            out.append(f"{h['id']}: target is not on the group")
        if len(h["name"]) > 40:
            out.append(f"{h['id']}: label is long")
    for s in side.get("step", []):
        out += [f"{s['id']}: no group {g}" for g in s["show"] if f'id="{g}"' not in svg]
        out += [f"{s['id']}: alt is long"] if len(s["alt"]) > 150 else []
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("toml", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--step", default="")
    parser.add_argument("--cvd", action="store_true", help="protan, deutan, tritan and grey")
    parser.add_argument("--draw", action="store_true", help="run the script and write the SVG first")
    parser.add_argument("--plain", action="store_true", help="no labels")
    args = parser.parse_args()
    _app = QtGui.QGuiApplication([])
    side = tomllib.loads(args.toml.read_text("utf-8"))
    target = args.toml.with_suffix(".svg")
    if args.draw:
        target.write_text(draw(args.toml.with_suffix(".py")), "utf-8", newline="\n")
    svg = target.read_text("utf-8")
    print(f"{target.name}: {len(svg.encode())} bytes, {len(SHAPE.findall(svg))} shapes")
    for line in findings(svg, side):
        print("!", line)
    hotspots = [
        h for h in side.get("hotspot", []) if not args.step or args.step in h.get("steps", [args.step])
    ]
    if len(hotspots) > 9:
        print(f"! {len(hotspots)} hotspots at a time")
    step = args.step or (side["step"][0]["id"] if side.get("step") else "")
    shown = groups_of_step(svg, side, step) if step else svg
    image = paint(shown, hotspots, args.dark, args.scale, args.plain)
    (sheet(image) if args.cvd else image).save(str(args.out))


if __name__ == "__main__":
    main()
