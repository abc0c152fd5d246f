"""A row of a question that is judged: a statement or a place, with badge, text, verdict and reason."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.core.grading import PartState
from app.ui.theme import ThemedWidget
from app.ui.theme.tokens import GUTTER
from app.ui.widgets.chip import Icon
from app.ui.widgets.layouts import Column, Row
from app.ui.widgets.option_card import Mark
from app.ui.widgets.option_card.looks import (
    BADGE,
    BADGE_GAP,
    IDLE,
    LOOKS,
    PAD_BOTTOM,
    PAD_LEFT,
    PAD_RIGHT,
    PAD_TOP,
    draw_badge,
    draw_ground,
)
from app.ui.widgets.painting import visible_rect
from app.ui.widgets.runs import inline, words
from app.ui.widgets.sizing import Policy, follow_width
from app.ui.widgets.text import Text

_CONTROL_PAD = 8
_SIDE_BY_SIDE = 560
MARKS = {
    PartState.RIGHT: Mark.RIGHT_CHOSEN,
    PartState.CHOSEN_WRONG: Mark.WRONG_CHOSEN,
    PartState.MISSED: Mark.MISSED,
    PartState.OTHER: Mark.OTHER,
}
"""How a card is marked for what became of its part of the question."""


class JudgedCard(ThemedWidget, QWidget):
    """A card with a letter or number, a text, perhaps a control at its right, later a verdict and a reason.

    It looks like an option card but is pressed only through its control.
    """

    accessible_role = QAccessible.Role.Grouping

    def __init__(self, badge: str, text: str, control: QWidget | None = None) -> None:
        super().__init__()
        self._badge, self._words = badge, words(inline(text))
        self._state: PartState | None = None
        self._look = IDLE
        follow_width(self, down=Policy.Minimum)
        self._body = Column(self, spacing=4)
        self._head = Row(spacing=12)
        self._text = Text(text, "body")
        self._tag_icon, self._tag = Icon("circle-check", "ok"), Text("", "panel", "ok", wrap=False)
        self._reason = Text("", "small", "text2")
        self._control = control
        self._build()
        self._speak("", "")
        self._measure()

    @property
    def state(self) -> PartState | None:
        """What the answer made of the row, None before it."""
        return self._state

    def show_verdict(
        self, state: PartState | None, tag: str = "", reason: str = "", spoken: str = ""
    ) -> None:
        """Show how the row fared: `tag` stands beside the icon, `spoken` is read before the reason.

        None opens the row again.
        """
        self._state = state
        self._look = LOOKS[MARKS[state]] if state is not None else IDLE
        if self._look.icon:
            self._tag_icon.set_icon(self._look.icon, self._look.ink)
            self._tag.set_role(self._look.ink)
        self._tag.set_plain(tag)
        self._tag_holder.setVisible(bool(self._look.icon and tag))
        self._text.set_weight(self._look.weight)
        self._reason.set_text(reason)
        self._reason.setVisible(bool(reason))
        if self._control is not None:
            self._control.setVisible(state is None)
        self._speak(spoken or tag, words(inline(reason)))
        self._measure()
        self._arrange()
        self.update()

    def theme_changed(self) -> None:
        """Measure anew."""
        self._measure()
        self._arrange()
        super().theme_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the control below the text where there is no room beside it."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the enabled state."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card and its badge."""
        del event
        painter, theme, rect = QPainter(self), self.theme, visible_rect(self)
        draw_ground(painter, theme, rect, self._look, focused=self.hasFocus())
        side = theme.px(BADGE)
        top = self._text.geometry().top() + (theme.line_height("body") - side) / 2
        badge = QRectF(rect.left() + theme.px(PAD_LEFT), top, side, side)
        draw_badge(painter, theme, badge, self._badge, self._look)

    def _build(self) -> None:
        self._head.add(self._text, 1, Qt.AlignmentFlag.AlignVCenter)
        self._tag_holder = QWidget()
        tag = Row(self._tag_holder, spacing=6)
        tag.add(self._tag_icon)
        tag.add(self._tag)
        tag.add_stretch()
        self._head.add(self._tag_holder)
        if self._control is not None:
            self._head.add(self._control, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._body.add(self._head)
        self._body.add(self._reason)
        self._tag_holder.hide()
        self._reason.hide()

    def _measure(self) -> None:
        theme = self.theme
        left = GUTTER + theme.px(PAD_LEFT) + theme.px(BADGE) + theme.px(BADGE_GAP)
        open_row = self._control is not None and self._state is None
        above, below = (_CONTROL_PAD, _CONTROL_PAD) if open_row else (PAD_TOP, PAD_BOTTOM)
        spare = 0 if open_row else round((theme.px(BADGE) - theme.line_height("body")) / 2)
        top, bottom = GUTTER + theme.px(above) + spare, GUTTER + theme.px(below)
        self._body.setContentsMargins(left, top, GUTTER + theme.px(PAD_RIGHT), bottom)

    def _arrange(self) -> None:
        beside = self.width() >= self.theme.px(_SIDE_BY_SIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wanted = across if beside else down
        if self._head.direction() != wanted:
            self._head.setDirection(wanted)
            self.updateGeometry()

    def _speak(self, verdict: str, reason: str) -> None:
        self.setAccessibleName(f"{self._badge}. {self._words}")
        said = f"{verdict}." if verdict and not verdict.endswith(".") else verdict
        self.setAccessibleDescription(" ".join(part for part in (said, reason) if part))
