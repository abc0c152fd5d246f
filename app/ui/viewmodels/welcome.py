"""The first run: who you are, how long a day, which exam; then the first step."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import IntEnum

from PySide6.QtCore import QObject, Signal, Slot

from app.core.agenda import DEFAULT_SECONDS_EACH
from app.core.clock import Clock, day_date
from app.core.course import Figure
from app.core.ids import FigureId
from app.core.notices import Notice
from app.core.problems import Problem
from app.core.settings import AudienceChoice
from app.services.lessons import LessonsService
from app.services.library import LibraryService
from app.services.preferences import PreferencesService
from app.services.wording import counted, long_date
from app.ui.runtime.events import AppEvents
from app.ui.runtime.navigation import Route
from app.ui.viewmodels.first_steps import first_lesson, questions_to_try
from app.ui.viewmodels.setting_words import FIRST_EXAM
from app.ui.viewmodels.trouble import trouble

PICTURE = FigureId("endometrium/mid-secretory")
MINUTES = (10, 20, 30, 45)
OFFERED_MINUTES = tuple(
    f"{minutes} minutes, about {round(minutes * 60 / DEFAULT_SECONDS_EACH)} questions" for minutes in MINUTES
)


class Stage(IntEnum):
    """Where the first run stands."""

    AUDIENCE = 0
    MINUTES = 1
    EXAM = 2
    READY = 3


@dataclass(frozen=True, slots=True)
class WelcomeState:
    """What the page shows. `choice` is the row chosen at this stage, from 0."""

    stage: Stage = Stage.AUDIENCE
    choice: int = 0
    own_minutes: int = 60
    exam_name: str = ""
    exam_date: date | None = None
    figure: Figure | None = None
    trouble: Notice | None = field(default=None)

    @property
    def progress_text(self) -> str:
        """Return "1 of 3", and nothing at the end."""
        return f"{self.stage + 1} of {Stage.READY}" if self.stage is not Stage.READY else ""


_FOR = {
    AudienceChoice.NURSING: "Questions for nursing",
    AudienceChoice.MEDICINE: "Questions for medicine",
    AudienceChoice.BOTH: "All questions",
}
_AUDIENCES = (AudienceChoice.NURSING, AudienceChoice.MEDICINE, AudienceChoice.BOTH)


class WelcomeModel(QObject):
    """Leads through three choices; each is kept when the student goes on, and left as it was when skipped.

    `changed(WelcomeState)` follows every change.
    """

    changed = Signal(object)

    def __init__(
        self,
        preferences: PreferencesService,
        library: LibraryService,
        lessons: LessonsService,
        clock: Clock,
        events: AppEvents,
    ) -> None:
        super().__init__()
        self._preferences, self._library, self._lessons = preferences, library, lessons
        self._clock, self._events = clock, events
        settings = preferences.settings
        own = settings.minutes_a_day if settings.minutes_a_day not in MINUTES else 60
        self.state = WelcomeState(
            choice=self._kept_choice(Stage.AUDIENCE),
            own_minutes=own,
            exam_name=settings.exam_name,
            exam_date=settings.exam_date,
            figure=library.figure(PICTURE),
        )

    @property
    def today(self) -> date:
        """The date of the study day."""
        return day_date(self._clock.now().study_day)

    @property
    def minutes_bounds(self) -> tuple[int, int]:
        """The fewest and the most minutes a day."""
        low, high = self._preferences.bounds("minutes_a_day")
        return int(low), int(high)

    @property
    def single_keys(self) -> bool:
        """Whether keys without Ctrl or Alt are shortcuts."""
        return self._preferences.settings.single_keys

    @property
    def ready_text(self) -> str:
        """What was chosen, in one sentence."""
        settings = self._preferences.settings
        told = f"{_FOR[settings.audience]}, {counted(settings.minutes_a_day, 'minute')} a day"
        when = settings.exam_date
        exam = f", the exam on {long_date(when)}" if when is not None else ""
        return f"{told}{exam}. You can change all of it in Settings."

    @property
    def try_route(self) -> Route:
        """Where five questions are asked."""
        return questions_to_try(self._library, self._lessons)

    @property
    def lesson_route(self) -> Route:
        """The first lesson."""
        return first_lesson(self._library)

    @Slot(int)
    def choose(self, choice: int) -> None:
        """Choose a row of this stage; choosing an exam proposes a day four weeks from now."""
        when = self.state.exam_date
        if self.state.stage is Stage.EXAM and choice == 0 and when is None:
            when = self.today + FIRST_EXAM
        self._set(choice=choice, exam_date=when)

    @Slot(int)
    def set_minutes(self, minutes: int) -> None:
        """Set a number of minutes of one's own."""
        self._set(choice=len(MINUTES), own_minutes=minutes)

    @Slot(str)
    def name_exam(self, name: str) -> None:
        """Name the exam."""
        self._set(exam_name=name)

    @Slot(object)
    def date_exam(self, when: date) -> None:
        """Set the day of the exam."""
        self._set(exam_date=when)

    @Slot()
    def advance(self) -> None:
        """Keep the choice and go on."""
        stage = self.state.stage
        if stage is not Stage.READY and self._keep(self._chosen(stage)):
            self._go(Stage(stage + 1))

    @Slot()
    def skip(self) -> None:
        """Go on and leave the setting as it is."""
        if self.state.stage is not Stage.READY:
            self._go(Stage(self.state.stage + 1))

    @Slot()
    def back(self) -> None:
        """Return to the choice before."""
        if self.state.stage is not Stage.AUDIENCE:
            self._go(Stage(self.state.stage - 1))

    def _chosen(self, stage: Stage) -> dict[str, object]:
        choice = self.state.choice
        if stage is Stage.AUDIENCE:
            return {"audience": _AUDIENCES[choice]}
        if stage is Stage.MINUTES:
            return {"minutes_a_day": MINUTES[choice] if choice < len(MINUTES) else self.state.own_minutes}
        if choice == 0:
            return {"exam_name": self.state.exam_name.strip(), "exam_date": self.state.exam_date}
        return {"exam_date": None}

    def _keep(self, chosen: dict[str, object]) -> bool:
        try:
            changes = self._preferences.change(**chosen)
        except Problem as problem:
            self._set(trouble=trouble(problem))
            return False
        self._set(trouble=None)
        self._events.report(changes, self)
        return True

    def _go(self, stage: Stage) -> None:
        if stage is Stage.READY and not self._keep({"first_run_done": True}):
            return
        self._set(stage=stage, choice=self._kept_choice(stage))

    def _kept_choice(self, stage: Stage) -> int:
        settings = self._preferences.settings
        if stage is Stage.AUDIENCE:
            return _AUDIENCES.index(settings.audience)
        if stage is Stage.MINUTES:
            minutes = settings.minutes_a_day
            return MINUTES.index(minutes) if minutes in MINUTES else len(MINUTES)
        return 0 if settings.exam_date is not None else 1

    def _set(self, **changes: object) -> None:
        state = replace(self.state, **changes)  # type: ignore[arg-type]  # fields by their name
        if state != self.state:
            self.state = state
            self.changed.emit(state)
