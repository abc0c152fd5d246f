"""One section in a list of sections: number or tick, title, and which one is being read."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from app.ui.theme import Role
from app.ui.theme.tokens import GUTTER
from app.ui.widgets.buttons import Pressable
from app.ui.widgets.painting import box, draw_icon, focus_ring, visible_rect
from app.ui.widgets.runs import plain
from app.ui.widgets.sizing import follow_width
from app.ui.widgets.typeset import Typeset

_MARK, _GAP, _PAD_X, _PAD_Y = 22, 10, 10, 9
_HINT = 200


class SectionItem(Pressable):
    """A button for a section. `icon` (a tick, say) stands in for the number; `status` is spoken after it."""

    def __init__(self, number: int, title: str) -> None:
        super().__init__()
        self.number, self.title = number, title
        self._icon = ""
        self._ink: Role = "ok"
        self._set: Typeset | None = None
        self.setCheckable(True)
        self.setAccessibleName(f"Section {number}: {title}")
        follow_width(self)

    def show_status(self, status: str, icon: str, ink: Role, *, current: bool) -> None:
        """Show how the section stands, and whether it is the one being read."""
        self._icon, self._ink = icon, ink
        self.setChecked(current)
        words = f"{status}, shown now" if current else status
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self._set = None
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """Leave it to the reader to say which section is shown."""

    def hasHeightForWidth(self) -> bool:
        """Tell the layout that a narrower item is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at `width`."""
        px = self.theme.px
        return max(self._title().height(self._room(width)), px(_MARK)) + 2 * px(_PAD_Y) + 2 * GUTTER

    def sizeHint(self) -> QSize:
        """Return a narrow column with its height."""
        width = self.theme.px(_HINT)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least column."""
        return QSize(self.theme.px(120), self.theme.px(_MARK) + 2 * self.theme.px(_PAD_Y) + 2 * GUTTER)

    def theme_changed(self) -> None:
        """Set the title anew."""
        self._set = None
        super().theme_changed()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, mark and title."""
        del event
        painter, theme, rect = QPainter(self), self.theme, visible_rect(self)
        radius = theme.radius("control")
        if self.isChecked():
            edge = theme.colour("primary") if theme.contrast else None
            box(painter, rect, radius, theme.colour("primarySoft"), edge, theme.hairline())
        elif self._hovered() or self.isDown():
            edge = theme.colour("border") if theme.contrast else None
            box(painter, rect, radius, theme.colour("chip"), edge, theme.hairline())
        if self.hasFocus():
            focus_ring(painter, theme, rect, radius)
        self._draw_mark(painter, rect)
        left = rect.left() + theme.px(_PAD_X) + theme.px(_MARK) + theme.px(_GAP)
        title, room = self._title(), self._room(self.width())
        top = rect.top() + max(0.0, (rect.height() - title.height(room)) / 2)
        title.draw(painter, left, top, room)

    def _draw_mark(self, painter: QPainter, rect: QRectF) -> None:
        theme = self.theme
        side = theme.px(_MARK)
        line = min(self._title().line_height, rect.height())
        free = rect.height() - self._title().height(self._room(self.width()))
        centre = QPointF(
            rect.left() + theme.px(_PAD_X) + side / 2, rect.top() + max(0.0, free / 2) + line / 2
        )
        if self._icon:
            draw_icon(painter, self._icon, theme.colour(self._ink), centre, theme.icon("button"))
            return
        current = self.isChecked()
        circle = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        fill = theme.colour("primary") if current else None
        box(painter, circle, side / 2, fill, None if current else theme.colour("borderStrong"), 1)
        painter.setFont(theme.font("count", tabular=True))
        painter.setPen(theme.colour("onPrimary" if current else "text2"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self.number))

    def _room(self, width: int) -> int:
        px = self.theme.px
        return max(1, width - 2 * GUTTER - 2 * px(_PAD_X) - px(_MARK) - px(_GAP))

    def _title(self) -> Typeset:
        if self._set is None:
            current = self.isChecked()
            ink: Role = "link" if current else "text"
            self._set = Typeset(self.theme, plain(self.title), "small", ink, weight=600 if current else None)
        return self._set
