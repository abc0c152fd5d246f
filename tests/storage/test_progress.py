"""The log, what is derived from it, and the marks."""

import sqlite3
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.clock import Moment
from app.core.fsrs import Fsrs, Rating
from app.core.ids import PointId, QuestionId, SectionId, TopicId
from app.core.mastery import Tally
from app.core.pace import Timing
from app.core.questions import Judged, Pointed
from app.core.review_log import Regrade, Withdrawal, effective, remembered, replay_entries
from app.core.scheduling import Confidence, Purpose
from app.core.session import Given, Item, StudySession
from app.storage.progress import ProgressStore
from tests.core.test_mastery import ANSWER
from tests.fakes import FakeClock

FSRS = Fsrs()
AT = Moment(5, 60)
POINT = PointId("t/p")


def write(store: ProgressStore, **changes) -> int:
    review = replace(ANSWER, **changes)
    memory = remembered(store.memories.of(review.point), review, FSRS) if review.schedules else None
    return store.log.append(review, memory)


def test_an_answer_is_read_back_whole(store: ProgressStore) -> None:
    full = replace(ANSWER, response=Judged((True, None)), length=2, session=2**62, seed=2**63 - 1, at=AT)
    seq = store.log.append(full, None)
    bare = replace(
        ANSWER, purpose=Purpose.SELF_TEST, response=Pointed(None), confidence=None, rating=None,
        due_day=None, elapsed=None, point=PointId(""), question="t/figure#spot",
    )  # fmt: skip
    store.log.append(bare, None)
    assert list(store.log.entries()) == [replace(full, seq=seq), replace(bare, seq=seq + 1)]
    assert store.log.last_utc_ms() == 0
    assert store.log.last_asked(POINT) == {QuestionId("t/p-q01"): 1}


