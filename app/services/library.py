"""What pages look up in the course: figures, terms, sources."""

from collections.abc import Sequence
from typing import Protocol

from app.core.course import Figure, Source, Term, Topic
from app.core.ids import FigureId, SourceKey, TermId, TopicId


class _Shelf(Protocol):
    @property
    def digest(self) -> str: ...
    def figure(self, figure: FigureId) -> Figure | None: ...
    def term(self, term: TermId) -> Term | None: ...
    def sources(self, keys: tuple[SourceKey, ...]) -> tuple[Source, ...]: ...
    def topic(self, topic: TopicId) -> Topic: ...
    def topics(self) -> tuple[Topic, ...]: ...
    def figures_of(self, topic: TopicId) -> tuple[FigureId, ...]: ...


class LibraryService:
    """Looks things up in the course; reads only."""

    def __init__(self, bank: _Shelf) -> None:
        self._bank = bank

    @property
    def digest(self) -> str:
        """The SHA-256 of the course."""
        return self._bank.digest

    def topics(self) -> tuple[Topic, ...]:
        """Return the topics in curriculum order."""
        return self._bank.topics()

    def figure(self, figure: FigureId) -> Figure | None:
        """Return a figure; None if it is not in the course."""
        return self._bank.figure(figure)

    def figures_of(self, topic: TopicId) -> tuple[FigureId, ...]:
        """Return the ids of a topic's figures."""
        return self._bank.figures_of(topic)

    def term(self, term: TermId) -> Term | None:
        """Return a glossary entry; None if there is none."""
        return self._bank.term(term)

    def sources(self, keys: Sequence[SourceKey]) -> tuple[Source, ...]:
        """Return the sources of `keys` in that order."""
        return self._bank.sources(tuple(keys))
