"""What all answer widgets share: one question shown, one response built, one verdict told."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QWidget

from app.core.questions import Response
from app.services.study.values import Asking, Feedback
from app.ui.viewmodels.asking import is_complete
from app.ui.widgets.sizing import Policy, follow_width

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}


class AnswerWidget(QWidget):
    """One question's answers. `response_changed(Response | None)` carries what is built so far.

    A response may be half built (`draft`); `response` gives it only when it can be checked. Rows are numbered
    from 1 in the order shown. Choosing what is chosen takes the choice back. Once feedback is shown nothing
    can be changed.
    """

    response_changed = Signal(object)
    accessible_role = QAccessible.Role.Grouping

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("answer")
        self.setAccessibleName("Answers")
        self._asking: Asking | None = None
        self._feedback: Feedback | None = None
        self._told: Response | None = None
        self._readable: tuple[QWidget, ...] = ()
        follow_width(self, down=Policy.Minimum)

    @property
    def uses_letters(self) -> bool:
        """Whether letter keys judge the rows, so that F cannot mean the flag."""
        return False

    @property
    def is_locked(self) -> bool:
        """Whether the answer is given."""
        return self._feedback is not None

    def show_question(self, asking: Asking) -> None:
        """Show the question of `asking`, nothing chosen. Call it once."""
        raise NotImplementedError

    def draft(self) -> Response | None:
        """Return what is built so far, None if nothing is."""
        raise NotImplementedError

    def response(self) -> Response | None:
        """Return the response if it can be checked, else None."""
        draft = self.draft()
        return draft if is_complete(draft) else None

    def restore(self, response: Response | None) -> None:
        """Choose what `response` says, without a signal; None clears."""
        raise NotImplementedError

    def show_feedback(self, feedback: Feedback | None) -> None:
        """Show what the answer made of each row, and why; None opens the question again."""
        raise NotImplementedError

    def choose_number(self, number: int) -> bool:
        """Choose row `number`, from 1, as its key does; return whether there is such a row."""
        raise NotImplementedError

    def strike_number(self, number: int) -> bool:
        """Strike out row `number` or restore it; return whether that is possible here."""
        del number
        return False

    def step(self, by: int) -> bool:
        """Move the choice or the focus by `by` rows; return whether it moved."""
        raise NotImplementedError

    def judge(self, value: bool) -> bool:
        """Call the current row true or false; return whether rows are judged here."""
        del value
        return False

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys that work here with what they do, for the list beside the question."""
        raise NotImplementedError

    def focus_target(self) -> QWidget:
        """Return the widget that takes the focus for the whole."""
        raise NotImplementedError

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows move between rows, Enter and a locked row's Space go on to the page."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            return True  # The second press of a double click must not take the choice back.
        if event.type() == QEvent.Type.FocusIn:
            self._focused(watched)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._filter_key(event)
        return bool(super().eventFilter(watched, event))

    def _filter_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _ARROWS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step(_ARROWS[key])
            return True
        if key in _ENTER or (key == Qt.Key.Key_Space and self.is_locked):
            event.ignore()  # Some desktops press buttons with Enter; here it checks the answer.
            return True
        return False

    def _focused(self, widget: QObject) -> None:
        """Note that a row has the focus."""

    def _make_readable(self, rows: Sequence[QWidget]) -> None:
        """Let the focus go through `rows` after the answer: one stop of the Tab key, arrows inside."""
        for row in self._readable:
            row.removeEventFilter(self)
            row.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._readable = tuple(rows)
        for number, row in enumerate(self._readable):
            row.installEventFilter(self)
            first = number == 0
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if first else Qt.FocusPolicy.ClickFocus)

    def _read(self, by: int) -> bool:
        """Move the focus by `by` rows; return whether it moved."""
        focused = [row.hasFocus() for row in self._readable]
        row = focused.index(True) + by if True in focused else 0
        if not 0 <= row < len(self._readable):
            return False
        self._readable[row].setFocus()
        return True

    def _settle(self) -> None:
        """Take what is built now as told."""
        self._told = self.draft()

    def _changed(self) -> None:
        draft = self.draft()
        if draft != self._told:
            self._told = draft
            self.response_changed.emit(draft)


def key_range(count: int) -> str:
    """Return the keys of `count` rows in words: "1 – 5"."""
    return "1" if count == 1 else f"1 – {min(count, 9)}"
