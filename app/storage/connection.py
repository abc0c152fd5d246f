"""SQLite connections: opening, statements, transactions, and a file that loses its name."""

import logging
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from app.core.notices import Notice, Severity
from app.storage.file_names import identity, journal, keep_none, set_aside
from app.storage.problems import in_words, os_in_words

BUSY_SECONDS = 2.0
_log = logging.getLogger(__name__)
_WRITING = ("BEGIN", "INSERT", "UPDATE", "DELETE", "REPLACE")
_KEPT_PRAGMAS = ("busy_timeout", "synchronous", "foreign_keys", "journal_mode")


class Database:
    """An open SQLite file. Statements commit at once unless inside `atomic()`.

    Every method raises Problem for what the world did. `rolled_back` counts the blocks that came to
    nothing, for those who keep what they read.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.connection = connection
        self.path = path
        self.rolled_back = 0
        self.notice: Notice | None = None
        self._identity = identity(path)
        self._journal = identity(journal(path))

    @classmethod
    def open(cls, path: Path, *, busy_seconds: float = BUSY_SECONDS, create: bool = True) -> "Database":
        """Return the file at `path`, opened for writing; made when missing, if `create`."""
        mode = "rwc" if create else "rw"
        with in_words(path):
            connection = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode={mode}",
                uri=True,
                timeout=busy_seconds,
                isolation_level=None,
            )
        return cls(connection, path)

    def close(self) -> None:
        """Close the file."""
        with in_words(self.path):
            self.connection.close()

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Any]:
        """Return all rows of a query."""
        with in_words(self.path):
            return self.connection.execute(sql, values).fetchall()

    def row(self, sql: str, values: Sequence[object] = ()) -> Any:  # noqa: ANN401 - a row is what the query says
        """Return the first row of a query, None if there is none."""
        with in_words(self.path):
            return self.connection.execute(sql, values).fetchone()

    def each(self, sql: str, values: Sequence[object] = ()) -> Iterator[Any]:
        """Yield the rows of a query one by one."""
        with in_words(self.path):
            yield from self.connection.execute(sql, values)

    def run(self, sql: str, values: Sequence[object] = ()) -> int:
        """Carry out a statement; return the id of the row it inserted, if any."""
        if sql.startswith(_WRITING) and not self.connection.in_transaction:
            self._see_that_it_is_there()
        with in_words(self.path):
            return self.connection.execute(sql, values).lastrowid or 0

    def run_each(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Carry out a statement for each of `rows`."""
        with in_words(self.path):
            self.connection.executemany(sql, rows)

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """Make everything inside one transaction: on disk when the block is left, or not at all."""
        if self.connection.in_transaction:
            yield
            return
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            self.rolled_back += 1
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise

    def _see_that_it_is_there(self) -> None:
        """Never write into a file that has lost its name.

        Where a file can be moved or deleted while it is open, SQLite goes on writing into it and says
        nothing: what is answered then would be gone when the program ends. The open file still holds
        everything, so it is written again under its name; a file that took its place is set aside first.
        """
        now, beside = identity(self.path), identity(journal(self.path))
        if self._identity is None or now == self._identity:
            # SQLite makes a new file only at its first statement.
            self._identity, self._journal = now, beside
            return
        ours = beside == self._journal
        with os_in_words(self.path):
            self._write_again(partial(set_aside, with_journal=not ours) if now is not None else keep_none)

    def _write_again(self, clear: Callable[[Path], str]) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        written = self.path.with_suffix(".partial")
        written.unlink(missing_ok=True)
        copy = Database.open(written)
        try:
            with in_words(self.path):
                self.connection.backup(copy.connection)
        finally:
            copy.close()
        aside = clear(self.path)
        written.replace(self.path)
        pragmas = {name: self.row(f"PRAGMA {name}")[0] for name in _KEPT_PRAGMAS}
        fresh = Database.open(self.path, create=False)
        for name, value in pragmas.items():
            fresh.run(f"PRAGMA {name} = {value}")
        before, self.connection = self.connection, fresh.connection
        self._identity, self._journal = identity(self.path), identity(journal(self.path))
        with in_words(self.path):
            before.close()
        self.notice = Notice(
            f"{self.path.name} was moved or deleted while Decidua was open. It has been written again; no"
            f" answer is missing.{aside}",
            "The progress file was gone",
            Severity.WARNING,
        )
        _log.warning("%s", self.notice.text)
