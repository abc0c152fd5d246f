"""The page on which a lesson is read."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.runtime.navigation import Route
from app.ui.theme import ThemedWidget
from app.ui.viewmodels.reader import ReaderModel
from app.ui.viewmodels.reader_state import Finished, ReaderState
from app.ui.viewmodels.section_content import SectionContent
from app.ui.views.outside import open_outside
from app.ui.views.page import Page
from app.ui.views.reader.back_bar import BackBar
from app.ui.views.reader.blocks import Asker
from app.ui.views.reader.body import SectionBody
from app.ui.views.reader.ending import FinishedView, page_of
from app.ui.views.reader.scroll import ReadingScroll
from app.ui.views.reader.sections import SectionBar, SectionList
from app.ui.widgets.accessible import announce
from app.ui.widgets.layouts import Column, Row, clear
from app.ui.widgets.messages import Banner, EmptyState

THREE_COLUMNS = 1150
"""From this width of the page (logical pixels) the list of sections stands beside the text."""
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class LessonReader(ThemedWidget, Page):
    """Section list, text and margin; one section at a time.

    J and K show the next and the previous section, C goes to the next check, Space a screen on. `open_url`
    opens the address of a source.
    """

    def __init__(self, model: ReaderModel, open_url: Callable[[str], object] | None = None) -> None:
        super().__init__()
        self.setObjectName("lesson-page")
        self._model = model
        self._open_url = open_url or open_outside
        self._visit = -1
        self._at_figure = False
        self._route = Route.to("lesson")
        self._focus_before: QWidget | None = None
        self.body: SectionBody | None = None
        self.finished: FinishedView | None = None
        self.sections = SectionList()
        self.bar = SectionBar()
        self.back_bar = BackBar()
        self.view = ReadingScroll()
        self._build()
        self._wire()
        self.show_state(model.state)

    def enter(self, route: Route) -> None:
        """Open the lesson the route names, at its section or where reading stopped."""
        back_from_figure, self._at_figure = self._at_figure and route == self._route, False
        self._route = route
        if back_from_figure:
            return
        self._model.open(route.get("topic"), route.get("section"), from_review=route.get("back") == "review")

    def leave(self) -> bool:
        """Keep the place."""
        self._model.leave(self.offset)
        return True

    def first_focus(self) -> QWidget | None:
        """Return the title; after a look at a figure, what had the focus before."""
        if self._focus_before is not None:
            return self._focus_before
        return self.title

    @property
    def title(self) -> QWidget | None:
        """The title of what is shown."""
        if self.body is not None:
            return self.body.head.title
        return self.finished.title if self.finished is not None else None

    @property
    def offset(self) -> float:
        """How far the text is scrolled, 0 to 1."""
        return self.view.offset

    @Slot(object)
    def show_state(self, state: ReaderState) -> None:
        """Draw everything; the text is only built anew when another section was opened."""
        self.back_bar.setVisible(state.from_review)
        self._show_trouble(state)
        self.sections.show_state(state)
        self.bar.show_state(state)
        self._choose_columns()
        if state.visit != self._visit:
            self._visit = state.visit
            self._show_content(state)
        elif self.body is not None:
            self.body.show_state(state)

    def theme_changed(self) -> None:
        """Choose the columns for the text size in force."""
        super().theme_changed()
        self._choose_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the columns for the width."""
        super().resizeEvent(event)
        self._choose_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """J and K next and previous section, C next check; Space and Shift+Space a screen on or back."""
        key, plain = event.key(), event.modifiers() in {Qt.KeyboardModifier.NoModifier, _SHIFT}
        single = plain and self._model.single_keys
        if key == Qt.Key.Key_Space and plain:
            self.view.page_by(-1 if event.modifiers() == _SHIFT else 1)
        elif key == Qt.Key.Key_J and single:
            self._model.show_next()
        elif key == Qt.Key.Key_K and single:
            self._model.show_previous()
        elif key == Qt.Key.Key_C and single:
            self.go_to_check()
        elif key == Qt.Key.Key_Home:
            self.view.to_top()
        elif key == Qt.Key.Key_End:
            self.view.to_end()
        else:
            super().keyPressEvent(event)

    @Slot()
    def go_to_check(self) -> None:
        """Go to the next check below the one that has the focus, or below the top of the page."""
        if self.body is None:
            return
        self.body.lay_out(self.view.viewport().size())
        check = self.body.check_after(QApplication.focusWidget(), self.view.verticalScrollBar().value())
        if check is not None:
            check.focus_question()
            self.view.show_widget(check)
        else:
            some = bool(self.body.checks)
            announce(self, "No further check in this section." if some else "This section has no check.")

    def _build(self) -> None:
        outer = Column(self, spacing=0)
        outer.add(self.back_bar)
        outer.add(self.bar)
        row = Row(spacing=0)
        row.add(self.sections)
        right = Column(spacing=0)
        self._banners = Column(margins=(24, 0), spacing=0)
        right.add(self._banners)
        right.add(self.view, 1)
        row.add(right, 1)
        outer.add(row, 1)

    def _wire(self) -> None:
        self._model.changed.connect(self.show_state)
        for part in (self.sections, self.bar):
            part.chosen.connect(self._model.show_section)
            part.back_requested.connect(self._ask_lessons)
        self.back_bar.back_requested.connect(self.back_requested)

    def _choose_columns(self) -> None:
        has_rows = bool(self._model.state.rows)
        wide = self.width() >= self.theme.px(THREE_COLUMNS)
        self.sections.setVisible(has_rows and wide)
        self.bar.setVisible(not (has_rows and wide))
        self.bar.select.setVisible(has_rows and self._model.state.finished is None)

    def _show_trouble(self, state: ReaderState) -> None:
        clear(self._banners)
        margin = 12 if state.trouble is not None else 0
        self._banners.setContentsMargins(*(self.theme.px(m) for m in (24, margin, 24, margin)))
        if state.trouble is not None:
            banner = Banner(state.trouble)
            banner.acted.connect(self._retry)
            self._banners.add(banner)

    def _show_content(self, state: ReaderState) -> None:
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self._focus_before = None
        self.body = self.finished = None
        if state.content is not None:
            self.body = self._make_body(state, state.content)
            self.view.replace_content(self.body, keeps_bar=True)
        elif state.finished is not None:
            self.finished = self._make_finished(state.finished)
            self.view.replace_content(page_of(self.finished), keeps_bar=False)
        else:
            self.view.replace_content(self._make_empty(state), keeps_bar=False)
        if state.content is not None and state.offset:
            self.view.return_to(state.offset)
        if had_focus and self.title is not None:
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_body(self, state: ReaderState, content: SectionContent) -> SectionBody:
        model = self._model
        body = SectionBody(state, content, Asker(model.ask, model.answer, model.single_keys, model.was_tried))
        body.link_requested.connect(self._open_link)
        body.figure_requested.connect(self._show_figure)
        body.tried.connect(self._tried)
        body.end.read_requested.connect(model.mark_read)
        body.end.unread_requested.connect(model.mark_unread)
        body.end.next_requested.connect(model.show_next)
        body.end.previous_requested.connect(model.show_previous)
        if state.offset:
            body.build_all()
        return body

    def _make_finished(self, finished: Finished) -> FinishedView:
        view = FinishedView(finished)
        view.review_requested.connect(self._ask_review)
        view.lessons_requested.connect(self._ask_lessons)
        view.section_requested.connect(self._model.show_section)
        return view

    def _make_empty(self, state: ReaderState) -> QWidget:
        empty = EmptyState(state.missing, "Back to lessons" if state.missing else "")
        empty.acted.connect(self._ask_lessons)
        return empty

    @Slot()
    def _tried(self) -> None:
        self._model.keep_tried()
        if self.title is not None:
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _retry(self, _key: str) -> None:
        self._model.retry()

    @Slot(str)
    def _open_link(self, address: str) -> None:
        self._open_url(address)

    @Slot(str, str)
    def _show_figure(self, figure: str, step: str) -> None:
        self._at_figure = True
        self._focus_before = QApplication.focusWidget()
        named = {"figure": figure, "step": step} if step else {"figure": figure}
        self.route_requested.emit(Route.of("figure", named))

    @Slot()
    def _ask_lessons(self) -> None:
        self.route_requested.emit(Route.to("lessons"))

    @Slot()
    def _ask_review(self) -> None:
        self.route_requested.emit(Route.to("review", mode="due"))
