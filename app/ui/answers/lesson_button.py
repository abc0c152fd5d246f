"""A card that leads to a lesson section."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from app.ui.theme import ThemedWidget
from app.ui.theme.tokens import GUTTER
from app.ui.widgets.painting import box, draw_icon, focus_ring, visible_rect
from app.ui.widgets.runs import Run
from app.ui.widgets.sizing import Policy, follow_width
from app.ui.widgets.typeset import Typeset

_PAD_X, _PAD_Y, _GAP = 16, 10, 10
_HINT_WIDTH = 320


class LessonButton(ThemedWidget, QPushButton):
    """Icon, title in link colour, a line below, an arrow at the right. `clicked` as usual."""

    def __init__(self, title: str, line: str, *, icon: str = "book-open") -> None:
        super().__init__()
        self._title, self._line, self._icon = title, line, icon
        self._set: tuple[Typeset, ...] = ()
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        follow_width(self, down=Policy.Minimum)

    @property
    def title(self) -> str:
        """The words of the link."""
        return self._title

    def theme_changed(self) -> None:
        """Set the texts anew."""
        self._set = ()
        super().theme_changed()

    def hasHeightForWidth(self) -> bool:
        """Tell that a narrower card is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of title and line at `width`."""
        theme = self.theme
        room = self._room(width)
        lines = sum(part.height(room) for part in self._texts())
        return lines + 2 * theme.px(_PAD_Y) + 2 * GUTTER

    def sizeHint(self) -> QSize:
        """Return a comfortable width and the height that goes with it."""
        width = self.theme.px(_HINT_WIDTH)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(self.theme.px(160), self.theme.height("main") + 2 * GUTTER)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        del event
        painter, theme, rect = QPainter(self), self.theme, visible_rect(self)
        over = self.underMouse() and self.isEnabled()
        fill = theme.colour("sunken" if over else "surface")
        edge = theme.colour("borderStrong" if over else "border")
        radius = theme.radius("panel")
        box(painter, rect, radius, fill, edge, theme.hairline())
        if self.hasFocus():
            focus_ring(painter, theme, rect, radius)
        size = theme.icon("button")
        left = rect.left() + theme.px(_PAD_X)
        draw_icon(
            painter, self._icon, theme.colour("link"), QPointF(left + size / 2, rect.center().y()), size
        )
        arrow = QPointF(rect.right() - theme.px(_PAD_X) - size / 2 + theme.px(4), rect.center().y())
        draw_icon(painter, "chevron-right", theme.colour("text2"), arrow, size)
        self._draw_texts(painter, rect, left + size + theme.px(_GAP))

    def _draw_texts(self, painter: QPainter, rect: QRectF, left: float) -> None:
        room = self._room(self.width())
        texts = self._texts()
        top = rect.top() + (rect.height() - sum(text.height(room) for text in texts)) / 2
        for text in texts:
            text.draw(painter, left, top, room)
            top += text.height(room)

    def _texts(self) -> tuple[Typeset, ...]:
        if not self._set:
            title = Typeset(self.theme, (Run(self._title),), "label", "link")
            line = Typeset(self.theme, (Run(self._line),), "caption", "text2")
            self._set = (title, line) if self._line else (title,)
        return self._set

    def _room(self, width: int) -> float:
        theme = self.theme
        taken = 2 * GUTTER + 2 * theme.px(_PAD_X) + 2 * theme.icon("button") + 2 * theme.px(_GAP)
        return max(1.0, width - taken)
