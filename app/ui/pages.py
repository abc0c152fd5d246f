"""Which page needs which services: the one list of pages."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.services.bundle import Services
from app.ui.runtime.events import AppEvents
from app.ui.runtime.navigation import Route
from app.ui.runtime.notices import Notifier
from app.ui.views.page import Page

if TYPE_CHECKING:
    from app.ui.runtime.tasks import Job, Task


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the app is told about itself. `start` is where it opens, None for Today or the first run."""

    version: str
    resources: Path
    data: Path
    start: Route | None = None


class PageMaker:
    """Makes each page, with its view-model, when it is first gone to.

    The modules of a page are imported then too, so that the first paint waits for one page only. `restore`
    puts a backup in the place of the progress file; only the application can close and open it.
    """

    def __init__(
        self,
        services: Services,
        events: AppEvents,
        notifier: Notifier,
        make_task: "Callable[[Job], Task]",
        restore: Callable[[object], None],
        surroundings: Surroundings,
    ) -> None:
        self._services, self._events, self._notifier = services, events, notifier
        self._make_task, self._restore, self._surroundings = make_task, restore, surroundings

    def makers(self) -> Mapping[str, Callable[[], Page]]:
        """Return what makes each page, by its name."""
        return {
            "welcome": self._welcome,
            "today": self._today,
            "review": self._review,
            "lessons": self._lessons,
            "lesson": self._lesson,
            "figure": self._figure,
            "progress": self._progress,
            "settings": self._settings,
        }

    def _welcome(self) -> Page:
        from app.ui.viewmodels.welcome import WelcomeModel
        from app.ui.views.welcome import WelcomePage

        of = self._services
        return _owning(
            WelcomePage, WelcomeModel(of.preferences, of.library, of.lessons, of.clock, self._events)
        )

    def _today(self) -> Page:
        from app.ui.viewmodels.today import TodayModel
        from app.ui.views.today import TodayPage

        of = self._services
        return _owning(TodayPage, TodayModel(of.overview, of.library, of.lessons, of.clock, self._events))

    def _review(self) -> Page:
        from app.ui.viewmodels.review import ReviewModel
        from app.ui.views.review import ReviewPage

        of = self._services
        return _owning(
            ReviewPage, ReviewModel(of.study, of.preferences, self._events, self._notifier, of.clock)
        )

    def _lessons(self) -> Page:
        from app.ui.viewmodels.lessons import LessonsModel
        from app.ui.views.lessons import LessonsPage

        of = self._services
        return _owning(LessonsPage, LessonsModel(of.lessons, of.library, self._events))

    def _lesson(self) -> Page:
        from app.ui.viewmodels.reader import ReaderModel
        from app.ui.views.reader import LessonReader

        of = self._services
        return _owning(
            LessonReader, ReaderModel(of.lessons, of.library, of.study, of.preferences, self._events)
        )

    def _figure(self) -> Page:
        from app.ui.viewmodels.figure import FigureModel
        from app.ui.views.figure import FigureViewer

        of = self._services
        return _owning(FigureViewer, FigureModel(of.library, of.study, self._events, of.clock))

    def _progress(self) -> Page:
        from app.ui.viewmodels.progress import ProgressModel
        from app.ui.views.progress import ProgressPage

        return _owning(ProgressPage, ProgressModel(self._services.overview, self._events))

    def _settings(self) -> Page:
        from app.ui.viewmodels.preferences import AboutInfo, PreferencesModel
        from app.ui.views.settings import SettingsPage

        of, told = self._services, self._surroundings
        today = of.clock.now().local.date()
        about = AboutInfo.of(told.version, told.data, of.library.digest, of.library.topics(), today)
        model = PreferencesModel(of.preferences, of.care, self._make_task, of.clock, self._events, about)
        model.restore_requested.connect(self._restore)
        return _owning(SettingsPage, model)


def _owning[M: QObject](page: Callable[[M], Page], model: M) -> Page:
    made = page(model)
    model.setParent(made)
    return made
