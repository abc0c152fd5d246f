"""The end of a session, and what is offered where nothing can be asked."""

from app.core.ids import PointId
from app.ui.viewmodels.review import EmptyAction, Mode, Phase, Request
from tests.ui.viewmodels.review.acts import answer, begin


def test_finishing_early_and_reviewing_the_misses(model, room):
    begin(model, room)
    answer(model, right=False)
    missed = model.state.asking.point.id
    model.advance()
    answer(model)
    model.finish()
    assert model.state.phase is Phase.END
    assert (model.state.summary.right, model.state.summary.points) == (1, 2)
    model.review_misses()
    assert model.state.name == "The misses"
    assert [cell.point for cell in model.state.grid] == [missed]


def test_the_end_is_held_for_the_way_back_and_not_for_a_new_start(model, room):
    begin(model, room, 1)
    answer(model)
    model.advance()
    model.leave()
    model.enter(Request(Mode.END))
    assert model.state.phase is Phase.END
    begin(model, room, 1)
    assert model.state.phase is Phase.QUESTION


def test_the_misses_go_on_after_the_way_back(model, room):
    begin(model, room, 2)
    answer(model, right=False)
    model.finish()
    model.review_misses()
    model.leave()
    begin(model, room, 2)
    assert model.state.name == "The misses"


def test_nothing_to_ask(model, room):
    model.enter(Request(Mode.POINTS, (PointId("topic-1/none"),), "None"))
    assert model.state.phase is Phase.EMPTY
    assert model.state.empty_text == "Nothing is left to ask here."
    assert model.state.empty_action is EmptyAction.LESSONS


def test_nothing_due_offers_something_new(model, room):
    room.preferences.change(new_a_day=0)
    model.enter(Request(Mode.DUE))
    assert model.state.phase is Phase.EMPTY
    assert model.state.empty_text == "Nothing due. Nothing is due tomorrow."
    assert model.state.empty_action is EmptyAction.NEW
    model.learn_new()
    assert model.state.phase is Phase.QUESTION


def test_when_every_point_was_asked_the_lessons_are_offered(model, room):
    room.study_day(12)
    model.enter(Request(Mode.NEW))
    assert model.state.phase is Phase.EMPTY
    assert model.state.empty_text == "Every point has been asked at least once."
    assert model.state.empty_action is EmptyAction.LESSONS


def test_with_the_days_time_used_up_one_can_keep_going(model, room):
    room.study_day(8)
    room.clock.pass_days(30)
    room.preferences.change(minutes_a_day=5, new_a_day=0)
    model.enter(Request(Mode.DUE))
    while model.state.phase is not Phase.END:
        room.clock.pass_seconds(170)
        answer(model)
        model.advance()
    model.close()
    model.enter(Request(Mode.DUE))
    if model.state.phase is Phase.EMPTY:
        assert model.state.empty_action is EmptyAction.KEEP_GOING
        model.keep_going()
    assert model.state.phase is Phase.QUESTION
