"""Which page needs which services: the one list of pages."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.services.bundle import Services
from app.ui.runtime.events import AppEvents
from app.ui.runtime.navigation import Route
from app.ui.runtime.notices import Notifier
from app.ui.views.page import Page

if TYPE_CHECKING:
    from app.ui.runtime.tasks import Job, Task


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the app is told about itself. `start` is where it opens, None for Today or the first run."""

    version: str
    resources: Path
    data: Path
    start: Route | None = None


class PageMaker:
    """Makes each page, with its view-model, when it is first gone to.

    The modules of a page are imported then too, so that the first paint waits for one page only.
    """

    def __init__(
        self,
        services: Services,
        events: AppEvents,
        notifier: Notifier,
        make_task: "Callable[[Job], Task]",
        surroundings: Surroundings,
    ) -> None:
        self._services, self._events, self._notifier = services, events, notifier
        self._make_task, self._surroundings = make_task, surroundings

    def makers(self) -> Mapping[str, Callable[[], Page]]:
        """Return what makes each page, by its name."""
        return {
            "figure": self._figure,
        }

    def _figure(self) -> Page:
        from app.ui.viewmodels.figure import FigureModel  # noqa: PLC0415 - see the class
        from app.ui.views.figure import FigureViewer  # noqa: PLC0415 - see the class

        services = self._services
        model = FigureModel(services.library, services.study, self._events, services.clock)
        page = FigureViewer(model)
        model.setParent(page)
        return page
