"""Words of a lesson: headings, paragraphs, lists, callouts; and the small notes their links open."""

import re
from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.core.course import Callout as CalloutData
from app.core.course import Heading, ListBlock, Paragraph, Term
from app.ui.theme import Role, StyleName
from app.ui.viewmodels.section_content import NumberedSource, SectionContent
from app.ui.views.reader.flow import grows
from app.ui.widgets.accessible import announce
from app.ui.widgets.buttons import IconButton, LinkButton
from app.ui.widgets.callout import Callout
from app.ui.widgets.layouts import ButtonRow, Column, Row
from app.ui.widgets.panel import Panel
from app.ui.widgets.runs import SOURCE, TERM, Run, Runs, inline
from app.ui.widgets.scroll import ScrollPage
from app.ui.widgets.text import Text

MARKER = 30
_LOOSE = re.compile(r"(?<=\d) (?=(?:%|mm|cm|µm|nm|m[lg]|mmol)(?!\w)|[×x] \d)|(?<=\d [×x]) (?=\d)")
_PER = re.compile(r"(?<=mg|ol|µg|ng)/(?=d?L)")
"""The space between a number and its unit, and the stroke inside a unit, where no line may break."""


def runs_of(text: str, content: SectionContent) -> Runs:
    """Return inline Markdown as runs: sources numbered, glossary words linked where there is an entry."""
    return tuple(_without_dead_link(run, content) for run in inline(unbroken(text), content.numbers))


def unbroken(text: str) -> str:
    """Keep numbers and their units on one line."""
    return _PER.sub("\u2060/\u2060", _LOOSE.sub("\u00a0", text))


def _without_dead_link(run: Run, content: SectionContent) -> Run:
    dead = run.dotted and run.href.removeprefix(TERM) not in content.terms
    return replace(run, href="", dotted=False) if dead else run


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
        grows(self)

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


class ProseBlock(QWidget):
    """What has words with links: a peek opens under the words whose link was followed.

    `link_requested(address)` and `list_requested(source key)` come from the peek.
    """

    link_requested = Signal(str)
    list_requested = Signal(str)

    def __init__(self, content: SectionContent) -> None:
        super().__init__()
        self.content = content
        self.column = Column(self, spacing=8)
        self._peek: Peek | None = None
        self._href = ""
        self._origin: QWidget | None = None
        grows(self)

    def watch(self, texts: Iterable[Text]) -> None:
        """Follow the links of these texts."""
        for text in texts:
            text.linkActivated.connect(self._followed)

    def open_peek(self, href: str, under: QWidget | None, origin: QWidget | None) -> None:
        """Show what `href` names under a row of the block; the same link again takes it away."""
        again = self._peek is not None and (href, origin) == (self._href, self._origin)
        self.close_peek()
        subject = self._subject(href)
        if again or subject is None:
            return
        self._href, self._origin = href, origin
        self._peek = Peek(subject)
        self._peek.closed.connect(self._closed)
        self._peek.link_requested.connect(self.link_requested)
        self._peek.list_requested.connect(self.list_requested)
        place = self.column.indexOf(under) if under is not None else -1
        self.column.insertWidget(place + 1 if place >= 0 else -1, self._peek)
        if origin is not None:
            self._peek.follow(origin)
        QTimer.singleShot(0, self, self._reveal)
        text = (
            subject.text if isinstance(subject, NumberedSource) else f"{subject.name}. {subject.definition}"
        )
        announce(self, text)

    def close_peek(self) -> None:
        """Take the peek away."""
        if self._peek is not None:
            self.column.removeWidget(self._peek)
            self._peek.setParent(None)
            self._peek.deleteLater()
            self._peek = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the peek with Esc."""
        if event.key() == Qt.Key.Key_Escape and self._peek is not None:
            self._closed()
            return
        super().keyPressEvent(event)

    def _subject(self, href: str) -> Term | NumberedSource | None:
        if href.startswith(TERM):
            return self.content.terms.get(href.removeprefix(TERM))
        key = href.removeprefix(SOURCE)
        return next((source for source in self.content.sources if source.key == key), None)

    def _row_of(self, widget: QWidget) -> QWidget:
        parent = widget.parentWidget()
        while parent is not None and parent is not self:
            widget, parent = parent, parent.parentWidget()
        return widget

    @Slot()
    def _reveal(self) -> None:
        """Scroll to the peek once it has its place."""
        page = self.parentWidget()
        while page is not None and not isinstance(page, ScrollPage):
            page = page.parentWidget()
        if page is not None and self._peek is not None:
            page.show_widget(self._peek)

    @Slot(str)
    def _followed(self, href: str) -> None:
        origin = self.sender()
        if isinstance(origin, QWidget):
            self.open_peek(href, self._row_of(origin), origin)

    @Slot()
    def _closed(self) -> None:
        origin = self._origin
        self.close_peek()
        if origin is not None:
            origin.setFocus()


class ParagraphBlock(ProseBlock):
    """A paragraph."""

    def __init__(self, paragraph: Paragraph, content: SectionContent, style: StyleName = "lesson") -> None:
        super().__init__(content)
        text = Text(runs_of(paragraph.text, content), style, selectable=True)
        self.column.add(text)
        self.watch((text,))


class ListItems(ProseBlock):
    """A bulleted or numbered list; the markers hang in a column of their own."""

    def __init__(self, block: ListBlock, content: SectionContent, style: StyleName = "lesson") -> None:
        super().__init__(content)
        for number, item in enumerate(block.items, 1):
            holder = QWidget()
            grows(holder)
            row = Row(holder, spacing=0)
            marker = Marker(f"{number}." if block.ordered else "•", style, "text2")
            row.add(marker, 0, Qt.AlignmentFlag.AlignTop)
            text = Text(runs_of(item, content), style, selectable=True)
            row.add(text, 1)
            self.column.add(holder)
            self.watch((text,))


class CalloutBlock(ProseBlock):
    """A callout."""

    def __init__(self, callout: CalloutData, content: SectionContent) -> None:
        super().__init__(content)
        self.callout = Callout(callout.kind, [runs_of(text, content) for text in callout.paragraphs])
        self.column.add(self.callout)
        self.watch(self.callout.paragraphs)


class Marker(Text):
    """A bullet or number, in a column `width` logical pixels wide."""

    def __init__(self, text: str, style: StyleName, role: Role, *, width: int = MARKER) -> None:
        self._column = width
        super().__init__(text, style, role, wrap=False, tabular=True)

    def sizeHint(self) -> QSize:
        """Return the width of the column."""
        return QSize(self.theme.px(self._column), super().sizeHint().height())


def heading_of(block: Heading) -> Text:
    """Return a sub-heading."""
    return Text(block.text, "h2", heading=2)
