"""From an answer to what is written down and told."""

from dataclasses import dataclass, replace

from app.core.clock import Clock, Moment
from app.core.fsrs import Fsrs, Rating
from app.core.grading import Verdict, judge
from app.core.ids import FigureId, PointId
from app.core.pace import Pace, capped, length_of
from app.core.questions import Pointed, Response
from app.core.review_log import Review, remembered
from app.core.scheduling import (
    Confidence,
    Memory,
    Purpose,
    Scheduler,
    elapsed_days,
    suggest,
)
from app.core.session import Given, StudySession
from app.services.course import Course
from app.services.preferences import PreferencesService
from app.services.study.feedback import grade_choice, graded, tell, with_rating
from app.services.study.values import Asking, Feedback, GradeChoice
from app.storage.progress import ProgressStore


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer with its grade: what to write, the memory before and after, what is told."""

    review: Review
    before: Memory | None
    memory: Memory
    feedback: Feedback


class Grader:
    """Judges answers and chooses their due days; writes nothing."""

    def __init__(
        self, bank: Course, store: ProgressStore, clock: Clock, preferences: PreferencesService, fsrs: Fsrs
    ) -> None:
        self._bank = bank
        self._store = store
        self._clock = clock
        self._preferences = preferences
        self._fsrs = fsrs

    def answered(
        self, asking: Asking, response: Response, confidence: Confidence, active_ms: int, pace: Pace
    ) -> Answered:
        """Return the answer with the grade it speaks for."""
        verdict = judge(asking.question, response)
        before = self._store.memories.of(asking.point.id)
        bare = aside_review(asking, response, verdict, confidence, active_ms, self._clock.now())
        relative = pace.relative(bare.active_ms, bare.length)
        rating = suggest(
            verdict,
            asking.question.kind,
            confidence,
            relative if self._preferences.settings.time_grading else None,
            before.last_rating if before else None,
        )
        choices = self._choices(before, bare)
        review = replace(
            bare,
            rating=rating,
            due_day=due_day_of(choices, rating),
            elapsed=elapsed_days(before, bare.day),
        )
        memory = remembered(before, review, self._fsrs)
        told = tell(self._bank, asking, response, verdict, confidence)
        feedback = graded(told, rating, choices, slipping=memory.slipping)
        return Answered(review, before, memory, feedback)

    def regraded(self, answered: Answered, rating: Rating) -> Answered:
        """Return the answer with another grade."""
        due_day = due_day_of(answered.feedback.choices, rating)
        review = replace(answered.review, rating=rating, due_day=due_day)
        memory = remembered(answered.before, review, self._fsrs)
        feedback = replace(with_rating(answered.feedback, rating), slipping=memory.slipping)
        return Answered(review, answered.before, memory, feedback)

    def _choices(self, before: Memory | None, review: Review) -> tuple[GradeChoice, ...]:
        scheduler = Scheduler(self._fsrs, self._preferences.settings.desired_retention)
        load = self._store.memories.due_counts
        days = scheduler.due_days(before, review.point, review.right, review.day, load)
        return tuple(grade_choice(rating, due_day, review.day) for rating, due_day in days.items())


def due_day_of(choices: tuple[GradeChoice, ...], rating: Rating) -> int:
    """Return the due day shown on a button of the grade row."""
    return next(choice.due_day for choice in choices if choice.rating is rating)


def aside_review(
    asking: Asking,
    response: Response,
    verdict: Verdict,
    confidence: Confidence | None,
    active_ms: int,
    at: Moment,
) -> Review:
    """Return an answer as it is written down when nothing is scheduled."""
    return Review(
        purpose=asking.purpose,
        question=asking.question.head.id,
        point=asking.point.id,
        response=response,
        seed=asking.seed,
        earned=verdict.earned,
        possible=verdict.possible,
        confidence=confidence,
        rating=None,
        active_ms=capped(active_ms),
        at=at,
        day=at.study_day,
        length=length_of(asking.question),
    )


def self_test_review(
    figure: FigureId, hotspot: str, chosen: str | None, active_ms: int, at: Moment
) -> Review:
    """Return one step of a figure's self-test as it is written down; it belongs to no point."""
    return Review(
        purpose=Purpose.SELF_TEST,
        question=f"{figure}#{hotspot}",
        point=PointId(""),
        response=Pointed(chosen),
        seed=0,
        earned=float(chosen == hotspot),
        possible=1.0,
        confidence=None,
        rating=None,
        active_ms=capped(active_ms),
        at=at,
        day=at.study_day,
    )


def given_of(session: StudySession, review: Review) -> Given:
    """Return the answer as the session keeps it."""
    if session.turn is None or review.rating is None or review.confidence is None:
        raise ValueError("the answer is not graded")
    return Given(
        turn=session.turn,
        event=review.seq,
        right=review.right,
        rating=review.rating,
        confidence=review.confidence,
        at_ms=review.at.utc_ms,
        active_ms=review.active_ms,
    )
