"""Bad days at the start: each is a page with words and a way on, never a traceback."""

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from app.composition import Opener
from app.core.problems import Problem, ProblemKind
from app.formats.course_folder import read_course
from app.paths import AppPaths
from app.storage.bank_writer import write_bank
from app.storage.settings import SettingsStore
from app.ui.application import Application
from app.ui.pages import Surroundings
from app.ui.widgets.text import Text
from tests.fakes import FakeClock
from tests.formats.course_files import write_course

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture
def paths(tmp_path):
    write_bank(read_course(write_course(tmp_path / "course"))[0].course, tmp_path / "questions.db")
    return AppPaths(tmp_path / "data", RESOURCES, tmp_path / "questions.db")


@pytest.fixture
def start(paths, qapp):
    running = []

    def begin():
        application = Application(Opener(paths, FakeClock()), Surroundings("0", RESOURCES, paths.data))
        running.append(application)
        application.start()
        return application

    yield begin
    for application in running:
        application.stop()


def press(application, name):
    application.trouble.findChild(QPushButton, name).click()


def words(application):
    return " ".join(text.text() for text in application.trouble.findChildren(Text))


def once_used(start, paths):
    start().stop()
    assert paths.progress_db.exists()


def test_a_first_start_opens_the_window_on_the_first_run(start, paths):
    application = start()
    assert application.trouble is None
    assert application.window.page.objectName() == "welcome-page"
    assert paths.progress_db.exists()


def test_a_missing_course_is_told_and_trying_again_opens(start, paths):
    moved = paths.questions_db.rename(paths.questions_db.with_suffix(".away"))
    application = start()
    assert application.window is None
    assert "progress is safe" in words(application)
    moved.rename(paths.questions_db)
    press(application, "problem-retry")
    assert application.window is not None
    assert application.trouble is None


def test_a_damaged_course_is_told_without_offering_to_touch_the_progress(start, paths):
    once_used(start, paths)
    before = paths.progress_db.read_bytes()
    paths.questions_db.write_bytes(b"SQLite format 3\x00" + b"\x07" * 4000)
    application = start()
    assert "damaged" in words(application)
    assert application.trouble.findChild(QPushButton, "problem-anew") is None
    assert paths.progress_db.read_bytes() == before


def test_a_newer_course_is_told(start, paths):
    db = sqlite3.connect(paths.questions_db)
    db.execute("PRAGMA user_version = 99")
    db.close()
    assert "newer" in words(start()) or "later version" in words(start())


def test_a_damaged_progress_file_can_be_set_aside_and_nothing_is_deleted(start, paths):
    once_used(start, paths)
    for extra in paths.data.glob("progress.db-*"):
        extra.unlink()
    paths.progress_db.write_bytes(b"this is not a database" * 300)
    application = start()
    assert application.trouble.findChild(QPushButton, "problem-restore") is not None
    press(application, "problem-anew")
    assert application.window is not None
    kept = [p for p in paths.data.rglob("*") if p.is_file() and p.read_bytes().startswith(b"this is not")]
    assert len(kept) == 1


def test_a_damaged_progress_file_is_restored_from_the_newest_backup(start, paths):
    application = start()
    question = application.services.study.start().asking.question
    application.services.study.set_flag(question.head.id, on=True)
    application.services.care.backup()
    application.stop()
    for extra in paths.data.glob("progress.db-*"):
        extra.unlink()
    paths.progress_db.write_bytes(b"garbage" * 1000)
    application = start()
    press(application, "problem-restore")
    assert application.window is not None
    assert application.services.study.flagged() == (question.head.id,)


def test_no_good_backup_is_said_and_starting_anew_is_still_offered(start, paths):
    once_used(start, paths)
    for extra in paths.data.glob("progress.db-*"):
        extra.unlink()
    paths.backups.mkdir(exist_ok=True)
    (paths.backups / "progress-20261116T020320Z.db").write_text("not a backup")
    paths.progress_db.write_bytes(b"garbage" * 1000)
    application = start()
    press(application, "problem-restore")
    assert "No backup can be read" in words(application)
    assert paths.progress_db.read_bytes() == b"garbage" * 1000
    press(application, "problem-anew")
    assert application.window is not None


def test_damaged_settings_do_not_make_a_first_run(start, paths):
    once_used(start, paths)
    paths.settings.write_text("{{{")
    application = start()
    assert application.window.page.objectName() == "today-page"


def test_the_window_closes_when_its_place_cannot_be_written(start, paths, qtbot, monkeypatch):
    application = start()

    def full(*_):
        raise Problem(ProblemKind.DISK_FULL, "The disk is full", "This could not be saved.")

    monkeypatch.setattr(SettingsStore, "save", full)
    with qtbot.waitSignal(application.ended):
        application.window.close()


def test_a_newer_progress_file_is_refused_and_untouched(start, paths):
    once_used(start, paths)
    db = sqlite3.connect(paths.progress_db)
    db.execute("PRAGMA user_version = 999")
    db.close()
    before = paths.progress_db.read_bytes()
    application = start()
    assert application.window is None
    assert application.trouble.findChild(QPushButton, "problem-anew") is None
    assert paths.progress_db.read_bytes() == before


def test_a_data_folder_that_cannot_be_made_is_told(start, paths):
    paths.data.write_text("a file where the folder should be")
    application = start()
    assert "cannot write" in words(application)
    paths.data.unlink()
    press(application, "problem-retry")
    assert application.window is not None


def test_quit_on_the_problem_page_ends_the_app(start, paths, qtbot):
    paths.questions_db.unlink()
    application = start()
    with qtbot.waitSignal(application.ended):
        press(application, "problem-quit")


def test_closing_the_window_ends_the_app_and_repairing_does_not(start, paths, qtbot):
    application = start()
    with qtbot.assertNotEmitted(application.ended):
        application._repair(lambda: None)
    assert application.window is not None
    with qtbot.waitSignal(application.ended):
        application.window.close()
