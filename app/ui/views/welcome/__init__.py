"""The first run: three choices beside a picture, then the first step."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.core.course import Figure
from app.ui.figures.canvas import FigureCanvas, Marks
from app.ui.runtime.navigation import Route
from app.ui.theme import current
from app.ui.viewmodels.first_steps import LESSON_LABEL, TRY_LABEL
from app.ui.viewmodels.setting_words import DISCLAIMER
from app.ui.viewmodels.welcome import Stage, WelcomeModel, WelcomeState
from app.ui.views.banners import Banners
from app.ui.views.page import Page
from app.ui.views.sheet import Sheet
from app.ui.views.welcome.stages import AudienceChoices, Choices, ExamChoices, MinutesChoices
from app.ui.widgets.buttons import Button
from app.ui.widgets.layouts import CardColumn, Column, Flow, Row
from app.ui.widgets.panel import Panel
from app.ui.widgets.progress import Progress
from app.ui.widgets.scroll import ScrollPage
from app.ui.widgets.text import Text

_BESIDE, _TALLEST = 860, 620
_FIGURES = "Every figure can be read with its names, and can then ask you for them."
_WORDS = {
    Stage.AUDIENCE: (
        "Welcome to Decidua",
        "Learn the endometrium with pictures, and with questions that come back before you forget. What are"
        " you studying?",
    ),
    Stage.MINUTES: (
        "How long on a usual day?",
        "Only what fits is asked, the most urgent first. A day off does no harm.",
    ),
    Stage.EXAM: (
        "Do you have an exam date?",
        "With a date, you see how many new questions a day cover the course in time.",
    ),
    Stage.READY: ("Ready", ""),
}


class WelcomePage(Page):
    """Numbers choose, Enter goes on, Esc skips."""

    def __init__(self, model: WelcomeModel) -> None:
        super().__init__()
        self.setObjectName("welcome-page")
        self._model = model
        self._stage: Stage | None = None
        self.choices: dict[Stage, AudienceChoices | MinutesChoices | ExamChoices] = {
            Stage.AUDIENCE: AudienceChoices(model),
            Stage.MINUTES: MinutesChoices(model),
            Stage.EXAM: ExamChoices(model),
        }
        self._title = Text("", "display", heading=1)
        self._title.set_focusable()
        self._title.setObjectName("page-title")
        self._text = Text("", "body", "text2")
        self._count = Text("", "caption", "text2", wrap=False)
        self._bar = Progress("First choices", 0, int(Stage.READY))
        self.banners = Banners()
        self._sheet = Sheet()
        self._build()
        self._wire()
        self._place(self._sheet.room)
        self.show_state(model.state)

    def first_focus(self) -> QWidget:
        """Return the title."""
        return self._title

    @Slot(object)
    def show_state(self, state: WelcomeState) -> None:
        """Draw everything."""
        ready = state.stage is Stage.READY
        title, text = _WORDS[state.stage]
        self._title.set_plain(title)
        self._text.set_plain(self._model.ready_text if ready else text)
        self._count.set_plain(state.progress_text)
        self._bar.set_progress(int(state.stage) + 1, int(Stage.READY))
        self._bar.setVisible(not ready)
        self.banners.show_notices((state.trouble,) if state.trouble else ())
        for stage, choices in self.choices.items():
            choices.setVisible(stage is state.stage)
        if not ready:
            self.choices[state.stage].show_state(state)
        self._steps.setVisible(not ready)
        self._ends.setVisible(ready)
        self.back.setVisible(state.stage is not Stage.AUDIENCE)
        if self._stage not in {None, state.stage}:
            self._title.setFocus(Qt.FocusReason.OtherFocusReason)
        self._stage = state.stage

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by number, go on with Enter, skip with Esc."""
        ready = self._model.state.stage is Stage.READY
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._try() if ready else self._model.advance()
        elif event.key() == Qt.Key.Key_Escape:
            self._look() if ready else self._model.skip()
        elif not (self._model.single_keys and self._choose_number(event)):
            super().keyPressEvent(event)

    def _build(self) -> None:
        outer = Column(self)
        outer.add(ScrollPage(self._sheet))
        body = self._sheet.body
        body.add_stretch(2)
        self._middle = QWidget()
        self._row = Row(self._middle, margins=(4, 0), spacing=52)
        self._row.add(self._build_words(), 5)
        self._picture = Panel(margins=(16, 16, 16, 14), spacing=8)
        self._row.add(self._picture, 6)
        self._row.setAlignment(self._picture, Qt.AlignmentFlag.AlignTop)
        body.add(self._middle)
        body.add_stretch(1)
        self._show_picture(self._model.state.figure)

    def _build_words(self) -> Column:
        column = Column(spacing=6)
        counted = Row(spacing=12)
        counted.add(self._bar, 1)
        counted.add(self._count)
        column.add(counted)
        column.add_gap(8)
        head = CardColumn(spacing=0)
        head.add(self._title)
        column.add(head)
        column.add(self._text)
        column.add(self.banners)
        column.add_gap(12)
        for choices in self.choices.values():
            bleeding = CardColumn(spacing=0)
            bleeding.add(choices)
            column.add(bleeding)
        column.add_gap(8)
        self._steps, self._ends = self._build_steps(), self._build_ends()
        for buttons in (self._steps, self._ends):
            bleeding = CardColumn(spacing=0)
            bleeding.add(buttons)
            column.add(bleeding)
        column.add_gap(16)
        column.add(Text(DISCLAIMER, "caption", "text3"))
        column.add_stretch()
        return column

    def _build_steps(self) -> Flow:
        self.go_on = Button("Continue", "primary", key="Enter", height="main", name="welcome-continue")
        self.skip = Button("Skip", "quiet", key="Esc", height="main", name="welcome-skip")
        self.back = Button("Back", "quiet", height="main", name="welcome-back")
        flow = Flow(spacing=4)
        for button in (self.go_on, self.skip, self.back):
            flow.add(button)
        return flow

    def _build_ends(self) -> Flow:
        self.begin = Button(TRY_LABEL, "primary", icon_right="arrow-right", height="main", name="welcome-try")
        self.lesson = Button(LESSON_LABEL, height="main", name="welcome-lesson")
        self.look = Button("Look around", "quiet", height="main", name="welcome-look")
        flow = Flow(spacing=4)
        for button in (self.begin, self.lesson, self.look):
            flow.add(button)
        return flow

    def _wire(self) -> None:
        self._model.changed.connect(self.show_state)
        self._sheet.reflowed.connect(self._place)
        self.banners.acted.connect(self._try_again)
        self.go_on.clicked.connect(self._model.advance)
        self.skip.clicked.connect(self._model.skip)
        self.back.clicked.connect(self._model.back)
        self.begin.clicked.connect(self._try)
        self.lesson.clicked.connect(self._read)
        self.look.clicked.connect(self._look)

    def _show_picture(self, figure: Figure | None) -> None:
        self._picture.setVisible(figure is not None)
        if figure is None:
            return
        canvas = FigureCanvas(figure, marks=Marks.NONE)
        canvas.setAccessibleDescription(figure.alt)
        canvas.setObjectName("welcome-figure")
        self._picture.add(canvas)
        self._picture.add(Text(figure.title, "strong"))
        self._picture.add(Text(_FIGURES, "small", "text2"))

    def _choose_number(self, event: QKeyEvent) -> bool:
        choices: Choices | None = self.choices.get(self._model.state.stage)
        number = event.key() - Qt.Key.Key_1
        if choices is None or event.modifiers() or not 0 <= number < len(choices.cards):
            return False
        self._model.choose(number)
        return True

    @Slot(int)
    def _place(self, room: int) -> None:
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wide = room >= _BESIDE
        self._row.setDirection(beside if wide else under)
        # The tallest choice sets the height, so that title and buttons keep their place.
        self._middle.setMinimumHeight(current().px(_TALLEST) if wide else 0)

    @Slot(str)
    def _try_again(self, _key: str) -> None:
        self._model.advance()

    @Slot()
    def _try(self) -> None:
        self.route_requested.emit(self._model.try_route)

    @Slot()
    def _read(self) -> None:
        self.route_requested.emit(self._model.lesson_route)

    @Slot()
    def _look(self) -> None:
        self.route_requested.emit(Route.to("today"))
