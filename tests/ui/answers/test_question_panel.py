"""A question inside a lesson."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.core.questions import Kind, Picked
from app.core.scheduling import Confidence, Purpose
from app.ui.answers.question_panel import QuestionPanel
from app.ui.answers.question_text import Explanation, SourceList, VerdictNote
from app.ui.widgets.buttons import Button
from app.ui.widgets.confidence import ConfidenceRow
from tests.fakes import FakeClock
from tests.ui.answers.asked import KINDS, asked, told


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def panel(qtbot, clock):
    window = QWidget()
    made = QuestionPanel(window, monotonic=clock.monotonic)
    layout = QVBoxLayout(window)
    layout.addWidget(made)
    qtbot.addWidget(window)
    window.resize(760, 700)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield made
    window.close()


def answers(panel):
    seen = []
    panel.answered.connect(lambda *said: seen.append(said))
    return seen


def test_try_first_is_checked_without_confidence(panel):
    panel.show_asking(asked(Kind.SINGLE, purpose=Purpose.TRY_FIRST))
    seen = answers(panel)
    check = panel.findChild(Button, "check")
    assert not check.isEnabled()
    panel.answer.choose_number(1)
    assert check.isEnabled()
    check.click()
    assert len(seen) == 1
    assert isinstance(seen[0][0], Picked)
    assert seen[0][1] is None


def test_a_check_asks_how_sure(panel):
    panel.show_asking(asked(Kind.SINGLE, purpose=Purpose.CHECK))
    seen = answers(panel)
    row = panel.findChild(ConfidenceRow)
    assert not row.buttons[0].isEnabled()
    panel.answer.choose_number(2)
    row.buttons[2].click()
    assert seen[0][1] is Confidence.CERTAIN


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_by_keyboard_alone(panel, kind):
    panel.show_asking(asked(kind, purpose=Purpose.CHECK))
    seen = answers(panel)
    panel.focus_question()
    letters = [Qt.Key.Key_T, Qt.Key.Key_F, Qt.Key.Key_T]
    for key in letters if kind is Kind.TRUE_FALSE else [Qt.Key.Key_2]:
        QTest.keyClick(QApplication.focusWidget(), key)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(seen) == 1
    assert seen[0][1] is Confidence.GUESS


def test_enter_without_an_answer_does_nothing(panel):
    panel.show_asking(asked(Kind.SINGLE, purpose=Purpose.CHECK))
    seen = answers(panel)
    panel.focus_question()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert seen == []


def test_nothing_is_locked_until_feedback_comes(panel):
    asking = asked(Kind.SINGLE, purpose=Purpose.CHECK)
    panel.show_asking(asking)
    seen = answers(panel)
    panel.answer.choose_number(1)
    panel.findChild(ConfidenceRow).buttons[1].click()
    panel.findChild(ConfidenceRow).buttons[1].click()
    assert len(seen) == 2
    panel.show_feedback(told(asking, seen[0][0]))
    assert panel.answer.is_locked
    for part in (VerdictNote, Explanation, SourceList):
        assert panel.findChild(part) is not None
    said = panel.findChild(VerdictNote).accessibleName()
    assert said.startswith(("Right", "Not quite"))


def test_time_counts_while_the_question_is_seen(panel, clock, qtbot):
    panel.show_asking(asked(Kind.SINGLE, purpose=Purpose.CHECK))
    qtbot.waitUntil(lambda: panel._timer.is_running)
    clock.pass_seconds(7)
    panel.hide()
    clock.pass_seconds(100)
    panel.show()
    qtbot.waitUntil(lambda: panel._timer.is_running)
    clock.pass_seconds(3)
    seen = answers(panel)
    panel.answer.choose_number(1)
    panel.findChild(ConfidenceRow).buttons[1].click()
    assert seen[0][2] == 10_000


def test_a_source_is_asked_for_by_its_address(panel):
    asking = asked(Kind.SINGLE, purpose=Purpose.CHECK)
    panel.show_asking(asking)
    panel.answer.choose_number(1)
    panel.show_feedback(told(asking, panel.answer.response()))
    seen = []
    panel.link_requested.connect(seen.append)
    panel.findChild(SourceList).link_requested.emit("https://doi.org/10.1/x")
    assert seen == ["https://doi.org/10.1/x"]


def test_another_question_takes_its_place(panel):
    panel.show_asking(asked(Kind.SINGLE, purpose=Purpose.CHECK))
    first = panel.answer
    panel.show_asking(asked(Kind.HOTSPOT, purpose=Purpose.TRY_FIRST))
    assert panel.answer is not first
    assert panel.asking.question.kind is Kind.HOTSPOT
