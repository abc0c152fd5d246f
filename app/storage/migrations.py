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

_LOG_TABLES = {
    "event": "seq, kind, target, sitting, after_ms, item, back, response, seed, earned, possible, confidence,"
    " rating, active_ms, due_in, elapsed",
    "sitting": "id, device, session, study_day, utc_ms, offset_min",
    "item": "id, point, question, length",
    "point": "id, name",
}
_M001 = (
    """CREATE TABLE device (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,     -- made up at random; tells logs that are merged apart
        is_here INTEGER NOT NULL       -- 1 for the device this file is used on
    ) STRICT""",
    """CREATE TABLE point (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE      -- id of the learning point; '' for answers that belong to none
    ) STRICT""",
    """CREATE TABLE item (               -- a question, with the point it asked and its length at that time
        id INTEGER PRIMARY KEY,
        point INTEGER NOT NULL REFERENCES point (id),
        question TEXT NOT NULL,        -- id of the question, or figure#hotspot in a self-test
        length INTEGER NOT NULL,       -- class of length, 0 (short) to 3
        last INTEGER                   -- event.seq of the newest entry about it; follows from event
    ) STRICT""",
    "CREATE INDEX item_point ON item (point)",
    """CREATE TABLE sitting (            -- entries one after the other of one session on one day
        id INTEGER PRIMARY KEY,
        device INTEGER NOT NULL REFERENCES device (id),
        session INTEGER NOT NULL,      -- number of the session, 0 outside of sessions
        study_day INTEGER NOT NULL,    -- days since 1970-01-01; the day turns at 04:00 local time
        utc_ms INTEGER NOT NULL,       -- time of the first entry, milliseconds since 1970-01-01 UTC
        offset_min INTEGER NOT NULL    -- local time minus UTC, minutes
    ) STRICT""",
    """CREATE TABLE event (              -- the review log; see the view entry for whole values
        seq INTEGER PRIMARY KEY,       -- place in the log
        kind INTEGER NOT NULL,         -- answers: 1 review, 2 try first, 3 check, 4 self-test;
                                       -- corrections: -1 another grade, -2 answer taken back
        target INTEGER REFERENCES event (seq),  -- the answer that is corrected
        sitting INTEGER NOT NULL REFERENCES sitting (id),
        after_ms INTEGER NOT NULL,     -- milliseconds after sitting.utc_ms; negative if the clock went back
        item INTEGER NOT NULL REFERENCES item (id),
        back INTEGER NOT NULL,         -- seq minus that of the entry before about this item; 0 for the first
        response TEXT,                 -- options 0,2 or statements :tf- (- is unanswered) or place @hotspot
        seed INTEGER,                  -- of the order of options
        earned REAL,                   -- marks earned
        possible REAL,                 -- marks that could be earned
        confidence INTEGER,            -- 1 guess, 2 think so, 3 certain
        rating INTEGER,                -- 1 again, 2 hard, 3 good, 4 easy: of a review the grade suggested,
                                       -- of another grade the one chosen instead
        active_ms INTEGER,             -- focused time, milliseconds, at most 180000
        due_in INTEGER,                -- days from the study day of this entry to the due day chosen
        elapsed INTEGER,               -- whole days since the review before of the point; NULL for the first
        CHECK ((kind > 0) = (target IS NULL))
    ) STRICT""",
    "CREATE INDEX event_target ON event (target) WHERE target IS NOT NULL",
    """CREATE INDEX event_confident_miss ON event (seq)
        WHERE kind = 1 AND confidence = 3 AND earned < possible""",
    """CREATE VIEW entry AS
        SELECT e.seq, e.kind, e.target, s.device, s.session, s.study_day,
            s.utc_ms + e.after_ms AS utc_ms, s.offset_min, p.name AS point, i.question, i.length,
            e.response, e.seed, e.earned, e.possible, e.confidence, e.rating, e.active_ms,
            s.study_day + e.due_in AS due_day, e.elapsed
        FROM event AS e
        CROSS JOIN sitting AS s ON s.id = e.sitting
        CROSS JOIN item AS i ON i.id = e.item
        CROSS JOIN point AS p ON p.id = i.point""",
    *(
        f"""CREATE TRIGGER {table}_is_not_{done} BEFORE {act} ON {table}
        BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END"""
        for table, changed in _LOG_TABLES.items()
        for done, act in (("changed", f"UPDATE OF {changed}"), ("removed", "DELETE"))
    ),
    """CREATE TABLE memory (             -- what a replay of the log gives for each point
        point INTEGER PRIMARY KEY REFERENCES point (id),
        stability REAL NOT NULL,       -- days until the chance of recall has fallen to 90 %
        difficulty REAL NOT NULL,      -- 1 to 10
        due_day INTEGER NOT NULL,
        last_day INTEGER NOT NULL,     -- study day of the newest review
        reps INTEGER NOT NULL,         -- reviews so far
        lapses INTEGER NOT NULL,       -- times it was answered wrongly after it had been learned
        last_rating INTEGER NOT NULL,
        relearning INTEGER NOT NULL    -- 1 from a wrong answer until it is answered rightly
    ) STRICT""",
    "CREATE INDEX memory_due ON memory (due_day)",
    "CREATE TABLE topic (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT",
    """CREATE TABLE tally (              -- sums over the reviews that hold
        study_day INTEGER NOT NULL,
        topic INTEGER NOT NULL REFERENCES topic (id),
        answers INTEGER NOT NULL,
        active_ms INTEGER NOT NULL,
        met INTEGER NOT NULL,          -- points asked for the first time
        due INTEGER NOT NULL,          -- known points, at their first asking of the day
        kept INTEGER NOT NULL,         -- those of them graded above again
        guess INTEGER NOT NULL,        -- first askings of the day by confidence, and how many were right
        guess_right INTEGER NOT NULL,
        think INTEGER NOT NULL,
        think_right INTEGER NOT NULL,
        certain INTEGER NOT NULL,
        certain_right INTEGER NOT NULL,
        PRIMARY KEY (study_day, topic)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE session (            -- the session to go on with, if any
        id INTEGER PRIMARY KEY CHECK (id = 1),
        study_day INTEGER NOT NULL,
        state TEXT NOT NULL            -- JSON
    ) STRICT""",
    """CREATE TABLE visit (              -- a section of a lesson that was opened
        topic TEXT NOT NULL,
        section TEXT NOT NULL,
        opened_ms INTEGER NOT NULL,    -- the first time, milliseconds since 1970-01-01 UTC
        opened_day INTEGER NOT NULL,
        read_ms INTEGER,               -- NULL until it is marked read
        read_day INTEGER,
        content INTEGER,               -- fingerprint of the text that was read
        course TEXT,                   -- digest of the course it was read in
        PRIMARY KEY (topic, section)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE place (              -- where reading stopped
        topic TEXT PRIMARY KEY,
        section TEXT NOT NULL,
        offset_in_section REAL NOT NULL,  -- 0 to 1
        utc_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE TABLE flag (question TEXT PRIMARY KEY, utc_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    """CREATE TABLE note (
        subject TEXT PRIMARY KEY,      -- id of a question or a point
        text TEXT NOT NULL,
        utc_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE aside (              -- points that are not asked for a while
        point TEXT PRIMARY KEY,
        until_day INTEGER,             -- NULL: until it is brought back
        utc_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    f"PRAGMA application_id = {APPLICATION_ID}",
    "PRAGMA user_version = 1",
)


def m001_review_log_and_marks(db: "Database") -> None:
    """Make the review log, what is derived from it, and the marks a student leaves."""
    for statement in _M001:
        db.execute(statement)


STEPS: tuple[Step, ...] = (m001_review_log_and_marks,)


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
