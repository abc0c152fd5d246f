"""Verdicts on options and statements."""

from collections.abc import Sequence

from app.core.grading.verdict import Part, PartState, Verdict, picked_part
from app.core.questions import Judged, MultipleResponse, Option, Picked, SingleBest, Statement, TrueFalseSet


def judge_single(question: SingleBest, response: Picked) -> Verdict:
    """Return 1 of 1 when the key and nothing else is picked, else 0."""
    parts = _option_parts(question.options, response)
    exact = all(part.right == part.chosen for part in parts)
    return Verdict(float(exact), 1.0, parts)


def judge_multiple(question: MultipleResponse, response: Picked) -> Verdict:
    """Return +1 a right pick and -1 a wrong pick, never below 0, of as many points as there are keys."""
    parts = _option_parts(question.options, response)
    right = sum(part.state is PartState.RIGHT for part in parts)
    wrong = sum(part.state is PartState.CHOSEN_WRONG for part in parts)
    return Verdict(float(max(0, right - wrong)), float(sum(part.right for part in parts)), parts)


def judge_statements(question: TrueFalseSet, response: Judged) -> Verdict:
    """Return one point for each statement judged rightly."""
    missing = len(question.statements) - len(response.values)
    values = (*response.values, *(None for _ in range(missing)))
    parts = tuple(_judged_part(s, value) for s, value in zip(question.statements, values, strict=False))
    return Verdict(float(sum(part.state is PartState.RIGHT for part in parts)), float(len(parts)), parts)


def _option_parts(options: Sequence[Option], response: Picked) -> tuple[Part, ...]:
    return tuple(picked_part(o.right, i in response.options, o.why) for i, o in enumerate(options))


def _judged_part(statement: Statement, value: bool | None) -> Part:
    if value is None:
        state = PartState.MISSED
    else:
        state = PartState.RIGHT if value == statement.right else PartState.CHOSEN_WRONG
    return Part(state, statement.right, value, statement.why)
