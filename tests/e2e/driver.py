"""The real composed app, driven by key presses alone."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.composition import Opener
from app.core.questions import (
    HotspotQuestion,
    MultipleResponse,
    Question,
    SingleBest,
    TrueFalseSet,
)
from app.paths import AppPaths
from app.ui.application import Application
from app.ui.pages import Surroundings

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
SURE = {1: CTRL, 2: NONE, 3: SHIFT}
"""The key that goes with Enter for Guess, Think so, Certain."""
PATIENCE = 400


class Student:
    """Presses keys; looks at the services only to know which option is right."""

    def __init__(self, paths: AppPaths, clock: object) -> None:
        self.app = QApplication.instance() or QApplication([])
        self.application = Application(
            Opener(paths, clock), Surroundings("test", paths.resources, paths.data)
        )
        self.application.start()
        assert self.application.window is not None
        self.settle()

    @property
    def services(self):
        return self.application.services

    @property
    def page(self) -> str:
        return self.application.window.page.objectName()

    def settle(self) -> None:
        for _ in range(8):
            self.app.sendPostedEvents()
            self.app.processEvents()

    def until(self, holds: Callable[[], bool]) -> None:
        for _ in range(PATIENCE):
            if holds():
                return
            self.settle()
        raise AssertionError("it never came to hold")

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        self.clock_runs()
        target = self.app.focusWidget() or self.application.window
        QTest.keyClick(target, key, modifier)
        self.settle()

    def clock_runs(self) -> None:
        clock = self.services.clock
        if hasattr(clock, "pass_seconds"):
            clock.pass_seconds(2)

    def tab_to(self, name: str) -> QWidget:
        for _ in range(PATIENCE):
            focus = self.app.focusWidget()
            if focus is not None and focus.objectName() == name:
                return focus
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never reached {name}")

    def number(self, shown: int, modifier: Qt.KeyboardModifier = NONE) -> None:
        self.press(Qt.Key(Qt.Key.Key_1 + shown), modifier)

    def answer(self, *, right: bool, sure: int = 2) -> Question:
        """Answer the question on the page, check it, and leave its feedback on show."""
        step = self.services.study.step()
        question, order = step.asking.question, step.asking.order
        match question:
            case SingleBest(_, options):
                index = next(n for n, option in enumerate(options) if option.right == right)
                self.number(order.index(index))
            case MultipleResponse(_, options):
                for index, option in enumerate(options):
                    if option.right == right:
                        self.number(order.index(index))
            case TrueFalseSet(_, statements):
                for index, statement in enumerate(statements):
                    self.number(order.index(index))
                    truth = statement.right if right else not statement.right
                    self.press(Qt.Key.Key_T if truth else Qt.Key.Key_F)
            case HotspotQuestion(_, places):
                wanted = next(place.hotspot for place in places if place.right == right)
                offered = {place.hotspot for place in places}
                shown = [h.id for h in step.asking.figure.hotspots_in(question.head.step) if h.id in offered]
                self.number(shown.index(wanted))
        self.press(Qt.Key.Key_Return, SURE[sure])
        self.until(lambda: self.services.study.step().feedback is not None)
        assert self.services.study.step().feedback.verdict.right == right
        return question

    def leave(self) -> None:
        """Close the window by key and the files after it."""
        self.press(Qt.Key.Key_Q, CTRL)
        self.application.stop()
        self.settle()


def data_paths(folder: Path) -> AppPaths:
    """Return the paths of the checkout with the learner's data in `folder`."""
    from app.paths import find_paths

    return find_paths(str(folder))
