import subprocess
import sys

import pytest

from app.ui.runtime.single_instance import SingleInstance


@pytest.fixture
def first(tmp_path, qapp):
    instance = SingleInstance(tmp_path)
    assert instance.acquire()
    instance.listen()
    yield instance
    instance.release()


OTHER = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from app.ui.runtime.single_instance import SingleInstance
app = QCoreApplication([])
other = SingleInstance(Path(sys.argv[1]))
print(other.acquire(), other.ask_to_raise())
"""


def test_a_second_start_raises_the_first_window(first, tmp_path, qtbot):
    with qtbot.waitSignal(first.raise_requested, timeout=10_000):
        done = subprocess.Popen(
            [sys.executable, "-c", OTHER, str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
    out, _ = done.communicate(timeout=10)
    assert out.split() == ["False", "True"]


def test_another_data_folder_is_another_window(first, tmp_path):
    other = SingleInstance(tmp_path / "other")
    (tmp_path / "other").mkdir()
    assert other.acquire()
    other.release()


def test_the_lock_of_a_killed_process_is_taken_over(tmp_path, qapp):
    script = OTHER.replace(
        "print(other.acquire(), other.ask_to_raise())", "other.acquire(); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=False)
    assert (tmp_path / "decidua.lock").exists()
    instance = SingleInstance(tmp_path)
    assert instance.acquire()
    instance.release()


def test_a_released_lock_can_be_taken_again(tmp_path, qapp):
    instance = SingleInstance(tmp_path)
    assert instance.acquire()
    instance.release()
    assert SingleInstance(tmp_path).acquire()


def test_where_no_lock_can_be_written_the_start_is_not_taken_for_a_second_one(tmp_path, qapp):
    (tmp_path / "decidua.lock").mkdir()
    assert SingleInstance(tmp_path).acquire()


def test_a_first_instance_that_does_not_answer_is_told_apart(tmp_path, qapp):
    holder = SingleInstance(tmp_path)
    assert holder.acquire()
    done = subprocess.run(
        [sys.executable, "-c", OTHER, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "False"]
    holder.release()
