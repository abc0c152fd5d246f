"""The scrolling view of a lesson: it keeps the place in the text."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.widgets.scroll import ScrollPage

SETTLE_MS = 400
_SCREEN = 0.9


class ReadingScroll(ScrollPage):
    """Holds what is read. `offset` is how far it is scrolled, 0 to 1."""

    def __init__(self) -> None:
        super().__init__()
        self._wanted = 0.0
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLE_MS)
        self._settled.timeout.connect(self._settle)
        self.verticalScrollBar().rangeChanged.connect(self._keep_place)

    @property
    def offset(self) -> float:
        """How far the text is scrolled, 0 to 1."""
        bar = self.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() > 0 else 0.0

    def replace_content(self, content: QWidget, *, keeps_bar: bool) -> None:
        """Show `content` from its top; with `keeps_bar` its width does not depend on its height."""
        self._wanted = 0.0
        # The old text may hold the button that is just being pressed, so it goes later.
        old = self.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if keeps_bar else policy.ScrollBarAsNeeded)
        content.resize(self.viewport().size())
        self.set_content(content)
        self.to_top()

    def return_to(self, offset: float) -> None:
        """Scroll to `offset`, 0 to 1, and hold that place until the text has settled."""
        self._wanted = offset
        self._settled.start()
        # Once more after the window has given the focus to the title, which scrolls to it.
        QTimer.singleShot(0, self, self._restore)

    def page_by(self, screens: int) -> None:
        """Scroll by screens, so that a line or two stay in sight."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(screens * bar.pageStep() * _SCREEN))

    def to_end(self) -> None:
        """Go to the end."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())

    def show_widget(self, widget: QWidget) -> None:
        """Scroll to `widget`, unless the mouse put the focus there.

        A click in a paragraph also focuses it; the text must not move under a pressed button.
        """
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            super().show_widget(widget)

    @Slot()
    def _restore(self) -> None:
        bar = self.verticalScrollBar()
        self._keep_place(bar.minimum(), bar.maximum())

    @Slot(int, int)
    def _keep_place(self, low: int, high: int) -> None:
        if self._wanted:
            self.verticalScrollBar().setValue(low + round(self._wanted * (high - low)))

    @Slot()
    def _settle(self) -> None:
        self._wanted = 0.0
