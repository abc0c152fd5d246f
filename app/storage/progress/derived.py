"""What follows from the log and is kept beside it: memories and daily sums."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from app.core.ids import PointId, TopicId
from app.core.mastery import TALLY_FIELDS, Tally
from app.core.scheduling import Memory
from app.storage.connection import Database
from app.storage.progress.names import Names
from app.storage.progress.rows import MEMORY_COLUMNS, memory_from, memory_values

_MEMORIES = f"SELECT name, {MEMORY_COLUMNS} FROM memory CROSS JOIN point ON point.id = memory.point"  # noqa: S608 - ours
_MEMORY_MARKS = ", ".join("?" for _ in MEMORY_COLUMNS.split(","))
_TALLY_COLUMNS = ", ".join(TALLY_FIELDS)
_TALLY_MARKS = ", ".join("?" for _ in TALLY_FIELDS)
_TALLY_ADD = ", ".join(f"{name} = {name} + excluded.{name}" for name in TALLY_FIELDS)
_TALLY_SUMS = ", ".join(f"sum({name})" for name in TALLY_FIELDS)


class Memories:
    """The memories of all points ever asked."""

    def __init__(self, db: Database, names: Names) -> None:
        self._db = db
        self._names = names
        self._written = 0
        self._kept: tuple[tuple[int, int, int], Mapping[PointId, Memory]] | None = None

    def of(self, point: PointId) -> Memory | None:
        """Return what is known of one point, None when it was never asked."""
        row = self._db.row(
            f"SELECT name, {MEMORY_COLUMNS} FROM point CROSS JOIN memory ON memory.point = point.id"  # noqa: S608
            " WHERE name = ?",
            (point,),
        )
        return None if row is None else memory_from(row)

    def all(self) -> Mapping[PointId, Memory]:
        """Return all memories by point; what is read is kept until something is written, by anyone."""
        state = (self._db.row("PRAGMA data_version")[0], self._db.rolled_back, self._written)
        if self._kept is None or self._kept[0] != state:
            self._kept = (state, MappingProxyType(self.read()))
        return self._kept[1]

    def due_counts(self, first: int, last: int) -> dict[int, int]:
        """Return how many points are due on each study day from `first` to `last`; empty days are missing."""
        rows = self._db.rows(
            "SELECT due_day, count(*) FROM memory WHERE due_day BETWEEN ? AND ? GROUP BY due_day",
            (first, last),
        )
        return dict(rows)

    def read(self) -> dict[PointId, Memory]:
        """Return all memories, read anew."""
        return {row[0]: memory_from(row) for row in self._db.each(_MEMORIES)}

    def keep(self, memories: Iterable[Memory]) -> None:
        """Write memories in the place of those of the same points."""
        self._written += 1
        rows = ((self._names.point(memory.point), *memory_values(memory)) for memory in memories)
        self._db.run_each(
            f"INSERT OR REPLACE INTO memory (point, {MEMORY_COLUMNS}) VALUES (?, {_MEMORY_MARKS})",  # noqa: S608
            list(rows),
        )

    def drop(self, point: PointId) -> None:
        """Forget one point."""
        self._written += 1
        self._db.run("DELETE FROM memory WHERE point = ?", (self._names.point(point),))


class Tallies:
    """Sums by study day and topic."""

    def __init__(self, db: Database, names: Names) -> None:
        self._db = db
        self._names = names

    def by_topic(self, first: int, last: int) -> dict[TopicId, Tally]:
        """Return the sums of the study days from `first` to `last` by topic."""
        rows = self._db.rows(
            f"SELECT name, {_TALLY_SUMS} FROM tally JOIN topic ON topic.id = tally.topic"  # noqa: S608
            " WHERE study_day BETWEEN ? AND ? GROUP BY topic",
            (first, last),
        )
        return {TopicId(row[0]): Tally(*row[1:]) for row in rows}

    def by_day(self, first: int, last: int) -> dict[int, Tally]:
        """Return the sums of all topics by study day; days without an answer are missing."""
        rows = self._db.rows(
            f"SELECT study_day, {_TALLY_SUMS} FROM tally WHERE study_day BETWEEN ? AND ? GROUP BY study_day",  # noqa: S608
            (first, last),
        )
        return {row[0]: Tally(*row[1:]) for row in rows if row[1] > 0}

    def add(self, day: int, topic: TopicId, tally: Tally) -> None:
        """Add to the sums of a topic on a study day."""
        if tally == Tally():
            return
        self._db.run(
            f"INSERT INTO tally (study_day, topic, {_TALLY_COLUMNS}) VALUES (?, ?, {_TALLY_MARKS})"  # noqa: S608
            f" ON CONFLICT (study_day, topic) DO UPDATE SET {_TALLY_ADD}",
            (day, self._names.topic(topic), *(getattr(tally, name) for name in TALLY_FIELDS)),
        )

    def clear(self) -> None:
        """Take all sums away."""
        self._db.run("DELETE FROM tally")
