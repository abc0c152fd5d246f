"""Care for the progress file: backups, putting one back, starting anew, checking, rebuilding."""

import logging
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.core.clock import Clock, Moment
from app.core.fsrs import Fsrs
from app.core.problems import Problem, ProblemKind
from app.services.wording import counted, long_date
from app.storage.backup import (
    Backup,
    backups_in,
    make_backup,
    restore,
    review_count,
    set_aside,
    thin,
)
from app.storage.progress import ProgressStore

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """A backup. `reviews` is None when it cannot be read; `good` says that it can. `size` is in bytes."""

    path: Path
    moment: Moment
    reviews: int | None
    size: int
    good: bool
    text: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found, in words; nothing when `ok`."""

    ok: bool
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RebuildReport:
    """How many points there are, and how many of them were not as the log says."""

    points: int
    changed: int


class CareService:
    """Works on the file at `path`, opening it anew each time, so that it may run in another thread.

    Close the open store before `restore`, `restore_newest` and `start_anew`.
    """

    def __init__(self, path: Path, backups: Path, clock: Clock, fsrs: Fsrs | None = None) -> None:
        self._path = path
        self._backups = backups
        self._clock = clock
        self._fsrs = fsrs or Fsrs()

    def daily_backup(self) -> BackupInfo | None:
        """Back up once a day (UTC), thin the old ones; None when today's exists or nothing is there yet."""
        newest = next(iter(backups_in(self._backups, self._path.stem)), None)
        today = datetime.fromtimestamp(self._clock.now().utc_ms / 1000, UTC).date()
        if not self._path.exists() or (newest is not None and newest.made.date() >= today):
            return None
        made = self.backup()
        thin(self._backups, self._path.stem)
        return made

    def backup(self) -> BackupInfo:
        """Make a backup now and check it. Raises Problem."""
        return self._info(make_backup(self._path, self._backups, self._clock.now()))

    def backups(self) -> tuple[BackupInfo, ...]:
        """Return the backups, newest first, each opened and checked."""
        return tuple(self._info(backup) for backup in backups_in(self._backups, self._path.stem))

    def restore(self, info: BackupInfo) -> Path | None:
        """Put a backup in the place of the progress file; return where the present file lies now.

        Raises Problem when the backup is not good; nothing is then changed.
        """
        aside = restore(self._path, info.path, self._clock.now())
        _log.info("restored %s; the file before lies at %s", info.path.name, aside)
        return aside

    def restore_newest(self) -> BackupInfo | None:
        """Put the newest good backup in place; None when there is none, and nothing is then changed."""
        good = next((info for info in self.backups() if info.good), None)
        if good is not None:
            self.restore(good)
        return good

    def start_anew(self) -> Path | None:
        """Set the progress file aside, so that a new one is made; return where it lies now."""
        return set_aside(self._path, self._clock.now())

    def check(self) -> CheckReport:
        """Check the file throughout, and that the memories are what the log says.

        Damage is a finding; what else keeps the file from being opened is raised as Problem.
        """
        try:
            findings = self._findings()
        except Problem as problem:
            if problem.kind is not ProblemKind.CORRUPT:
                raise
            findings = (str(problem),)
        return CheckReport(not findings, findings)

    def rebuild(self) -> RebuildReport:
        """Work out memories and counts anew from the answers."""
        store = self._open()
        try:
            changed = store.log.rebuild(self._fsrs)
            return RebuildReport(len(store.memories.all()), len(changed))
        finally:
            store.close()

    def _findings(self) -> tuple[str, ...]:
        store = self._open()
        try:
            found = store.integrity()
            different = () if found else store.log.differences(self._fsrs)
        finally:
            store.close()
        if different:
            return (f"{counted(len(different), 'point')} not as the answers say. Rebuild them.",)
        return found

    def _open(self) -> ProgressStore:
        return ProgressStore.open(self._path, self._backups, self._clock.now())

    @staticmethod
    def _info(backup: Backup) -> BackupInfo:
        reviews = review_count(backup.path)
        told = f"{long_date(backup.made.date())} {backup.made.year}"
        what = "cannot be read" if reviews is None else counted(reviews, "answer")
        moment = Moment(round(backup.made.timestamp() * 1000), 0)
        size = backup.path.stat().st_size
        return BackupInfo(backup.path, moment, reviews, size, reviews is not None, f"{told}, {what}")
