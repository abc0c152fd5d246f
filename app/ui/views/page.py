"""What every page is: something that can be entered, left and asked where to go."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.runtime.navigation import Route


class Page(QWidget):
    """A page of the stack.

    `route_requested(Route)` asks for another page, `back_requested()` for the one before.
    """

    route_requested = Signal(object)
    back_requested = Signal()

    def enter(self, route: Route) -> None:
        """Show what `route` names; called each time the page comes to the front."""

    def leave(self) -> bool:
        """Say whether the page may be left now; called before another comes to the front."""
        return True

    def first_focus(self) -> QWidget | None:
        """Return the widget that gets the focus when the page comes to the front: its title."""
        return None
