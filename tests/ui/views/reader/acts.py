"""What a student does in a lesson."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from app.ui.runtime.navigation import Route
from tests.ui.reading_room import TOPIC

FIRST = Route.to("lesson", topic=TOPIC, section="first")


def focused():
    return QApplication.focusWidget()


def press(page, name):
    QTest.mouseClick(page.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def title(page):
    return page.title.accessibleName()


def fresh(page):
    page.body.build_all()
    return page.body
