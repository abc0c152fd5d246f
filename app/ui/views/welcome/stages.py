"""The choices of the first run, each a few cards."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from app.ui.theme import ThemedWidget
from app.ui.viewmodels.welcome import OFFERED_MINUTES, WelcomeModel, WelcomeState
from app.ui.views.settings.rows import Spin
from app.ui.widgets.day_field import DayField
from app.ui.widgets.layouts import CardColumn, Column, Row
from app.ui.widgets.option_card import OptionCard
from app.ui.widgets.text import Text

_INSET = 12


class Choices(ThemedWidget, QWidget):
    """Numbered cards of which one is chosen: `chosen(int)`. Fields may stand below a card."""

    chosen = Signal(int)
    accessible_role = QAccessible.Role.Grouping

    def __init__(self, name: str, texts: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.cards: list[OptionCard] = []
        column = Column(self, margins=(4, 0), spacing=0)
        self._column = CardColumn(spacing=0)
        for number, text in enumerate(texts):
            card = OptionCard(str(number + 1), text)
            card.setObjectName(f"choice-{number + 1}")
            card.setProperty("choice", number)
            card.clicked.connect(self._clicked)
            self.cards.append(card)
            self._column.add(card)
        column.add(self._column)

    def add_fields(self, after: int, fields: QWidget) -> None:
        """Put the fields that go with a card right below it; their edges align with its words."""
        holder = Column(margins=(_INSET, 4, _INSET, 12), spacing=0)
        holder.add(fields)
        self._column.insertLayout(after + 1, holder)

    def show_choice(self, choice: int) -> None:
        """Mark a card without a signal."""
        self.cards[choice].setChecked(True)

    @Slot()
    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAbstractButton):
            self.chosen.emit(int(sender.property("choice")))


class AudienceChoices(Choices):
    """Who the student is."""

    def __init__(self, model: WelcomeModel) -> None:
        super().__init__("Who you are", ("Nursing", "Medicine", "Both, or something else"))
        self.chosen.connect(model.choose)

    def show_state(self, state: WelcomeState) -> None:
        """Show the choice."""
        self.show_choice(state.choice)


class MinutesChoices(Choices):
    """Minutes a day."""

    def __init__(self, model: WelcomeModel) -> None:
        super().__init__("Minutes a day", (*OFFERED_MINUTES, "Another time"))
        self.chosen.connect(model.choose)
        self._own = QWidget()
        row = Row(self._own, spacing=10)
        self.spin = Spin("Minutes a day of your own")
        self.spin.setObjectName("own-minutes")
        self.spin.setRange(*model.minutes_bounds)
        self.spin.setSingleStep(5)
        self.spin.valueChanged.connect(model.set_minutes)
        row.add(self.spin)
        row.add(Text("minutes a day", "body", "text2", wrap=False))
        row.add_stretch()
        self.add_fields(len(OFFERED_MINUTES), self._own)

    def show_state(self, state: WelcomeState) -> None:
        """Show the choice, and the field for another time."""
        self.show_choice(state.choice)
        self._own.setVisible(state.choice == len(OFFERED_MINUTES))
        self.spin.setMinimumWidth(self.theme.px(96))
        blocked = self.spin.blockSignals(True)
        self.spin.setValue(state.own_minutes)
        self.spin.blockSignals(blocked)


class ExamChoices(Choices):
    """An exam date or none."""

    def __init__(self, model: WelcomeModel) -> None:
        super().__init__("Exam date", ("I have an exam date", "No date, or not yet"))
        self._model = model
        self.chosen.connect(model.choose)
        self._fields = QWidget()
        column = Column(self._fields, spacing=6)
        self.name = QLineEdit()
        self.name.setObjectName("exam-name")
        self.name.setAccessibleName("Name of the exam")
        self.name.setPlaceholderText("Reproductive block exam")
        self.name.setMaxLength(80)
        self.name.textEdited.connect(model.name_exam)
        self.day = DayField("Day of the exam")
        self.day.dated.connect(model.date_exam)
        column.add(Text("Name", "caption", "text2"))
        column.add(self.name)
        column.add(Text("Day", "caption", "text2"))
        column.add(self.day)
        self.add_fields(0, self._fields)

    def show_state(self, state: WelcomeState) -> None:
        """Show the choice, and the fields of an exam."""
        self.show_choice(state.choice)
        self._fields.setVisible(state.choice == 0)
        if self.name.text() != state.exam_name:
            self.name.setText(state.exam_name)
        if state.exam_date is not None:
            self.day.show_day(state.exam_date, self._model.today)
