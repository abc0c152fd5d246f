"""The dialogs that stand alone: the report after a crash, the list of keys."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.ui.views.dialogs.crash import CrashDialog
from app.ui.views.dialogs.keys import KEYS, KeysDialog
from app.ui.widgets.chip import KeyCap


def test_the_report_is_shown_and_copied_whole(qtbot, theme):
    dialog = CrashDialog("Decidua 1.0\nValueError: no such point")
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.findChild(QPlainTextEdit).toPlainText() == "Decidua 1.0\nValueError: no such point"
    dialog.findChild(QWidget, "crash-copy").click()
    assert QGuiApplication.clipboard().text() == "Decidua 1.0\nValueError: no such point"


def test_going_on_closes_the_report(qtbot, theme):
    dialog = CrashDialog("report")
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.accepted):
        dialog.findChild(QWidget, "crash-go-on").click()


def test_every_key_of_the_list_is_drawn_once(qtbot, theme):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(900, 700)
    dialog = KeysDialog(parent)
    dialog.show()
    assert len(dialog.findChildren(KeyCap)) == sum(len(rows) for _, rows in KEYS)


def test_the_list_of_keys_is_never_larger_than_its_window(qtbot, theme):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(560, 480)
    parent.show()
    dialog = KeysDialog(parent)
    dialog.show()
    assert dialog.width() <= parent.width()
    assert dialog.height() <= parent.height()
