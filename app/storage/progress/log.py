"""The review log: entries are appended, with what follows from them, and never changed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.core.clock import Moment
from app.core.fsrs import Fsrs
from app.core.ids import PointId, QuestionId
from app.core.mastery import DaySums, Tally
from app.core.pace import Timing
from app.core.review_log import Entry, Held, Regrade, Review, Withdrawal, replay
from app.core.scheduling import Memory
from app.storage.connection import Database
from app.storage.progress.derived import Memories, Tallies
from app.storage.progress.names import Names, Sitting
from app.storage.progress.replaying import held_reviews
from app.storage.progress.rows import ENTRY_COLUMNS, KINDS, REGRADE, WITHDRAWAL, entry_from, review_values

_ENTRIES = f"SELECT {ENTRY_COLUMNS} FROM entry"  # noqa: S608 - columns are ours
_HISTORY = f"""WITH RECURSIVE about (place, back) AS (
    SELECT e.seq, e.back FROM point CROSS JOIN item ON item.point = point.id
        CROSS JOIN event AS e ON e.seq = item.last WHERE point.name = ?
    UNION ALL
    SELECT e.seq, e.back FROM about CROSS JOIN event AS e ON e.seq = about.place - about.back
        WHERE about.back > 0)
    SELECT {ENTRY_COLUMNS} FROM about CROSS JOIN entry ON entry.seq = about.place ORDER BY seq"""  # noqa: S608
RECENT = 400


@dataclass(frozen=True, slots=True)
class Difference:
    """A point whose kept memory is not what the log gives; None where one of them has no memory."""

    point: PointId
    kept: Memory | None
    replayed: Memory | None


class ReviewLog:
    """Reads and appends. What is appended and what follows from it is one transaction."""

    def __init__(self, db: Database, names: Names, memories: Memories, tallies: Tallies) -> None:
        self._db = db
        self._names = names
        self._memories = memories
        self._tallies = tallies

    def append(self, review: Review, memory: Memory | None) -> int:
        """Write an answer and, if it schedules, the memory after it. Return its place in the log."""
        with self._db.atomic():
            item = self._names.item(review.question, review.point, review.length)
            sitting = self._names.sitting(review.at, review.day, review.session)
            seq = self._write(KINDS[review.purpose], item, sitting, review.at, review_values(review))
            self._tallies.add(review.day, review.topic, Tally.of(review))
            if memory is not None:
                self._memories.keep([memory])
        return seq

    def append_regrade(self, entry: Regrade, before: Review, after: Review, memory: Memory) -> None:
        """Write another grade for `before`, which it makes `after`, and the memory that follows."""
        with self._db.atomic():
            due_in = entry.due_day - entry.day
            self._correct(REGRADE, entry, before, {"rating": int(entry.rating), "due_in": due_in})
            self._tallies.add(before.day, before.topic, Tally.of(after) - Tally.of(before))
            self._memories.keep([memory])

    def append_withdrawal(self, entry: Withdrawal, taken_back: Review, memory: Memory | None) -> None:
        """Write that an answer is taken back, and the memory as it was before it."""
        with self._db.atomic():
            self._correct(WITHDRAWAL, entry, taken_back, {})
            self._tallies.add(taken_back.day, taken_back.topic, Tally() - Tally.of(taken_back))
            if memory is None:
                self._memories.drop(taken_back.point)
            else:
                self._memories.keep([memory])

    def history(self, point: PointId) -> tuple[Entry, ...]:
        """Return all entries about a point, in the order of the log."""
        return tuple(map(entry_from, self._db.rows(_HISTORY, (point,))))

    def entries(self) -> Iterator[Entry]:
        """Yield the whole log in its order."""
        return map(entry_from, self._db.each(f"{_ENTRIES} ORDER BY seq"))

    def recent_times(self) -> tuple[Timing, ...]:
        """Return the timings of the reviews that hold among the last 400 entries, oldest first."""
        rows = self._db.rows(
            "SELECT seq, kind, target, active_ms, length FROM entry ORDER BY seq DESC LIMIT ?", (RECENT,)
        )
        withdrawn = {row[2] for row in rows if row[1] == WITHDRAWAL}
        held = (r for r in reversed(rows) if r[1] == 1 and r[0] not in withdrawn)
        return tuple(Timing(row[3], row[4]) for row in held)

    def last_utc_ms(self) -> int | None:
        """Return the time of the last entry, None when the log is empty."""
        row = self._db.row("SELECT utc_ms FROM entry ORDER BY seq DESC LIMIT 1")
        return None if row is None else int(row[0])

    def confident_misses(self, limit: int) -> tuple[Review, ...]:
        """Return the newest certain answers that were not right, newest first."""
        rows = self._db.rows(
            f"""{_ENTRIES} WHERE kind = 1 AND confidence = 3 AND earned < possible
                AND NOT EXISTS (SELECT 1 FROM event AS w WHERE w.target = entry.seq AND w.kind = -2)
                ORDER BY seq DESC LIMIT ?""",  # noqa: S608 - columns are ours
            (limit,),
        )
        found = (entry_from(row) for row in rows)
        return tuple(entry for entry in found if isinstance(entry, Review))

    def last_asked(self, point: PointId) -> dict[QuestionId, int]:
        """Return when each question of a point was last asked, as its place in the log."""
        rows = self._db.rows(
            "SELECT question, max(last) FROM point CROSS JOIN item ON item.point = point.id"
            " WHERE name = ? GROUP BY question",
            (point,),
        )
        return {QuestionId(row[0]): row[1] for row in rows}

    def differences(self, fsrs: Fsrs) -> tuple[Difference, ...]:
        """Return the points whose kept memory is not what a replay of the log gives."""
        return self._differences(held_reviews(self._db), fsrs)

    def rebuild(self, fsrs: Fsrs) -> tuple[Difference, ...]:
        """Write memories, sums and the places of the newest entries anew from the log.

        Return the points whose memory was not as the log says.
        """
        with self._db.atomic():
            days = DaySums()
            differences = self._differences(days.counting(held_reviews(self._db)), fsrs)
            self._memories.keep(d.replayed for d in differences if d.replayed is not None)
            for point in (d.point for d in differences if d.replayed is None):
                self._memories.drop(point)
            self._tallies.clear()
            for (day, topic), tally in days.sums().items():
                self._tallies.add(day, topic, tally)
            self._db.run(
                "UPDATE item SET last = newest FROM"
                " (SELECT item, max(seq) AS newest FROM event GROUP BY item) AS e WHERE e.item = item.id"
            )
        return differences

    def _differences(self, reviews: Iterable[Held], fsrs: Fsrs) -> tuple[Difference, ...]:
        kept, replayed = self._memories.read(), replay(reviews, fsrs)
        points = sorted(kept.keys() | replayed.keys())
        pairs = ((point, kept.get(point), replayed.get(point)) for point in points)
        return tuple(Difference(*pair) for pair in pairs if pair[1] != pair[2])

    def _correct(
        self, kind: int, entry: Regrade | Withdrawal, of: Review, values: Mapping[str, object]
    ) -> None:
        item = self._db.row("SELECT item FROM event WHERE seq = ?", (entry.target,))[0]
        sitting = self._names.sitting(entry.at, entry.day, of.session)
        self._write(kind, item, sitting, entry.at, {"target": entry.target, **values})

    def _write(self, kind: int, item: int, sitting: Sitting, at: Moment, values: Mapping[str, object]) -> int:
        seq = int(self._db.row("SELECT coalesce(max(seq), 0) + 1 FROM event")[0])
        last = self._db.row("SELECT last FROM item WHERE id = ?", (item,))[0]
        row = {
            "seq": seq,
            "kind": kind,
            "sitting": sitting.id,
            "after_ms": at.utc_ms - sitting.utc_ms,
            "item": item,
            "back": seq - last if last else 0,
            **values,
        }
        marks = ", ".join("?" for _ in row)
        sql = f"INSERT INTO event ({', '.join(row)}) VALUES ({marks})"  # noqa: S608 - names are ours
        self._db.run(sql, tuple(row.values()))
        self._db.run("UPDATE item SET last = ? WHERE id = ?", (seq, item))
        return seq
