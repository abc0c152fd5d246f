"""What is asked today, in which order, and which question of a point."""

from hypothesis import given
from hypothesis import strategies as st

from app.core.agenda import Agenda, Budget, interleaved, plan_day, serves, urgency, variants
from app.core.fsrs import Fsrs, Rating
from app.core.ids import PointId
from app.core.questions import Audience, Level
from app.core.scheduling import Memory
from app.core.settings import AudienceChoice
from tests.builders import a_head, a_point, a_single

FSRS = Fsrs()
DAY = 1000
POINTS = [a_point(f"t/p{i:02d}", "first" if i < 5 else "second") for i in range(10)]


def a_memory(point: str, stability: float = 10.0, ago: int = 10, due_in: int = 0, lapses: int = 0) -> Memory:
    return Memory(PointId(point), stability, 5.0, DAY + due_in, DAY - ago, 3, lapses, Rating.GOOD)


def plan(memories: list[Memory], seconds: float = 9000, new: int = 4, read: tuple = ()) -> Agenda:
    budget = Budget(seconds, 45.0, new)
    return plan_day(POINTS, {m.point: m for m in memories}, set(read), DAY, budget, FSRS)


def test_nothing_learned_gives_new_points_in_the_order_of_the_course() -> None:
    agenda = plan([])
    assert agenda.queue == ("t/p00", "t/p01", "t/p02", "t/p03")
    assert (agenda.planned_new, agenda.planned_due, agenda.backlog) == (4, 0, False)


def test_points_of_sections_already_read_are_met_first() -> None:
    assert plan([], read=(("t", "second"),)).queue[0] == "t/p05"


def test_what_is_due_tomorrow_waits() -> None:
    agenda = plan([a_memory("t/p00"), a_memory("t/p01", due_in=1)], new=0)
    assert agenda.due == agenda.queue == ("t/p00",)


def test_the_most_urgent_come_first_and_new_ones_wait_while_there_is_a_backlog() -> None:
    slow, quick, lost = (
        a_memory("t/p00", 100, 100),
        a_memory("t/p01", 5, 5, lapses=1),
        a_memory("t/p02", 1, 300),
    )
    agenda = plan([slow, quick, lost], seconds=100)
    assert urgency(quick, DAY, FSRS) > urgency(lost, DAY, FSRS) > 0
    assert agenda.queue == ("t/p01", agenda.due[1])
    assert agenda.due[2] == min((slow, lost), key=lambda m: urgency(m, DAY, FSRS)).point
    assert (agenda.backlog, agenda.planned_due, agenda.planned_new, agenda.missed_before) == (True, 2, 0, 1)


def test_no_time_left_means_nothing_planned() -> None:
    agenda = plan([a_memory("t/p00")], seconds=-30)
    assert (agenda.queue, len(agenda.due)) == ((), 1)


@given(st.integers(0, 12), st.integers(0, 12))
def test_interleaving_keeps_both_orders(first: int, second: int) -> None:
    a, b = [PointId(f"a/{i:02d}") for i in range(first)], [PointId(f"b/{i:02d}") for i in range(second)]
    mixed = interleaved(a, b)
    assert [p for p in mixed if p in a] == a
    assert [p for p in mixed if p in b] == b


@given(st.sets(st.integers(0, 9)), st.integers(0, 3000), st.integers(0, 10))
def test_counts_are_the_queue(learned: set[int], seconds: int, new: int) -> None:
    agenda = plan([a_memory(f"t/p{i:02d}") for i in learned], seconds, new)
    assert len(set(agenda.queue)) == len(agenda.queue) == agenda.planned_due + agenda.planned_new
    assert len(agenda.queue) <= seconds // 45
    assert set(agenda.queue) <= set(agenda.due) | set(agenda.new)


def test_a_question_never_asked_comes_before_the_others() -> None:
    questions = [a_single(a_head(f"t/p-q0{i}")) for i in (1, 2, 3)]
    assert variants(questions, {}, 0.0) == ("t/p-q01", "t/p-q02", "t/p-q03")
    assert variants(questions, {questions[0].head.id: 5}, 0.0)[0] == "t/p-q02"


def test_two_questions_take_turns() -> None:
    questions = [
        a_single(a_head("t/p-q01", level=Level.EVALUATE)),
        a_single(a_head("t/p-q02", level=Level.REMEMBER)),
    ]
    one, two = (q.head.id for q in questions)
    assert variants(questions, {one: 5, two: 9}, 0.0) == (one, two)
    assert variants(questions, {one: 11, two: 9}, 500.0) == (two, one)


def test_harder_ones_as_stability_grows() -> None:
    levels = (Level.REMEMBER, Level.APPLY, Level.EVALUATE)
    questions = [a_single(a_head(f"t/p-q0{i}", level=level)) for i, level in enumerate(levels)]
    assert [variants(questions, {}, s)[0][-1] for s in (0, 8, 30, 100, 500)] == ["0", "0", "1", "1", "2"]
    asked = {q.head.id: i for i, q in enumerate(questions)}
    assert variants(questions, asked, 100.0)[0] == "t/p-q01"


def test_the_audience() -> None:
    nursing = a_single(a_head(audience=(Audience.NURSING,)))
    assert serves(nursing, AudienceChoice.NURSING)
    assert serves(nursing, AudienceChoice.BOTH)
    assert not serves(nursing, AudienceChoice.MEDICINE)
