"""Time as an argument: the clock, and the study day that turns at 04:00 local time."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from time import monotonic
from typing import Protocol

DAY_TURNS_AT_HOUR = 4
MINUTE_MS = 60_000
DAY_MS = 24 * 60 * MINUTE_MS
EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant as it is stored: UTC milliseconds since 1970 and the local UTC offset in minutes."""

    utc_ms: int
    offset_min: int

    @property
    def local(self) -> datetime:
        """The local time, aware of its offset."""
        zone = timezone(timedelta(minutes=self.offset_min))
        return datetime.fromtimestamp(self.utc_ms / 1000, UTC).astimezone(zone)

    @property
    def study_day(self) -> int:
        """The study day as days since 1970-01-01; it turns at 04:00 local time.

        Whole numbers throughout: right to the millisecond, and for any year a clock may show.
        """
        return (self.utc_ms + (self.offset_min - DAY_TURNS_AT_HOUR * 60) * MINUTE_MS) // DAY_MS


class Clock(Protocol):
    """Where the time comes from. `monotonic` is in seconds and never goes back; use it for durations."""

    def now(self) -> Moment:
        """Return the present moment."""
        ...

    def monotonic(self) -> float:
        """Return seconds from an arbitrary start, never decreasing."""
        ...


class SystemClock:
    """The computer's own clock; the only place that reads it."""

    def now(self) -> Moment:
        """Return the present moment with the local UTC offset in force."""
        here = datetime.now(UTC).astimezone()  # noqa: TID251 - this is the Clock
        offset = here.utcoffset() or timedelta()
        return Moment(round(here.timestamp() * 1000), round(offset.total_seconds() / 60))

    def monotonic(self) -> float:
        """Return seconds from an arbitrary start, never decreasing."""
        return monotonic()


class SetClock:
    """A clock that stands where it is put: for pictures, simulations and tests."""

    def __init__(self, moment: Moment) -> None:
        self._moment = moment
        self._seconds = 0.0

    def now(self) -> Moment:
        """Return the moment the clock was put to."""
        return self._moment

    def monotonic(self) -> float:
        """Return the seconds `pass_time` let go by."""
        return self._seconds

    def put(self, moment: Moment) -> None:
        """Put the clock, forwards or back."""
        self._moment = moment

    def pass_time(self, seconds: float) -> None:
        """Let time go by."""
        self._seconds += seconds
        self._moment = Moment(self._moment.utc_ms + round(seconds * 1000), self._moment.offset_min)


def day_date(study_day: int) -> date:
    """Return the calendar date that study day `study_day` begins on."""
    return date.fromordinal(study_day + EPOCH.toordinal())


def date_day(day: date) -> int:
    """Return the study day that begins on the calendar date `day`."""
    return day.toordinal() - EPOCH.toordinal()
