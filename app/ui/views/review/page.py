"""The review page: a question, its feedback, the next one, and the end of the session."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.ids import PointId
from app.core.problems import Problem
from app.ui.runtime.navigation import Route
from app.ui.viewmodels.review import EmptyAction, Mode, Phase, Request, ReviewModel, ReviewState
from app.ui.viewmodels.trouble import trouble
from app.ui.views.outside import open_outside
from app.ui.views.page import Page
from app.ui.views.review.body import SteadyScroll, TwoColumns
from app.ui.views.review.end import EndBar, EndView
from app.ui.views.review.keys import ReviewKeys
from app.ui.views.review.session import SessionView
from app.ui.views.review.tab_order import order_tabs
from app.ui.views.review.top import ReviewTopBar
from app.ui.widgets.layouts import Column, clear
from app.ui.widgets.messages import Banner, EmptyState
from app.ui.widgets.panel import Ground


class ReviewPage(Page):
    """Shows what its view-model holds and passes the student's commands on.

    `open_link` opens the address of a source outside the app.
    """

    def __init__(self, model: ReviewModel, open_link: Callable[[str], object] | None = None) -> None:
        super().__init__()
        self.setObjectName("review-page")
        self._model, self._open_link = model, open_link or open_outside
        self._route: Route | None = None
        self._problem: Problem | None = None
        self._offer: tuple[str, str] | None = None
        self._phase = Phase.WAITING
        self.top = ReviewTopBar(model)
        self.session = SessionView(model)
        self.end = EndView()
        self.end_bar = EndBar()
        self.stack = QStackedWidget()
        self._keys = ReviewKeys(model, self.session)
        self._build()
        self._wire()
        order_tabs((self.top, self.session, self.end, self.end_bar))
        self.show_state(model.state)

    @property
    def model(self) -> ReviewModel:
        """The session on show."""
        return self._model

    def enter(self, route: Route) -> None:
        """Show the session the route asks for, or what was left if the student came back to it."""
        self._route = route
        self._model.enter(_request_of(route))

    def leave(self) -> bool:
        """Save the note and stop the time; the session stays as it is."""
        self._model.leave()
        return True

    def first_focus(self) -> QWidget:
        """Return the title."""
        return self.top.title

    @Slot(object)
    def show_state(self, state: ReviewState) -> None:
        """Draw everything."""
        before, self._phase = self._phase, state.phase
        self.top.show_state(state)
        self._show_problem(state.problem)
        if state.phase in {Phase.QUESTION, Phase.FEEDBACK}:
            self.stack.setCurrentWidget(self.session)
            self.session.show_state(state)
        elif state.summary is not None and state.phase is Phase.END:
            self.stack.setCurrentWidget(self._ended)
            if before is not Phase.END:
                self.end.show_summary(state.summary)
                self.end_bar.show_summary(state.summary, can_undo=state.can_undo)
                if self.isVisible():
                    self.end_bar.first_focus().setFocus()
        else:
            self._show_empty(state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Carry out the keys of the page that no field took."""
        if not self._keys.handle(event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Stop the time while another window is in front."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible():
            self._model.set_attention(self.isActiveWindow())

    def showEvent(self, event: QShowEvent) -> None:
        """Let the time go on."""
        super().showEvent(event)
        self._model.set_attention(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the time."""
        self._model.set_attention(False)
        super().hideEvent(event)

    def _build(self) -> None:
        column = Column(self, spacing=0)
        ground = Ground()
        column.add(ground)
        inner = Column(ground, spacing=0)
        inner.add(self.top)
        self._banners = Column(margins=(24, 8), spacing=0)
        self._banner_holder = QWidget()
        self._banner_holder.setLayout(self._banners)
        self._banner_holder.hide()
        inner.add(self._banner_holder)
        inner.add(self.stack, 1)
        self._ended = QWidget()
        ended = Column(self._ended, spacing=0)
        ended.add(SteadyScroll(TwoColumns(self.end, self.end.side)), 1)
        ended.add(self.end_bar)
        self._empty = QWidget()
        self._empty_column = Column(self._empty, spacing=0)
        for page in (self.session, self._ended, self._empty):
            self.stack.addWidget(page)

    def _wire(self) -> None:
        model = self._model
        model.changed.connect(self.show_state)
        self.top.close_requested.connect(self._close)
        self.end_bar.done.clicked.connect(self._close)
        self.end_bar.misses.clicked.connect(model.review_misses)
        self.end_bar.keep_going.clicked.connect(model.keep_going)
        self.end_bar.undo.clicked.connect(model.undo)
        for view in (self.session, self.end):
            view.lesson_requested.connect(self._open_lesson)
        self.session.figure_requested.connect(self._open_figure)
        self.session.link_requested.connect(self._follow)

    def _show_problem(self, problem: Problem | None) -> None:
        if problem is self._problem:
            return
        self._problem = problem
        clear(self._banners)
        self._banner_holder.setVisible(problem is not None)
        if problem is not None:
            banner = Banner(trouble(problem))
            banner.setObjectName("review-problem")
            banner.acted.connect(self._retry)
            self._banners.add(banner)

    def _show_empty(self, state: ReviewState) -> None:
        self.stack.setCurrentWidget(self._empty)
        offer = (state.empty_text, state.empty_action.value)
        if state.phase is not Phase.EMPTY or offer == self._offer:
            return
        self._offer = offer
        clear(self._empty_column)
        empty = EmptyState(*offer)
        empty.setObjectName("review-empty")
        empty.acted.connect(self._take_offer)
        self._empty_column.add(empty, 1)

    @Slot()
    def _close(self) -> None:
        self._model.close()
        if self._model.state.problem is not None:
            return
        if self._route is not None and _request_of(self._route).mode is Mode.POINTS:
            self.back_requested.emit()
        else:
            self.route_requested.emit(Route.to("today"))

    @Slot(str)
    def _retry(self, _key: str) -> None:
        self._model.retry()

    @Slot()
    def _take_offer(self) -> None:
        action = self._model.state.empty_action
        if action is EmptyAction.KEEP_GOING:
            self._model.keep_going()
        elif action is EmptyAction.NEW:
            self._model.learn_new()
        else:
            self.route_requested.emit(Route.to("lessons"))

    @Slot(str, str)
    def _open_lesson(self, topic: str, section: str) -> None:
        if self._phase is Phase.END:
            # The way back shall lead to this end, not to another session.
            self.route_requested.emit(Route.to("review", mode="end"))
        self.route_requested.emit(Route.to("lesson", topic=topic, section=section))

    @Slot(str, str)
    def _open_figure(self, figure: str, step: str) -> None:
        self.route_requested.emit(Route.to("figure", figure=figure, step=step, mode="labels"))

    @Slot(str)
    def _follow(self, address: str) -> None:
        self._open_link(address)


def _request_of(route: Route) -> Request:
    """Return the session a route asks for; today's review for anything not understood."""
    asked = route.get("mode")
    mode = Mode(asked) if asked in set(Mode) else Mode.DUE
    points = tuple(PointId(point) for point in route.get("points").split(",") if point)
    return Request(mode, points, route.get("name"))
