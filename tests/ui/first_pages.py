"""The services behind the first pages, over a real progress file; figures and failures on demand."""

from PySide6.QtWidgets import QWidget

from app.core.problems import Problem, ProblemKind
from app.services.library import LibraryService
from app.services.overview import OverviewService
from app.ui.runtime.tasks import Task, TaskRunner
from tests.fakes import FakeBank, StudyRoom
from tests.ui.figures.a_figure import a_figure

LOCKED = Problem(
    ProblemKind.LOCKED, "Your progress is in use", "Another program holds the file.", "Close it."
)


def is_whole(widget: QWidget) -> bool:
    """Tell whether a card is as tall as what it holds needs at its width."""
    return widget.height() >= widget.layout().minimumHeightForWidth(widget.width())


class Shelf(LibraryService):
    """A library with one figure for every topic."""

    def __init__(self, bank: FakeBank) -> None:
        super().__init__(bank)
        self.picture = a_figure()

    def figure(self, figure):
        return self.picture

    def figures_of(self, topic):
        return ("lining/wall",) if self.picture else ()


class Failing(OverviewService):
    """An overview that raises a problem as long as it is told to."""

    problem: Problem | None = None

    def today(self):
        if self.problem:
            raise self.problem
        return super().today()

    def progress(self):
        if self.problem:
            raise self.problem
        return super().progress()


class Rooms(StudyRoom):
    """A study room whose overview can fail, with a library and a task runner."""

    def open(self) -> None:
        super().open()
        self.overview = Failing(self.bank, self.store, self.clock, self.preferences, self.study)
        self.library = Shelf(self.bank)
        self.runner = TaskRunner()

    def close(self) -> None:
        self.runner.shutdown()
        super().close()

    def task(self, job) -> Task:
        return self.runner.task(job)

    def weeks(self, days: int) -> None:
        """Study four new points a day; every third answer of a day is wrong at first."""
        for _ in range(days):
            step = self.study.start()
            count = 0
            while step.asking is not None and count < 12:
                self.give(count % 3 != 0 or step.asking.round > 0)
                step = self.study.advance()
                count += 1
            self.study.finish()
            self.clock.pass_days(1)
