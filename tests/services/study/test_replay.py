"""Whatever is done, a replay of the log gives the memories kept."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.fsrs import Fsrs, Rating
from app.core.scheduling import Confidence
from tests.fakes import StudyRoom

acts = st.lists(
    st.sampled_from(
        ["right", "wrong", "guess", "certain", "undo", "regrade", "advance", "day", "restart", "back"]
    ),
    max_size=40,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts)
def test_a_replay_of_the_log_gives_the_memories_to_the_last_bit(tmp_path_factory, steps: list[str]) -> None:
    room = StudyRoom(tmp_path_factory.mktemp("room"))
    try:
        room.study.start()
        for act in steps:
            perform(room, act)
        before = (room.store.memories.all(), room.store.tallies.by_day(0, 10**6))
        assert room.store.log.differences(Fsrs()) == ()
        assert room.care.rebuild().changed == 0
        assert (room.store.memories.all(), room.store.tallies.by_day(0, 10**6)) == before
    finally:
        room.close()


def perform(room: StudyRoom, act: str) -> None:
    step = room.study.step()
    if act == "restart":
        room.restart()
        if room.study.resume() is None:
            room.study.start()
    elif act in {"day", "back"} or step is None:
        room.clock.pass_days({"day": 3, "back": -2}.get(act, 0))
        room.study.start()
    elif act == "undo" and step.can_undo:
        room.study.undo()
    elif step.feedback is not None:
        room.study.regrade(Rating.HARD) if act == "regrade" else room.study.advance()
    elif step.asking is not None and act in SURE:
        room.give(act != "wrong", SURE[act])


SURE = {
    "right": Confidence.THINK,
    "wrong": Confidence.THINK,
    "guess": Confidence.GUESS,
    "certain": Confidence.CERTAIN,
}
