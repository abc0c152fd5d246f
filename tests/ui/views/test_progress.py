"""The progress page as the student meets it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from app.core.scheduling import Confidence
from app.ui.runtime.events import AppEvents
from app.ui.runtime.navigation import Route
from app.ui.viewmodels.progress import ProgressModel
from app.ui.views.progress import ProgressPage
from app.ui.widgets.interval_bar import IntervalBar
from app.ui.widgets.link_row import LinkRow
from app.ui.widgets.scroll import ScrollPage
from app.ui.widgets.table_panel import TablePanel
from tests.ui.first_pages import LOCKED, Rooms, is_whole

ORDER = (
    "remembering-card",
    "topics-card",
    "calibration-card",
    "misses-card",
    "coming-up-card",
    "study-days-card",
)


@pytest.fixture
def room(tmp_path, qapp):
    made = Rooms(tmp_path)
    yield made
    made.close()


@pytest.fixture
def open_page(room, qtbot):
    def make(width=1288):
        model = ProgressModel(room.overview, AppEvents())
        page = ProgressPage(model)
        model.setParent(page)
        qtbot.addWidget(page)
        page.resize(width, 900)
        page.show()
        shown = page.empty if model.state.empty else page.findChild(QWidget, "topics-card") or page.banners
        qtbot.waitUntil(shown.isVisible)
        return page

    return make


def card(page, name):
    return page.findChild(TablePanel, name)


def test_without_answers_there_are_words_and_one_button(open_page, qtbot):
    page = open_page()
    assert page.empty.isVisible()
    shown = [b for b in page.findChildren(QPushButton) if b.isVisible()]
    assert [b.objectName() for b in shown] == ["empty-action"]
    with qtbot.waitSignal(page.route_requested) as asked:
        shown[0].click()
    assert asked.args[0] == Route.to("review", mode="five")


def test_cards_stand_in_the_order_of_the_design(open_page, room, qtbot):
    room.weeks(4)
    page = open_page(800)
    tops = [page.findChild(QWidget, n).mapTo(page, page.rect().topLeft()).y() for n in ORDER]
    assert tops == sorted(tops)
    assert not page.empty.isVisible()


def test_every_chart_can_be_shown_as_a_table(open_page, room, qtbot):
    room.weeks(4)
    page = open_page()
    for name in ("remembering-card", "topics-card", "calibration-card", "coming-up-card", "study-days-card"):
        panel = card(page, name)
        assert panel.accessibleName()
        QTest.mouseClick(panel.button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(panel.table.isVisible)
        assert panel.table.rowCount() > 0
        assert panel.button.text() == "Show as chart"
        panel.button.click()
        assert not panel.table.isVisible()
    topics = card(page, "topics-card")
    topics.button.click()
    assert topics.table.item(0, 1).text().count(" of ") == 1


def test_a_topic_shows_bar_count_and_interval_and_opens_its_lesson(open_page, room, qtbot):
    room.weeks(8)
    page = open_page()
    topics = card(page, "topics-card")
    bars = topics.findChildren(IntervalBar)
    assert bars
    assert "95% interval" in bars[0].accessibleDescription()
    row = topics.findChild(LinkRow, "topic-0")
    assert " right. " in row.accessibleDescription()
    with qtbot.waitSignal(page.route_requested) as asked:
        row.click()
    assert asked.args[0].page == "lesson"


def test_few_answers_are_said_in_words(open_page, room):
    room.study_day(3)
    page = open_page()
    assert (
        "Too few answers (3)"
        in card(page, "topics-card").findChild(LinkRow, "topic-0").accessibleDescription()
    )
    assert not card(page, "topics-card").findChildren(IntervalBar)
    assert "Too few certain answers to tell (0)." in card(page, "calibration-card").sentence.accessibleName()


def test_confident_misses_lead_to_their_section(open_page, room, qtbot):
    step = room.study.start_new(6)
    while step.asking is not None and step.asking.round == 0:
        room.give(right=False, confidence=Confidence.CERTAIN)
        step = room.study.advance()
    page = open_page()
    misses = page.findChild(QWidget, "misses-card")
    links = misses.findChildren(LinkRow)
    assert sum(link.isVisible() for link in links) == 4
    more = misses.findChild(QPushButton, "all-misses")
    more.click()
    assert all(link.isVisible() for link in links)
    with qtbot.waitSignal(page.route_requested) as asked:
        links[0].click()
    assert asked.args[0].get("section")


def test_a_problem_becomes_a_banner_that_can_try_again(open_page, room, qtbot):
    room.study_day(3)
    room.overview.problem = LOCKED
    page = open_page()
    assert page.banners.isVisible()
    room.overview.problem = None
    page.findChild(QPushButton, "banner-action").click()
    assert not page.banners.isVisible()
    qtbot.waitUntil(card(page, "topics-card").isVisible)


@pytest.mark.parametrize(("width", "scale"), [(1288, 1.0), (828, 1.0), (1360, 2.0), (900, 2.0)])
def test_nothing_is_cut_at_any_width_or_text_size(open_page, room, theme, qtbot, width, scale):
    room.weeks(4)
    theme.configure(scale=scale)
    page = open_page(width)
    scroll = page.findChild(ScrollPage)
    assert scroll.widget().minimumSizeHint().width() <= scroll.viewport().width()
    for name in ORDER:
        shown = page.findChild(QWidget, name)
        qtbot.waitUntil(lambda card=shown: is_whole(card))
