"""The services of one run, made by the composition and handed to the pages that need them."""

from collections.abc import Callable
from dataclasses import dataclass

from app.core.clock import Clock
from app.core.notices import Notice
from app.services.care import CareService
from app.services.lessons import LessonsService
from app.services.library import LibraryService
from app.services.overview import OverviewService
from app.services.preferences import PreferencesService
from app.services.study import StudyService


@dataclass(frozen=True, slots=True)
class Services:
    """One of each; `notices` tell what was found while opening;
    `close` ends what is kept open.
    """

    study: StudyService
    overview: OverviewService
    lessons: LessonsService
    preferences: PreferencesService
    care: CareService
    library: LibraryService
    clock: Clock
    notices: tuple[Notice, ...]
    close: Callable[[], None]
