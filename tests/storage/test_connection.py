"""SQLite's errors in words, and transactions."""

import sqlite3
from pathlib import Path

import pytest

from app.core.problems import Problem, ProblemKind
from app.storage.connection import Database
from app.storage.problems import in_words, sorted_out, words_for

PATH = Path("data") / "progress.db"


def an_error(code: int | None) -> sqlite3.Error:
    error = sqlite3.OperationalError("something")
    if code is not None:
        error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, ProblemKind.DISK_FULL),
        (sqlite3.SQLITE_IOERR_WRITE, ProblemKind.DISK_FULL),
        (sqlite3.SQLITE_IOERR_READ, ProblemKind.OTHER),
        (sqlite3.SQLITE_CORRUPT, ProblemKind.CORRUPT),
        (sqlite3.SQLITE_CORRUPT_VTAB, ProblemKind.CORRUPT),
        (sqlite3.SQLITE_NOTADB, ProblemKind.CORRUPT),
        (sqlite3.SQLITE_BUSY, ProblemKind.LOCKED),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, ProblemKind.LOCKED),
        (sqlite3.SQLITE_LOCKED, ProblemKind.LOCKED),
        (sqlite3.SQLITE_READONLY_DBMOVED, ProblemKind.READ_ONLY),
        (sqlite3.SQLITE_READONLY, ProblemKind.READ_ONLY),
        (sqlite3.SQLITE_CANTOPEN, ProblemKind.NOT_WRITABLE),
        (sqlite3.SQLITE_PERM, ProblemKind.NOT_WRITABLE),
        (sqlite3.SQLITE_ERROR, None),
        (sqlite3.SQLITE_CONSTRAINT_UNIQUE, None),
        (sqlite3.SQLITE_MISUSE, None),
        (None, None),
    ],
)
def test_the_world_is_told_from_our_bugs(code: int | None, kind: ProblemKind | None) -> None:
    problem = sorted_out(an_error(code), PATH)
    assert (problem.kind if problem else None) == kind


def test_problems_are_in_words_without_codes() -> None:
    for kind in (
        k for k in ProblemKind if k not in {ProblemKind.MISSING, ProblemKind.NEWER, ProblemKind.BAD_INPUT}
    ):
        text = str(words_for(kind, PATH))
        assert "{" not in text
        assert "!" not in text
        assert "sqlite" not in text.lower()
        assert words_for(kind, PATH).remedy


def test_a_bug_of_ours_passes_unchanged(tmp_path: Path) -> None:
    db = Database.open(tmp_path / "a.db")
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        db.rows("SELECT * FROM nowhere")
    db.close()
    with pytest.raises(Problem) as caught, in_words(PATH):
        raise an_error(sqlite3.SQLITE_FULL)
    assert isinstance(caught.value.__cause__, sqlite3.Error)


def test_a_block_is_whole_or_not_at_all(tmp_path: Path) -> None:
    db = Database.open(tmp_path / "a.db")
    db.run("CREATE TABLE t (x)")

    def half() -> None:
        with db.atomic():
            db.run("INSERT INTO t VALUES (1)")
            with db.atomic():
                db.run("INSERT INTO t VALUES (2)")
            raise KeyError

    with pytest.raises(KeyError):
        half()
    assert db.rows("SELECT * FROM t") == []
    with db.atomic():
        db.run_each("INSERT INTO t VALUES (?)", [(1,), (2,)])
    assert [row[0] for row in db.each("SELECT x FROM t ORDER BY x")] == [1, 2]
    assert db.row("SELECT x FROM t WHERE x = 9") is None
    db.close()


def test_a_missing_file_is_only_made_when_asked(tmp_path: Path) -> None:
    with pytest.raises(Problem) as caught:
        Database.open(tmp_path / "none.db", create=False)
    assert caught.value.kind is ProblemKind.NOT_WRITABLE
    assert not (tmp_path / "none.db").exists()
