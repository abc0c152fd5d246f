"""No widget is kept alive by what it connected."""

import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.core.course import CalloutKind
from app.core.notices import Notice
from app.ui.widgets.bar_charts import Bars, BarValue
from app.ui.widgets.bars import VerdictBar
from app.ui.widgets.buttons import Button
from app.ui.widgets.callout import Callout
from app.ui.widgets.choices import Segmented, Select
from app.ui.widgets.confidence import ConfidenceRow
from app.ui.widgets.grade_row import Grade, GradeRow
from app.ui.widgets.messages import Banner, EmptyState, Skeleton
from app.ui.widgets.option_card import CheckCard, OptionCard
from app.ui.widgets.panel import Panel
from app.ui.widgets.progress import SessionGrid, SquareState
from app.ui.widgets.rail import Place, Rail, RailMenuButton
from app.ui.widgets.scroll import ScrollPage
from app.ui.widgets.settings_rows import ChoiceRow, SwitchRow
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_panel import TablePanel
from app.ui.widgets.text import Text

PLACES = (Place("today", "Today", "calendar-check"),)
MAKERS: dict[str, Callable[[], QWidget]] = {
    "text": lambda: Text("The [[basalis]]"),
    "panel": lambda: Panel("Coming up"),
    "button": lambda: Button("Next"),
    "option": lambda: OptionCard("A", "Oestradiol"),
    "check": lambda: CheckCard("A", "Oestradiol"),
    "segmented": lambda: Segmented(("a", "b")),
    "select": lambda: Select(("a", "b")),
    "confidence": ConfidenceRow,
    "grades": lambda: GradeRow((Grade("Again", "10 min"), Grade("Good", "4 days"))),
    "verdict": VerdictBar,
    "callout": lambda: Callout(CalloutKind.KEY, ["One."]),
    "rail": lambda: Rail(PLACES),
    "rail menu": lambda: RailMenuButton(PLACES),
    "grid": lambda: SessionGrid([SquareState.OPEN], interactive=True),
    "scroll": lambda: ScrollPage(Text("One.")),
    "switch": lambda: SwitchRow("Shortcuts"),
    "choice": lambda: ChoiceRow("Theme", ("a", "b")),
    "choice list": lambda: ChoiceRow("Size", tuple("abcdef")),
    "table": lambda: DataTable(("a",), (("1",),), name="Table"),
    "chart": lambda: TablePanel("Bars", "One.", Bars("Bars", "One.", [BarValue("a", 1)]), ("a",), [["1"]]),
    "banner": lambda: Banner(Notice("One.", action="Undo")),
    "empty": lambda: EmptyState("Nothing.", "Go"),
    "skeleton": Skeleton,
}


@pytest.mark.parametrize("name", MAKERS)
def test_a_widget_goes_when_nobody_holds_it(qtbot: QtBot, name: str) -> None:
    gc.collect()
    gc.disable()
    try:
        widget = MAKERS[name]()
        widget.grab()
        alive = weakref.ref(widget)
        del widget
        assert alive() is None
    finally:
        gc.enable()
