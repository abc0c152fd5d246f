"""Work that takes longer than a frame: one thread, one job after the other."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

Report = Callable[[int, int], None]
Job = Callable[[Report, Callable[[], bool]], Any]
"""A job gets `report(done, total)` and `cancelled()`, which it polls; what it returns is the result."""

_log = logging.getLogger(__name__)


class Task(QObject):
    """A job and its news; made and deleted in the main thread.

    `progressed(int, int)`: done, total. `succeeded(object)`: the result. `failed(Exception)`: what the job
    raised. `cancelled()`: the job ended after `cancel`. `finished()` follows each of the last three.
    Make the task, connect, then `start()`.
    """

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    finished = Signal()
    _ended = Signal(object, object)

    def __init__(self, job: Job, executor: ThreadPoolExecutor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job, self._executor = job, executor
        self._stop = Event()
        self._future: Future[None] | None = None
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Queue the job. A task is started once."""
        if self._future is not None:
            raise RuntimeError("a task is started once")
        self._future = self._executor.submit(
            _run, self._job, self.progressed.emit, self._stop.is_set, self._ended.emit
        )

    @Slot()
    def cancel(self) -> None:
        """Ask the job to stop; a job that has not begun never does."""
        self._stop.set()
        if self._future is not None and self._future.cancel():
            self._ended.emit(None, None)

    @Slot(object, object)
    def _deliver(self, result: object, error: object) -> None:
        if self._stop.is_set():
            self.cancelled.emit()
        elif error is not None:
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)
        self.finished.emit()
        self.deleteLater()


class TaskRunner(QObject):
    """Makes tasks that share one thread, so that database jobs queue and never race."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor: ThreadPoolExecutor | None = None

    def task(self, job: Job) -> Task:
        """Return a task for `job`; connect to its signals, then start it."""
        if self._executor is None:
            self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="task")
        return Task(job, self._executor, self)

    def shutdown(self) -> None:
        """Cancel what waits, ask the running job to stop, and wait for it. Call before databases close."""
        for task in self.findChildren(Task):
            task.cancel()
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None


def _run(
    job: Job, report: Report, cancelled: Callable[[], bool], ended: Callable[[object, object], None]
) -> None:
    """Run in the worker thread: it touches no Qt object but through the bound emits it was given."""
    try:
        result = job(report, cancelled)
    except Exception as error:  # noqa: BLE001  (the boundary of the thread: whatever it is, the task reports it)
        _log.debug("task failed", exc_info=error)
        _emit(ended, None, error)
    else:
        _emit(ended, result, None)


def _emit(ended: Callable[[object, object], None], result: object, error: object) -> None:
    try:
        ended(result, error)
    except RuntimeError:  # the task is gone: the app is closing, nobody waits for the result
        _log.debug("a task ended after its owner")
