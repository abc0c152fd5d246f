"""The errors of SQLite and of the operating system as problems in words."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.core.problems import Problem, ProblemKind

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


@contextmanager
def os_in_words(path: Path) -> Iterator[None]:
    """Raise the operating system's errors about the file at `path` as problems."""
    try:
        yield
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        raise words_for(ProblemKind.DISK_FULL if full else ProblemKind.NOT_WRITABLE, path) from error
