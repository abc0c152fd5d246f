import pytest

from app.core.changes import Changes
from app.core.problems import Problem, ProblemKind
from app.ui.runtime.events import AppEvents
from app.ui.viewmodels.figure import FigureModel, SelfMark, ViewerMode
from tests.fakes import FakeClock
from tests.ui.figures.a_figure import a_figure


class Shelf:
    def figure(self, figure_id):
        return {"lining/wall": a_figure(), "lining/steps": a_figure(steps=True)}.get(figure_id)

    def sources(self, keys):
        return ()


class Log:
    def __init__(self):
        self.rows = []
        self.problem = None

    def log_self_test(self, figure, hotspot, chosen, active_ms):
        if self.problem:
            raise self.problem
        self.rows.append((figure, hotspot, chosen))
        return Changes.PROGRESS


@pytest.fixture
def log():
    return Log()


@pytest.fixture
def model(log, qapp):
    return FigureModel(Shelf(), log, AppEvents(), FakeClock())


def test_an_unknown_figure_is_shown_as_none(model):
    model.open("lining/none", "", ViewerMode.NAME)
    assert model.state.figure is None
    assert model.state.test is None


def test_naming_all_rightly_ends_with_the_score(model, log):
    model.open("lining/wall", "", ViewerMode.NAME)
    for _ in range(3):
        assert model.state.test.prompt == "What is the marked structure?"
        model.answer(model.state.test.ringed)
        assert model.state.test.right
        model.advance()
    assert model.state.test.result == "3 of 3. All named."
    assert [chosen == asked for _, asked, chosen in log.rows] == [True] * 3


def test_a_miss_names_the_structure_and_can_be_asked_again(model, log):
    model.open("lining/wall", "", ViewerMode.NAME)
    target = model.state.test.ringed
    wrong = next(c.hotspot for c in model.state.test.choices if c.hotspot != target)
    model.answer(wrong)
    assert not model.state.test.right
    assert model.state.test.message.startswith("Not quite. It's the ")
    assert model.state.test.marks[target] == SelfMark.MISSED
    model.answer(target)
    assert len(log.rows) == 1, "an answered round takes no second answer"
    model.advance()
    for _ in range(2):
        model.answer(model.state.test.ringed)
        model.advance()
    assert model.state.test.result.startswith("2 of 3. Missed: ")
    model.repeat_missed()
    assert model.state.test.total == 1
    assert model.state.test.ringed == target


def test_finding_does_not_ring_the_place_before_the_answer(model):
    model.open("lining/wall", "", ViewerMode.FIND)
    assert model.state.test.prompt.startswith("Find: ")
    assert model.state.test.ringed == ""
    model.answer("")
    assert model.state.test.ringed != ""
    assert model.state.test.message.startswith("This is the ")


def test_a_stepper_tests_what_its_step_shows(model):
    model.open("lining/steps", "two", ViewerMode.NAME)
    assert model.state.test.total == 4
    model.show_step("one")
    assert model.state.test.total == 3
    model.open("lining/steps", "nonsense", ViewerMode.LABELS)
    assert model.state.step == "one"


def test_an_answer_that_cannot_be_saved_is_not_counted(model, log):
    model.open("lining/wall", "", ViewerMode.NAME)
    log.problem = Problem(ProblemKind.DISK_FULL, "The disk is full", "Nothing was saved.", "Free some space.")
    model.answer(model.state.test.ringed)
    assert not model.state.test.answered
    assert model.state.problem is log.problem
    log.problem = None
    model.answer(model.state.test.ringed)
    assert model.state.test.answered
    assert model.state.problem is None
