"""How far: a bar, and the numbered squares of a session."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from app.ui.theme import Role, ThemedWidget
from app.ui.widgets import accessible as _accessible  # noqa: F401  (installs the roles)
from app.ui.widgets.painting import box, draw_icon, focus_ring
from app.ui.widgets.sizing import Policy, follow_width

_THICKNESS, _LEAST = 8, 120
_SIDE, _GAP = 28, 6


class Progress(ThemedWidget, QProgressBar):
    """A bar with no words of its own; give it an accessible `name` and put the numbers beside it."""

    def __init__(self, name: str, value: int = 0, total: int = 100) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_progress(value, total)

    def set_progress(self, value: int, total: int) -> None:
        """Show `value` of `total`."""
        self.setRange(0, max(1, total))
        self.setValue(min(value, max(1, total)))
        self.setAccessibleDescription(f"{value} of {total}")
        self.update()

    def sizeHint(self) -> QSize:
        """Return a short bar."""
        return QSize(self.theme.px(_LEAST), self.theme.px(_THICKNESS))

    def minimumSizeHint(self) -> QSize:
        """Return the least bar that still shows steps."""
        return QSize(self.theme.px(_LEAST // 2), self.theme.px(_THICKNESS))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw track and bar."""
        del event
        painter, theme, rect = QPainter(self), self.theme, QRectF(self.rect())
        radius = rect.height() / 2
        edge = theme.colour("borderStrong") if theme.contrast else None
        box(painter, rect, radius, theme.colour("track"), edge, 1)
        share = self.value() / max(1, self.maximum())
        if share > 0:
            bar = QRectF(rect.left(), rect.top(), max(rect.height(), rect.width() * share), rect.height())
            box(painter, bar, radius, theme.colour("primary"))


class SquareState(StrEnum):
    """What became of one question of a session; the value is the word spoken and shown on hover."""

    OPEN = "not answered yet"
    CURRENT = "this question"
    RIGHT = "right"
    WRONG = "not right"
    ANSWERED = "answered"
    FLAGGED = "flagged"


_FILL: dict[SquareState, tuple[Role, Role, Role]] = {
    SquareState.OPEN: ("surface", "border", "text3"),
    SquareState.CURRENT: ("primarySoft", "primary", "link"),
    SquareState.RIGHT: ("okSoft", "okBorder", "ok"),
    SquareState.WRONG: ("badSoft", "badBorder", "bad"),
    SquareState.ANSWERED: ("chip", "borderStrong", "text"),
    SquareState.FLAGGED: ("warnSoft", "warnBorder", "warn"),
}
_ICON = {SquareState.RIGHT: "check", SquareState.WRONG: "x", SquareState.FLAGGED: "flag"}


class SessionGrid(ThemedWidget, QWidget):
    """Numbered squares, one a question, each with shape and word for its state.

    `picked(int)` carries the index if the grid is `interactive` (exam): then it takes focus, arrows move and
    Enter picks.
    """

    picked = Signal(int)

    def __init__(self, states: Sequence[SquareState] = (), *, interactive: bool = False) -> None:
        super().__init__()
        self._interactive, self._cursor = interactive, 0
        self._states: tuple[SquareState, ...] = ()
        self.accessible_role = QAccessible.Role.List if interactive else QAccessible.Role.Graphic
        follow_width(self, Policy.Expanding, Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if interactive else Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.set_states(states)

    @property
    def states(self) -> tuple[SquareState, ...]:
        """What is shown."""
        return self._states

    def set_states(self, states: Sequence[SquareState]) -> None:
        """Show the states of all questions in order."""
        self._states = tuple(states)
        self._cursor = min(self._cursor, max(0, len(self._states) - 1))
        counts = [(word, sum(s == word for s in self._states)) for word in SquareState]
        self.setAccessibleName(f"This session, {len(self._states)} questions")
        self.setAccessibleDescription(", ".join(f"{count} {word.value}" for word, count in counts if count))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Tell that a narrower grid is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of as many rows as needed."""
        rows = -(-len(self._states) // self._columns(width))
        return max(1, rows) * self._pitch() - self.theme.px(_GAP) + 2 * self._inset()

    def sizeHint(self) -> QSize:
        """Return ten squares a row."""
        width = 10 * self._pitch() + 2 * self._inset()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return five squares a row."""
        return QSize(5 * self._pitch(), self._pitch())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the squares."""
        del event
        painter = QPainter(self)
        for index in range(len(self._states)):
            self._draw_square(painter, index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between squares, pick one."""
        columns = self._columns(self.width())
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._move(self._cursor + steps[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self._states:
            self.picked.emit(self._cursor)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick a square."""
        index = self._index_at(event.position().toPoint())
        if self._interactive and index >= 0:
            self._cursor = index
            self.picked.emit(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the current question."""
        if SquareState.CURRENT in self._states:
            self._cursor = self._states.index(SquareState.CURRENT)
        super().focusInEvent(event)

    def event(self, event: QEvent) -> bool:
        """Show the word of the square under the pointer."""
        if isinstance(event, QHelpEvent):
            index = self._index_at(event.pos())
            self.setToolTip(f"{index + 1}: {self._states[index].value}" if index >= 0 else "")
        return super().event(event)

    def _draw_square(self, painter: QPainter, index: int) -> None:
        theme, state, rect = self.theme, self._states[index], self._rect(index)
        fill, edge, ink = _FILL[state]
        width = theme.bold_line() if state == SquareState.CURRENT else theme.hairline()
        radius = theme.radius("badge")
        box(painter, rect, radius, theme.colour(fill), theme.colour(edge), width)
        if state in _ICON:
            draw_icon(painter, _ICON[state], theme.colour(ink), rect.center(), theme.px(15), 2.6)
        else:
            weight = 700 if state == SquareState.CURRENT else None
            painter.setFont(theme.font("micro", weight=weight, tabular=True))
            painter.setPen(theme.colour(ink))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(index + 1))
        if state == SquareState.ANSWERED:
            bar = QRectF(rect.left() + rect.width() / 4, rect.bottom() - theme.px(5), rect.width() / 2, 2)
            painter.fillRect(bar, theme.colour("text2"))
        if self.hasFocus() and index == self._cursor:
            focus_ring(painter, theme, rect, radius)

    def _move(self, index: int) -> None:
        if 0 <= index < len(self._states):
            self._cursor = index
            self.setAccessibleDescription(f"Question {index + 1}, {self._states[index].value}")
            self.update()

    def _pitch(self) -> int:
        return self.theme.px(_SIDE + _GAP)

    def _inset(self) -> int:
        return 4 if self._interactive else 0

    def _columns(self, width: int) -> int:
        return max(1, min(10, (width - 2 * self._inset() + self.theme.px(_GAP)) // self._pitch()))

    def _rect(self, index: int) -> QRectF:
        columns, gap = self._columns(self.width()), self.theme.px(_GAP)
        free = self.width() - 2 * self._inset() - (columns - 1) * gap
        side = min(free / columns, self.theme.px(_SIDE) * 1.3)
        row, column = divmod(index, columns)
        inset = self._inset()
        return QRectF(inset + column * (side + gap), inset + row * self._pitch(), side, self.theme.px(_SIDE))

    def _index_at(self, point: QPoint) -> int:
        hits = (i for i in range(len(self._states)) if self._rect(i).contains(point))
        return next(hits, -1)
