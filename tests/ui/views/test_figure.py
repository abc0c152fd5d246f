import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.core.problems import Problem, ProblemKind
from app.ui.figures.marks import Label
from app.ui.runtime.events import AppEvents
from app.ui.runtime.navigation import Route
from app.ui.viewmodels.figure import FigureModel, ViewerMode
from app.ui.views.figure import FigureViewer
from app.ui.widgets.option_card import OptionCard
from app.ui.widgets.text import Text
from tests.fakes import FakeClock
from tests.ui.viewmodels.test_figure import Log, Shelf


@pytest.fixture
def page(qtbot):
    model = FigureModel(Shelf(), Log(), AppEvents(), FakeClock())
    view = FigureViewer(model)
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(1280, 860)
    view.show()
    view.enter(Route.to("figure", figure="lining/wall"))
    return view


def test_t_starts_and_ends_the_self_test_and_numbers_choose(page):
    QTest.keyClick(page, Qt.Key.Key_T)
    state = page._model.state
    assert state.mode == ViewerMode.NAME
    number = [c.hotspot for c in state.test.choices].index(state.test.ringed)
    QTest.keyClick(page, Qt.Key(Qt.Key.Key_1 + number))
    assert page._model.state.test.right
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert page._model.state.test.done == 1
    QTest.keyClick(page, Qt.Key.Key_T)
    assert page._model.state.mode == ViewerMode.LABELS


def test_names_to_choose_are_radio_cards_and_a_click_answers(page, qtbot):
    page.enter(Route.to("figure", figure="lining/wall", mode="test"))
    qtbot.waitUntil(lambda: sum(c.isVisible() for c in page.findChildren(OptionCard)) == 3)
    cards = page.findChildren(OptionCard)
    with qtbot.waitSignal(page._model.changed):
        cards[0].click()
    assert page._model.state.test.answered


def test_h_hides_the_names(page):
    QTest.keyClick(page, Qt.Key.Key_H)
    assert not [w for w in page.findChildren(Label) if w.isVisible()]
    QTest.keyClick(page, Qt.Key.Key_H)
    assert len([w for w in page.findChildren(Label) if w.isVisible()]) == 3


def test_plus_minus_and_zero_zoom(page):
    QTest.keyClick(page, Qt.Key.Key_Plus)
    assert page.canvas.percent == 125
    QTest.keyClick(page, Qt.Key.Key_0)
    assert page.canvas.percent == 100


def test_the_structure_list_rings_a_structure(page):
    page.structures.hotspot_chosen.emit("gland")
    assert page.canvas._ringed == "gland"


def test_finding_is_answered_by_a_number_key(page):
    page.enter(Route.to("figure", figure="lining/wall", mode="find"))
    wanted = page._model.state.test.prompt.removeprefix("Find: ")
    number = [h.name for h in page._model.state.hotspots].index(wanted)
    QTest.keyClick(page, Qt.Key(Qt.Key.Key_1 + number))
    assert page._model.state.test.right


def test_a_figure_that_is_not_there_is_told_in_words(page):
    page.enter(Route.to("figure", figure="lining/none"))
    assert page.bar.title.text() == "No figure"


def test_back_is_asked_for(page, qtbot):
    with qtbot.waitSignal(page.back_requested):
        page.bar.back.click()


def test_an_answer_that_could_not_be_saved_is_told_and_can_be_given_again(page):
    page.enter(Route.to("figure", figure="lining/wall", mode="test"))
    model = page._model
    model._study.problem = Problem(
        ProblemKind.DISK_FULL, "The disk is full", "Nothing was saved.", "Make room."
    )
    model.answer(model.state.test.ringed)
    assert not page.banners.isHidden()
    assert "The disk is full" in " ".join(text.text() for text in page.banners.findChildren(Text))
    model._study.problem = None
    model.answer(model.state.test.ringed)
    assert page.banners.isHidden()
    assert model.state.test.answered
