"""Text that can be used: read with the keyboard, selected, its links followed."""

from PySide6.QtCore import QPointF, QRectF, Qt, Slot
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)

from app.ui.theme import Role, StyleName
from app.ui.theme.tokens import GUTTER
from app.ui.widgets import accessible as _accessible  # noqa: F401  (installs the roles)
from app.ui.widgets.painting import box
from app.ui.widgets.runs import Run, Runs, inline, words
from app.ui.widgets.text.label import TypesetLabel
from app.ui.widgets.typeset import Typeset


class Text(TypesetLabel):
    """A text. `linkActivated(href)` is emitted when one of its links is followed.

    `text` is inline Markdown of the course, or ready-made runs. `heading` from 1 to 6 makes it a heading for
    assistive tools. A text with links can be reached with Tab; see `set_focusable` for others.
    """

    def __init__(
        self,
        text: str | Runs = "",
        style: StyleName = "body",
        role: Role = "text",
        *,
        wrap: bool = True,
        heading: int = 0,
        selectable: bool = False,
        tabular: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__(style, role, wrap=wrap, tabular=tabular, align=align)
        self._heading, self._selectable, self._focusable = heading, selectable, False
        self._selection = (0, 0)
        self._link = -1
        self._ringed = False
        self.accessible_role = QAccessible.Role.Heading if heading else QAccessible.Role.StaticText
        if selectable:
            self.setCursor(Qt.CursorShape.IBeamCursor)
        self.set_text(text)

    @property
    def heading_level(self) -> int:
        """The level of the heading, 0 if it is none."""
        return self._heading

    def set_text(self, text: str | Runs) -> None:
        """Show another text: inline Markdown, or runs."""
        runs = inline(text) if isinstance(text, str) else tuple(text)
        if runs == self._runs and self._set is not None:
            return
        self._runs = runs
        self._selection, self._link = (0, 0), -1
        shown = words(runs)
        self.setAccessibleName(shown)
        has_links = any(run.href for run in runs)
        self.setMouseTracking(has_links)
        self._set_policy()
        self._forget()
        self.setText(shown)

    def set_plain(self, text: str) -> None:
        """Show text as it is, asterisks and brackets included."""
        self.set_text((Run(text),))

    def set_focusable(self, focusable: bool = True) -> None:
        """Make the text a stop of the Tab key (a stem); it then keeps room for the focus ring."""
        self._focusable = focusable
        self._set_policy()
        self._forget()

    @Slot()
    def copy(self) -> None:
        """Put what is selected, or all of it, on the clipboard."""
        start, end = sorted(self._selection)
        chosen = self._typeset().text[start:end] if end > start else words(self._runs)
        QGuiApplication.clipboard().setText(chosen.replace("\u2028", "\n"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw selection, text and the ring of the focused link."""
        del event
        painter = QPainter(self)
        typeset = self._typeset()
        rect = self._content()
        start, end = sorted(self._selection)
        typeset.height(rect.width())
        if end > start:
            colours = (self.theme.colour("onPrimary"), self.theme.colour("primary"))
            painter.setPen(self.theme.colour(self._shown_role()))
            typeset.draw_selection(painter, (start, end), colours, rect.topLeft())
        else:
            typeset.draw(painter, rect.left(), rect.top(), rect.width())
        if self.hasFocus() and self._ringed and not self._link_ring(painter, typeset, rect):
            width = self.theme.bold_line()
            box(painter, QRectF(self.rect()), self.theme.radius("key"), None, self._focus(), width)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ring the first or last link when focus comes with the keyboard.

        A title that the page itself puts the focus on is read aloud, but not ringed: the student did nothing.
        """
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._ringed = event.reason() != Qt.FocusReason.OtherFocusReason
        if self._typeset().links and event.reason() == Qt.FocusReason.BacktabFocusReason:
            self._link = len(self._typeset().links) - 1
        elif self._typeset().links and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._link = 0
        self._describe_link()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget the ringed link."""
        self._link = -1
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go through the links before leaving."""
        index = self._link + (1 if forward else -1)
        if self._typeset().links and self._link >= 0 and 0 <= index < len(self._typeset().links):
            self._link = index
            self._describe_link()
            self.update()
            return True
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow the ringed link, copy, select all."""
        links = self._typeset().links
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and 0 <= self._link < len(links):
            self.linkActivated.emit(links[self._link].href)
        elif self._selectable and event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif self._selectable and event.matches(QKeySequence.StandardKey.SelectAll):
            self._selection = (0, len(self._typeset().text))
            self.update()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection or press a link."""
        point = self._local(event)
        self._typeset().height(self._content().width())
        self._link = self._typeset().link_at(point)
        if event.button() != Qt.MouseButton.LeftButton or not (self._selectable or self._link >= 0):
            self._link = -1
            event.ignore()
            return
        here = self._typeset().position_at(point)
        self._selection = (here, here)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Stretch the selection; show a hand over links."""
        point = self._local(event)
        if event.buttons() & Qt.MouseButton.LeftButton and self._selectable:
            self._selection = (self._selection[0], self._typeset().position_at(point))
            self.update()
            return
        over = self._typeset().link_at(point) >= 0
        rest = Qt.CursorShape.IBeamCursor if self._selectable else Qt.CursorShape.ArrowCursor
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else rest)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow the link that was pressed."""
        links = self._typeset().links
        released_on = self._typeset().link_at(self._local(event))
        if 0 <= self._link == released_on and self._selection[0] == self._selection[1]:
            self.linkActivated.emit(links[self._link].href)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word."""
        if not self._selectable:
            super().mouseDoubleClickEvent(event)
            return
        here = self._typeset().position_at(self._local(event))
        text = self._typeset().text
        start, end = here, here
        while start > 0 and text[start - 1].isalnum():
            start -= 1
        while end < len(text) and text[end].isalnum():
            end += 1
        self._selection = (start, end)
        self.update()

    def _set_policy(self) -> None:
        policy = Qt.FocusPolicy.ClickFocus if self._selectable else Qt.FocusPolicy.NoFocus
        if self._focusable or any(run.href for run in self._runs):
            policy = Qt.FocusPolicy.StrongFocus
        self.setFocusPolicy(policy)

    def _inset(self) -> int:
        return GUTTER if self._focusable else 0

    def _local(self, event: QMouseEvent) -> QPointF:
        return event.position() - self._content().topLeft()

    def _focus(self) -> QColor:
        return self.theme.colour("focus")

    def _link_ring(self, painter: QPainter, typeset: Typeset, rect: QRectF) -> bool:
        if not 0 <= self._link < len(typeset.links):
            return False
        for piece in typeset.link_rects(self._link):
            ring = piece.translated(rect.topLeft()).adjusted(-2, 0, 2, 0)
            box(painter, ring, self.theme.radius("key"), None, self._focus(), self.theme.bold_line())
        return True

    def _describe_link(self) -> None:
        links = self._typeset().links
        if 0 <= self._link < len(links):
            span = links[self._link]
            word = self._typeset().text[span.start : span.start + span.length]
            self.setAccessibleDescription(f"Link: {word}")


def heading(text: str, level: int = 2, style: StyleName | None = None) -> Text:
    """Return a heading in the type style of its level: 1 display, 2 headline, 3 sub-section."""
    return Text(text, style or ("display", "h1", "h2")[min(level, 3) - 1], heading=level)
