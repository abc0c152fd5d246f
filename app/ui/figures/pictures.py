"""Figures as pixels: what is asked for, what is kept, and the thread that draws it."""

import threading
import time
from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QImageReader, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

KEPT_BYTES = 48_000_000
"""What pictures of all figures together may take; a figure that fills a window takes about 3 MB."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a figure in one step, in device pixels.

    `size` is the whole figure's; `clip` is the part's left, top, width and height in it.
    """

    figure: str
    step: str | None
    size: tuple[int, int]
    clip: tuple[int, int, int, int]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is cut off."""
        return self.clip == (0, 0, *self.size)


def draw(svg: bytes, part: Part) -> QImage:
    """Return the pixels of `part` on a clear ground.

    Read as an image and not rendered by hand, because only so does Qt let other Python threads run.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(svg))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(*part.size))
    if not part.is_whole:
        reader.setScaledClipRect(QRect(*part.clip))
    image = reader.read()
    return image if not image.isNull() else _render(svg, part)


class Shelf:
    """Keeps pictures, the ones used last the longest."""

    def __init__(self, most: int = KEPT_BYTES) -> None:
        self._most = most
        self._kept: OrderedDict[Part, QPixmap] = OrderedDict()
        self._bytes = 0

    def get(self, part: Part) -> QPixmap | None:
        """Return exactly `part`; None if it is not kept."""
        if part in self._kept:
            self._kept.move_to_end(part)
        return self._kept.get(part)

    def nearest(self, part: Part) -> tuple[Part, QPixmap] | None:
        """Return what can stand in for `part`: the whole figure, in the same step if possible."""
        whole = [kept for kept in self._kept if kept.figure == part.figure and kept.is_whole]
        if not whole:
            return None
        best = max(whole, key=lambda kept: (kept.step == part.step, kept.size))
        return best, self._kept[best]

    def put(self, part: Part, image: QImage) -> QPixmap:
        """Keep `part`."""
        old = self._kept.pop(part, None)
        pixmap = QPixmap.fromImage(image)
        self._kept[part] = pixmap
        self._bytes += _size(pixmap) - (_size(old) if old is not None else 0)
        while self._bytes > self._most and len(self._kept) > 1:
            _, gone = self._kept.popitem(last=False)
            self._bytes -= _size(gone)
        return pixmap


class Artist(QObject):
    """Draws on a thread of its own, so that a large figure never holds up a key press.

    `drawn(Part)` comes when the picture is on the shelf. Who asks again replaces what it asked for before,
    so that a window being resized does not queue up sizes nobody will see. The last to ask is served first.
    """

    drawn = Signal(object)
    _finished = Signal(object, object, float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: OrderedDict[object, tuple[Part, bytes]] = OrderedDict()
        self._now: Part | None = None
        self._stirred = threading.Condition()
        self._stopped = False
        self._thread: threading.Thread | None = None
        self._finished.connect(self._keep)

    def ask(self, asker: object, part: Part, svg: bytes) -> None:
        """Ask for `part`."""
        with self._stirred:
            if part == self._now:
                self._wanted.pop(asker, None)
                return
            self._wanted[asker] = (part, svg)
            self._wanted.move_to_end(asker)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="artist", daemon=True)
                self._thread.start()
            self._stirred.notify()

    def stop(self) -> None:
        """Finish the picture in hand and end the thread."""
        with self._stirred:
            self._stopped = True
            self._wanted.clear()
            self._stirred.notify()
        if self._thread is not None:
            self._thread.join()

    def _work(self) -> None:
        while True:
            with self._stirred:
                self._now = None
                while not (self._wanted or self._stopped):
                    self._stirred.wait()
                if self._stopped:
                    return
                _, (part, svg) = self._wanted.popitem()
                self._now = part
            began = time.perf_counter()
            image = draw(svg, part)
            self._finished.emit(part, image, time.perf_counter() - began)

    @Slot(object, object, float)
    def _keep(self, part: Part, image: QImage, seconds: float) -> None:
        if not image.isNull():
            shelf().put(part, image)
            note_pace(part, seconds)
            self.drawn.emit(part)


PATIENCE = 1.5
"""Seconds a picture may take; a figure that would take longer at some zoom is drawn smaller and enlarged."""
_paces: dict[str, float] = {}
_shelf = Shelf()
_installed: list[Artist] = []


def shelf() -> Shelf:
    """Return what keeps the pictures of this run."""
    return _shelf


def note_pace(part: Part, seconds: float) -> None:
    """Remember how long a figure takes, in seconds for each pixel of the whole figure."""
    _paces[part.figure] = seconds / (part.size[0] * part.size[1])


def most_pixels(figure: str) -> float:
    """Return how many pixels of the whole figure can be drawn with patience."""
    return PATIENCE / max(_paces.get(figure, 0.0), 1e-9)


def install(artist: Artist | None) -> None:
    """Let `artist` draw all figures from now on; None draws them where they are painted."""
    _installed[:] = [artist] if artist is not None else []


def artist() -> Artist | None:
    """Return who draws; None where figures are drawn as they are painted."""
    return _installed[0] if _installed else None


def _render(svg: bytes, part: Part) -> QImage:
    """Return the pixels of `part` where Qt came without its reader of SVG images."""
    left, top, width, height = part.clip
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(-left, -top, *part.size))
    painter.end()
    return image


def _size(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
