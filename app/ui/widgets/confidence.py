"""How sure are you: three buttons that check the answer."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.core.scheduling import Confidence
from app.ui.theme import ThemedWidget
from app.ui.widgets.buttons import Pressable
from app.ui.widgets.layouts import FlowLayout
from app.ui.widgets.painting import box, visible_rect, with_gutter
from app.ui.widgets.sizing import follow_width

_PALE = 0.3
_BAR_WIDTH, _BAR_STEP, _BARS_GAP = 4.5, 7, 8
_MIN_WIDTH = 128


_WORDS = {Confidence.GUESS: "Guess", Confidence.THINK: "Think so", Confidence.CERTAIN: "Certain"}
_KEYS = {Confidence.GUESS: "Ctrl+Enter", Confidence.THINK: "Enter", Confidence.CERTAIN: "Shift+Enter"}


class ConfidenceButton(Pressable):
    """One of the three; `Think so` is the primary one."""

    def __init__(self, level: Confidence) -> None:
        super().__init__(_WORDS[level])
        self.level = level
        self.setAccessibleName(f"Check answer: {_WORDS[level].lower()}")
        self.setToolTip(f"{_WORDS[level]} ({_KEYS[level]})")

    def sizeHint(self) -> QSize:
        """Return the size the word and the bars need, at least the common width."""
        theme = self.theme
        words = QFontMetrics(theme.font("strong")).horizontalAdvance(self.text())
        width = words + self._bars_width() + theme.px(_BARS_GAP) + theme.px(32)
        return with_gutter(QSize(max(width, theme.px(_MIN_WIDTH)), theme.height("main")))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button."""
        del event
        painter, theme, rect = QPainter(self), self.theme, visible_rect(self)
        primary = self.level == Confidence.THINK
        self._draw_ground(painter, rect, "primary" if primary else "outline", theme.radius("control"))
        ink = theme.colour("onPrimary" if primary else "text")
        ink = ink if self.isEnabled() else theme.colour("textDisabled")
        metrics = QFontMetrics(theme.font("strong"))
        words = metrics.horizontalAdvance(self.text())
        content = self._bars_width() + theme.px(_BARS_GAP) + words
        x = rect.center().x() - content / 2
        self._draw_bars(painter, x, rect.center().y() + metrics.capHeight() / 2, ink)
        painter.setFont(theme.font("strong"))
        painter.setPen(ink)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        left = x + self._bars_width() + theme.px(_BARS_GAP)
        painter.drawText(QRectF(left, rect.top(), words + 2, rect.height()), flags, self.text())

    def _bars_width(self) -> int:
        return self.theme.px(2 * _BAR_STEP + _BAR_WIDTH)

    def _draw_bars(self, painter: QPainter, left: float, bottom: float, ink: QColor) -> None:
        theme = self.theme
        for number in range(3):
            colour = QColor(ink)
            if number >= self.level:
                colour.setAlphaF(_PALE)
            height = theme.px(5 + 3 * number)
            bar = QRectF(left + theme.px(_BAR_STEP) * number, bottom - height, theme.px(_BAR_WIDTH), height)
            box(painter, bar, theme.px(1.5), colour)


class ConfidenceRow(ThemedWidget, QWidget):
    """The three buttons; `confident(Confidence)` is emitted when one is pressed."""

    confident = Signal(object)
    accessible_role = QAccessible.Role.Grouping

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("How sure are you?")
        layout = FlowLayout(self, spacing=8, line_spacing=0)
        self.buttons = tuple(ConfidenceButton(level) for level in Confidence)
        for button in self.buttons:
            button.clicked.connect(self._pressed)
            layout.add(button)
        follow_width(self)

    def set_ready(self, ready: bool) -> None:
        """Enable the buttons once there is an answer to check."""
        for button in self.buttons:
            button.setEnabled(ready)
            button.setAccessibleDescription("" if ready else "Choose an answer first.")

    @Slot()
    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, ConfidenceButton):
            self.confident.emit(button.level)
