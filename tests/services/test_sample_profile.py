"""The made-up learner of pictures and simulations."""

from pathlib import Path

import pytest

from app.core.clock import DAY_MS, SetClock
from app.core.grading import judge
from app.core.review_log import Entry, Review
from app.services.bundle import Services
from app.services.sample_profile import live_through, response_to
from tests.builders import a_hotspot, a_multiple, a_single, a_true_false
from tests.fakes import FakeClock, StudyRoom

NOW = FakeClock().now()


def lived(folder: Path, days: int) -> tuple[Entry, ...]:
    clock = SetClock(NOW)
    room = StudyRoom(folder, clock=clock)
    services = Services(
        room.study, room.overview, room.lessons, room.preferences, room.care, None, clock, room.close
    )
    live_through(services, clock, days)
    entries = tuple(room.store.log.entries())
    room.close()
    assert clock.now() == NOW, "the clock is put back"
    return entries


@pytest.mark.parametrize("right", [True, False])
@pytest.mark.parametrize("question", [a_single(right=2), a_multiple(), a_true_false(), a_hotspot(right=1)])
def test_the_learner_can_answer_every_kind_rightly_and_wrongly(question, right):
    assert judge(question, response_to(question, right=right)).right == right


def test_days_are_lived_in_order_and_before_now(tmp_path):
    reviews = [entry for entry in lived(tmp_path, 10) if isinstance(entry, Review)]
    times = [review.at.utc_ms for review in reviews]
    assert times == sorted(times)
    assert NOW.utc_ms - 10 * DAY_MS < times[0] < times[-1] < NOW.utc_ms
    assert len({review.at.study_day for review in reviews}) > 4, "some days are skipped, most are not"


def test_the_same_seed_lives_the_same_life(tmp_path):
    assert lived(tmp_path / "one", 5) == lived(tmp_path / "two", 5)


def test_no_days_leave_nothing_behind(tmp_path):
    assert lived(tmp_path, 0) == ()
