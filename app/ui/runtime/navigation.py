"""Where the student is, where they were, and how to get back."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

_MOST_KEPT = 100


@dataclass(frozen=True, slots=True)
class Route:
    """A page and what it shows: `Route.to("lesson", topic="calcification", section="shadow")`.

    `parameters` are sorted pairs, so that equal places are equal routes.
    """

    page: str
    parameters: tuple[tuple[str, str], ...] = ()

    @classmethod
    def to(cls, page: str, /, **parameters: str) -> "Route":
        """Make a route."""
        return cls(page, tuple(sorted(parameters.items())))

    @classmethod
    def of(cls, page: str, parameters: Mapping[str, str]) -> "Route":
        """Make a route from a mapping."""
        return cls(page, tuple(sorted(parameters.items())))

    def get(self, name: str, default: str = "") -> str:
        """Return a parameter."""
        return dict(self.parameters).get(name, default)


class Navigator(QObject):
    """Keeps the history.

    `went(Route)` tells where the student is now, `moved()` that back or forward may have changed.
    """

    went = Signal(object)
    moved = Signal()

    def __init__(self, start: Route, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._routes = [start]
        self._at = 0

    @property
    def current(self) -> Route:
        """Where the student is."""
        return self._routes[self._at]

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place the student came back from."""
        return self._at < len(self._routes) - 1

    def go(self, route: Route) -> None:
        """Go to a place; what was ahead is forgotten. Going where one already is does nothing."""
        if route == self.current:
            return
        self._routes = [*self._routes[: self._at + 1], route][-_MOST_KEPT:]
        self._at = len(self._routes) - 1
        self._tell()

    def replace(self, route: Route) -> None:
        """Go to a place instead of the current one, which back will not return to."""
        if route == self.current:
            return
        self._routes[self._at] = route
        self._tell()

    @Slot()
    def back(self) -> None:
        """Return to the place before."""
        if self.can_go_back:
            self._at -= 1
            self._tell()

    @Slot()
    def forward(self) -> None:
        """Return to the place one came back from."""
        if self.can_go_forward:
            self._at += 1
            self._tell()

    def _tell(self) -> None:
        self.moved.emit()
        self.went.emit(self.current)
