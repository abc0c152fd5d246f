"""How a session behind the review page begins, rests and goes on."""

from app.core.changes import Changes
from app.ui.viewmodels.review import Mode, Phase, Request, ReviewModel
from tests.ui.viewmodels.review.acts import FULL, answer, begin, choose, failing


def test_nothing_is_shown_before_a_session(model):
    assert model.state.phase is Phase.WAITING


def test_each_mode_begins_its_session(model, room):
    model.enter(Request(Mode.DUE))
    assert model.state.phase is Phase.QUESTION
    assert model.state.name == "Today's review"
    model.enter(Request(Mode.FIVE))
    assert model.state.name == "5 minutes"
    model.enter(Request(Mode.NEW))
    assert model.state.name == "Something new"
    begin(model, room, 3, "Practice of a section")
    assert (model.state.name, model.state.total) == ("Practice of a section", 3)


def test_a_state_is_told_only_when_it_differs(model, room, qtbot):
    begin(model, room)
    with qtbot.waitSignal(model.changed):
        model.toggle_time()
    with qtbot.assertNotEmitted(model.changed):
        model.respond(None)
        model.retry()
        model.set_attention(True)


def test_a_problem_at_the_start_is_shown_and_tried_again(model, room, monkeypatch):
    failing(monkeypatch, room.study, "start")
    model.enter(Request(Mode.DUE))
    assert model.state.problem is FULL
    model.retry()
    assert model.state.phase is Phase.QUESTION


def test_leaving_and_coming_back_keeps_the_half_built_response(model, room):
    begin(model, room)
    choose(model)
    asking, draft = model.state.asking, model.state.draft
    model.leave()
    begin(model, room)
    assert model.state.asking is asking
    assert model.state.draft == draft
    model.submit(2)
    model.leave()
    begin(model, room)
    assert model.state.phase is Phase.FEEDBACK


def test_closing_and_resuming_keeps_the_half_built_response(model, room):
    begin(model, room)
    answer(model)
    model.advance()
    choose(model)
    asking, draft = model.state.asking, model.state.draft
    model.close()
    assert model.state.phase is Phase.WAITING
    model.enter(Request(Mode.RESUME))
    assert model.state.asking.question == asking.question
    assert model.state.draft == draft
    assert model.state.number == 2


def test_a_restart_resumes_the_session(model, room, events, notifier):
    begin(model, room)
    answer(model)
    model.advance()
    asking = model.state.asking
    model.leave()
    room.restart()
    again = ReviewModel(room.study, room.preferences, events, notifier, room.clock)
    again.enter(Request(Mode.RESUME))
    assert again.state.asking.question == asking.question
    assert again.state.asking.order == asking.order
    again.undo()
    assert again.state.number == 1
    again.leave()


def test_without_a_session_resume_begins_todays_review(model):
    model.enter(Request(Mode.RESUME))
    assert model.state.name == "Today's review"


def test_another_request_begins_another_session(model, room):
    begin(model, room)
    model.enter(Request(Mode.DUE))
    assert model.state.name == "Today's review"


def test_a_session_of_yesterday_does_not_go_on(model, room):
    begin(model, room)
    answer(model)
    model.advance()
    room.clock.pass_days(1)
    begin(model, room)
    assert model.state.number == 1


def test_changes_are_reported_to_others(model, room, events):
    heard = []
    events.changed.connect(lambda changes, source: heard.append((changes, source)))
    begin(model, room)
    answer(model)
    assert (Changes.PROGRESS, model) in heard
    model.step_text(1)
    assert heard[-1] == (Changes.SETTINGS, model)
    assert room.preferences.settings.text_scale == 112.5
    model.step_text(0)
    assert room.preferences.settings.text_scale == 100.0


def test_single_keys_follow_the_setting(model, room, events):
    assert model.state.single_keys
    events.report(room.preferences.change(single_keys=False), None)
    assert not model.state.single_keys
