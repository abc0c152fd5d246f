from datetime import UTC, date, datetime

import pytest

from app.core.clock import Moment, date_day, day_date


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
