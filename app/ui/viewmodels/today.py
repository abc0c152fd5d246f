"""The first page: what is due, where reading stopped, what the next days hold."""

from dataclasses import dataclass, field
from datetime import timedelta

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.core.changes import Changes
from app.core.clock import DAY_TURNS_AT_HOUR, Clock
from app.core.course import Figure
from app.core.ids import FigureId, TopicId
from app.core.notices import Notice
from app.core.problems import Problem
from app.services.lessons import LessonsService, ReadState
from app.services.library import LibraryService
from app.services.overview import OverviewService, Today
from app.services.wording import counted
from app.ui.runtime.events import AppEvents
from app.ui.runtime.navigation import Route
from app.ui.viewmodels.first_steps import LESSON_LABEL, TRY_LABEL, questions_to_try
from app.ui.viewmodels.trouble import trouble

_CONCERNS = Changes.PROGRESS | Changes.LESSONS | Changes.SETTINGS | Changes.CONTENT
_LATE_MS = 1000
_UNREAD = frozenset({ReadState.NOT_STARTED, ReadState.IN_PROGRESS})
_ALL_READ = "Sections that change later are marked in the list of lessons."
_BEGIN = (
    "A few minutes show how questions work here: you say how sure you are, and every answer comes with its"
    " reason. What you miss comes back until you know it."
)


@dataclass(frozen=True, slots=True)
class Action:
    """A button: its words, and where it leads."""

    label: str
    route: Route


@dataclass(frozen=True, slots=True)
class LeadCard:
    """The one clear next step."""

    title: str
    texts: tuple[str, ...]
    primary: Action
    secondary: Action | None = None


@dataclass(frozen=True, slots=True)
class ReadingCard:
    """A lesson to go on with, or to begin. `share` of it is read, None before it was opened."""

    heading: str
    title: str
    text: str
    share: float | None
    figure: Figure | None
    action: Action


@dataclass(frozen=True, slots=True)
class TodayState:
    """What the page shows. `today` and the cards are None until they could be read."""

    date_text: str = ""
    today: Today | None = None
    lead: LeadCard | None = None
    reading: ReadingCard | None = None
    notices: tuple[Notice, ...] = field(default=())
    trouble: Notice | None = None


