"""Marks, and questions outside a session."""

import pytest

from app.core.changes import Changes
from app.core.ids import FigureId, QuestionId
from app.core.questions import Picked
from app.core.scheduling import Purpose
from app.services.study import Tone
from tests.fakes import StudyRoom
from tests.services.study.points import FIRST


def test_flags_and_notes(room: StudyRoom) -> None:
    question = QuestionId("topic-1/point-000-q01")
    assert room.study.set_flag(question, True) is Changes.PROGRESS
    room.study.set_note(FIRST, "Look it up.")
    shown = room.study.start().asking
    assert shown is not None
    assert shown.flagged
    assert shown.note == "Look it up."
    assert room.study.flagged() == (question,)
    room.study.set_flag(question, False)
    room.study.set_note(FIRST, " ")
    assert room.study.flagged() == ()
    assert room.study.note(FIRST) == ""


def test_questions_in_a_lesson_do_not_schedule(room: StudyRoom) -> None:
    asking = room.study.ask(QuestionId("topic-1/point-000-q01"), Purpose.TRY_FIRST)
    assert asking == room.study.ask(QuestionId("topic-1/point-000-q01"), Purpose.TRY_FIRST)
    told = room.study.answer_aside(asking, Picked(frozenset({1})), None, 5000)
    assert (told.rating, told.choices, told.tone) == (None, (), Tone.WRONG)
    room.study.log_self_test(FigureId("topic-1/figure"), "artery", "gland", 3000)
    assert room.store.memories.all() == {}
    assert room.study.plan().done_today == 0
    assert [e.purpose for e in room.store.log.entries()] == [Purpose.TRY_FIRST, Purpose.SELF_TEST]
    with pytest.raises(KeyError):
        room.study.ask(QuestionId("no/such-q01"), Purpose.CHECK)
