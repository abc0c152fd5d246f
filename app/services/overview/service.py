"""The overview: what the first page and the progress page show."""

from collections.abc import Mapping

from app.core.clock import Clock, day_date
from app.core.course import FigureBlock, Lesson
from app.core.fsrs import Fsrs
from app.core.ids import FigureId, PointId, QuestionId, SectionId, TopicId
from app.core.mastery import EXPECTED_RIGHT, Tally, calibration_sentence, heat_level, total
from app.core.notices import Notice
from app.core.scheduling import Confidence, Memory
from app.services.course import Course
from app.services.overview.sentences import (
    clock_notice,
    headline,
    next_due_text,
    study_days_text,
    subline,
)
from app.services.overview.topics import (
    TopicState,
    by_need,
    exam_card,
    topic_row,
    weakest_sections,
    worth_another_look,
)
from app.services.overview.values import (
    Calibration,
    CalibrationPoint,
    ContinueReading,
    DayCount,
    HeatDay,
    Progress,
    Remembering,
    Today,
)
from app.services.preferences import PreferencesService
from app.services.study import StudyService
from app.services.study.summary import miss_of
from app.services.wording import long_date, weekday_label
from app.storage.progress import ProgressStore, Visit

MONTH, QUARTER, HEAT_DAYS = 30, 90, 126
_LABELS = {Confidence.GUESS: "Guess", Confidence.THINK: "Think so", Confidence.CERTAIN: "Certain"}
_HOUR_MS = 3_600_000


