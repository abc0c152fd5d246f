"""Tables, figures and questions in a lesson."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from app.core.course import CompareTable
from app.ui.runtime.navigation import Route
from app.ui.views.reader.peek import Peek
from app.ui.views.reader.pictures import Picture
from app.ui.views.reader.tables import CompareBlock
from app.ui.widgets.messages import Banner
from tests.ui.reading_room import LOCKED, TOPIC
from tests.ui.views.reader.acts import FIRST, focused, press


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
