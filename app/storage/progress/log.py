"""The review log with what is derived from it: memories, tallies, the session kept."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.core.fsrs import Fsrs
from app.core.ids import PointId, QuestionId, TopicId
from app.core.mastery import TALLY_FIELDS, Tally
from app.core.review_log import Entry, Regrade, Review, Withdrawal, effective, replay
from app.core.scheduling import Memory
from app.core.session import StudySession
from app.storage.connection import Database
from app.storage.progress.rows import (
    EVENT_COLUMNS,
    MEMORY_COLUMNS,
    MEMORY_MARKS,
    entry_from,
    memory_from,
    memory_values,
    review_values,
    session_from,
    session_text,
)

_TALLY_COLUMNS = ", ".join(TALLY_FIELDS)
_TALLY_MARKS = ", ".join("?" for _ in TALLY_FIELDS)
_TALLY_ADD = ", ".join(f"{name} = {name} + excluded.{name}" for name in TALLY_FIELDS)
_TALLY_SUMS = ", ".join(f"sum({name})" for name in TALLY_FIELDS)
_ENTRIES = f"SELECT {EVENT_COLUMNS} FROM event"  # noqa: S608 - columns are ours
RECENT = 400


@dataclass(frozen=True, slots=True)
class Timing:
    """How long an answer took, in milliseconds of focused time, and the class of the question's length."""

    active_ms: int
    length: int


@dataclass(frozen=True, slots=True)
class Difference:
    """A point whose kept memory is not what the log gives; None where one of them has no memory."""

    point: PointId
    kept: Memory | None
    replayed: Memory | None


