"""Line icons: SVG files whose black is replaced by a role colour, cached per colour, size and pixel ratio."""

from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_LIMIT = 512
_STROKE = 'stroke-width="2"'


class IconSet:
    """The icons of one directory, drawn when first asked for."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._sources: dict[str, str] = {}
        self._pixmaps: OrderedDict[tuple[str, int, int, float, float], QPixmap] = OrderedDict()

    def names(self) -> list[str]:
        """Return the names of all icons, sorted."""
        return sorted(path.stem for path in self._directory.glob("*.svg"))

    def pixmap(self, name: str, colour: QColor, size: int, ratio: float, stroke: float = 2.0) -> QPixmap:
        """Return icon `name` of `size` logical pixels for a device pixel `ratio`.

        `stroke` is the line width on the 24 grid. Raises FileNotFoundError for an unknown name.
        """
        key = (name, colour.rgba(), size, ratio, stroke)
        pixmap = self._pixmaps.get(key)
        if pixmap is None:
            pixmap = self._draw(name, colour, size, ratio, stroke)
            self._pixmaps[key] = pixmap
            if len(self._pixmaps) > _LIMIT:
                self._pixmaps.popitem(last=False)
        else:
            self._pixmaps.move_to_end(key)
        return pixmap

    def icon(self, name: str, colour: QColor, size: int, ratio: float = 1.0) -> QIcon:
        """Return a `QIcon` for menus and actions."""
        return QIcon(self.pixmap(name, colour, size, ratio))

    def mark(self, ground: QColor, line: QColor, size: int, ratio: float = 1.0) -> QPixmap:
        """Return the mark of the app: a spiral artery in `line` on a rounded square of `ground`."""
        svg = self._source("decidua").replace("#000000", ground.name()).replace("#ffffff", line.name())
        return _render(svg, size, ratio)

    def _source(self, name: str) -> str:
        if name not in self._sources:
            self._sources[name] = (self._directory / f"{name}.svg").read_text(encoding="utf-8")
        return self._sources[name]

    def _draw(self, name: str, colour: QColor, size: int, ratio: float, stroke: float) -> QPixmap:
        svg = self._source(name).replace("#000000", colour.name())
        if stroke != 2.0:
            svg = svg.replace(_STROKE, f'stroke-width="{stroke}"')
        return _render(svg, size, ratio, colour.alphaF())


def _render(svg: str, size: int, ratio: float, opacity: float = 1.0) -> QPixmap:
    side = max(1, round(size * ratio))
    image = QImage(QSize(side, side), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(opacity)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
