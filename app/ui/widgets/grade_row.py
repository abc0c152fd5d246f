"""When does it come back: the four grades with the real next date under each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QActionGroup, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLayout, QMenu, QSizePolicy, QWidget

from app.ui.theme import ThemedWidget
from app.ui.widgets.accessible import announce
from app.ui.widgets.buttons import Button
from app.ui.widgets.choices import Cell
from app.ui.widgets.layouts import discard
from app.ui.widgets.painting import box, focus_ring, visible_rect, with_gutter

_LEAST_WIDTH = 84


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade as shown: "Good", comes back in "4 days"."""

    word: str
    when: str


class _GradeCell(Cell):
    def __init__(self, grade: Grade) -> None:
        super().__init__(grade.word)
        self.when = grade.when
        self.setAccessibleName(f"{grade.word}, {grade.when}")

    def sizeHint(self) -> QSize:
        """Return the size of the two lines."""
        theme = self.theme
        top = QFontMetrics(theme.font("label")).horizontalAdvance(self.text())
        bottom = QFontMetrics(theme.font("micro", tabular=True)).horizontalAdvance(self.when)
        width = max(max(top, bottom) + theme.px(24), theme.px(_LEAST_WIDTH))
        height = theme.line_height("label") + theme.line_height("micro") + theme.px(12)
        return with_gutter(QSize(width, height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the grade and its date."""
        del event
        painter, theme, rect = QPainter(self), self.theme, visible_rect(self)
        radius = theme.px(9)
        if self.isChecked():
            edge = theme.colour("primary")
            box(painter, rect, radius, theme.colour("primarySoft"), edge, theme.bold_line())
        elif self.underMouse() and self.isEnabled():
            box(painter, rect, radius, theme.colour("sunken"))
        if self.hasFocus():
            focus_ring(painter, theme, rect, radius)
        lines = theme.line_height("label") + theme.line_height("micro")
        top = rect.top() + (rect.height() - lines) / 2
        chosen = self.isChecked()
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour("link" if chosen else "text"))
        upper = QRectF(rect.left(), top, rect.width(), theme.line_height("label"))
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.setFont(theme.font("micro", tabular=True))
        painter.setPen(theme.colour("text2" if chosen else "text3"))
        lower = QRectF(rect.left(), upper.bottom(), rect.width(), theme.line_height("micro"))
        painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, self.when)


class _GradeFrame(ThemedWidget, QWidget):
    """The frame around the four cells."""

    accessible_role = QAccessible.Role.Grouping

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame."""
        del event
        theme = self.theme
        fill, edge = theme.colour("surface"), theme.colour("borderStrong")
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        box(QPainter(self), rect, theme.radius("card"), fill, edge, theme.hairline())


class GradeRow(ThemedWidget, QWidget):
    """The four grades, one chosen. `graded(int)` carries the index (0 Again ... 3 Easy) when it is changed.

    Where there is no room the row becomes one button, "Next review: 4 days", with a menu.
    """

    graded = Signal(int)

    def __init__(self, grades: Sequence[Grade] = (), suggested: int = 0) -> None:
        super().__init__()
        self.setAccessibleName("Next review")
        self._grades: tuple[Grade, ...] = ()
        self._told: bool | None = None
        self._group = QButtonGroup(self)
        self._frame = _GradeFrame()
        self._frame.setAccessibleName("Next review")
        self._cells = QHBoxLayout(self._frame)
        self._cells.setSpacing(0)
        self._cells.setContentsMargins(0, 0, 0, 0)
        self._button = Button("", icon_right="chevron-down", height="main")
        self._menu = QMenu(self._button)
        self._actions = QActionGroup(self._menu)
        # Not a QStackedLayout: it switches off updates while it changes, and when that happens while a stack
        # further out is changing too, Qt never switches them on again and the row stays blank.
        room = QHBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        room.addWidget(self._frame)
        room.addWidget(self._button)
        self._button.hide()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group.idClicked.connect(self._clicked)
        self._button.clicked.connect(self._open_menu)
        self._actions.triggered.connect(self._picked)
        if grades:
            self.set_grades(grades, suggested)

    @property
    def index(self) -> int:
        """The index of the chosen grade."""
        return self._group.checkedId()

    @property
    def is_compact(self) -> bool:
        """Whether the row is shown as one button."""
        return self._frame.isHidden()

    def set_grades(self, grades: Sequence[Grade], suggested: int) -> None:
        """Show grades, the suggested one chosen."""
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._cells.removeWidget(button)
            discard(button)
        self._menu.clear()
        self._grades = tuple(grades)
        for number, grade in enumerate(self._grades):
            cell = _GradeCell(grade)
            self._group.addButton(cell, number)
            self._cells.addWidget(cell)
            action = self._menu.addAction(f"{grade.word}: {grade.when}")
            action.setData(number)
            action.setCheckable(True)
            self._actions.addAction(action)
        self.set_index(suggested)
        self.updateGeometry()

    def set_index(self, index: int) -> None:
        """Choose a grade without a signal."""
        button = self._group.button(index)
        if button is None:
            return
        button.setChecked(True)
        self._actions.actions()[index].setChecked(True)
        self._button.set_label(f"Next review: {self._grades[index].when}")

    def choose(self, index: int) -> None:
        """Choose a grade as the student does, by its key."""
        if 0 <= index < len(self._grades):
            self.set_index(index)
            self._clicked(index)

    def set_compact(self, compact: bool | None) -> None:
        """Show one button or the row; None lets the room decide."""
        if compact != self._told:
            self._told = compact
            self.updateGeometry()
            self._arrange()

    def sizeHint(self) -> QSize:
        """Return the size of the whole row, or of the one button if told so."""
        return self._button.sizeHint() if self._told else self._frame.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the size of the one button, or of the whole row if told so."""
        return self._frame.sizeHint() if self._told is False else self._button.sizeHint()

    def theme_changed(self) -> None:
        """Measure anew, and choose between row and button."""
        super().theme_changed()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose between row and button."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        compact = self.width() < self._frame.sizeHint().width() if self._told is None else self._told
        self._frame.setVisible(not compact)
        self._button.setVisible(compact)

    @Slot(int)
    def _clicked(self, index: int) -> None:
        self.set_index(index)
        grade = self._grades[index]
        announce(self, f"{grade.word}. Next review: {grade.when}.")
        self.graded.emit(index)

    @Slot()
    def _open_menu(self) -> None:
        self._menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))

    @Slot(object)
    def _picked(self, action: object) -> None:
        chosen = self._actions.checkedAction()
        if action is not None and chosen is not None:
            self._clicked(int(chosen.data()))
