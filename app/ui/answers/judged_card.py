"""A row of a question that is judged: a statement or a place, with badge, text, verdict and reason."""

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.core.grading import PartState
from app.ui.theme import Role, ThemedWidget
from app.ui.theme.tokens import GUTTER
from app.ui.widgets.chip import Icon
from app.ui.widgets.layouts import Column, Row
from app.ui.widgets.painting import box, focus_ring, visible_rect
from app.ui.widgets.runs import inline, words
from app.ui.widgets.sizing import Policy, follow_width
from app.ui.widgets.text import Text

_LEFT, _TOP, _RIGHT, _BOTTOM = 16, 13, 18, 14
_BADGE, _BADGE_GAP = 28, 14
_CONTROL_PAD = 8
_SIDE_BY_SIDE = 560
_Look = tuple[Role, Role, Role | Literal[""], Role, Role]
"""Fill, edge, fill of the badge, its edge, its ink."""
_IDLE: _Look = ("surface", "border", "", "borderStrong", "text2")
_LOOKS: dict[PartState, _Look] = {
    PartState.RIGHT: ("okSoft", "okBorder", "okBorder", "okBorder", "onOk"),
    PartState.CHOSEN_WRONG: ("badSoft", "badBorder", "badBorder", "badBorder", "onBad"),
    PartState.MISSED: ("surface", "okBorder", "", "okBorder", "ok"),
    PartState.OTHER: ("surface", "border", "", "border", "text3"),
}
_MARKS: dict[PartState, tuple[str, Role]] = {
    PartState.RIGHT: ("circle-check", "ok"),
    PartState.CHOSEN_WRONG: ("circle-x", "bad"),
    PartState.MISSED: ("circle-check", "ok"),
}


class JudgedCard(ThemedWidget, QWidget):
    """A card with a letter or number, a text, perhaps a control at its right, later a verdict and a reason.

    It looks like an option card but is pressed only through its control.
    """

    accessible_role = QAccessible.Role.Grouping

    def __init__(self, badge: str, text: str, control: QWidget | None = None) -> None:
        super().__init__()
        self._badge, self._words = badge, words(inline(text))
        self._state: PartState | None = None
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
        marked = state in _MARKS and bool(tag)
        if state in _MARKS:
            icon, role = _MARKS[state]
            self._tag_icon.set_icon(icon, role)
            self._tag.set_role(role)
        self._tag.set_plain(tag)
        self._tag_holder.setVisible(marked)
        self._text.set_weight(600 if state in _MARKS else None)
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
        fill, edge, badge_fill, badge_edge, ink = _LOOKS[self._state] if self._state else _IDLE
        told = self._state in _MARKS
        width = theme.bold_line() if told else theme.hairline()
        dashed = self._state is PartState.MISSED
        box(painter, rect, theme.radius("card"), theme.colour(fill), theme.colour(edge), width, dashed=dashed)
        if self.hasFocus():
            focus_ring(painter, theme, rect, theme.radius("card"))
        side = theme.px(_BADGE)
        top = self._text.geometry().top() + (theme.line_height("body") - side) / 2
        badge = QRectF(rect.left() + theme.px(_LEFT), top, side, side)
        ground = theme.colour(badge_fill) if badge_fill else None
        line = None if badge_fill else theme.colour(badge_edge)
        box(painter, badge, theme.radius("badge"), ground, line, theme.hairline())
        painter.setFont(theme.font("badge"))
        painter.setPen(theme.colour(ink))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, self._badge)

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
        left = GUTTER + theme.px(_LEFT) + theme.px(_BADGE) + theme.px(_BADGE_GAP)
        open_row = self._control is not None and self._state is None
        above, below = (_CONTROL_PAD, _CONTROL_PAD) if open_row else (_TOP, _BOTTOM)
        spare = 0 if open_row else round((theme.px(_BADGE) - theme.line_height("body")) / 2)
        top, bottom = GUTTER + theme.px(above) + spare, GUTTER + theme.px(below)
        self._body.setContentsMargins(left, top, GUTTER + theme.px(_RIGHT), bottom)

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
