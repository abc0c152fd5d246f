"""Flags, notes and points put aside during a review."""

import pytest

from app.ui.viewmodels.review import Phase
from tests.ui.viewmodels.review.acts import FULL, answer, begin, failing


def test_a_flag_is_kept(model, room):
    begin(model, room)
    question = model.state.asking.question.head.id
    model.toggle_flag()
    assert model.state.flagged
    assert room.study.flagged() == (question,)
    answer(model)
    assert model.state.flagged
    model.toggle_flag()
    assert room.study.flagged() == ()
    model.advance()
    assert not model.state.flagged


def test_a_note_is_written_when_it_is_left(model, room):
    begin(model, room)
    point = model.state.asking.point.id
    model.toggle_note()
    assert model.state.note_open
    model.write_note("Coils")
    assert room.study.note(point) == ""
    model.save_note()
    assert room.study.note(point) == "Coils"
    model.write_note("Coils and secretes")
    answer(model)
    model.advance()
    assert room.study.note(point) == "Coils and secretes"
    assert model.state.note == ""
    assert not model.state.note_open


def test_a_note_that_could_not_be_written_is_not_lost(model, room, monkeypatch):
    begin(model, room)
    point = model.state.asking.point.id
    failing(monkeypatch, room.study, "set_note")
    model.write_note("Coils")
    model.save_note()
    assert model.state.problem is FULL
    model.retry()
    assert room.study.note(point) == "Coils"
    assert model.state.problem is None


@pytest.mark.parametrize(
    ("command", "days"), [("skip_until_tomorrow", 1), ("rest_for_a_week", 7), ("put_away", None)]
)
def test_a_point_is_put_aside_and_the_session_goes_on(model, room, notifier, qtbot, command, days):
    begin(model, room, 3)
    point = model.state.asking.point.id
    with qtbot.waitSignal(notifier.noticed) as told:
        getattr(model, command)()
    assert model.state.asking.point.id != point
    assert model.state.total == 2
    assert model.state.name == "Some"
    aside = room.study.put_aside()
    until = None if days is None else room.clock.now().study_day + days
    assert [(a.point.id, a.until_day) for a in aside] == [(point, until)]
    notifier.act(told.args[0].key)
    assert room.study.put_aside() == ()


def test_after_an_answer_the_point_put_aside_does_not_return_and_undo_brings_it_back(model, room):
    begin(model, room, 3)
    answer(model, right=False)
    point = model.state.asking.point.id
    model.put_away()
    assert model.state.phase is Phase.QUESTION
    assert model.state.asking.point.id != point
    assert model.state.can_undo
    while model.state.phase is not Phase.END:
        assert model.state.asking.point.id != point
        answer(model)
        model.advance()
    for _ in range(3):
        model.undo()
    assert model.state.asking.point.id == point


def test_putting_the_last_point_aside_ends_the_session(model, room):
    begin(model, room, 1)
    model.skip_until_tomorrow()
    assert model.state.phase is Phase.EMPTY
    assert model.state.empty_text == "Nothing is left to ask here."