class TodayModel(QObject):
    """Reads the first page anew when it is shown, when something changed, and when the study day turns.

    `changed(TodayState)` follows a difference.
    """

    changed = Signal(object)

    def __init__(
        self,
        overview: OverviewService,
        library: LibraryService,
        lessons: LessonsService,
        clock: Clock,
        events: AppEvents,
    ) -> None:
        super().__init__()
        self._overview, self._library, self._lessons, self._clock = overview, library, lessons, clock
        self.state = TodayState()
        self._shown = False
        self._notices: tuple[Notice, ...] = ()
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._day_turned)
        events.changed.connect(self._heard)

    @property
    def waits_ms(self) -> int:
        """Milliseconds until the study day turns and the page is read anew; -1 while it is hidden."""
        return self._turn.remainingTime()

    @Slot()
    def show(self) -> None:
        """Read everything anew and stay up to date."""
        self._shown = True
        self.refresh()
        self._wait_for_the_turn()

    @Slot()
    def hide(self) -> None:
        """Rest until shown again; what was told is not told again."""
        self._shown = False
        self._notices = ()
        self._turn.stop()

    @Slot()
    def refresh(self) -> None:
        """Read everything anew."""
        try:
            state = self._read()
        except Problem as problem:
            state = TodayState(self.state.date_text, trouble=trouble(problem))
        if state != self.state:
            self.state = state
            self.changed.emit(state)

    def _read(self) -> TodayState:
        today = self._overview.today()
        self._notices += tuple(notice for notice in today.notices if notice not in self._notices)
        return TodayState(today.date_text, today, self._lead(today), self._reading(today), self._notices)

    def _lead(self, today: Today) -> LeadCard:
        if today.first_run:
            return LeadCard(
                "Begin with five questions",
                (_BEGIN,),
                Action(TRY_LABEL, questions_to_try(self._library, self._lessons)),
            )
        if today.plan.planned_due or today.open_session:
            return _due_card(today)
        return _over_card(today) if today.plan.due else _free_card(today)

    def _reading(self, today: Today) -> ReadingCard | None:
        place = today.reading
        if place is None:
            return self._next_lesson(today)
        route = Route.to("lesson", topic=place.topic, section=place.section)
        action = Action("Continue reading", route)
        figure = self._figure(place.figure)
        return ReadingCard("Continue", place.topic_title, place.text, place.share, figure, action)

    def _next_lesson(self, today: Today) -> ReadingCard | None:
        cards = [card for group in self._lessons.list() for card in group.cards if card.dots]
        if not cards:
            return None
        unread = next((card for card in cards if card.state in _UNREAD), None)
        if unread is None:
            return self._again(today, cards[0].topic)
        begun = any(card.state is not ReadState.NOT_STARTED for card in cards)
        action = Action("Open the lesson" if begun else LESSON_LABEL, Route.to("lesson", topic=unread.topic))
        text = f"{unread.promise} About {counted(unread.minutes, 'minute')}."
        heading = "The next lesson" if begun else "The first lesson"
        return ReadingCard(heading, unread.title, text, None, self._picture(unread.topic), action)

    def _again(self, today: Today, first: TopicId) -> ReadingCard:
        """Return the card when every section is read: the topic that needs it most, or the list."""
        if not today.worth:
            picture = self._picture(first)
            return ReadingCard("Lessons", "Every lesson is read", _ALL_READ, None, picture, _LESSONS)
        look = today.worth[0]
        section = {"section": str(look.section)} if look.section else {}
        action = Action("Open the lesson", Route.to("lesson", topic=look.topic, **section))
        text = f"Every lesson is read. {look.reason} here."
        return ReadingCard("Read again", look.title, text, None, self._picture(look.topic), action)

    def _picture(self, topic: TopicId) -> Figure | None:
        figures = self._library.figures_of(topic)
        return self._figure(figures[0] if figures else None)

    def _figure(self, figure: FigureId | None) -> Figure | None:
        return self._library.figure(figure) if figure else None

    def _wait_for_the_turn(self) -> None:
        now = self._clock.now().local
        turn = now.replace(hour=DAY_TURNS_AT_HOUR, minute=0, second=0, microsecond=0)
        if turn <= now:
            turn += timedelta(days=1)
        self._turn.start(round((turn - now).total_seconds() * 1000) + _LATE_MS)

    @Slot()
    def _day_turned(self) -> None:
        self.refresh()
        self._wait_for_the_turn()

    @Slot(object, object)
    def _heard(self, changes: Changes, _source: object) -> None:
        if self._shown and changes & _CONCERNS:
            self.refresh()


_START = Action("Start review", Route.to("review", mode="due"))
_RESUME = Action("Resume review", Route.to("review", mode="resume"))
_FIVE = Action("Only 5 minutes", Route.to("review", mode="five"))
_FIVE_MORE = Action("5 minutes more", Route.to("review", mode="five"))
_NEW = Action("Learn something new", Route.to("review", mode="due"))
_LESSONS = Action("Open the lessons", Route.to("lessons"))
_READ = Action("Learn something new", Route.to("lessons"))


def _due_card(today: Today) -> LeadCard:
    texts = tuple(text for text in (today.subline, today.plan.sentence) if text)
    title = today.headline if today.plan.planned_due else "A review was left open"
    return LeadCard(title, texts, _RESUME if today.open_session else _START, _FIVE)


def _over_card(today: Today) -> LeadCard:
    rest = today.plan.sentence.removeprefix(f"{today.headline}. ")
    return LeadCard(today.headline, (rest,), _FIVE_MORE, _LESSONS)


def _free_card(today: Today) -> LeadCard:
    new = today.plan.planned_new
    offer = f"{counted(new, 'new question')} can be met today, {_minutes(today)}." if new else ""
    texts = tuple(text for text in (today.next_due, offer) if text)
    return LeadCard(today.headline, texts, _NEW if new else _READ, _LESSONS if new else None)


def _minutes(today: Today) -> str:
    return f"about {counted(today.plan.minutes, 'minute')}"
