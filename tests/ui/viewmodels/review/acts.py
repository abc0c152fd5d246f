"""What a student does in a session."""

from app.core.problems import Problem, ProblemKind
from app.core.questions import Picked
from app.core.review_log import Review
from app.core.scheduling import Confidence
from app.ui.viewmodels.review import Mode, Request

FULL = Problem(ProblemKind.DISK_FULL, "The disk is full", "Your answer was not saved.", "Free some space.")


def points(room, count=6):
    return tuple(point.id for point in room.bank.points()[:count])


def begin(model, room, count=6, name="Some"):
    model.enter(Request(Mode.POINTS, points(room, count), name))


def choose(model, right=True):
    question = model.state.asking.question
    key = next(i for i, option in enumerate(question.options) if option.right)
    model.respond(Picked(frozenset({key if right else (key + 1) % len(question.options)})))


def answer(model, right=True, confidence=Confidence.THINK):
    choose(model, right)
    model.submit(int(confidence))


def active_ms(room):
    return [entry for entry in room.store.log.entries() if isinstance(entry, Review)][-1].active_ms


def failing(monkeypatch, study, name, times=1):
    """Let a method of the service raise a Problem some times, then work."""
    real, left = getattr(study, name), [times]

    def call(*arguments, **named):
        if left[0]:
            left[0] -= 1
            raise FULL
        return real(*arguments, **named)

    monkeypatch.setattr(study, name, call)
