"""The row is painted also when it changes while a stack further out is changing."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.widgets.bars import VerdictBar
from app.ui.widgets.grade_row import Grade


def test_updates_stay_on_when_the_bar_appears_in_a_stack(qtbot):
    stack = QStackedWidget()
    bar = VerdictBar()
    stack.addWidget(QWidget())
    stack.addWidget(bar)
    qtbot.addWidget(stack)
    stack.resize(1288, 80)
    stack.show()
    bar.grades.set_grades([Grade("Again", "10 min"), Grade("Hard", "1 day")], 0)
    stack.setCurrentIndex(1)
    stack.resize(600, 80)
    stack.setCurrentIndex(0)
    stack.resize(1288, 80)
    stack.setCurrentIndex(1)
    assert bar.grades.updatesEnabled()
    assert not bar.grades.is_compact
