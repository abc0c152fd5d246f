"""The answer widget of a question kind."""

from typing import assert_never

from app.core.questions import HotspotQuestion, MultipleResponse, SingleBest, TrueFalseSet
from app.services.study.values import Asking
from app.ui.answers.base import AnswerWidget
from app.ui.answers.hotspot import HotspotAnswer
from app.ui.answers.options import MultipleAnswer, SingleBestAnswer
from app.ui.answers.statements import TrueFalseAnswer


def make_answer(asking: Asking) -> AnswerWidget:
    """Return a widget that shows the question of `asking`, nothing chosen."""
    answer = _empty(asking)
    answer.show_question(asking)
    return answer


def _empty(asking: Asking) -> AnswerWidget:
    match asking.question:
        case SingleBest():
            return SingleBestAnswer()
        case MultipleResponse():
            return MultipleAnswer()
        case TrueFalseSet():
            return TrueFalseAnswer()
        case HotspotQuestion():
            return HotspotAnswer()
        case _:
            assert_never(asking.question)
