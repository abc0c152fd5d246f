"""The marks of one figure: which there are, and where they stand on the picture or beside it."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from PySide6.QtCore import QObject, QPointF, QRectF, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.core.course import Hotspot
from app.ui.figures.layout import Row, place_pins, spread
from app.ui.figures.marks import Label, MarkState, Pin
from app.ui.figures.painting import Leader
from app.ui.widgets.layouts import discard

STUB = 14
GAP = 6
LEAST_PICTURE = 300

Spots = Mapping[str, QPointF]
"""Where the target of each hotspot is drawn on the canvas, by the hotspot's id."""


class Marks(StrEnum):
    """What stands on or beside the picture."""

    LABELS = "labels"
    PINS = "pins"
    NONE = "none"


class MarkLayer(QObject):
    """Makes labels and pins over a canvas and places them. `pressed(hotspot id)` follows a press on one.

    Labels are made with pins to stand in for them where names do not fit beside the picture.
    """

    pressed = Signal(str)

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.kind = Marks.LABELS
        self._labels: dict[str, Label] = {}
        self._pins: dict[str, Pin] = {}

    def make(self, kind: Marks, hotspots: Iterable[Hotspot], *, named: bool) -> None:
        """Make the marks of `hotspots` anew; unnamed pins keep what they mark."""
        self.kind = kind
        for mark in (*self._labels.values(), *self._pins.values()):
            discard(mark)
        self._labels, self._pins = {}, {}
        for number, hotspot in enumerate(hotspots if kind != Marks.NONE else (), 1):
            pin = Pin(hotspot.id, number, self._canvas)
            pin.setAccessibleName(hotspot.name if named else f"Place {number}")
            pin.setToolTip(hotspot.name if named else "")
            pin.clicked.connect(self._press)
            self._pins[hotspot.id] = pin
            if kind == Marks.LABELS:
                label = Label(hotspot.id, hotspot.name, hotspot.side, self._canvas)
                label.clicked.connect(self._press)
                self._labels[hotspot.id] = label

    def show_states(self, states: Mapping[str, MarkState]) -> None:
        """Set the state of each mark; SHOWN where none is given."""
        for number, (name, label) in enumerate(self._labels.items(), 1):
            label.set_state(states.get(name, MarkState.SHOWN), number)
        for name, pin in self._pins.items():
            pin.set_state(states.get(name, MarkState.SHOWN))

    def uses_pins(self, width: int) -> bool:
        """Tell whether names do not fit beside the picture in `width` pixels, or pins were asked for."""
        return self.kind == Marks.PINS or (self.kind == Marks.LABELS and not self._labels_fit(width))

    def columns(self, width: int) -> tuple[float, float]:
        """Return how many of `width` pixels the labels take at the left and at the right."""
        if self.kind != Marks.LABELS or not self._labels_fit(width):
            return 0.0, 0.0
        return self._column("left"), self._column("right")

    def place(self, spots: Spots, frame: QRectF, span: tuple[float, float]) -> None:
        """Put the marks beside or on the picture in `frame`; labels stay between the heights of `span`."""
        pins = self.uses_pins(self._canvas.width())
        for name, pin in self._pins.items():
            pin.setVisible(pins)
            if name in self._labels:
                self._labels[name].setVisible(not pins and self._is_wanted(name, spots, frame))
        if pins:
            self._place_pins(spots, frame)
        else:
            self._place_labels("left", spots, frame, span)
            self._place_labels("right", spots, frame, span)

    def leaders(self, spots: Spots, frame: QRectF) -> list[Leader]:
        """Return the lines from the marks to the targets that are in sight."""
        pins = self.uses_pins(self._canvas.width())
        seen = ((name, spot) for name, spot in spots.items() if name in self._pins and frame.contains(spot))
        return [self._pin_leader(n, s) if pins else self._label_leader(n, s, frame) for n, s in seen]

    def _column(self, side: str) -> float:
        judged = any(label.state != MarkState.SHOWN for label in self._labels.values())
        widths = [label.widest(judged=judged) for label in self._labels.values() if label.side == side]
        return max(widths) + STUB + GAP if widths else 0.0

    def _is_wanted(self, name: str, spots: Spots, frame: QRectF) -> bool:
        """Tell whether a label's target is in sight; the one that is asked for stays in any case."""
        seen = frame.adjusted(-1, -1, 1, 1).contains(spots[name])
        return seen or self._labels[name].state == MarkState.CURRENT

    def _labels_fit(self, width: int) -> bool:
        return width - self._column("left") - self._column("right") >= LEAST_PICTURE

    def _place_labels(self, side: str, spots: Spots, frame: QRectF, span: tuple[float, float]) -> None:
        labels = [
            label
            for label in self._labels.values()
            if label.side == side and self._is_wanted(label.hotspot, spots, frame)
        ]
        labels.sort(key=lambda label: spots[label.hotspot].y())
        rows = [Row(label.sizeHint().height(), spots[label.hotspot].y()) for label in labels]
        for label, centre in zip(labels, spread(rows, *span, GAP), strict=True):
            size = label.sizeHint()
            x = frame.left() - STUB - GAP - size.width() if side == "left" else frame.right() + STUB + GAP
            label.setGeometry(round(x), round(centre - size.height() / 2), size.width(), size.height())

    def _place_pins(self, spots: Spots, frame: QRectF) -> None:
        origin = frame.topLeft()
        targets = [spot - origin for name, spot in spots.items() if name in self._pins]
        radius = next((pin.radius for pin in self._pins.values()), 11.0)
        at = tuple((t.x(), t.y()) for t in targets)
        placed = place_pins(at, frame.width(), frame.height(), radius)
        for pin, (x, y) in zip(self._pins.values(), placed, strict=True):
            pin.centre_at(QPointF(x, y) + origin)
            pin.setVisible(frame.contains(QPointF(x, y) + origin))

    def _pin_leader(self, name: str, target: QPointF) -> Leader:
        centre = QRectF(self._pins[name].geometry()).center()
        return Leader(target, centre, centre)

    def _label_leader(self, name: str, target: QPointF, frame: QRectF) -> Leader:
        label = self._labels[name]
        height = QRectF(label.geometry()).center().y()
        left = label.side == "left"
        edge = frame.left() if left else frame.right()
        return Leader(target, QPointF(edge, height), QPointF(edge - STUB if left else edge + STUB, height))

    @Slot()
    def _press(self) -> None:
        mark = self.sender()
        if isinstance(mark, Label | Pin):
            self.pressed.emit(mark.hotspot)
