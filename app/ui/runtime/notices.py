"""Notices on their way from whoever has something to say to whoever shows it."""

from collections import deque

from PySide6.QtCore import QObject, Signal, Slot

from app.core.notices import Notice, Severity
from app.core.problems import Problem

_MOST_KEPT = 50


class Notifier(QObject):
    """Passes notices on, and their actions back.

    `noticed(Notice)` is for the toast; `acted(str)` carries the key of an action the student took.
    """

    noticed = Signal(object)
    acted = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: deque[Notice] = deque(maxlen=_MOST_KEPT)

    @property
    def kept(self) -> tuple[Notice, ...]:
        """The latest notices, oldest first, for a report."""
        return tuple(self._kept)

    def show(self, notice: Notice) -> None:
        """Show a notice."""
        self._kept.append(notice)
        self.noticed.emit(notice)

    def tell(self, text: str, *, action: str = "", key: str = "") -> None:
        """Show a piece of information, with an action if there is one ("Undo")."""
        self.show(Notice(text, action=action, key=key))

    def problem(self, problem: Problem) -> None:
        """Show a problem with its remedy."""
        words = " ".join(part for part in (problem.text, problem.remedy) if part)
        self.show(Notice(words, title=problem.title, severity=Severity.WARNING))

    @Slot(str)
    def act(self, key: str) -> None:
        """Say that the student took the action `key`."""
        self.acted.emit(key)
