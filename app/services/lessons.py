"""Lessons: the list with its state, reading, and the place where reading stopped."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from app.core.chance import stable_hash
from app.core.changes import Changes
from app.core.clock import Clock
from app.core.course import Lesson, Point, Section, Topic
from app.core.ids import SectionId, TopicId, topic_of
from app.services.course import Course
from app.services.study import StudyService
from app.services.wording import counted
from app.storage.progress import ProgressStore, Visit


class ReadState(StrEnum):
    """How far a section or lesson was read."""

    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    READ = "read"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class SectionDot:
    """One section of a lesson and how it stands."""

    section: SectionId
    title: str
    state: ReadState


@dataclass(frozen=True, slots=True)
class LessonCard:
    """One row of the lesson list. `due` counts points due today, `started` those asked at least once."""

    topic: TopicId
    title: str
    promise: str
    group: str
    minutes: int
    dots: tuple[SectionDot, ...]
    state: ReadState
    due: int
    points: int
    started: int
    reviewed: date
    reviewer: str
    text: str


@dataclass(frozen=True, slots=True)
class LessonGroup:
    """A heading of the list with its lessons."""

    title: str
    cards: tuple[LessonCard, ...]


@dataclass(frozen=True, slots=True)
class OpenLesson:
    """A lesson to read: `place` is where to begin, `offset` how far into that section, 0 to 1."""

    topic: Topic
    lesson: Lesson
    dots: tuple[SectionDot, ...]
    place: SectionId | None
    offset: float
    points: Mapping[SectionId, tuple[Point, ...]]


class LessonsService:
    """Reads the course and keeps what was read."""

    def __init__(self, bank: Course, store: ProgressStore, clock: Clock, study: StudyService) -> None:
        self._bank = bank
        self._store = store
        self._clock = clock
        self._study = study
        self._fingerprints: dict[tuple[TopicId, SectionId], int] = {}

    def list(self) -> tuple[LessonGroup, ...]:
        """Return all lessons by group, in curriculum order."""
        visits, memories = self._store.lessons.visits(), self._store.memories.all()
        points = Counter(point.topic for point in self._bank.points())
        started = Counter(point.topic for point in self._bank.points() if point.id in memories)
        due = Counter(topic_of(point) for point in self._study.due())
        cards = [
            _card(topic, self._dots(topic.id, visits), due[topic.id], points[topic.id], started[topic.id])
            for topic in self._bank.topics()
        ]
        order = list(dict.fromkeys(card.group for card in cards))
        cards.sort(key=lambda card: order.index(card.group))
        return tuple(
            LessonGroup(title, tuple(group)) for title, group in groupby(cards, key=lambda c: c.group)
        )

    def lesson(self, topic: TopicId) -> OpenLesson:
        """Return a lesson to read. KeyError when there is none."""
        dots = self._dots(topic, self._store.lessons.visits())
        lesson = self._bank.lesson(topic)
        place, offset = self._place(topic, dots)
        by_section: dict[SectionId, list[Point]] = {}
        for point in self._bank.points():
            if point.topic == topic:
                by_section.setdefault(point.section, []).append(point)
        points = {section: tuple(found) for section, found in by_section.items()}
        return OpenLesson(
            topic=self._bank.topic(topic), lesson=lesson, dots=dots, place=place, offset=offset, points=points
        )

    def open_section(self, topic: TopicId, section: SectionId) -> Changes:
        """Remember that a section was opened, and that reading stands there."""
        now = self._clock.now()
        with self._store.atomic():
            self._store.lessons.open_section(topic, section, now)
            self._store.lessons.save_place(topic, section, 0.0, now)
        return Changes.LESSONS

    def mark_read(self, topic: TopicId, section: SectionId) -> tuple[SectionId | None, Changes]:
        """Mark a section read; return the one after it, None after the last."""
        now = self._clock.now()
        ids = [SectionId(name) for name, _ in self._bank.section_titles(topic)]
        after = ids[ids.index(section) + 1] if section in ids[:-1] else None
        content = self._fingerprint(topic, section)
        with self._store.atomic():
            self._store.lessons.mark_read(topic, section, now, content, self._bank.digest)
            if after is not None:
                self._store.lessons.save_place(topic, after, 0.0, now)
        return after, Changes.LESSONS

    def mark_unread(self, topic: TopicId, section: SectionId) -> Changes:
        """Take back that a section was read."""
        self._store.lessons.mark_unread(topic, section)
        return Changes.LESSONS

    def save_place(self, topic: TopicId, section: SectionId, offset: float) -> Changes:
        """Remember how far into a section reading got, 0 to 1."""
        self._store.lessons.save_place(topic, section, min(1.0, max(0.0, offset)), self._clock.now())
        return Changes.NONE

    def _place(self, topic: TopicId, dots: tuple[SectionDot, ...]) -> tuple[SectionId | None, float]:
        known = {dot.section for dot in dots}
        for place in self._store.lessons.places():
            if place.topic == topic and place.section in known:
                return place.section, place.offset
        unread = (dot.section for dot in dots if dot.state is not ReadState.READ)
        return next(unread, dots[0].section if dots else None), 0.0

    def _dots(
        self, topic: TopicId, visits: Mapping[tuple[TopicId, SectionId], Visit]
    ) -> tuple[SectionDot, ...]:
        return tuple(
            SectionDot(
                SectionId(name),
                title,
                self._state(topic, SectionId(name), visits.get((topic, SectionId(name)))),
            )
            for name, title in self._bank.section_titles(topic)
        )

    def _state(self, topic: TopicId, section: SectionId, visit: Visit | None) -> ReadState:
        if visit is None:
            return ReadState.NOT_STARTED
        if visit.read_day is None:
            return ReadState.IN_PROGRESS
        # The text is only read again when the course is another one than that in which it was read.
        same = visit.course == self._bank.digest or visit.content == self._fingerprint(topic, section)
        return ReadState.READ if same else ReadState.CHANGED

    def _fingerprint(self, topic: TopicId, section: SectionId) -> int:
        key = (topic, section)
        if key not in self._fingerprints:
            for found in self._bank.lesson(topic).sections:
                self._fingerprints[topic, found.id] = fingerprint(found)
        return self._fingerprints.get(key, 0)


def fingerprint(section: Section) -> int:
    """Return a number that changes when the words of a section do, and with nothing else."""
    return stable_hash(*_texts(section))


def _texts(value: object) -> list[str]:
    """Return every text inside a value in its order; empty ones are left out, so new fields do no harm."""
    if isinstance(value, str):
        return [value] if value else []
    if isinstance(value, tuple):
        return [text for item in value for text in _texts(item)]
    inside = fields(value) if is_dataclass(value) else ()
    return [text for field in inside for text in _texts(getattr(value, field.name))]


def _card(topic: Topic, dots: tuple[SectionDot, ...], due: int, points: int, started: int) -> LessonCard:
    read = sum(dot.state in {ReadState.READ, ReadState.CHANGED} for dot in dots)
    return LessonCard(
        topic=topic.id,
        title=topic.title,
        promise=topic.promise,
        group=topic.group,
        minutes=topic.minutes,
        dots=dots,
        state=lesson_state(dots),
        due=due,
        points=points,
        started=started,
        reviewed=topic.reviewed,
        reviewer=topic.reviewer,
        text=f"{read} of {counted(len(dots), 'section')} read" if dots else "Not written yet",
    )


def lesson_state(dots: tuple[SectionDot, ...]) -> ReadState:
    """Return how a whole lesson stands: changed as soon as one read section changed."""
    states = {dot.state for dot in dots}
    if ReadState.CHANGED in states:
        return ReadState.CHANGED
    if not states or states == {ReadState.NOT_STARTED}:
        return ReadState.NOT_STARTED
    return ReadState.READ if states == {ReadState.READ} else ReadState.IN_PROGRESS
