"""The progress file as a whole: opening it on good and bad days."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.core.clock import Moment
from app.core.notices import Notice, Severity
from app.core.problems import Problem, ProblemKind
from app.storage import migrations
from app.storage.backup import backups_in, make_backup
from app.storage.connection import BUSY_SECONDS, Database
from app.storage.problems import in_words, words_for
from app.storage.progress.derived import Memories, Tallies
from app.storage.progress.log import ReviewLog
from app.storage.progress.marks import LessonMarks, Marks
from app.storage.progress.names import Names
from app.storage.progress.sessions import KeptSession

_log = logging.getLogger(__name__)


class ProgressStore:
    """An open progress file.

    `log` holds the answers; `memories` and `tallies` are what follows from them; `session` is the one to go
    on with; `lessons` is for reading, `marks` for flags, notes and points put aside.
    """

    def __init__(self, db: Database, notice: Notice | None = None) -> None:
        self._db = db
        self._opening = notice
        names = Names(db, _device(db))
        self.memories = Memories(db, names)
        self.tallies = Tallies(db, names)
        self.log = ReviewLog(db, names, self.memories, self.tallies)
        self.session = KeptSession(db)
        self.lessons = LessonMarks(db)
        self.marks = Marks(db)

    @classmethod
    def open(
        cls, path: Path, backups: Path, at: Moment, *, busy_seconds: float = BUSY_SECONDS
    ) -> "ProgressStore":
        """Open the file at `path`, made when missing, brought up to date after a backup into `backups`.

        Raises Problem CORRUPT, NEWER, LOCKED, READ_ONLY, NOT_WRITABLE or DISK_FULL; nothing was then changed.
        """
        existed = _prepare(path, backups)
        db = Database.open(path, busy_seconds=busy_seconds)
        try:
            _bring_up_to_date(db, backups, at, existed=existed)
            return cls(db, _missing_notice(path, backups) if not existed else None)
        except BaseException:
            db.close()
            raise

    @property
    def notice(self) -> Notice | None:
        """What the student should know about the file, None when all is as expected."""
        return self._db.notice or self._opening

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """Make several writes one transaction; on disk when the block is left, or not at all."""
        with self._db.atomic():
            yield

    def integrity(self) -> tuple[str, ...]:
        """Return what SQLite finds wrong with the file; empty when it is sound."""
        found = [str(row[0]) for row in self._db.rows("PRAGMA integrity_check(20)")]
        return tuple(line for line in found if line != "ok")

    def close(self) -> None:
        """Close the file."""
        self._db.close()


def _prepare(path: Path, backups: Path) -> bool:
    """Make the folder; tell whether there is a file with something in it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        size = path.stat().st_size if path.exists() else -1
    except OSError as error:
        raise words_for(ProblemKind.NOT_WRITABLE, path) from error
    if path.is_dir():
        # Some copying programs make a folder of a file they cannot write.
        raise words_for(ProblemKind.CORRUPT, path)
    if size == 0 and backups_in(backups, path.stem):
        # An empty file is what some file systems leave after a power cut. Without backups it is a first run.
        raise words_for(ProblemKind.CORRUPT, path)
    if size >= 0 and not _may_write(path):
        # Before SQLite sees it: it would leave a journal as read-only as the file, in the way of a retry.
        raise words_for(ProblemKind.READ_ONLY, path)
    return size > 0


def _may_write(path: Path) -> bool:
    effective = os.access in os.supports_effective_ids
    return os.access(path, os.W_OK, effective_ids=effective)


def _bring_up_to_date(db: Database, backups: Path, at: Moment, *, existed: bool) -> None:
    with in_words(db.path):
        _refuse_foreign(db)
        if migrations.is_newer(db.connection):
            raise Problem(
                ProblemKind.NEWER,
                "Your progress was saved by a newer Decidua",
                f"This version cannot read {db.path.name}. It was left untouched.",
                "Install the newest Decidua.",
            )
        _see_that_it_can_be_written(db)
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            db.run(f"PRAGMA {pragma}")
        pending = migrations.pending(db.connection)
        if pending:
            if existed and migrations.applied(db.connection):
                make_backup(db.path, backups, at)
            _log.info("bringing the progress file up to date: %s", ", ".join(pending))
            migrations.migrate(db.connection)


def _refuse_foreign(db: Database) -> None:
    """Refuse a file that is a database but not one of ours."""
    application = db.row("PRAGMA application_id")[0]
    tables = db.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> '_sqlite_migrations'")
    names = {row[0] for row in tables}
    ours = application == migrations.APPLICATION_ID and "event" in names
    begun = application == 0 and not names
    if not ours and not begun:
        raise words_for(ProblemKind.CORRUPT, db.path)


def _see_that_it_can_be_written(db: Database) -> None:
    """SQLite opens a file it may not write without a word; find out now and not at the first answer."""
    version = db.row("PRAGMA user_version")[0]
    db.run("BEGIN IMMEDIATE")
    try:
        db.run(f"PRAGMA user_version = {version}")
    finally:
        db.run("ROLLBACK")


def _missing_notice(path: Path, backups: Path) -> Notice | None:
    if not backups_in(backups, path.stem):
        return None
    return Notice(
        "Your progress file was not found, so a new one was started. Backups of the old one are there.",
        "A new progress file",
        Severity.WARNING,
        "Restore the newest backup",
        "restore-newest",
    )


def _device(db: Database) -> int:
    row = db.row("SELECT id FROM device WHERE is_here = 1")
    if row is None:
        return db.run("INSERT INTO device (name, is_here) VALUES (?, 1)", (os.urandom(4).hex(),))
    return int(row[0])
