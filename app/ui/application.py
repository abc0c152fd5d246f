"""The running app: theme, services, window, and the order in which they come and go."""

import logging
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.core.changes import Changes
from app.core.problems import Problem, ProblemKind
from app.services.bundle import Services
from app.services.care import BackupInfo, CareService
from app.services.preferences import PreferencesService
from app.ui.main_window import MainWindow
from app.ui.pages import PageMaker, Surroundings
from app.ui.runtime.events import AppEvents
from app.ui.runtime.navigation import Navigator, Route
from app.ui.runtime.notices import Notifier
from app.ui.theme import ThemeChoice, ThemeManager, install
from app.ui.viewmodels.shell import ShellModel
from app.ui.views.problem import ProblemView

if TYPE_CHECKING:
    from app.ui.runtime.tasks import Job, Task, TaskRunner

_log = logging.getLogger(__name__)


class Opener(Protocol):
    """What opens the services; called again after something was put right."""

    def open(self) -> Services:
        """Return the services. Raises Problem."""
        ...

    def preferences(self) -> PreferencesService:
        """Return the settings alone."""
        ...

    def care(self) -> CareService:
        """Return what repairs the progress file."""
        ...


class Application(QObject):
    """Opens the services and shows the window, or the page that says why it cannot.

    `painted()` comes after each first paint of a window; `ended()` when the student closed it.
    """

    painted = Signal()
    ended = Signal()

    def __init__(self, opener: Opener, surroundings: Surroundings) -> None:
        super().__init__()
        self._opener, self._surroundings = opener, surroundings
        self.services: Services | None = None
        self.window: MainWindow | None = None
        self.navigator: Navigator | None = None
        self.trouble: ProblemView | None = None
        self.theme = ThemeManager(surroundings.resources, self)
        install(self.theme)
        self.events = AppEvents(self)
        self.notifier = Notifier(self)
        self._tasks: TaskRunner | None = None
        self.events.changed.connect(self._heard)

    @property
    def tasks(self) -> "TaskRunner":
        """What runs long work; made when first needed, after the first paint."""
        if self._tasks is None:
            from app.ui.runtime.tasks import TaskRunner  # noqa: PLC0415 - brings a thread pool with it

            self._tasks = TaskRunner(self)
        return self._tasks

    def start(self) -> None:
        """Open and show; a Problem is shown instead of the window."""
        try:
            self.services = self._opener.open()
        except Problem as problem:
            _log.warning("Could not open: %s", problem)
            self._show_trouble(problem)
            return
        self._show_window(self.services)
        self._close_trouble()

    def stop(self) -> None:
        """Close what is open: long work, window, then files."""
        if self._tasks is not None:
            self._tasks.shutdown()
        window, self.window = self.window, None
        if window is not None:
            window.close()
            window.deleteLater()
        self._close_trouble()
        if self.services is not None:
            self.services.close()
            self.services = None

    @Slot(object)
    def restore(self, backup: object) -> None:
        """Put a backup in the place of the progress file and begin again; the present file is set aside."""
        if isinstance(backup, BackupInfo):
            QTimer.singleShot(0, self, partial(self._repair, partial(self._opener.care().restore, backup)))

    @Slot()
    def come_to_front(self) -> None:
        """Show the window above others."""
        if self.window is not None:
            self.window.come_to_front()
        elif self.trouble is not None:
            self.trouble.show()
            self.trouble.activateWindow()

    def _make_task(self, job: "Job") -> "Task":
        return self.tasks.task(job)

    def _show_window(self, services: Services) -> None:
        self._dress(services.preferences)
        preferences = services.preferences
        first = not (preferences.settings.first_run_done or preferences.notice)  # damaged is not new
        start = self._surroundings.start or Route.to("welcome" if first else "today")
        self.navigator = Navigator(start, self)
        maker = PageMaker(
            services, self.events, self.notifier, self._make_task, self.restore, self._surroundings
        )
        shell = ShellModel(services.study, services.preferences, self.events)
        self.window = MainWindow(self.navigator, shell, self.notifier, maker.makers())
        shell.setParent(self.window)
        self.window.closing.connect(self._closed)
        self.window.show_route(start)
        self.window.show()
        shell.refresh()
        QTimer.singleShot(0, self, self._after_paint)

    def _show_trouble(self, problem: Problem) -> None:
        self._dress(self._opener.preferences())
        self._close_trouble()
        view = ProblemView(problem)
        view.setWindowTitle("Decidua")
        view.resize(900, 600)
        view.retry_requested.connect(self._retry)
        view.restore_requested.connect(self._restore)
        view.anew_requested.connect(self._anew)
        view.quit_requested.connect(self._closed)
        self.trouble = view
        view.show()
        view.first_focus().setFocus()
        QTimer.singleShot(0, self, self._after_paint)

    def _close_trouble(self) -> None:
        trouble, self.trouble = self.trouble, None
        if trouble is not None:
            trouble.close()
            trouble.deleteLater()

    def _dress(self, preferences: PreferencesService) -> None:
        chosen = preferences.settings
        if chosen.reduced_motion is None:
            self.theme.follow_system_motion()
        self.theme.configure(
            choice=ThemeChoice(chosen.theme.value),
            scale=chosen.text_scale / 100,
            reading_font=chosen.reading_font,
            reduced_motion=chosen.reduced_motion,
        )
        self.theme.apply()

    def _repair(self, work: Callable[[], object]) -> None:
        self.stop()
        try:
            work()
        except Problem as problem:
            self._show_trouble(problem)
            return
        self.start()

    @Slot()
    def _after_paint(self) -> None:
        self.painted.emit()

    @Slot()
    def _retry(self) -> None:
        self.start()

    @Slot()
    def _restore(self) -> None:
        self._repair(self._restore_newest)

    def _restore_newest(self) -> None:
        if self._opener.care().restore_newest() is None:
            problem = Problem(
                ProblemKind.CORRUPT,
                "No backup can be read",
                "There is none in the folder for backups that holds answers. Nothing was changed.",
                "Start anew; the damaged file is kept, and may be put right by someone who knows SQLite.",
            )
            problem.about = "progress"
            raise problem

    @Slot()
    def _anew(self) -> None:
        self._repair(self._opener.care().start_anew)

    @Slot()
    def _closed(self) -> None:
        if self.sender() in {self.window, self.trouble}:
            self.ended.emit()

    @Slot(object, object)
    def _heard(self, changes: Changes, _source: object) -> None:
        if changes & Changes.SETTINGS and self.services is not None:
            self._dress(self.services.preferences)
