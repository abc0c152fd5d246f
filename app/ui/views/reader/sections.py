"""The sections of the lesson: a list at the left, or one line above the text."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.services.lessons import ReadState
from app.ui.theme import Role
from app.ui.viewmodels.reader_state import ReaderState, SectionRow
from app.ui.widgets.bars import Bar
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.choices import Select
from app.ui.widgets.layouts import ButtonRow, CardColumn, Column, discard
from app.ui.widgets.lesson_blocks.section_item import SectionItem
from app.ui.widgets.lesson_blocks.side_pane import SidePane
from app.ui.widgets.progress import Progress
from app.ui.widgets.scroll import ScrollPage
from app.ui.widgets.text import Text

LIST_WIDTH = 252
_COUNT_FROM = 560
_ICONS: dict[ReadState, tuple[str, Role]] = {
    ReadState.NOT_STARTED: ("", "text2"),
    ReadState.IN_PROGRESS: ("", "text2"),
    ReadState.READ: ("circle-check", "ok"),
    ReadState.CHANGED: ("rotate-ccw", "warn"),
}


class SectionList(SidePane):
    """Way back, lesson title, how much is read, and the sections.

    `chosen(section id)` asks for a section, `back_requested()` for the list of lessons. It stays in place
    while the text scrolls.
    """

    chosen = Signal(str)
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("section-list")
        self.items: list[SectionItem] = []
        self._shown: tuple[str, ...] = ()
        holder = QWidget()
        column = Column(holder, margins=(20, 20, 16, 20), spacing=6)
        self.back = Button("All lessons", "quiet", icon="arrow-left", height="compact", name="all-lessons")
        self.back.clicked.connect(self.back_requested)
        row = ButtonRow()
        row.add(self.back)
        row.add_stretch()
        column.add(row)
        column.add_gap(8)
        self.title = Text("", "title")
        self.title.setObjectName("lesson-title")
        column.add(self.title)
        self.progress = Progress("Sections read")
        self.count = Text("", "caption", "text2")
        column.add(self.count)
        column.add(self.progress)
        column.add_gap(10)
        self._items = CardColumn(spacing=0)
        column.add(self._items)
        column.add_stretch()
        Column(self, margins=(0, 0, 1, 0)).add(ScrollPage(holder))
        self.theme_changed()

    def show_state(self, state: ReaderState) -> None:
        """Show the sections of the lesson and how they stand."""
        self.title.set_plain(state.topic.title if state.topic else "")
        self.count.set_plain(state.progress)
        read = sum(row.is_read for row in state.rows)
        self.progress.set_progress(read, len(state.rows))
        names = tuple(row.id for row in state.rows)
        if names != self._shown:
            self._rebuild(state.rows)
        for item, row in zip(self.items, state.rows, strict=True):
            icon, ink = _ICONS[row.state]
            item.show_status(row.status, icon, ink, current=row.is_current)

    def theme_changed(self) -> None:
        """Keep the width for the text size in force."""
        self.setFixedWidth(self.theme.px(LIST_WIDTH))
        super().theme_changed()

    def _rebuild(self, rows: tuple[SectionRow, ...]) -> None:
        for item in self.items:
            discard(item)
        self.items = []
        self._shown = tuple(row.id for row in rows)
        for row in rows:
            item = SectionItem(row.number, row.title)
            item.setObjectName(f"section-{row.id}")
            item.setProperty("section", str(row.id))
            item.clicked.connect(self._pressed)
            self._items.add(item)
            self.items.append(item)

    @Slot()
    def _pressed(self) -> None:
        self.chosen.emit(str(self.sender().property("section")))


class SectionBar(Bar):
    """The same in one line, for narrow pages: way back, sections as a drop-down list."""

    chosen = Signal(str)
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__(56, "canvas", line_below=True, margins=(20, 4))
        self.setObjectName("section-bar")
        self.back = IconButton("arrow-left", "All lessons")
        self.back.setObjectName("all-lessons-narrow")
        self.back.clicked.connect(self.back_requested)
        self.select = Select(name="Section")
        self.select.setObjectName("section-select")
        self.select.activated.connect(self._activated)
        self.count = Text("", "small", "text2", wrap=True)
        self._ids: tuple[str, ...] = ()
        self.add(self.back)
        self.add(self.select)
        self.body.add_gap(8)
        self.body.add(self.count, 1, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the count out where the names of the sections need the room."""
        super().resizeEvent(event)
        self.count.setVisible(self.width() >= self.theme.px(_COUNT_FROM))

    def show_state(self, state: ReaderState) -> None:
        """Show the sections and which one is open."""
        self._ids = tuple(row.id for row in state.rows)
        labels = [f"{row.number}. {row.title}{_suffix(row)}" for row in state.rows]
        if labels != [self.select.itemText(i) for i in range(self.select.count())]:
            self.select.clear()
            self.select.addItems(labels)
        current = next((n for n, row in enumerate(state.rows) if row.is_current), -1)
        self.select.setCurrentIndex(current)
        self.count.set_plain(state.progress)
        self.select.updateGeometry()

    @Slot(int)
    def _activated(self, index: int) -> None:
        if 0 <= index < len(self._ids):
            self.chosen.emit(self._ids[index])


def _suffix(row: SectionRow) -> str:
    if row.state is ReadState.CHANGED:
        return " (changed)"
    return " (read)" if row.is_read else ""
