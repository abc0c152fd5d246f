"""Stand-ins for time and for the course."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from app.core.clock import Moment, date_day
from app.core.course import Figure, Lesson, Point, Source, Topic
from app.core.ids import FigureId, PointId, QuestionId, SourceKey, TopicId
from app.core.questions import Audience, Picked, Question, SingleBest
from app.core.scheduling import Confidence
from app.services.care import CareService
from app.services.lessons import LessonsService
from app.services.overview import OverviewService
from app.services.preferences import PreferencesService
from app.services.study import Step, StudyService
from app.storage.progress import ProgressStore
from app.storage.settings import SettingsStore
from tests.builders import BOTH, a_head, a_lesson, a_point, a_single, a_topic

DAY_MS = 86_400_000
NOON = 12 * 3_600_000
FIRST_DAY = date_day(date(2026, 11, 23))


@dataclass
class FakeClock:
    """A clock that stands still until moved; it starts at noon UTC on 23 November 2026."""

    utc_ms: int = FIRST_DAY * DAY_MS + NOON
    offset_min: int = 0
    seconds: float = 0.0

    def now(self) -> Moment:
        return Moment(self.utc_ms, self.offset_min)

    def monotonic(self) -> float:
        return self.seconds

    def pass_seconds(self, seconds: float) -> None:
        self.utc_ms += round(seconds * 1000)
        self.seconds += seconds

    def pass_minutes(self, minutes: float) -> None:
        self.pass_seconds(minutes * 60)

    def pass_days(self, days: int) -> None:
        self.utc_ms += days * DAY_MS
        self.seconds += max(0, days) * 86_400.0


@dataclass
class FakeBank:
    """A course in memory."""

    all_topics: tuple[Topic, ...] = ()
    lessons: dict[str, Lesson] = field(default_factory=dict)
    all_points: tuple[Point, ...] = ()
    questions: dict[str, Question] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)
    digest: str = "digest-1"

    def topics(self) -> tuple[Topic, ...]:
        return self.all_topics

    def topic(self, topic_id: TopicId) -> Topic:
        return next(t for t in self.all_topics if t.id == topic_id)

    def lesson(self, topic_id: TopicId) -> Lesson:
        return self.lessons[topic_id]

    def points(self) -> tuple[Point, ...]:
        return self.all_points

    def points_for(self, audience: Audience | None) -> tuple[Point, ...]:
        every = (q.head for q in self.questions.values() if not q.head.retired)
        asked = {head.point for head in every if audience is None or audience in head.audience}
        return tuple(point for point in self.all_points if point.id in asked)

    def section_titles(self, topic_id: TopicId) -> tuple[tuple[str, str], ...]:
        return tuple((s.id, s.title) for s in self.lessons[topic_id].sections)

    def point(self, point_id: PointId) -> Point | None:
        return next((p for p in self.all_points if p.id == point_id), None)

    def questions_of(self, point_id: PointId) -> tuple[Question, ...]:
        return tuple(
            q for _, q in sorted(self.questions.items()) if q.head.point == point_id and not q.head.retired
        )

    def question(self, question_id: QuestionId) -> Question | None:
        return self.questions.get(question_id)

    def figure(self, figure_id: FigureId) -> Figure | None:
        return self.figures.get(figure_id)

    def sources(self, keys: Iterable[SourceKey]) -> tuple[Source, ...]:
        return tuple(Source(key, f"About {key}", "A") for key in keys)


def a_course(
    topics: int = 2, points: int = 6, variants: int = 2, sections: Sequence[str] = ("first", "second")
) -> FakeBank:
    """Return a course: `points` points a topic in turn over `sections`, each with `variants` single
    questions.
    """
    bank = FakeBank()
    bank.all_topics = tuple(
        a_topic(f"topic-{t}", t, "Normal" if t < 2 else "Conditions") for t in range(1, topics + 1)
    )
    every: list[Point] = []
    for topic in bank.all_topics:
        bank.lessons[topic.id] = a_lesson(topic.id, sections)
        for number in range(points):
            section = sections[number * len(sections) // points]
            point = a_point(f"{topic.id}/point-{number:03d}", section, f"Statement {number} of {topic.id}.")
            every.append(point)
            for variant in range(1, variants + 1):
                head = a_head(f"{point.id}-q{variant:02d}", audience=BOTH)
                bank.questions[head.id] = a_single(head, right=number % 4)
    bank.all_points = tuple(every)
    return bank


@dataclass
class StudyRoom:
    """The services over a real progress file in a folder of its own, a fake course and a fake clock."""

    folder: Path
    bank: FakeBank = field(default_factory=a_course)
    clock: FakeClock = field(default_factory=FakeClock)

    def __post_init__(self) -> None:
        self.open()

    @property
    def path(self) -> Path:
        return self.folder / "progress.db"

    @property
    def backups(self) -> Path:
        return self.folder / "backups"

    def open(self) -> None:
        self.store = ProgressStore.open(self.path, self.backups, self.clock.now(), busy_seconds=0.05)
        self.preferences = PreferencesService(SettingsStore(self.folder / "settings.json"))
        self.study = StudyService(self.bank, self.store, self.clock, self.preferences)
        self.lessons = LessonsService(self.bank, self.store, self.clock, self.study)
        self.overview = OverviewService(self.bank, self.store, self.clock, self.preferences, self.study)
        self.care = CareService(self.path, self.backups, self.clock)

    def close(self) -> None:
        self.store.close()

    def restart(self) -> None:
        self.close()
        self.open()

    def give(
        self, right: bool = True, confidence: Confidence = Confidence.THINK, active_ms: int = 9000
    ) -> Step:
        """Answer the question shown and stay at its feedback."""
        shown = self.study.step()
        assert shown is not None
        assert shown.asking is not None
        question = shown.asking.question
        assert isinstance(question, SingleBest)
        key = next(i for i, option in enumerate(question.options) if option.right)
        pick = key if right else (key + 1) % len(question.options)
        self.clock.pass_seconds(active_ms / 1000)
        return self.study.answer(Picked(frozenset({pick})), confidence, active_ms)

    def go(self, *right: bool, confidence: Confidence = Confidence.THINK) -> Step:
        """Answer one question after the other, advancing after each."""
        step = self.study.step()
        for each in right:
            self.give(each, confidence)
            step = self.study.advance()
        assert step is not None
        return step

    def study_day(self, count: int = 4, right: bool = True) -> None:
        """Do a session of new points to its end, all answered alike the first time and rightly then."""
        step = self.study.start_new(count)
        while step.asking is not None:
            first = step.asking.round == 0
            self.give(right or not first)
            step = self.study.advance()