class OverviewService:
    """Reads kept sums and memories; nothing here grows with the length of the log."""

    def __init__(
        self,
        bank: Course,
        store: ProgressStore,
        clock: Clock,
        preferences: PreferencesService,
        study: StudyService,
        fsrs: Fsrs | None = None,
    ) -> None:
        self._bank = bank
        self._store = store
        self._clock = clock
        self._preferences = preferences
        self._study = study
        self._fsrs = fsrs or Fsrs()
        self._told: set[str] = set()

    def today(self) -> Today:
        """Return the first page."""
        day = self._day
        plan, memories = self._study.plan(), self._store.memories.all()
        month = self._states(memories, MONTH)
        shares = {state.topic.id: state.tally.firsts for state in self._states(memories, QUARTER)}
        heat = self._heat()
        following = self._following(MONTH * 2)
        return Today(
            day=day,
            date=day_date(day),
            date_text=long_date(day_date(day)),
            plan=plan,
            headline=headline(plan),
            subline=subline(plan),
            first_run=self._store.log.last_utc_ms() is None,
            open_session=self._study.has_session(),
            next_due=next_due_text(following),
            coming_up=following[:7],
            worth=worth_another_look(month, day, self._weakest(memories), shares),
            heat=heat,
            study_days=study_days_text(heat),
            remembering=self._remembering(month),
            reading=self._reading(),
            exam=exam_card(self._preferences.settings, day_date(day), month, self._fsrs),
            notices=self._notices(),
        )

    def progress(self) -> Progress:
        """Return the progress page."""
        memories, day = self._store.memories.all(), self._day
        quarter, month = self._states(memories, QUARTER), self._states(memories, MONTH)
        heat = self._heat()
        return Progress(
            remembering=self._remembering(month),
            topics=by_need([topic_row(state, day, self._fsrs) for state in quarter]),
            calibration=self._calibration(total(state.tally for state in quarter)),
            coming_up=self._following(MONTH),
            heat=heat,
            study_days=study_days_text(heat),
            exam=exam_card(self._preferences.settings, day_date(day), month, self._fsrs),
            answers=sum(memory.reps for memory in memories.values()),
        )

    @property
    def _day(self) -> int:
        return self._clock.now().study_day

    def _states(self, memories: Mapping[PointId, Memory], days: int) -> tuple[TopicState, ...]:
        tallies = self._store.tallies.by_topic(self._day - days + 1, self._day)
        points: dict[TopicId, list[PointId]] = {}
        for point in self._bank.points():
            points.setdefault(point.topic, []).append(point.id)
        return tuple(
            TopicState(
                topic,
                len(points.get(topic.id, ())),
                tuple(memories[p] for p in points.get(topic.id, ()) if p in memories),
                tallies.get(topic.id, Tally()),
            )
            for topic in self._bank.topics()
        )

    def _weakest(self, memories: Mapping[PointId, Memory]) -> dict[TopicId, SectionId]:
        sections = {point.id: (point.topic, point.section) for point in self._bank.points()}
        return weakest_sections(memories, sections)

    def _following(self, days: int) -> tuple[DayCount, ...]:
        today = self._day
        return tuple(
            DayCount(day, day_date(day), count, weekday_label(day, today))
            for day, count in enumerate(self._study.coming_up(days), today)
        )

    def _heat(self) -> tuple[HeatDay, ...]:
        first, last = self._day - HEAT_DAYS + 1, self._day
        answers = self._store.tallies.by_day(first, last)
        visits = self._store.lessons.visits().values()
        reading = {v.opened_day for v in visits} | {v.read_day for v in visits}
        counts = {day: tally.answers for day, tally in answers.items()}
        return tuple(
            HeatDay(
                day,
                day_date(day),
                counts.get(day, 0),
                max(heat_level(counts.get(day, 0)), int(day in reading)),
            )
            for day in range(first, last + 1)
        )

    def _remembering(self, month: tuple[TopicState, ...]) -> Remembering:
        share = total(state.tally for state in month).remembering
        goal = self._preferences.settings.desired_retention
        told = "of reviews remembered in the last 30 days." if share.enough else "in the last 30 days."
        return Remembering(share, goal, f"{told} Your goal is {round(goal * 100)}%.")

    def _calibration(self, tally: Tally) -> Calibration:
        points = tuple(
            CalibrationPoint(c, _LABELS[c], tally.by_confidence(c), EXPECTED_RIGHT[c]) for c in Confidence
        )
        recent = (
            miss_of(self._bank, QuestionId(r.question), r.point) for r in self._store.log.confident_misses(10)
        )
        return Calibration(
            points, calibration_sentence(tally), tally.confident_misses, tuple(m for m in recent if m)
        )

    def _reading(self) -> ContinueReading | None:
        visits = self._store.lessons.visits()
        for place in self._store.lessons.places():
            titles = self._titles(place.topic)
            read = [name for name in titles if _is_read(visits.get((place.topic, name)))]
            if place.section not in titles or len(read) == len(titles):
                continue
            number = list(titles).index(place.section) + 1
            title = titles[place.section]
            return ContinueReading(
                topic=place.topic,
                topic_title=self._bank.topic(place.topic).title,
                section=place.section,
                section_title=title,
                number=number,
                count=len(titles),
                figure=_figure(self._bank.lesson(place.topic), place.section),
                text=f"Section {number} of {len(titles)}: {title}",
                share=len(read) / len(titles),
            )
        return None

    def _titles(self, topic: TopicId) -> dict[SectionId, str]:
        if all(known.id != topic for known in self._bank.topics()):
            return {}
        return {SectionId(name): title for name, title in self._bank.section_titles(topic)}

    def _notices(self) -> tuple[Notice, ...]:
        last = self._store.log.last_utc_ms()
        back = last is not None and self._clock.now().utc_ms < last - _HOUR_MS
        told = (self._store.notice, self._preferences.notice, clock_notice() if back else None)
        shown = tuple(notice for notice in told if notice is not None and notice.text not in self._told)
        self._told.update(notice.text for notice in shown)
        return shown


def _is_read(visit: Visit | None) -> bool:
    return visit is not None and visit.read_day is not None


def _figure(lesson: Lesson, section: SectionId) -> FigureId | None:
    """Return the first figure of a section, else of the lesson."""
    ordered = sorted(lesson.sections, key=lambda found: found.id != section)
    blocks = (block for found in ordered for block in found.blocks)
    return next((block.figure for block in blocks if isinstance(block, FigureBlock)), None)
