"""Backups: whole, checked, thinned, put back."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.core.problems import Problem, ProblemKind
from app.storage.backup import backups_in, is_good, kept_backups, make_backup, restore, set_aside, stamp, thin
from app.storage.progress import ProgressStore
from tests.fakes import FakeClock
from tests.storage.test_progress import write

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_a_backup_holds_answers_not_yet_checkpointed(
    store: ProgressStore, tmp_path: Path, clock: FakeClock
) -> None:
    for _ in range(3):
        write(store)
    backup = make_backup(tmp_path / "progress.db", tmp_path / "backups", clock.now())
    assert backup.path.name == "progress-20261123T120000Z.db"
    assert backup.made == NOON
    assert [p.name for p in (tmp_path / "backups").iterdir()] == [backup.path.name]
    copy = ProgressStore.open(backup.path, tmp_path / "none", clock.now())
    assert copy.memories.all() == store.memories.all()
    copy.close()


def test_a_damaged_backup_is_known(tmp_path: Path) -> None:
    for name, content in (
        ("a.db", b""),
        ("b.db", b"rubbish" * 900),
        ("c.db", b"SQLite format 3\0" + b"x" * 5000),
    ):
        (tmp_path / name).write_bytes(content)
        assert not is_good(tmp_path / name)
    assert not is_good(tmp_path / "missing.db")


def test_thinning_keeps_7_days_4_weeks_12_months() -> None:
    every_day = [NOON - timedelta(days=n) for n in range(800)]
    kept = kept_backups(every_day)
    assert set(every_day[:7]) <= kept
    assert len({m.strftime("%G-%V") for m in kept if m > NOON - timedelta(days=27)}) >= 4
    assert len({m.strftime("%Y-%m") for m in kept}) == 12
    assert len(kept) <= 7 + 4 + 12
    assert kept_backups([]) == frozenset()
    assert kept_backups(kept) == kept


def test_thinning_only_touches_backups(tmp_path: Path) -> None:
    for n in range(40):
        made = NOON - timedelta(days=n)
        (tmp_path / f"progress-{made:%Y%m%dT%H%M%SZ}.db").touch()
    (tmp_path / "progress-of-mine.db").touch()
    (tmp_path / "letter.txt").touch()
    removed = thin(tmp_path)
    assert len(removed) + len(backups_in(tmp_path)) == 40
    assert (tmp_path / "progress-of-mine.db").exists()
    assert (tmp_path / "letter.txt").exists()


def test_restoring_sets_the_present_file_aside(
    store: ProgressStore, tmp_path: Path, clock: FakeClock
) -> None:
    write(store)
    backup = make_backup(tmp_path / "progress.db", tmp_path / "backups", clock.now())
    write(store, day=14, due_day=40)
    store.close()
    aside = restore(tmp_path / "progress.db", backup.path, clock.now())
    assert aside is not None
    assert aside.name == f"progress-set-aside-{stamp(clock.now())}.db"
    counts = []
    for path in (tmp_path / "progress.db", aside):
        opened = ProgressStore.open(path, tmp_path / "none", clock.now())
        counts.append(len(list(opened.log.entries())))
        opened.close()
    assert counts == [1, 2]


def test_a_bad_backup_is_not_put_in_place(store: ProgressStore, tmp_path: Path, clock: FakeClock) -> None:
    bad = tmp_path / "bad.db"
    bad.write_bytes(b"rubbish" * 900)
    with pytest.raises(Problem) as caught:
        restore(tmp_path / "progress.db", bad, clock.now())
    assert str(caught.value).startswith("The backup could not be read. Your progress is unchanged.")
    write(store)
    assert len(store.memories.all()) == 1


def test_setting_aside_never_overwrites(tmp_path: Path, clock: FakeClock) -> None:
    path, names = tmp_path / "progress.db", []
    for n in range(3):
        path.write_text(str(n))
        path.with_name("progress.db-wal").write_text("journal")
        aside = set_aside(path, clock.now())
        assert aside is not None
        assert aside.with_name(aside.name + "-wal").read_text() == "journal"
        names.append(aside.read_text())
    assert names == ["0", "1", "2"]
    assert set_aside(path, clock.now()) is None


def test_a_backup_of_a_damaged_file_is_not_kept(
    store: ProgressStore, tmp_path: Path, clock: FakeClock
) -> None:
    for n in range(60):
        write(store, point=f"t/p{n}")
    store.close()
    path = tmp_path / "progress.db"
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 9] = b"\xff" * 4096 * 6
    path.write_bytes(bytes(content))
    with pytest.raises(Problem) as caught:
        make_backup(path, tmp_path / "backups", clock.now())
    assert caught.value.kind is ProblemKind.CORRUPT
    assert list((tmp_path / "backups").iterdir()) == []


def test_a_folder_that_cannot_be_made(store: ProgressStore, tmp_path: Path, clock: FakeClock) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Problem) as caught:
        make_backup(tmp_path / "progress.db", tmp_path / "file" / "backups", clock.now())
    assert caught.value.kind is ProblemKind.NOT_WRITABLE
