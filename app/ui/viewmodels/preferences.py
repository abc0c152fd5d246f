"""The settings page: every setting, the exam date, and the care of the progress file."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.core.changes import Changes
from app.core.clock import Clock, Moment, day_date
from app.core.notices import Notice
from app.core.problems import Problem
from app.core.settings import Settings
from app.services.care import BackupInfo, CareService, RebuildReport
from app.services.preferences import PreferencesService
from app.services.wording import counted, long_date
from app.ui.runtime.events import AppEvents
from app.ui.viewmodels.setting_words import (
    FIRST_EXAM,
    AboutInfo,
    exam_text,
    report_text,
    retention_text,
    size_text,
)
from app.ui.viewmodels.trouble import trouble

__all__ = ["AboutInfo", "BackupRow", "PreferencesModel", "PreferencesState", "Work"]

if TYPE_CHECKING:
    from app.ui.runtime.tasks import Job, Task

_SLOW_MS = 300


@dataclass(frozen=True, slots=True)
class BackupRow:
    """A backup in the list: when it was made, what it holds."""

    title: str
    text: str
    info: BackupInfo


class Work(StrEnum):
    """What takes a while; the values name the tasks."""

    LIST = "list"
    BACK_UP = "back-up"
    CHECK = "check"
    REBUILD = "rebuild"


@dataclass(frozen=True, slots=True)
class PreferencesState:
    """What the page shows.

    `backups` is None until they were read. `busy` is the work that runs, `slow` that it has run long enough
    to say so. `report` tells how the last work ended.
    """

    settings: Settings
    retention_text: str = ""
    exam_text: str = ""
    backups: tuple[BackupRow, ...] | None = None
    busy: Work | None = None
    slow: bool = False
    report: str = ""
    trouble: Notice | None = field(default=None)


class PreferencesModel(QObject):
    """Changes settings at once and looks after the progress file.

    `changed(PreferencesState)` follows every change. `restore_requested(BackupInfo)` asks the application,
    which alone can close and open the progress file, to put a backup in its place.
    """

    changed = Signal(object)
    restore_requested = Signal(object)

    def __init__(
        self,
        preferences: PreferencesService,
        care: CareService,
        make_task: "Callable[[Job], Task]",
        clock: Clock,
        events: AppEvents,
        about: AboutInfo,
    ) -> None:
        super().__init__()
        self._preferences, self._care, self._make_task = preferences, care, make_task
        self._clock, self._events = clock, events
        self.about = about
        self._task: Task | None = None
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_MS)
        self._slow.timeout.connect(self._say_slow)
        self.state = self._with_settings(PreferencesState(preferences.settings))
        events.changed.connect(self._heard)

    @property
    def today(self) -> date:
        """The date of the study day."""
        return day_date(self._clock.now().study_day)

    def bounds(self, name: str) -> tuple[int, int]:
        """Return the lowest and highest value of a setting that is a number."""
        low, high = self._preferences.bounds(name)
        return int(low), int(high)

    @Slot(str, object)
    def change(self, name: str, value: object) -> None:
        """Change one setting; it holds at once."""
        try:
            changes = self._preferences.change(**{name: value})
        except Problem as problem:
            self._set(self._with_settings(replace(self.state, trouble=trouble(problem, action=""))))
            return
        self._set(self._with_settings(replace(self.state, trouble=None)))
        self._events.report(changes, self)

    @Slot(bool)
    def plan_exam(self, planned: bool) -> None:
        """Set an exam four weeks from now, or none."""
        if planned != (self._preferences.settings.exam_date is not None):
            self.change("exam_date", self.today + FIRST_EXAM if planned else None)

    @Slot()
    def refresh(self) -> None:
        """Read settings and backups anew."""
        self._set(self._with_settings(self.state))
        self._start(Work.LIST)

    @Slot()
    def back_up(self) -> None:
        """Make a backup now."""
        self._start(Work.BACK_UP)

    @Slot()
    def check(self) -> None:
        """Check the progress file throughout."""
        self._start(Work.CHECK)

    @Slot()
    def rebuild(self) -> None:
        """Work out the memories anew from the answers."""
        self._start(Work.REBUILD)

    @Slot()
    def cancel(self) -> None:
        """Stop waiting for the work; nothing it does leaves the file half done."""
        if self._task is not None:
            self._task.cancel()

    @Slot(object)
    def restore(self, backup: BackupInfo) -> None:
        """Ask for a backup to be put back; the student has confirmed it."""
        self.restore_requested.emit(backup)

    def _start(self, work: Work) -> None:
        if self._task is not None:
            return
        self._task = self._make_task(_job(self._work(work)))
        self._task.succeeded.connect(self._succeeded)
        self._task.failed.connect(self._failed)
        self._task.cancelled.connect(self._cancelled)
        self._task.finished.connect(self._finished)
        if work is not Work.LIST:
            self._set(replace(self.state, busy=work, report="", trouble=None))
            self._slow.start()
        self._task.start()

    def _work(self, work: Work) -> Callable[[], object]:
        calls: dict[Work, Callable[[], object]] = {
            Work.LIST: self._care.backups,
            Work.BACK_UP: self._care.backup,
            Work.CHECK: self._care.check,
            Work.REBUILD: self._care.rebuild,
        }
        return calls[work]

    @Slot(object)
    def _succeeded(self, result: object) -> None:
        if isinstance(result, tuple):
            self._set(replace(self.state, backups=tuple(self._row(info) for info in result)))
            return
        self._set(replace(self.state, report=report_text(result)))
        if isinstance(result, BackupInfo):
            kept = tuple(row for row in self.state.backups or () if row.info.path != result.path)
            self._set(replace(self.state, backups=(self._row(result), *kept)))
        if isinstance(result, RebuildReport) and result.changed:
            self._events.report(Changes.PROGRESS, self)

    @Slot(object)
    def _failed(self, error: object) -> None:
        if not isinstance(error, Problem):
            raise TypeError("the work failed in a way nobody expected") from (
                error if isinstance(error, Exception) else None
            )
        self._set(replace(self.state, trouble=trouble(error, action="")))

    @Slot()
    def _cancelled(self) -> None:
        self._set(replace(self.state, report="Stopped. Your answers are unchanged."))

    @Slot()
    def _finished(self) -> None:
        self._task = None
        self._slow.stop()
        self._set(replace(self.state, busy=None, slow=False))

    @Slot()
    def _say_slow(self) -> None:
        self._set(replace(self.state, slow=True))

    @Slot(object, object)
    def _heard(self, changes: Changes, source: object) -> None:
        if changes & Changes.SETTINGS and source is not self:
            self._set(self._with_settings(self.state))

    def _row(self, info: BackupInfo) -> BackupRow:
        made = Moment(info.moment.utc_ms, self._clock.now().offset_min).local
        title = f"{long_date(made.date())} {made.year}, {made:%H:%M}"
        held = "Cannot be read" if info.reviews is None else counted(info.reviews, "answer")
        return BackupRow(title, f"{held}, {size_text(info.size)}", info)

    def _with_settings(self, state: PreferencesState) -> PreferencesState:
        settings = self._preferences.settings
        return replace(
            state,
            settings=settings,
            retention_text=retention_text(settings.desired_retention),
            exam_text=exam_text(settings.exam_date, self.today),
        )

    def _set(self, state: PreferencesState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit(state)


def _job(work: Callable[[], object]) -> "Job":
    def run(_report: object, _cancelled: object) -> object:
        return work()

    return run
