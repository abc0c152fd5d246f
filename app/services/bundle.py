"""The services of one run, made by the composition and handed to the pages that need them."""

from collections.abc import Callable
from dataclasses import dataclass

from app.core.clock import Clock
from app.services.care import CareService
from app.services.lessons import LessonsService
from app.services.library import LibraryService
from app.services.overview import OverviewService
from app.services.preferences import PreferencesService
from app.services.study import StudyService


@dataclass(frozen=True, slots=True)
class Services:
    """One of each; `close` ends what is kept open."""

    study: StudyService
    overview: OverviewService
    lessons: LessonsService
    preferences: PreferencesService
    care: CareService
    library: LibraryService
    clock: Clock
    close: Callable[[], None]
