"""What the app has to say: toasts, banners, empty pages, pages that load."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from app.core.notices import Notice, Severity
from app.ui.theme import Role, ThemedWidget
from app.ui.theme.tokens import TOAST_MS
from app.ui.widgets.accessible import announce
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.chip import Icon
from app.ui.widgets.layouts import ButtonRow, Column, Row
from app.ui.widgets.painting import box
from app.ui.widgets.text import Text

_ICONS: dict[Severity, str] = {
    Severity.INFO: "info",
    Severity.WARNING: "triangle-alert",
    Severity.ERROR: "circle-x",
}
_INKS: dict[Severity, Role] = {Severity.INFO: "info", Severity.WARNING: "warn", Severity.ERROR: "bad"}
_SOFTS: dict[Severity, Role] = {
    Severity.INFO: "infoSoft",
    Severity.WARNING: "warnSoft",
    Severity.ERROR: "badSoft",
}
_EDGES: dict[Severity, Role] = {
    Severity.INFO: "infoBorder",
    Severity.WARNING: "warnBorder",
    Severity.ERROR: "badBorder",
}
_TOAST_WIDTH, _TOAST_MARGIN = 460, 20
_SKELETON_MS, _SKELETON_TEXT_MS = 150, 2000


class Toast(ThemedWidget, QWidget):
    """A notice at the bottom left of its parent for 6 seconds; `acted(key)` when its button is pressed.

    It stays while the pointer is over it or the focus in it. Esc closes it. It is announced once.
    """

    acted = Signal(str)
    closed = Signal()
    accessible_role = QAccessible.Role.AlertMessage

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._key = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOAST_MS)
        self._timer.timeout.connect(self._time_out)
        row = Row(self, margins=(16, 8, 8, 8), spacing=8)
        self._icon = Icon("info", "info")
        self._text = Text("", "small")
        self._action = Button("Undo", "quiet", height="compact", name="toast-action")
        self._close = IconButton("x", "Close", height="compact")
        row.add(self._icon)
        row.add(self._text, 1, Qt.AlignmentFlag.AlignVCenter)
        row.add(self._action)
        row.add(self._close)
        self._action.clicked.connect(self._act)
        self._close.clicked.connect(self.dismiss)
        parent.installEventFilter(self)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show a notice instead of the one before it, and say it."""
        words = f"**{notice.title}.** {notice.text}" if notice.title else notice.text
        self._text.set_text(words)
        self._icon.set_icon(_ICONS[notice.severity], _INKS[notice.severity])
        self._key = notice.key
        self._action.setVisible(bool(notice.action))
        self._action.set_label(notice.action)
        self.setAccessibleName(notice.spoken)
        self.place()
        self.show()
        self.raise_()
        announce(self, notice.spoken, urgent=notice.severity == Severity.ERROR)
        self._timer.start()

    def place(self) -> None:
        """Stand at the bottom left of the parent, inside it."""
        parent = self.parentWidget()
        if parent is None:
            return
        margin = self.theme.px(_TOAST_MARGIN)
        width = min(self.theme.px(_TOAST_WIDTH), parent.width() - 2 * margin)
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout is not None else self.sizeHint().height()
        self.setGeometry(margin, parent.height() - height - margin, width, height)

    def theme_changed(self) -> None:
        """Measure and place anew."""
        super().theme_changed()
        self.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the parent's size."""
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the raised box."""
        del event
        theme = self.theme
        fill, edge = theme.colour("raised"), theme.colour("borderStrong")
        box(QPainter(self), QRectF(self.rect()), theme.radius("card"), fill, edge, theme.hairline())

    @Slot()
    def dismiss(self) -> None:
        """Close the toast."""
        self._timer.stop()
        self.hide()
        self.closed.emit()

    @Slot()
    def _act(self) -> None:
        key = self._key
        self.dismiss()
        self.acted.emit(key)

    @Slot()
    def _time_out(self) -> None:
        focused = QApplication.focusWidget()
        if self.underMouse() or (focused is not None and self.isAncestorOf(focused)):
            self._timer.start()
        else:
            self.dismiss()


class Banner(ThemedWidget, QWidget):
    """A notice inside a page, for what blocks it or must not be missed. `acted(key)` for its button."""

    acted = Signal(str)
    accessible_role = QAccessible.Role.AlertMessage

    def __init__(self, notice: Notice) -> None:
        super().__init__()
        self._notice = notice
        row = Row(self, margins=(16, 12, 12, 12), spacing=12)
        row.add(Icon(_ICONS[notice.severity], _INKS[notice.severity]), align=Qt.AlignmentFlag.AlignTop)
        words = Column(spacing=2)
        if notice.title:
            words.add(Text(notice.title, "strong", _INKS[notice.severity]))
        words.add(Text(notice.text, "small", selectable=True))
        row.add(words, 1)
        if notice.action:
            button = Button(notice.action, height="compact", name="banner-action")
            button.clicked.connect(self._act)
            row.add(button)
        self.setAccessibleName(notice.spoken)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tinted box."""
        del event
        theme, severity = self.theme, self._notice.severity
        fill, edge = theme.colour(_SOFTS[severity]), theme.colour(_EDGES[severity])
        box(QPainter(self), QRectF(self.rect()), theme.radius("card"), fill, edge, theme.hairline())

    @Slot()
    def _act(self) -> None:
        self.acted.emit(self._notice.key)


class EmptyState(ThemedWidget, QWidget):
    """One sentence and one button; `acted()` when the button is pressed."""

    acted = Signal()

    def __init__(self, sentence: str, action: str = "") -> None:
        super().__init__()
        column = Column(self, margins=(24, 40), spacing=16)
        column.add_stretch()
        column.add(Text(sentence, "body", "text2", align=Qt.AlignmentFlag.AlignHCenter))
        if action:
            row = ButtonRow()
            row.add_stretch()
            button = Button(action, "primary", name="empty-action")
            button.clicked.connect(self.acted)
            row.add(button)
            row.add_stretch()
            column.add(row)
        column.add_stretch()


class Skeleton(ThemedWidget, QWidget):
    """Grey lines where a page will be: after 150 ms, and words after 2 seconds."""

    def __init__(self, lines: int = 5, words: str = "Still loading…") -> None:
        super().__init__()
        self._lines, self._words, self._stage = lines, words, 0
        self.setAccessibleName("Loading")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next_stage)
        self._timer.start(_SKELETON_MS)

    @property
    def stage(self) -> int:
        """0 nothing yet, 1 lines, 2 lines and words."""
        return self._stage

    def sizeHint(self) -> QSize:
        """Return the height of the lines."""
        return QSize(self.theme.px(240), self.theme.px(28) * self._lines)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines and the words."""
        del event
        if not self._stage:
            return
        painter, theme = QPainter(self), self.theme
        edge = theme.colour("border") if theme.contrast else None
        for line in range(self._lines):
            width = self.width() * (0.62 if line == self._lines - 1 else 1.0 - 0.08 * (line % 3))
            rect = QRectF(0, line * theme.px(28), width, theme.px(14))
            box(painter, rect, theme.radius("key"), theme.colour("chip"), edge, 1)
        if self._stage > 1:
            painter.setPen(theme.colour("text2"))
            painter.setFont(theme.font("small"))
            top = (self._lines - 1) * theme.px(28)
            area = QRectF(self.width() * 0.66, top, self.width() * 0.34, theme.px(21))
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self._words)

    @Slot()
    def _next_stage(self) -> None:
        self._stage += 1
        self.update()
        if self._stage == 1:
            self._timer.start(_SKELETON_TEXT_MS - _SKELETON_MS)
        else:
            announce(self, self._words)
