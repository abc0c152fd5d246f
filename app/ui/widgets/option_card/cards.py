"""Cards that are radio buttons or check boxes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton

from app.ui.theme import Role, ThemedWidget
from app.ui.theme.tokens import GUTTER
from app.ui.widgets import accessible as _accessible  # noqa: F401  (installs the roles)
from app.ui.widgets.option_card.face import LEAST_HEIGHT, CardFace
from app.ui.widgets.option_card.looks import HOVER, IDLE, LOOKS, SELECTED, SPOKEN, Look, Mark, draw_ground
from app.ui.widgets.painting import visible_rect
from app.ui.widgets.runs import Runs, inline, struck, words
from app.ui.widgets.sizing import Policy, follow_width

if TYPE_CHECKING:
    _ButtonBase = QAbstractButton
else:
    _ButtonBase = object

_HINT_WIDTH, _LEAST_WIDTH = 600, 200


class _Card(ThemedWidget, _ButtonBase):
    """What both kinds of card share: state, measuring, drawing, what is spoken."""

    if TYPE_CHECKING:
        strike_requested: SignalInstance

    def _prepare(self, letter: str, text: str | Runs) -> None:
        self._letter = letter
        self._runs: Runs = inline(text) if isinstance(text, str) else tuple(text)
        self._reason: Runs = ()
        self._mark = Mark.NONE
        self._tag = ""
        self._struck = False
        self._face: CardFace | None = None
        follow_width(self, down=Policy.Minimum)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setText("")
        self._speak()
        self.toggled.connect(self._forget)

    @property
    def letter(self) -> str:
        """The letter or number in the badge."""
        return self._letter

    @property
    def mark(self) -> Mark:
        """What the answer made of the option."""
        return self._mark

    @property
    def is_struck(self) -> bool:
        """Whether the student struck the option out."""
        return self._struck

    def set_struck(self, struck_out: bool) -> None:
        """Strike the option out or restore it; it can still be chosen."""
        self._struck = struck_out
        self._speak()
        self._forget()

    def set_text(self, text: str | Runs) -> None:
        """Show another text."""
        self._runs = inline(text) if isinstance(text, str) else tuple(text)
        self._speak()
        self._forget()

    def set_answer(self, mark: Mark, reason: str | Runs = (), *, tag: str = "") -> None:
        """Show what the answer made of the option, and why; the card can then no longer be changed.

        `tag` replaces the words beside the icon. `Mark.NONE` opens the card again.
        """
        self._mark, self._tag = mark, tag
        self._reason = inline(reason) if isinstance(reason, str) else tuple(reason)
        if mark != Mark.NONE:
            self._struck = False
        shape = Qt.CursorShape.PointingHandCursor if mark == Mark.NONE else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self._speak()
        self._forget()

    def theme_changed(self) -> None:
        """Set the texts anew."""
        self._forget()
        super().theme_changed()

    def hasHeightForWidth(self) -> bool:
        """Tell the layout that a narrower card is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at `width`: texts wrapped, nothing cut."""
        return self._laid_out().height(width)

    def sizeHint(self) -> QSize:
        """Return a comfortable width and the height that goes with it."""
        width = self.theme.px(_HINT_WIDTH)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least width at which words stay whole."""
        return QSize(self.theme.px(_LEAST_WIDTH), self.theme.px(LEAST_HEIGHT) + 2 * GUTTER)

    def hitButton(self, point: QPoint) -> bool:
        """Make the whole card pressable."""
        return self.rect().contains(point) and self._mark == Mark.NONE

    def nextCheckState(self) -> None:
        """Keep the choice once answered."""
        if self._mark == Mark.NONE:
            super().nextCheckState()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show hover."""
        self.update()
        super().enterEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask to strike the option out."""
        if self._mark == Mark.NONE:
            self.strike_requested.emit()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask to strike the option out with Delete."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self._mark == Mark.NONE:
            self.strike_requested.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        del event
        painter, rect, look = QPainter(self), visible_rect(self), self._look()
        draw_ground(painter, self.theme, rect, look, focused=self.hasFocus())
        self._laid_out().draw(painter, rect, self._letter, look, enabled=self.isEnabled())

    def _look(self) -> Look:
        if self._mark != Mark.NONE:
            return LOOKS[self._mark]
        if self.isChecked():
            return SELECTED
        return HOVER if self.underMouse() and self.isEnabled() else IDLE

    def _laid_out(self) -> CardFace:
        if self._face is None:
            look = self._look()
            title = struck(self._runs) if self._struck else self._runs
            ink: Role = "textDisabled" if not self.isEnabled() else "text3" if self._struck else "text"
            self._face = CardFace(self.theme, look, title, inline(self._tag or look.tag), self._reason, ink)
        return self._face

    @Slot()
    def _forget(self) -> None:
        self._face = None
        self.updateGeometry()
        self.update()

    def _speak(self) -> None:
        self.setAccessibleName(f"{self._letter}. {words(self._runs)}" if self._letter else words(self._runs))
        parts = [SPOKEN[self._mark], words(self._reason)]
        if self._struck:
            parts.insert(0, "Struck out.")
        self.setAccessibleDescription(" ".join(part for part in parts if part))


class OptionCard(_Card, QRadioButton):
    """One of several answers of which one is right. `toggled(bool)` as usual.

    Put the cards of a question into one parent: they exclude each other, Tab stops once, arrows move.
    `strike_requested` is emitted on a right click or Delete; the page decides.
    """

    strike_requested = Signal()

    def __init__(self, letter: str, text: str | Runs) -> None:
        super().__init__()
        self._prepare(letter, text)


class CheckCard(_Card, QCheckBox):
    """One of several answers of which any number is right. `toggled(bool)`, `strike_requested` as above."""

    strike_requested = Signal()

    def __init__(self, letter: str, text: str | Runs) -> None:
        super().__init__()
        self._prepare(letter, text)
