"""A student's first day by key presses alone, in the real app on the real course."""

import signal
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt

from app.core.questions import Kind
from app.services.care import CareService
from tests.e2e.driver import ALT, CTRL, SHIFT, Student, data_paths
from tests.fakes import FakeClock


@pytest.fixture
def paths(tmp_path):
    return data_paths(tmp_path / "data")


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def enter(paths, clock, qapp):
    students = []

    def begin():
        student = Student(paths, clock)
        students.append(student)
        return student

    yield begin
    for student in students:
        student.application.stop()


def through_the_first_run(student):
    assert student.page == "welcome-page"
    student.number(2)  # both
    student.press(Qt.Key.Key_Return)
    student.number(1)
    student.press(Qt.Key.Key_Return)
    student.press(Qt.Key.Key_Return)  # no exam
    assert student.services.preferences.settings.first_run_done


def read_a_section(student):
    student.press(Qt.Key.Key_2, CTRL)
    assert student.page == "lessons-page"
    student.tab_to("lesson-calcification")
    student.press(Qt.Key.Key_Return)
    assert student.page == "lesson-page"
    student.tab_to("mark-read")
    student.press(Qt.Key.Key_Return)
    cards = [card for group in student.services.lessons.list() for card in group.cards]
    card = next(card for card in cards if card.topic == "calcification")
    assert card.text.startswith("1 of ")


def start_a_review(student):
    student.press(Qt.Key.Key_1, CTRL)
    assert student.page == "today-page"
    student.tab_to("lead-primary")
    student.press(Qt.Key.Key_Return)
    assert student.page == "review-page"


def answer_until_a_hotspot_came(student):
    """Answer at least ten questions: right, wrong, by guess and for certain, a hotspot among them."""
    plan = [
        (True, 3),
        (False, 2),
        (True, 1),
        (True, 2),
        (False, 3),
        (True, 3),
        (True, 2),
        (False, 1),
        (True, 2),
    ]
    kinds = []
    while len(kinds) < 10 or Kind.HOTSPOT not in kinds:
        assert len(kinds) < 30, "no hotspot question came"
        if kinds:
            student.press(Qt.Key.Key_Return)
        if student.services.study.step().summary is not None:
            start_a_review(student)
        right, sure = plan[len(kinds) % len(plan)]
        kinds.append(student.answer(right=right, sure=sure).kind)
    return kinds


def log_of(student):
    return student.services.overview.progress().answers


def test_a_day_by_keyboard(enter, paths, clock):
    student = enter()
    through_the_first_run(student)
    read_a_section(student)

    start_a_review(student)
    kinds = answer_until_a_hotspot_came(student)
    before = student.services.study.step().feedback.rating
    wanted = 2 if before != 2 else 3
    student.number(wanted - 1)
    assert student.services.study.step().feedback.rating == wanted

    answered = log_of(student)
    assert answered == len(kinds)
    student.press(Qt.Key.Key_Z, CTRL)
    assert student.services.study.step().feedback is None
    assert log_of(student) == answered - 1
    student.press(Qt.Key.Key_Return, SHIFT)  # what was chosen is still chosen
    student.until(lambda: student.services.study.step().feedback is not None)
    assert log_of(student) == answered

    student.press(Qt.Key.Key_Left, ALT)
    assert student.page == "today-page"
    plan_before = student.services.study.plan()
    memories = student.services.overview.progress().topics
    student.leave()

    report = CareService(paths.progress_db, paths.backups, clock).rebuild()
    assert report.changed == 0, "memories are what the log gives"
    again = enter()
    assert again.page == "today-page"
    assert log_of(again) == answered
    assert again.services.study.plan() == plan_before
    assert again.services.overview.progress().topics == memories
    assert again.services.study.resume() is not None, "the session waits where it was left"


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.e2e.driver import Student, data_paths
from tests.fakes import FakeClock
student = Student(data_paths(Path(sys.argv[1])), FakeClock())
student.services.preferences.change(first_run_done=True)
student.services.study.start()
from app.ui.runtime.navigation import Route
student.application.navigator.go(Route.to("review", mode="resume"))
student.settle()
from PySide6.QtCore import Qt
for number in range(int(sys.argv[2])):
    question = student.answer(right=number % 3 != 0, sure=1 + number % 3)
    print(question.head.id, flush=True)
    if number < int(sys.argv[2]) - 1:
        student.press(Qt.Key.Key_Return)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("answers", [1, 4])
def test_killed_after_an_answer_nothing_shown_is_missing(enter, paths, answers):
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(paths.data), str(answers)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    acknowledged = done.stdout.split()
    assert len(acknowledged) == answers
    student = enter()
    assert log_of(student) == answers
    step = student.services.study.resume()
    assert step is not None
    assert step.asking.question.head.id not in acknowledged, "the session goes on after the last answer"
