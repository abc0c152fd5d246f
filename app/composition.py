"""The one place that chooses implementations: paths and clock to stores and services."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from app.core.clock import Clock
from app.core.problems import Problem
from app.paths import AppPaths, ensure_data_folder
from app.services.bundle import Services
from app.services.care import CareService
from app.services.lessons import LessonsService
from app.services.library import LibraryService
from app.services.overview import OverviewService
from app.services.preferences import PreferencesService
from app.services.study import StudyService
from app.storage.bank import Bank
from app.storage.progress import ProgressStore
from app.storage.settings import SettingsStore

if TYPE_CHECKING:
    from app.services.content_build import ContentBuild


@dataclass(frozen=True, slots=True)
class Opener:
    """Opens everything a run needs; can be called again after something was put right."""

    paths: AppPaths
    clock: Clock

    def open(self) -> Services:
        """Return the services. Raises Problem, its `about` naming "course" or "progress"."""
        ensure_data_folder(self.paths)
        bank = _about("course", partial(Bank, self.paths.questions_db))
        try:
            store = _about(
                "progress",
                partial(ProgressStore.open, self.paths.progress_db, self.paths.backups, self.clock.now()),
            )
        except Problem:
            bank.close()
            raise
        return build(bank, store, self.paths, self.clock)

    def preferences(self) -> PreferencesService:
        """Return the settings alone, for a window that cannot open the rest."""
        return PreferencesService(SettingsStore(self.paths.settings))

    def care(self) -> CareService:
        """Return what repairs the progress file; it needs no open store."""
        return CareService(self.paths.progress_db, self.paths.backups, self.clock)


def build(bank: Bank, store: ProgressStore, paths: AppPaths, clock: Clock) -> Services:
    """Return the services over an open course and an open progress file."""
    preferences = PreferencesService(SettingsStore(paths.settings))
    study = StudyService(bank, store, clock, preferences)

    def close() -> None:
        store.close()
        bank.close()

    return Services(
        study=study,
        overview=OverviewService(bank, store, clock, preferences, study),
        lessons=LessonsService(bank, store, clock, study),
        preferences=preferences,
        care=CareService(paths.progress_db, paths.backups, clock),
        library=LibraryService(bank),
        clock=clock,
        close=close,
    )


def content_builder(paths: AppPaths) -> "ContentBuild":
    """Return the service that builds the course."""
    from app.services.content_build import ContentBuild  # noqa: PLC0415 - the window never builds

    return ContentBuild(paths.course, paths.questions_db)


def _about[T](subject: str, make: "partial[T]") -> T:
    try:
        return make()
    except Problem as problem:
        problem.about = subject
        raise
