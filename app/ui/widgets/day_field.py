"""A day to type, to step with the arrow keys, or to pick from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QWidget

from app.ui.theme import Role, ThemedWidget
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.layouts import Column, Row
from app.ui.widgets.painting import box
from app.ui.widgets.text import Text

_FORMAT = "d MMMM yyyy"
_BRITISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


class _Edit(QDateEdit):
    """The typed date; the wheel is left to the page."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class _Month(ThemedWidget, QCalendarWidget):
    """The days of a month; the chosen one is filled, those outside the month or too early are faint."""

    def paintCell(self, painter: QPainter, rect: QRect, day: QDate) -> None:
        """Draw one day."""
        theme = self.theme
        painter.save()
        painter.fillRect(rect, theme.colour("surface"))
        chosen = day == self.selectedDate()
        inside = self.minimumDate() <= day <= self.maximumDate()
        if chosen:
            side = min(rect.width(), rect.height()) - 2
            spot = QRectF(0, 0, side, side)
            spot.moveCenter(QRectF(rect).center())
            box(painter, spot, side / 2, theme.colour("primary"))
        ink: Role = "text" if day.month() == self.monthShown() else "text3"
        ink = "onPrimary" if chosen else ink if inside else "textDisabled"
        painter.setPen(theme.colour(ink))
        painter.setFont(theme.font("small", weight=600 if chosen else None, tabular=True))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(day.day()))
        painter.restore()


class _Calendar(ThemedWidget, QWidget):
    """A month to pick a day from; closes with Esc or a press beside it. `picked(QDate)`."""

    picked = Signal(QDate)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("calendar")
        column = Column(self, margins=8)
        head = Row(spacing=4)
        before, after = IconButton("chevron-left", "Month before"), IconButton("chevron-right", "Month after")
        self._month = Text("", "label", wrap=False, align=Qt.AlignmentFlag.AlignHCenter)
        head.add(before)
        head.add(self._month, 1)
        head.add(after)
        column.add(head)
        self.calendar = _Month()
        self.calendar.setAccessibleName("Calendar")
        self.calendar.setLocale(_BRITISH)
        self.calendar.setNavigationBarVisible(False)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.NoHorizontalHeader)
        week = Row()
        for weekday in range(1, 8):
            name = _BRITISH.standaloneDayName(weekday, QLocale.FormatType.ShortFormat)
            week.add(Text(name, "micro", "text3", wrap=False, align=Qt.AlignmentFlag.AlignHCenter), 1)
        column.add(week)
        column.add(self.calendar)
        before.clicked.connect(self.calendar.showPreviousMonth)
        after.clicked.connect(self.calendar.showNextMonth)
        self.calendar.currentPageChanged.connect(self._paged)
        self.calendar.clicked.connect(self._picked)
        self.calendar.activated.connect(self._picked)
        self.theme_changed()

    def theme_changed(self) -> None:
        """Measure anew."""
        theme = self.theme
        self.calendar.setFont(theme.font("small"))
        self.calendar.setMinimumSize(theme.px(300), theme.px(200))
        super().theme_changed()

    def show_day(self, day: QDate, earliest: QDate) -> None:
        """Show the month of a day, which is marked."""
        self.calendar.setMinimumDate(earliest)
        self.calendar.setSelectedDate(day)
        self._paged(self.calendar.yearShown(), self.calendar.monthShown())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the raised box."""
        del event
        theme = self.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("raised"))
        box(painter, self.rect().toRectF(), 0, None, theme.colour("borderStrong"), theme.hairline())

    @Slot(int, int)
    def _paged(self, year: int, month: int) -> None:
        self._month.set_plain(f"{_BRITISH.standaloneMonthName(month)} {year}")

    @Slot(QDate)
    def _picked(self, day: QDate) -> None:
        self.picked.emit(day)
        self.close()


class DayField(ThemedWidget, QWidget):
    """A date field with a calendar: `dated(date)` when the student changed it."""

    dated = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.edit = _Edit()
        self.edit.setObjectName("day-edit")
        self.edit.setAccessibleName(name)
        self.edit.setLocale(_BRITISH)
        self.edit.setDisplayFormat(_FORMAT)
        self.edit.setKeyboardTracking(False)
        self.button = IconButton("calendar", f"{name}: choose in a calendar", kind="outline")
        self.button.setObjectName("open-calendar")
        row = Row(self, spacing=4)
        row.add(self.edit, 1)
        row.add(self.button)
        self._calendar: _Calendar | None = None
        self.edit.dateChanged.connect(self._changed)
        self.button.clicked.connect(self._open)
        self.theme_changed()

    def theme_changed(self) -> None:
        """Keep the words off the edge."""
        super().theme_changed()
        inset = self.theme.px(12)
        self.edit.lineEdit().setTextMargins(inset, 0, inset, 0)

    @property
    def day(self) -> date:
        """The date shown."""
        shown = self.edit.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date, earliest: date) -> None:
        """Show a date without a signal."""
        if day == self.day:
            return
        blocked = self.edit.blockSignals(True)
        self.edit.setMinimumDate(_to_qt(min(day, earliest)))
        self.edit.setDate(_to_qt(day))
        self.edit.blockSignals(blocked)

    @Slot()
    def _open(self) -> None:
        if self._calendar is None:
            self._calendar = _Calendar(self)
            self._calendar.picked.connect(self.edit.setDate)
        self._calendar.show_day(self.edit.date(), self.edit.minimumDate())
        size = self._calendar.sizeHint()
        self._calendar.move(self.mapToGlobal(QPoint(self.width() - size.width(), self.height())))
        self._calendar.show()
        self._calendar.calendar.setFocus()

    @Slot(QDate)
    def _changed(self, _day: QDate) -> None:
        self.dated.emit(self.day)


def _to_qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
