"""What the review page shows, as one value."""

from dataclasses import dataclass, field
from enum import StrEnum

from app.core.agenda import DEFAULT_SECONDS_EACH, READING_SECONDS
from app.core.ids import PointId
from app.core.problems import Problem
from app.core.questions import Response
from app.core.session import CellState
from app.services.study import Asking, Cell, DayPlan, Feedback, Step, Summary
from app.services.wording import counted

ANSWERS_FOR_A_PACE = 3
_ANSWERED = frozenset({CellState.RIGHT, CellState.WRONG, CellState.RETURNING})


class Mode(StrEnum):
    """Which session the page is asked for. END is the end of the last one, as long as it is held."""

    DUE = "due"
    FIVE = "five"
    RESUME = "resume"
    POINTS = "points"
    NEW = "new"
    END = "end"


@dataclass(frozen=True, slots=True)
class Request:
    """A session asked for; `points` and `name` belong to the mode points."""

    mode: Mode = Mode.DUE
    points: tuple[PointId, ...] = ()
    name: str = ""


class Phase(StrEnum):
    """Where the page stands: before a session, nothing to ask, a question, its feedback, the end."""

    WAITING = "waiting"
    EMPTY = "empty"
    QUESTION = "question"
    FEEDBACK = "feedback"
    END = "end"


class EmptyAction(StrEnum):
    """What is offered where nothing can be asked."""

    KEEP_GOING = "Keep going for 20 minutes"
    NEW = "Learn something new"
    LESSONS = "Open the lessons"


@dataclass(frozen=True, slots=True)
class ReviewState:
    """Everything the page shows.

    `draft` is the response so far, `ready` whether it can be checked. `flagged` and `note` are those of the
    question shown. `time_text` is the time spent on it. `problem` is what kept the last command from being
    carried out; nothing was lost, and `retry` tries it again.
    """

    phase: Phase = Phase.WAITING
    name: str = "Today's review"
    asking: Asking | None = None
    draft: Response | None = None
    ready: bool = False
    feedback: Feedback | None = None
    summary: Summary | None = None
    number: int = 0
    total: int = 0
    done: int = 0
    grid: tuple[Cell, ...] = ()
    left_text: str = ""
    time_text: str = "0:00"
    time_shown: bool = True
    flagged: bool = False
    note: str = ""
    note_open: bool = False
    can_undo: bool = False
    single_keys: bool = True
    empty_text: str = ""
    empty_action: EmptyAction = EmptyAction.LESSONS
    problem: Problem | None = field(default=None)


def phase_of(step: Step) -> Phase:
    """Return where a step leaves the page."""
    if step.summary is not None:
        return Phase.END if step.total else Phase.EMPTY
    return Phase.QUESTION if step.feedback is None else Phase.FEEDBACK


def number_of(step: Step) -> int:
    """Return the number before "of 20": how many points were reached, the one on the page included.

    A point that comes back does not count again, so the number agrees with the squares and never falls.
    """
    return sum(cell.state is not CellState.AHEAD for cell in step.grid)


def left_text(step: Step, usual_seconds: float) -> str:
    """Return how many points are left and how long they take, by the session's own pace once it has one."""
    left = step.total - step.done
    if not left:
        return "All through."
    answered = sum(cell.state in _ANSWERED for cell in step.grid)
    each = usual_seconds
    if answered >= ANSWERS_FOR_A_PACE:
        each = step.seconds / answered + READING_SECONDS
    minutes = counted(max(1, -int(-left * each // 60)), "minute")
    back = f" {counted(step.returning, 'comes', 'come')} back after a miss." if step.returning else ""
    return f"{left} left, about {minutes} at your pace.{back}"


def seconds_each(plan: DayPlan) -> float:
    """Return how long a question takes the student, reading included, from the day's plan."""
    return plan.minutes * 60 / plan.total if plan.total and plan.minutes else DEFAULT_SECONDS_EACH


def empty_offer(mode: Mode, plan: DayPlan, tomorrow: str) -> tuple[str, EmptyAction]:
    """Return what to say where nothing can be asked, and what to offer."""
    if mode is Mode.POINTS:
        return "Nothing is left to ask here.", EmptyAction.LESSONS
    if mode is Mode.NEW:
        return "Every point has been asked at least once.", EmptyAction.LESSONS
    if plan.due:
        return plan.sentence or f"{plan.due} are due.", EmptyAction.KEEP_GOING
    return f"Nothing due. {tomorrow}".strip(), EmptyAction.NEW
