"""What the overview hands out: plain values, ready to show."""

from dataclasses import dataclass
from datetime import date

from app.core.ids import FigureId, SectionId, TopicId
from app.core.mastery import Share
from app.core.notices import Notice
from app.core.scheduling import Confidence
from app.services.study.values import DayPlan, Miss


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many points are due on a day; today counts all that is due by now."""

    day: int
    date: date
    count: int
    label: str


@dataclass(frozen=True, slots=True)
class HeatDay:
    """One square of the study days: answers given, and the shade, 0 to 4."""

    day: int
    date: date
    answers: int
    level: int


@dataclass(frozen=True, slots=True)
class WorthLook:
    """A topic worth another look, with its reason in words."""

    topic: TopicId
    title: str
    reason: str
    share: Share
    section: SectionId | None


@dataclass(frozen=True, slots=True)
class Remembering:
    """Of the known points asked in the last 30 days, those still remembered; `goal` is a share, 0 to 1."""

    share: Share
    goal: float
    text: str


@dataclass(frozen=True, slots=True)
class ContinueReading:
    """Where reading stopped: section `number` of `count`; `share` of the sections is read."""

    topic: TopicId
    topic_title: str
    section: SectionId
    section_title: str
    number: int
    count: int
    figure: FigureId | None
    text: str
    share: float


@dataclass(frozen=True, slots=True)
class ExamCard:
    """The exam: `share` of the topics is at exam level."""

    name: str
    date: date
    days: int
    text: str
    share: float
    share_text: str
    pace_text: str


@dataclass(frozen=True, slots=True)
class Today:
    """Everything the first page shows."""

    day: int
    date: date
    date_text: str
    plan: DayPlan
    headline: str
    subline: str
    first_run: bool
    open_session: bool
    next_due: str
    coming_up: tuple[DayCount, ...]
    worth: tuple[WorthLook, ...]
    heat: tuple[HeatDay, ...]
    study_days: str
    remembering: Remembering
    reading: ContinueReading | None
    exam: ExamCard | None
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One topic on the progress page.

    `share` is of first askings in the last 90 days, fully right. `recall` is the mean chance of recall
    today of the points started, None when there are none. `need` orders the rows, 0 to 1.
    """

    topic: TopicId
    title: str
    group: str
    share: Share
    points: int
    started: int
    recall: float | None
    need: float
    text: str


@dataclass(frozen=True, slots=True)
class CalibrationPoint:
    """How often answers given with this confidence were right; `expected` is what the word promises."""

    confidence: Confidence
    label: str
    share: Share
    expected: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """How sure and how right in the last 90 days; `recent` are confident misses, newest first."""

    points: tuple[CalibrationPoint, ...]
    sentence: str
    confident_misses: int
    recent: tuple[Miss, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything the progress page shows; `answers` counts all answers ever."""

    remembering: Remembering
    topics: tuple[TopicRow, ...]
    calibration: Calibration
    coming_up: tuple[DayCount, ...]
    heat: tuple[HeatDay, ...]
    study_days: str
    exam: ExamCard | None
    answers: int
