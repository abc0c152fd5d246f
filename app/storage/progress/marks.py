"""What a student leaves behind besides answers: reading, flags, notes, points put aside."""

from dataclasses import dataclass

from app.core.clock import Moment
from app.core.ids import PointId, QuestionId, SectionId, TopicId
from app.storage.connection import Database


@dataclass(frozen=True, slots=True)
class Visit:
    """A section that was opened.

    `read_day` is None until it is marked read; `content` is then a fingerprint of the section's text,
    `course` the digest of the course it was read in.
    """

    topic: TopicId
    section: SectionId
    opened_day: int
    read_day: int | None
    content: int | None
    course: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where reading stopped: the section and how far into it, 0 to 1."""

    topic: TopicId
    section: SectionId
    offset: float
    utc_ms: int


class LessonMarks:
    """Sections opened and read, and the place where reading stopped."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def open_section(self, topic: TopicId, section: SectionId, at: Moment) -> None:
        """Remember that a section was opened; the first time counts."""
        self._db.run(
            "INSERT OR IGNORE INTO visit (topic, section, opened_ms, opened_day) VALUES (?, ?, ?, ?)",
            (topic, section, at.utc_ms, at.study_day),
        )

    def mark_read(self, topic: TopicId, section: SectionId, at: Moment, content: int, course: str) -> None:
        """Remember that a section was read, and what it said then."""
        with self._db.atomic():
            self.open_section(topic, section, at)
            self._db.run(
                "UPDATE visit SET read_ms = ?, read_day = ?, content = ?, course = ?"
                " WHERE topic = ? AND section = ?",
                (at.utc_ms, at.study_day, content, course, topic, section),
            )

    def mark_unread(self, topic: TopicId, section: SectionId) -> None:
        """Take back that a section was read."""
        self._db.run(
            "UPDATE visit SET read_ms = NULL, read_day = NULL, content = NULL, course = NULL"
            " WHERE topic = ? AND section = ?",
            (topic, section),
        )

    def visits(self) -> dict[tuple[TopicId, SectionId], Visit]:
        """Return all sections ever opened."""
        rows = self._db.rows("SELECT topic, section, opened_day, read_day, content, course FROM visit")
        return {(row[0], row[1]): Visit(*row) for row in rows}

    def save_place(self, topic: TopicId, section: SectionId, offset: float, at: Moment) -> None:
        """Remember where reading stopped in a topic."""
        self._db.run("INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?)", (topic, section, offset, at.utc_ms))

    def places(self) -> tuple[Place, ...]:
        """Return where reading stopped in each topic, the last read first."""
        rows = self._db.rows("SELECT * FROM place ORDER BY utc_ms DESC, topic")
        return tuple(Place(*row) for row in rows)


class Marks:
    """Flags, notes, points put aside."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def set_flag(self, question: QuestionId, on: bool, at: Moment) -> None:
        """Flag a question or take the flag off."""
        if on:
            self._db.run("INSERT OR IGNORE INTO flag VALUES (?, ?)", (question, at.utc_ms))
        else:
            self._db.run("DELETE FROM flag WHERE question = ?", (question,))

    def is_flagged(self, question: QuestionId) -> bool:
        """Tell whether a question is flagged."""
        return self._db.row("SELECT 1 FROM flag WHERE question = ?", (question,)) is not None

    def flagged(self) -> tuple[QuestionId, ...]:
        """Return the flagged questions, the newest flag first."""
        rows = self._db.rows("SELECT question FROM flag ORDER BY utc_ms DESC, question")
        return tuple(QuestionId(row[0]) for row in rows)

    def set_note(self, subject: str, text: str, at: Moment) -> None:
        """Keep a note on a question or point; an empty text removes it."""
        if text.strip():
            self._db.run("INSERT OR REPLACE INTO note VALUES (?, ?, ?)", (subject, text, at.utc_ms))
        else:
            self._db.run("DELETE FROM note WHERE subject = ?", (subject,))

    def note(self, subject: str) -> str:
        """Return the note on a subject, empty if there is none."""
        row = self._db.row("SELECT text FROM note WHERE subject = ?", (subject,))
        return str(row[0]) if row else ""

    def put_aside(self, point: PointId, until_day: int | None, at: Moment) -> None:
        """Keep a point from being asked before `until_day`; None means until it is brought back."""
        self._db.run("INSERT OR REPLACE INTO aside VALUES (?, ?, ?)", (point, until_day, at.utc_ms))

    def bring_back(self, point: PointId) -> None:
        """Let a point be asked again."""
        self._db.run("DELETE FROM aside WHERE point = ?", (point,))

    def aside(self) -> dict[PointId, int | None]:
        """Return the points put aside, each with the day it comes back, newest first."""
        rows = self._db.rows("SELECT point, until_day FROM aside ORDER BY utc_ms DESC, point")
        return {PointId(row[0]): row[1] for row in rows}
