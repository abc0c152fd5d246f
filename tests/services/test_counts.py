"""What one screen counts is what the others count and what the session asks."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.ids import PointId
from app.core.questions import Audience
from tests.fakes import StudyRoom, a_course

POINTS = st.integers(0, 11)
acts = st.lists(
    st.one_of(
        st.tuples(st.just("days"), st.integers(1, 12)),
        st.tuples(st.just("study"), st.integers(1, 8)),
        st.tuples(st.just("miss"), POINTS),
        st.tuples(st.just("put away"), POINTS),
        st.tuples(st.just("rest"), POINTS),
        st.tuples(st.just("bring back"), POINTS),
        st.tuples(st.just("minutes"), st.sampled_from([5, 6, 60])),
        st.tuples(st.just("new"), st.sampled_from([0, 3, 10])),
        st.tuples(st.just("audience"), st.sampled_from(["both", "nursing", "medicine"])),
        st.tuples(st.just("read"), st.integers(0, 1)),
        st.tuples(st.just("retire"), POINTS),
    ),
    max_size=14,
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts)
def test_counts_agree(tmp_path_factory, steps: list[tuple[str, object]]) -> None:
    bank = a_course()
    for number, (name, question) in enumerate(sorted(bank.questions.items())):
        audience = [(Audience.NURSING,), (Audience.MEDICINE,), tuple(Audience)][number // 2 % 3]
        bank.questions[name] = replace(question, head=replace(question.head, audience=audience))
    room = StudyRoom(tmp_path_factory.mktemp("room"), bank)
    try:
        for act, value in steps:
            perform(room, act, value)
            agree(room)
    finally:
        room.close()


def perform(room: StudyRoom, act: str, value) -> None:
    settings = {"minutes": "minutes_a_day", "new": "new_a_day", "audience": "audience"}
    if act in settings:
        room.preferences.change(**{settings[act]: value})
    elif act == "days":
        room.clock.pass_days(value)
    elif act == "read":
        room.lessons.mark_read(room.bank.all_topics[value].id, "second")
    elif act == "study":
        room.study.start(minutes=60)
        for _ in range(value):
            answer(room, right=True)
    else:
        mark(room, act, room.bank.all_points[value].id)


def mark(room: StudyRoom, act: str, point: PointId) -> None:
    match act:
        case "miss":
            room.study.start_points([point], "One")
            answer(room, right=False)
        case "put away":
            room.study.put_away(point)
        case "rest":
            room.study.rest(point, 2)
        case "bring back":
            room.study.bring_back(point)
        case "retire":
            retire(room, point)


def answer(room: StudyRoom, *, right: bool) -> None:
    step = room.study.step()
    if step is not None and step.asking is not None:
        room.give(right)
        room.study.advance()


def retire(room: StudyRoom, point: PointId) -> None:
    """Take a point's questions out of use, as an update of the course may."""
    for name, question in list(room.bank.questions.items()):
        if question.head.point == point:
            head = replace(question.head, retired="2026-11-22: unclear")
            room.bank.questions[name] = replace(question, head=head)
    room.restart()


def agree(room: StudyRoom) -> None:
    plan, today = room.study.plan(), room.overview.today()
    assert plan == today.plan
    assert plan.known + plan.missed == plan.planned_due <= plan.due
    assert plan.planned_new <= plan.new
    assert plan.backlog == (plan.planned_due < plan.due)
    cards = [card for group in room.lessons.list() for card in group.cards]
    assert sum(card.due for card in cards) == len(room.study.due()) == plan.due
    assert today.coming_up[0].count == room.study.coming_up(30)[0] == plan.due
    due = set(room.study.due())
    step = room.study.start()
    asked = [cell.point for cell in step.grid]
    assert step.total == len(asked) == len(set(asked)) == plan.total
    assert sum(point in due for point in asked) == plan.planned_due
    memories = room.store.memories.all()
    assert sum(point not in memories for point in asked) == plan.planned_new
    away = {put.point.id for put in room.study.put_aside()}
    assert not away & set(asked)
    room.study.close()
