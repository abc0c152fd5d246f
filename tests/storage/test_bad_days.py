"""What can happen to the progress file, and the way on from each."""

import resource
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from app.core.fsrs import Fsrs, Rating
from app.core.problems import Problem, ProblemKind
from app.storage.connection import Database
from app.storage.progress import ProgressStore
from tests.fakes import FakeClock, StudyRoom

PAGE = 4096


def refusal(room: StudyRoom) -> Problem:
    with pytest.raises(Problem) as caught:
        room.open()
    return caught.value


def a_used_room(tmp_path: Path, answers: int = 6) -> StudyRoom:
    room = StudyRoom(tmp_path)
    room.study_day(answers)
    return room


def spoil(path: Path, first: int, last: int) -> None:
    content = bytearray(path.read_bytes())
    content[first:last] = b"\xa5" * (min(last, len(content)) - first)
    path.write_bytes(bytes(content))


def test_missing_is_made(tmp_path: Path) -> None:
    room = StudyRoom(tmp_path / "deep" / "er")
    assert room.path.exists()
    assert room.store.notice is None
    room.close()


def test_missing_with_backups_is_made_and_told(tmp_path: Path) -> None:
    room = a_used_room(tmp_path)
    room.care.backup()
    room.close()
    room.path.unlink()
    room.open()
    assert room.store.notice is not None
    assert room.store.notice.key == "restore-newest"
    assert room.overview.today().notices == (room.store.notice,)
    room.close()
    assert room.care.restore_newest() is not None
    room.open()
    assert len(room.store.memories.all()) == 6
    room.close()


@pytest.mark.parametrize("first", [0, 16])
def test_a_damaged_header_is_refused_and_a_backup_brings_it_back(tmp_path: Path, first: int) -> None:
    room = a_used_room(tmp_path)
    room.care.backup()
    room.clock.pass_minutes(1)
    room.study_day(2)
    room.close()
    spoil(room.path, first, 3000)
    damaged = room.path.read_bytes()
    problem = refusal(room)
    assert problem.kind is ProblemKind.CORRUPT
    assert "the damaged file is kept" in problem.remedy
    assert room.path.read_bytes() == damaged
    restored = room.care.restore_newest()
    assert restored is not None
    assert restored.reviews == 6
    room.open()
    assert len(room.store.memories.all()) == 6
    room.close()
    (aside,) = tmp_path.glob("progress-set-aside-*.db")
    assert aside.read_bytes() == damaged


def test_damaged_without_a_good_backup_one_can_start_anew(tmp_path: Path) -> None:
    room = a_used_room(tmp_path)
    room.care.backup()
    room.close()
    spoil(room.path, 0, 3000)
    for backup in room.backups.iterdir():
        spoil(backup, 0, 3000)
    assert [b.good for b in room.care.backups()] == [False]
    assert room.care.backups()[0].text.endswith("cannot be read")
    assert room.care.restore_newest() is None
    assert room.path.exists()
    aside = room.care.start_anew()
    assert aside is not None
    assert aside.exists()
    room.open()
    assert room.store.memories.all() == {}
    room.close()


def test_a_newer_bad_backup_is_passed_over(tmp_path: Path) -> None:
    room = a_used_room(tmp_path)
    room.care.backup()
    room.clock.pass_days(1)
    spoil(room.care.backup().path, 0, 3000)
    room.close()
    restored = room.care.restore_newest()
    assert restored is not None
    assert restored.text == "Monday 23 November 2026, 6 answers"


def test_damage_further_in_is_found_by_the_check(tmp_path: Path) -> None:
    room = a_used_room(tmp_path, 12)
    assert room.care.check().ok
    room.close()
    room.open()
    room.close()
    spoil(room.path, 2 * PAGE, 12 * PAGE)
    assert not room.care.check().ok


