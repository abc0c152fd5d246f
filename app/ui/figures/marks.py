"""The controls that lie over a figure: hotspots to press, and labels beside the picture."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.ui.theme import ThemedWidget, icons
from app.ui.theme.tokens import Role

LABEL_CHARACTERS = 24


class MarkState(StrEnum):
    """What a label or pin tells: shown, hidden behind a question mark, asked now, named, missed, chosen."""

    SHOWN = "shown"
    HIDDEN = "hidden"
    CURRENT = "current"
    RIGHT = "right"
    WRONG = "wrong"
    CHOSEN = "chosen"


_FILLS: dict[MarkState, tuple[Role, Role, Role]] = {
    MarkState.SHOWN: ("leader", "leaderHalo", "leaderHalo"),
    MarkState.HIDDEN: ("leader", "leaderHalo", "leaderHalo"),
    MarkState.CURRENT: ("primary", "onPrimary", "onPrimary"),
    MarkState.CHOSEN: ("primary", "onPrimary", "onPrimary"),
    MarkState.RIGHT: ("okBorder", "onOk", "onOk"),
    MarkState.WRONG: ("badBorder", "onBad", "onBad"),
}


class Pin(ThemedWidget, QAbstractButton):
    """A numbered pin over the figure: a real button, so that keyboard and assistive tools meet it.

    Ask `radius` for the visible circle; the button itself is at least the minimum target.
    """

    def __init__(self, hotspot: str, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.hotspot = hotspot
        self.number = number
        self.state = MarkState.SHOWN
        self.setObjectName(f"pin-{hotspot}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def radius(self) -> float:
        """The radius of the visible circle."""
        return self.theme.bar(11)

    def set_state(self, state: MarkState) -> None:
        """Show another state."""
        self.state = state
        self.update()

    def centre_at(self, point: QPointF) -> None:
        """Put the middle of the pin at a point of the parent."""
        size = self.sizeHint()
        self.resize(size)
        self.move(round(point.x() - size.width() / 2), round(point.y() - size.height() / 2))

    def sizeHint(self) -> QSize:
        """Return the target's size."""
        side = max(32, round(self.radius * 2) + 8)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the circle with its number, or with a tick or cross when judged."""
        theme = self.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, line, ink = _FILLS[self.state]
        centre = QRectF(self.rect()).center()
        grown = 2 if self.state in {MarkState.CHOSEN, MarkState.RIGHT, MarkState.WRONG} else 0
        radius = self.radius + grown
        painter.setPen(QPen(theme.colour(line), theme.bold_line()))
        painter.setBrush(theme.colour(fill))
        painter.drawEllipse(centre, radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), theme.bold_line()))
            painter.drawEllipse(centre, radius + 3, radius + 3)
        box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        if self.state in {MarkState.RIGHT, MarkState.WRONG}:
            side = round(radius * 1.3)
            name = "check" if self.state == MarkState.RIGHT else "x"
            pixmap = icons().pixmap(name, theme.colour(ink), side, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(centre.x() - side / 2, centre.y() - side / 2), pixmap)
        else:
            painter.setPen(theme.colour(ink))
            painter.setFont(theme.font("count", tabular=True))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self.number))
        painter.end()


class Label(ThemedWidget, QAbstractButton):
    """The name of a structure beside the picture; in a self-test a tile with a question mark.

    `side` is the side of the picture it stands on: text runs towards the picture.
    """

    def __init__(self, hotspot: str, name: str, side: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.hotspot = hotspot
        self.side = side
        self.name = name
        self.state = MarkState.SHOWN
        self.setObjectName(f"label-{hotspot}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)

    def set_state(self, state: MarkState, number: int = 0) -> None:
        """Show another state; a hidden name is hidden from assistive tools too."""
        self.state = state
        hidden = state in {MarkState.HIDDEN, MarkState.CURRENT}
        self.setAccessibleName(f"Hidden structure {number}" if hidden else self.name)
        self.updateGeometry()
        self.update()

    @property
    def is_tile(self) -> bool:
        """Whether the name is hidden behind a question mark."""
        return self.state in {MarkState.HIDDEN, MarkState.CURRENT}

    def lines(self) -> list[str]:
        """Return the name in lines of at most 24 characters, words kept whole."""
        found = [""]
        for word in self.name.split():
            if found[-1] and len(found[-1]) + 1 + len(word) > LABEL_CHARACTERS:
                found.append("")
            found[-1] = f"{found[-1]} {word}".strip()
        return found

    def sizeHint(self) -> QSize:
        """Return room for the words, or for the tile."""
        theme = self.theme
        if self.is_tile:
            return QSize(theme.px(44), theme.px(36))
        metrics = QFontMetricsF(theme.font("strong"))
        height = metrics.lineSpacing() * len(self.lines()) + 4
        width = self.widest(judged=self.state in {MarkState.RIGHT, MarkState.WRONG})
        return QSize(width, max(theme.px(28), round(height)))

    def widest(self, *, judged: bool) -> int:
        """Return the width of the name, with its tick or cross if `judged`, also while it is hidden.

        A self-test keeps this room from the start, so that the picture stays where it is as names appear.
        """
        metrics = QFontMetricsF(self.theme.font("strong"))
        width = max(metrics.horizontalAdvance(line) for line in self.lines())
        return round(width) + 8 + (self.theme.icon("text") + 6 if judged else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint words or tile."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_tile:
            self._paint_tile(painter)
        else:
            self._paint_words(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.colour("focus"), self.theme.bold_line()))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _paint_tile(self, painter: QPainter) -> None:
        theme, current = self.theme, self.state == MarkState.CURRENT
        painter.setPen(QPen(theme.colour("primary" if current else "borderStrong"), 2 if current else 1))
        painter.setBrush(theme.colour("primarySoft" if current else "chip"))
        radius = theme.radius("control")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.setPen(theme.colour("link" if current else "text"))
        painter.setFont(theme.font("strong"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "?")

    def _paint_words(self, painter: QPainter) -> None:
        theme = self.theme
        box = QRectF(self.rect())
        left = self.side == "left"
        if self.state in {MarkState.RIGHT, MarkState.WRONG}:
            right = self.state == MarkState.RIGHT
            side = theme.icon("text")
            colour = theme.colour("ok" if right else "bad")
            pixmap = icons().pixmap(
                "circle-check" if right else "circle-x", colour, side, self.devicePixelRatioF()
            )
            x = box.left() if left else box.right() - side
            painter.drawPixmap(QPointF(x, box.center().y() - side / 2), pixmap)
            box.adjust(side + 6 if left else 0, 0, 0 if left else -side - 6, 0)
        painter.setPen(theme.colour("link" if self.state == MarkState.CHOSEN else "text"))
        painter.setFont(theme.font("strong"))
        align = Qt.AlignmentFlag.AlignRight if left else Qt.AlignmentFlag.AlignLeft
        text = "\n".join(self.lines())
        painter.drawText(box.adjusted(4, 0, -4, 0), int(align | Qt.AlignmentFlag.AlignVCenter), text)
