"""The steps that bring a progress file to the form this version reads.

Each step is a function of raw SQL, never edited once released, recorded in the file by its name. Whether
steps are pending is found out without sqlite-utils, whose import takes longer than the rest of the start.
"""

import sqlite3
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

SET_NAME = "progress"
APPLICATION_ID = 0x44634470
Step = Callable[["Database"], None]

_M001 = (
    """CREATE TABLE device (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        is_here INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE event (
        seq INTEGER PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('review', 'regrade', 'withdrawal')),
        target INTEGER REFERENCES event (seq),
        device INTEGER NOT NULL REFERENCES device (id),
        utc_ms INTEGER NOT NULL,
        offset_min INTEGER NOT NULL,
        study_day INTEGER NOT NULL,
        point TEXT NOT NULL,
        question TEXT,
        purpose TEXT,
        session INTEGER,
        response TEXT,
        seed INTEGER,
        earned REAL,
        possible REAL,
        confidence INTEGER,
        suggested INTEGER,
        rating INTEGER,
        active_ms INTEGER,
        length INTEGER,
        due_day INTEGER,
        elapsed INTEGER,
        expected REAL,
        CHECK ((kind = 'review') = (target IS NULL))
    ) STRICT""",
    "CREATE INDEX event_point ON event (point, seq)",
    """CREATE INDEX event_confident_miss ON event (seq)
        WHERE kind = 'review' AND purpose = 'review' AND confidence = 3 AND earned < possible""",
    """CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END""",
    """CREATE TRIGGER event_is_not_removed BEFORE DELETE ON event
        BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END""",
    """CREATE TABLE memory (
        point TEXT PRIMARY KEY,
        stability REAL NOT NULL,
        difficulty REAL NOT NULL,
        due_day INTEGER NOT NULL,
        last_day INTEGER NOT NULL,
        reps INTEGER NOT NULL,
        lapses INTEGER NOT NULL,
        last_rating INTEGER NOT NULL,
        relearning INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX memory_due ON memory (due_day)",
    """CREATE TABLE tally (
        study_day INTEGER NOT NULL,
        topic TEXT NOT NULL,
        answers INTEGER NOT NULL,
        active_ms INTEGER NOT NULL,
        met INTEGER NOT NULL,
        due INTEGER NOT NULL,
        kept INTEGER NOT NULL,
        guess INTEGER NOT NULL,
        guess_right INTEGER NOT NULL,
        think INTEGER NOT NULL,
        think_right INTEGER NOT NULL,
        certain INTEGER NOT NULL,
        certain_right INTEGER NOT NULL,
        PRIMARY KEY (study_day, topic)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE session (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        study_day INTEGER NOT NULL,
        state TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE visit (
        topic TEXT NOT NULL,
        section TEXT NOT NULL,
        opened_ms INTEGER NOT NULL,
        opened_day INTEGER NOT NULL,
        read_ms INTEGER,
        read_day INTEGER,
        content INTEGER,
        course TEXT,
        PRIMARY KEY (topic, section)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE place (
        topic TEXT PRIMARY KEY,
        section TEXT NOT NULL,
        offset_in_section REAL NOT NULL,
        utc_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE TABLE flag (question TEXT PRIMARY KEY, utc_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    """CREATE TABLE note (
        subject TEXT PRIMARY KEY,
        text TEXT NOT NULL,
        utc_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE aside (
        point TEXT PRIMARY KEY,
        until_day INTEGER,
        utc_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    f"PRAGMA application_id = {APPLICATION_ID}",
    "PRAGMA user_version = 1",
)


def m001_log_and_marks(db: "Database") -> None:
    """Make the review log, what is derived from it, and the marks a student leaves."""
    for statement in _M001:
        db.execute(statement)


STEPS: tuple[Step, ...] = (m001_log_and_marks,)


def applied(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the names of the steps already taken, without writing."""
    table = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_sqlite_migrations'"
    if connection.execute(table).fetchone() is None:
        return ()
    sql = "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id"
    return tuple(str(row[0]) for row in connection.execute(sql, (SET_NAME,)))


def pending(connection: sqlite3.Connection, steps: Sequence[Step] = STEPS) -> tuple[str, ...]:
    """Return the names of the steps not yet taken."""
    done = set(applied(connection))
    return tuple(step.__name__ for step in steps if step.__name__ not in done)


def is_newer(connection: sqlite3.Connection, steps: Sequence[Step] = STEPS) -> bool:
    """Tell whether a later version of the program has changed the file."""
    unknown = set(applied(connection)) - {step.__name__ for step in steps}
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    return bool(unknown) or version > len(steps)


def migrate(connection: sqlite3.Connection, steps: Sequence[Step] = STEPS) -> None:
    """Take the pending steps, each in one transaction with its record."""
    from sqlite_utils import Database, Migrations  # noqa: PLC0415 - slow to import, needed only here

    migrations = Migrations(SET_NAME)
    for step in steps:
        migrations()(step)
    migrations.apply(Database(connection))
