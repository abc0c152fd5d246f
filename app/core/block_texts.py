"""The words of a lesson's blocks."""

from collections.abc import Iterator
from itertools import chain

from app.core.course import (
    Block,
    Callout,
    CompareTable,
    FigureBlock,
    Heading,
    ListBlock,
    Paragraph,
    WorkedCase,
)


def texts_of(block: Block) -> Iterator[str]:
    """Yield the inline Markdown of a block in reading order, that of a worked case included."""
    match block:
        case Heading(text) | Paragraph(text) | FigureBlock(_, text):
            yield text
        case ListBlock(texts) | Callout(_, texts):
            yield from texts
        case CompareTable(_, header, rows):
            yield from chain(header, *rows)
        case WorkedCase(_, blocks):
            yield from chain.from_iterable(texts_of(inner) for inner in blocks)
        case _:
            return
