"""A figure's SVG as pixels, step by step, and which structure lies under a point."""

from collections import OrderedDict
from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.core.course import Figure, Hotspot

_KEPT_PIXMAPS = 6
_KEPT_RENDERERS = 8
_SOLID = 40
REACH = 7
"""How far, in viewBox units, a click may miss a thin structure and still meet it."""


class Drawing:
    """The drawing of one figure. Coordinates are viewBox units, x to the right and y down."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        self._renderers: OrderedDict[str | None, QSvgRenderer] = OrderedDict()
        self._pixmaps: OrderedDict[tuple[str | None, int, int, float], QPixmap] = OrderedDict()
        self._masks: dict[tuple[str, str | None], tuple[QImage, int]] = {}

    @property
    def ratio(self) -> float:
        """Height divided by width."""
        return self.figure.height / self.figure.width

    def renderer(self, step: str | None) -> QSvgRenderer:
        """Return a renderer that draws only what `step` shows."""
        if step not in self._renderers:
            svg = self.figure.svg
            for group in self.figure.hidden_groups(step):
                svg = svg.replace(f'id="{group}"', f'id="{group}" display="none"', 1)
            self._renderers[step] = QSvgRenderer(QByteArray(svg.encode()))
            while len(self._renderers) > _KEPT_RENDERERS:
                self._renderers.popitem(last=False)
        return self._renderers[step]

    def pixmap(self, step: str | None, size: QSize, pixel_ratio: float) -> QPixmap:
        """Return the drawing on a clear ground; `size` is in device-independent pixels."""
        key = (step, size.width(), size.height(), pixel_ratio)
        if key not in self._pixmaps:
            pixmap = QPixmap(size * pixel_ratio)
            pixmap.setDevicePixelRatio(pixel_ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.renderer(step).render(painter, QRectF(0, 0, size.width(), size.height()))
            painter.end()
            self._pixmaps[key] = pixmap
            while len(self._pixmaps) > _KEPT_PIXMAPS:
                self._pixmaps.popitem(last=False)
        self._pixmaps.move_to_end(key)
        return self._pixmaps[key]

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
            area = sum(value > _SOLID for value in bytes(alpha.constBits()))
            self._masks[key] = (image, area)
        return self._masks[key]
