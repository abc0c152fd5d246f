"""What the study service hands out: plain values, ready to show."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.changes import Changes
from app.core.course import Figure, Point, Source, Topic
from app.core.fsrs import Rating
from app.core.grading import Verdict
from app.core.ids import PointId, QuestionId, SectionId, TopicId
from app.core.questions import Question, Response
from app.core.scheduling import Confidence, Purpose
from app.core.session import CellState


@dataclass(frozen=True, slots=True)
class DayPlan:
    """The counts of today.

    `due` and `new` are all there is, `planned_due` and `planned_new` what fits today's budget; `minutes`
    is for those. `sentence` is empty without a backlog. `known` and `missed` split the planned due ones.
    `done_today` counts answers.
    """

    due: int
    new: int
    planned_due: int
    planned_new: int
    minutes: int
    backlog: bool
    sentence: str
    known: int
    missed: int
    done_today: int

    @property
    def total(self) -> int:
        """How many points a session started now holds."""
        return self.planned_due + self.planned_new

    @property
    def badge(self) -> int:
        """The number on the rail."""
        return min(self.total, 99)


@dataclass(frozen=True, slots=True)
class LessonLink:
    """The lesson section that teaches a point."""

    topic: TopicId
    section: SectionId
    topic_title: str
    section_title: str

    @property
    def title(self) -> str:
        """Topic and section as one line."""
        return f"{self.topic_title}: {self.section_title}" if self.section_title else self.topic_title


@dataclass(frozen=True, slots=True)
class Asking:
    """A question as it is shown: row r holds option or statement `order[r]`.

    `round` is 0 for the first asking in a session, more when it comes back after a miss. `figure` is set
    for a question answered on a figure; other figures belong to the feedback.
    """

    question: Question
    point: Point
    topic: Topic
    section_title: str
    order: tuple[int, ...]
    seed: int
    round: int
    is_new: bool
    purpose: Purpose
    kind_label: str
    figure: Figure | None
    flagged: bool
    note: str

    @property
    def key(self) -> tuple[str, int, int]:
        """What tells one asking from another: question, seed and round."""
        return self.question.head.id, self.seed, self.round


class Tone(StrEnum):
    """How the verdict is told."""

    RIGHT = "right"
    GUESSED = "guessed"
    PARTLY = "partly"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class GradeChoice:
    """One button of the grade row: when the point comes back with this grade."""

    rating: Rating
    label: str
    due_day: int
    days: int
    text: str


@dataclass(frozen=True, slots=True)
class Feedback:
    """What is told after an answer. `choices` is empty when the answer does not schedule.

    `slipping` means four lapses or more; `returns` that the point comes back in this session.
    """

    question: Question
    order: tuple[int, ...]
    response: Response
    verdict: Verdict
    confidence: Confidence | None
    tone: Tone
    title: str
    text: str
    suggested: Rating | None
    rating: Rating | None
    choices: tuple[GradeChoice, ...]
    key_point: str
    explanation: str
    figure: Figure | None
    step: str | None
    lesson: LessonLink
    sources: tuple[Source, ...]
    reviewed: date
    reviewer: str
    slipping: bool
    contrast: Point | None
    returns: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """One square of "This session"."""

    state: CellState
    point: PointId
    label: str


@dataclass(frozen=True, slots=True)
class Miss:
    """A question answered wrongly."""

    question: QuestionId
    point: Point
    ask: str
    lesson: LessonLink


@dataclass(frozen=True, slots=True)
class Reread:
    """A section worth reading again, with its reason in words."""

    lesson: LessonLink
    misses: int
    reason: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The end of a session. `right` of `points` were right at the first asking; times are in seconds.

    `missed` lists the points answered wrongly at least once; `more_due` is what is still due today.
    """

    name: str
    answered: int
    right: int
    points: int
    score: str
    seconds: int
    confident_misses: tuple[Miss, ...]
    reread: tuple[Reread, ...]
    missed: tuple[PointId, ...]
    tomorrow: int
    tomorrow_text: str
    more_due: int


@dataclass(frozen=True, slots=True)
class Step:
    """Where a session stands. "7 of 20" is `number` of `total`.

    `feedback` is set after the answer, together with `asking`; `summary` at the end, without. `seconds`
    is the active time of the answers so far.
    """

    name: str
    asking: Asking | None
    feedback: Feedback | None
    summary: Summary | None
    done: int
    total: int
    returning: int
    grid: tuple[Cell, ...]
    can_undo: bool
    seconds: int
    changes: Changes = Changes.NONE

    @property
    def number(self) -> int:
        """The number of the point being asked, from 1, never above `total`."""
        settled = self.feedback is not None and not self.feedback.returns
        return min(self.total, self.done + (0 if settled else 1))


@dataclass(frozen=True, slots=True)
class PutAside:
    """A point kept from being asked; `until_day` None means until it is brought back."""

    point: Point
    until_day: int | None
