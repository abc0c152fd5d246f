"""The care verbs, on a learner's files made by the services."""

import pytest

from app.bootstrap import main
from tests.fakes import StudyRoom


@pytest.fixture
def data(tmp_path):
    room = StudyRoom(tmp_path)
    room.study.start()
    room.go(True, False, True)
    room.close()
    found = next(tmp_path.rglob("progress.db"))
    return found.parent


def run(capsys, data, *words):
    code = main(["--data-dir", str(data), *words])
    return code, capsys.readouterr().out


def test_check_and_rebuild_find_the_memories_as_the_log_says(capsys, data):
    assert run(capsys, data, "care", "check") == (0, "The progress file is in order.\n")
    code, said = run(capsys, data, "care", "rebuild")
    assert code == 0
    assert said == "3 points worked out anew, 0 were not as the log says.\n"


def test_backup_and_restore_by_name(capsys, data):
    code, said = run(capsys, data, "care", "backup")
    assert code == 0
    name = said.split(":", 1)[0]
    before = (data / "progress.db").read_bytes()
    (data / "progress.db").write_bytes(b"garbage" * 500)
    code, said = run(capsys, data, "care", "check")
    assert code == 1
    assert "Traceback" not in said
    code, said = run(capsys, data, "care", "restore", name)
    assert code == 0
    assert said.startswith(f"Restored {name}.")
    assert (data / "progress.db").read_bytes()[:16] == before[:16]
    assert run(capsys, data, "care", "check")[0] == 0


def test_an_unknown_backup_is_told_and_nothing_is_touched(capsys, data):
    before = (data / "progress.db").read_bytes()
    code, said = run(capsys, data, "care", "restore", "none.db")
    assert code == 1
    assert "There is no backup none.db" in said
    assert (data / "progress.db").read_bytes() == before
