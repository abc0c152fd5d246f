"""The progress page: what is remembered, topic by topic, and how sure against how right."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from app.core.changes import Changes
from app.core.notices import Notice
from app.core.problems import Problem
from app.services.overview import OverviewService, Progress
from app.ui.runtime.events import AppEvents
from app.ui.viewmodels.trouble import trouble

_CONCERNS = Changes.PROGRESS | Changes.LESSONS | Changes.SETTINGS | Changes.CONTENT


@dataclass(frozen=True, slots=True)
class ProgressState:
    """What the page shows. `progress` is None until it could be read."""

    progress: Progress | None = None
    trouble: Notice | None = None

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show yet."""
        return self.progress is not None and not self.progress.answers


class ProgressModel(QObject):
    """Reads the page anew when it is shown and when something changed. `changed(ProgressState)`."""

    changed = Signal(object)

    def __init__(self, overview: OverviewService, events: AppEvents) -> None:
        super().__init__()
        self._overview = overview
        self.state = ProgressState()
        self._shown = False
        events.changed.connect(self._heard)

    @Slot()
    def show(self) -> None:
        """Read everything anew and stay up to date."""
        self._shown = True
        self.refresh()

    @Slot()
    def hide(self) -> None:
        """Rest until shown again."""
        self._shown = False

    @Slot()
    def refresh(self) -> None:
        """Read everything anew."""
        try:
            state = ProgressState(self._overview.progress())
        except Problem as problem:
            state = ProgressState(trouble=trouble(problem))
        if state != self.state:
            self.state = state
            self.changed.emit(state)

    @Slot(object, object)
    def _heard(self, changes: Changes, _source: object) -> None:
        if self._shown and changes & _CONCERNS:
            self.refresh()
