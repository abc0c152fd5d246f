"""The news of the app: a use-case reports what it changed, each screen decides whether to redraw."""

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changes


class AppEvents(QObject):
    """Passes on what changed.

    `changed(Changes, QObject | None)`: the flags a service returned, and who asked for it. A screen refreshes
    only if a flag concerns it, only while it is visible, and not on its own news.
    """

    changed = Signal(object, object)

    def report(self, changes: Changes, source: QObject | None = None) -> None:
        """Tell everyone what changed; nothing is sent if nothing did."""
        if changes:
            self.changed.emit(changes, source)
