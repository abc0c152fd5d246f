"""What a student sees between two pages: no picture squeezed, no window larger than the screen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QSize

from app.core.questions import HotspotQuestion
from app.storage.bank import Bank
from app.ui.main_window import FIRST_SIZE, LEAST_SIZE, first_size
from app.ui.runtime.navigation import Route
from tests.e2e.driver import Student, data_paths
from tests.fakes import FakeClock


def pointed_at() -> str:
    """Return a point whose every question is answered on a figure, so that chance has no part."""
    bank = Bank(data_paths(Path("unused")).questions_db)
    asked = {point.id: bank.questions_of(point.id) for point in bank.points()}
    bank.close()
    return next(
        point for point, questions in asked.items() if questions and isinstance(questions[0], HotspotQuestion)
    )


class PaintedSizes(QObject):
    """Notes the size of the asked figure at each paint."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QSize] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched.objectName() == "hotspot-figure":
            self.seen.append(watched.size())
        return False


@pytest.fixture
def student(tmp_path, qapp):
    paths = data_paths(tmp_path / "data")
    found = Student(paths, FakeClock())
    found.services.preferences.change(first_run_done=True)
    yield found
    found.application.stop()


def test_the_figure_of_a_question_is_never_painted_squeezed_when_the_answer_makes_the_page_taller(student):
    student.application.navigator.go(Route.to("review", mode="points", points=pointed_at(), name="Places"))
    student.settle()
    watch = PaintedSizes()
    qapp = student.app
    qapp.installEventFilter(watch)
    student.answer(right=True)
    student.settle()
    qapp.removeEventFilter(watch)
    heights = {size.height() for size in watch.seen}
    assert len(heights) == 1, "squeezed for a frame"


@pytest.mark.parametrize(
    ("screen", "window"),
    [
        (QSize(3840, 2160), FIRST_SIZE),
        (QSize(1366, 728), QSize(1350, 680)),
        (QSize(800, 600), LEAST_SIZE),
    ],
)
def test_the_first_window_fits_the_screen_with_its_title_bar(screen, window):
    assert first_size(screen) == window
