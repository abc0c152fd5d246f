"""Backups of the progress file: made whole, opened and checked, thinned, and put back.

Files are named by their UTC time, `progress-20261123T120000Z.db`. A file set aside is renamed, never deleted.
"""

import logging
import os
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.core.clock import Moment
from app.core.problems import Problem, ProblemKind
from app.storage.connection import Database
from app.storage.problems import in_words, os_in_words, words_for

DAILY, WEEKLY, MONTHLY = 7, 4, 12
_STAMP = "%Y%m%dT%H%M%SZ"
_COMPANIONS = ("", "-wal", "-shm")
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup file and when it was made."""

    path: Path
    made: datetime


def stamp(at: Moment) -> str:
    """Return a moment as it stands in file names."""
    return datetime.fromtimestamp(at.utc_ms / 1000, UTC).strftime(_STAMP)


def backups_in(folder: Path, name: str = "progress") -> tuple[Backup, ...]:
    """Return the backups in a folder, newest first."""
    found = (_backup(path, name) for path in folder.glob(f"{name}-*.db"))
    return tuple(sorted((b for b in found if b), key=lambda b: b.made, reverse=True))


def make_backup(source: Path, folder: Path, at: Moment) -> Backup:
    """Copy the file at `source`, also while it is in use, check the copy and only then give it its name.

    Raises Problem; a copy that is not good is removed.
    """
    target = folder / f"{source.stem}-{stamp(at)}.db"
    partial = target.with_suffix(".partial")
    with os_in_words(folder / source.name):
        folder.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
    try:
        _copy(source, partial)
        if not is_good(partial):
            raise words_for(ProblemKind.CORRUPT, source)
        _into_place(partial, target)
    finally:
        partial.unlink(missing_ok=True)
    return Backup(target, _made(at))


def is_good(path: Path) -> bool:
    """Tell whether the file at `path` is a progress file that reads well throughout."""
    return review_count(path) is not None


def review_count(path: Path) -> int | None:
    """Return how many answers a progress file holds; None when it is damaged or something else."""
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    except sqlite3.Error:
        return None
    try:
        if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            return None
        row = connection.execute("SELECT count(*) FROM event WHERE kind > 0").fetchone()
    except sqlite3.Error:
        return None
    else:
        return int(row[0])
    finally:
        connection.close()


def thin(folder: Path, name: str = "progress") -> tuple[Path, ...]:
    """Remove the backups beyond 7 daily, 4 weekly and 12 monthly ones; return those removed."""
    every = backups_in(folder, name)
    kept = kept_backups(b.made for b in every)
    removed = tuple(b.path for b in every if b.made not in kept)
    for path in removed:
        path.unlink(missing_ok=True)
    return removed


def kept_backups(made: Iterable[datetime]) -> frozenset[datetime]:
    """Return which stay: the newest of each of the last 7 days, 4 weeks and 12 months that have one."""
    newest_first = sorted(made, reverse=True)
    kept: set[datetime] = set()
    for form, count in (("%Y-%m-%d", DAILY), ("%G-%V", WEEKLY), ("%Y-%m", MONTHLY)):
        newest: dict[str, datetime] = {}
        for moment in newest_first:
            newest.setdefault(moment.strftime(form), moment)
        kept.update(list(newest.values())[:count])
    return frozenset(kept)


def set_aside(path: Path, at: Moment) -> Path | None:
    """Rename a progress file, with its journal, so that another can take its place.

    Returns where it lies now, None when there was none.
    """
    target = _free_name(path, at)
    with os_in_words(path):
        moved = [path.with_name(path.name + c) for c in _COMPANIONS if path.with_name(path.name + c).exists()]
        for old in moved:
            old.rename(target.with_name(target.name + old.name.removeprefix(path.name)))
    return target if moved else None


def restore(path: Path, backup: Path, at: Moment) -> Path | None:
    """Put a backup in the place of the progress file; return where the present file lies now.

    The backup is checked and copied first, so a bad one changes nothing.
    """
    if not is_good(backup):
        raise Problem(
            ProblemKind.CORRUPT,
            "The backup could not be read",
            "Your progress is unchanged.",
            "Choose another file.",
        )
    partial = path.with_suffix(".partial")
    with os_in_words(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
    try:
        _copy(backup, partial)
        aside = set_aside(path, at)
        _into_place(partial, path)
    finally:
        partial.unlink(missing_ok=True)
    return aside


def _copy(source: Path, target: Path) -> None:
    origin = Database.open(source, create=False)
    try:
        copy = Database.open(target)
        try:
            with in_words(source):
                origin.connection.backup(copy.connection)
            copy.run("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()
    finally:
        origin.close()


def _into_place(partial: Path, target: Path) -> None:
    """Rename after the bytes are on disk, and see that the name is, too."""
    with os_in_words(target):
        _sync(partial)
        partial.replace(target)
        if os.name == "posix":
            _sync(target.parent)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _free_name(path: Path, at: Moment) -> Path:
    target = path.with_name(f"{path.stem}-set-aside-{stamp(at)}{path.suffix}")
    number = 1
    while target.exists():
        number += 1
        target = path.with_name(f"{path.stem}-set-aside-{stamp(at)}-{number}{path.suffix}")
    return target


def _backup(path: Path, name: str) -> Backup | None:
    text = path.stem.removeprefix(f"{name}-")
    try:
        return Backup(path, datetime.strptime(text, _STAMP).replace(tzinfo=UTC))
    except ValueError:
        return None


def _made(at: Moment) -> datetime:
    return datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=at.utc_ms - at.utc_ms % 1000)
