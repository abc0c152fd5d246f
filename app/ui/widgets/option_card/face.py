"""What stands on a card: badge, text, the verdict beside or below it, the reason."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.ui.theme import Role, Theme
from app.ui.theme.tokens import GUTTER
from app.ui.widgets.option_card.looks import (
    BADGE,
    BADGE_GAP,
    PAD_BOTTOM,
    PAD_LEFT,
    PAD_RIGHT,
    PAD_TOP,
    Look,
    draw_badge,
)
from app.ui.widgets.painting import draw_icon
from app.ui.widgets.runs import Runs
from app.ui.widgets.typeset import Typeset

_TAG_GAP, _ICON_GAP, _REASON_GAP = 12, 6, 4
_TAG_SHARE = 0.4
LEAST_HEIGHT = 56


class CardFace:
    """The texts of a card, set in one look; measured and drawn at any width.

    `tag` is the verdict in words, beside the text where there is room and below it where there is not.
    """

    def __init__(self, theme: Theme, look: Look, title: Runs, tag: Runs, reason: Runs, ink: Role) -> None:
        self._theme = theme
        self._title = Typeset(theme, title, "body", ink, weight=look.weight)
        self._tag = Typeset(theme, tag, "panel", look.ink) if tag else None
        self._reason = Typeset(theme, reason, "small", "text2") if reason else None

    def height(self, width: int) -> int:
        """Return the height of the card at `width`, gutter included: texts wrapped, nothing cut."""
        px = self._theme.px
        content = width - 2 * GUTTER - self._left() - px(PAD_RIGHT)
        room, below = self._title_room(content)
        height = self._title_top() + self._title.height(room)
        if self._tag is not None and below:
            height += px(_REASON_GAP) + self._tag_height(self._tag, content)
        if self._reason is not None:
            height += px(_REASON_GAP) + self._reason.height(content)
        return int(max(height + px(PAD_BOTTOM), px(LEAST_HEIGHT))) + 2 * GUTTER

    def draw(self, painter: QPainter, rect: QRectF, letter: str, look: Look, *, enabled: bool) -> None:
        """Draw badge and texts on a card that fills `rect`."""
        px = self._theme.px
        badge = QRectF(rect.left() + px(PAD_LEFT), rect.top() + px(PAD_TOP), px(BADGE), px(BADGE))
        draw_badge(painter, self._theme, badge, letter, look, enabled=enabled)
        left, content = rect.left() + self._left(), rect.width() - self._left() - px(PAD_RIGHT)
        room, below = self._title_room(content)
        top = rect.top() + self._title_top()
        self._title.draw(painter, left, top, room)
        if self._tag is not None and not below:
            wide = self._tag_width(self._tag)
            beside = QRectF(rect.right() - px(PAD_RIGHT) - wide, top, wide, self._title.line_height)
            self._draw_tag(painter, self._tag, look, beside)
        top += self._title.height(room)
        if self._tag is not None and below:
            top += px(_REASON_GAP)
            self._draw_tag(painter, self._tag, look, QRectF(left, top, content, self._tag.line_height))
            top += self._tag_height(self._tag, content)
        if self._reason is not None:
            self._reason.draw(painter, left, top + px(_REASON_GAP), content)

    def _draw_tag(self, painter: QPainter, tag: Typeset, look: Look, rect: QRectF) -> None:
        theme, size = self._theme, self._theme.icon("text")
        centre = QRectF(rect.left(), rect.top(), size, rect.height()).center()
        draw_icon(painter, look.icon, theme.colour(look.ink), centre, size)
        left = rect.left() + size + theme.px(_ICON_GAP)
        tag.draw(painter, left, rect.top() + (rect.height() - tag.line_height) / 2, rect.right() - left + 1)

    def _left(self) -> int:
        px = self._theme.px
        return px(PAD_LEFT) + px(BADGE) + px(BADGE_GAP)

    def _title_top(self) -> float:
        px = self._theme.px
        return px(PAD_TOP) + (px(BADGE) - self._title.line_height) / 2

    def _title_room(self, content: float) -> tuple[float, bool]:
        """Return the width for the text, and whether the tag goes below it."""
        if self._tag is None:
            return content, False
        taken = self._tag_width(self._tag) + self._theme.px(_TAG_GAP)
        beside = content - taken
        fits = self._title.natural_width() <= beside or taken <= content * _TAG_SHARE
        return (beside, False) if fits else (content, True)

    def _tag_width(self, tag: Typeset) -> int:
        return self._theme.icon("text") + self._theme.px(_ICON_GAP) + tag.natural_width()

    def _tag_height(self, tag: Typeset, content: float) -> int:
        return tag.height(content - self._theme.icon("text") - self._theme.px(_ICON_GAP))
