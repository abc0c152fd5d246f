"""The bar above a question: close, where the session stands, the tools."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.theme.tokens import NARROW
from app.ui.viewmodels.review import Phase, ReviewModel, ReviewState
from app.ui.widgets.bars import TopBar
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.chip import Icon
from app.ui.widgets.progress import Progress
from app.ui.widgets.text import Text

_RUNNING = frozenset({Phase.QUESTION, Phase.FEEDBACK})


class ReviewTopBar(TopBar):
    """`close_requested()` when the page is to be left. In a narrow window most tools move into *More*."""

    close_requested = Signal()

    def __init__(self, model: ReviewModel) -> None:
        super().__init__()
        self._model = model
        self._state = model.state
        self.close_button = IconButton("x", "Close", height="default")
        self.title.set_focusable()
        self.progress = Progress("Progress of the session")
        self.count = Text("", "label", "text2", wrap=False, tabular=True)
        self.clock_icon = Icon("timer", "text3")
        self.clock = Text("", "label", "text2", wrap=False, tabular=True)
        self.note_button = IconButton("sticky-note", "Note", shortcut="N", checkable=True)
        self.flag_button = IconButton("flag", "Flag for later", shortcut="F", checkable=True)
        self.size_button = IconButton("a-large-small", "Text size")
        self.more_button = IconButton("ellipsis", "More")
        self._build()
        self._build_menus()
        self.close_button.clicked.connect(self.close_requested)
        self.note_button.clicked.connect(model.toggle_note)
        self.flag_button.clicked.connect(model.toggle_flag)
        self.size_button.clicked.connect(self._open_sizes)
        self.more_button.clicked.connect(self._open_more)

    @property
    def _is_narrow(self) -> bool:
        return self.window().width() / self.theme.scale < NARROW

    def show_state(self, state: ReviewState) -> None:
        """Show where the session stands."""
        self._state = state
        self.title.set_plain(state.name)
        self.progress.set_progress(state.done, state.total)
        self.count.set_plain(f"{state.number} of {state.total}")
        self.clock.set_plain(state.time_text)
        self.clock.setAccessibleName(f"Time on this question: {state.time_text}")
        self.flag_button.setChecked(state.flagged)
        self.note_button.setChecked(state.note_open)
        self.note_button.setAccessibleDescription("There is a note." if state.note else "")
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose between tools and *More*."""
        super().resizeEvent(event)
        self._arrange()

    def theme_changed(self) -> None:
        """Choose between tools and *More* for the text size in force."""
        super().theme_changed()
        self._arrange()

    def _build(self) -> None:
        names: dict[str, QWidget] = {
            "review-close": self.close_button,
            "review-count": self.count,
            "review-clock": self.clock,
            "review-note": self.note_button,
            "review-flag": self.flag_button,
            "review-size": self.size_button,
            "review-more": self.more_button,
            "review-title": self.title,
        }
        for name, widget in names.items():
            widget.setObjectName(name)
        self.add(self.close_button)
        self.add(self.title)
        self.body.add_gap(12)
        self.add(self.progress, 1)
        self.body.add_stretch(0)
        self.body.add_gap(8)
        self.add(self.count)
        self.body.add_gap(12)
        self.add(self.clock_icon)
        self.add(self.clock)
        self.body.add_gap(12)
        for button in (self.note_button, self.flag_button, self.size_button, self.more_button):
            self.add(button)

    def _build_menus(self) -> None:
        model = self._model
        self._sizes = QMenu(self)
        self._more = QMenu(self)
        for menu in (self._sizes, self._more):
            self._add(menu, "Larger text", self._larger, "Ctrl++")
            self._add(menu, "Smaller text", self._smaller, "Ctrl+-")
            self._add(menu, "Usual text size", self._usual, "Ctrl+0")
        self._in_more = tuple(self._more.actions())
        self._note_action = self._add(self._more, "Note", model.toggle_note, "N")
        self._more.addSeparator()
        self._undo = self._add(self._more, "Undo last answer", model.undo, "Ctrl+Z")
        self._more.addSeparator()
        self._skip = self._add(self._more, "Skip until tomorrow", model.skip_until_tomorrow)
        self._away = self._add(self._more, "Put away", model.put_away)
        self._more.addSeparator()
        self._time = self._add(self._more, "Hide time", model.toggle_time)
        self._finish = self._add(self._more, "End the session now", model.finish)

    def _add(self, menu: QMenu, text: str, slot: Callable[[], None], keys: str = "") -> QAction:
        action = menu.addAction(f"{text}\t{keys}" if keys else text)
        action.setObjectName(text)
        action.triggered.connect(slot)
        return action

    def _arrange(self) -> None:
        running = self._state.phase in _RUNNING
        narrow = self._is_narrow
        self.progress.setVisible(running and not narrow)
        for widget in (self.note_button, self.size_button):
            widget.setVisible(running and not narrow)
        self.count.setVisible(running)
        self.flag_button.setVisible(running)
        self.more_button.setVisible(running or narrow)
        timed = running and self._state.time_shown and not narrow
        self.clock.setVisible(timed)
        self.clock_icon.setVisible(timed)
        self._stretch_title(not (running and not narrow))

    def _stretch_title(self, stretch: bool) -> None:
        """Let the title take the room that the progress bar leaves."""
        self.body.setStretchFactor(self.title, 1 if stretch else 0)

    def _prepare_more(self) -> None:
        state = self._state
        narrow, running = self._is_narrow, state.phase in _RUNNING
        for action in self._in_more:
            action.setVisible(narrow)
        self._note_action.setVisible(narrow and running)
        self._undo.setEnabled(state.can_undo)
        self._time.setText("Hide time" if state.time_shown else "Show time")
        self._time.setVisible(not narrow)
        for action in (self._skip, self._away, self._finish):
            action.setEnabled(running)

    @Slot()
    def _open_more(self) -> None:
        self._prepare_more()
        self._open(self._more, self.more_button)

    @Slot()
    def _open_sizes(self) -> None:
        self._open(self._sizes, self.size_button)

    def _open(self, menu: QMenu, button: QWidget) -> None:
        corner = QPoint(button.width() - menu.sizeHint().width(), button.height())
        menu.popup(button.mapToGlobal(corner))

    @Slot()
    def _larger(self) -> None:
        self._model.step_text(1)

    @Slot()
    def _smaller(self) -> None:
        self._model.step_text(-1)

    @Slot()
    def _usual(self) -> None:
        self._model.step_text(0)
