"""The figure viewer: the picture large, its structures in words, and the self-test."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.ui.figures.canvas import FigureCanvas, Marks
from app.ui.figures.marks import MarkState
from app.ui.figures.step_bar import StepBar
from app.ui.runtime.navigation import Route
from app.ui.theme import current
from app.ui.theme.tokens import TWO_COLUMNS
from app.ui.viewmodels.figure import FigureModel, FigureState, SelfMark, ViewerMode
from app.ui.viewmodels.trouble import trouble
from app.ui.views.banners import Banners
from app.ui.views.figure.side import SelfTestPanel, StructurePanel
from app.ui.views.figure.tools import ViewerBar
from app.ui.views.page import Page
from app.ui.widgets.layouts import CardColumn, Column, Row, discard
from app.ui.widgets.panel import Panel
from app.ui.widgets.scroll import ScrollPage

SIDE = 320
_BAR_ROOM = 12
_PICTURE_SHARE = 0.62
"""Height of the picture with its names, as a share of the width, where the list follows below."""
_MARKS = {
    SelfMark.HIDDEN: MarkState.HIDDEN,
    SelfMark.CURRENT: MarkState.CURRENT,
    SelfMark.NAMED: MarkState.RIGHT,
    SelfMark.MISSED: MarkState.WRONG,
}


class FigureViewer(Page):
    """Fit, zoom, pan; labels on and off; name the structure, find the structure; the list beside it."""

    def __init__(self, model: FigureModel) -> None:
        super().__init__()
        self.setObjectName("figure-page")
        self._model = model
        self._canvas: FigureCanvas | None = None
        self._steps: StepBar | None = None
        self._ringed = ""
        self._is_wide, self._modes_apart = True, False
        self._strip, self._holder = QWidget(), QWidget()
        self._strip_row = Row(self._strip, margins=(24, 12, 24, 0))
        self.bar = ViewerBar()
        self.structures = StructurePanel()
        self.test = SelfTestPanel()
        self.banners = Banners()
        self._build()
        self._wire()
        self.show_state(model.state)

    def enter(self, route: Route) -> None:
        """Open the figure the route names."""
        mode = {"test": ViewerMode.NAME, "find": ViewerMode.FIND}.get(route.get("mode"), ViewerMode.LABELS)
        self._model.open(route.get("figure"), route.get("step"), mode)

    def first_focus(self) -> QWidget:
        """Return the title."""
        return self.bar.title

    @property
    def canvas(self) -> FigureCanvas | None:
        """The picture; None before a figure was opened."""
        return self._canvas

    @Slot(object)
    def show_state(self, state: FigureState) -> None:
        """Draw everything."""
        self._show_figure(state)
        self.bar.show_state(state)
        testing = state.test is not None
        self.structures.setVisible(not testing)
        self.test.setVisible(testing)
        self.banners.show_notices((trouble(state.problem, ""),) if state.problem else ())
        self.structures.show_state(state)
        self.test.show_state(state)
        if self._canvas is not None:
            self._show_marks(self._canvas, state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list beside the picture or under it."""
        super().resizeEvent(event)
        self._fit_bar()
        wide = self.width() / current().scale >= TWO_COLUMNS - 200
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._side.setFixedWidth(current().px(SIDE) + _BAR_ROOM)
        self._panel.setMinimumHeight(0 if wide else round(self.width() * _PICTURE_SHARE))
        if wide != self._is_wide:
            self._is_wide = wide
            self._place_side()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """T self-test, H hide labels, plus, minus and 0 zoom, 1 to 4 a name, Enter on."""
        key = event.key()
        if key == Qt.Key.Key_T:
            testing = self._model.state.mode != ViewerMode.LABELS
            self._model.show_mode(ViewerMode.LABELS.value if testing else ViewerMode.NAME.value)
        elif key == Qt.Key.Key_H:
            self._model.toggle_labels()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and self._model.state.test is not None:
            self._choose_number(key - Qt.Key.Key_1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._model.state.test is not None:
            self._model.advance()
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0} and self._canvas:
            self._canvas.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _fit_bar(self) -> None:
        """Give the modes a line of their own where title and tools fill the bar."""
        apart = self.bar.room_left(self.width()) < 0
        if apart != self._modes_apart:
            self._modes_apart = apart
            self._strip.setVisible(apart)
            self.bar.lend_modes(self._strip_row if apart else None)

    def _place_side(self) -> None:
        """Let the list scroll by itself beside the picture, or follow it on a page that scrolls as one."""
        if self._is_wide:
            self._row.removeWidget(self._holder)
            self._side.set_content(self._holder)
        else:
            self._side.takeWidget()
            self._row.addWidget(self._holder)
        self._holder.show()
        self._side.setVisible(self._is_wide)

    def _build(self) -> None:
        outer = Column(self, spacing=0)
        outer.add(self.bar)
        self._strip.hide()
        outer.add(self._strip)
        body = QWidget()
        self._row = Row(body, margins=(24, 20), spacing=20)
        self._panel = Panel(margins=(16, 16), spacing=12)
        self._row.add(self._panel, 1)
        side = Column(self._holder, spacing=14)
        side.add(self.banners)
        side.add(self.structures)
        side.add(self.test)
        side.add_stretch()
        self._side = ScrollPage(self._holder)
        self._row.add(self._side)
        outer.add(ScrollPage(body), 1)

    def _wire(self) -> None:
        self._model.changed.connect(self.show_state)
        self.bar.back.clicked.connect(self.back_requested)
        self.bar.labels_toggled.connect(self._model.toggle_labels)
        self.bar.mode_chosen.connect(self._model.show_mode)
        self.bar.zoom_in.clicked.connect(self._zoom_in)
        self.bar.zoom_out.clicked.connect(self._zoom_out)
        self.bar.fit.clicked.connect(self._fit)
        self.structures.hotspot_chosen.connect(self._ring)
        self.test.name_chosen.connect(self._model.answer)
        self.test.answer_shown.connect(self._show_answer)
        self.test.advanced.connect(self._model.advance)
        self.test.missed_requested.connect(self._model.repeat_missed)
        self.test.all_requested.connect(self._model.repeat_all)

    def _show_figure(self, state: FigureState) -> None:
        if state.figure is None or (self._canvas is not None and self._canvas.figure is state.figure):
            return
        for old in (self._canvas, self._steps):
            if old is not None:
                discard(old)
        self._steps = None
        self._canvas = FigureCanvas(state.figure, fills=True)
        self._canvas.setAccessibleDescription(state.figure.alt)
        self._canvas.hotspot_chosen.connect(self._structure_pressed)
        self._canvas.zoomed.connect(self.bar.show_zoom)
        self._panel.add(self._canvas, 1)
        self.bar.show_zoom(100)
        if state.figure.is_stepper:
            self._steps = StepBar(state.figure)
            self._steps.step_changed.connect(self._model.show_step)
            steps = CardColumn()
            steps.add(self._steps)
            self._panel.add(steps)

    def _show_marks(self, canvas: FigureCanvas, state: FigureState) -> None:
        canvas.show_step(state.step)
        if self._steps is not None and state.step:
            self._steps.show_step(state.step)
        finding = state.mode == ViewerMode.FIND
        marks = Marks.NONE if not state.labels else Marks.PINS if finding else Marks.LABELS
        if canvas.marks != marks:
            canvas.show_marks(marks, named=not finding)
        states = {name: _MARKS[mark] for name, mark in state.test.marks.items()} if state.test else {}
        canvas.show_states(states, state.test.ringed if state.test else self._ringed)

    def _choose_number(self, index: int) -> None:
        state = self._model.state
        if state.test is None or state.test.answered:
            return
        offered = [c.hotspot for c in state.test.choices]
        if state.mode == ViewerMode.FIND:
            offered = [h.id for h in state.hotspots]
        if index < len(offered):
            self._model.answer(offered[index])

    @Slot(str)
    def _structure_pressed(self, hotspot: str) -> None:
        if self._model.state.mode == ViewerMode.FIND:
            self._model.answer(hotspot)
        elif self._model.state.mode == ViewerMode.LABELS:
            self._ring(hotspot)

    @Slot(str)
    def _ring(self, hotspot: str) -> None:
        self._ringed = "" if hotspot == self._ringed else hotspot
        self.structures.mark(self._ringed)
        if self._canvas is not None:
            self._canvas.show_states({}, self._ringed)

    @Slot()
    def _show_answer(self) -> None:
        self._model.answer("")

    @Slot()
    def _zoom_in(self) -> None:
        if self._canvas is not None:
            self._canvas.zoom_by(1.25)

    @Slot()
    def _zoom_out(self) -> None:
        if self._canvas is not None:
            self._canvas.zoom_by(1 / 1.25)

    @Slot()
    def _fit(self) -> None:
        if self._canvas is not None:
            self._canvas.fit()
