"""What the window itself shows: the number on Today, and whether this is the first start."""

import logging
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from app.core.changes import Changes
from app.core.problems import Problem
from app.services.preferences import PreferencesService
from app.services.study import StudyService
from app.ui.runtime.events import AppEvents

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ShellState:
    """`badge` is how many questions today's plan holds, 0 to 99."""

    badge: int = 0


class ShellModel(QObject):
    """Keeps the badge true. `changed(ShellState)` follows a change."""

    changed = Signal(object)

    def __init__(self, study: StudyService, preferences: PreferencesService, events: AppEvents) -> None:
        super().__init__()
        self._study = study
        self._preferences = preferences
        self._events = events
        self.state = ShellState()
        events.changed.connect(self._heard)

    @property
    def single_keys(self) -> bool:
        """Whether keys without Ctrl or Alt are shortcuts."""
        return self._preferences.settings.single_keys

    @property
    def window(self) -> str:
        """The window's place and size as it was last left; empty at first."""
        return self._preferences.settings.window

    def keep_window(self, window: str) -> None:
        """Remember the window's place and size, if they can be written: closing must never fail."""
        try:
            self._preferences.change(window=window)
        except Problem as problem:
            _log.warning("The window's place is not kept: %s", problem)

    def step_text(self, steps: int) -> None:
        """Make text larger or smaller by steps of the scale; 0 returns to 100 %."""
        self._events.report(self._preferences.step_text(steps), self)

    @Slot()
    def refresh(self) -> None:
        """Count anew."""
        try:
            badge = self._study.plan().badge
        except Problem:
            return  # the page in front says what is wrong; the number simply stays
        if badge != self.state.badge:
            self.state = ShellState(badge)
            self.changed.emit(self.state)

    @Slot(object, object)
    def _heard(self, changes: Changes, _source: object) -> None:
        if changes & (Changes.PROGRESS | Changes.SETTINGS | Changes.LESSONS):
            self.refresh()
