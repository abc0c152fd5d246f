"""Words of a lesson: headings, paragraphs, lists, callouts."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.core.course import Callout as CalloutData
from app.core.course import Heading, ListBlock, Paragraph, Term
from app.ui.theme import Role, StyleName
from app.ui.viewmodels.section_content import NumberedSource, SectionContent
from app.ui.views.reader.peek import Peek
from app.ui.views.reader.wording import runs_of
from app.ui.widgets.accessible import announce
from app.ui.widgets.callout import Callout
from app.ui.widgets.layouts import Column, Row, discard
from app.ui.widgets.runs import SOURCE, TERM
from app.ui.widgets.scroll import ScrollPage
from app.ui.widgets.sizing import follow_width
from app.ui.widgets.text import Text

MARKER = 30


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
        follow_width(self)

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
            discard(self._peek)
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
            follow_width(holder)
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
