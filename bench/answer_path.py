"""Measure the path of an answer: grade, schedule, commit, next question; and the first page.

uv run python bench/answer_path.py [points] [reviews]

One fsync an answer is part of it; a plain fsync of the same folder is measured beside it, since that is
what no program can go below.
"""

import os
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from app.core.clock import Moment
from app.core.course import Point
from app.core.fsrs import Fsrs, Rating
from app.core.ids import PointId
from app.core.questions import Picked, Question
from app.core.review_log import Review, remembered
from app.core.scheduling import Confidence, Memory, Outcome, Purpose, Scheduler, elapsed_days
from app.services.lessons import LessonsService
from app.services.overview import OverviewService
from app.services.preferences import PreferencesService
from app.services.study import StudyService
from app.storage.progress import ProgressStore
from app.storage.settings import SettingsStore
from tests.fakes import DAY_MS, FakeBank, FakeClock, a_course

FRAME_MS = 1000 / 60


@dataclass
class QuickBank(FakeBank):
    """The fake course with look-ups that do not grow with it, as the real one has them."""

    by_point: dict[str, Point] = field(default_factory=dict)
    of_point: dict[str, list[Question]] = field(default_factory=dict)

    def point(self, point_id: PointId) -> Point | None:
        return self.by_point.get(point_id)

    def questions_of(self, point_id: PointId) -> tuple[Question, ...]:
        return tuple(self.of_point.get(point_id, ()))


def a_big_course(points: int) -> QuickBank:
    plain = a_course(topics=20, points=points // 20, variants=3)
    bank = QuickBank(plain.all_topics, plain.lessons, plain.all_points, plain.questions)
    bank.by_point = {p.id: p for p in plain.all_points}
    for question in plain.questions.values():
        bank.of_point.setdefault(question.head.point, []).append(question)
    return bank


def fill(store: ProgressStore, bank: FakeBank, reviews: int, clock: FakeClock) -> None:
    """Write a log that ends today: each point is asked as often as it comes due and as the number allows."""
    chance, fsrs, scheduler = random.Random(1), Fsrs(), Scheduler()
    memories: dict[PointId, Memory] = {}
    points = [p.id for p in bank.points()]
    each, last, written = reviews // len(points), clock.now().study_day, 0
    with store.atomic():
        for place in range(each):
            day = last - (each - place) * 7
            for point in points:
                right = chance.random() < 0.88
                rating = Rating.GOOD if right else Rating.AGAIN
                memory, written = memories.get(point), written + 1
                outcome = Outcome(rating, right, day)
                due = scheduler.due_day(memory, point, outcome, lambda *_: {})
                at = Moment(day * DAY_MS + written % 2000 * 40_000 + chance.randint(0, 999), 60)
                review = Review(
                    Purpose.REVIEW, f"{point}-q0{1 + place % 3}", point,
                    Picked(frozenset({chance.randint(0, 3)})), chance.getrandbits(15), float(right), 1.0,
                    Confidence(chance.randint(1, 3)), rating, chance.randint(4000, 60_000), at, day, due,
                    elapsed_days(memory, day), place % 3, written // 20,
                )  # fmt: skip
                memories[point] = remembered(memory, review, fsrs)
                store.log.append(review, memories[point])


def timed(act: Callable[[], object], times: int) -> list[float]:
    spent = []
    for _ in range(times):
        began = time.perf_counter()
        act()
        spent.append((time.perf_counter() - began) * 1000)
    return spent


def say(name: str, spent: list[float]) -> None:
    spent = sorted(spent)
    p99 = spent[min(len(spent) - 1, round(len(spent) * 0.99))]
    print(f"{name:34} median {statistics.median(spent):7.2f} ms   p99 {p99:7.2f}   max {spent[-1]:7.2f}")


def say_sizes(path: Path, reviews: int) -> None:
    """Say which table or index takes how much, where this SQLite can tell."""
    connection = sqlite3.connect(path)
    try:
        sql = "SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC LIMIT 8"
        told = (f"{name} {size / reviews:.1f}" for name, size in connection.execute(sql))
        print("of which", ", ".join(told))
    except sqlite3.OperationalError:
        print("this SQLite cannot tell the sizes of tables")
    finally:
        connection.close()


def plain_fsync(folder: Path) -> Callable[[], None]:
    file = (folder / "plain").open("wb", buffering=0)

    def once() -> None:
        file.write(b"x" * 4096)
        os.fsync(file.fileno())

    return once


def a_log(folder: Path, bank: FakeBank, reviews: int, clock: FakeClock) -> None:
    """Write a log into a folder, and say how long that takes, how large it is and how fast it opens."""

    def opened() -> ProgressStore:
        return ProgressStore.open(folder / "progress.db", folder / "backups", clock.now())

    store, began = opened(), time.perf_counter()
    fill(store, bank, reviews, clock)
    store.close()
    print(f"{reviews} reviews written in {time.perf_counter() - began:.1f} s", end=", ")
    print(f"{(folder / 'progress.db').stat().st_size / reviews:.1f} bytes a review")
    say_sizes(folder / "progress.db", reviews)
    say("open", timed(lambda: opened().close(), 5))


def study_through(study: StudyService, clock: FakeClock) -> None:
    """Answer 300 questions, one in five taken back, and say how long that takes."""
    answers, steps, undos = [], [], []
    for count in range(300):
        clock.pass_seconds(20)
        pick = Picked(frozenset({count % 4}))
        answers += timed(lambda pick=pick: study.answer(pick, Confidence.THINK, 9000), 1)
        steps += timed(study.advance, 1)
        if count % 5 == 4:
            undos += timed(study.undo, 1)
    say("answer: grade, schedule, commit", answers)
    say("next question", steps)
    say("answer and next question", [a + s for a, s in zip(answers, steps, strict=True)])
    say("undo", undos)


def main() -> None:
    points, reviews = (int(a) for a in (*sys.argv[1:], "2000", "100000")[:2])
    with tempfile.TemporaryDirectory() as name:
        folder, clock, bank = Path(name), FakeClock(), a_big_course(points)
        a_log(folder, bank, reviews, clock)
        store = ProgressStore.open(folder / "progress.db", folder / "backups", clock.now())
        preferences = PreferencesService(SettingsStore(folder / "settings.json"))
        study = StudyService(bank, store, clock, preferences)
        overview = OverviewService(bank, store, clock, preferences, study)
        lessons = LessonsService(bank, store, clock, study)
        say("today's page", timed(overview.today, 10))
        say("progress page", timed(overview.progress, 10))
        say("lesson list", timed(lessons.list, 10))
        say("start a session of 200", timed(lambda: study.start(minutes=150), 3))
        study_through(study, clock)
        say("a plain fsync here", timed(plain_fsync(folder), 100))
        say("replay of the whole log", timed(lambda: store.log.differences(Fsrs()), 3))
        say("rebuild of all that follows", timed(lambda: store.log.rebuild(Fsrs()), 3))
        print(f"a frame is {FRAME_MS:.1f} ms")
        store.close()


if __name__ == "__main__":
    main()
