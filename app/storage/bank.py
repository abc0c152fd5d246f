"""A question bank, read only: rows to core objects."""

import sqlite3
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from app.core.course import Figure, Lesson, Point, Section, Source, Term, Topic
from app.core.ids import FigureId, PointId, QuestionId, SourceKey, TermId, TopicId
from app.core.problems import Problem, ProblemKind
from app.core.questions import Audience, Question
from app.storage.bank_rows import any_from_json, from_json
from app.storage.bank_schema import APPLICATION_ID, VERSION


class Bank:
    """The shipped course. Opening checks the file; what is read is kept.

    Raises Problem (MISSING, CORRUPT, NEWER) from `Bank(path)`.
    """

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise Problem(
                ProblemKind.MISSING,
                "The course is missing",
                "The file questions.db was not found. Your progress is safe and unchanged.",
                "Install Decidua again, or run `uv run main.py content build` in a checkout.",
            )
        self._db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            self._check_version()
        except sqlite3.Error as error:
            self._db.close()
            raise _corrupt() from error
        except Problem:
            self._db.close()
            raise
        self._questions: dict[QuestionId, Question] = {}
        self._figures: dict[FigureId, Figure] = {}

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the course, as written when it was built."""
        row = self._one("SELECT value FROM meta WHERE key = 'digest'")
        return str(row[0]) if row else ""

    def topics(self) -> tuple[Topic, ...]:
        """Return the topics in curriculum order."""
        return self._topics

    def topic(self, topic: TopicId) -> Topic:
        """Return one topic. Raises KeyError if there is none."""
        return self._topic_by_id[topic]

    def lesson(self, topic: TopicId) -> Lesson:
        """Return the lesson of a topic; it has no sections if none was written."""
        about = self.topic(topic)
        rows = self._all("SELECT body FROM section WHERE topic_id = ? ORDER BY position", (topic,))
        sections = tuple(from_json(row[0], Section) for row in rows)
        return Lesson(topic, about.title, about.minutes, sections)

    def section_titles(self, topic: TopicId) -> tuple[tuple[str, str], ...]:
        """Return (id, title) of each section of a topic without reading its text."""
        rows = self._all("SELECT id, title FROM section WHERE topic_id = ? ORDER BY position", (topic,))
        return tuple((str(row[0]), str(row[1])) for row in rows)

    def points(self) -> tuple[Point, ...]:
        """Return the points in curriculum order."""
        return self._points

    def points_for(self, audience: Audience | None) -> tuple[Point, ...]:
        """Return the points that have a question in use for `audience` (None: for anyone), in order."""
        rows = self._all(
            "SELECT DISTINCT point_id FROM question WHERE retired = '' AND instr(' ' || audience || ' ', ?)",
            (f" {audience.value} " if audience else "",),
        )
        asked = {row[0] for row in rows}
        return tuple(point for point in self._points if point.id in asked)

    def point(self, point: PointId) -> Point | None:
        """Return one point; None if it is not in this bank."""
        return self._point_by_id.get(point)

    def questions_of(self, point: PointId) -> tuple[Question, ...]:
        """Return the questions of a point that are in use, by id."""
        rows = self._all("SELECT id FROM question WHERE point_id = ? AND retired = '' ORDER BY id", (point,))
        found = (self.question(QuestionId(row[0])) for row in rows)
        return tuple(question for question in found if question is not None)

    def question(self, question: QuestionId) -> Question | None:
        """Return one question, retired ones too; None if it is not in this bank."""
        if question not in self._questions:
            row = self._one("SELECT body FROM question WHERE id = ?", (question,))
            if row is None:
                return None
            self._questions[question] = any_from_json(row[0])  # type: ignore[assignment]  # tagged on writing
        return self._questions[question]

    def figure(self, figure: FigureId) -> Figure | None:
        """Return one figure with its drawing; None if it is not in this bank."""
        if figure not in self._figures:
            row = self._one("SELECT body, svg FROM figure WHERE id = ?", (figure,))
            if row is None:
                return None
            self._figures[figure] = replace(from_json(row[0], Figure), svg=row[1])
        return self._figures[figure]

    def figures_of(self, topic: TopicId) -> tuple[FigureId, ...]:
        """Return the ids of a topic's figures."""
        rows = self._all("SELECT id FROM figure WHERE topic_id = ? ORDER BY id", (topic,))
        return tuple(FigureId(row[0]) for row in rows)

    def sources(self, keys: tuple[SourceKey, ...]) -> tuple[Source, ...]:
        """Return the sources of `keys`, in that order; unknown keys are left out."""
        return tuple(self._sources[key] for key in keys if key in self._sources)

    def term(self, term: TermId) -> Term | None:
        """Return one glossary entry; None if there is none."""
        row = self._one("SELECT body FROM term WHERE id = ?", (term,))
        return from_json(row[0], Term) if row else None

    @cached_property
    def _topics(self) -> tuple[Topic, ...]:
        return tuple(
            from_json(row[0], Topic) for row in self._all("SELECT body FROM topic ORDER BY position")
        )

    @cached_property
    def _topic_by_id(self) -> dict[TopicId, Topic]:
        return {topic.id: topic for topic in self._topics}

    @cached_property
    def _points(self) -> tuple[Point, ...]:
        return tuple(
            from_json(row[0], Point) for row in self._all("SELECT body FROM point ORDER BY position")
        )

    @cached_property
    def _point_by_id(self) -> dict[PointId, Point]:
        return {point.id: point for point in self._points}

    @cached_property
    def _sources(self) -> dict[SourceKey, Source]:
        found = (from_json(row[0], Source) for row in self._all("SELECT body FROM source"))
        return {source.key: source for source in found}

    def _check_version(self) -> None:
        application = self._db.execute("PRAGMA application_id").fetchone()[0]
        version = self._db.execute("PRAGMA user_version").fetchone()[0]
        self._db.execute("SELECT count(*) FROM topic").fetchone()
        if application != APPLICATION_ID:
            raise _corrupt()
        if version > VERSION:
            raise Problem(
                ProblemKind.NEWER,
                "The course is newer than this program",
                "questions.db was made by a later version of Decidua. Your progress is safe and unchanged.",
                "Install the newest Decidua.",
            )

    def _all(self, sql: str, values: tuple[object, ...] = ()) -> list[tuple[str, ...]]:
        try:
            return self._db.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise _corrupt() from error

    def _one(self, sql: str, values: tuple[object, ...] = ()) -> tuple[str, ...] | None:
        rows = self._all(sql, values)
        return rows[0] if rows else None


def _corrupt() -> Problem:
    return Problem(
        ProblemKind.CORRUPT,
        "The course cannot be read",
        "The file questions.db is damaged. Your progress is kept elsewhere and is safe.",
        "Install Decidua again, or run `uv run main.py content build` in a checkout.",
    )
