"""The end of a session in numbers and words."""

from collections import Counter

from app.core.course import Point
from app.core.ids import PointId, QuestionId, SectionId, TopicId
from app.core.mastery import Share
from app.core.scheduling import Confidence
from app.core.session import StudySession
from app.services.course import Course
from app.services.study.feedback import lesson_link
from app.services.study.values import Miss, Reread, Summary
from app.services.wording import counted

MOST_REREAD = 3


def summarise(session: StudySession, bank: Course, tomorrow: int, more_due: int) -> Summary:
    """Return the summary; `tomorrow` is how many points are due by tomorrow, `more_due` how many still
    today.
    """
    first = session.first_answers
    share = Share(sum(given.right for given in first), len(first))
    certain = (g for g in first if not g.right and g.confidence is Confidence.CERTAIN)
    misses = (miss_of(bank, g.turn.question, session.items[g.turn.item].point) for g in certain)
    return Summary(
        name=session.name,
        answered=len(session.given),
        right=share.k,
        points=share.n,
        score=f"{share.k} of {share.n}, {share.text}" if share.enough else f"{share.k} of {share.n}",
        seconds=round(session.active_ms / 1000),
        confident_misses=tuple(miss for miss in misses if miss is not None),
        reread=_reread(session, bank),
        missed=tuple(point for point in session.missed if point not in session.left_points),
        tomorrow=tomorrow,
        tomorrow_text=f"Tomorrow: {counted(tomorrow, 'question')}."
        if tomorrow
        else "Nothing is due tomorrow.",
        more_due=more_due,
    )


def miss_of(bank: Course, question: QuestionId, point_id: PointId) -> Miss | None:
    """Return a missed question with its lesson; None when it is no longer in the course."""
    found, point = bank.question(question), bank.point(point_id)
    if found is None or point is None:
        return None
    return Miss(question, point, found.head.ask, lesson_link(bank, point.topic, point.section))


def _reread(session: StudySession, bank: Course) -> tuple[Reread, ...]:
    asked = Counter(_section(bank.point(session.items[g.turn.item].point)) for g in session.first_answers)
    missed = Counter(_section(bank.point(point)) for point in session.missed)
    worst = sorted(missed.items(), key=lambda entry: (-entry[1], -entry[1] / asked[entry[0]]))
    return tuple(
        Reread(lesson_link(bank, *section), count, f"{count} of {asked[section]} missed")
        for section, count in worst
        if section is not None
    )[:MOST_REREAD]


def _section(point: Point | None) -> tuple[TopicId, SectionId] | None:
    return (point.topic, point.section) if point else None
