"""Key press to painted page in the review: the verdict after an answer, the question after Next.

uv run python bench/gui_answer.py [QUESTIONS]

Both are told in milliseconds beside the cost of painting the same page once more, which is the frame this
machine is able to make.
"""

import os
import statistics
import sys
import tempfile
import time
from collections import defaultdict

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.composition import Opener
from app.core.clock import SystemClock
from app.core.questions import TrueFalseSet
from app.paths import find_paths
from app.storage.bank import Bank
from app.ui.application import Application
from app.ui.figures.pictures import Artist, install
from app.ui.pages import Surroundings
from app.ui.runtime.navigation import Route

Times = dict[str, list[float]]


class PaintWatch(QObject):
    """Notes when the window was last asked to paint."""

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        self.painted = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        del watched
        if event.type() == QEvent.Type.UpdateRequest:
            self.painted = True
        return False


def spin(seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        QApplication.processEvents()


def press(application: Application, watch: PaintWatch, key: Qt.Key) -> float:
    """Return milliseconds from the key to the end of the first paint after it."""
    watch.painted = False
    target = QApplication.focusWidget() or application.window
    began = time.perf_counter()
    QTest.keyClick(target, key)
    while not watch.painted:
        QApplication.processEvents()
    return (time.perf_counter() - began) * 1000


def choose(page: object) -> None:
    answer = page.session.question.answer
    answer.choose_number(1)
    if isinstance(page.model.state.asking.question, TrueFalseSet):
        for number in range(1, 10):
            if answer.choose_number(number):
                answer.judge(True)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    QApplication([])
    with tempfile.TemporaryDirectory() as data:
        paths = find_paths(data)
        bank = Bank(paths.questions_db)
        every = [point.id for point in bank.points()]
        bank.close()
        application = Application(
            Opener(paths, SystemClock()), Surroundings("0", paths.resources, paths.data)
        )
        artist = Artist()
        install(artist)
        application.start()
        points = ",".join(every[:: max(1, len(every) // count)][:count])
        application.navigator.go(Route.to("review", mode="points", points=points, name="Bench"))
        spin(0.5)
        tell(*measure(application, count))
        application.stop()
        install(None)
        artist.stop()


def measure(application: Application, count: int) -> tuple[Times, Times, list[float]]:
    told: Times = defaultdict(list)
    asked: Times = defaultdict(list)
    frame: list[float] = []
    window = application.window
    watch = PaintWatch(window)
    window.installEventFilter(watch)
    page = window.page
    while page.model.state.asking is not None and len(frame) < count:
        kind = type(page.model.state.asking.question).__name__
        choose(page)
        spin(0.15)
        told[kind].append(press(application, watch, Qt.Key.Key_Return))
        spin(0.4)
        began = time.perf_counter()
        window.repaint()
        frame.append((time.perf_counter() - began) * 1000)
        taken = press(application, watch, Qt.Key.Key_Return)
        if page.model.state.asking is not None:
            asked[type(page.model.state.asking.question).__name__].append(taken)
        spin(0.3)
    return told, asked, frame


def tell(told: Times, asked: Times, frame: list[float]) -> None:
    print(f"a whole frame: {statistics.median(frame):.0f} ms")
    for name, taken in (("verdict", told), ("next", asked)):
        for kind, values in sorted(taken.items()):
            median, worst = statistics.median(values), max(values)
            print(f"{name:8} {kind:18} {len(values):3}  median {median:4.0f} ms  worst {worst:4.0f} ms")


if __name__ == "__main__":
    main()
