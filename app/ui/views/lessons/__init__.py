"""The page that lists the lessons."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.ui.runtime.navigation import Route
from app.ui.theme import ThemedWidget
from app.ui.viewmodels.lessons import LessonRow, LessonsModel, LessonsState
from app.ui.views.lessons.card import LessonCardView
from app.ui.views.page import Page
from app.ui.widgets.accessible import announce
from app.ui.widgets.layouts import CardColumn, Column, Row, clear
from app.ui.widgets.lesson_blocks.filter_field import FilterField
from app.ui.widgets.lesson_blocks.gutter import Guttered
from app.ui.widgets.messages import Banner, EmptyState
from app.ui.widgets.scroll import ScrollPage
from app.ui.widgets.text import Text, heading

WIDEST = 1320
ONE_LINE = 560
SIDE, SIDE_NARROW = 40, 24


class LessonsPage(ThemedWidget, Page):
    """Groups of lessons in curriculum order. Typing filters, arrows move, Enter opens."""

    def __init__(self, model: LessonsModel) -> None:
        super().__init__()
        self.setObjectName("lessons-page")
        self._model = model
        self._shown: tuple[LessonRow, ...] | None = None
        self._empty = ""
        self.cards: list[LessonCardView] = []
        self._build()
        self._wire()
        self.show_state(model.state)

    def enter(self, route: Route) -> None:
        """Read the list anew."""
        del route
        self._model.enter()

    def leave(self) -> bool:
        """Stop following changes."""
        self._model.leave()
        return True

    def first_focus(self) -> QWidget:
        """Return the title."""
        return self.title

    @Slot(object)
    def show_state(self, state: LessonsState) -> None:
        """Draw everything; the cards are only made anew when they differ."""
        self.summary.set_plain(state.summary)
        if self.field.text() != state.query:
            self.field.setText(state.query)
        self._show_trouble(state)
        rows = tuple(row for group in state.groups for row in group.rows)
        if rows != self._shown or state.empty != self._empty:
            said = self._shown is not None and bool(state.query)
            self._shown, self._empty = rows, state.empty
            self._show_list(state)
            if said:
                announce(self, state.empty or state.found)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit margins and cards to the width."""
        super().resizeEvent(event)
        self._fit()

    def theme_changed(self) -> None:
        """Fit margins and cards to the text size."""
        super().theme_changed()
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass what is typed on to the filter."""
        text, modifiers = event.text(), event.modifiers()
        plain = modifiers in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
        if event.key() == Qt.Key.Key_Down and self.cards:
            self.cards[0].setFocus(Qt.FocusReason.TabFocusReason)
        elif plain and text.isprintable() and text.strip():
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.field.insert(text)
        elif event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        content = QWidget()
        outer = Row(content, spacing=0)
        self._middle = QWidget()
        self._column = Column(self._middle, margins=(SIDE, 30, SIDE, 56), spacing=0)
        outer.add(self._middle, 1)
        head = CardColumn()
        self._column.add(head)
        head.add(self._build_head())
        self._banners = Column(spacing=0)
        self._column.add(self._banners)
        self._list = Column(spacing=0)
        self._column.add(self._list)
        self._column.add_stretch()
        self._scroll = _ListScroll(content)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._fit)
        Column(self).add(self._scroll)

    def _build_head(self) -> QWidget:
        head = QWidget()
        self._head = Row(head, spacing=16)
        words = Column(spacing=2)
        self._head.add(words, 1)
        self.title = heading("Lessons", 1)
        self.title.setObjectName("lessons-title")
        self.title.set_focusable()
        words.add(self.title)
        below = Guttered()
        words.add(below)
        self.summary = Text("", "body", "text2")
        below.add(self.summary)
        self.field = FilterField("Filter lessons")
        self.field.setObjectName("lessons-filter")
        beside = Guttered()
        self._head.add(beside)
        beside.add(self.field, 0, Qt.AlignmentFlag.AlignVCenter)
        return head

    def _wire(self) -> None:
        self._model.changed.connect(self.show_state)
        self.field.textChanged.connect(self._model.filter)
        self.field.entered.connect(self._open_first)
        self.field.left_down.connect(self._focus_first)

    @Slot()
    def _fit(self) -> None:
        px = self.theme.px
        side = px(SIDE if self.width() >= px(1024) else SIDE_NARROW)
        side = max(side, (self.width() - px(WIDEST)) // 2)
        bar = self._scroll.verticalScrollBar()
        taken = bar.width() if bar.maximum() > bar.minimum() else 0
        self._column.setContentsMargins(side, px(30), side - taken, px(56))
        room = self.width() - 2 * side
        narrow = room < px(ONE_LINE)
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        for card in self.cards:
            card.fit(room)

    def _show_trouble(self, state: LessonsState) -> None:
        clear(self._banners)
        if state.trouble is not None:
            self._banners.addSpacing(self.theme.px(16))
            banner = Banner(state.trouble)
            banner.acted.connect(self._retry)
            self._banners.add(banner)

    def _show_list(self, state: LessonsState) -> None:
        focused = next((n for n, card in enumerate(self.cards) if card.hasFocus()), None)
        clear(self._list)
        self.cards = []
        for group in state.groups:
            self._list.add_gap(28)
            self._list.add(Text(group.title, "h2", heading=2))
            self._list.add_gap(6)
            cards = CardColumn(spacing=8)
            self._list.add(cards)
            for row in group.rows:
                card = LessonCardView(row)
                card.clicked.connect(self._open)
                card.moved.connect(self._move)
                cards.add(card)
                card.show()
                self.cards.append(card)
        if state.empty:
            empty = EmptyState(state.empty, "Clear the filter" if state.query else "")
            empty.acted.connect(self._model.clear_filter)
            self._list.add(empty)
        self._fit()
        if focused is not None and self.cards:
            self.cards[min(focused, len(self.cards) - 1)].setFocus()

    def _ask(self, row: LessonRow) -> None:
        named = {"topic": str(row.card.topic)} | ({"section": row.section} if row.section else {})
        self.route_requested.emit(Route.of("lesson", named))

    @Slot()
    def _open(self) -> None:
        card = self.sender()
        if isinstance(card, LessonCardView):
            self._ask(card.row)

    @Slot()
    def _open_first(self) -> None:
        if self.cards:
            self._ask(self.cards[0].row)

    @Slot()
    def _focus_first(self) -> None:
        if self.cards:
            self.cards[0].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(int)
    def _move(self, step: int) -> None:
        here = next((n for n, card in enumerate(self.cards) if card is self.sender()), 0)
        if here == 0 and step == -1:
            self.field.setFocus(Qt.FocusReason.BacktabFocusReason)
        else:
            wanted = min(max(here + step, 0), len(self.cards) - 1)
            self.cards[wanted].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(str)
    def _retry(self, _key: str) -> None:
        self._model.refresh()


class _ListScroll(ScrollPage):
    """Leaves the keys that move through the list to the page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by pages only."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()
            return
        super().keyPressEvent(event)
