"""The reader as the student meets it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from app.core.course import CompareTable
from app.core.ids import SectionId, TopicId
from app.ui.runtime.navigation import Route
from app.ui.views.reader import LessonReader
from app.ui.views.reader.pictures import Picture
from app.ui.views.reader.prose import ParagraphBlock, Peek
from app.ui.views.reader.tables import CompareBlock
from app.ui.widgets.messages import Banner
from tests.ui.reading_room import LOCKED, TOPIC, ReadingRoom

FIRST = Route.to("lesson", topic=TOPIC, section="first")


@pytest.fixture
def room(tmp_path, qapp):
    made = ReadingRoom(tmp_path)
    yield made
    made.close()


@pytest.fixture
def opened():
    return []


@pytest.fixture
def open_page(room, qtbot, opened):
    def make(route=FIRST, width=1288, height=900):
        model = room.reader_model()
        page = LessonReader(model, opened.append)
        model.setParent(page)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.enter(route)
        if page.first_focus() is not None:
            page.first_focus().setFocus()
        if page.body is not None:
            page.body.build_all()
        return page

    return make


def focused():
    return QApplication.focusWidget()


def press(page, name):
    QTest.mouseClick(page.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def title(page):
    return page.title.accessibleName()


def fresh(page):
    page.body.build_all()
    return page.body


def test_the_title_of_the_named_section_has_the_focus(open_page):
    page = open_page(Route.to("lesson", topic=TOPIC, section="second"))
    assert focused() is page.title
    assert title(page) == "The second part"
    interface = QAccessible.queryAccessibleInterface(page.title)
    assert interface.role() == QAccessible.Role.Heading
    assert page.title.heading_level == 1


def test_the_list_of_sections_marks_what_is_read_and_what_is_open(open_page, room):
    room.lessons.mark_read(TopicId(TOPIC), SectionId("first"))
    page = open_page(Route.to("lesson", topic=TOPIC))
    items = page.sections.items
    assert [item.isChecked() for item in items] == [False, True]
    assert [item.accessibleDescription() for item in items] == ["Read", "In progress, shown now"]
    assert page.sections.count.accessibleName() == "1 of 2 sections read"
    QTest.mouseClick(items[0], Qt.MouseButton.LeftButton)
    assert title(page) == "The first part"
    assert [item.isChecked() for item in items] == [True, False]


def test_j_and_k_turn_the_sections(open_page, room):
    page = open_page()
    QTest.keyClick(page.title, Qt.Key.Key_J)
    assert title(page) == "The second part"
    assert focused() is page.title
    QTest.keyClick(page.title, Qt.Key.Key_K)
    assert title(page) == "The first part"
    room.preferences.change(single_keys=False)
    QTest.keyClick(page.title, Qt.Key.Key_J)
    assert title(page) == "The first part"


def test_c_goes_from_check_to_check(open_page):
    page = open_page()
    QTest.keyClick(page.title, Qt.Key.Key_C)
    first, second = page.body.checks
    assert first.isAncestorOf(focused())
    QTest.keyClick(focused(), Qt.Key.Key_C)
    assert second.isAncestorOf(focused())
    here = focused()
    QTest.keyClick(focused(), Qt.Key.Key_C)
    assert focused() is here


def test_space_and_home_move_through_the_text(open_page, qtbot):
    page = open_page()
    bar = page.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    QTest.keyClick(page.title, Qt.Key.Key_Space)
    once = bar.value()
    assert once > 0
    QTest.keyClick(page.title, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() < once
    QTest.keyClick(page.title, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    QTest.keyClick(page.title, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_marking_read_goes_on_to_the_end(open_page, qtbot):
    page = open_page()
    press(page, "mark-read")
    assert title(page) == "The second part"
    assert page.sections.items[0].accessibleDescription() == "Read"
    fresh(page)
    assert page.findChild(QPushButton, "mark-read").text() == "Mark section read and finish"
    press(page, "mark-read")
    assert title(page) == "Lesson finished"
    assert focused() is page.title
    with qtbot.waitSignal(page.route_requested) as asked:
        press(page, "start-review")
    assert asked.args == [Route.to("review", mode="due")]
    with qtbot.waitSignal(page.route_requested) as asked:
        press(page, "back-to-lessons")
    assert asked.args == [Route.to("lessons")]


def test_finishing_early_offers_what_is_unread(open_page):
    page = open_page(Route.to("lesson", topic=TOPIC, section="second"))
    press(page, "mark-read")
    assert title(page) == "Last section read"
    press(page, "read-rest")
    assert title(page) == "The first part"


def test_a_read_section_can_be_marked_unread(open_page, room):
    room.lessons.mark_read(TopicId(TOPIC), SectionId("first"))
    page = open_page()
    body = page.body
    assert page.findChild(QPushButton, "mark-read").text() == "Continue"
    press(page, "mark-unread")
    assert page.body is body
    assert page.findChild(QPushButton, "mark-read").text() == "Mark section read and continue"
    assert room.lessons.lesson(TopicId(TOPIC)).dots[0].state == "in-progress"


def test_a_citation_opens_its_source_under_the_paragraph(open_page, opened):
    page = open_page()
    paragraph = page.body.findChildren(ParagraphBlock)[0]
    text = paragraph.column.itemAt(0).widget()
    text.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(text, Qt.Key.Key_Return)
    peek = paragraph.findChild(Peek)
    assert peek.accessibleName() == "Source 1"
    press(page, "peek-open")
    assert opened == ["https://doi.org/10.1/x"]
    press(page, "peek-list")
    assert focused() is page.body.sources.entries["book2020"]
    text.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(text, Qt.Key.Key_Escape)
    assert paragraph.findChild(Peek) is None or paragraph.column.count() == 1
    assert focused() is text


def test_the_tab_key_goes_from_a_citation_into_what_it_opened(open_page, qtbot):
    page = open_page()
    paragraph = page.body.findChildren(ParagraphBlock)[0]
    text = paragraph.column.itemAt(0).widget()
    text.setFocus(Qt.FocusReason.BacktabFocusReason)
    text.linkActivated.emit("source:book2020")
    qtbot.waitUntil(paragraph.findChild(Peek).isVisible)
    QTest.keyClick(text, Qt.Key.Key_Tab)
    assert focused() is paragraph.findChild(QPushButton, "peek-close")
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert focused() is text


@pytest.mark.parametrize("labelled", [False, True])
def test_the_tab_key_follows_the_reading_order(open_page, qtbot, labelled):
    page = open_page()
    qtbot.waitUntil(lambda: page.view.verticalScrollBar().maximum() > 0)
    if labelled:
        page.body.findChild(Picture).adapt(1000)
    blocks = [page.body.flow.itemAt(n).widget() for n in range(page.body.flow.count())]
    page.title.setFocus()
    seen = [focused()]
    for _ in range(60):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        if not page.body.isAncestorOf(focused()):
            break
        seen.append(focused())
    places = [next(n for n, block in enumerate(blocks) if block.isAncestorOf(one)) for one in seen]
    assert len(set(places)) > 8
    assert places == sorted(places)


def test_only_words_with_an_entry_are_links(open_page):
    page = open_page()
    paragraph = page.body.findChildren(ParagraphBlock)[0]
    text = paragraph.column.itemAt(0).widget()
    assert [run.href for run in text.runs if run.dotted] == ["term:basalis"]
    assert "unknown word" in text.accessibleName()
    text.linkActivated.emit("term:basalis")
    assert paragraph.findChild(Peek).accessibleName() == "Basalis"
    text.linkActivated.emit("term:basalis")
    assert paragraph.column.count() == 1


def test_the_line_under_the_title_leads_to_the_sources(open_page):
    page = open_page()
    page.body.head.reviewed.linkActivated.emit("sources")
    assert focused() is page.body.sources.entries["book2020"]


def test_a_table_is_a_table_with_headers_for_assistive_tools(open_page):
    page = open_page()
    block = page.body.findChild(CompareBlock)
    table = QAccessible.queryAccessibleInterface(block.table)
    assert table.role() == QAccessible.Role.Table
    assert block.table.accessibleName() == "Salt and bone"
    headers = [block.table.horizontalHeaderItem(n).text() for n in range(2)]
    assert headers == ["Salt", "Bone"]
    assert block.table.verticalHeaderItem(1).text() == "Cells"
    block.table.setFocus()
    block.table.setCurrentCell(1, 1)
    QTest.keyClick(block.table, Qt.Key.Key_Return)
    assert block.findChild(Peek).accessibleName() == "Source 2"


def test_a_table_becomes_a_list_where_it_does_not_fit(open_page, room, qtbot):
    model = room.reader_model()
    model.open(TOPIC)
    data = next(b for b in model.state.section.blocks if isinstance(b, CompareTable))
    block = CompareBlock(data, model.state.content)
    qtbot.addWidget(block)
    assert not block.is_stacked
    block.adapt(150)
    assert block.is_stacked
    assert block.table.isHidden()
    block.adapt(800)
    assert not block.is_stacked


def test_figures_open_the_viewer_and_coming_back_changes_nothing(open_page, qtbot):
    page = open_page()
    stepper = next(p for p in page.body.findChildren(Picture) if p.figure.is_stepper)
    QTest.mouseClick(stepper.findChild(QPushButton, "step-next"), Qt.MouseButton.LeftButton)
    opener = stepper.findChild(QPushButton, "figure-open")
    opener.setFocus()
    body = page.body
    with qtbot.waitSignal(page.route_requested) as asked:
        QTest.keyClick(opener, Qt.Key.Key_Return)
    assert asked.args == [Route.to("figure", figure="lining/steps", step="two")]
    page.leave()
    page.enter(FIRST)
    assert page.body is body
    assert page.first_focus() is opener
    page.enter(FIRST)
    assert page.body is not body
    assert page.first_focus() is page.title


def test_a_figure_without_steps_gets_room_for_its_names(open_page):
    page = open_page(width=1500)
    plain, stepper = page.body.findChildren(Picture)
    assert plain.wants_width
    assert not stepper.wants_width
    plain.adapt(960)
    assert not plain.view.canvas.uses_pins
    QTest.mouseClick(plain.view.eye, Qt.MouseButton.LeftButton)
    QTest.mouseClick(plain.view.eye, Qt.MouseButton.LeftButton)
    assert not plain.view.canvas.uses_pins
    plain.adapt(600)
    assert plain.view.canvas.uses_pins


def test_first_questions_are_answered_in_place_and_fold_away(open_page, room):
    page = open_page()
    first = page.body.findChild(QWidget, "try-first")
    assert not first.is_folded
    for _ in range(2):
        first.focus_question()
        QTest.keyClick(focused(), Qt.Key.Key_1)
        press(page, "check")
        assert first.onward.isVisible()
        QTest.mouseClick(first.onward, Qt.MouseButton.LeftButton)
    assert first.is_folded
    assert focused() is page.title
    QTest.keyClick(page.title, Qt.Key.Key_J)
    QTest.keyClick(page.title, Qt.Key.Key_K)
    assert page.body.findChild(QWidget, "try-first").is_folded
    press(page, "try-again")
    assert not page.body.findChild(QWidget, "try-first").is_folded


def test_first_questions_can_be_skipped(open_page):
    page = open_page()
    press(page, "try-skip")
    assert page.body.findChild(QWidget, "try-first").is_folded


def test_a_check_is_judged_in_place_and_a_failure_keeps_the_answer(open_page, room):
    page = open_page()
    page.go_to_check()
    check = page.body.checks[0]
    QTest.keyClick(focused(), Qt.Key.Key_1)
    room.study.problem = LOCKED
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert not check.asked.answer.is_locked
    assert page.findChild(Banner).accessibleName().startswith(LOCKED.title)
    room.study.problem = None
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert check.asked.answer.is_locked
    assert not page.findChildren(Banner)


def test_the_way_back_to_the_question_is_shown_only_after_a_review(open_page, qtbot):
    page = open_page()
    assert not page.back_bar.isVisible()
    page.enter(Route.to("lesson", topic=TOPIC, section="second", back="review"))
    assert page.back_bar.isVisible()
    with qtbot.waitSignal(page.back_requested):
        press(page, "back-to-question")


def test_the_place_in_a_section_is_found_again(open_page, room, qtbot):
    page = open_page(height=500)
    bar = page.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum() // 2)
    page.leave()
    offset = room.lessons.lesson(TopicId(TOPIC)).offset
    assert offset == pytest.approx(0.5, abs=0.02)
    again = open_page(Route.to("lesson", topic=TOPIC), height=500)
    qtbot.waitUntil(lambda: again.offset == pytest.approx(offset, abs=0.03))
    assert focused() is again.title


def test_a_lesson_that_is_not_there_leads_back(open_page, qtbot):
    page = open_page(Route.to("lesson", topic="nowhere"))
    assert page.title is None
    assert page.offset == 0.0
    with qtbot.waitSignal(page.route_requested) as asked:
        press(page, "empty-action")
    assert asked.args == [Route.to("lessons")]


def test_a_problem_is_told_and_can_be_tried_again(open_page, room):
    room.lessons.problem = LOCKED
    page = open_page()
    assert page.body is None
    room.lessons.problem = None
    press(page, "banner-action")
    assert title(page) == "The first part"


def test_narrow_pages_choose_sections_from_a_list(open_page):
    page = open_page(width=828)
    assert not page.sections.isVisible()
    assert page.bar.isVisible()
    assert page.bar.select.currentText() == "1. The first part"
    page.bar.select.activated.emit(1)
    assert title(page) == "The second part"


@pytest.mark.parametrize(
    ("width", "scale"), [(1288, 1.0), (1848, 1.0), (828, 1.0), (900, 2.0), (1360, 2.0), (1288, 1.25)]
)
def test_nothing_is_cut_at_any_size(open_page, theme, qtbot, width, scale):
    theme.configure(scale=scale)
    page = open_page(width=width)
    bar = page.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    view = page.view
    assert view.horizontalScrollBar().maximum() == 0
    flow = page.body.flow
    for index in range(flow.count()):
        widget = flow.itemAt(index).widget()
        layout = widget.layout()
        needed = (
            layout.totalHeightForWidth(widget.width()) if layout else widget.heightForWidth(widget.width())
        )
        assert widget.height() >= needed - 1, widget
        assert widget.x() >= 0
        assert widget.geometry().right() <= page.body.width()


def test_blocks_do_not_overlap(open_page, qtbot):
    page = open_page()
    qtbot.waitUntil(lambda: page.view.verticalScrollBar().maximum() > 0)
    shown = [page.body.flow.itemAt(n).widget() for n in range(page.body.flow.count())]
    for number, one in enumerate(shown):
        for other in shown[number + 1 :]:
            assert not one.geometry().intersects(other.geometry())


def test_what_lies_below_is_built_without_being_asked(room, qtbot):
    model = room.reader_model()
    page = LessonReader(model)
    model.setParent(page)
    qtbot.addWidget(page)
    page.resize(1288, 500)
    page.show()
    page.enter(FIRST)
    qtbot.waitUntil(lambda: page.body.is_complete)
    assert len(page.body.checks) == 2
