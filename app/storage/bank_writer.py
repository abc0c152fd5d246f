"""A course written to a bank, row by row the same every time."""

import hashlib
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from app.core.catalog import Course
from app.core.course import Point
from app.storage.bank_rows import to_json
from app.storage.bank_schema import APPLICATION_ID, TABLES, VERSION

COURSE_SET = ("decidua", "Decidua: the endometrium", "Decidua", "CC BY 4.0")


def write_bank(course: Course, path: Path) -> str:
    """Write `course` to a new file at `path` and return its digest.

    The digest is the SHA-256 of the dump of all tables but `meta`. The file holds no time stamp and no
    autoincrement, so the same course gives the same dump. The file takes its place by one rename.
    """
    fresh = path.with_name(path.name + ".new")
    fresh.unlink(missing_ok=True)
    db = sqlite3.connect(fresh)
    try:
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {VERSION}")
        db.executescript(TABLES)
        with db:
            _fill(db, course)
        digest = hashlib.sha256("\n".join(_lines(db)).encode()).hexdigest()
        with db:
            db.execute("INSERT INTO meta VALUES ('digest', ?)", (digest,))
        db.execute("VACUUM")
    finally:
        db.close()
    fresh.replace(path)
    return digest


def dump(path: Path) -> list[str]:
    """Return the dump of a bank, one statement a line, for comparing."""
    db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        return list(db.iterdump())
    finally:
        db.close()


def _lines(db: sqlite3.Connection) -> Iterable[str]:
    return (line for line in db.iterdump() if not line.startswith('INSERT INTO "meta"'))


def _fill(db: sqlite3.Connection, course: Course) -> None:
    db.execute("INSERT INTO question_set VALUES (?, ?, ?, ?)", COURSE_SET)
    db.executemany("INSERT INTO source VALUES (?, ?)", ((s.key, to_json(s)) for s in course.sources))
    db.executemany("INSERT INTO term VALUES (?, ?)", ((t.id, to_json(t)) for t in course.terms))
    db.executemany(
        "INSERT INTO topic VALUES (?, ?, ?, ?)",
        ((t.id, COURSE_SET[0], n, to_json(t)) for n, t in enumerate(course.topics)),
    )
    db.executemany(
        "INSERT INTO section VALUES (?, ?, ?, ?, ?)",
        (
            (lesson.topic, s.id, n, s.title, to_json(s))
            for lesson in course.lessons
            for n, s in enumerate(lesson.sections)
        ),
    )
    points = _in_curriculum_order(course)
    db.executemany(
        "INSERT INTO point VALUES (?, ?, ?, ?, ?)",
        ((p.id, p.topic, n, p.section, to_json(p)) for n, p in enumerate(points)),
    )
    db.executemany(
        "INSERT INTO question VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (h.id, h.point, q.kind.value, h.level.value, " ".join(h.audience), h.retired, to_json(q))
            for q in course.questions
            for h in (q.head,)
        ),
    )
    db.executemany(
        "INSERT INTO figure VALUES (?, ?, ?, ?)",
        ((f.id, f.topic, to_json(replace(f, svg="")), f.svg) for f in course.figures),
    )
    db.executemany("INSERT INTO seed VALUES (?, ?)", sorted(course.seeds.items()))


def _in_curriculum_order(course: Course) -> list[Point]:
    place = {topic.id: number for number, topic in enumerate(course.topics)}
    return sorted(course.points, key=lambda p: place[p.topic])  # stable: within a topic the lesson's order
