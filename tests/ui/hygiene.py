"""What a test must not leave behind: windows, running timers and animations, threads."""

import gc
import threading
import traceback
import weakref
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_PATIENCE_S = 2.0
_PLAIN_TIMER, _PLAIN_ANIMATION = QTimer.start, QAbstractAnimation.start


@dataclass(frozen=True)
class _Started:
    """Something that runs by itself, and the line that set it going."""

    ref: "weakref.ref[QObject]"
    where: str

    @property
    def runs(self) -> bool:
        thing = self.ref()
        if thing is None or not isValid(thing):
            return False
        if isinstance(thing, QTimer):
            return thing.isActive()
        return isinstance(thing, QAbstractAnimation) and thing.state() == QAbstractAnimation.State.Running


class Watch:
    """Remembers what is there at first; `leftovers` names what has come since and not gone."""

    def __init__(self) -> None:
        self._windows = _windows()
        self._threads = set(threading.enumerate())
        self._started: list[_Started] = []
        QTimer.start = _told(_PLAIN_TIMER, self._started)
        QAbstractAnimation.start = _told(_PLAIN_ANIMATION, self._started)

    def stop(self) -> None:
        """Let timers and animations start unseen again."""
        QTimer.start, QAbstractAnimation.start = _PLAIN_TIMER, _PLAIN_ANIMATION

    def leftovers(self) -> list[str]:
        """Return what was left, in words. What only awaits the garbage collector is not counted."""
        _let_go()
        if self._found():
            gc.collect()
            _let_go()
        return self._found()

    def _found(self) -> list[str]:
        windows = [f"window {_name(w)}" for w in _windows() if w not in self._windows]
        running = [f"running, started at {one.where}" for one in self._started if one.runs]
        return windows + running + [f"thread {thread.name}" for thread in self._threads_left()]

    def _threads_left(self) -> list[threading.Thread]:
        new = [thread for thread in threading.enumerate() if thread not in self._threads]
        for thread in new:
            thread.join(_PATIENCE_S)
        return [thread for thread in new if thread.is_alive()]


def _told(plain: Callable[..., None], started: list[_Started]) -> Callable[..., None]:
    def start(thing: QObject, *args: object) -> None:
        caller = traceback.extract_stack(limit=2)[0]
        started.append(_Started(weakref.ref(thing), f"{caller.filename}:{caller.lineno}"))
        plain(thing, *args)

    return start


def _windows() -> list[QWidget]:
    return list(QApplication.topLevelWidgets())


def _let_go() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName() or widget.windowTitle()}".strip()
