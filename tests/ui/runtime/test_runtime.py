"""News, navigation and notices."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.core.changes import Changes
from app.core.notices import Notice, Severity
from app.core.problems import Problem, ProblemKind
from app.ui.runtime.events import AppEvents
from app.ui.runtime.navigation import Navigator, Route
from app.ui.runtime.notices import Notifier


def test_news_carry_flags_and_source(qtbot: QtBot) -> None:
    events, source = AppEvents(), QObject()
    with qtbot.waitSignal(events.changed) as signal:
        events.report(Changes.PROGRESS | Changes.LESSONS, source)
    assert signal.args == [Changes.PROGRESS | Changes.LESSONS, source]
    with qtbot.assertNotEmitted(events.changed):
        events.report(Changes.NONE)


def test_equal_places_are_equal_routes() -> None:
    one = Route.to("lesson", topic="calcification", section="shadow")
    other = Route.of("lesson", {"section": "shadow", "topic": "calcification"})
    assert one == other
    assert one.get("topic") == "calcification"
    assert one.get("figure", "none") == "none"
    assert len({one, other}) == 1


def test_back_and_forward(qtbot: QtBot) -> None:
    navigator = Navigator(Route.to("today"))
    seen: list[str] = []
    navigator.went.connect(lambda route: seen.append(route.page))
    assert not navigator.can_go_back
    for page in ("lessons", "lesson", "lesson"):
        navigator.go(Route.to(page))
    navigator.back()
    assert navigator.current.page == "lessons"
    assert navigator.can_go_forward
    navigator.forward()
    navigator.forward()
    assert navigator.current.page == "lesson"
    navigator.back()
    navigator.back()
    navigator.back()
    assert navigator.current.page == "today"
    navigator.go(Route.to("library"))
    assert not navigator.can_go_forward
    assert seen == ["lessons", "lesson", "lessons", "lesson", "lessons", "today", "library"]


def test_a_place_can_be_replaced(qtbot: QtBot) -> None:
    navigator = Navigator(Route.to("today"))
    navigator.go(Route.to("review"))
    with qtbot.waitSignals([navigator.went, navigator.moved]):
        navigator.replace(Route.to("review-end"))
    navigator.replace(Route.to("review-end"))
    navigator.back()
    assert navigator.current.page == "today"


def test_the_history_does_not_grow_without_end() -> None:
    navigator = Navigator(Route.to("today"))
    for number in range(300):
        navigator.go(Route.to("lesson", section=str(number)))
    steps = 0
    while navigator.can_go_back:
        navigator.back()
        steps += 1
    assert steps == 99


def test_notices_are_passed_on_and_kept(qtbot: QtBot) -> None:
    notifier = Notifier()
    with qtbot.waitSignal(notifier.noticed) as signal:
        notifier.tell("Question put away.", action="Undo", key="undo")
    assert signal.args == [Notice("Question put away.", action="Undo", key="undo")]
    notifier.problem(Problem(ProblemKind.LOCKED, "In use", "Another copy is open.", "Close it."))
    assert notifier.kept[-1] == Notice("Another copy is open. Close it.", "In use", Severity.WARNING)
    with qtbot.waitSignal(notifier.acted) as acted:
        notifier.act("undo")
    assert acted.args == ["undo"]
