"""Topics in numbers: how they stand, which need another look, how near they are to the exam."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.core.clock import date_day
from app.core.course import Topic
from app.core.fsrs import Fsrs
from app.core.ids import PointId, SectionId, TopicId
from app.core.mastery import Share, Tally, at_exam_level
from app.core.scheduling import Memory, recall_chance
from app.core.settings import Settings
from app.services.overview.values import ExamCard, TopicRow, WorthLook
from app.services.wording import counted, long_date, span_text

UNSEEN_DAYS = 21
LOW_SHARE = 0.7
SLOW_FACTOR = 1.6
MOST_LOOKS = 3


@dataclass(frozen=True, slots=True)
class TopicState:
    """A topic with its memories, the number of its points and its counts."""

    topic: Topic
    points: int
    memories: tuple[Memory, ...]
    tally: Tally

    @property
    def last_day(self) -> int:
        """The last study day on which a point of it was answered; 0 before the first."""
        return max((memory.last_day for memory in self.memories), default=0)


def topic_row(state: TopicState, day: int, fsrs: Fsrs) -> TopicRow:
    """Return a topic's row. Need is 1 minus the share right, drawn towards one half where answers are few."""
    share, started = state.tally.firsts, len(state.memories)
    recall = sum(recall_chance(m, day, fsrs) for m in state.memories) / started if started else None
    need = 1.0 - (share.low + share.high) / 2 if started else 0.0
    told = f"{share.k} of {share.n} right" if share.n else "Not asked yet"
    text = f"{told}. {started} of {counted(state.points, 'point')} started."
    return TopicRow(
        topic=state.topic.id,
        title=state.topic.title,
        group=state.topic.group,
        share=share,
        points=state.points,
        started=started,
        recall=recall,
        need=need,
        text=text,
    )


def by_need(rows: Sequence[TopicRow]) -> tuple[TopicRow, ...]:
    """Return the rows, the neediest first, those not started last; ties stay in curriculum order."""
    return tuple(sorted(rows, key=lambda row: (row.started == 0, -row.need)))


def worth_another_look(
    states: Sequence[TopicState],
    day: int,
    weakest: Mapping[TopicId, SectionId],
    shares: Mapping[TopicId, Share],
) -> tuple[WorthLook, ...]:
    """Return up to three topics with the reason, the lowest share first.

    `shares` are those the progress page shows, so that a topic has one figure everywhere.
    """
    answers = sum(s.tally.answers for s in states)
    usual = sum(s.tally.active_ms for s in states) / answers if answers else 0.0
    found = [(s, _reason(s, shares[s.topic.id], day, usual)) for s in states if s.memories]
    found = [(state, reason) for state, reason in found if reason]
    found.sort(key=lambda pair: shares[pair[0].topic.id].low + shares[pair[0].topic.id].high)
    return tuple(
        WorthLook(s.topic.id, s.topic.title, reason, shares[s.topic.id], weakest.get(s.topic.id))
        for s, reason in found[:MOST_LOOKS]
    )


def _reason(state: TopicState, share: Share, day: int, usual_ms: float) -> str:
    """Return why the topic deserves a look, the gravest reason; empty when it does not."""
    tally = state.tally
    if tally.confident_misses:
        return counted(tally.confident_misses, "confident miss", "confident misses")
    if tally.firsts.enough and share.value < LOW_SHARE:
        return f"{share.k} of {share.n} right"
    away = day - state.last_day
    if away >= UNSEEN_DAYS:
        return f"Not seen for {span_text(away)}"
    slow = tally.firsts.enough and tally.active_ms / tally.answers > SLOW_FACTOR * usual_ms
    return "Slow answers" if slow else ""


def weakest_sections(
    memories: Mapping[PointId, Memory], sections: Mapping[PointId, tuple[TopicId, SectionId]]
) -> dict[TopicId, SectionId]:
    """Return for each topic the section of its most often forgotten, least stable point."""
    worst: dict[TopicId, tuple[tuple[int, float], SectionId]] = {}
    for point, memory in memories.items():
        if point not in sections:
            continue
        topic, section = sections[point]
        rank = (-memory.lapses - int(memory.relearning), memory.stability)
        if topic not in worst or rank < worst[topic][0]:
            worst[topic] = (rank, section)
    return {topic: section for topic, (_, section) in worst.items()}


def exam_card(settings: Settings, today: date, states: Sequence[TopicState], fsrs: Fsrs) -> ExamCard | None:
    """Return the exam card; None without an exam ahead."""
    when = settings.exam_date
    if when is None or when < today:
        return None
    days, day = (when - today).days, date_day(when)
    taught = [state for state in states if state.points]
    ready = sum(at_exam_level(s.memories, s.points, day, fsrs) for s in taught)
    share = Share(ready, len(taught))
    unmet = sum(s.points - len(s.memories) for s in taught)
    return ExamCard(
        name=settings.exam_name or "Exam",
        date=when,
        days=days,
        text=f"{long_date(when)}, {_away(days)}",
        share=share.value,
        share_text=f"{ready} of {counted(len(taught), 'topic')} at exam level.",
        pace_text=_pace(unmet, days),
    )


def _away(days: int) -> str:
    return "today" if days == 0 else "tomorrow" if days == 1 else f"{days} days away"


def _pace(unmet: int, days: int) -> str:
    if not unmet:
        return "You have met every point."
    if not days:
        return f"{counted(unmet, 'point')} not met yet."
    pace = math.ceil(unmet / days)
    covers = "covers" if pace == 1 else "cover"
    return f"{counted(pace, 'new question')} a day {covers} the course in time."
