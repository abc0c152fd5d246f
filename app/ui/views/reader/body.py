"""A section on the page: its head, its blocks, its end, built a screen ahead of the reader."""

from math import inf
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.viewmodels.reader_state import ReaderState
from app.ui.viewmodels.section_content import SectionContent
from app.ui.views.reader.blocks import Asker, gap_above, make_block, span_of
from app.ui.views.reader.ending import SectionEnd
from app.ui.views.reader.flow import ReadingFlow
from app.ui.views.reader.margin import SourcesFoot, first_notes
from app.ui.views.reader.pictures import Picture
from app.ui.views.reader.prose import ProseBlock
from app.ui.views.reader.questions import CheckBlock, TryFirstBlock
from app.ui.widgets.layouts import Column
from app.ui.widgets.lesson_blocks.gutter import Guttered
from app.ui.widgets.runs import Run
from app.ui.widgets.sizing import follow_width
from app.ui.widgets.text import Text, heading

if TYPE_CHECKING:
    from app.core.course import Block

AHEAD = 640
"""How many logical pixels of a section are built before the first paint."""
SLICE_S = 0.03
"""Long enough to build most sections at once: each slice costs a layout of the whole text."""
BEFORE_END, FOOT = 44, 40


class SectionHead(QWidget):
    """Where the section stands in the lesson, how long it takes, and its title."""

    def __init__(self, state: ReaderState) -> None:
        super().__init__()
        follow_width(self)
        column = Column(self, spacing=6)
        above = Guttered()
        column.add(above)
        lesson = state.topic.title if state.topic else ""
        minutes = "1 minute" if state.minutes == 1 else f"{state.minutes} minutes"
        self.place = Text("", "caption", "text2")
        self.place.set_plain(f"{lesson} · Section {state.number} of {len(state.rows)} · about {minutes}")
        above.add(self.place)
        self.title = heading(state.section.title if state.section else "", 1)
        self.title.setObjectName("reader-title")
        self.title.set_focusable()
        column.add(self.title)
        below = Guttered()
        column.add(below)
        self.reviewed = Text((Run(state.reviewed, href="sources"),), "caption", "text2")
        self.reviewed.setObjectName("reviewed-link")
        self.reviewed.setToolTip("Show the sources of this section")
        below.add(self.reviewed)


class SectionBody(QWidget):
    """One section. What lies below the first screen is built when nothing else is to be done.

    `completed()` once all is built; `link_requested(address)` asks to open a source,
    `figure_requested(figure, step)` for the viewer; `tried()` when the first questions are done.
    """

    completed = Signal()
    link_requested = Signal(str)
    figure_requested = Signal(str, str)
    tried = Signal()

    def __init__(self, state: ReaderState, content: SectionContent, asker: Asker) -> None:
        super().__init__()
        self.setObjectName("section-body")
        self._state, self._content, self._asker = state, content, asker
        self._waiting: list[Block] = list(content.section.blocks)
        self._before: Block | None = None
        self._to_draw: list[Picture] = []
        self.checks: list[CheckBlock] = []
        self.is_complete = self._was_painted = False
        self.flow = ReadingFlow(self)
        self.head = SectionHead(state)
        self.end = SectionEnd()
        self.sources = SourcesFoot(content.sources, state.reviewed, state.readings)
        for later in (self.end, self.sources):
            later.setParent(self)  # a section left before it is built takes them along
            later.hide()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)
        self.head.reviewed.linkActivated.connect(self._show_sources)
        self.flow.add_block(self.head, gap=0, bleeds=True)
        for note in first_notes(state):
            self.flow.add_note(note)
        self._build_ahead()

    def build_all(self) -> None:
        """Build what is left, now."""
        self._build_for(inf)
        self._complete()

    def lay_out(self, view: QSize) -> None:
        """Build all of it and give it its final size in `view`, so that places in it are known."""
        self.build_all()
        self.resize(view.width(), max(self.flow.heightForWidth(view.width()), view.height()))

    def check_after(self, focused: QWidget | None, top: int) -> CheckBlock | None:
        """Return the check after the one that has the focus, else the first below the height `top`."""
        here = [focused is not None and check.isAncestorOf(focused) for check in self.checks]
        if True in here:
            return next(iter(self.checks[here.index(True) + 1 :]), None)
        return next((check for check in self.checks if check.y() > top), None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Go on building once the first screen is seen."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self._timer.start()

    def show_state(self, state: ReaderState) -> None:
        """Show whether the section is read."""
        self._state = state
        self.end.show_state(state)

    @Slot(str)
    def show_source(self, key: str) -> None:
        """Give the focus to a source in the list."""
        self.sources.show_source(key)

    def _build_for(self, seconds: float) -> None:
        """Build for so long, laying out once: each block shown would otherwise lay out the whole text."""
        until = perf_counter() + seconds
        self.flow.setEnabled(False)
        while self._waiting and perf_counter() < until:
            self._build_next()
        self.flow.setEnabled(True)
        self.flow.invalidate()
        self.updateGeometry()

    def _build_ahead(self) -> None:
        height = 0
        while self._waiting and height < AHEAD:
            widget = self._build_next()
            height += widget.sizeHint().height()
        if not self._waiting:
            self._complete()

    def _build_next(self) -> QWidget:
        block = self._waiting.pop(0)
        widget = make_block(block, self._content, self._asker)
        self._connect(widget)
        self.flow.add_block(widget, gap=gap_above(block, self._before), span=span_of(block, widget))
        self._before = block
        widget.show()
        return widget

    def _connect(self, widget: QWidget) -> None:
        if isinstance(widget, ProseBlock | CheckBlock | TryFirstBlock):
            widget.link_requested.connect(self.link_requested)
        if isinstance(widget, ProseBlock):
            widget.list_requested.connect(self.show_source)
        elif isinstance(widget, CheckBlock):
            self.checks.append(widget)
        elif isinstance(widget, TryFirstBlock):
            widget.done.connect(self.tried)
        elif isinstance(widget, Picture):
            widget.open_requested.connect(self.figure_requested)
            self._to_draw.append(widget)

    def _complete(self) -> None:
        if self.is_complete:
            return
        self.is_complete = True
        self.flow.add_block(self.end, gap=BEFORE_END, bleeds=True)
        self.flow.add_foot(self.sources, gap=FOOT)
        self.sources.link_requested.connect(self.link_requested)
        self.end.show_state(self._state)
        self.end.show()
        self.sources.show()
        self.completed.emit()

    @Slot(str)
    def _show_sources(self, _href: str) -> None:
        self.build_all()
        self.show_source("")

    @Slot()
    def _work(self) -> None:
        """Draw the pictures in sight, build for a few milliseconds, then draw the other pictures in turn."""
        seen = next((one for one in self._to_draw if one.is_in_sight), None)
        if seen is None and self._waiting:
            self._build_for(SLICE_S)
            return
        if not self._waiting:
            self._complete()
        picture = seen or next(iter(self._to_draw), None)
        if picture is None:
            self._timer.stop()
            return
        self._to_draw.remove(picture)
        picture.prepare()