def test_the_log_cannot_be_changed(store: ProgressStore) -> None:
    write(store)
    for sql in (
        "UPDATE event SET rating = 4",
        "DELETE FROM event",
        "UPDATE sitting SET study_day = 0",
        "DELETE FROM sitting",
        "UPDATE item SET question = 'other'",
        "DELETE FROM item",
        "UPDATE point SET name = 'other'",
        "DELETE FROM point",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            store._db.run(sql)


def test_regrade_and_withdrawal(store: ProgressStore) -> None:
    seq = write(store, elapsed=None)
    before = replace(ANSWER, elapsed=None, seq=seq)
    after = replace(before, rating=Rating.EASY, due_day=30)
    entry = Regrade(seq, Rating.EASY, 30, AT, 10)
    store.log.append_regrade(entry, before, after, remembered(None, after, FSRS))
    assert store.memories.all()[POINT].due_day == 30
    assert store.log.differences(FSRS) == ()
    assert tuple(effective(store.log.entries()).values()) == (after,)
    assert [type(e).__name__ for e in store.log.history(POINT)] == ["Review", "Regrade"]
    store.log.append_withdrawal(Withdrawal(seq, AT, 10), after, None)
    assert store.memories.of(POINT) is None
    assert store.log.recent_times() == ()
    assert store.tallies.by_day(0, 99) == {}


def test_counts(store: ProgressStore) -> None:
    write(store)
    write(store, point=PointId("t/other"), due_day=14, day=11, elapsed=None, earned=0.0)
    write(store, point=PointId("u/third"), due_day=20)
    assert store.memories.due_counts(14, 19) == {14: 2}
    assert store.tallies.by_day(10, 10)[10].answers == 2
    assert store.tallies.by_topic(0, 99)[TopicId("t")] == Tally.of(ANSWER) + Tally(1, 9000, 1, certain=1)
    assert store.log.recent_times() == (Timing(9000, 0),) * 3
    assert [r.point for r in store.log.confident_misses(5)] == ["t/other"]


def test_rebuilding_mends_what_was_damaged(store: ProgressStore) -> None:
    write(store)
    write(store, day=14, due_day=40, elapsed=4)
    good = store.memories.all(), store.tallies.by_day(0, 99)
    store._db.run("UPDATE memory SET stability = stability + 1e-12")
    store._db.run("UPDATE tally SET answers = 99")
    store._db.run("INSERT INTO point (name) VALUES ('t/ghost')")
    store._db.run("INSERT INTO memory SELECT id, 1, 1, 1, 1, 1, 1, 1, 0 FROM point WHERE name = 't/ghost'")
    store._db.run("UPDATE item SET last = NULL")
    assert {d.point for d in store.log.differences(FSRS)} == {"t/p", "t/ghost"}
    assert {d.point for d in store.log.rebuild(FSRS)} == {"t/p", "t/ghost"}
    assert store.log.rebuild(FSRS) == ()
    assert store.log.history(POINT) == tuple(store.log.entries())
    assert (store.memories.all(), store.tallies.by_day(0, 99)) == good
    assert replay_entries(store.log.entries(), FSRS) == good[0]


def test_a_session_is_read_back(store: ProgressStore) -> None:
    items = (Item(POINT, (QuestionId("t/p-q01"), QuestionId("t/p-q02")), is_new=True),)
    session = StudySession.begun(2**62, "Today's review", 10, items)
    assert session.turn is not None
    session = session.answered(Given(session.turn, 1, False, Rating.AGAIN, Confidence.CERTAIN, 5, 900))
    store.session.keep(session)
    assert store.session.kept() == session
    store.session.keep(session.finished())
    assert store.session.kept() == session.finished()
    store.session.keep(None)
    assert store.session.kept() is None


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
    kept = store.memories.all()
    assert store.memories.all() is kept
    with pytest.raises(KeyError):
        write_and_fail(store)
    assert store.memories.all() == kept
    other = ProgressStore.open(tmp_path / "progress.db", tmp_path / "backups", clock.now())
    write(other, point=PointId("t/new"))
    other.close()
    assert set(store.memories.all()) == {"t/p", "t/new"}


def write_and_fail(store: ProgressStore) -> None:
    with store.atomic():
        write(store, point=PointId("t/lost"))
        assert PointId("t/lost") in store.memories.all()
        raise KeyError


def test_what_is_written_once_is_not_written_again(store: ProgressStore) -> None:
    """Names stand in the file once; entries of one session and day share a sitting."""
    for minute in range(3):
        write(store, session=4, at=Moment(minute * 60_000, 60))
    assert [
        row[0] for row in store._db.rows("SELECT count(*) FROM item UNION ALL SELECT count(*) FROM point")
    ] == [1, 1]
    assert store._db.rows("SELECT session, study_day, utc_ms, offset_min FROM sitting") == [(4, 10, 0, 60)]
    assert store.session.next_number() == 5
    changes = ({"session": 0}, {"day": 11, "due_day": 14}, {"at": Moment(0, 0)}, {"session": 5})
    for change in changes:
        write(store, **{"session": 4, "at": Moment(0, 60), **change})
    assert store._db.row("SELECT count(*) FROM sitting")[0] == 1 + len(changes)
    write(store, length=2)
    assert store._db.row("SELECT count(*) FROM item")[0] == 2


def test_a_clock_set_back_within_a_session_is_read_back(store: ProgressStore) -> None:
    times = [Moment(10**12, 60), Moment(10**12 - 10**10, 60), Moment(10**12 + 5, 60)]
    for at in times:
        write(store, at=at)
    assert [entry.at for entry in store.log.entries()] == times
    assert store._db.row("SELECT count(*) FROM sitting")[0] == 1


def test_the_log_reads_without_the_program(store: ProgressStore) -> None:
    write(store, at=Moment(7, 60), session=3)
    row = store._db.row(
        "SELECT seq, kind, point, question, study_day, due_day, utc_ms, offset_min, session, response"
        " FROM entry"
    )
    assert row == (1, 1, "t/p", "t/p-q01", 10, 14, 7, 60, 3, "1")
    comments = {r[0] for r in store._db.rows("SELECT name FROM sqlite_master WHERE sql LIKE '%--%'")}
    assert {"event", "sitting", "item", "memory", "tally"} <= comments


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["answer", "aside", "regrade", "withdraw"]), st.integers(0, 2), st.integers(0, 1)
        ),
        max_size=30,
    )
)
@settings(max_examples=25, deadline=None)
def test_the_history_of_each_point_is_its_part_of_the_log(acts: list[tuple[str, int, int]]) -> None:
    with TemporaryDirectory() as folder:
        store = ProgressStore.open(Path(folder) / "progress.db", Path(folder) / "backups", AT)
        parts: dict[PointId, list[int]] = {}
        for act, number, variant in acts:
            point = PointId(f"t/p{number}")
            question = f"{point}-q{variant}"
            held = [r for r in effective(store.log.history(point)).values() if r.schedules]
            if act in {"answer", "aside"}:
                purpose = Purpose.REVIEW if act == "answer" else Purpose.CHECK
                write(store, point=point, question=question, purpose=purpose)
            elif not held:
                continue
            elif act == "regrade":
                after = replace(held[-1], rating=Rating.EASY, due_day=30)
                entry = Regrade(after.seq, Rating.EASY, 30, AT, 10)
                before = replay_entries([e for e in store.log.history(point) if e.seq < after.seq], FSRS)
                store.log.append_regrade(entry, held[-1], after, remembered(before.get(point), after, FSRS))
            else:
                taken = Withdrawal(held[-1].seq, AT, 10)
                memory = replay_entries((*store.log.history(point), taken), FSRS).get(point)
                store.log.append_withdrawal(taken, held[-1], memory)
            parts.setdefault(point, []).append(store._db.row("SELECT max(seq) FROM event")[0])
        assert {p: [e.seq for e in store.log.history(p)] for p in parts} == parts
        assert store.log.differences(FSRS) == ()
        before_rebuild = store.tallies.by_day(0, 99)
        assert store.log.rebuild(FSRS) == ()
        assert store.tallies.by_day(0, 99) == before_rebuild
        store.close()
