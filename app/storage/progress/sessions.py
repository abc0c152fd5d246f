"""The session to go on with, kept after each answer."""

from app.core.session import StudySession
from app.storage.connection import Database
from app.storage.progress.rows import session_from, session_text


class KeptSession:
    """At most one session."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def keep(self, session: StudySession | None) -> None:
        """Keep the session to go on with; None drops it."""
        if session is None:
            self._db.run("DELETE FROM session")
        else:
            self._db.run(
                "INSERT OR REPLACE INTO session VALUES (1, ?, ?)", (session.day, session_text(session))
            )

    def kept(self) -> StudySession | None:
        """Return the session kept, None if there is none."""
        row = self._db.row("SELECT state FROM session")
        return None if row is None else session_from(row[0])

    def next_number(self) -> int:
        """Return the number of a session begun now: one more than the last that has an answer."""
        return int(self._db.row("SELECT coalesce(max(session), 0) + 1 FROM sitting")[0])
