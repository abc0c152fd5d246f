"""The settings page behind its view: settings hold at once, the file is looked after in a task."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.core.changes import Changes
from app.core.problems import Problem, ProblemKind
from app.core.settings import ThemeChoice
from app.services.care import CheckReport
from app.ui.runtime.events import AppEvents
from app.ui.viewmodels.preferences import AboutInfo, PreferencesModel, Work
from app.ui.viewmodels.setting_words import exam_text, retention_text, review_text, size_text
from tests.builders import a_topic
from tests.ui.first_pages import Rooms

FULL = Problem(ProblemKind.DISK_FULL, "The disk is full", "The setting was not kept.", "Free some space.")


@pytest.fixture
def room(tmp_path, qapp):
    made = Rooms(tmp_path)
    yield made
    made.close()


@pytest.fixture
def events(qapp):
    return AppEvents()


@pytest.fixture
def model(room, events):
    about = AboutInfo.of("0.1.0", Path("data"), "digest", room.bank.topics(), date(2026, 11, 23))
    return PreferencesModel(room.preferences, room.care, room.task, room.clock, events, about)


def test_a_change_holds_at_once_and_is_told(model, room, events, qtbot):
    with qtbot.waitSignal(events.changed) as news:
        model.change("theme", ThemeChoice.DARK)
    assert news.args == [Changes.SETTINGS, model]
    assert room.preferences.settings.theme is ThemeChoice.DARK
    assert model.state.settings.theme is ThemeChoice.DARK


def test_a_change_of_someone_else_is_shown(model, room, events):
    events.report(room.preferences.change(text_scale=150.0))
    assert model.state.settings.text_scale == 150.0


def test_a_setting_that_cannot_be_kept_stays_as_it_was(model, room, monkeypatch):
    def refuse(**_):
        raise FULL

    monkeypatch.setattr(room.preferences, "change", refuse)
    model.change("minutes_a_day", 30)
    assert model.state.settings.minutes_a_day == 20
    assert model.state.trouble.title == "The disk is full"
    monkeypatch.undo()
    model.change("minutes_a_day", 30)
    assert model.state.trouble is None


def test_an_exam_is_planned_four_weeks_ahead_and_taken_away(model, room):
    model.plan_exam(True)
    assert room.preferences.settings.exam_date == model.today + timedelta(days=28)
    assert model.state.exam_text.endswith("in 28 days.")
    model.plan_exam(True)
    model.plan_exam(False)
    assert room.preferences.settings.exam_date is None
    assert model.state.exam_text == ""


def test_backups_are_listed_and_made(model, room, qtbot):
    room.study_day(3)
    model.refresh()
    qtbot.waitUntil(lambda: model.state.backups == ())
    qtbot.waitUntil(lambda: model._task is None)
    model.back_up()
    assert model.state.busy is Work.BACK_UP
    qtbot.waitUntil(lambda: model.state.busy is None)
    assert model.state.report == "Backed up and checked."
    (row,) = model.state.backups
    assert row.title == "Monday 23 November 2026, 12:00"
    assert row.text.startswith("3 answers, ")
    assert row.info.good


def test_a_check_and_a_rebuild_say_how_they_ended(model, room, qtbot):
    room.study_day(3)
    model.check()
    qtbot.waitUntil(lambda: model.state.busy is None)
    assert model.state.report == "Everything is in order."
    model.rebuild()
    qtbot.waitUntil(lambda: model.state.busy is None)
    assert model.state.report == "3 memories worked out anew, 0 corrected."


def test_only_one_work_runs_and_it_can_be_left(model, room, qtbot, monkeypatch):
    import threading

    wait = threading.Event()

    def slow():
        wait.wait(5)
        return CheckReport(ok=True, findings=())

    monkeypatch.setattr(room.care, "check", slow)
    model.check()
    model.back_up()
    assert model.state.busy is Work.CHECK
    qtbot.waitUntil(lambda: model.state.slow)
    model.cancel()
    wait.set()
    qtbot.waitUntil(lambda: model.state.busy is None)
    assert model.state.report == "Stopped. Your answers are unchanged."
    assert not model.state.slow


def test_a_backup_that_fails_becomes_words(model, room, qtbot, monkeypatch):
    def fail():
        raise FULL

    monkeypatch.setattr(room.care, "backup", fail)
    model.back_up()
    qtbot.waitUntil(lambda: model.state.busy is None)
    assert model.state.trouble.title == "The disk is full"
    assert model.state.report == ""


def test_putting_a_backup_back_is_asked_of_the_application(model, room, qtbot):
    info = room.care.backup()
    with qtbot.waitSignal(model.restore_requested) as asked:
        model.restore(info)
    assert asked.args == [info]


@pytest.mark.parametrize(
    ("share", "words"),
    [(0.9, "1 in 10"), (0.8, "less to answer"), (0.95, "1 in 20"), (0.97, "more to answer")],
)
def test_a_retention_is_told_by_its_consequence(share, words):
    assert words in retention_text(share)


def test_a_higher_retention_waits_less():
    waits = [int(retention_text(r).split("waits ")[1].split(":")[0]) for r in (0.8, 0.85, 0.93, 0.95)]
    assert waits == sorted(waits, reverse=True)
    assert waits[1] > 30 > waits[2]


def test_dates_reviews_and_sizes_in_words():
    today = date(2026, 11, 23)
    assert exam_text(today, today).endswith("today.")
    assert exam_text(today + timedelta(days=1), today).endswith("tomorrow.")
    assert "passed" in exam_text(today - timedelta(days=1), today)
    topic = a_topic()
    assert review_text(topic, today) == "Not yet reviewed"
    from dataclasses import replace

    reviewed = replace(topic, reviewer="Dr A. Reader")
    assert review_text(reviewed, today) == "Reviewed November 2026 by Dr A. Reader"
    assert review_text(reviewed, date(2028, 1, 1)) == "Due for review since November 2027"
    assert (size_text(0), size_text(52_000), size_text(2_400_000)) == ("1 kB", "52 kB", "2.4 MB")
