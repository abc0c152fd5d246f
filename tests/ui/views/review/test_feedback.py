"""What stands beside an answer on the review page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QWidget,
)

from app.core.questions import Kind
from app.ui.figures.figure_view import FigureView
from app.ui.runtime.navigation import Route
from app.ui.viewmodels.review import Phase
from app.ui.views.review.slipping import SlippingPanel
from app.ui.widgets.callout import Callout
from tests.ui.views.review.acts import answer_by_keys, begin, find, key, state


def test_key_point_lesson_and_sources_stand_beside_the_answer(page, room, qtbot):
    begin(page, room, Kind.HOTSPOT)
    session = find(page, QWidget, "session-panel")
    assert session.isVisible()
    answer_by_keys(page, Kind.HOTSPOT)
    key(page, Qt.Key.Key_Return)
    assert not session.isVisible()
    assert page.findChild(Callout).accessibleName() == "Key point"
    assert page.findChild(FigureView) is not None
    qtbot.waitUntil(find(page, QWidget, "sources").isVisible)
    qtbot.waitUntil(find(page, QWidget, "explanation").isVisible)
    key(page, Qt.Key.Key_O)
    assert page.routes == [Route.to("lesson", topic="topic-1", section="second")]
    key(page, Qt.Key.Key_V)
    assert page.routes[1] == Route.to("figure", figure="topic-1/wall", step="", mode="labels")


def test_the_way_back_leads_to_the_same_feedback(page, room):
    begin(page, room, Kind.SINGLE)
    key(page, Qt.Key.Key_2)
    key(page, Qt.Key.Key_Return)
    answer, feedback = page.session.question.answer, state(page).feedback
    find(page, QAbstractButton, "review-lesson").click()
    page.leave()
    begin(page, room, Kind.SINGLE)
    assert state(page).feedback is feedback
    assert page.session.question.answer is answer


def test_a_point_that_keeps_slipping_is_offered_other_ways(page, room, qtbot):
    point = room.bank.points()[0].id
    for _ in range(5):
        begin(page, room, Kind.SINGLE)
        if state(page).phase is Phase.FEEDBACK:
            page._model.advance()
        wrong = state(page).asking.order.index(0) + 1
        key(page, Qt.Key(Qt.Key.Key_0 + wrong))
        key(page, Qt.Key.Key_Return)
        if state(page).feedback.slipping:
            break
        page._model.close()
        room.clock.pass_days(1)
        begin(page, room, Kind.SINGLE)
        right = state(page).asking.order.index(1) + 1
        key(page, Qt.Key(Qt.Key.Key_0 + right))
        key(page, Qt.Key.Key_Return)
        page._model.finish()
        page._model.close()
        room.clock.pass_days(20)
    assert state(page).feedback.slipping
    panel = page.findChild(SlippingPanel)
    assert panel.accessibleName() == "This one keeps slipping"
    assert page.findChild(Callout) is None
    panel.note.click()
    assert state(page).note_open
    panel.lesson.click()
    assert page.routes[-1].page == "lesson"
    panel.rest.click()
    assert [aside.point.id for aside in room.study.put_aside()] == [point]


def test_a_source_is_opened_outside(page, room):
    begin(page, room, Kind.SINGLE)
    key(page, Qt.Key.Key_1)
    key(page, Qt.Key.Key_Return)
    page.session.link_requested.emit("https://doi.org/10.1/x")
    assert page.opened == ["https://doi.org/10.1/x"]


def test_with_motion_the_figure_is_painted_after_the_verdict(page, room, theme, qtbot):
    theme.configure(reduced_motion=False)
    begin(page, room, Kind.HOTSPOT)
    answer_by_keys(page, Kind.HOTSPOT)
    key(page, Qt.Key.Key_Return)
    canvas = page.findChild(FigureView).canvas
    assert not canvas.updatesEnabled()
    qtbot.waitUntil(canvas.updatesEnabled)


def test_the_names_of_the_figure_can_be_hidden(page, room, qtbot):
    begin(page, room, Kind.HOTSPOT)
    answer_by_keys(page, Kind.HOTSPOT)
    key(page, Qt.Key.Key_Return)
    figure = page.findChild(FigureView)
    figure.eye.click()
    assert figure.eye.accessibleName() == "Show names"
