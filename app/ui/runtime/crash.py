"""What happens to an error nobody caught: it is logged, and told once in words."""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

import PySide6
from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from app.core.problems import Problem

_log = logging.getLogger(__name__)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashReporter(QObject):
    """Hears of every error nobody caught, from any thread.

    `crashed(report)` carries a text to copy; `troubled(Problem)` is the world's doing and no crash.
    """

    crashed = Signal(str)
    troubled = Signal(object)

    def __init__(self, version: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._version = version

    @contextmanager
    def installed(self) -> Iterator[None]:
        """Put the hooks in place for the time of the block, and the old ones back after it."""
        old_hook, old_thread_hook = sys.excepthook, threading.excepthook
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook
        old_handler = qInstallMessageHandler(_message)
        try:
            yield
        finally:
            sys.excepthook, threading.excepthook = old_hook, old_thread_hook
            qInstallMessageHandler(old_handler)

    def report(self, error: BaseException) -> str:
        """Return what a person may send us: versions and traceback, no answers."""
        lines = [
            f"Decidua {self._version}, Python {platform.python_version()}, Qt {PySide6.__version__},"
            f" {platform.system()} {platform.release()}",
            "",
            *traceback.format_exception(error),
        ]
        return "\n".join(line.rstrip("\n") for line in lines)

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, Problem):
            _log.warning("%s", error)
            self.troubled.emit(error)
            return
        _log.error("Unexpected error", exc_info=(kind, error, trace))
        self.crashed.emit(self.report(error))

    def _thread_hook(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._hook(args.exc_type, args.exc_value, args.exc_traceback)


def _message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    _log.log(_LEVELS.get(kind, logging.WARNING), "Qt %s: %s", context.category, text)
