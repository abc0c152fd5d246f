"""Bringing a progress file up to date."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from app.core.problems import Problem, ProblemKind
from app.storage import migrations
from app.storage.backup import backups_in, review_count
from app.storage.connection import Database
from app.storage.progress import ProgressStore
from tests.fakes import FakeClock


def m002_colours(db) -> None:
    db.execute("CREATE TABLE colour (name TEXT) STRICT")
    db.execute("PRAGMA user_version = 2")


def m002_broken(db) -> None:
    db.execute("CREATE TABLE colour (name TEXT) STRICT")
    raise OSError("power cut")


def opened(tmp_path: Path, clock: FakeClock) -> ProgressStore:
    return ProgressStore.open(tmp_path / "progress.db", tmp_path / "backups", clock.now())


def test_a_new_file_gets_every_step(tmp_path: Path) -> None:
    db = Database.open(tmp_path / "new.db")
    assert migrations.pending(db.connection) == ("m001_review_log_and_marks",)
    migrations.migrate(db.connection)
    assert migrations.pending(db.connection) == ()
    assert not migrations.is_newer(db.connection)
    assert db.row("PRAGMA application_id")[0] == migrations.APPLICATION_ID
    assert db.row("PRAGMA user_version")[0] == len(migrations.STEPS)
    db.close()


def test_a_step_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    db = Database.open(tmp_path / "new.db")
    migrations.migrate(db.connection)
    with pytest.raises(OSError, match="power cut"):
        migrations.migrate(db.connection, (*migrations.STEPS, m002_broken))
    assert db.rows("SELECT name FROM sqlite_master WHERE name = 'colour'") == []
    assert migrations.pending(db.connection, (*migrations.STEPS, m002_broken)) == ("m002_broken",)
    db.close()


def test_a_backup_is_made_before_a_step(tmp_path: Path, clock: FakeClock, monkeypatch) -> None:
    opened(tmp_path, clock).close()
    assert backups_in(tmp_path / "backups") == ()
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, m002_colours))
    monkeypatch.setattr(migrations.pending, "__defaults__", (migrations.STEPS,))
    monkeypatch.setattr(migrations.migrate, "__defaults__", (migrations.STEPS,))
    monkeypatch.setattr(migrations.is_newer, "__defaults__", (migrations.STEPS,))
    store = opened(tmp_path, clock)
    assert store._db.rows("SELECT * FROM colour") == []
    store.close()
    (backup,) = backups_in(tmp_path / "backups")
    assert review_count(backup.path) == 0


@pytest.mark.parametrize(
    "sql",
    [
        "PRAGMA user_version = 99",
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
        " VALUES ('progress', 'm099_later', '')",
    ],
)
def test_a_newer_file_is_left_untouched(tmp_path: Path, clock: FakeClock, sql: str) -> None:
    opened(tmp_path, clock).close()
    connection = sqlite3.connect(tmp_path / "progress.db", isolation_level=None)
    connection.execute(sql)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    before = (tmp_path / "progress.db").read_bytes()
    with pytest.raises(Problem) as caught:
        opened(tmp_path, clock)
    assert caught.value.kind is ProblemKind.NEWER
    assert (tmp_path / "progress.db").read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["progress.db"]


def test_sqlite_utils_stays_unimported_when_nothing_is_pending(tmp_path: Path, clock: FakeClock) -> None:
    opened(tmp_path, clock).close()
    code = (
        "import sys; from pathlib import Path; from app.core.clock import Moment\n"
        "from app.storage.progress import ProgressStore\n"
        "from app.services.study import StudyService; from app.services.overview import OverviewService\n"
        "from app.services.care import CareService; from app.services.lessons import LessonsService\n"
        "d = Path(sys.argv[1])\n"
        "s = ProgressStore.open(d / 'progress.db', d / 'backups', Moment(0, 0)); s.close()\n"
        "print([m for m in ('sqlite_utils', 'numpy', 'fsrs', 'PySide6') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