class ReviewLog:
    """Reads and appends; nothing in the log is ever changed.

    The caller wraps the writes of one answer in one `atomic()`.
    """

    def __init__(self, db: Database, device: int) -> None:
        self._db = db
        self._device = device
        self._written = 0
        self._kept: tuple[tuple[int, int, int], Mapping[PointId, Memory]] | None = None

    def append(self, review: Review, memory: Memory | None) -> int:
        """Write an answer and, if it schedules, the memory after it. Return its place in the log."""
        seq = self._insert(review_values(review))
        self._add(review, Tally.of(review))
        if memory is not None:
            self._keep_memory(memory)
        return seq

    def append_regrade(self, entry: Regrade, before: Review, after: Review, memory: Memory) -> None:
        """Write another grade for `before`, which it makes `after`, and the memory that follows."""
        self._insert(
            {
                "kind": "regrade",
                "target": entry.target,
                "utc_ms": entry.at.utc_ms,
                "offset_min": entry.at.offset_min,
                "study_day": entry.day,
                "point": before.point,
                "rating": int(entry.rating),
                "due_day": entry.due_day,
            }
        )
        self._add(before, Tally.of(after) - Tally.of(before))
        self._keep_memory(memory)

    def append_withdrawal(self, entry: Withdrawal, taken_back: Review, memory: Memory | None) -> None:
        """Write that an answer is taken back, and the memory as it was before it."""
        self._insert(
            {
                "kind": "withdrawal",
                "target": entry.target,
                "utc_ms": entry.at.utc_ms,
                "offset_min": entry.at.offset_min,
                "study_day": entry.day,
                "point": taken_back.point,
            }
        )
        self._add(taken_back, Tally() - Tally.of(taken_back))
        if memory is None:
            self._written += 1
            self._db.run("DELETE FROM memory WHERE point = ?", (taken_back.point,))
        else:
            self._keep_memory(memory)

    def history(self, point: PointId) -> tuple[Entry, ...]:
        """Return all entries about a point, in the order of the log."""
        return tuple(map(entry_from, self._db.rows(f"{_ENTRIES} WHERE point = ? ORDER BY seq", (point,))))

    def entries(self) -> Iterator[Entry]:
        """Yield the whole log in its order."""
        return map(entry_from, self._db.each(f"{_ENTRIES} ORDER BY seq"))

    def recent_times(self) -> tuple[Timing, ...]:
        """Return the timings of the reviews that hold among the last 400 entries, oldest first."""
        rows = self._db.rows(
            "SELECT seq, kind, target, purpose, active_ms, length FROM event ORDER BY seq DESC LIMIT ?",
            (RECENT,),
        )
        withdrawn = {row[2] for row in rows if row[1] == "withdrawal"}
        held = (r for r in reversed(rows) if r[3] == "review" and r[0] not in withdrawn)
        return tuple(Timing(row[4], row[5]) for row in held)

    def last_utc_ms(self) -> int | None:
        """Return the time of the last entry, None when the log is empty."""
        row = self._db.row("SELECT utc_ms FROM event ORDER BY seq DESC LIMIT 1")
        return None if row is None else int(row[0])

    def confident_misses(self, limit: int) -> tuple[Review, ...]:
        """Return the newest certain answers that were not right, newest first."""
        rows = self._db.rows(
            f"""{_ENTRIES} AS e WHERE kind = 'review' AND purpose = 'review' AND confidence = 3
                AND earned < possible AND NOT EXISTS (SELECT 1 FROM event AS w
                WHERE w.point = e.point AND w.target = e.seq AND w.kind = 'withdrawal')
                ORDER BY seq DESC LIMIT ?""",  # noqa: S608 - columns are ours
            (limit,),
        )
        found = (entry_from(row) for row in rows)
        return tuple(entry for entry in found if isinstance(entry, Review))

    def last_asked(self, point: PointId) -> dict[QuestionId, int]:
        """Return when each question of a point was last asked, as its place in the log."""
        rows = self._db.rows(
            "SELECT question, max(seq) FROM event WHERE point = ? AND kind = 'review' GROUP BY question",
            (point,),
        )
        return {QuestionId(row[0]): row[1] for row in rows}

    def memory(self, point: PointId) -> Memory | None:
        """Return what is known of one point, None when it was never asked."""
        row = self._db.row(f"SELECT {MEMORY_COLUMNS} FROM memory WHERE point = ?", (point,))  # noqa: S608
        return None if row is None else memory_from(row)

    def memories(self) -> Mapping[PointId, Memory]:
        """Return all memories by point; what is read is kept until something is written, by anyone."""
        state = (self._db.row("PRAGMA data_version")[0], self._db.rolled_back, self._written)
        if self._kept is None or self._kept[0] != state:
            self._kept = (state, MappingProxyType(self._read_memories()))
        return self._kept[1]

    def due_counts(self, first: int, last: int) -> dict[int, int]:
        """Return how many points are due on each study day from `first` to `last`; empty days are missing."""
        rows = self._db.rows(
            "SELECT due_day, count(*) FROM memory WHERE due_day BETWEEN ? AND ? GROUP BY due_day",
            (first, last),
        )
        return dict(rows)

    def tallies(self, first: int, last: int) -> dict[TopicId, Tally]:
        """Return the sums of the study days from `first` to `last` by topic."""
        rows = self._db.rows(
            f"SELECT topic, {_TALLY_SUMS} FROM tally WHERE study_day BETWEEN ? AND ? GROUP BY topic",  # noqa: S608
            (first, last),
        )
        return {TopicId(row[0]): Tally(*row[1:]) for row in rows}

    def days(self, first: int, last: int) -> dict[int, Tally]:
        """Return the sums of all topics by study day; days without an answer are missing."""
        rows = self._db.rows(
            f"SELECT study_day, {_TALLY_SUMS} FROM tally WHERE study_day BETWEEN ? AND ? GROUP BY study_day",  # noqa: S608
            (first, last),
        )
        return {row[0]: Tally(*row[1:]) for row in rows if row[1] > 0}

    def keep_session(self, session: StudySession | None) -> None:
        """Keep the session to go on with; None drops it."""
        if session is None:
            self._db.run("DELETE FROM session")
        else:
            self._db.run(
                "INSERT OR REPLACE INTO session VALUES (1, ?, ?)", (session.day, session_text(session))
            )

    def kept_session(self) -> StudySession | None:
        """Return the session kept, None if there is none."""
        row = self._db.row("SELECT state FROM session")
        return None if row is None else session_from(row[0])

    def differences(self, fsrs: Fsrs) -> tuple[Difference, ...]:
        """Return the points whose kept memory is not what a replay of the log gives."""
        kept, replayed = self._read_memories(), replay(self._entries_without_responses(), fsrs)
        points = sorted(kept.keys() | replayed.keys())
        pairs = ((point, kept.get(point), replayed.get(point)) for point in points)
        return tuple(Difference(*pair) for pair in pairs if pair[1] != pair[2])

    def rebuild(self, fsrs: Fsrs) -> None:
        """Write memories and tallies anew from the log."""
        held = effective(self._entries_without_responses()).values()
        memories = replay(held, fsrs).values()
        tallies: dict[tuple[int, str], Tally] = {}
        for review in held:
            key = (review.day, review.topic)
            tallies[key] = tallies.get(key, Tally()) + Tally.of(review)
        with self._db.atomic():
            self._db.run("DELETE FROM memory")
            self._db.run("DELETE FROM tally")
            self._write_memories(memories)
            for (day, topic), tally in tallies.items():
                self._add_tally(day, topic, tally)

    def _read_memories(self) -> dict[PointId, Memory]:
        rows = self._db.each(f"SELECT {MEMORY_COLUMNS} FROM memory")  # noqa: S608
        return {row[0]: memory_from(row) for row in rows}

    def _entries_without_responses(self) -> Iterator[Entry]:
        """Yield the whole log without what was chosen, which no replay needs and which takes long to read."""
        columns = EVENT_COLUMNS.replace("response", "NULL")
        return map(entry_from, self._db.each(f"SELECT {columns} FROM event ORDER BY seq"))  # noqa: S608

    def _insert(self, values: Mapping[str, object]) -> int:
        names = ", ".join(values)
        marks = ", ".join("?" for _ in values)
        sql = f"INSERT INTO event (device, {names}) VALUES (?, {marks})"  # noqa: S608 - names are ours
        return self._db.run(sql, (self._device, *values.values()))

    def _add(self, review: Review, tally: Tally) -> None:
        if tally != Tally():
            self._add_tally(review.day, review.topic, tally)

    def _add_tally(self, day: int, topic: str, tally: Tally) -> None:
        if tally == Tally():
            return
        self._db.run(
            f"INSERT INTO tally (study_day, topic, {_TALLY_COLUMNS}) VALUES (?, ?, {_TALLY_MARKS})"  # noqa: S608
            f" ON CONFLICT (study_day, topic) DO UPDATE SET {_TALLY_ADD}",
            (day, topic, *(getattr(tally, name) for name in TALLY_FIELDS)),
        )

    def _keep_memory(self, memory: Memory) -> None:
        self._write_memories([memory])

    def _write_memories(self, memories: Iterable[Memory]) -> None:
        self._written += 1
        self._db.run_each(
            f"INSERT OR REPLACE INTO memory ({MEMORY_COLUMNS}) VALUES ({MEMORY_MARKS})",  # noqa: S608
            (memory_values(memory) for memory in memories),
        )