def test_a_check_of_a_locked_file_says_so(tmp_path: Path, monkeypatch) -> None:
    room = a_used_room(tmp_path)
    room.close()
    other = sqlite3.connect(room.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr(room.care, "_open", room.open)
    with pytest.raises(Problem) as caught:
        room.care.check()
    assert caught.value.kind is ProblemKind.LOCKED
    other.close()


def test_memories_that_are_not_what_the_log_says_are_found_and_mended(tmp_path: Path) -> None:
    room = a_used_room(tmp_path)
    before = room.store.memories.all()
    room.store._db.run("UPDATE memory SET stability = stability * 2 WHERE point = 1")
    report = room.care.check()
    assert report.findings == ("1 point not as the answers say. Rebuild them.",)
    rebuilt = room.care.rebuild()
    assert (rebuilt.points, rebuilt.changed) == (6, 1)
    assert room.store.memories.all() == before
    room.close()


def test_an_empty_file_is_a_first_run_unless_there_are_backups(tmp_path: Path) -> None:
    (tmp_path / "progress.db").touch()
    room = a_used_room(tmp_path)
    room.care.backup()
    room.close()
    room.path.write_bytes(b"")
    assert refusal(room).kind is ProblemKind.CORRUPT


def test_a_database_of_someone_else_is_refused_untouched(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "progress.db")
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.commit()
    connection.close()
    before = (tmp_path / "progress.db").read_bytes()
    with pytest.raises(Problem) as caught:
        StudyRoom(tmp_path)
    assert caught.value.kind is ProblemKind.CORRUPT
    assert (tmp_path / "progress.db").read_bytes() == before


def test_killed_in_the_middle_of_the_first_run(tmp_path: Path) -> None:
    """sqlite-utils makes its own table before the first step; a kill in between is not damage."""
    connection = sqlite3.connect(tmp_path / "progress.db")
    connection.execute(
        "CREATE TABLE _sqlite_migrations (id INTEGER PRIMARY KEY, migration_set, name, applied_at)"
    )
    connection.commit()
    connection.close()
    room = StudyRoom(tmp_path)
    assert room.store.memories.all() == {}
    room.close()


def test_locked_by_another_program(tmp_path: Path) -> None:
    room = a_used_room(tmp_path)
    room.close()
    other = sqlite3.connect(room.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    problem = refusal(room)
    assert problem.kind is ProblemKind.LOCKED
    assert "progress.db" in problem.title
    other.execute("ROLLBACK")
    other.close()
    room.open()
    room.close()


def test_locked_while_answering_the_answer_does_not_count_and_can_be_given_again(tmp_path: Path) -> None:
    room = a_used_room(tmp_path)
    shown = room.study.start()
    other = sqlite3.connect(room.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Problem) as caught:
        room.give()
    assert caught.value.kind is ProblemKind.LOCKED
    assert room.study.step() == shown
    other.execute("ROLLBACK")
    other.close()
    assert room.give().done == 1
    room.close()


def test_a_read_only_file(open_folder: Path, as_plain_user) -> None:
    room = a_used_room(open_folder)
    room.close()
    room.path.chmod(0o444)
    with as_plain_user(open_folder):
        problem = refusal(room)
        room.path.chmod(0o644)
        room.open()
        room.close()
    assert problem.kind is ProblemKind.READ_ONLY
    assert str(open_folder) in problem.remedy


def test_a_folder_that_may_not_be_written(open_folder: Path, as_plain_user) -> None:
    room = a_used_room(open_folder)
    room.close()
    open_folder.chmod(0o555)
    with as_plain_user(open_folder):
        problem = refusal(room)
    assert problem.kind in {ProblemKind.NOT_WRITABLE, ProblemKind.READ_ONLY}


def test_a_folder_that_cannot_be_made(open_folder: Path, as_plain_user) -> None:
    open_folder.chmod(0o555)
    with as_plain_user(open_folder), pytest.raises(Problem) as caught:
        StudyRoom(open_folder / "data")
    assert caught.value.kind is ProblemKind.NOT_WRITABLE


def test_a_full_disk_while_answering(tmp_path: Path) -> None:
    """The file may not grow: the answer is not acknowledged, nothing is half-written, trying again works."""
    room = a_used_room(tmp_path)
    room.study.start(minutes=60)
    pages = room.store._db.row("PRAGMA page_count")[0]
    room.store._db.run(f"PRAGMA max_page_count = {pages}")
    problem, acknowledged = answer_until_refused(room)
    assert problem.kind is ProblemKind.DISK_FULL
    assert "Free some space" in problem.remedy
    shown = room.study.step()
    assert shown is not None
    assert shown.feedback is None
    assert len(list(room.store.log.entries())) == 6 + acknowledged
    assert room.store.log.differences(Fsrs()) == ()
    with pytest.raises(Problem):
        room.study.set_note("x" * 5000, "y" * 5000)
    assert room.study.step() == shown
    room.store._db.run("PRAGMA max_page_count = 1000000")
    assert room.give().feedback is not None
    assert room.care.check().ok
    room.close()


def answer_until_refused(room: StudyRoom) -> tuple[Problem, int]:
    acknowledged = 0
    while acknowledged < 2000:
        try:
            room.give()
            acknowledged += 1
        except Problem as problem:
            return problem, acknowledged
        if room.study.advance().asking is None:
            room.clock.pass_days(1)
            room.study.start_points([p.id for p in room.bank.points()], "Again")
    raise AssertionError("the disk never filled")


FULL = """
import resource, signal, sys
from pathlib import Path
from app.core.problems import Problem
from tests.fakes import StudyRoom
from tests.storage.test_bad_days import answer_until_refused
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
room = StudyRoom(Path(sys.argv[1]))
room.study.start()
limit = room.path.stat().st_size + 300_000
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
problem, acknowledged = answer_until_refused(room)
print(problem.kind, acknowledged, flush=True)
"""


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="a limit on file size is needed")
def test_a_file_that_may_not_grow_further(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path)], capture_output=True, text=True, check=True, timeout=60
    )
    kind, acknowledged = done.stdout.split()
    assert kind == "disk-full"
    room = StudyRoom(tmp_path)
    assert len(list(room.store.log.entries())) == int(acknowledged)
    assert room.care.check().ok
    room.close()


