"""Answers, grades and undo behind the review page, over real services."""

from app.core.fsrs import Rating
from app.core.scheduling import Confidence
from app.ui.viewmodels.review import Phase
from tests.ui.viewmodels.review.acts import FULL, answer, begin, choose, failing


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
