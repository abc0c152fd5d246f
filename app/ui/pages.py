"""Which page needs which services: the one list of pages."""

from collections.abc import Callable, Mapping
from pathlib import Path

from app.services.bundle import Services
from app.ui.runtime.events import AppEvents
from app.ui.viewmodels.figure import FigureModel
from app.ui.views.figure import FigureViewer
from app.ui.views.page import Page


class PageMaker:
    """Makes each page, with its view-model, when it is first gone to."""

    def __init__(self, services: Services, events: AppEvents, version: str, data: Path) -> None:
        self._services, self._events = services, events
        self._version, self._data = version, data

    def makers(self) -> Mapping[str, Callable[[], Page]]:
        """Return what makes each page, by its name."""
        return {
            "figure": self._figure,
        }

    def _figure(self) -> Page:
        services = self._services
        model = FigureModel(services.library, services.study, self._events, services.clock)
        page = FigureViewer(model)
        model.setParent(page)
        return page
