"""Killed at any moment: what was acknowledged is found again."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.core.fsrs import Fsrs
from app.core.review_log import Review
from tests.fakes import StudyRoom, a_course

STUDENT = """
import sys
from pathlib import Path
from tests.fakes import StudyRoom, a_course
def newest(room):
    return room.store._db.row("SELECT max(seq) FROM event WHERE kind > 0")[0]
room = StudyRoom(Path(sys.argv[1]), a_course(4, 25))
room.clock.pass_days(int(sys.argv[2]))
room.study.resume()
count = 0
while True:
    step = room.study.step()
    if step is None or step.asking is None:
        room.study.start_points([p.id for p in room.bank.points()], "All")
    count += 1
    room.give(count % 3 != 0)
    print(newest(room), flush=True)
    if count % 7 == 0:
        room.study.undo()
        room.give(True)
        print(newest(room), flush=True)
    room.study.advance()
"""


def killed_student(folder: Path, day: int, seconds: float) -> list[int]:
    """Let a student answer in a process of its own, kill it, return the answers it acknowledged."""
    process = subprocess.Popen(
        [sys.executable, "-c", STUDENT, str(folder), str(day)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    acknowledged = [int(process.stdout.readline())]
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        acknowledged.append(int(process.stdout.readline()))
    process.kill()
    rest = process.stdout.read()
    process.stdout.close()
    process.wait()
    complete = rest[: rest.rfind("\n") + 1]
    return acknowledged + [int(line) for line in complete.split()]


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_every_acknowledged_answer_is_found(tmp_path: Path, seed: int) -> None:
    acknowledged = killed_student(tmp_path, 0, random.Random(seed).uniform(0.02, 0.3))
    room = StudyRoom(tmp_path, a_course(4, 25))
    found = {entry.seq for entry in room.store.log.entries() if isinstance(entry, Review)}
    assert set(acknowledged) <= found
    assert len(found) <= len(acknowledged) + 1, "at most the one being acknowledged"
    assert room.store.log.differences(Fsrs()) == ()
    assert room.care.check().ok
    step = room.study.resume()
    assert step is not None
    assert step.done + step.returning <= len(found)
    room.close()


def test_killed_again_and_again(tmp_path: Path) -> None:
    chance, acknowledged = random.Random(7), []
    for day in (0, 0, 1):
        acknowledged += killed_student(tmp_path, day, chance.uniform(0.01, 0.15))
    room = StudyRoom(tmp_path, a_course(4, 25))
    found = {entry.seq for entry in room.store.log.entries() if isinstance(entry, Review)}
    assert set(acknowledged) <= found
    assert room.store.log.differences(Fsrs()) == ()
    room.close()
