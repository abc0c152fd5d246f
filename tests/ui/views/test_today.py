"""The first page as the student meets it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from app.core.scheduling import Confidence
from app.ui.runtime.events import AppEvents
from app.ui.runtime.navigation import Route
from app.ui.viewmodels.today import TodayModel
from app.ui.views.today import TodayPage
from app.ui.widgets.link_row import LinkRow
from app.ui.widgets.scroll import ScrollPage
from tests.ui.first_pages import LOCKED, Rooms, is_whole


@pytest.fixture
def room(tmp_path, qapp):
    made = Rooms(tmp_path)
    yield made
    made.close()


@pytest.fixture
def open_page(room, qtbot):
    def make(width=1288, height=900):
        model = TodayModel(room.overview, room.library, room.lessons, room.clock, AppEvents())
        page = TodayPage(model)
        model.setParent(page)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        return page

    return make


def button(page, name):
    return page.findChild(QPushButton, name)


def pressed(page, name, qtbot):
    with qtbot.waitSignal(page.route_requested) as asked:
        QTest.mouseClick(button(page, name), Qt.MouseButton.LeftButton)
    return asked.args[0]


def visible(page, *names):
    return [page.findChild(QWidget, name).isVisible() for name in names]


def scroll_of(page):
    return page.findChild(ScrollPage)


def test_the_first_day_shows_words_instead_of_empty_charts(open_page, qtbot):
    page = open_page()
    assert visible(page, "coming-up-card", "worth-card", "study-card") == [False] * 3
    assert visible(page, "first-day-card", "continue-card", "exam-card") == [True] * 3
    assert pressed(page, "lead-primary", qtbot).get("mode") == "points"
    assert pressed(page, "continue-open", qtbot) == Route.to("lesson", topic="topic-1")
    assert pressed(page, "set-exam-date", qtbot) == Route.to("settings", section="exam-date")


def test_a_review_starts_from_mouse_and_keyboard(open_page, room, qtbot):
    room.study_day(4)
    room.clock.pass_days(30)
    page = open_page()
    assert pressed(page, "lead-primary", qtbot) == Route.to("review", mode="due")
    with qtbot.waitSignal(page.route_requested) as asked:
        QTest.keyClick(button(page, "lead-secondary"), Qt.Key.Key_Return)
    assert asked.args[0] == Route.to("review", mode="five")
    assert visible(page, "coming-up-chart", "study-days-chart", "first-day-card") == [True, True, False]


def test_too_few_answers_are_said_in_words(open_page, room):
    room.study_day(4)
    page = open_page()
    share = page.findChild(QWidget, "remembering-share")
    assert share.accessibleName() == "Too few answers (0)"


def test_a_topic_worth_a_look_opens_its_section(open_page, room, qtbot):
    room.study.start_new(2)
    room.give(right=False, confidence=Confidence.CERTAIN)
    page = open_page()
    (row,) = page.findChildren(LinkRow)
    assert row.accessibleName() == "Topic-1"
    assert row.accessibleDescription() == "1 confident miss. Too few answers (1)"
    with qtbot.waitSignal(page.route_requested) as asked:
        row.click()
    assert asked.args[0] == Route.to("lesson", topic="topic-1", section="first")


def test_a_press_on_the_picture_opens_the_lesson(open_page, qtbot):
    page = open_page()
    canvas = page.findChild(QWidget, "continue-figure")
    qtbot.waitUntil(lambda: canvas.width() > 200)
    with qtbot.waitSignal(page.route_requested) as asked:
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton)
    assert asked.args[0] == Route.to("lesson", topic="topic-1")


def test_without_a_picture_the_card_still_leads_on(open_page, room):
    room.library.picture = None
    page = open_page()
    assert page.findChild(QWidget, "continue-figure") is None
    assert visible(page, "continue-open") == [True]


def test_a_problem_becomes_a_banner_that_can_try_again(open_page, room):
    room.overview.problem = LOCKED
    page = open_page()
    assert visible(page, "banners", "lead-card", "exam-card") == [True, False, False]
    room.overview.problem = None
    QTest.mouseClick(button(page, "banner-action"), Qt.MouseButton.LeftButton)
    assert visible(page, "banners", "lead-card") == [False, True]


def test_the_timer_of_the_day_runs_only_while_shown(open_page):
    page = open_page()
    assert page._model.waits_ms > 0
    page.hide()
    assert page._model.waits_ms == -1


@pytest.mark.parametrize(("width", "scale"), [(1288, 1.0), (1028, 1.0), (828, 1.0), (1360, 2.0), (900, 2.0)])
def test_nothing_is_cut_at_any_width_or_text_size(open_page, room, theme, qtbot, width, scale):
    room.weeks(3)
    room.preferences.change(exam_name="A block exam with a long name", exam_date=page_day(room))
    theme.configure(scale=scale)
    page = open_page(width)
    content = scroll_of(page).widget()
    assert content.minimumSizeHint().width() <= scroll_of(page).viewport().width()
    cards = [w for w in content.findChildren(QWidget) if w.objectName().endswith("-card") and w.isVisible()]
    assert len(cards) == 6
    for card in cards:
        spot = card.mapTo(content, card.rect().topLeft())
        assert spot.x() >= 0
        assert spot.x() + card.width() <= content.width()
        qtbot.waitUntil(lambda card=card: is_whole(card))


def page_day(room):
    from datetime import timedelta

    from app.core.clock import day_date

    return day_date(room.clock.now().study_day) + timedelta(days=22)


def test_columns_follow_the_room(open_page, room):
    room.weeks(2)
    wide, narrow = open_page(1288), open_page(600)
    assert wide.study.mapTo(wide, wide.study.rect().topLeft()).x() > 800
    assert narrow.study.mapTo(narrow, narrow.study.rect().topLeft()).x() < 40


def test_tab_goes_through_the_page_in_reading_order(open_page, room):
    room.weeks(2)
    page = open_page()
    page.first_focus().setFocus()
    names = []
    for _ in range(4):
        names.append(page.focusWidget().objectName())
        page.focusNextChild()
    assert names[:4] == ["page-title", "lead-primary", "lead-secondary", "set-exam-date"]


def test_roles_and_names(open_page, room):
    room.weeks(2)
    page = open_page()
    title = QAccessible.queryAccessibleInterface(page.first_focus())
    assert title.role() == QAccessible.Role.Heading
    for name in ("coming-up-chart", "study-days-chart"):
        chart = QAccessible.queryAccessibleInterface(page.findChild(QWidget, name))
        assert chart.role() == QAccessible.Role.Graphic
        assert chart.text(QAccessible.Text.Name)
        assert chart.text(QAccessible.Text.Description)
    for shown in page.findChildren(QPushButton):
        assert shown.accessibleName() or not shown.isVisible()
