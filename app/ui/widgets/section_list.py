"""The sections of a long page, one under the other, the present one marked."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from app.ui.theme import ThemedWidget
from app.ui.widgets import accessible as _accessible  # noqa: F401  (installs the roles)
from app.ui.widgets.buttons import Pressable
from app.ui.widgets.layouts import Column
from app.ui.widgets.painting import box, focus_ring, visible_rect

_PAD = 12


class _Entry(Pressable):
    """One section: `primarySoft` and the link colour while it is the present one."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size the words need."""
        theme = self.theme
        width = QFontMetrics(theme.font("strong")).horizontalAdvance(self.text()) + theme.px(2 * _PAD)
        return QSize(width + 8, theme.height("default") + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and words."""
        del event
        painter, theme, rect = QPainter(self), self.theme, visible_rect(self)
        radius = theme.radius("control")
        if self.isChecked():
            edge = theme.colour("primary") if theme.contrast else None
            box(painter, rect, radius, theme.colour("primarySoft"), edge, theme.hairline())
        elif self._hovered():
            box(painter, rect, radius, theme.colour("sunken"))
        if self.hasFocus():
            focus_ring(painter, theme, rect, radius)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("link" if self.isChecked() else "text2"))
        area = QRectF(rect).adjusted(theme.px(_PAD), 0, -theme.px(_PAD), 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())


class SectionList(ThemedWidget, QWidget):
    """Goes to a section: `chosen(int)` carries its index. Up and Down move between the sections."""

    chosen = Signal(int)
    accessible_role = QAccessible.Role.List

    def __init__(self, titles: Sequence[str], *, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        column = Column(self, spacing=0)
        for index, title in enumerate(titles):
            entry = _Entry(title)
            entry.setObjectName(f"section-{title.lower().replace(' ', '-')}")
            self._group.addButton(entry, index)
            column.add(entry)
        self.set_index(0)
        self._group.idClicked.connect(self._clicked)

    @property
    def index(self) -> int:
        """The index of the present section."""
        return self._group.checkedId()

    def set_index(self, index: int) -> None:
        """Mark a section without a signal."""
        entry = self._group.button(index)
        if entry is not None:
            entry.setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the sections."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        held = [i for i, entry in enumerate(self._group.buttons()) if entry.hasFocus()]
        if step and held and 0 <= held[0] + step < len(self._group.buttons()):
            self._group.button(held[0] + step).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    @Slot(int)
    def _clicked(self, index: int) -> None:
        self.chosen.emit(index)
