"""Notes beside the text, and what stands at its foot: aims, points, sources, readings."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.course import Reading
from app.services.wording import MONTHS
from app.ui.theme import current
from app.ui.viewmodels.reader_state import ReaderState
from app.ui.viewmodels.section_content import NumberedSource
from app.ui.views.reader.prose import Marker
from app.ui.views.reader.wording import unbroken
from app.ui.widgets.layouts import CardColumn, Row
from app.ui.widgets.lesson_blocks.gutter import Guttered
from app.ui.widgets.panel import Divider, Panel
from app.ui.widgets.runs import Run
from app.ui.widgets.sizing import follow_width
from app.ui.widgets.text import Text

_MARGINS = (18, 14, 18, 16)
_COLUMN_LEAST, _MOST_COLUMNS = 300, 3


class MarginNote(Panel):
    """A note with a heading and short texts."""

    def __init__(self, title: str, texts: tuple[str, ...]) -> None:
        super().__init__(title, margins=_MARGINS, spacing=10)
        follow_width(self)
        for text in texts:
            row = Row(spacing=0)
            row.add(Marker("•", "small", "link", width=16), 0, Qt.AlignmentFlag.AlignTop)
            row.add(Text(unbroken(text), "small"), 1)
            self.add(row)


class SourceEntry(Text):
    """One source in the list: its number, its text in full, and where it can be read."""

    def __init__(self, source: NumberedSource) -> None:
        runs = [Run(f"{source.number}\u2002", bold=True), Run(source.text)]
        if source.link:
            runs += [Run(" "), Run(_host(source.link), href=source.link)]
        super().__init__(tuple(runs), "caption", "text2", selectable=True)
        self.source = source
        self.setObjectName(f"source-{source.key}")
        self.accessible_role = QAccessible.Role.ListItem
        self.set_focusable()
        if source.link:
            self.setToolTip(source.link)


class SourcesFoot(QWidget):
    """The sources of a section in full, when it was reviewed, and what later readings changed.

    `link_requested(address)` asks to open a source. The list takes as many columns as fit.
    """

    link_requested = Signal(str)

    def __init__(
        self, sources: tuple[NumberedSource, ...], reviewed: str, readings: tuple[Reading, ...]
    ) -> None:
        super().__init__()
        self.setObjectName("sources")
        follow_width(self)
        self.entries = {source.key: SourceEntry(source) for source in sources}
        self._columns: list[CardColumn] = []
        column = Guttered(self, spacing=12)
        column.add(Divider())
        if sources:
            column.add(Text("Sources", "panel", "text2", heading=2))
        self._row = Row(spacing=40)
        column.add(self._row)
        for entry in self.entries.values():
            entry.linkActivated.connect(self._follow)
        self._share(1)
        self.reviewed = Text(reviewed, "caption", "text2")
        self.reviewed.setObjectName("reviewed")
        column.add(self.reviewed)
        for reading in readings:
            when = f"{reading.date.day} {MONTHS[reading.date.month - 1]} {reading.date.year}"
            column.add(Text(f"Read again on {when}. {reading.changed}", "caption", "text3"))

    def adapt(self, width: int) -> None:
        """Choose the number of columns."""
        fitting = width // current().px(_COLUMN_LEAST)
        wanted = max(1, min(_MOST_COLUMNS, fitting, (len(self.entries) + 2) // 3))
        if wanted != len(self._columns):
            self._share(wanted)

    def show_source(self, key: str) -> None:
        """Give the focus to a source; an unknown key means the first one."""
        entry = self.entries.get(key) or next(iter(self.entries.values()), None)
        if entry is not None:
            entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _share(self, columns: int) -> None:
        """Deal the entries out, in order down the columns, by how long they are."""
        while (item := self._row.takeAt(0)) is not None:
            old = item.layout()
            while old is not None and old.count():
                old.takeAt(0)
        self._columns = [CardColumn(spacing=4) for _ in range(columns)]
        for column in self._columns:
            self._row.add(column, 1)
        whole = sum(len(entry.source.text) for entry in self.entries.values())
        before = 0
        for entry in self.entries.values():
            length = len(entry.source.text)
            place = min(columns - 1, (before + length // 2) * columns // max(1, whole))
            self._columns[place].add(entry)
            before += length
        for column in self._columns:
            column.add_stretch()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        for entry in self.entries.values():
            entry.setSizePolicy(policy)

    @Slot(str)
    def _follow(self, address: str) -> None:
        self.link_requested.emit(address)


def first_notes(state: ReaderState) -> list[QWidget]:
    """Return the notes that stand at the top: the aims of the lesson and what the section teaches."""
    notes: list[QWidget] = []
    if state.objectives:
        notes.append(MarginNote("After this lesson you can", state.objectives))
    if state.points:
        statements = tuple(point.statement for point in state.points)
        notes.append(MarginNote("What this section teaches", statements))
    return notes


def _host(link: str) -> str:
    return link.split("://", 1)[-1].split("/", maxsplit=1)[0].removeprefix("www.")
