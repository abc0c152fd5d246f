"""The answers of a question as cards: radio buttons for one answer, check boxes for several."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton

from app.ui.theme import Role, ThemedWidget
from app.ui.theme.tokens import GUTTER
from app.ui.widgets import accessible as _accessible  # noqa: F401  (installs the roles)
from app.ui.widgets.painting import box, draw_icon, focus_ring, visible_rect
from app.ui.widgets.runs import Runs, inline, struck, words
from app.ui.widgets.sizing import Policy, follow_width
from app.ui.widgets.typeset import Typeset

if TYPE_CHECKING:
    _ButtonBase = QAbstractButton
else:
    _ButtonBase = object


class Mark(StrEnum):
    """What the answer made of an option."""

    NONE = "none"
    RIGHT = "right"
    RIGHT_CHOSEN = "right-chosen"
    WRONG_CHOSEN = "wrong-chosen"
    MISSED = "missed"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class _Look:
    """How a card is drawn in one state; an empty fill of the badge draws only its outline."""

    fill: Role
    edge: Role
    bold: bool = False
    dashed: bool = False
    badge_fill: Role | Literal[""] = ""
    badge_edge: Role = "borderStrong"
    badge_ink: Role = "text2"
    weight: int = 400
    icon: str = ""
    tag: str = ""
    ink: Role = "text"


_IDLE = _Look("surface", "border")
_HOVER = _Look("surface", "borderStrong")
_SELECTED = _Look("primarySoft", "primary", bold=True, badge_fill="primary", badge_ink="onPrimary")
_LOOKS: dict[Mark, _Look] = {
    Mark.RIGHT: _Look(
        "okSoft", "okBorder", bold=True, badge_fill="okBorder", badge_ink="onOk", weight=600,
        icon="circle-check", tag="Correct answer", ink="ok",
    ),
    Mark.RIGHT_CHOSEN: _Look(
        "okSoft", "okBorder", bold=True, badge_fill="okBorder", badge_ink="onOk", weight=600,
        icon="circle-check", tag="Correct – your answer", ink="ok",
    ),
    Mark.WRONG_CHOSEN: _Look(
        "badSoft", "badBorder", bold=True, badge_fill="badBorder", badge_ink="onBad", weight=600,
        icon="circle-x", tag="Your answer", ink="bad",
    ),
    Mark.MISSED: _Look(
        "surface", "okBorder", bold=True, dashed=True, badge_edge="okBorder", badge_ink="ok", weight=600,
        icon="circle-check", tag="You missed this", ink="ok",
    ),
    Mark.OTHER: _Look("surface", "border", badge_edge="border", badge_ink="text3"),
}  # fmt: skip
_SPOKEN: dict[Mark, str] = {
    Mark.NONE: "",
    Mark.RIGHT: "Correct answer.",
    Mark.RIGHT_CHOSEN: "Correct answer, and yours.",
    Mark.WRONG_CHOSEN: "Your answer, not correct.",
    Mark.MISSED: "Correct answer, you missed this.",
    Mark.OTHER: "Not correct.",
}
_PAD_LEFT, _PAD_RIGHT, _PAD_TOP, _PAD_BOTTOM = 16, 18, 13, 14
_BADGE, _BADGE_GAP, _TAG_GAP, _REASON_GAP = 28, 14, 12, 4
_MIN_HEIGHT, _HINT_WIDTH, _LEAST_WIDTH = 56, 600, 200
_TAG_SHARE = 0.4


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
        self._sets: tuple[Typeset, Typeset | None, Typeset | None] | None = None
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
        theme = self.theme
        title, tag, reason = self._typesets()
        content = width - 2 * GUTTER - self._left() - theme.px(_PAD_RIGHT)
        room, below = self._title_room(content)
        height = self._title_top() + title.height(room)
        if tag is not None and below:
            height += theme.px(_REASON_GAP) + self._tag_height(tag, content)
        if reason is not None:
            height += theme.px(_REASON_GAP) + reason.height(content)
        height += theme.px(_PAD_BOTTOM)
        return int(max(height, theme.px(_MIN_HEIGHT))) + 2 * GUTTER

    def sizeHint(self) -> QSize:
        """Return a comfortable width and the height that goes with it."""
        width = self.theme.px(_HINT_WIDTH)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least width at which words stay whole."""
        return QSize(self.theme.px(_LEAST_WIDTH), self.theme.px(_MIN_HEIGHT) + 2 * GUTTER)

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
        painter, theme, rect, look = QPainter(self), self.theme, visible_rect(self), self._look()
        radius = theme.radius("card")
        width = theme.bold_line() if look.bold else theme.hairline()
        fill = theme.colour(look.fill)
        box(painter, rect, radius, fill, theme.colour(look.edge), width, dashed=look.dashed)
        if self.hasFocus():
            focus_ring(painter, theme, rect, radius)
        self._draw_badge(painter, rect, look)
        self._draw_texts(painter, rect, look)

    def _draw_badge(self, painter: QPainter, rect: QRectF, look: _Look) -> None:
        theme, side = self.theme, self.theme.px(_BADGE)
        badge = QRectF(rect.left() + theme.px(_PAD_LEFT), rect.top() + theme.px(_PAD_TOP), side, side)
        fill = theme.colour(look.badge_fill) if look.badge_fill else None
        edge = None if look.badge_fill else theme.colour(look.badge_edge)
        box(painter, badge, theme.radius("badge"), fill, edge, theme.hairline())
        painter.setFont(theme.font("badge"))
        painter.setPen(theme.colour(look.badge_ink if self.isEnabled() else "textDisabled"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, self._letter)

    def _draw_texts(self, painter: QPainter, rect: QRectF, look: _Look) -> None:
        theme = self.theme
        title, tag, reason = self._typesets()
        left = rect.left() + self._left()
        content = rect.width() - self._left() - theme.px(_PAD_RIGHT)
        room, below = self._title_room(content)
        top = rect.top() + self._title_top()
        title.draw(painter, left, top, room)
        title_height = title.height(room)
        if tag is not None and not below:
            x = rect.right() - theme.px(_PAD_RIGHT) - self._tag_width(tag)
            self._draw_tag(painter, tag, look, QRectF(x, top, self._tag_width(tag), title.line_height))
        top += title_height
        if tag is not None and below:
            top += theme.px(_REASON_GAP)
            self._draw_tag(painter, tag, look, QRectF(left, top, content, tag.line_height))
            top += self._tag_height(tag, content)
        if reason is not None:
            reason.draw(painter, left, top + theme.px(_REASON_GAP), content)

    def _draw_tag(self, painter: QPainter, tag: Typeset, look: _Look, rect: QRectF) -> None:
        theme, size = self.theme, self.theme.icon("text")
        centre = QRectF(rect.left(), rect.top(), size, rect.height()).center()
        draw_icon(painter, look.icon, theme.colour(look.ink), centre, size)
        left = rect.left() + size + theme.px(6)
        tag.draw(painter, left, rect.top() + (rect.height() - tag.line_height) / 2, rect.right() - left + 1)

    def _look(self) -> _Look:
        if self._mark != Mark.NONE:
            return _LOOKS[self._mark]
        if self.isChecked():
            return _SELECTED
        return _HOVER if self.underMouse() and self.isEnabled() else _IDLE

    def _typesets(self) -> tuple[Typeset, Typeset | None, Typeset | None]:
        if self._sets is None:
            theme, look = self.theme, self._look()
            runs = struck(self._runs) if self._struck else self._runs
            ink: Role = "textDisabled" if not self.isEnabled() else "text3" if self._struck else "text"
            words_tag = self._tag or look.tag
            self._sets = (
                Typeset(theme, runs, "body", ink, weight=look.weight),
                Typeset(theme, inline(words_tag), "panel", look.ink) if words_tag else None,
                Typeset(theme, self._reason, "small", "text2") if self._reason else None,
            )
        return self._sets

    @Slot()
    def _forget(self) -> None:
        self._sets = None
        self.updateGeometry()
        self.update()

    def _left(self) -> int:
        theme = self.theme
        return theme.px(_PAD_LEFT) + theme.px(_BADGE) + theme.px(_BADGE_GAP)

    def _title_top(self) -> float:
        theme = self.theme
        return theme.px(_PAD_TOP) + (theme.px(_BADGE) - self._typesets()[0].line_height) / 2

    def _title_room(self, content: float) -> tuple[float, bool]:
        title, tag, _ = self._typesets()
        if tag is None:
            return content, False
        taken = self._tag_width(tag) + self.theme.px(_TAG_GAP)
        beside = content - taken
        fits = title.natural_width() <= beside or taken <= content * _TAG_SHARE
        return (beside, False) if fits else (content, True)

    def _tag_width(self, tag: Typeset) -> int:
        return self.theme.icon("text") + self.theme.px(6) + tag.natural_width()

    def _tag_height(self, tag: Typeset, content: float) -> int:
        return tag.height(content - self.theme.icon("text") - self.theme.px(6))

    def _speak(self) -> None:
        self.setAccessibleName(f"{self._letter}. {words(self._runs)}" if self._letter else words(self._runs))
        parts = [_SPOKEN[self._mark], words(self._reason)]
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
