"""Where the columns of a page of reading stand. Logical pixels at the text size in force."""

from dataclasses import dataclass

from app.ui.theme import current

TEXT = 680
PROSE = 600
"""Prose is narrower than figures and tables: Source Sans is, and long lines are hard to follow."""

MARGIN_LEAST, MARGIN_MOST = 224, 320
BETWEEN = 44
TEXT_LEAST = 560
SIDE, SIDE_NARROW = 40, 24


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns stand in a width: left edge and width of each; `margin` 0 without a margin."""

    left: int
    text: int
    margin: int
    between: int

    @property
    def full(self) -> int:
        """The width of both columns and the gap between them."""
        return self.text + self.between + self.margin if self.margin else self.text


def columns_in(page: int) -> Columns:
    """Return the columns that fit on a page `page` pixels wide at the text size in force."""
    px = current().px
    side = px(SIDE) if page >= px(TEXT + 2 * SIDE) else min(px(SIDE_NARROW), SIDE)
    width = page - 2 * side
    least = px(TEXT_LEAST) + px(BETWEEN) + px(MARGIN_LEAST)
    if width < least:
        text = min(width, px(TEXT))
        return Columns(side + (width - text) // 2, text, 0, 0)
    text = min(px(TEXT), width - px(BETWEEN) - px(MARGIN_LEAST))
    margin = min(px(MARGIN_MOST), width - text - px(BETWEEN))
    left = side + (width - text - px(BETWEEN) - margin) // 2
    return Columns(left, text, margin, px(BETWEEN))
