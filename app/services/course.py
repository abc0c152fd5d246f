"""The course as the services read it: what `app.storage.bank.Bank` offers."""

from typing import Protocol

from app.core.course import Figure, Lesson, Point, Source, Topic
from app.core.ids import FigureId, PointId, QuestionId, SourceKey, TopicId
from app.core.questions import Audience, Question


class Course(Protocol):
    """A course that does not change while it is open; what is read is kept."""

    @property
    def digest(self) -> str:
        """A fingerprint of the whole content."""
        ...

    def topics(self) -> tuple[Topic, ...]:
        """Return the topics in curriculum order."""
        ...

    def topic(self, topic: TopicId, /) -> Topic:
        """Return one topic; KeyError if there is none."""
        ...

    def lesson(self, topic: TopicId, /) -> Lesson:
        """Return the lesson of a topic."""
        ...

    def section_titles(self, topic: TopicId, /) -> tuple[tuple[str, str], ...]:
        """Return (id, title) of each section of a topic, without reading its text."""
        ...

    def points(self) -> tuple[Point, ...]:
        """Return the points in curriculum order."""
        ...

    def points_for(self, audience: Audience | None, /) -> tuple[Point, ...]:
        """Return the points with a question in use for `audience` (None: for anyone), in curriculum order."""
        ...

    def point(self, point: PointId, /) -> Point | None:
        """Return one point, None if it is not in the course."""
        ...

    def questions_of(self, point: PointId, /) -> tuple[Question, ...]:
        """Return the questions of a point that are in use, by id."""
        ...

    def question(self, question: QuestionId, /) -> Question | None:
        """Return one question, retired ones too."""
        ...

    def figure(self, figure: FigureId, /) -> Figure | None:
        """Return one figure with its drawing."""
        ...

    def sources(self, keys: tuple[SourceKey, ...], /) -> tuple[Source, ...]:
        """Return the sources of `keys`, in that order."""
        ...
