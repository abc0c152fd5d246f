from collections.abc import Iterator
from threading import Event, Thread

import pytest
from PySide6.QtCore import QObject, QTimer, QVariantAnimation
from PySide6.QtWidgets import QWidget

from tests.ui.hygiene import Watch


@pytest.fixture
def watch(qapp) -> Iterator[Watch]:
    watch = Watch()
    yield watch
    watch.stop()


def test_what_is_gone_is_not_named(watch):
    QWidget().show()
    owner = QObject()
    owned = QTimer(owner)
    owned.start(1000)
    del owner
    stopped = QTimer()
    stopped.start(1000)
    stopped.stop()
    assert watch.leftovers() == []


def test_a_window_is_named(watch):
    window = QWidget()
    window.setObjectName("forgotten")
    assert watch.leftovers() == ["window QWidget forgotten"]
    window.deleteLater()
    assert watch.leftovers() == []


def test_a_running_timer_is_named_with_the_line_that_started_it(watch):
    timer = QTimer()
    timer.start(1000)
    (left,) = watch.leftovers()
    assert left.startswith("running, started at ")
    assert "test_hygiene.py:" in left
    timer.stop()


def test_a_running_animation_is_named(watch):
    animation = QVariantAnimation()
    animation.setStartValue(0.0)
    animation.setEndValue(1.0)
    animation.start()
    assert len(watch.leftovers()) == 1
    animation.stop()


def test_a_thread_is_named(watch, monkeypatch):
    monkeypatch.setattr("tests.ui.hygiene._PATIENCE_S", 0.01)
    go = Event()
    thread = Thread(target=go.wait, name="forgotten")
    thread.start()
    assert watch.leftovers() == ["thread forgotten"]
    go.set()
    thread.join()
