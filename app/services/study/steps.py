"""Where a session stands, as a page shows it."""

from app.core.changes import Changes
from app.core.session import StudySession
from app.services.course import Course
from app.services.study.values import Asking, Cell, Feedback, Step, Summary


def step_of(
    session: StudySession,
    bank: Course,
    asking: Asking | None,
    feedback: Feedback | None,
    summary: Summary | None,
    changes: Changes,
) -> Step:
    """Return the step of a session; `asking` is set while it runs, `summary` once it has ended."""
    return Step(
        name=session.name,
        asking=asking,
        feedback=feedback,
        summary=summary,
        done=session.done,
        total=session.total,
        returning=session.returning,
        grid=_grid(session, bank),
        can_undo=bool(session.given),
        seconds=round(session.active_ms / 1000),
        changes=changes,
    )


def _grid(session: StudySession, bank: Course) -> tuple[Cell, ...]:
    states = session.cells()
    points = [(item.point, bank.point(item.point)) for item in session.planned]
    return tuple(
        Cell(state, name, point.statement if point else "")
        for state, (name, point) in zip(states, points, strict=True)
    )
