"""The real program as a process: what it says on the terminal, and that nothing is left in the way."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

MAIN = Path(__file__).resolve().parents[2] / "main.py"


@pytest.fixture
def start(tmp_path):
    running = []

    def begin(data, **environment):
        kept = {name: value for name, value in os.environ.items() if name != "APP_TESTING"}
        process = subprocess.Popen(
            [sys.executable, str(MAIN), *(["--data-dir", str(data)] if data else [])],
            env=kept | {"QT_QPA_PLATFORM": "offscreen"} | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        running.append(process)
        return process

    yield begin
    for process in running:
        process.kill()
        process.communicate()


def until(holds, seconds=30):
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it never came to hold"
        time.sleep(0.05)


def has_begun(data):
    """Tell whether the first window stands and listens: its backup comes after that."""
    return any((data / "backups").glob("progress-*.db"))


def test_a_second_start_says_so_in_a_sentence_however_the_folder_is_spelled(start, tmp_path):
    data = tmp_path / "data"
    start(data)
    until(lambda: has_begun(data))
    link = tmp_path / "link"
    link.symlink_to(data)
    for spelled in (data, link, data / ".." / "data"):
        out, err = start(spelled).communicate(timeout=30)
        assert out == "Decidua is already running; its window was brought to the front.\n"
        assert err == ""


def test_the_default_folder_reached_by_a_link_is_the_same_folder(start, tmp_path):
    real = tmp_path / "real"
    real.mkdir()
    (tmp_path / "share").symlink_to(real)
    start(real / "decidua")
    until(lambda: has_begun(real / "decidua"))
    out, _ = start(None, XDG_DATA_HOME=str(tmp_path / "share")).communicate(timeout=30)
    assert "already running" in out


def test_after_a_kill_the_next_start_opens(start, tmp_path):
    first = start(tmp_path)
    until(lambda: has_begun(tmp_path))
    first.kill()
    first.communicate()
    for path in (tmp_path / "backups").iterdir():
        path.unlink()
    start(tmp_path)
    until(lambda: has_begun(tmp_path))


def test_a_log_that_cannot_be_written_says_nothing_on_the_terminal(start, tmp_path):
    if not Path("/dev/full").exists():
        pytest.skip("needs a device that is always full")
    (tmp_path / "decidua.log").symlink_to("/dev/full")
    (tmp_path / "progress.db").write_bytes(b"garbage" * 1000)  # something to log
    process = start(tmp_path)
    time.sleep(3)
    assert process.poll() is None
    process.terminate()
    _, err = process.communicate(timeout=30)
    assert "Traceback" not in err
    assert "Logging error" not in err
