"""Choices of one among a few: the segmented control and its cells."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QRadioButton, QSizePolicy, QWidget

from app.ui.theme import ThemedWidget
from app.ui.theme.tokens import GUTTER
from app.ui.widgets import accessible as _accessible  # noqa: F401  (installs the roles)
from app.ui.widgets.layouts import FlowLayout
from app.ui.widgets.painting import box, draw_icon, focus_ring, visible_rect, with_gutter
from app.ui.widgets.sizing import Policy, follow_width


class Cell(ThemedWidget, QRadioButton):
    """A radio button that is one field of a control: wholly pressable, drawn by its kind."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Return the size hint: a field is never cut."""
        return self.sizeHint()

    def hitButton(self, point: QPoint) -> bool:
        """Make the whole field pressable."""
        return self.rect().contains(point)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show hover."""
        self.update()
        super().enterEvent(event)


class Select(ThemedWidget, QComboBox):
    """A drop-down list. `activated(int)` when the student chooses, as usual."""

    def __init__(self, labels: Sequence[str] = (), index: int = 0, *, name: str = "") -> None:
        super().__init__()
        self.addItems(list(labels))
        self.setCurrentIndex(index)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.theme_changed()

    def theme_changed(self) -> None:
        """Use the label's type style in the list too."""
        self.setFont(self.theme.font("label"))
        super().theme_changed()

    def sizeHint(self) -> QSize:
        """Return the size of the longest word."""
        theme = self.theme
        metrics = QFontMetrics(theme.font("label"))
        longest = max((metrics.horizontalAdvance(self.itemText(i)) for i in range(self.count())), default=0)
        width = longest + theme.px(3 * 12) + theme.icon("text")
        return with_gutter(QSize(max(width, theme.px(96)), theme.height("default")))

    def minimumSizeHint(self) -> QSize:
        """Return the size hint: a word is never cut."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show hover."""
        self.update()
        super().enterEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: a list under the pointer must not change by scrolling past it."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, its word and the arrow."""
        del event
        painter, theme, rect = QPainter(self), self.theme, visible_rect(self)
        radius, pad = theme.radius("control"), theme.px(12)
        fill = theme.colour("sunken" if self.underMouse() and self.isEnabled() else "surface")
        edge = theme.colour("borderStrong" if self.isEnabled() else "border")
        box(painter, rect, radius, fill, edge, theme.hairline())
        if self.hasFocus():
            focus_ring(painter, theme, rect, radius)
        ink = theme.colour("text" if self.isEnabled() else "textDisabled")
        size = theme.icon("text")
        painter.setFont(theme.font("label"))
        painter.setPen(ink)
        words = rect.adjusted(pad, 0, -pad - size, 0)
        painter.drawText(
            words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.currentText()
        )
        centre = QPointF(rect.right() - pad - size / 2, rect.center().y())
        draw_icon(painter, "chevron-down", ink, centre, size)


class _Segment(Cell):
    def sizeHint(self) -> QSize:
        """Return the size the words need."""
        theme = self.theme
        width = QFontMetrics(theme.font("label")).horizontalAdvance(self.text()) + theme.px(32)
        return with_gutter(QSize(max(width, theme.px(72)), theme.height("default") - theme.px(8)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, raised if chosen."""
        del event
        painter, theme, rect = QPainter(self), self.theme, visible_rect(self)
        radius = theme.radius("badge")
        if self.isChecked():
            width = theme.bold_line() if theme.contrast else theme.hairline()
            box(painter, rect, radius, theme.colour("surface"), theme.colour("borderStrong"), width)
        elif self.underMouse() and self.isEnabled():
            box(painter, rect, radius, theme.colour("sunken"), None)
        if self.hasFocus():
            focus_ring(painter, theme, rect, radius)
        ink = theme.colour("text" if self.isChecked() else "text2")
        painter.setPen(ink if self.isEnabled() else theme.colour("textDisabled"))
        painter.setFont(theme.font("label", weight=700 if self.isChecked() and theme.contrast else None))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.text())


class Segmented(ThemedWidget, QWidget):
    """A few words of which one is chosen. `chosen(int)` carries the index when the student changes it.

    One stop of the Tab key, arrows inside; the fields wrap where there is no room.
    """

    chosen = Signal(int)
    accessible_role = QAccessible.Role.Grouping

    def __init__(self, labels: Sequence[str], index: int = 0, *, name: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        layout = FlowLayout(self, spacing=0, line_spacing=0)
        for number, label in enumerate(labels):
            segment = _Segment(label)
            self._group.addButton(segment, number)
            layout.add(segment)
        follow_width(self, Policy.Maximum)
        self.set_index(index)
        self._group.idClicked.connect(self._clicked)

    @property
    def index(self) -> int:
        """The index of the chosen field, -1 for none."""
        return self._group.checkedId()

    def set_index(self, index: int) -> None:
        """Choose a field without a signal."""
        button = self._group.button(index)
        if button is not None:
            button.setChecked(True)

    def minimumSizeHint(self) -> QSize:
        """Return the size of the largest field."""
        size = QSize()
        for button in self._group.buttons():
            size = size.expandedTo(button.sizeHint())
        return size

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track."""
        del event
        theme = self.theme
        edge = theme.colour("border") if theme.contrast else None
        inset = GUTTER - theme.px(4) if theme.px(4) < GUTTER else 0
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        box(QPainter(self), rect, theme.radius("control") + 2, theme.colour("chip"), edge, 1)

    @Slot(int)
    def _clicked(self, index: int) -> None:
        self.chosen.emit(index)
