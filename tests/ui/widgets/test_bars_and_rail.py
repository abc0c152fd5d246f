"""Bars, rail, progress and callouts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.core.course import CalloutKind
from app.ui.theme import ThemeManager, current
from app.ui.widgets.bars import BottomBar, TopBar, VerdictBar
from app.ui.widgets.buttons import Button
from app.ui.widgets.callout import Callout
from app.ui.widgets.chip import Chip, Icon, KeyCap
from app.ui.widgets.grade_row import Grade
from app.ui.widgets.layouts import Flow, clear
from app.ui.widgets.panel import Divider, Ground, Panel
from app.ui.widgets.progress import Progress, SessionGrid, SquareState
from app.ui.widgets.rail import Place, Rail, RailMenuButton
from app.ui.widgets.scroll import ScrollPage
from app.ui.widgets.text import Text

PLACES = (
    Place("today", "Today", "calendar-check", "Ctrl+1"),
    Place("lessons", "Lessons", "book-open", "Ctrl+2"),
)
GRADES = (Grade("Again", "10 min"), Grade("Hard", "1 day"), Grade("Good", "4 days"), Grade("Easy", "9 days"))


def role_of(widget: QWidget) -> QAccessible.Role:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.role()


@pytest.fixture
def verdict(qtbot: QtBot) -> VerdictBar:
    bar = VerdictBar()
    qtbot.addWidget(bar)
    bar.grades.set_grades(GRADES, 0)
    bar.show_verdict("Not quite", "It’s B, progesterone.", right=False)
    return bar


def test_the_verdict_is_a_word_an_icon_and_a_tint(verdict: VerdictBar, qtbot: QtBot) -> None:
    verdict.resize(1280, 90)
    verdict.show()
    wrong = verdict.grab().toImage()
    corner = wrong.pixelColor(3, wrong.height() - 3)
    assert corner == current().colour("badSoft")
    assert any(text.text() == "Not quite" for text in verdict.findChildren(Text))
    verdict.show_verdict("Correct", "Progesterone.", right=True)
    right = verdict.grab().toImage()
    assert right.pixelColor(3, right.height() - 3) == current().colour("okSoft")
    with qtbot.waitSignal(verdict.advanced):
        verdict.next_button.click()


def test_the_verdict_bar_folds_where_it_is_narrow(verdict: VerdictBar, theme: ThemeManager) -> None:
    verdict.resize(1280, 90)
    verdict.show()
    assert not verdict.grades.is_compact
    theme.configure(scale=2.0)
    assert verdict.grades.is_compact
    theme.configure(scale=1.0)
    assert not verdict.grades.is_compact


def test_practice_has_no_grades(verdict: VerdictBar) -> None:
    verdict.set_graded(False)
    assert verdict.grades.isHidden()


@pytest.mark.parametrize(("scale", "top", "bottom"), [(1.0, 64, 80), (2.0, 90, 112)])
def test_bars_grow_by_1_4_at_most(
    theme: ThemeManager, qtbot: QtBot, scale: float, top: int, bottom: int
) -> None:
    theme.configure(scale=scale)
    bars = TopBar("Today’s review"), BottomBar()
    for bar in bars:
        qtbot.addWidget(bar)
    assert [bar.minimumHeight() for bar in bars] == [top, bottom]


def test_the_rail_goes_places(qtbot: QtBot) -> None:
    rail = Rail(PLACES, (Place("settings", "Settings", "settings"),))
    qtbot.addWidget(rail)
    rail.set_active("today")
    rail.set_badge("today", 132)
    rail.show()
    assert rail.items[0].accessibleName() == "Today, 132 due"
    assert rail.items[0].accessibleDescription() == "You are here."
    assert rail.items[0].is_active
    assert rail.sizeHint().width() == 72
    with qtbot.waitSignal(rail.chosen) as signal:
        qtbot.mouseClick(rail.items[1], Qt.MouseButton.LeftButton)
    assert signal.args == ["lessons"]
    assert rail.lower_items[0].accessibleName() == "Settings"
    before = rail.grab().toImage()
    rail.set_pinned(True)
    assert rail.sizeHint().width() == 232
    rail.resize(rail.sizeHint())
    assert rail.grab().toImage() != before


def test_the_rail_becomes_a_menu(qtbot: QtBot) -> None:
    button = RailMenuButton(PLACES)
    qtbot.addWidget(button)
    button.set_active("lessons")
    actions = button.menu_of_places.actions()
    assert [action.isChecked() for action in actions] == [False, True]
    with qtbot.waitSignal(button.chosen) as signal:
        actions[0].trigger()
    assert signal.args == ["today"]


def test_progress_is_a_progress_bar_with_a_name(qtbot: QtBot) -> None:
    bar = Progress("Questions answered", 6, 20)
    qtbot.addWidget(bar)
    assert role_of(bar) == QAccessible.Role.ProgressBar
    assert bar.accessibleDescription() == "6 of 20"
    some = bar.grab().toImage()
    bar.set_progress(20, 20)
    assert bar.grab().toImage() != some
    bar.set_progress(0, 0)
    assert bar.value() == 0


def test_the_grid_says_its_states_in_words(qtbot: QtBot) -> None:
    grid = SessionGrid([SquareState.RIGHT, SquareState.WRONG, SquareState.CURRENT, SquareState.OPEN])
    qtbot.addWidget(grid)
    assert grid.accessibleDescription() == "1 not answered yet, 1 this question, 1 right, 1 not right"
    assert role_of(grid) == QAccessible.Role.Graphic
    assert grid.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_the_exam_grid_is_used_by_keys_and_mouse(qtbot: QtBot) -> None:
    states = [SquareState.ANSWERED] * 12 + [SquareState.CURRENT, SquareState.FLAGGED]
    grid = SessionGrid(states, interactive=True)
    qtbot.addWidget(grid)
    grid.resize(grid.sizeHint())
    grid.show()
    grid.setFocus()
    qtbot.waitUntil(grid.hasFocus)
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert grid.accessibleDescription() == "Question 14, flagged"
    with qtbot.waitSignal(grid.picked) as signal:
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert signal.args == [13]
    with qtbot.waitSignal(grid.picked) as signal:
        qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid._rect(0).center().toPoint())
    assert signal.args == [0]
    grid.grab()
    assert grid.heightForWidth(120) > grid.heightForWidth(600)


def test_squares_differ_without_colour(qtbot: QtBot) -> None:
    grid = SessionGrid([SquareState.OPEN])
    qtbot.addWidget(grid)
    pictures = []
    for state in SquareState:
        grid.set_states([state])
        pictures.append(grid.grab().toImage().convertToFormat(grid.grab().toImage().Format.Format_Mono))
    assert all(one != other for i, one in enumerate(pictures) for other in pictures[:i])


@pytest.mark.parametrize("kind", list(CalloutKind))
def test_a_callout_has_a_heading_word(qtbot: QtBot, kind: CalloutKind) -> None:
    callout = Callout(kind, ["Oestrogen builds, **progesterone** matures.", "Second."])
    qtbot.addWidget(callout)
    assert callout.accessibleName()
    assert len(callout.paragraphs) == 2
    assert callout.findChildren(Text)[0].heading_level == 3
    callout.grab()


def test_small_marks_have_their_size(theme: ThemeManager, qtbot: QtBot) -> None:
    marks = [Chip("Histology", "microscope"), KeyCap("Shift + 1"), Icon("timer")]
    for mark in marks:
        qtbot.addWidget(mark)
        mark.grab()
    assert [mark.sizeHint().height() for mark in marks] == [26, 22, 18]
    theme.configure(scale=2.0)
    assert [mark.sizeHint().height() for mark in marks] == [52, 44, 36]
    assert role_of(marks[0]) == QAccessible.Role.StaticText
    assert marks[0].accessibleName() == "Histology"


def test_a_panel_is_a_named_group(qtbot: QtBot) -> None:
    panel = Panel("This session")
    qtbot.addWidget(panel)
    panel.add(Divider())
    assert role_of(panel) == QAccessible.Role.Grouping
    assert panel.accessibleName() == "This session"
    assert panel.heading is not None
    assert panel.body.contentsMargins().left() == 20


def test_a_flow_wraps(qtbot: QtBot) -> None:
    flow = Flow()
    qtbot.addWidget(flow)
    for word in ("Menstrual cycle", "Histology", "Imaging"):
        flow.add(Chip(word))
    flow.resize(140, flow.heightForWidth(140))
    flow.show()
    tops = {flow.flow.itemAt(i).widget().y() for i in range(3)}
    assert len(tops) > 1
    clear(flow.flow)
    assert flow.flow.count() == 0


def test_the_focused_widget_stays_clear_of_the_bars(qtbot: QtBot) -> None:
    content = Ground()
    column = QVBoxLayout(content)
    buttons = [Button(f"Button {i}") for i in range(30)]
    for button in buttons:
        column.addWidget(button)
    page = ScrollPage(content)
    qtbot.addWidget(page)
    page.resize(300, 400)
    page.show()
    page.activateWindow()
    buttons[20].setFocus()
    qtbot.waitUntil(buttons[20].hasFocus)
    bottom = buttons[20].mapTo(page.viewport(), buttons[20].rect().bottomLeft()).y()
    assert bottom <= page.viewport().height() - 90
    buttons[0].setFocus()
    qtbot.waitUntil(buttons[0].hasFocus)
    assert page.verticalScrollBar().value() == 0
    page.verticalScrollBar().setValue(200)
    page.to_top()
    assert page.verticalScrollBar().value() == 0
