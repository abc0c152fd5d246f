"""What a student does on the review page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
)

from app.core.problems import Problem, ProblemKind
from app.core.questions import Kind
from app.ui.runtime.navigation import Route
from tests.ui.answers.asked import KINDS

NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


FULL = Problem(ProblemKind.DISK_FULL, "The disk is full", "Your answer was not saved.", "Free some space.")


def begin(page, room, *kinds):
    """Begin a session that asks these kinds in this order."""
    chosen = kinds or KINDS
    points = [room.bank.points()[KINDS.index(kind)].id for kind in chosen]
    enter(page, "points", points=",".join(points), name="Today's review")


def enter(page, mode, **parameters):
    """Go to the page as the window does, and let what is new on it be shown."""
    page.enter(Route.to("review", mode=mode, **parameters))
    page.first_focus().setFocus()
    QApplication.sendPostedEvents()


def state(page):
    return page._model.state


def key(page, pressed, modifiers=NONE):
    QTest.keyClick(QApplication.focusWidget() or page, pressed, modifiers)
    QApplication.sendPostedEvents()


def answer_by_keys(page, kind):
    if kind is Kind.TRUE_FALSE:
        for letter in (Qt.Key.Key_T, Qt.Key.Key_F, Qt.Key.Key_T):
            key(page, letter)
    else:
        key(page, Qt.Key.Key_2)


def find(page, kind, name):
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def role(widget):
    return QAccessible.queryAccessibleInterface(widget).role()
