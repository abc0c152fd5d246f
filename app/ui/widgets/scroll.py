"""A scrolling page that keeps the focused widget clear of the bars."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Slot
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from app.ui.theme.tokens import FOCUS_CLEARANCE


class ScrollPage(QScrollArea):
    """Holds one widget that is as wide as the view and as tall as it needs.

    When the focus moves inside, the focused widget is scrolled into view with 96 pixels to spare below, so
    that a bar never covers it.
    """

    def __init__(self, widget: QWidget | None = None) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        if widget is not None:
            self.set_content(widget)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def set_content(self, widget: QWidget) -> None:
        """Show another widget; the old one is deleted."""
        self.setWidget(widget)
        widget.setAutoFillBackground(False)

    def show_widget(self, widget: QWidget) -> None:
        """Scroll so that `widget` is in view, its top first if it is taller than the view."""
        content = self.widget()
        if content is None or not content.isAncestorOf(widget):
            return
        area = QRect(widget.mapTo(content, QPoint(0, 0)), widget.size())
        bar, height = self.verticalScrollBar(), self.viewport().height()
        spare = min(FOCUS_CLEARANCE, max(0, (height - area.height()) // 2))
        top, bottom = area.top() - spare, area.bottom() + spare
        if top < bar.value() or area.height() >= height:
            bar.setValue(top)
        elif bottom > bar.value() + height:
            bar.setValue(bottom - height)

    def to_top(self) -> None:
        """Return to the top."""
        self.verticalScrollBar().setValue(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the content at least as wide as its least width allows by scrolling sideways only then."""
        result = super().eventFilter(watched, event)
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._allow_sideways()
        return result

    def _allow_sideways(self) -> None:
        content = self.widget()
        too_wide = content is not None and content.minimumSizeHint().width() > self.viewport().width()
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if too_wide else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if policy != self.horizontalScrollBarPolicy():
            self.setHorizontalScrollBarPolicy(policy)

    @Slot("QWidget*", "QWidget*")
    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        del old
        if new is not None and self.isVisible():
            self.show_widget(new)
