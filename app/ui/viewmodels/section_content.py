"""What a section of a lesson needs beside its blocks: figures, terms, numbered sources, its length."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.core.block_texts import texts_of
from app.core.course import (
    Callout,
    CalloutKind,
    Figure,
    FigureBlock,
    Lesson,
    Section,
    Source,
    Term,
)
from app.core.ids import FigureId
from app.core.inline import terms, word_count
from app.services.library import LibraryService
from app.ui.viewmodels.asking import source_link

_FIGURE_WORDS = 60
"""A picture takes about as long to look at as this many words to read."""


@dataclass(frozen=True, slots=True)
class NumberedSource:
    """A source as the section lists it; `link` is empty where it has no address."""

    number: int
    key: str
    text: str
    link: str


@dataclass(frozen=True, slots=True)
class SectionContent:
    """A section with what its blocks name: figures and terms by id, sources in the order of the text."""

    section: Section
    figures: Mapping[str, Figure]
    terms: Mapping[str, Term]
    sources: tuple[NumberedSource, ...]

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each source by its key."""
        return {source.key: source.number for source in self.sources}


def content_of(section: Section, library: LibraryService) -> SectionContent:
    """Look up what a section names; what the course does not have is left out."""
    figures: dict[str, Figure] = {}
    known: dict[str, Term] = {}
    for block in section.blocks:
        if isinstance(block, FigureBlock):
            figure = library.figure(FigureId(block.figure))
            if figure is not None:
                figures[block.figure] = figure
        for text in texts_of(block):
            for name in terms(text):
                term = library.term(name)  # type: ignore[arg-type]  # inline text knows no NewTypes
                if term is not None:
                    known[name] = term
    sources = tuple(_numbered(n, s) for n, s in enumerate(library.sources(section.sources), 1))
    return SectionContent(section, figures, known, sources)


def minutes_of(lesson: Lesson, section: Section) -> int:
    """Return the reading time of a section: its share of the lesson's words, at least a minute."""
    lengths = {one.id: _length(one) for one in lesson.sections}
    whole = sum(lengths.values())
    return max(1, round(lesson.minutes * lengths[section.id] / whole)) if whole else 1


def key_points(lesson: Lesson) -> tuple[str, ...]:
    """Return the key points of all sections, one text each."""
    blocks = (block for section in lesson.sections for block in section.blocks)
    return tuple(
        " ".join(block.paragraphs)
        for block in blocks
        if isinstance(block, Callout) and block.kind is CalloutKind.KEY
    )


def _length(section: Section) -> int:
    words = sum(word_count(text) for block in section.blocks for text in texts_of(block))
    return words + _FIGURE_WORDS * sum(isinstance(block, FigureBlock) for block in section.blocks)


def _numbered(number: int, source: Source) -> NumberedSource:
    return NumberedSource(number, source.key, full_text(source), source_link(source))


def full_text(source: Source) -> str:
    """Return a source in full: "Authors. Title. Journal. 2016.", or "Undated" for a year not known."""
    parts = (source.authors, source.title, source.container, str(source.year or "Undated"))
    return " ".join(part if part.endswith((".", "?")) else f"{part}." for part in parts if part)
