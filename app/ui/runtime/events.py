"""News between pages: what changed, told once to whoever listens."""

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changes


class AppEvents(QObject):
    """`changed(changes, source)` tells what an operation touched and who started it.

    A listener ignores news whose flags do not concern it, and its own.
    """

    changed = Signal(object, object)

    def publish(self, changes: Changes, source: object) -> None:
        """Tell `changes`; nothing is told for `Changes.NONE`."""
        if changes:
            self.changed.emit(changes, source)
