"""Which widget shows which block, how wide it may be, and how much room stands above it."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.core.course import (
    Block,
    Callout,
    Check,
    CompareTable,
    FigureBlock,
    Heading,
    ListBlock,
    Paragraph,
    TryFirst,
    WorkedCase,
)
from app.ui.viewmodels.section_content import SectionContent
from app.ui.views.reader.cases import CaseBlock
from app.ui.views.reader.flow_items import Span
from app.ui.views.reader.pictures import Picture
from app.ui.views.reader.prose import CalloutBlock, ListItems, ParagraphBlock, heading_of
from app.ui.views.reader.questions import Answer, Ask, CheckBlock, TryFirstBlock
from app.ui.views.reader.tables import CompareBlock
from app.ui.widgets.text import Text

AFTER_HEAD, AFTER_HEADING, SET_APART_AFTER_HEADING = 24, 12, 20


@dataclass(frozen=True, slots=True)
class _Look:
    span: Span
    gap: int


_LOOKS: dict[type, _Look] = {
    Heading: _Look(Span.PROSE, 40),
    Paragraph: _Look(Span.PROSE, 18),
    ListBlock: _Look(Span.PROSE, 16),
    FigureBlock: _Look(Span.WIDE, 32),
    Callout: _Look(Span.TEXT, 28),
    CompareTable: _Look(Span.WIDE, 32),
    WorkedCase: _Look(Span.TEXT, 36),
    TryFirst: _Look(Span.TEXT, 32),
    Check: _Look(Span.TEXT, 36),
}


@dataclass(frozen=True, slots=True)
class Asker:
    """How the questions of a section are asked and judged, and whether the first ones are behind."""

    ask: Ask
    answer: Answer
    single_keys: bool
    tried: bool


def gap_above(block: Block, before: Block | None) -> int:
    """Return the room above a block: its own, or that below what stands before it if that is more."""
    look = _LOOKS[type(block)]
    if before is None:
        return AFTER_HEAD
    prose = look.span is Span.PROSE
    if isinstance(before, Heading):
        return AFTER_HEADING if prose else SET_APART_AFTER_HEADING
    above = _LOOKS[type(before)]
    below_it = above.gap if above.span is not Span.PROSE else 0
    return max(look.gap, below_it)


def span_of(block: Block, widget: QWidget) -> Span:
    """Return how wide a block may be.

    A table that says little stays in the text column, and so does a stepper: beside its picture the names
    would change from step to step, and the picture its size with them.
    """
    if isinstance(widget, CompareBlock | Picture) and not widget.wants_width:
        return Span.TEXT
    return _LOOKS[type(block)].span


def make_block(block: Block, content: SectionContent, asker: Asker) -> QWidget:
    """Return the widget that shows a block."""
    match block:
        case FigureBlock(figure, caption):
            return _picture(figure, caption, content)
        case Check(question):
            return CheckBlock(question, asker.ask, asker.answer, single_keys=asker.single_keys)
        case TryFirst(questions):
            return TryFirstBlock(
                questions, asker.ask, asker.answer, single_keys=asker.single_keys, folded=asker.tried
            )
        case CompareTable():
            return CompareBlock(block, content)
        case WorkedCase():
            return CaseBlock(block, content)
        case _:
            return _words(block, content)


def _words(block: Heading | Paragraph | ListBlock | Callout, content: SectionContent) -> QWidget:
    match block:
        case Heading():
            return heading_of(block)
        case Paragraph():
            return ParagraphBlock(block, content)
        case ListBlock():
            return ListItems(block, content)
        case Callout():
            return CalloutBlock(block, content)


def _picture(name: str, caption: str, content: SectionContent) -> QWidget:
    figure = content.figures.get(name)
    if figure is None:
        return Text("This figure is missing from the course.", "small", "text2")
    return Picture(figure, caption)
