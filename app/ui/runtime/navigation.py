"""Where the student is, and the way back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

_LONGEST_HISTORY = 100


@dataclass(frozen=True, slots=True)
class Route:
    """A page by its name, with what it is to show. Parameters are plain values, compared by equality."""

    page: str
    parameters: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def text(self, name: str) -> str:
        """Return a parameter as text; empty if it was not given."""
        value = self.parameters.get(name)
        return value if isinstance(value, str) else ""

    @classmethod
    def to(cls, page: str, **parameters: object) -> "Route":
        """Return a route: `Route.to("lesson", topic="calcification", section="terms")`."""
        return cls(page, MappingProxyType(parameters))


class Navigator(QObject):
    """Goes to routes and remembers the way. `went(Route)` follows every move."""

    went = Signal(object)

    def __init__(self, start: Route, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = [start]
        self._index = 0

    @property
    def current(self) -> Route:
        """Where the student is."""
        return self._history[self._index]

    @property
    def can_go_back(self) -> bool:
        """Whether there is a page before this one."""
        return self._index > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether a page was left by going back."""
        return self._index < len(self._history) - 1

    def go(self, route: Route) -> None:
        """Go to `route`; what lay ahead is forgotten. The route in force is only shown again."""
        if route != self.current:
            self._history = [*self._history[: self._index + 1], route][-_LONGEST_HISTORY:]
            self._index = len(self._history) - 1
        self.went.emit(route)

    def replace(self, route: Route) -> None:
        """Go to `route` in place of the present one, which the way back then leaves out."""
        self._history[self._index] = route
        self.went.emit(route)

    def back(self) -> None:
        """Go to the page before, if there is one."""
        if self.can_go_back:
            self._index -= 1
            self.went.emit(self.current)

    def forward(self) -> None:
        """Undo `back`."""
        if self.can_go_forward:
            self._index += 1
            self.went.emit(self.current)
