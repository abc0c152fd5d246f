"""The time a question takes, and the time that is left."""

from app.core.session import CellState
from tests.ui.viewmodels.review.acts import active_ms, answer, begin, failing


def test_only_attended_time_counts(model, room):
    begin(model, room)
    room.clock.pass_seconds(5)
    model.set_attention(False)
    room.clock.pass_seconds(100)
    model.set_attention(True)
    room.clock.pass_seconds(4)
    answer(model)
    assert active_ms(room) == 9000
    room.clock.pass_seconds(50)
    assert model.state.time_text == "0:09"


def test_time_goes_on_where_it_stood_after_undo_and_after_a_problem(model, room, monkeypatch):
    begin(model, room)
    room.clock.pass_seconds(5)
    failing(monkeypatch, room.study, "answer")
    answer(model)
    room.clock.pass_seconds(3)
    model.retry()
    model.undo()
    room.clock.pass_seconds(2)
    answer(model)
    assert active_ms(room) == 10_000


def test_the_clock_ticks_only_while_a_question_is_open(model, room, qtbot):
    begin(model, room)
    assert model._ticks.isActive()
    room.clock.pass_seconds(61)
    model._tick()
    assert model.state.time_text == "1:01"
    answer(model)
    assert not model._ticks.isActive()
    model.advance()
    assert model._ticks.isActive()
    model.leave()
    assert not model._ticks.isActive()


def test_what_is_left_is_told_at_the_students_pace(model, room):
    begin(model, room, 6)
    assert model.state.left_text.startswith("6 left, about ")
    for right in (True, False, True):
        room.clock.pass_seconds(45)
        answer(model, right)
        model.advance()
    assert model.state.left_text == "4 left, about 4 minutes at your pace. 1 comes back after a miss."
    assert model.state.number == 4
    states = [cell.state for cell in model.state.grid]
    assert states[:4] == [CellState.RIGHT, CellState.RETURNING, CellState.RIGHT, CellState.CURRENT]
