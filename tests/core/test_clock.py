"""Moments and study days, wherever and whenever."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.clock import DAY_MS, Moment, SetClock, SystemClock, date_day, day_date

ZONES = [
    "Europe/Berlin",
    "America/New_York",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "Pacific/Kiritimati",
]


def at(text: str, offset_min: int) -> Moment:
    return Moment(round(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000), offset_min)


@pytest.mark.parametrize(
    ("utc", "offset", "day"),
    [
        ("2026-11-22T03:59:59", 0, date(2026, 11, 21)),
        ("2026-11-22T04:00:00", 0, date(2026, 11, 22)),
        ("2026-11-22T02:30:00", 120, date(2026, 11, 22)),
        ("2026-11-22T18:00:00", 720, date(2026, 11, 23)),
        ("2026-11-22T10:00:00", -660, date(2026, 11, 21)),
    ],
)
def test_the_study_day_turns_at_four_local_time(utc, offset, day):
    assert day_date(at(utc, offset).study_day) == day


def test_day_and_date_are_inverse():
    assert date_day(day_date(20_000)) == 20_000
    assert date_day(date(1970, 1, 1)) == 0


def test_local_time_carries_its_offset():
    moment = at("2026-11-22T12:00:00", -300)
    assert moment.local.hour == 7
    assert moment.local.utcoffset().total_seconds() == -300 * 60


@given(st.integers(-(10**13), 10**14), st.integers(-14 * 60, 14 * 60))
def test_the_study_day_is_the_local_date_four_hours_ago(utc_ms, offset):
    moment = Moment(utc_ms, offset)
    local = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=utc_ms, minutes=offset)
    assert day_date(moment.study_day) == (local - timedelta(hours=4)).date()


@given(st.integers(0, 2**50), st.integers(-14 * 60, 14 * 60))
def test_a_day_later_is_the_next_study_day(utc_ms, offset):
    """Also in years no calendar knows, as a broken clock may show."""
    assert Moment(utc_ms + DAY_MS, offset).study_day == Moment(utc_ms, offset).study_day + 1
    assert Moment(utc_ms, offset).study_day <= Moment(utc_ms + 1, offset).study_day


@pytest.mark.parametrize("name", ZONES)
def test_days_come_one_after_the_other_through_summer_time_and_the_date_line(name):
    """Hour by hour from 2010 to 2013. Samoa left out 30 December 2011: 20 hours, then 4."""
    if name not in available_timezones():
        pytest.skip("this computer knows no time zones")
    zone, begin = ZoneInfo(name), datetime(2010, 1, 1, tzinfo=UTC)
    days = []
    for hour in range(24 * 365 * 3):
        local = (begin + timedelta(hours=hour)).astimezone(zone)
        offset = round(local.utcoffset().total_seconds() / 60)
        days.append(Moment(round(local.timestamp() * 1000), offset).study_day)
        assert day_date(days[-1]) == local.date() - timedelta(days=local.hour < 4)
    assert {b - a for a, b in pairwise(days)} == {0, 1}
    whole = Counter(days[days.count(days[0]) : -days.count(days[-1])])
    assert set(whole.values()) - ({4, 20} if name == "Pacific/Apia" else set()) <= {23, 24, 25}


def test_the_computers_clock_tells_the_moment_and_never_goes_back():
    clock = SystemClock()
    before = datetime.now(UTC).timestamp() * 1000
    now, first = clock.now(), clock.monotonic()
    assert abs(now.utc_ms - before) < 60_000
    assert now.offset_min == round(now.local.utcoffset().total_seconds() / 60)
    assert clock.monotonic() >= first


def test_a_set_clock_stands_where_it_is_put():
    clock = SetClock(Moment(1_000_000, 60))
    assert (clock.now(), clock.monotonic()) == (Moment(1_000_000, 60), 0.0)
    clock.pass_time(1.5)
    assert (clock.now(), clock.monotonic()) == (Moment(1_001_500, 60), 1.5)
    clock.put(Moment(5, 0))
    assert (clock.now(), clock.monotonic()) == (Moment(5, 0), 1.5)
