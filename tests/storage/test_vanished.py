"""The progress file moved, deleted or replaced while the app is open: no answer is lost."""

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.fakes import StudyRoom

pytestmark = pytest.mark.skipif(os.name != "posix", reason="elsewhere an open file cannot be moved")


@pytest.fixture
def room(tmp_path: Path):
    made = StudyRoom(tmp_path / "data")
    made.study_day(3)
    yield made
    made.close()


def answers_in(path: Path) -> int:
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        return int(connection.execute("SELECT count(*) FROM event WHERE kind > 0").fetchone()[0])
    finally:
        connection.close()


def go_on(room: StudyRoom) -> None:
    room.study_day(2)


def test_a_deleted_folder_is_made_again_with_every_answer(room: StudyRoom) -> None:
    shutil.rmtree(room.path.parent)
    go_on(room)
    assert answers_in(room.path) == 5, "another program finds them, so they outlive a kill"
    assert "no answer is missing" in room.store.notice.text
    room.close()
    assert answers_in(room.path) == 5
    room.open()
    assert room.store.notice is None
    assert room.store.integrity() == ()


def test_a_moved_folder_leaves_the_old_answers_there_and_all_of_them_here(room: StudyRoom) -> None:
    moved = room.path.parent.rename(room.path.parent.with_name("elsewhere"))
    go_on(room)
    room.close()
    assert answers_in(room.path) == 5
    assert answers_in(moved / room.path.name) == 3
    room.open()


def test_a_deleted_file_alone_is_written_again(room: StudyRoom) -> None:
    for path in room.path.parent.glob("progress.db*"):
        path.unlink()
    go_on(room)
    go_on(room)
    room.close()
    assert answers_in(room.path) == 7
    room.open()


def test_a_file_put_in_its_place_is_kept_aside(room: StudyRoom, tmp_path: Path) -> None:
    other = StudyRoom(tmp_path / "other")
    other.study_day(1)
    other.close()
    room.path.unlink()
    shutil.copy(other.path, room.path)
    go_on(room)
    assert answers_in(room.path) == 5, "another program finds them, so they outlive a kill"
    assert "progress-replaced-1.db" in room.store.notice.text
    room.close()
    assert answers_in(room.path) == 5
    assert answers_in(room.path.with_name("progress-replaced-1.db")) == 1
    room.open()


def test_a_second_file_put_in_its_place_does_not_overwrite_the_first(room: StudyRoom, tmp_path: Path) -> None:
    for number in (1, 2):
        other = StudyRoom(tmp_path / f"other-{number}")
        for day in range(1, number + 1):
            other.study_day(day)
        other.close()
        room.path.unlink()
        shutil.copy(other.path, room.path)
        go_on(room)
    room.close()
    assert answers_in(room.path.with_name("progress-replaced-1.db")) == 1
    assert answers_in(room.path.with_name("progress-replaced-2.db")) == 3, "one answer on day 1, two on day 2"
    room.open()


def test_a_flag_alone_is_written_where_it_will_be_found(room: StudyRoom) -> None:
    shutil.rmtree(room.path.parent)
    asked = room.study.start().asking
    room.study.set_flag(asked.question.head.id, on=True)
    room.close()
    room.open()
    assert room.study.flagged() == (asked.question.head.id,)


def test_the_rewritten_file_is_as_safe_as_before(room: StudyRoom) -> None:
    before = {name: room.store._db.row(f"PRAGMA {name}")[0] for name in ("synchronous", "journal_mode")}
    shutil.rmtree(room.path.parent)
    go_on(room)
    after = {name: room.store._db.row(f"PRAGMA {name}")[0] for name in before}
    assert after == before == {"synchronous": 2, "journal_mode": "wal"}


def test_a_whole_other_folder_in_its_place_is_kept_with_its_journal(room: StudyRoom, tmp_path: Path) -> None:
    other = StudyRoom(tmp_path / "other")
    other.study_day(1)
    room.path.parent.rename(tmp_path / "elsewhere")
    shutil.copytree(other.path.parent, room.path.parent)  # its answer stands in the journal only
    go_on(room)
    other.close()
    room.close()
    assert answers_in(room.path) == 5
    assert answers_in(room.path.with_name("progress-replaced-1.db")) == 1
