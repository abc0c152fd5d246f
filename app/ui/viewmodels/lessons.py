"""The list of lessons: groups, how far each was read, what a filter finds."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot

from app.core.changes import Changes
from app.core.course import Figure, FigureBlock
from app.core.ids import SectionId, TopicId
from app.core.notices import Notice
from app.core.problems import Problem
from app.services.lessons import LessonCard, LessonsService, ReadState
from app.services.library import LibraryService
from app.services.wording import counted
from app.ui.runtime.events import AppEvents
from app.ui.viewmodels.trouble import trouble

_CONCERNS = Changes.PROGRESS | Changes.LESSONS | Changes.SETTINGS | Changes.CONTENT
STATE_WORDS = {
    ReadState.NOT_STARTED: "Not started",
    ReadState.IN_PROGRESS: "In progress",
    ReadState.READ: "Read",
    ReadState.CHANGED: "Changed since you read it",
}
_ACTIONS = {
    ReadState.NOT_STARTED: "Start",
    ReadState.IN_PROGRESS: "Continue",
    ReadState.READ: "Read again",
    ReadState.CHANGED: "Read what changed",
}


@dataclass(frozen=True, slots=True)
class LessonRow:
    """One lesson of the list.

    `section` is where opening it leads, empty for the place where reading stopped; `place` says it in words.
    `is_current` marks the one lesson to go on with. `figure` is the lesson's first picture.
    """

    card: LessonCard
    figure: Figure | None
    status: str
    action: str
    place: str = ""
    section: str = ""
    is_current: bool = False

    @property
    def due_text(self) -> str:
        """How many of its points are due, empty for none."""
        return f"{self.card.due} due" if self.card.due else ""

    @property
    def meta(self) -> str:
        """Length and reading so far as one line."""
        return f"{self.card.minutes} min · {self.card.text}"

    @property
    def spoken(self) -> str:
        """State, reading and due points for assistive tools."""
        due = f"{counted(self.card.due, 'point')} due" if self.card.due else "Nothing due"
        parts = (self.card.promise.rstrip("."), self.status, f"{self.card.minutes} minutes", self.card.text)
        return ". ".join(part for part in (*parts, due, self.place) if part) + "."


@dataclass(frozen=True, slots=True)
class RowGroup:
    """A heading of the list with its rows."""

    title: str
    rows: tuple[LessonRow, ...]


@dataclass(frozen=True, slots=True)
class LessonsState:
    """What the list shows. `empty` says why nothing is shown, `found` how many a filter left."""

    groups: tuple[RowGroup, ...] = ()
    query: str = ""
    summary: str = ""
    found: str = ""
    empty: str = ""
    trouble: Notice | None = None


class LessonsModel(QObject):
    """Reads the list when it is shown and when something changed. `changed(LessonsState)` follows."""

    changed = Signal(object)

    def __init__(self, lessons: LessonsService, library: LibraryService, events: AppEvents) -> None:
        super().__init__()
        self._lessons, self._library = lessons, library
        self._active = False
        self._rows: tuple[LessonRow, ...] = ()
        self._figures: dict[TopicId, Figure | None] = {}
        self.state = LessonsState()
        events.changed.connect(self._heard)

    def enter(self) -> None:
        """Read the list, and again whenever something changes."""
        self._active = True
        self.refresh()

    def leave(self) -> None:
        """Stop following changes until the next `enter`."""
        self._active = False

    @Slot()
    def refresh(self) -> None:
        """Read the list; a problem is told above what was last read."""
        try:
            cards = [card for group in self._lessons.list() for card in group.cards]
            current = next((c.topic for c in cards if c.state is ReadState.IN_PROGRESS), None)
            self._rows = tuple(self._row(card, is_current=card.topic == current) for card in cards)
        except Problem as problem:
            self._set(replace(self.state, trouble=trouble(problem)))
            return
        self._show(self.state.query)

    @Slot(str)
    def filter(self, query: str) -> None:
        """Show only lessons whose title, promise, group or section titles hold every word of `query`."""
        self._show(query)

    @Slot()
    def clear_filter(self) -> None:
        """Show all lessons again."""
        self._show("")

    def _show(self, query: str) -> None:
        words = query.casefold().split()
        rows = [match for row in self._rows if (match := _match(row, words)) is not None]
        titles = list(dict.fromkeys(row.card.group for row in rows))
        groups = tuple(RowGroup(t, tuple(row for row in rows if row.card.group == t)) for t in titles)
        read = sum(row.card.state is ReadState.READ for row in self._rows)
        told = f", {read} read" if read else ""
        summary = f"{counted(len(self._rows), 'lesson')}{told}" if self._rows else ""
        found = counted(len(rows), "lesson") if words else ""
        self._set(LessonsState(groups, query, summary, found, self._empty(rows, query)))

    def _empty(self, rows: list[LessonRow], query: str) -> str:
        if rows:
            return ""
        if not self._rows:
            return "This course has no lessons yet."
        return f"No lesson mentions “{query.strip()}” in its title, its promise or its sections."

    def _row(self, card: LessonCard, *, is_current: bool) -> LessonRow:
        place = ""
        if card.state is ReadState.IN_PROGRESS:
            here = self._lessons.lesson(card.topic).place
            numbers = {dot.section: (number, dot.title) for number, dot in enumerate(card.dots, 1)}
            if here in numbers:
                number, title = numbers[here]
                place = f"Section {number} of {len(card.dots)}: {title}"
        return LessonRow(
            card, self._figure(card.topic), STATE_WORDS[card.state], _ACTIONS[card.state], place,
            is_current=is_current,
        )  # fmt: skip

    def _figure(self, topic: TopicId) -> Figure | None:
        if topic not in self._figures:
            blocks = (b for s in self._lessons.lesson(topic).lesson.sections for b in s.blocks)
            first = next((b.figure for b in blocks if isinstance(b, FigureBlock)), None)
            self._figures[topic] = self._library.figure(first) if first else None
        return self._figures[topic]

    def _set(self, state: LessonsState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit(state)

    @Slot(object, object)
    def _heard(self, changes: Changes, _source: object) -> None:
        if changes & Changes.CONTENT:
            self._figures.clear()
        if self._active and changes & _CONCERNS:
            self.refresh()


def _match(row: LessonRow, words: list[str]) -> LessonRow | None:
    """Return the row if it holds every word; one found by a section's title leads to that section."""
    card = row.card
    whole = f"{card.title} {card.promise} {card.group}".casefold()
    if all(word in whole for word in words):
        return row
    for number, dot in enumerate(card.dots, 1):
        if all(word in f"{whole} {dot.title.casefold()}" for word in words):
            place = f"Section {number} of {len(card.dots)}: {dot.title}"
            return replace(row, place=place, section=SectionId(dot.section), action="Open this section")
    return None
