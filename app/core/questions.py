"""The question kinds: one frozen dataclass each, one union, and the responses they take."""

from dataclasses import dataclass
from enum import StrEnum

from app.core.ids import FigureId, PointId, QuestionId, SourceKey


class Level(StrEnum):
    """Cognitive level, after the revised taxonomy of Bloom (Anderson and Krathwohl 2001)."""

    REMEMBER = "remember"
    UNDERSTAND = "understand"
    APPLY = "apply"
    ANALYSE = "analyse"
    EVALUATE = "evaluate"
    CREATE = "create"


class Audience(StrEnum):
    """Who a question is written for."""

    NURSING = "nursing"
    MEDICINE = "medicine"


class Kind(StrEnum):
    """The name of a question kind, as written in the sources and stored in the log."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUE_FALSE = "true-false"
    HOTSPOT = "hotspot"


@dataclass(frozen=True, slots=True)
class Option:
    """One option with its reason. `why` says why it is right, or what tells it apart from the right one."""

    text: str
    right: bool
    why: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a true/false set. `right` is its truth value."""

    text: str
    right: bool
    why: str


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a figure that can be pointed at: the id of a hotspot."""

    hotspot: str
    right: bool
    why: str


@dataclass(frozen=True, slots=True)
class QuestionHead:
    """What every kind has. `ask` is the question itself, `stem` the situation before it (may be empty).

    `retired` is empty for a question in use, else the date and reason.
    """

    id: QuestionId
    point: PointId
    level: Level
    audience: tuple[Audience, ...]
    stem: str
    ask: str
    explanation: str
    sources: tuple[SourceKey, ...]
    figure: FigureId | None = None
    step: str | None = None
    shuffle: bool = True
    retired: str = ""


@dataclass(frozen=True, slots=True)
class SingleBest:
    """Single best answer: one key among the options."""

    head: QuestionHead
    options: tuple[Option, ...]
    kind: Kind = Kind.SINGLE


@dataclass(frozen=True, slots=True)
class MultipleResponse:
    """Select all that apply: one or more keys. Scored +1 a right pick, -1 a wrong pick, floor 0."""

    head: QuestionHead
    options: tuple[Option, ...]
    kind: Kind = Kind.MULTIPLE


@dataclass(frozen=True, slots=True)
class TrueFalseSet:
    """Several statements, each judged true or false; one point a statement."""

    head: QuestionHead
    statements: tuple[Statement, ...]
    kind: Kind = Kind.TRUE_FALSE


@dataclass(frozen=True, slots=True)
class HotspotQuestion:
    """Find one structure on a figure. The figure is `head.figure`, in step `head.step` if it is a stepper."""

    head: QuestionHead
    places: tuple[Place, ...]
    kind: Kind = Kind.HOTSPOT


Question = SingleBest | MultipleResponse | TrueFalseSet | HotspotQuestion


@dataclass(frozen=True, slots=True)
class Picked:
    """The options chosen, as indices into the question's own order (never the shuffled one)."""

    options: frozenset[int]


@dataclass(frozen=True, slots=True)
class Judged:
    """The truth value given to each statement, by index in the question's own order; None is unanswered."""

    values: tuple[bool | None, ...]


@dataclass(frozen=True, slots=True)
class Pointed:
    """The hotspot pointed at; None when the click met none."""

    hotspot: str | None


Response = Picked | Judged | Pointed


def part_count(question: Question) -> int:
    """Return how many options, statements or places the question shows."""
    match question:
        case SingleBest() | MultipleResponse():
            return len(question.options)
        case TrueFalseSet():
            return len(question.statements)
        case HotspotQuestion():
            return len(question.places)
