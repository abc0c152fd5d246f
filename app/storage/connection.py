"""SQLite connections: opening, transactions, and SQLite's errors as problems in words."""

import errno
import logging
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from app.core.notices import Notice, Severity
from app.core.problems import Problem, ProblemKind
from app.storage.file_names import identity, journal, keep_none, set_aside

BUSY_SECONDS = 2.0
_log = logging.getLogger(__name__)
_WRITING = ("BEGIN", "INSERT", "UPDATE", "DELETE", "REPLACE")
_KEPT_PRAGMAS = ("busy_timeout", "synchronous", "foreign_keys", "journal_mode")
_SAFE = "What was saved before is safe."
_WRITE_FAILURES = frozenset(
    {sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_TRUNCATE, sqlite3.SQLITE_IOERR_SHMSIZE}
)
_KINDS = {
    sqlite3.SQLITE_FULL: ProblemKind.DISK_FULL,
    sqlite3.SQLITE_CORRUPT: ProblemKind.CORRUPT,
    sqlite3.SQLITE_NOTADB: ProblemKind.CORRUPT,
    sqlite3.SQLITE_BUSY: ProblemKind.LOCKED,
    sqlite3.SQLITE_LOCKED: ProblemKind.LOCKED,
    sqlite3.SQLITE_PROTOCOL: ProblemKind.LOCKED,
    sqlite3.SQLITE_READONLY: ProblemKind.READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: ProblemKind.NOT_WRITABLE,
    sqlite3.SQLITE_PERM: ProblemKind.NOT_WRITABLE,
    sqlite3.SQLITE_AUTH: ProblemKind.NOT_WRITABLE,
    sqlite3.SQLITE_IOERR: ProblemKind.OTHER,
}
_WORDS = {
    ProblemKind.DISK_FULL: (
        "The disk is full",
        "This could not be saved. " + _SAFE,
        "Free some space, then try again.",
    ),
    ProblemKind.CORRUPT: (
        "The file {name} is damaged",
        "It cannot be read in full. Nothing was changed.",
        "Restore the newest backup, or start anew; the damaged file is kept.",
    ),
    ProblemKind.LOCKED: (
        "Another program is using {name}",
        "This could not be saved. " + _SAFE,
        "Close the other program, then try again.",
    ),
    ProblemKind.READ_ONLY: (
        "The file {name} cannot be changed",
        "It is marked as read-only. " + _SAFE,
        "Allow writing to {path}, then try again.",
    ),
    ProblemKind.NOT_WRITABLE: (
        "The folder of {name} cannot be used",
        "Decidua may not read or write there. Nothing was changed.",
        "Allow writing to {folder}, then try again.",
    ),
    ProblemKind.OTHER: (
        "The disk did not answer as it should",
        "The file {name} could not be read or written. " + _SAFE,
        "Check the disk, then try again.",
    ),
}


def words_for(kind: ProblemKind, path: Path) -> Problem:
    """Return the problem of this kind with the file at `path`, in words."""
    names = {"name": path.name, "path": str(path), "folder": str(path.parent)}
    return Problem(kind, *(part.format(**names) for part in _WORDS[kind]))


def sorted_out(error: sqlite3.Error, path: Path) -> Problem | None:
    """Return the world's problem that `error` stands for, None when it is a bug of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    kind = ProblemKind.DISK_FULL if code in _WRITE_FAILURES else _KINDS.get(code & 0xFF)
    return words_for(kind, path) if kind else None


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Raise SQLite's errors about the file at `path` as problems; bugs of ours pass unchanged."""
    try:
        yield
    except sqlite3.Error as error:
        problem = sorted_out(error, path)
        if problem is None:
            raise
        raise problem from error


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
            self._identity, self._journal = (
                now,
                beside,
            )  # SQLite makes a new file only at its first statement
            return
        ours = beside == self._journal
        with _os_in_words(self.path):
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


@contextmanager
def _os_in_words(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        raise words_for(ProblemKind.DISK_FULL if full else ProblemKind.NOT_WRITABLE, path) from error
