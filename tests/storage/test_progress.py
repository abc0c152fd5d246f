"""The log, what is derived from it, and the marks."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from app.core.clock import Moment
from app.core.fsrs import Fsrs, Rating
from app.core.ids import PointId, QuestionId, SectionId, TopicId
from app.core.mastery import Tally
from app.core.questions import Judged, Pointed
from app.core.review_log import Regrade, Withdrawal, effective, remembered, replay
from app.core.scheduling import Confidence, Purpose
from app.core.session import Given, Item, StudySession
from app.storage.progress import ProgressStore, Timing
from tests.core.test_mastery import ANSWER
from tests.fakes import FakeClock

FSRS = Fsrs()
AT = Moment(5, 60)
POINT = PointId("t/p")


def write(store: ProgressStore, **changes) -> int:
    review = replace(ANSWER, **changes)
    memory = remembered(store.log.memory(review.point), review, FSRS) if review.schedules else None
    return store.log.append(review, memory)


def test_an_answer_is_read_back_whole(store: ProgressStore) -> None:
    full = replace(ANSWER, response=Judged((True, None)), length=2, session=2**62, seed=2**63 - 1, at=AT)
    seq = store.log.append(full, None)
    bare = replace(
        ANSWER, purpose=Purpose.SELF_TEST, response=Pointed(None), confidence=None, suggested=None,
        rating=None, due_day=None, elapsed=None, expected=None,
    )  # fmt: skip
    store.log.append(bare, None)
    assert list(store.log.entries()) == [replace(full, seq=seq), replace(bare, seq=seq + 1)]
    assert store.log.last_utc_ms() == 0
    assert store.log.last_asked(POINT) == {QuestionId("t/p-q01"): 2}


def test_the_log_cannot_be_changed(store: ProgressStore) -> None:
    write(store)
    for sql in ("UPDATE event SET rating = 4", "DELETE FROM event"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            store._db.run(sql)


def test_regrade_and_withdrawal(store: ProgressStore) -> None:
    seq = write(store, elapsed=None)
    before = replace(ANSWER, elapsed=None, seq=seq)
    after = replace(before, rating=Rating.EASY, due_day=30)
    entry = Regrade(seq, Rating.EASY, 30, AT, 10)
    store.log.append_regrade(entry, before, after, remembered(None, after, FSRS))
    assert store.log.memories()[POINT].due_day == 30
    assert store.log.differences(FSRS) == ()
    assert tuple(effective(store.log.entries()).values()) == (after,)
    assert [type(e).__name__ for e in store.log.history(POINT)] == ["Review", "Regrade"]
    store.log.append_withdrawal(Withdrawal(seq, AT, 10), after, None)
    assert store.log.memory(POINT) is None
    assert store.log.recent_times() == ()
    assert store.log.days(0, 99) == {}


def test_counts(store: ProgressStore) -> None:
    write(store)
    write(store, point=PointId("t/other"), due_day=14, day=11, elapsed=None, earned=0.0)
    write(store, point=PointId("u/third"), due_day=20)
    assert store.log.due_counts(14, 19) == {14: 2}
    assert store.log.days(10, 10)[10].answers == 2
    assert store.log.tallies(0, 99)[TopicId("t")] == Tally.of(ANSWER) + Tally(1, 9000, 1, certain=1)
    assert store.log.recent_times() == (Timing(9000, 0),) * 3
    assert [r.point for r in store.log.confident_misses(5)] == ["t/other"]


def test_rebuilding_mends_what_was_damaged(store: ProgressStore) -> None:
    write(store)
    write(store, day=14, due_day=40, elapsed=4)
    good = store.log.memories(), store.log.days(0, 99)
    store._db.run("UPDATE memory SET stability = stability + 1e-12")
    store._db.run("UPDATE tally SET answers = 99")
    store._db.run("INSERT INTO memory VALUES ('t/ghost', 1, 1, 1, 1, 1, 1, 1, 0)")
    assert {d.point for d in store.log.differences(FSRS)} == {"t/p", "t/ghost"}
    store.log.rebuild(FSRS)
    assert (store.log.memories(), store.log.days(0, 99)) == good
    assert replay(store.log.entries(), FSRS) == good[0]


def test_a_session_is_read_back(store: ProgressStore) -> None:
    items = (Item(POINT, (QuestionId("t/p-q01"), QuestionId("t/p-q02")), is_new=True),)
    session = StudySession.begun(2**62, "Today's review", 10, items)
    assert session.turn is not None
    session = session.answered(Given(session.turn, 1, False, Rating.AGAIN, Confidence.CERTAIN, 5, 900))
    store.log.keep_session(session)
    assert store.log.kept_session() == session
    store.log.keep_session(session.finished())
    assert store.log.kept_session() == session.finished()
    store.log.keep_session(None)
    assert store.log.kept_session() is None


def test_reading_marks(store: ProgressStore) -> None:
    topic, one, two = TopicId("t"), SectionId("one"), SectionId("two")
    store.lessons.open_section(topic, one, Moment(86_400_000, 0))
    store.lessons.open_section(topic, one, Moment(9 * 86_400_000, 0))
    store.lessons.mark_read(topic, two, AT, 2**62, "digest")
    visits = store.lessons.visits()
    assert visits[topic, one].opened_day == 0
    assert (visits[topic, two].content, visits[topic, two].course) == (2**62, "digest")
    store.lessons.save_place(topic, one, 0.25, AT)
    store.lessons.save_place(TopicId("u"), two, 0.5, Moment(9, 0))
    assert [(p.topic, p.offset) for p in store.lessons.places()] == [("u", 0.5), ("t", 0.25)]


def test_the_device_stays_the_same(tmp_path: Path, clock: FakeClock) -> None:
    names = []
    for _ in range(2):
        store = ProgressStore.open(tmp_path / "p.db", tmp_path / "b", clock.now())
        names += store._db.rows("SELECT name FROM device")
        store.close()
    assert names[0] == names[1]
    assert len(names) == 2


def test_durability_is_asked_for(store: ProgressStore) -> None:
    pragmas = {
        name: store._db.row(f"PRAGMA {name}")[0] for name in ("journal_mode", "synchronous", "foreign_keys")
    }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_memories_are_kept_until_anyone_writes(
    store: ProgressStore, tmp_path: Path, clock: FakeClock
) -> None:
    write(store)
    kept = store.log.memories()
    assert store.log.memories() is kept
    with pytest.raises(KeyError):
        write_and_fail(store)
    assert store.log.memories() == kept
    other = ProgressStore.open(tmp_path / "progress.db", tmp_path / "backups", clock.now())
    write(other, point=PointId("t/new"))
    other.close()
    assert set(store.log.memories()) == {"t/p", "t/new"}


def write_and_fail(store: ProgressStore) -> None:
    with store.atomic():
        write(store, point=PointId("t/lost"))
        assert PointId("t/lost") in store.log.memories()
        raise KeyError
