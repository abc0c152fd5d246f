"""The first page: what is due, what to go on with, how the days look."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.ui.viewmodels.today import TodayModel, TodayState
from app.ui.views.banners import Banners
from app.ui.views.page import Page
from app.ui.views.sheet import Sheet
from app.ui.views.today.charts import ComingUpPanel, StudyPanel, WorthPanel
from app.ui.views.today.lead import ExamPanel, LeadPanel
from app.ui.views.today.reading import FirstDayPanel, ReadingPanel
from app.ui.widgets.layouts import Column, Row
from app.ui.widgets.scroll import ScrollPage
from app.ui.widgets.text import Text

_THREE_COLUMNS, _TWO_COLUMNS = 1000, 640
_BESIDE, _UNDER = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class TodayPage(Page):
    """Cards in three columns, two or one, as there is room."""

    def __init__(self, model: TodayModel) -> None:
        super().__init__()
        self.setObjectName("today-page")
        self._model = model
        self.lead, self.exam = LeadPanel(), ExamPanel()
        self.reading, self.first_day = ReadingPanel(), FirstDayPanel()
        self.coming_up, self.worth, self.study = ComingUpPanel(), WorthPanel(), StudyPanel()
        self.banners = Banners()
        self._title = Text("Today", "display", wrap=False, heading=1)
        self._date = Text("", "body", "text2")
        self._sheet = Sheet()
        self._build()
        self._wire()
        self._place(self._sheet.room)
        self.show_state(model.state)

    def first_focus(self) -> QWidget:
        """Return the title."""
        return self._title

    @Slot(object)
    def show_state(self, state: TodayState) -> None:
        """Draw everything."""
        self._date.set_plain(state.date_text)
        self.banners.show_notices((*state.notices, state.trouble) if state.trouble else state.notices)
        self.lead.show_card(state.lead)
        self.reading.show_card(state.reading)
        today = state.today
        first = today is not None and today.first_run
        self.exam.setVisible(today is not None)
        self.first_day.setVisible(first)
        for card in (self.coming_up, self.worth, self.study):
            card.setVisible(today is not None and not first)
        self._lower.setStretch(0, 8 if first else 6)
        self._lower.setStretch(1, 10 if first else 9)
        self._right.setStretch(0, 0 if first else 1)
        if today is not None:
            self.exam.show_exam(today.exam)
            self.coming_up.show_today(today)
            self.worth.show_looks(today.worth)
            self.study.show_today(today)

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
        self._scroll = ScrollPage(self._sheet)
        outer.add(self._scroll)
        body = self._sheet.body
        self._sheet.add_head(self._title, self._date)
        body.add(self.banners)
        self._upper = Row(spacing=16)
        self._upper.add(self.lead, 3)
        self._upper.add(self.exam, 2)
        body.add(self._upper)
        self._cards = QWidget()
        self._lower = Row(self._cards, spacing=16)
        self._right, self._middle = Row(spacing=16), Column(spacing=16)
        self._lower.add(self.reading, 6)
        self._lower.add(self._right, 8)
        self._right.add(self._middle, 1)
        self._middle.add(self.coming_up, 1)
        self._middle.add(self.worth)
        self._right.add(self.study, 1)
        self._right.add(self.first_day, 1)
        body.add(self._cards)
        body.add_stretch()

    def _wire(self) -> None:
        self._model.changed.connect(self.show_state)
        self._sheet.reflowed.connect(self._place)
        self.banners.acted.connect(self._try_again)
        for card in (self.lead, self.exam, self.reading, self.worth):
            card.route_requested.connect(self.route_requested)

    @Slot(int)
    def _place(self, room: int) -> None:
        three, two = room >= _THREE_COLUMNS, room >= _TWO_COLUMNS
        self._upper.setDirection(_BESIDE if two else _UNDER)
        self._lower.setDirection(_BESIDE if three else _UNDER)
        self._right.setDirection(_BESIDE if two else _UNDER)
        self.reading.set_beside(two and not three)

    @Slot(str)
    def _try_again(self, _key: str) -> None:
        self._model.refresh()