def test_a_full_disk_while_making_a_backup(tmp_path: Path, monkeypatch) -> None:
    room = a_used_room(tmp_path)
    opened = Database.open

    def small(path: Path, **how) -> Database:
        db = opened(path, **how)
        if path.suffix == ".partial":
            db.run("PRAGMA max_page_count = 4")
        return db

    monkeypatch.setattr(Database, "open", small)
    with pytest.raises(Problem) as caught:
        room.care.backup()
    assert caught.value.kind is ProblemKind.DISK_FULL
    assert list(room.backups.iterdir()) == []
    room.close()


def test_a_clock_set_back_while_studying(tmp_path: Path) -> None:
    room = a_used_room(tmp_path)
    room.clock.pass_days(-400)
    room.study.start_points([p.id for p in room.bank.points()][:3], "Back")
    room.go(True, False, True)
    room.study.undo()
    entries = list(room.store.log.entries())
    assert [e.seq for e in entries] == sorted(e.seq for e in entries)
    assert all(getattr(e, "elapsed", 0) in {None, 0} for e in entries)
    assert room.store.log.differences(Fsrs()) == ()
    room.close()


def test_a_daily_backup_is_made_once_a_day(tmp_path: Path) -> None:
    room = StudyRoom(tmp_path)
    assert room.care.daily_backup() is not None
    assert room.care.daily_backup() is None
    for _ in range(60):
        room.clock.pass_days(1)
        assert room.care.daily_backup() is not None
    assert 7 + 3 <= len(room.care.backups()) <= 7 + 4 + 12
    room.close()
    room.path.unlink()
    room.clock.pass_days(1)
    assert room.care.daily_backup() is None


def test_a_grade_that_cannot_be_saved_is_not_shown(tmp_path: Path) -> None:
    room = a_used_room(tmp_path)
    room.study.start()
    room.give()
    before = room.study.step()
    other = sqlite3.connect(room.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    for act in (lambda: room.study.regrade(Rating.EASY), room.study.undo):
        with pytest.raises(Problem):
            act()
        assert room.study.step() == before
    other.execute("ROLLBACK")
    other.close()
    step = room.study.regrade(Rating.EASY)
    assert step.feedback is not None
    assert step.feedback.rating is Rating.EASY
    room.close()


def test_opening_twice_is_possible_for_care(tmp_path: Path, clock: FakeClock) -> None:
    room = a_used_room(tmp_path)
    second = ProgressStore.open(room.path, room.backups, clock.now())
    assert second.memories.all() == room.store.memories.all()
    second.close()
    room.close()


def test_a_folder_in_the_place_of_the_file_can_be_set_aside(tmp_path: Path) -> None:
    room = a_used_room(tmp_path)
    room.close()
    room.path.unlink()
    room.path.mkdir()
    problem = refusal(room)
    assert problem.kind is ProblemKind.CORRUPT
    aside = room.care.start_anew()
    assert aside is not None
    assert aside.is_dir()
    room.open()
    room.close()
