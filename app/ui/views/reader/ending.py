"""The end of a section and of a lesson: what to do next."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.core.course import CalloutKind
from app.services.lessons import ReadState
from app.ui.viewmodels.reader_state import Finished, ReaderState
from app.ui.views.reader.flow import ReadingFlow
from app.ui.widgets.buttons import Button, LinkButton
from app.ui.widgets.callout import Callout
from app.ui.widgets.chip import Icon
from app.ui.widgets.layouts import CardColumn, FlowLayout, Row
from app.ui.widgets.lesson_blocks.gutter import Guttered
from app.ui.widgets.panel import Divider
from app.ui.widgets.sizing import follow_width
from app.ui.widgets.text import Text, heading


class SectionEnd(QWidget):
    """*Mark section read and continue*, the section before, and taking the mark back."""

    read_requested = Signal()
    next_requested = Signal()
    previous_requested = Signal()
    unread_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("section-end")
        follow_width(self)
        self._goes_on = False
        column = Guttered(self, spacing=14)
        column.add(Divider())
        self._said = QWidget()
        row = Row(self._said, spacing=8)
        row.add(Icon("circle-check", "ok"))
        self._words = Text("You have read this section.", "small", "text2", wrap=False)
        row.add(self._words)
        self.unread = LinkButton("Mark as unread")
        self.unread.setObjectName("mark-unread")
        self.unread.clicked.connect(self.unread_requested)
        row.add(self.unread)
        row.add_stretch()
        column.add(self._said)
        holder = QWidget()
        follow_width(holder)
        flow = FlowLayout(holder, spacing=12)
        self.onward = Button("", "primary", icon_right="arrow-right", height="main", name="mark-read")
        self.onward.clicked.connect(self._go_on)
        self.previous = Button("Previous section", "quiet", icon="arrow-left", height="main", name="previous")
        self.previous.clicked.connect(self.previous_requested)
        flow.add(self.onward)
        flow.add(self.previous)
        cards = CardColumn()
        cards.add(holder)
        column.add(cards)
        self._next = Text("", "small", "text2")
        column.add(self._next)

    def show_state(self, state: ReaderState) -> None:
        """Show what comes next."""
        row, after = state.row, state.after
        read = row is not None and row.state is ReadState.READ
        self._said.setVisible(row is not None and row.is_read)
        changed = row is not None and row.state is ReadState.CHANGED
        self._words.set_plain(
            "You have read an earlier version of this section." if changed else "You have read this section."
        )
        self._goes_on = read and after is not None
        done = "Finish the lesson" if read else "Mark section read and finish"
        go_on = "Continue" if read else "Mark section read and continue"
        self.onward.set_label(go_on if after is not None else done)
        self.previous.setVisible(state.before is not None)
        self.previous.setToolTip(f"{state.before.title} (K)" if state.before else "")
        self.onward.setToolTip("")
        self._next.setVisible(after is not None)
        self._next.set_plain(f"Next: {after.title}" if after else "")

    @Slot()
    def _go_on(self) -> None:
        if self._goes_on:
            self.next_requested.emit()
        else:
            self.read_requested.emit()


class FinishedView(QWidget):
    """What comes after the last section: the points now in the plan, what to take away, where to go."""

    review_requested = Signal()
    lessons_requested = Signal()
    section_requested = Signal(str)

    def __init__(self, finished: Finished) -> None:
        super().__init__()
        self.setObjectName("lesson-finished")
        self._finished = finished
        follow_width(self)
        column = Guttered(self, spacing=12)
        cards = CardColumn()
        column.add(cards)
        self.title = heading(finished.title, 1)
        self.title.setObjectName("reader-title")
        self.title.set_focusable()
        cards.add(self.title)
        column.add(Text(finished.text, "lesson"))
        column.add_gap(8)
        column.add(self._build_buttons())
        if finished.key_points:
            column.add_gap(24)
            column.add(Text("To take away", "h2", heading=2))
            for point in finished.key_points:
                column.add(Callout(CalloutKind.KEY, [point]))

    def _build_buttons(self) -> CardColumn:
        inner = QWidget()
        follow_width(inner)
        flow = FlowLayout(inner, spacing=12)
        unread = self._finished.unread
        review = Button("Start review", icon_right="arrow-right", height="main", name="start-review")
        review.clicked.connect(self.review_requested)
        if unread is not None:
            label = f"Read section {unread.number}: {unread.title}"
            rest = Button(label, "primary", height="main", name="read-rest")
            rest.clicked.connect(self._ask_unread)
            flow.add(rest)
        else:
            review.set_kind("primary")
        flow.add(review)
        back = Button("Back to lessons", height="main", name="back-to-lessons")
        back.clicked.connect(self.lessons_requested)
        flow.add(back)
        cards = CardColumn()
        cards.add(inner)
        return cards

    @Slot()
    def _ask_unread(self) -> None:
        if self._finished.unread is not None:
            self.section_requested.emit(self._finished.unread.id)


def page_of(view: FinishedView) -> QWidget:
    """Return a page of reading that holds nothing but `view`."""
    page = QWidget()
    ReadingFlow(page).add_block(view, gap=0, bleeds=True)
    return page
