"""The progress page: what is remembered, where the gaps are, what comes."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.services.overview import Progress
from app.ui.runtime.navigation import Route
from app.ui.viewmodels.progress import ProgressModel, ProgressState
from app.ui.views.banners import Banners
from app.ui.views.page import Page
from app.ui.views.progress.panels import (
    MissesPanel,
    TopicsPanel,
    calibration_panel,
    coming_up_panel,
    remembering_panel,
    study_days_panel,
)
from app.ui.views.sheet import Sheet
from app.ui.views.today.lead import ExamPanel
from app.ui.widgets.layouts import Column, Row, clear
from app.ui.widgets.messages import EmptyState
from app.ui.widgets.panel import Panel
from app.ui.widgets.scroll import ScrollPage
from app.ui.widgets.text import Text

_TWO_COLUMNS, _MANY_TOPICS = 900, 6
_NOTHING = (
    "Nothing to show yet. After a few questions this page tells what you remember, which topics need you, and"
    " how sure you were when you were right."
)


class ProgressPage(Page):
    """Cards in reading order, in two columns where there is room."""

    def __init__(self, model: ProgressModel) -> None:
        super().__init__()
        self.setObjectName("progress-page")
        self._model = model
        self._progress: Progress | None = None
        self._title = Text("Progress", "display", wrap=False, heading=1)
        self.banners = Banners()
        self.empty = EmptyState(_NOTHING, "Answer a few questions")
        self._sheet = Sheet()
        self._build()
        model.changed.connect(self.show_state)
        self._sheet.reflowed.connect(self._place)
        self.banners.acted.connect(self._try_again)
        self.empty.acted.connect(self._begin)
        self.show_state(model.state)

    def first_focus(self) -> QWidget:
        """Return the title."""
        return self._title

    @Slot(object)
    def show_state(self, state: ProgressState) -> None:
        """Draw everything."""
        self.banners.show_notices((state.trouble,) if state.trouble else ())
        self._nothing.setVisible(state.empty)
        self._cards.setVisible(state.progress is not None and not state.empty)
        if state.progress is None or state.empty or state.progress == self._progress:
            return
        self._progress = state.progress
        clear(self._left)
        clear(self._right)
        panels = self._panels(state.progress)
        parted = 2 if len(state.progress.topics) > _MANY_TOPICS else 3
        for number, panel in enumerate(panels):
            (self._left if number < parted else self._right).add(panel)
        self._left.add_stretch()
        self._right.add_stretch()

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date while on show."""
        super().showEvent(event)
        self._model.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self._model.hide()

    def _build(self) -> None:
        outer = Column(self)
        outer.add(ScrollPage(self._sheet))
        self._sheet.add_head(self._title)
        self._sheet.body.add(self.banners)
        self._nothing = QWidget()
        middle = Row(self._nothing)
        middle.add_stretch()
        middle.add(self.empty, 2)
        middle.add_stretch()
        self._sheet.body.add(self._nothing, 1)
        self._cards = QWidget()
        self._row = Row(self._cards, spacing=16)
        self._left, self._right = Column(spacing=16), Column(spacing=16)
        self._row.add(self._left, 1)
        self._row.add(self._right, 1)
        self._sheet.body.add(self._cards, 1)

    def _panels(self, progress: Progress) -> list[Panel]:
        topics, misses = TopicsPanel(progress.topics), MissesPanel(progress.calibration.recent)
        for panel in (topics, misses):
            panel.route_requested.connect(self.route_requested)
        panels: list[Panel] = [
            remembering_panel(progress.remembering),
            topics,
            calibration_panel(progress.calibration),
            misses,
            coming_up_panel(progress.coming_up),
            study_days_panel(progress.heat, progress.study_days),
        ]
        if progress.exam is not None:
            exam = ExamPanel()
            exam.show_exam(progress.exam)
            panels.append(exam)
        return panels

    @Slot(int)
    def _place(self, room: int) -> None:
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(beside if room >= _TWO_COLUMNS else under)

    @Slot(str)
    def _try_again(self, _key: str) -> None:
        self._model.refresh()

    @Slot()
    def _begin(self) -> None:
        self.route_requested.emit(Route.to("review", mode="five"))
