"""A review session behind the page, over real services."""

import pytest

from app.core.changes import Changes
from app.core.fsrs import Rating
from app.core.ids import PointId
from app.core.problems import Problem, ProblemKind
from app.core.questions import Judged, Picked, Pointed
from app.core.review_log import Review
from app.core.scheduling import Confidence
from app.core.session import CellState
from app.ui.runtime.events import AppEvents
from app.ui.runtime.notices import Notifier
from app.ui.viewmodels.asking import ActiveTimer, clock_text, is_complete, reviewed_text, source_link
from app.ui.viewmodels.review import EmptyAction, Mode, Phase, Request, ReviewModel
from tests.fakes import FakeClock, StudyRoom

FULL = Problem(ProblemKind.DISK_FULL, "The disk is full", "Your answer was not saved.", "Free some space.")


@pytest.fixture
def room(tmp_path):
    made = StudyRoom(tmp_path)
    yield made
    made.close()


@pytest.fixture
def events(qapp):
    return AppEvents()


@pytest.fixture
def notifier(qapp):
    return Notifier()


@pytest.fixture
def model(room, events, notifier):
    made = ReviewModel(room.study, room.preferences, events, notifier, room.clock)
    yield made
    made.leave()


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


def test_an_answer_can_be_checked_once_it_is_complete(model, room):
    begin(model, room)
    model.submit(2)
    assert model.state.phase is Phase.QUESTION
    choose(model)
    assert model.state.ready
    model.submit(3)
    assert model.state.phase is Phase.FEEDBACK
    assert model.state.feedback.confidence is Confidence.CERTAIN
    model.submit(3)
    assert model.state.phase is Phase.FEEDBACK


def test_an_answer_is_on_disk_before_feedback_is_told(model, room):
    begin(model, room)
    seen = []
    model.changed.connect(lambda state: seen.append((state.phase, len(list(room.store.log.entries())))))
    answer(model)
    assert (Phase.FEEDBACK, 1) in seen
    assert (Phase.FEEDBACK, 0) not in seen


def test_a_full_disk_keeps_the_response_and_trying_again_saves_it(model, room, monkeypatch):
    begin(model, room)
    failing(monkeypatch, room.study, "answer", times=2)
    choose(model)
    draft = model.state.draft
    model.submit(3)
    assert model.state.phase is Phase.QUESTION
    assert model.state.problem is FULL
    assert model.state.draft == draft
    assert len(list(room.store.log.entries())) == 0
    model.retry()
    assert model.state.problem is FULL
    model.retry()
    assert model.state.problem is None
    assert model.state.phase is Phase.FEEDBACK
    assert model.state.feedback.confidence is Confidence.CERTAIN


def test_after_a_problem_the_answer_can_still_be_changed(model, room, monkeypatch):
    begin(model, room)
    failing(monkeypatch, room.study, "answer")
    answer(model, right=False)
    answer(model, right=True)
    assert model.state.problem is None
    assert model.state.feedback.verdict.right


def test_a_problem_at_the_start_is_shown_and_tried_again(model, room, monkeypatch):
    failing(monkeypatch, room.study, "start")
    model.enter(Request(Mode.DUE))
    assert model.state.problem is FULL
    model.retry()
    assert model.state.phase is Phase.QUESTION


def test_the_grade_can_be_changed(model, room):
    begin(model, room)
    answer(model)
    suggested = model.state.feedback.suggested
    assert model.state.feedback.rating is suggested
    model.regrade(2)
    assert model.state.feedback.rating is Rating.HARD
    model.regrade(2)
    model.advance()
    model.regrade(1)
    assert model.state.feedback is None


def test_undo_takes_back_any_number_and_shows_what_was_chosen(model, room):
    begin(model, room)
    first = model.state.asking
    answer(model)
    response = model.state.feedback.response
    model.advance()
    answer(model)
    assert model.state.can_undo
    model.undo()
    assert model.state.phase is Phase.QUESTION
    model.undo()
    assert model.state.asking.question == first.question
    assert model.state.draft == response
    assert model.state.ready
    assert not model.state.can_undo
    model.undo()
    assert model.state.asking.question == first.question


def test_undo_works_from_the_end(model, room):
    begin(model, room, 1)
    answer(model)
    model.advance()
    assert model.state.phase is Phase.END
    model.undo()
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


@pytest.mark.parametrize(
    ("draft", "complete"),
    [
        (None, False),
        (Picked(frozenset()), False),
        (Picked(frozenset({1})), True),
        (Judged((True, None)), False),
        (Judged((True, False)), True),
        (Pointed(None), False),
        (Pointed("gland"), True),
    ],
)
def test_which_responses_are_complete(draft, complete):
    assert is_complete(draft) is complete


def test_the_timer_stands_until_it_is_told_to_go_on():
    clock = FakeClock()
    timer = ActiveTimer(clock.monotonic)
    clock.pass_seconds(5)
    assert timer.milliseconds == 0
    timer.go_on()
    timer.go_on()
    clock.pass_seconds(2.5)
    timer.pause()
    clock.pass_seconds(9)
    assert timer.milliseconds == 2500
    timer.reset(400)
    assert timer.milliseconds == 400
    assert not timer.is_running


@pytest.mark.parametrize(
    ("ms", "text"), [(0, "0:00"), (21_900, "0:21"), (61_000, "1:01"), (3_723_000, "1:02:03")]
)
def test_durations_in_words(ms, text):
    assert clock_text(ms) == text


def test_where_a_source_is_found(room):
    source = room.bank.sources(["x"])[0]
    assert source_link(source) == ""
    from dataclasses import replace

    assert source_link(replace(source, pmid="12")) == "https://pubmed.ncbi.nlm.nih.gov/12/"
    assert source_link(replace(source, doi="10.1/x", pmid="12")) == "https://doi.org/10.1/x"
    reviewed = room.bank.topics()[0].reviewed
    assert reviewed_text(reviewed, "", 1) == "Not yet reviewed by a clinician · 1 source"
    assert reviewed_text(reviewed, "Dr A", 2) == "Reviewed November 2026 · 2 sources"
