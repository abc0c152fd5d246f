"""A whole course in memory, as it is read from its sources and written to a bank."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.core.course import Figure, Lesson, Point, Source, Term, Topic
from app.core.findings import Where
from app.core.questions import Question


@dataclass(frozen=True, slots=True)
class Course:
    """Everything of one question set. Each tuple is sorted: topics and lessons by order, the rest by id.

    `seeds` maps each statement id the course must cover (S-01 ...) to the topic it belongs to.
    """

    topics: tuple[Topic, ...]
    lessons: tuple[Lesson, ...]
    points: tuple[Point, ...]
    questions: tuple[Question, ...]
    figures: tuple[Figure, ...]
    sources: tuple[Source, ...]
    terms: tuple[Term, ...]
    seeds: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Located:
    """A course with the place each of its things was read from, keyed such as `point calcification/foci`."""

    course: Course
    places: Mapping[str, Where]

    def where(self, kind: str, name: str) -> Where:
        """Return where the thing was read; the head of the course if it was not recorded."""
        return self.places.get(f"{kind} {name}", Where("course", 1))
