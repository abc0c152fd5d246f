"""Buttons, choices, confidence and grades: names, keys, states, sizes."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.core.scheduling import Confidence
from app.ui.theme import ThemeManager
from app.ui.theme.tokens import GUTTER, HEIGHTS, MIN_TARGET
from app.ui.widgets.buttons import Button, IconButton, LinkButton
from app.ui.widgets.choices import Segmented, Select
from app.ui.widgets.confidence import ConfidenceRow
from app.ui.widgets.grade_row import Grade, GradeRow
from app.ui.widgets.settings_rows import ChoiceRow, SwitchRow

GRADES = (Grade("Again", "10 min"), Grade("Hard", "1 day"), Grade("Good", "4 days"), Grade("Easy", "9 days"))


@pytest.mark.parametrize("height", ["compact", "default", "main"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_button_has_its_height_and_room_for_the_ring(
    theme: ThemeManager, qtbot: QtBot, height: str, scale: float
) -> None:
    theme.configure(scale=scale)
    button = Button("Start review", "primary", icon_right="arrow-right", key="Enter", height=height)  # type: ignore[arg-type]
    qtbot.addWidget(button)
    visible = button.sizeHint().height() - 2 * GUTTER
    assert visible == round(HEIGHTS[height] * scale)  # type: ignore[index]
    assert visible >= MIN_TARGET
    assert button.minimumSizeHint() == button.sizeHint()


def test_a_button_is_pressed_by_enter_and_space(qtbot: QtBot) -> None:
    button = Button("Next", "primary")
    qtbot.addWidget(button)
    button.show()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(button, key)
    assert button.accessibleName() == "Next"


def test_a_busy_button_keeps_its_width_and_does_nothing(qtbot: QtBot) -> None:
    button = Button("Check the whole file", "primary", icon="import")
    qtbot.addWidget(button)
    button.show()
    width = button.sizeHint().width()
    button.set_busy(True, "Checking…")
    assert button.is_busy
    assert button.sizeHint().width() == width
    assert button.accessibleDescription() == "Checking…"
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.keyClick(button, Qt.Key.Key_Return)
    button.set_busy(False)
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("kind", ["primary", "outline", "quiet"])
def test_states_of_a_button_are_drawn_differently(qtbot: QtBot, kind: str) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    button = Button("Start", kind)  # type: ignore[arg-type]
    button.setParent(holder)
    holder.resize(200, 80)
    holder.show()
    holder.activateWindow()
    rest = button.grab().toImage()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    focused = button.grab().toImage()
    button.clearFocus()
    button.setDown(True)
    pressed = button.grab().toImage()
    button.setDown(False)
    button.setEnabled(False)
    disabled = button.grab().toImage()
    pictures = [rest, focused, pressed, disabled]
    assert all(one != other for i, one in enumerate(pictures) for other in pictures[:i])


def test_an_icon_button_has_a_name_and_says_its_shortcut(qtbot: QtBot) -> None:
    button = IconButton("flag", "Flag", shortcut="F", checkable=True)
    qtbot.addWidget(button)
    assert button.accessibleName() == "Flag"
    assert button.toolTip() == "Flag (F)"
    assert button.sizeHint().width() - 2 * GUTTER == 40
    off = button.grab().toImage()
    button.click()
    assert button.grab().toImage() != off


def test_a_link_button_is_large_enough(qtbot: QtBot) -> None:
    button = LinkButton("Open the lesson section", icon_right="chevron-right")
    qtbot.addWidget(button)
    assert button.sizeHint().height() - 2 * GUTTER >= MIN_TARGET
    button.grab()


def test_hover_repaints(qtbot: QtBot) -> None:
    button = Button("Hover")
    qtbot.addWidget(button)
    spot = QPointF(3, 3)
    button.enterEvent(QEnterEvent(spot, spot, spot))
    assert button.isEnabled()


def test_a_segmented_control_is_a_group_of_radio_buttons(qtbot: QtBot) -> None:
    control = Segmented(("Labels", "Self-test"), 0, name="Mode")
    qtbot.addWidget(control)
    control.show()
    interface = QAccessible.queryAccessibleInterface(control)
    assert interface is not None
    assert interface.role() == QAccessible.Role.Grouping
    assert interface.childCount() == 2
    assert interface.child(0).role() == QAccessible.Role.RadioButton
    with qtbot.waitSignal(control.chosen) as signal:
        qtbot.mouseClick(control.layout().itemAt(1).widget(), Qt.MouseButton.LeftButton)
    assert signal.args == [1]
    with qtbot.assertNotEmitted(control.chosen):
        control.set_index(0)
    assert control.index == 0


def test_a_segmented_control_wraps_at_200_percent(theme: ThemeManager, qtbot: QtBot) -> None:
    theme.configure(scale=2.0)
    control = Segmented(("System", "Light", "Dark", "High contrast"))
    qtbot.addWidget(control)
    assert control.heightForWidth(400) > control.heightForWidth(2000)


def test_a_list_under_the_wheel_does_not_change(qtbot: QtBot) -> None:
    control = Select(("87.5%", "100%", "112.5%"), 1, name="Text size")
    qtbot.addWidget(control)
    control.show()
    control.grab()
    with qtbot.waitSignal(control.currentIndexChanged):
        qtbot.keyClick(control, Qt.Key.Key_Down)
    assert control.currentIndex() == 2


def test_confidence_waits_for_an_answer(qtbot: QtBot) -> None:
    row = ConfidenceRow()
    qtbot.addWidget(row)
    row.set_ready(False)
    row.show()
    assert not any(button.isEnabled() for button in row.buttons)
    assert row.buttons[0].accessibleDescription() == "Choose an answer first."
    row.set_ready(True)
    for button, level in zip(row.buttons, Confidence, strict=True):
        with qtbot.waitSignal(row.confident) as signal:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert signal.args == [level]
    assert row.buttons[1].accessibleName() == "Check answer: think so"


def test_the_bars_show_the_level(qtbot: QtBot) -> None:
    row = ConfidenceRow()
    qtbot.addWidget(row)
    pictures = [button.grab().toImage() for button in row.buttons]
    assert pictures[0] != pictures[2]


def test_grades_carry_their_date_and_are_radio_buttons(qtbot: QtBot) -> None:
    row = GradeRow(GRADES, 2)
    qtbot.addWidget(row)
    row.resize(row.sizeHint())
    row.show()
    assert row.index == 2
    names = [w.accessibleName() for w in row.findChildren(QWidget) if w.accessibleName().startswith("Good")]
    assert names == ["Good, 4 days"]
    with qtbot.waitSignal(row.graded) as signal:
        row.choose(0)
    assert signal.args == [0]
    assert row.index == 0


def test_the_grades_become_one_button_where_there_is_no_room(qtbot: QtBot) -> None:
    row = GradeRow(GRADES, 2)
    qtbot.addWidget(row)
    row.show()
    row.resize(row.sizeHint())
    assert not row.is_compact
    row.resize(row.minimumSizeHint())
    assert row.is_compact
    button = row.findChild(Button)
    assert button is not None
    assert button.text() == "Next review: 4 days"
    with qtbot.waitSignal(row.graded) as signal:
        row._menu.actions()[3].trigger()
    assert signal.args == [3]
    assert button.text() == "Next review: 9 days"


def test_new_grades_replace_the_old(qtbot: QtBot) -> None:
    row = GradeRow(GRADES, 2)
    qtbot.addWidget(row)
    row.set_grades(GRADES[:2], 0)
    assert row.index == 0
    assert len(row._group.buttons()) == 2


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_switch_row_is_a_check_box_and_wraps(theme: ThemeManager, qtbot: QtBot, scale: float) -> None:
    theme.configure(scale=scale)
    row = SwitchRow(
        "Single-key shortcuts", "They work only when no text field has the focus, and can be changed."
    )
    qtbot.addWidget(row)
    row.resize(500, row.heightForWidth(500))
    row.show()
    off = row.grab().toImage()
    with qtbot.waitSignal(row.toggled):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert row.grab().toImage() != off
    assert row.heightForWidth(300) > row.heightForWidth(1500)
    assert row.accessibleName() == "Single-key shortcuts"


def test_a_choice_row_chooses_by_field_or_list(qtbot: QtBot) -> None:
    few = ChoiceRow("Theme", ("System", "Light"), 1, "Changes at once.")
    many = ChoiceRow("Text size", tuple("abcde"), 1)
    for row in (few, many):
        qtbot.addWidget(row)
        row.show()
        assert row.index == 1
        row.set_index(0)
        assert row.index == 0
    assert few.control.accessibleDescription() == "Changes at once."
    with qtbot.waitSignal(many.chosen) as signal:
        qtbot.keyClick(many.control, Qt.Key.Key_Down)
    assert signal.args == [1]


def test_a_changed_enabled_state_is_drawn(qtbot: QtBot) -> None:
    row = SwitchRow("Suggest a grade")
    qtbot.addWidget(row)
    row.resize(400, 60)
    on = row.grab().toImage()
    row.setEnabled(False)
    row.changeEvent(QEvent(QEvent.Type.EnabledChange))
    assert row.grab().toImage() != on
