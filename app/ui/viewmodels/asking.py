"""What every place that asks a question shares: when a response can be checked, how long it took."""

import time
from collections.abc import Callable
from datetime import date

from app.core.course import Source
from app.core.questions import Judged, Picked, Pointed, Response
from app.services.wording import MONTHS, counted


def is_complete(draft: Response | None) -> bool:
    """Tell whether `draft` can be checked: something is picked, or every statement is judged."""
    match draft:
        case Picked(options):
            return bool(options)
        case Judged(values):
            return None not in values
        case Pointed(hotspot):
            return hotspot is not None
        case None:
            return False


class ActiveTimer:
    """Measures the time a question has the student's attention.

    `monotonic` gives seconds that never go back. The timer stands until `go_on`, and while it is paused.
    """

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._before = 0.0
        self._since: float | None = None

    @property
    def is_running(self) -> bool:
        """Whether time is being counted."""
        return self._since is not None

    @property
    def milliseconds(self) -> int:
        """The time counted so far."""
        running = 0.0 if self._since is None else max(0.0, self._monotonic() - self._since)
        return round((self._before + running) * 1000)

    def reset(self, milliseconds: int = 0) -> None:
        """Stand at nought, or at a time counted earlier."""
        self._before = milliseconds / 1000
        self._since = None

    def pause(self) -> None:
        """Stop counting; what was counted stays."""
        self._before = self.milliseconds / 1000
        self._since = None

    def go_on(self) -> None:
        """Begin to count, or count on from where it stood."""
        if self._since is None:
            self._since = self._monotonic()


def clock_text(milliseconds: int) -> str:
    """Return a duration as "0:21" or "1:02:03"."""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def source_link(source: Source) -> str:
    """Return the address of a source: its DOI, else PubMed, else its page; empty if it has none."""
    if source.doi:
        return f"https://doi.org/{source.doi}"
    if source.pmid:
        return f"https://pubmed.ncbi.nlm.nih.gov/{source.pmid}/"
    return source.url


def reviewed_text(reviewed: date, reviewer: str, sources: int) -> str:
    """Return when the content was reviewed, or that it was not, and how many sources it has."""
    month = f"{MONTHS[reviewed.month - 1]} {reviewed.year}"
    said = f"Reviewed {month}" if reviewer else "Not yet reviewed by a clinician"
    return f"{said} · {counted(sources, 'source')}"
