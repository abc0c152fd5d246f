"""The settings page: sections at the left, their rows at the right; everything holds at once."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.ui.runtime.navigation import Route
from app.ui.theme import ThemedWidget, current
from app.ui.theme.tokens import GUTTER
from app.ui.viewmodels.preferences import PreferencesModel, PreferencesState
from app.ui.views.page import Page
from app.ui.views.settings.data import AboutSection, DataSection
from app.ui.views.settings.display import DisplaySection, KeyboardSection
from app.ui.views.settings.study import ExamSection, SectionPanel, StudySection
from app.ui.views.sheet import GREATEST
from app.ui.widgets.layouts import CardColumn, Column, Row
from app.ui.widgets.scroll import ScrollPage
from app.ui.widgets.section_list import SectionList
from app.ui.widgets.text import Text

_LIST_WIDTH, _BESIDE = 200, 840
_NO_LIMIT = 16_777_215


class SettingsPage(ThemedWidget, Page):
    """One long page of sections; the list at the left goes to them and is left out without room for it."""

    def __init__(self, model: PreferencesModel) -> None:
        super().__init__()
        self.setObjectName("settings-page")
        self._model = model
        self.study, self.exam = StudySection(model), ExamSection(model)
        self.display, self.keyboard = DisplaySection(model), KeyboardSection(model)
        self.data, self.about = DataSection(model), AboutSection(model.about)
        self.sections: tuple[SectionPanel, ...] = (
            self.study, self.exam, self.display, self.keyboard, self.data, self.about,
        )  # fmt: skip
        titles = [section.accessibleName() for section in self.sections]
        self._names = [title.lower().replace(" ", "-") for title in titles]
        self.list = SectionList(titles, name="Sections of the settings")
        self._title = Text("Settings", "display", wrap=False, heading=1)
        self._title.set_focusable()
        self._title.setObjectName("page-title")
        self._wanted = -1
        self._build()
        self._wire()
        self.show_state(model.state)

    def enter(self, route: Route) -> None:
        """Go to the section the route names, or to the top."""
        name = route.get("section")
        self._wanted = self._names.index(name) if name in self._names else 0
        QTimer.singleShot(0, self, self._go_to_wanted)

    def first_focus(self) -> QWidget:
        """Return the title."""
        return self._title

    @Slot(object)
    def show_state(self, state: PreferencesState) -> None:
        """Show every value."""
        for section in (self.study, self.exam, self.display, self.keyboard, self.data):
            section.show_state(state)

    def theme_changed(self) -> None:
        """Place anew."""
        super().theme_changed()
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the backups anew."""
        super().showEvent(event)
        self._model.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place anew."""
        super().resizeEvent(event)
        self._place()

    def _build(self) -> None:
        self._row = Row(self, spacing=0)
        self._side = QWidget()
        side = Column(self._side, margins=(40, 30, 0, 8), spacing=16)
        head = CardColumn(spacing=0)
        head.add(self._title, align=Qt.AlignmentFlag.AlignLeft)
        side.add(head)
        lists = CardColumn(spacing=0)
        lists.add(self.list)
        side.add(lists)
        side.add_stretch()
        content = QWidget()
        self._column = Column(content, margins=(40, 30, 40, 40), spacing=16)
        for section in self.sections:
            self._column.add(section)
        self._column.add_stretch()
        self._content = content
        self._scroll = ScrollPage(content)
        self._row.add(self._side)
        self._row.add(self._scroll, 1)

    def _wire(self) -> None:
        self._model.changed.connect(self.show_state)
        self.list.chosen.connect(self._go_to)
        self._scroll.verticalScrollBar().valueChanged.connect(self._scrolled)

    def _place(self) -> None:
        theme = current()
        beside = self.width() / theme.scale >= _BESIDE
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        margin = theme.px(40 if self.width() / theme.scale >= 1100 else 24)
        side = max(margin, (self.width() - theme.px(GREATEST)) // 2)
        self._row.setDirection(direction)
        self.list.setVisible(beside)
        list_width = side + theme.px(_LIST_WIDTH)
        self._side.setMinimumWidth(list_width if beside else 0)
        self._side.setMaximumWidth(list_width if beside else _NO_LIMIT)
        layout = self._side.layout()
        if layout is not None:
            layout.setContentsMargins(side, theme.px(30 if beside else 16), GUTTER, theme.px(8))
        bar = self._scroll.verticalScrollBar()
        right = max(GUTTER, side - bar.sizeHint().width())
        left = margin if beside else side
        self._column.setContentsMargins(left, theme.px(30 if beside else 8), right, margin)

    @Slot()
    def _go_to_wanted(self) -> None:
        if self._wanted >= 0:
            self._show_section(self._wanted)
            self._wanted = -1

    @Slot(int)
    def _go_to(self, index: int) -> None:
        self._show_section(index)

    def _show_section(self, index: int) -> None:
        top = self.sections[index].y() - current().px(16) if index else 0
        self._scroll.verticalScrollBar().setValue(top)
        self.list.set_index(index)

    @Slot(int)
    def _scrolled(self, value: int) -> None:
        reached = value + current().px(64)
        passed = [number for number, section in enumerate(self.sections) if section.y() <= reached]
        self.list.set_index(passed[-1] if passed else 0)
