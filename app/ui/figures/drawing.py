"""A figure's SVG, step by step: its pictures, and which structure lies under a point."""

from collections import OrderedDict
from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.core.course import Figure, Hotspot
from app.ui.figures.pictures import Part, draw, shelf

_KEPT_RENDERERS = 4
_KEPT_DRAWINGS = 8
_SOLID = 40
_COUNTED = bytes(int(value > _SOLID) for value in range(256))
REACH = 7
"""How far, in viewBox units, a click may miss a thin structure and still meet it."""


class Drawing:
    """The drawing of one figure. Coordinates are viewBox units, x to the right and y down."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        self._key = f"{figure.id} {hash(figure)}"
        self._svgs: dict[str | None, bytes] = {}
        self._renderers: OrderedDict[str | None, QSvgRenderer] = OrderedDict()
        self._masks: dict[tuple[str, str | None], tuple[QImage, int]] = {}

    @property
    def key(self) -> str:
        """What tells this drawing's pictures from those of others."""
        return self._key

    @property
    def ratio(self) -> float:
        """Height divided by width."""
        return self.figure.height / self.figure.width

    def svg(self, step: str | None) -> bytes:
        """Return the SVG that shows only what `step` shows."""
        if step not in self._svgs:
            svg = self.figure.svg
            for group in self.figure.hidden_groups(step):
                svg = svg.replace(f'id="{group}"', f'id="{group}" display="none"', 1)
            self._svgs[step] = svg.encode()
        return self._svgs[step]

    def renderer(self, step: str | None) -> QSvgRenderer:
        """Return a renderer that draws only what `step` shows."""
        if step not in self._renderers:
            self._renderers[step] = QSvgRenderer(QByteArray(self.svg(step)))
            while len(self._renderers) > _KEPT_RENDERERS:
                self._renderers.popitem(last=False)
        return self._renderers[step]

    def part(self, step: str | None, size: QSize, clip: tuple[int, int, int, int] | None = None) -> Part:
        """Return the name of a picture; `size` is the whole figure's in device pixels."""
        whole = (size.width(), size.height())
        return Part(self._key, step, whole, clip or (0, 0, *whole))

    def pixmap(self, step: str | None, size: QSize, pixel_ratio: float) -> QPixmap:
        """Return the drawing on a clear ground, drawn now if need be; `size` in device-independent pixels."""
        pixmap = self.picture(self.part(step, size * pixel_ratio))
        pixmap.setDevicePixelRatio(pixel_ratio)
        return pixmap

    def picture(self, part: Part) -> QPixmap:
        """Return a part of the drawing, drawn now if need be."""
        found = shelf().get(part)
        return found if found is not None else shelf().put(part, draw(self.svg(part.step), part))

    def is_on(self, hotspot: Hotspot, x: float, y: float, step: str | None = None, reach: int = 0) -> bool:
        """Tell whether the point lies on the structure as `step` paints it, or within `reach` of it."""
        image, _ = self._mask(hotspot, step)
        return any(
            image.valid(px, py) and image.pixelColor(px, py).alpha() > _SOLID
            for dx in (-reach, 0, reach)
            for dy in (-reach, 0, reach)
            for px, py in [(round(x + dx), round(y + dy))]
        )

    def hotspot_at(
        self, x: float, y: float, among: Iterable[Hotspot], step: str | None = None
    ) -> Hotspot | None:
        """Return the structure under the point: the smallest hit, so that a vessel wins over its layer."""
        candidates = tuple(among)
        for reach in (0, REACH):
            hit = [h for h in candidates if self.is_on(h, x, y, step, reach)]
            if hit:
                return min(hit, key=lambda h: self._mask(h, step)[1])
        return None

    def _mask(self, hotspot: Hotspot, step: str | None) -> tuple[QImage, int]:
        key = (hotspot.group, step)
        if key not in self._masks:
            renderer = self.renderer(step)
            image = QImage(self.figure.width, self.figure.height, QImage.Format.Format_ARGB32_Premultiplied)
            image.fill(Qt.GlobalColor.transparent)
            bounds = renderer.transformForElement(hotspot.group).mapRect(
                renderer.boundsOnElement(hotspot.group)
            )
            painter = QPainter(image)
            renderer.render(painter, hotspot.group, bounds)
            painter.end()
            alpha = image.convertToFormat(QImage.Format.Format_Alpha8)
            area = bytes(alpha.constBits()).translate(_COUNTED).count(1)
            self._masks[key] = (alpha, area)
        return self._masks[key]


_drawings: OrderedDict[str, Drawing] = OrderedDict()


def drawing_of(figure: Figure) -> Drawing:
    """Return the drawing of `figure`, the same one wherever the figure is shown."""
    drawing = Drawing(figure)
    drawing = _drawings.setdefault(drawing.key, drawing)
    _drawings.move_to_end(drawing.key)
    while len(_drawings) > _KEPT_DRAWINGS:
        _drawings.popitem(last=False)
    return drawing
