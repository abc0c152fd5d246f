"""The ways out of a review, and its end."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.core.questions import Kind
from app.ui.runtime.navigation import Route
from app.ui.viewmodels.review import Phase
from app.ui.widgets.buttons import Button
from app.ui.widgets.messages import EmptyState
from app.ui.widgets.text import Text
from tests.ui.views.review.acts import SHIFT, answer_by_keys, begin, enter, find, key, state


def test_closing_leads_back_and_keeps_the_session(page, room):
    enter(page, "due")
    key(page, Qt.Key.Key_2)
    page.top.close_button.click()
    assert page.routes == [Route.to("today")]
    assert room.study.has_session() is False  # nothing was answered yet
    enter(page, "due")
    if not state(page).ready:
        answer_by_keys(page, state(page).asking.question.kind)
    key(page, Qt.Key.Key_Return)
    page.top.close_button.click()
    assert room.study.has_session()


def test_points_practised_from_elsewhere_close_to_where_they_came_from(page, room, qtbot):
    begin(page, room, Kind.SINGLE)
    with qtbot.waitSignal(page.back_requested):
        page.top.close_button.click()


def test_the_end_page_names_misses_topics_and_tomorrow(page, room, qtbot):
    begin(page, room, Kind.SINGLE, Kind.MULTIPLE)
    wrong = state(page).asking.order.index(0) + 1
    key(page, Qt.Key(Qt.Key.Key_0 + wrong))
    key(page, Qt.Key.Key_Return, SHIFT)
    key(page, Qt.Key.Key_Return)
    page._model.finish()
    assert find(page, Text, "review-score").text() == "0 of 1"
    assert find(page, QAbstractButton, "confident-miss-1").accessibleDescription() == "Which term fits?"
    assert page.findChild(QAbstractButton, "reread-1") is None, "a section is offered once"
    qtbot.waitUntil(find(page, QWidget, "review-next-up").isVisible)
    misses = find(page, Button, "end-misses")
    qtbot.waitUntil(misses.hasFocus)
    find(page, QAbstractButton, "confident-miss-1").click()
    assert page.routes == [
        Route.to("review", mode="end"),
        Route.to("lesson", topic="topic-1", section="first"),
    ]
    enter(page, "end")
    assert state(page).phase is Phase.END
    misses.click()
    assert state(page).name == "The misses"


def test_done_leads_to_today(page, room):
    enter(page, "due")
    page._model.finish()
    find(page, Button, "end-done").click()
    assert page.routes == [Route.to("today")]


def test_nothing_to_ask_says_so_and_offers_a_way_on(page, room, qtbot):
    enter(page, "points", points="topic-1/none", name="None")
    empty = find(page, EmptyState, "review-empty")
    qtbot.waitUntil(empty.isVisible)
    empty.findChild(Button, "empty-action").click()
    assert page.routes == [Route.to("lessons")]


def test_a_hidden_page_stops_the_time(room, page, qtbot):
    begin(page, room, Kind.SINGLE)
    stack = QStackedWidget()
    other = QWidget()
    window = QWidget()
    QVBoxLayout(window).addWidget(stack)
    stack.addWidget(page)
    stack.addWidget(other)
    qtbot.addWidget(window)
    window.show()
    stack.setCurrentWidget(page)
    assert page._model._ticks.isActive()
    stack.setCurrentWidget(other)
    assert not page._model._ticks.isActive()
    page.setParent(None)
