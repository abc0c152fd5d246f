"""What is offered for a point that was forgotten four times."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.services.study import Feedback
from app.ui.widgets.buttons import Button
from app.ui.widgets.chip import Icon
from app.ui.widgets.layouts import CardColumn, Flow, Row
from app.ui.widgets.panel import Panel
from app.ui.widgets.text import Text


class SlippingPanel(Panel):
    """Stands in the place of the key point: says it again, and offers other ways than one more asking.

    `lesson_requested()`, `note_requested()`, `rest_requested()`, `away_requested()`.
    """

    lesson_requested = Signal()
    note_requested = Signal()
    rest_requested = Signal()
    away_requested = Signal()

    def __init__(self, feedback: Feedback) -> None:
        super().__init__(fill="warnSoft", edge="warnBorder", margins=(18, 14, 18, 14), spacing=8)
        self.setObjectName("slipping")
        self.setAccessibleName("This one keeps slipping")
        head = Row(spacing=8)
        head.add(Icon("rotate-ccw", "warn"))
        head.add(
            Text("This one keeps slipping", "panel", "warn", heading=3), 1, Qt.AlignmentFlag.AlignVCenter
        )
        self.add(head)
        self.add(Text(feedback.key_point, "body", selectable=True))
        self._compared = Text("", "small", "text2", selectable=True)
        self._compared.setObjectName("compared")
        self.compare = Button("Compare with…", height="compact", name="slipping-compare")
        if feedback.contrast is not None:
            self._compared.set_text(f"**Easily confused with:** {feedback.contrast.statement}")
        self._compared.hide()
        self.add(self._compared)
        bled = CardColumn(spacing=0)
        bled.add(self._build_buttons(has_contrast=feedback.contrast is not None))
        self.add(bled)

    def _build_buttons(self, *, has_contrast: bool) -> QWidget:
        flow = Flow(spacing=0, line_spacing=0)
        self.lesson = Button("Open the lesson section", height="compact", name="slipping-lesson")
        self.note = Button("Write a note", height="compact", name="slipping-note")
        self.rest = Button("Rest it for 7 days", height="compact", name="slipping-rest")
        self.away = Button("Put it away", height="compact", name="slipping-away")
        self.lesson.clicked.connect(self.lesson_requested)
        self.compare.clicked.connect(self._show_contrast)
        self.note.clicked.connect(self.note_requested)
        self.rest.clicked.connect(self.rest_requested)
        self.away.clicked.connect(self.away_requested)
        for button in (self.lesson, self.compare, self.note, self.rest, self.away):
            flow.add(button)
        self.compare.setVisible(has_contrast)
        return flow

    @Slot()
    def _show_contrast(self) -> None:
        self._compared.setVisible(self._compared.isHidden())
