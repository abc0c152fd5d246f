import logging
import sys
import threading

import pytest
from PySide6.QtCore import qWarning

from app.core.problems import Problem, ProblemKind
from app.ui.runtime.crash import CrashReporter


@pytest.fixture
def reporter(qapp):
    return CrashReporter("1.2.3")


def test_hooks_are_in_place_only_inside_the_block(reporter):
    before = sys.excepthook, threading.excepthook
    with reporter.installed():
        assert sys.excepthook != before[0]
    assert (sys.excepthook, threading.excepthook) == before


def test_an_unexpected_error_is_logged_and_told_with_versions(reporter, qtbot, caplog):
    with reporter.installed(), qtbot.waitSignal(reporter.crashed) as caught:
        sys.excepthook(RuntimeError, RuntimeError("a bug of ours"), None)
    report = caught.args[0]
    assert report.startswith("Decidua 1.2.3")
    assert "a bug of ours" in report
    assert "Unexpected error" in caplog.text


def test_an_error_in_a_thread_is_told_too(reporter, qtbot):
    def fail():
        raise RuntimeError("in a thread")

    with reporter.installed(), qtbot.waitSignal(reporter.crashed) as caught:
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
    assert "in a thread" in caught.args[0]


@pytest.mark.qt_no_exception_capture
def test_qt_messages_go_to_the_log(reporter, caplog):
    caplog.set_level(logging.INFO)
    with reporter.installed():
        qWarning("something Qt says")
    assert "something Qt says" in caplog.text


def test_what_the_world_did_is_no_crash(reporter, qtbot, caplog):
    full = Problem(ProblemKind.DISK_FULL, "The disk is full", "This could not be saved.", "Free some space.")
    told = []
    reporter.crashed.connect(told.append)
    with reporter.installed(), qtbot.waitSignal(reporter.troubled) as caught:
        sys.excepthook(Problem, full, None)
    assert told == []
    assert caught.args == [full]
    assert "Traceback" not in caplog.text
