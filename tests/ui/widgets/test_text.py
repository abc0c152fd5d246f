"""Text wraps, links, selects and is read aloud."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme import ThemeManager
from app.ui.widgets.runs import Run, inline, words
from app.ui.widgets.text import Text, heading

LONG = "Dystrophic calcification is mineral in damaged tissue while blood calcium is normal. " * 4


def role_of(widget: QWidget) -> QAccessible.Role:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.role()


def test_inline_markup_becomes_runs() -> None:
    runs = inline("A **bright** line, *S. aureus* [[shadow|its shadow]] [das_psammoma] [noyes1950].",
                  {"das_psammoma": 3, "noyes1950": 4})  # fmt: skip
    assert words(runs) == "A bright line, S. aureus its shadow."
    assert Run("bright", bold=True) in runs
    assert Run("its shadow", href="term:shadow", dotted=True) in runs
    assert [run.text for run in runs if run.raised] == ["3", ",4"]


def test_a_citation_without_a_number_is_left_out() -> None:
    assert "".join(run.text for run in inline("One [das_psammoma].")) == "One ."


def test_a_text_is_named_by_its_words(qtbot: QtBot) -> None:
    text = Text("The **spiral** artery")
    qtbot.addWidget(text)
    assert text.accessibleName() == "The spiral artery"
    assert role_of(text) == QAccessible.Role.StaticText


def test_a_heading_has_the_heading_role(qtbot: QtBot) -> None:
    text = heading("Coming up", 2)
    qtbot.addWidget(text)
    assert role_of(text) == QAccessible.Role.Heading
    assert text.heading_level == 2


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_narrower_text_is_taller(theme: ThemeManager, qtbot: QtBot, scale: float) -> None:
    theme.configure(scale=scale)
    text = Text(LONG)
    qtbot.addWidget(text)
    assert text.heightForWidth(300) > text.heightForWidth(600) > text.heightForWidth(100_000)
    assert text.heightForWidth(100_000) == round(25 * scale)
    assert text.heightForWidth(600) % round(25 * scale) == 0


def test_a_text_grows_with_the_text_size(theme: ThemeManager, qtbot: QtBot) -> None:
    text = Text("Progesterone", wrap=False)
    qtbot.addWidget(text)
    before = text.sizeHint()
    theme.configure(scale=2.0)
    assert text.sizeHint().height() == 2 * before.height()
    assert text.minimumSizeHint() == text.sizeHint()


def test_a_wrapping_text_gets_its_height_from_a_layout(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = QVBoxLayout(holder)
    text = Text(LONG)
    layout.addWidget(text)
    layout.addStretch()
    holder.resize(300, 900)
    holder.show()
    assert text.height() == text.heightForWidth(text.width())


def test_links_are_reached_and_followed_by_keys(qtbot: QtBot) -> None:
    text = Text("The [[functionalis]] and the [[basalis]].")
    qtbot.addWidget(text)
    text.show()
    text.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(text.hasFocus)
    with qtbot.waitSignal(text.linkActivated) as first:
        qtbot.keyClick(text, Qt.Key.Key_Return)
    assert first.args == ["term:functionalis"]
    assert text.accessibleDescription() == "Link: functionalis"
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    with qtbot.waitSignal(text.linkActivated) as second:
        qtbot.keyClick(text, Qt.Key.Key_Return)
    assert second.args == ["term:basalis"]


def test_a_link_is_followed_by_a_click(qtbot: QtBot) -> None:
    text = Text("[[basalis]] stays")
    qtbot.addWidget(text)
    text.resize(300, 30)
    text.show()
    with qtbot.waitSignal(text.linkActivated) as signal:
        qtbot.mouseClick(text, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    assert signal.args == ["term:basalis"]


def test_a_text_without_links_is_no_stop_of_the_tab_key(qtbot: QtBot) -> None:
    plain, stem = Text("Plain"), Text("A stem")
    qtbot.addWidget(plain)
    qtbot.addWidget(stem)
    stem.set_focusable()
    assert plain.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert stem.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_selected_words_are_copied(qtbot: QtBot) -> None:
    text = Text("calcium phosphate", selectable=True)
    qtbot.addWidget(text)
    text.resize(300, 30)
    text.show()
    qtbot.mouseDClick(text, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    qtbot.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "calcium"
    qtbot.keyClick(text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    text.grab()
    text.copy()
    assert QGuiApplication.clipboard().text() == "calcium phosphate"


def test_plain_text_keeps_its_marks(qtbot: QtBot) -> None:
    text = Text()
    qtbot.addWidget(text)
    text.set_plain("2 * 3 * [x]")
    assert text.accessibleName() == "2 * 3 * [x]"
