"""Charts speak, tables sort, messages are announced and go away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.core.notices import Notice, Severity
from app.ui.theme import ThemeChoice, ThemeManager
from app.ui.widgets import messages
from app.ui.widgets.bar_charts import Bars, BarValue, DayValue, Heatmap, Ring
from app.ui.widgets.buttons import Button
from app.ui.widgets.chart import Chart
from app.ui.widgets.line_charts import Axis, Extras, LinePoints, Series
from app.ui.widgets.messages import Banner, EmptyState, Skeleton, Toast
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_panel import TablePanel

ROWS = (("Calcium", "2.40", "mmol/L"), ("Phosphate", "11", "mmol/L"), ("Albumin", "9", "g/L"))


def charts() -> list[Chart]:
    points = Series("Right", ((0.25, 0.4), (0.95, 0.86)), points_only=True, labels=("Guess", "Certain"))
    curve = Series("Oestradiol", ((1, 0.1), (14, 1.0), (28, 0.2)), "oestradiol", "dash")
    other = Series("Progesterone", ((1, 0.1), (14, 0.9), (28, 0.4)), "progesterone")
    unit = Axis(0, 1, ((0, "0%"), (1, "100%")), "Sure")
    return [
        Bars("Coming up", "36 in 2 days.", [BarValue("Today", 14, current=True), BarValue("Fri", 22)]),
        Ring("Remembering", "87%, goal 90%.", 0.87, goal=0.9),
        Heatmap("Study days", "2 days.", [DayValue("1 March", 9, 4), DayValue("2 March", 0, 0)]),
        LinePoints("Calibration", "Close.", (points,), unit, unit, Extras(diagonal=True, grid=(0.5,))),
        LinePoints("Hormones", "Peak on day 14.", (curve, other), Axis(1, 28, ((14, "14"),), "Day"),
                   Axis(0, 1.1), Extras(bands=((14, 28, "primarySoft"),), marked_x=14)),
    ]  # fmt: skip


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.CONTRAST_DARK])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_chart_has_a_name_a_sentence_and_a_table(
    theme: ThemeManager, qtbot: QtBot, choice: ThemeChoice, scale: float
) -> None:
    theme.configure(choice=choice, scale=scale)
    for chart in charts():
        qtbot.addWidget(chart)
        interface = QAccessible.queryAccessibleInterface(chart)
        assert interface is not None
        assert interface.role() == QAccessible.Role.Graphic
        assert chart.accessibleName()
        assert chart.accessibleDescription()
        header, *rows = chart.as_table()
        assert rows
        assert all(len(row) == len(header) for row in rows)
        chart.resize(chart.minimumSizeHint())
        narrow = chart.grab().toImage()
        chart.resize(chart.sizeHint() * 2)
        assert chart.grab().toImage() != narrow


def test_tables_of_charts_hold_the_numbers(qtbot: QtBot) -> None:
    bars, ring, days, _, lines = charts()
    for chart in (bars, ring, days, lines):
        qtbot.addWidget(chart)
    assert bars.as_table() == [["Day", "Number"], ["Today", "14"], ["Fri", "22"]]
    assert ring.as_table()[1:] == [["Share", "87%"], ["Goal", "90%"]]
    assert days.as_table()[1:] == [["1 March", "9"]]
    assert lines.as_table()[2] == ["14", "1", "0.9"]


def test_charts_take_new_numbers(qtbot: QtBot) -> None:
    bars = Bars("Coming up", "None.", [])
    ring = Ring("Remembering", "Too few answers.", None)
    days = Heatmap("Study days", "None.", [])
    for chart in (bars, ring, days):
        qtbot.addWidget(chart)
        chart.grab()
    bars.set_bars([BarValue("Today", 0)], "Nothing today.")
    ring.set_share(0.5, "Half.")
    days.set_days([DayValue(str(i), i, i % 5) for i in range(400)], "Many.", first_weekday=3)
    assert bars.accessibleDescription() == "Nothing today."
    assert ring.as_table()[1] == ["Share", "50%"]
    assert days.accessibleDescription() == "Many."
    days.resize(200, 126)
    days.grab()


def test_a_chart_shows_its_numbers_as_a_table_and_back(qtbot: QtBot) -> None:
    chart = charts()[0]
    header, *rows = chart.as_table()
    frame = TablePanel("Coming up", "Many.", chart, header, rows)
    qtbot.addWidget(frame)
    frame.show()
    qtbot.mouseClick(frame.button, Qt.MouseButton.LeftButton)
    assert frame.shows_table
    assert frame.button.text() == "Show as chart"
    table = frame.findChild(DataTable)
    assert table is not None
    assert table.item(1, 1).text() == "22"
    frame.button.click()
    assert not frame.shows_table


def test_a_table_sorts_numbers_as_numbers_by_key(qtbot: QtBot, theme: ThemeManager) -> None:
    table = DataTable(("Test", "Value", "Unit"), ROWS, name="Lab values")
    qtbot.addWidget(table)
    table.resize(500, 300)
    table.show()
    assert [table.item(row, 0).text() for row in range(3)] == ["Calcium", "Phosphate", "Albumin"]
    table.setCurrentCell(0, 1)
    qtbot.keyClick(table, Qt.Key.Key_F6)
    assert [table.item(row, 1).text() for row in range(3)] == ["2.40", "9", "11"]
    qtbot.keyClick(table, Qt.Key.Key_F6)
    assert [table.item(row, 1).text() for row in range(3)] == ["11", "9", "2.40"]
    table.setCurrentCell(0, 0)
    with qtbot.waitSignal(table.row_opened) as signal:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert signal.args == [1]
    assert table.rowHeight(0) >= 40
    theme.configure(scale=2.0)
    assert table.rowHeight(0) >= 80


def test_a_table_is_a_table_to_assistive_tools(qtbot: QtBot) -> None:
    table = DataTable(("Test", "Value", "Unit"), ROWS, name="Lab values")
    qtbot.addWidget(table)
    interface = QAccessible.queryAccessibleInterface(table)
    assert interface is not None
    assert interface.role() == QAccessible.Role.Table
    assert interface.text(QAccessible.Text.Name) == "Lab values"
    names = [interface.child(i).text(QAccessible.Text.Name) for i in range(interface.childCount())]
    assert [name for name in names if name][:5] == ["Test", "Value", "Unit", "Calcium", "Calcium"]
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert table.verticalHeaderItem(2).text() == "Phosphate"


@pytest.fixture
def toast(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Toast:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(800, 600)
    parent.show()
    said: list[str] = []

    def record(widget: QWidget, text: str, *, urgent: bool = False) -> None:
        said.append(text)

    monkeypatch.setattr(messages, "announce", record)
    made = Toast(parent)
    made.keep = (parent, said)  # type: ignore[attr-defined]
    return made


def test_a_toast_stands_at_the_bottom_left_and_is_announced(toast: Toast, qtbot: QtBot) -> None:
    toast.show_notice(Notice("Question put away.", action="Undo", key="undo"))
    parent, said = toast.keep  # type: ignore[attr-defined]
    assert toast.isVisible()
    assert said == ["Question put away."]
    assert toast.geometry().left() == 20
    assert toast.geometry().bottom() < parent.height() - 15
    parent.resize(600, 400)
    assert toast.geometry().bottom() < 400
    button = toast.findChild(Button, "toast-action")
    assert button is not None
    with qtbot.waitSignal(toast.acted) as signal:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert signal.args == ["undo"]
    assert not toast.isVisible()


def test_a_toast_goes_by_itself_or_with_escape(toast: Toast, qtbot: QtBot) -> None:
    toast.show_notice(Notice("Saved.", "Done", Severity.WARNING))
    assert toast._timer.interval() == 6000
    with qtbot.waitSignal(toast.closed):
        toast._time_out()
    toast.show_notice(Notice("Saved."))
    with qtbot.waitSignal(toast.closed):
        qtbot.keyClick(toast, Qt.Key.Key_Escape)


@pytest.mark.parametrize("severity", list(Severity))
def test_a_banner_says_what_and_what_to_do(qtbot: QtBot, severity: Severity) -> None:
    notice = Notice("Choose another file.", "The backup could not be read", severity, "Choose", "choose")
    banner = Banner(notice)
    qtbot.addWidget(banner)
    banner.show()
    assert banner.accessibleName() == "The backup could not be read. Choose another file."
    button = banner.findChild(Button, "banner-action")
    assert button is not None
    with qtbot.waitSignal(banner.acted) as signal:
        button.click()
    assert signal.args == ["choose"]
    banner.grab()


def test_an_empty_page_offers_one_thing(qtbot: QtBot) -> None:
    page = EmptyState("Nothing due.", "Learn something new")
    qtbot.addWidget(page)
    button = page.findChild(Button)
    assert button is not None
    with qtbot.waitSignal(page.acted):
        button.click()


def test_a_skeleton_waits_before_it_shows(qtbot: QtBot) -> None:
    skeleton = Skeleton(3)
    qtbot.addWidget(skeleton)
    skeleton.resize(400, 100)
    empty = skeleton.grab().toImage()
    assert skeleton.stage == 0
    skeleton._next_stage()
    lines = skeleton.grab().toImage()
    assert lines != empty
    skeleton._next_stage()
    assert skeleton.stage == 2
    assert skeleton.grab().toImage() != lines
