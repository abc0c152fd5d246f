"""Reading the whole log for a replay: the reviews that hold, row by row, with no more than it needs."""

from collections.abc import Iterator

from app.core.review_log import Corrections, Held
from app.storage.connection import Database
from app.storage.progress.rows import ENTRY_COLUMNS, entry_from

_CORRECTIONS = f"SELECT {ENTRY_COLUMNS} FROM entry WHERE target > 0 ORDER BY +seq"  # noqa: S608 - columns are ours
_REVIEWS = (
    "SELECT seq, item, sitting, rating, earned = possible, due_in, confidence, elapsed, active_ms"
    " FROM event WHERE kind = 1 ORDER BY seq"
)


def held_reviews(db: Database) -> Iterator[Held]:
    """Yield the reviews that hold in the order of the log, each with the last grade it was given.

    The log is joined here and not by SQLite, which takes twice as long.
    """
    corrections = Corrections.among(map(entry_from, db.each(_CORRECTIONS)))
    withdrawn, regraded = corrections.withdrawn, corrections.regraded
    points = dict(db.each("SELECT item.id, name FROM item JOIN point ON point.id = item.point"))
    days = dict(db.each("SELECT id, study_day FROM sitting"))
    for seq, item, sitting, rating, right, due_in, confidence, elapsed, active_ms in db.each(_REVIEWS):
        if seq in withdrawn:
            continue
        day = days[sitting]
        if seq in regraded:
            last = regraded[seq]
            yield points[item], int(last.rating), right, day, last.due_day, confidence, elapsed, active_ms
        else:
            yield points[item], rating, right, day, day + due_in, confidence, elapsed, active_ms
