"""How a response becomes a verdict."""

from typing import assert_never

from app.core.grading.choice import judge_multiple, judge_single, judge_statements
from app.core.grading.figure import judge_hotspot
from app.core.grading.verdict import Part, PartState, Verdict
from app.core.questions import (
    HotspotQuestion,
    Judged,
    MultipleResponse,
    Picked,
    Pointed,
    Question,
    Response,
    SingleBest,
    TrueFalseSet,
)

__all__ = ["Part", "PartState", "Verdict", "judge"]


def judge(question: Question, response: Response) -> Verdict:
    """Return what `response` earns and how each part of the question fared.

    Every response of the kind's own type gets a verdict, also an empty one or one that names parts the
    question does not have; a response of another type raises TypeError.
    """
    match question, response:
        case SingleBest(), Picked():
            return judge_single(question, response)
        case MultipleResponse(), Picked():
            return judge_multiple(question, response)
        case TrueFalseSet(), Judged():
            return judge_statements(question, response)
        case HotspotQuestion(), Pointed():
            return judge_hotspot(question, response)
        case ((SingleBest() | MultipleResponse() | TrueFalseSet() | HotspotQuestion()), _):
            raise TypeError(f"a {question.kind} question takes no {type(response).__name__}")
        case _:
            assert_never(question)
