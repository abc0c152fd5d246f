"""The upper cards of the first page: the one next step, and the exam."""

from PySide6.QtCore import Signal, Slot

from app.services.overview import ExamCard
from app.ui.runtime.navigation import Route
from app.ui.viewmodels.today import LeadCard
from app.ui.widgets.buttons import Button
from app.ui.widgets.layouts import CardColumn, Flow
from app.ui.widgets.panel import Panel
from app.ui.widgets.progress import Progress
from app.ui.widgets.text import Text

_NO_EXAM = "With a date, this page tells you how many new questions a day cover the course in time."


class LeadPanel(Panel):
    """What to do now: `route_requested(Route)`."""

    route_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__(margins=(28, 26, 28, 26), spacing=4)
        self.setObjectName("lead-card")
        self._card: LeadCard | None = None
        self._title = Text("", "h1", heading=2)
        self._texts = (Text("", "body", "text2"), Text("", "body", "text2"))
        self._primary = Button("", "primary", icon_right="arrow-right", height="main", name="lead-primary")
        self._secondary = Button("", height="main", name="lead-secondary")
        self.add(self._title)
        for text in self._texts:
            self.add(text)
        self.body.add_stretch()
        self.body.add_gap(16)
        self.add(self._build_buttons())

    def show_card(self, card: LeadCard | None) -> None:
        """Show the next step; hidden without one."""
        self._card = card
        self.setVisible(card is not None)
        if card is None:
            return
        self.setAccessibleName(card.title)
        self._title.set_plain(card.title)
        for number, text in enumerate(self._texts):
            text.setVisible(number < len(card.texts))
            text.set_plain(card.texts[number] if number < len(card.texts) else "")
        self._primary.set_label(card.primary.label)
        self._secondary.setVisible(card.secondary is not None)
        self._secondary.set_label(card.secondary.label if card.secondary else "")

    def _build_buttons(self) -> CardColumn:
        flow = Flow(spacing=8)
        flow.add(self._primary)
        flow.add(self._secondary)
        self._primary.clicked.connect(self._primary_pressed)
        self._secondary.clicked.connect(self._secondary_pressed)
        column = CardColumn(spacing=0)
        column.add(flow)
        return column

    @Slot()
    def _primary_pressed(self) -> None:
        if self._card is not None:
            self.route_requested.emit(self._card.primary.route)

    @Slot()
    def _secondary_pressed(self) -> None:
        if self._card is not None and self._card.secondary is not None:
            self.route_requested.emit(self._card.secondary.route)


class ExamPanel(Panel):
    """The exam, or quietly the offer to set its date: `route_requested(Route)`."""

    route_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__(margins=(24, 22, 24, 22), spacing=4)
        self.setObjectName("exam-card")
        self._name = Text("", "title", heading=2)
        self._when = Text("", "body", "text2")
        self._bar = Progress("Topics at exam level")
        self._pace = Text("", "small", "text2")
        self._set = Button("Set an exam date", height="default", name="set-exam-date")
        self._set.clicked.connect(self._ask)
        self.add(self._name)
        self.add(self._when)
        self.body.add_gap(4)
        self.add(self._bar)
        self.body.add_gap(2)
        self.add(self._pace)
        self.body.add_stretch()
        buttons = CardColumn(spacing=0)
        flow = Flow()
        flow.add(self._set)
        buttons.add(flow)
        self.add(buttons)

    def show_exam(self, exam: ExamCard | None) -> None:
        """Show the exam."""
        for widget in (self._bar, self._pace):
            widget.setVisible(exam is not None)
        self._set.setVisible(exam is None)
        self._name.set_plain(exam.name if exam else "No exam date")
        self._when.set_plain(exam.text if exam else _NO_EXAM)
        self._when.set_style("body" if exam else "small")
        self.setAccessibleName(exam.name if exam else "Exam")
        if exam is not None:
            self._bar.set_progress(round(exam.share * 100), 100)
            self._bar.setAccessibleDescription(exam.share_text)
            self._pace.set_plain(f"{exam.share_text} {exam.pace_text}")

    @Slot()
    def _ask(self) -> None:
        self.route_requested.emit(Route.to("settings", section="exam-date"))
