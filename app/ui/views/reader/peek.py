"""The small note that a citation or a glossary word opens."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.core.course import Term
from app.ui.viewmodels.section_content import NumberedSource
from app.ui.widgets.buttons import IconButton, LinkButton
from app.ui.widgets.layouts import ButtonRow, Row
from app.ui.widgets.panel import Panel
from app.ui.widgets.runs import Run
from app.ui.widgets.sizing import follow_width
from app.ui.widgets.text import Text


class Peek(Panel):
    """A source or a glossary entry, opened under the words that name it.

    `closed()` asks to take it away; `link_requested(address)` to open a source; `list_requested(key)` to show
    it among the others.
    """

    closed = Signal()
    link_requested = Signal(str)
    list_requested = Signal(str)

    def __init__(self, subject: Term | NumberedSource) -> None:
        super().__init__(fill="raised", edge="borderStrong", margins=(16, 10, 10, 12), spacing=4)
        self.setObjectName("peek")
        self._address = self._key = ""
        self._buttons: list[QWidget] = []
        if isinstance(subject, Term):
            self._build_term(subject)
        else:
            self._build_source(subject)
        follow_width(self)

    def follow(self, widget: QWidget) -> None:
        """Come after `widget` in the order of the Tab key."""
        before = widget
        for button in self._buttons:
            QWidget.setTabOrder(before, button)
            before = button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _build_head(self, title: str, name: str) -> None:
        row = Row(spacing=8)
        row.add(Text(title, "panel", "text2", heading=4), 1, Qt.AlignmentFlag.AlignVCenter)
        self.close_button = IconButton("x", name, shortcut="Esc", height="compact")
        self.close_button.setObjectName("peek-close")
        self.close_button.clicked.connect(self.closed)
        self._buttons.append(self.close_button)
        row.add(self.close_button)
        self.add(row)
        self.setAccessibleName(title)

    def _build_term(self, term: Term) -> None:
        self._build_head(term.name, "Close this definition")
        self.add(Text(term.definition, "small", selectable=True))
        if term.also_called:
            self.add(Text(f"Also called: {', '.join(term.also_called)}.", "small", "text2"))
        if term.patients_say:
            self.add(Text(f"Patients may say: {term.patients_say}", "small", "text2"))

    def _build_source(self, source: NumberedSource) -> None:
        self._address, self._key = source.link, source.key
        self._build_head(f"Source {source.number}", "Close this source")
        self.add(Text((Run(source.text),), "small", selectable=True))
        row = ButtonRow(spacing=12)
        self.add(row)
        if source.link:
            link = LinkButton("Open the source", icon_right="external-link")
            link.setObjectName("peek-open")
            link.setToolTip(source.link)
            link.clicked.connect(self._open)
            self._buttons.append(link)
            row.add(link)
        every = LinkButton("Show in the list")
        every.setObjectName("peek-list")
        every.clicked.connect(self._show_in_list)
        self._buttons.append(every)
        row.add(every)
        row.add_stretch()

    @Slot()
    def _open(self) -> None:
        self.link_requested.emit(self._address)

    @Slot()
    def _show_in_list(self) -> None:
        self.list_requested.emit(self._key)
