"""The page on which a lesson is read."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.runtime.navigation import Route
from app.ui.theme import ThemedWidget
from app.ui.viewmodels.reader import ReaderModel
from app.ui.viewmodels.reader_state import ReaderState
from app.ui.views.page import Page
from app.ui.views.reader.blocks import Asker
from app.ui.views.reader.body import SectionBody
from app.ui.views.reader.ending import FinishedView
from app.ui.views.reader.flow import ReadingFlow
from app.ui.views.reader.sections import SectionBar, SectionList
from app.ui.widgets.accessible import announce
from app.ui.widgets.bars import Bar
from app.ui.widgets.buttons import Button
from app.ui.widgets.layouts import Column, Row, clear
from app.ui.widgets.messages import Banner, EmptyState
from app.ui.widgets.scroll import ScrollPage
from app.ui.widgets.text import Text

THREE_COLUMNS = 1150
"""From this width of the page (logical pixels) the list of sections stands beside the text."""
SETTLE_MS = 400


class LessonReader(ThemedWidget, Page):
    """Section list, text and margin; one section at a time.

    J and K show the next and the previous section, C goes to the next check, Space a screen on. `open_url`
    opens the address of a source.
    """

    def __init__(self, model: ReaderModel, open_url: Callable[[str], object] | None = None) -> None:
        super().__init__()
        self.setObjectName("lesson-page")
        self._model = model
        self._open_url = open_url or _open_outside
        self._visit = -1
        self._at_figure = False
        self._route = Route.to("lesson")
        self._focus_before: QWidget | None = None
        self._offset = 0.0
        self.body: SectionBody | None = None
        self.finished: FinishedView | None = None
        self.sections = SectionList()
        self.bar = SectionBar()
        self.view = _ReadingScroll()
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
        bar = self.view.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() > 0 else 0.0

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
            self._page_by(-1 if event.modifiers() == _SHIFT else 1)
        elif key == Qt.Key.Key_J and single:
            self._model.show_next()
        elif key == Qt.Key.Key_K and single:
            self._model.show_previous()
        elif key == Qt.Key.Key_C and single:
            self.go_to_check()
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            bar = self.view.verticalScrollBar()
            bar.setValue(bar.minimum() if key == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)

    @Slot()
    def go_to_check(self) -> None:
        """Go to the next check below the one that has the focus, or below the top of the page."""
        if self.body is None:
            return
        self.body.build_all()
        self._lay_out(self.body)
        checks = self.body.checks
        focused = QApplication.focusWidget()
        here = next(
            (n for n, c in enumerate(checks) if focused is not None and c.isAncestorOf(focused)), None
        )
        top = self.view.verticalScrollBar().value()
        following = checks[here + 1 :] if here is not None else [c for c in checks if c.y() > top]
        if following:
            following[0].focus_question()
            self.view.show_widget(following[0])
        else:
            announce(self, "No further check in this section." if checks else "This section has no check.")

    def _build(self) -> None:
        outer = Column(self, spacing=0)
        self.back_bar = Bar(52, "primarySoft", line_below=True, margins=(20, 4))
        self.back_bar.setObjectName("back-bar")
        back = Button(
            "Back to the question", "quiet", icon="arrow-left", key="Alt ←", height="compact",
            name="back-to-question",
        )  # fmt: skip
        back.clicked.connect(self.back_requested)
        self.back_bar.add(back)
        kept = Text("Your answer and its feedback are kept.", "small", "text2")
        self.back_bar.body.add(kept, 1, Qt.AlignmentFlag.AlignVCenter)
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
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLE_MS)

    def _wire(self) -> None:
        self._model.changed.connect(self.show_state)
        for part in (self.sections, self.bar):
            part.chosen.connect(self._model.show_section)
            part.back_requested.connect(self._ask_lessons)
        self._settled.timeout.connect(self._settle)
        self.view.verticalScrollBar().rangeChanged.connect(self._restore_place)

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
            self._put(self._make_body(state))
        elif state.finished is not None:
            self._put(self._make_finished(state))
        else:
            self._put(self._make_empty(state))
        self.view.to_top()
        if had_focus and self.title is not None:
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, content: QWidget) -> None:
        # The old text may hold the button that is just being pressed, so it goes later.
        old = self.view.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        policy = Qt.ScrollBarPolicy
        always = self.body is not None
        self.view.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if always else policy.ScrollBarAsNeeded)
        content.resize(self.view.viewport().size())
        self.view.set_content(content)

    def _make_body(self, state: ReaderState) -> QWidget:
        if state.content is None:
            raise ValueError("no section to show")
        model = self._model
        asker = Asker(model.ask, model.answer, model.single_keys, model.was_tried)
        self.body = SectionBody(state, state.content, asker)
        self.body.link_requested.connect(self._open_link)
        self.body.figure_requested.connect(self._show_figure)
        self.body.tried.connect(self._tried)
        self.body.end.read_requested.connect(model.mark_read)
        self.body.end.unread_requested.connect(model.mark_unread)
        self.body.end.next_requested.connect(model.show_next)
        self.body.end.previous_requested.connect(model.show_previous)
        self._offset = state.offset
        if self._offset:
            self.body.build_all()
            self._settled.start()
            # Once more after the window has given the focus to the title, which scrolls to it.
            QTimer.singleShot(0, self, self._restore)
        return self.body

    def _make_finished(self, state: ReaderState) -> QWidget:
        if state.finished is None:
            raise ValueError("the lesson is not finished")
        page = QWidget()
        flow = ReadingFlow(page)
        self.finished = FinishedView(state.finished)
        self.finished.review_requested.connect(self._ask_review)
        self.finished.lessons_requested.connect(self._ask_lessons)
        self.finished.section_requested.connect(self._model.show_section)
        flow.add_block(self.finished, gap=0, bleeds=True)
        return page

    def _make_empty(self, state: ReaderState) -> QWidget:
        empty = EmptyState(state.missing, "Back to lessons" if state.missing else "")
        empty.acted.connect(self._ask_lessons)
        return empty

    def _lay_out(self, body: SectionBody) -> None:
        """Give the text its final size now, so that places in it are known."""
        width = self.view.viewport().width()
        body.resize(width, max(body.flow.heightForWidth(width), self.view.viewport().height()))

    def _page_by(self, screens: int) -> None:
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.value() + round(screens * bar.pageStep() * 0.9))

    @Slot()
    def _restore(self) -> None:
        bar = self.view.verticalScrollBar()
        self._restore_place(bar.minimum(), bar.maximum())

    @Slot(int, int)
    def _restore_place(self, low: int, high: int) -> None:
        if self._offset and self.body is not None and self.body.is_complete:
            self.view.verticalScrollBar().setValue(low + round(self._offset * (high - low)))

    @Slot()
    def _settle(self) -> None:
        self._offset = 0.0

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


class _ReadingScroll(ScrollPage):
    """Does not move the text under a pressed mouse button: a click in a paragraph also focuses it."""

    def show_widget(self, widget: QWidget) -> None:
        """Scroll to `widget`, unless the mouse put the focus there."""
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            super().show_widget(widget)


def _open_outside(address: str) -> None:
    QDesktopServices.openUrl(QUrl(address))


_SHIFT = Qt.KeyboardModifier.ShiftModifier
