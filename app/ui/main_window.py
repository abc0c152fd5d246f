"""The window: rail, page stack, and the shortcuts that work anywhere."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.runtime.navigation import Navigator, Route
from app.ui.runtime.notices import Notifier
from app.ui.theme import ThemedWidget, current
from app.ui.theme.tokens import NARROW
from app.ui.viewmodels.shell import ShellModel, ShellState
from app.ui.views.page import Page
from app.ui.widgets.bars import Bar
from app.ui.widgets.layouts import Column, Row
from app.ui.widgets.messages import Toast
from app.ui.widgets.rail import Place, Rail, RailMenuButton
from app.ui.widgets.text import Text

PLACES = (
    Place("today", "Today", "calendar-check", "Ctrl+1"),
    Place("lessons", "Lessons", "book-open", "Ctrl+2"),
    Place("progress", "Progress", "chart-column", "Ctrl+3"),
)
LOWER = (Place("settings", "Settings", "settings", "Ctrl+4"),)
SECTION_OF = {"review": "today", "welcome": "today", "lesson": "lessons", "figure": "lessons"}
LEAST_SIZE = QSize(900, 600)
FIRST_SIZE = QSize(1360, 900)
FRAME = QSize(16, 48)
"""Room left on a small screen for the title bar and borders, which are not known before the window shows."""


class MainWindow(ThemedWidget, QWidget):
    """Shows one page at a time. `closing()` comes before the window goes.

    `pages` maps a page name to what makes it; a page is made when it is first gone to.
    """

    closing = Signal()

    def __init__(
        self,
        navigator: Navigator,
        shell: ShellModel,
        notifier: Notifier,
        pages: Mapping[str, Callable[[], Page]],
    ) -> None:
        super().__init__()
        self._navigator, self._shell, self._makers = navigator, shell, pages
        self._pages: dict[str, Page] = {}
        self.setWindowTitle("Decidua")
        self.setObjectName("main-window")
        self.setMinimumSize(LEAST_SIZE)
        self.rail = Rail(PLACES, LOWER)
        self.menu = RailMenuButton((*PLACES, *LOWER))
        self.stack = QStackedWidget()
        self._build()
        self.toast = Toast(self)
        notifier.noticed.connect(self.toast.show_notice)
        self.toast.acted.connect(notifier.act)
        self._wire()
        self._restore_window()
        self._show_badge(shell.state)

    @property
    def page(self) -> Page | None:
        """The page in front."""
        found = self.stack.currentWidget()
        return found if isinstance(found, Page) else None

    @Slot(object)
    def show_route(self, route: Route) -> None:
        """Bring the page of `route` to the front and give its title the focus."""
        before = self.page
        page = self._page(route.page)
        if before is not None and before is not page:
            before.leave()
        page.enter(route)
        self.stack.setCurrentWidget(page)
        section = SECTION_OF.get(route.page, route.page)
        self.rail.set_active(section)
        self.menu.set_active(section)
        focus = page.first_focus()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def come_to_front(self) -> None:
        """Show the window above others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @Slot()
    def show_keys(self) -> None:
        """Show the list of keys."""
        from app.ui.views.dialogs.keys import KeysDialog  # noqa: PLC0415 - seldom needed

        KeysDialog(self).open()

    def event(self, event: QEvent) -> bool:
        """Finish every layout before anything is painted.

        A page in a scrolling view is laid out in several rounds, and Qt would paint between them: a figure
        would be squeezed flat for one frame whenever an answer made its page taller.
        """
        if event.type() == QEvent.Type.UpdateRequest:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        return bool(super().event(event))

    def theme_changed(self) -> None:
        """Choose between rail and menu for the text size in force."""
        super().theme_changed()
        self._choose_rail()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose between rail and menu for the width."""
        super().resizeEvent(event)
        self._choose_rail()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the keys on a question mark that no text field took."""
        if event.text() == "?" and self._shell.single_keys:
            self.show_keys()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the page save what it holds, and remember the window."""
        if self.page is not None:
            self.page.leave()
        self._shell.keep_window(bytes(self.saveGeometry().toBase64().data()).decode("ascii"))
        self.closing.emit()
        event.accept()

    def _build(self) -> None:
        outer = Column(self, spacing=0)
        self.strip = Bar(56, "sunken", line_below=True, margins=(8, 0))
        self.strip.add(self.menu)
        self.strip.add(Text("Decidua", "strong", wrap=False), 1)
        outer.add(self.strip)
        row = Row(spacing=0)
        row.add(self.rail)
        row.add(self.stack, 1)
        outer.add(row, 1)

    def _wire(self) -> None:
        self._navigator.went.connect(self.show_route)
        self._shell.changed.connect(self._show_badge)
        self.menu.chosen.connect(self._go_to)
        self.rail.chosen.connect(self._go_to)
        for number, place in enumerate((*PLACES, *LOWER), 1):
            shortcut = self._shortcut(f"Ctrl+{number}", self._go_by_number)
            shortcut.setProperty("page", place.page)
        self._shortcut("Alt+Left", self._back)
        self._shortcut("Alt+Right", self._forward)
        self._shortcut("Ctrl++", self._larger)
        self._shortcut("Ctrl+=", self._larger)
        self._shortcut("Ctrl+-", self._smaller)
        self._shortcut("Ctrl+0", self._usual)
        self._shortcut("Ctrl+Q", self.close)
        self._shortcut("F1", self.show_keys)

    def _shortcut(self, keys: str, slot: object) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(slot)
        return shortcut

    def _page(self, name: str) -> Page:
        if name not in self._pages:
            page = self._makers[name]()
            page.route_requested.connect(self._navigator.go)
            page.back_requested.connect(self._back)
            self._pages[name] = page
            self.stack.addWidget(page)
        return self._pages[name]

    def _choose_rail(self) -> None:
        narrow = self.width() / current().scale < NARROW
        self.rail.setVisible(not narrow)
        self.strip.setVisible(narrow)

    def _restore_window(self) -> None:
        self.resize(first_size(self.screen().availableSize()))
        if self._shell.window:
            self.restoreGeometry(QByteArray.fromBase64(self._shell.window.encode("ascii", "ignore")))

    @Slot(str)
    def _go_to(self, page: str) -> None:
        self._navigator.go(Route.to(page))

    @Slot()
    def _go_by_number(self) -> None:
        self._go_to(str(self.sender().property("page")))

    @Slot()
    def _back(self) -> None:
        self._navigator.back()

    @Slot()
    def _forward(self) -> None:
        self._navigator.forward()

    @Slot()
    def _larger(self) -> None:
        self._shell.step_text(1)

    @Slot()
    def _smaller(self) -> None:
        self._shell.step_text(-1)

    @Slot()
    def _usual(self) -> None:
        self._shell.step_text(0)

    @Slot(object)
    def _show_badge(self, state: ShellState) -> None:
        self.rail.set_badge("today", state.badge)


def first_size(available: QSize) -> QSize:
    """Return the window's size on a first start, in a screen with `available` logical pixels."""
    return FIRST_SIZE.boundedTo(available - FRAME).expandedTo(LEAST_SIZE)
