"""Tasks run one after the other in one thread and answer in the main one."""

import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.ui.runtime.tasks import Report, TaskRunner

Cancelled = Callable[[], bool]


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.shutdown()


def test_a_task_reports_and_returns(runner: TaskRunner, qtbot: QtBot) -> None:
    def job(report: Report, cancelled: Cancelled) -> str:
        report(1, 2)
        report(2, 2)
        return threading.current_thread().name

    task = runner.task(job)
    steps: list[tuple[int, int]] = []
    task.progressed.connect(lambda done, total: steps.append((done, total)))
    with qtbot.waitSignal(task.finished), qtbot.waitSignal(task.succeeded) as signal:
        task.start()
    assert steps == [(1, 2), (2, 2)]
    assert signal.args[0].startswith("task")


def test_a_fast_task_answers_after_it_was_connected(runner: TaskRunner, qtbot: QtBot) -> None:
    done = threading.Event()

    def job(report: Report, cancelled: Cancelled) -> int:
        done.set()
        return 7

    task = runner.task(job)
    task.start()
    assert done.wait(5)
    with qtbot.waitSignal(task.succeeded) as signal:
        pass
    assert signal.args == [7]


def test_what_a_job_raises_comes_back(runner: TaskRunner, qtbot: QtBot) -> None:
    def job(report: Report, cancelled: Cancelled) -> None:
        raise OSError("disk full")

    task = runner.task(job)
    with qtbot.waitSignal(task.failed) as signal:
        task.start()
    assert isinstance(signal.args[0], OSError)


def test_a_running_job_is_asked_to_stop(runner: TaskRunner, qtbot: QtBot) -> None:
    begun = threading.Event()

    def job(report: Report, cancelled: Cancelled) -> None:
        begun.set()
        while not cancelled():
            pass

    task = runner.task(job)
    with qtbot.waitSignals([task.cancelled, task.finished]):
        task.start()
        assert begun.wait(5)
        task.cancel()
    assert begun.is_set()


def test_a_waiting_job_never_begins_once_cancelled(runner: TaskRunner, qtbot: QtBot) -> None:
    gate, ran = threading.Event(), []

    def first(report: Report, cancelled: Cancelled) -> None:
        assert gate.wait(5)

    def second(report: Report, cancelled: Cancelled) -> None:
        ran.append("second")

    one, two = runner.task(first), runner.task(second)
    one.start()
    two.start()
    with qtbot.waitSignal(two.cancelled):
        two.cancel()
    with qtbot.waitSignal(one.succeeded):
        gate.set()
    assert ran == []


def test_jobs_queue(runner: TaskRunner, qtbot: QtBot) -> None:
    order: list[int] = []

    def job_number(number: int) -> Callable[[Report, Cancelled], None]:
        def job(report: Report, cancelled: Cancelled) -> None:
            order.append(number)

        return job

    tasks = [runner.task(job_number(number)) for number in range(4)]
    with qtbot.waitSignals([task.finished for task in tasks]):
        for task in tasks:
            task.start()
    assert order == [0, 1, 2, 3]


def test_a_task_is_started_once(runner: TaskRunner, qtbot: QtBot) -> None:
    def job(report: Report, cancelled: Cancelled) -> None:
        report(1, 1)

    task = runner.task(job)
    with qtbot.waitSignal(task.finished):
        task.start()
        with pytest.raises(RuntimeError, match="once"):
            task.start()


def test_shutdown_waits_for_the_running_job(qtbot: QtBot) -> None:
    runner = TaskRunner()
    begun, ended = threading.Event(), threading.Event()

    def job(report: Report, cancelled: Cancelled) -> None:
        begun.set()
        while not cancelled():
            pass
        ended.set()

    runner.task(job).start()
    assert begun.wait(5)
    runner.shutdown()
    assert ended.is_set()
    runner.shutdown()
