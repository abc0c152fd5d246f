"""Notes beside the text: what the lesson is for, what the section teaches, its sources and readings."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.core.course import Reading
from app.services.wording import MONTHS
from app.ui.viewmodels.reader_state import ReaderState
from app.ui.viewmodels.section_content import NumberedSource
from app.ui.views.reader.flow import grows
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.chip import Icon
from app.ui.widgets.layouts import Column, Row
from app.ui.widgets.panel import Divider, Panel
from app.ui.widgets.runs import Run
from app.ui.widgets.text import Text

_MARGINS = (18, 14, 18, 16)


class NotePanel(Panel):
    """A note with a heading and short texts, each with an icon before it."""

    def __init__(self, title: str, texts: tuple[str, ...], icon: str) -> None:
        super().__init__(title, margins=_MARGINS, spacing=10)
        grows(self)
        for text in texts:
            row = Row(spacing=10)
            row.add(Icon(icon, "link", "chip"), 0, Qt.AlignmentFlag.AlignTop)
            row.add(Text(text, "small"), 1)
            self.add(row)


class SourceEntry(QWidget):
    """One source in the list: its number, its text in full, its address. `link_requested(address)`."""

    link_requested = Signal(str)
    back_requested = Signal()

    def __init__(self, source: NumberedSource) -> None:
        super().__init__()
        self.setObjectName(f"source-{source.key}")
        self.source = source
        grows(self)
        column = Column(self, spacing=0)
        runs = (Run(f"{source.number}  ", bold=True), Run(source.text))
        self.text = Text(runs, "caption", "text2", selectable=True)
        self.text.set_focusable()
        column.add(self.text)
        if source.link:
            where = source.link.removeprefix("https://").removeprefix("http://").split("/")[0]
            self.link = LinkButton(where, icon_right="external-link")
            self.link.setAccessibleName(f"Open source {source.number} at {where}")
            self.link.setToolTip(source.link)
            self.link.clicked.connect(self._open)
            column.add(self.link, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _open(self) -> None:
        self.link_requested.emit(self.source.link)


class SourcesPanel(Panel):
    """The sources of a section in full, when it was reviewed, and what later readings changed.

    `link_requested(address)` asks to open a source.
    """

    link_requested = Signal(str)

    def __init__(
        self, sources: tuple[NumberedSource, ...], reviewed: str, readings: tuple[Reading, ...]
    ) -> None:
        super().__init__("Sources" if sources else "Review", margins=_MARGINS, spacing=8)
        self.setObjectName("sources")
        grows(self)
        self.entries = {source.key: SourceEntry(source) for source in sources}
        for entry in self.entries.values():
            entry.link_requested.connect(self.link_requested)
            self.add(entry)
        if sources:
            self.add(Divider())
        self.reviewed = Text(reviewed, "caption", "text2")
        self.reviewed.setObjectName("reviewed")
        self.add(self.reviewed)
        for reading in readings:
            when = f"{reading.date.day} {MONTHS[reading.date.month - 1]} {reading.date.year}"
            self.add(Text(f"Read again on {when}: {reading.changed}", "caption", "text2"))

    def show_source(self, key: str) -> None:
        """Give the focus to a source."""
        if key in self.entries:
            self.entries[key].text.setFocus(Qt.FocusReason.OtherFocusReason)


def first_notes(state: ReaderState) -> list[QWidget]:
    """Return the notes that stand at the top: the aims of the lesson and what the section teaches."""
    notes: list[QWidget] = []
    if state.objectives:
        notes.append(NotePanel("After this lesson you can", state.objectives, "target"))
    if state.points:
        statements = tuple(point.statement for point in state.points)
        notes.append(NotePanel("What this section teaches", statements, "check"))
    return notes
