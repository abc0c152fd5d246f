"""Settings of study, and the exam date."""

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from app.core.settings import AudienceChoice
from app.ui.viewmodels.preferences import PreferencesModel, PreferencesState
from app.ui.views.settings.rows import Choice, Number, Switch
from app.ui.widgets.day_field import DayField
from app.ui.widgets.layouts import Column, Row
from app.ui.widgets.panel import Divider, Panel
from app.ui.widgets.text import Text

_AUDIENCES = (
    (AudienceChoice.NURSING, "Nursing"),
    (AudienceChoice.MEDICINE, "Medicine"),
    (AudienceChoice.BOTH, "Both"),
)
_RETENTIONS = tuple((share / 100, f"{share}%") for share in (80, 85, 90, 93, 95, 97))
_SECTION_MARGINS = (12, 18, 12, 14)
_INSET = 12


class SectionPanel(Panel):
    """A section of the page: its heading, then rows between thin lines."""

    def __init__(self, title: str) -> None:
        super().__init__(margins=_SECTION_MARGINS, spacing=4)
        self.setAccessibleName(title)
        self.title = Text(title, "h2", heading=2)
        head = Row(margins=(_INSET, 0, _INSET, 4))
        head.add(self.title)
        self.body.add(head)
        self._rows = 0

    def add_row(self, row: QWidget) -> None:
        """Add a row under a thin line."""
        if self._rows:
            self.add_line()
        self._rows += 1
        self.add(row)

    def add_line(self) -> None:
        """Add a thin line."""
        line = Row(margins=(_INSET, 4))
        line.add(Divider())
        self.body.add(line)

    def add_words(self, text: Text) -> None:
        """Add words that align with the rows."""
        holder = Row(margins=(_INSET, 0, _INSET, 6))
        holder.add(text)
        self.body.add(holder)


class StudySection(SectionPanel):
    """Whose questions, how much a day, how sure to remember, grading by time."""

    def __init__(self, model: PreferencesModel) -> None:
        super().__init__("Study")
        self.audience = Choice(
            "audience",
            "Questions for",
            _AUDIENCES,
            "Nursing and Medicine each leave out what is only for the other.",
        )
        self.minutes = Number(
            "minutes_a_day", "Minutes a day", model.bounds("minutes_a_day"), 5,
            "What fits is asked, the most urgent first. The rest waits for the next days.",
        )  # fmt: skip
        self.new = Number(
            "new_a_day", "New questions a day", model.bounds("new_a_day"), 1,
            "At most this many you have not met before. 0 means reviews only.",
        )  # fmt: skip
        self.retention = Choice("desired_retention", "How much to remember", _RETENTIONS)
        self.retention.hint.setObjectName("retention-text")
        self.timed = Switch(
            "time_grading", "Let answering time suggest the grade",
            "A slow right answer suggests Hard, a quick and certain one Easy. You can always change it.",
        )  # fmt: skip
        rows: tuple[Choice | Number | Switch, ...] = (self.audience, self.minutes, self.new, self.retention)
        for row in rows:
            self.add_row(row)
        self.add_row(self.timed)
        for row in (*rows, self.timed):
            row.wanted.connect(model.change)

    def show_state(self, state: PreferencesState) -> None:
        """Show the values."""
        settings = state.settings
        self.audience.show_value(settings.audience)
        self.minutes.show_value(settings.minutes_a_day)
        self.new.show_value(settings.new_a_day)
        self.retention.show_value(round(settings.desired_retention, 2))
        self.retention.set_hint(state.retention_text)
        self.timed.show_value(settings.time_grading)


class ExamSection(SectionPanel):
    """The exam date: none, or a name and a day."""

    def __init__(self, model: PreferencesModel) -> None:
        super().__init__("Exam date")
        self._model = model
        self.planned = Switch(
            "exam-planned",
            "I have an exam date",
            "Today then tells you how many new questions a day cover the course in time.",
        )
        self.add_row(self.planned)
        self._fields = QWidget()
        column = Column(self._fields, margins=(_INSET, 4, _INSET, 8), spacing=6)
        self.name = QLineEdit()
        self.name.setObjectName("exam_name")
        self.name.setAccessibleName("Name of the exam")
        self.name.setPlaceholderText("Reproductive block exam")
        self.name.setMaxLength(80)
        self.day = DayField("Day of the exam")
        self.text = Text("", "small", "text2")
        self.text.setObjectName("exam-text")
        column.add(Text("Name", "caption", "text2"))
        column.add(self.name)
        column.add_gap(4)
        column.add(Text("Day", "caption", "text2"))
        column.add(self.day)
        column.add(self.text)
        self.add(self._fields)
        self.planned.wanted.connect(self._plan)
        self.name.editingFinished.connect(self._named)
        self.day.dated.connect(self._dated)

    def show_state(self, state: PreferencesState) -> None:
        """Show the exam."""
        when = state.settings.exam_date
        self.planned.show_value(when is not None)
        self._fields.setVisible(when is not None)
        self.text.set_plain(state.exam_text)
        if not self.name.hasFocus() and self.name.text() != state.settings.exam_name:
            self.name.setText(state.settings.exam_name)
        if when is not None:
            self.day.show_day(when, self._model.today)

    @Slot(str, object)
    def _plan(self, _setting: str, on: bool) -> None:
        self._model.plan_exam(on)
        if on:
            self.name.setFocus()

    @Slot()
    def _named(self) -> None:
        self._model.change("exam_name", self.name.text().strip())

    @Slot(object)
    def _dated(self, day: date) -> None:
        self._model.change("exam_date", day)
