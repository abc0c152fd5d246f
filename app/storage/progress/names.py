"""Names in the progress file: written once, known by small numbers from then on.

A name stays when its question or topic has left every course, so that the log can always be read.
"""

from dataclasses import dataclass

from app.core.clock import Moment
from app.storage.connection import Database


@dataclass(frozen=True, slots=True)
class Sitting:
    """Entries one after the other of one session on one day; `utc_ms` is the time of the first."""

    id: int
    utc_ms: int


class Names:
    """Finds the number of a name, giving it one when it is new. Writes: use inside `atomic()`."""

    def __init__(self, db: Database, device: int) -> None:
        self._db = db
        self._device = device

    def point(self, name: str) -> int:
        """Return the number of a learning point."""
        row = self._db.row("SELECT id FROM point WHERE name = ?", (name,))
        return int(row[0]) if row else self._db.run("INSERT INTO point (name) VALUES (?)", (name,))

    def topic(self, name: str) -> int:
        """Return the number of a topic."""
        row = self._db.row("SELECT id FROM topic WHERE name = ?", (name,))
        return int(row[0]) if row else self._db.run("INSERT INTO topic (name) VALUES (?)", (name,))

    def item(self, question: str, point: str, length: int) -> int:
        """Return the number of a question that asks `point` and has this class of length."""
        values = (self.point(point), question, length)
        row = self._db.row("SELECT id FROM item WHERE point = ? AND question = ? AND length = ?", values)
        sql = "INSERT INTO item (point, question, length) VALUES (?, ?, ?)"
        return int(row[0]) if row else self._db.run(sql, values)

    def sitting(self, at: Moment, day: int, session: int) -> Sitting:
        """Return the sitting that goes on, or a new one if anything but the time is different."""
        row = self._db.row(
            "SELECT id, utc_ms, device, session, study_day, offset_min FROM sitting ORDER BY id DESC LIMIT 1"
        )
        place = (self._device, session, day, at.offset_min)
        if row is not None and row[2:] == place:
            return Sitting(row[0], row[1])
        made = self._db.run(
            "INSERT INTO sitting (device, session, study_day, offset_min, utc_ms) VALUES (?, ?, ?, ?, ?)",
            (*place, at.utc_ms),
        )
        return Sitting(made, at.utc_ms)
