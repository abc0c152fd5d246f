"""Rows of the settings page, each bound to one setting by its name."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QBoxLayout, QSpinBox, QWidget

from app.ui.theme import ThemedWidget
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.layouts import ButtonRow, Column, Row
from app.ui.widgets.settings_rows import ChoiceRow, SwitchRow
from app.ui.widgets.text import Text

_FIELD = 84


class Switch(SwitchRow):
    """A setting that is on or off: `wanted(name, bool)`."""

    wanted = Signal(str, object)

    def __init__(self, setting: str, title: str, hint: str = "") -> None:
        super().__init__(title, hint)
        self.setObjectName(setting)
        self._setting = setting
        self.clicked.connect(self._pressed)

    def show_value(self, value: object) -> None:
        """Show the value without a signal of ours."""
        self.setChecked(bool(value))

    @Slot(bool)
    def _pressed(self, on: bool) -> None:
        self.wanted.emit(self._setting, on)


class Choice(ChoiceRow):
    """A setting with a few values: `wanted(name, value)`. `values` are pairs of value and label."""

    wanted = Signal(str, object)

    def __init__(
        self, setting: str, title: str, values: Sequence[tuple[object, str]], hint: str = ""
    ) -> None:
        super().__init__(title, [label for _, label in values], hint=hint)
        self.control.setObjectName(setting)
        self._setting = setting
        self._values = [value for value, _ in values]
        self._row.setAlignment(self.control, Qt.AlignmentFlag.AlignVCenter)
        self.chosen.connect(self._chose)

    def show_value(self, value: object) -> None:
        """Show the value; one that is not offered leaves the choice as it is."""
        if value in self._values:
            self.set_index(self._values.index(value))

    @Slot(int)
    def _chose(self, index: int) -> None:
        self.wanted.emit(self._setting, self._values[index])


class Spin(QSpinBox):
    """A number to type or to step with the arrow keys; the wheel is left to the page."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class Number(ThemedWidget, QWidget):
    """A setting that is a number, with buttons for less and more: `wanted(name, int)`."""

    wanted = Signal(str, object)

    def __init__(self, setting: str, title: str, bounds: tuple[int, int], step: int, hint: str = "") -> None:
        super().__init__()
        self._setting = setting
        self._row = Row(self, margins=(12, 8), spacing=16)
        words = Column(spacing=0)
        words.add(Text(title, "strong"))
        if hint:
            words.add(Text(hint, "small", "text2"))
        self._row.add(words, 1)
        self.spin = Spin(title)
        self.spin.setObjectName(setting)
        self.spin.setAccessibleDescription(hint)
        self.spin.setRange(*bounds)
        self.spin.setSingleStep(step)
        self._less, self._more = IconButton("minus", f"{title}: less"), IconButton("plus", f"{title}: more")
        self._less.setObjectName(f"{setting}-less")
        self._more.setObjectName(f"{setting}-more")
        control = ButtonRow(spacing=0)
        for widget in (self._less, self.spin, self._more):
            control.add(widget)
        control.add_stretch()
        self._row.add(control)
        self.spin.valueChanged.connect(self._changed)
        self._less.clicked.connect(self.spin.stepDown)
        self._more.clicked.connect(self.spin.stepUp)
        self.theme_changed()

    def show_value(self, value: object) -> None:
        """Show the value without a signal."""
        blocked = self.spin.blockSignals(True)
        self.spin.setValue(int(str(value)))
        self.spin.blockSignals(blocked)
        self._show_ends()

    def theme_changed(self) -> None:
        """Keep room for three figures."""
        super().theme_changed()
        self.spin.setFont(self.theme.font("label", tabular=True))
        self.spin.setMinimumWidth(self.theme.px(_FIELD))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the number below the words where there is no room beside them."""
        super().resizeEvent(event)
        narrow = self.width() < self.theme.px(420)
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)

    def _show_ends(self) -> None:
        self._less.setEnabled(self.spin.value() > self.spin.minimum())
        self._more.setEnabled(self.spin.value() < self.spin.maximum())

    @Slot(int)
    def _changed(self, value: int) -> None:
        self._show_ends()
        self.wanted.emit(self._setting, value)
