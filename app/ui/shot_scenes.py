"""What is painted: pages, the profile they are shown with, and the keys pressed first."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from app.core.ids import PointId, TopicId
from app.core.questions import Kind
from app.core.scheduling import Confidence
from app.services.bundle import Services
from app.services.sample_profile import response_to
from app.ui.main_window import MainWindow
from app.ui.runtime.navigation import Navigator, Route
from app.ui.views.review import ReviewPage

Act = Callable[[MainWindow, Navigator, Services], None]


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: where it is taken, by which made-up learner, after which acts."""

    name: str
    page: str
    parameters: dict[str, str] = field(default_factory=dict)
    profile: str = "week"
    acts: tuple[Act, ...] = ()


def keys(*pressed: str) -> Act:
    """Return an act that presses keys on what has the focus; Qt names them: 1, F, Return, Shift+2."""

    def act(window: MainWindow, _navigator: Navigator, _services: Services) -> None:
        for key in pressed:
            target = window.focusWidget() or window
            modifier, plus, name = key.partition("+")
            modifiers = _MODIFIERS[modifier if plus else ""]
            name = name if plus else key
            QTest.keyClick(target, Qt.Key[f"Key_{name}"], modifiers)

    return act


_MODIFIERS = {
    "": Qt.KeyboardModifier.NoModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
}


def all_scenes() -> tuple[Scene, ...]:
    """Return every scene, pages in the order a student meets them."""
    return (
        Scene("welcome", "welcome", profile="empty"),
        Scene("welcome-minutes", "welcome", profile="empty", acts=(keys("Escape", "5"),)),
        Scene("welcome-exam", "welcome", profile="empty", acts=(keys("Escape", "Escape", "1"),)),
        Scene("welcome-ready", "welcome", profile="empty", acts=(keys("Escape", "Escape", "Escape"),)),
        Scene("today-first", "today", profile="empty"),
        Scene("today", "today"),
        Scene("today-months", "today", profile="months"),
        *_review_scenes(),
        Scene("lessons", "lessons"),
        *_lesson_scenes(),
        Scene("progress", "progress", profile="months"),
        Scene("progress-empty", "progress", profile="empty"),
        Scene("settings", "settings"),
        Scene("settings-data", "settings", {"section": "data"}),
        Scene("figure-labels", "figure", {"figure": "endometrium/mid-secretory"}),
        Scene("figure-test", "figure", {"figure": "endometrium/mid-secretory", "mode": "test"}),
        Scene("figure-find", "figure", {"figure": "calcification/deposit-sites", "mode": "find"}),
        Scene("figure-stepper", "figure", {"figure": "mechanisms/dystrophic-steps"}),
    )


def ask(kind: Kind, *, after: int = 6) -> Act:
    """Return an act that opens a review whose question number `after` + 1 is of a kind; see `go_on`."""

    def act(_window: MainWindow, navigator: Navigator, services: Services) -> None:
        points = _points(services, kind, after)
        navigator.go(Route.to("review", mode="points", points=",".join(points), name="Today's review"))

    return act


def go_on(count: int) -> Act:
    """Return an act that answers `count` questions, the third wrongly though surely, and goes on."""

    def act(window: MainWindow, _navigator: Navigator, _services: Services) -> None:
        for number in range(count):
            _answer(window, right=number != 2, sure=Confidence.THINK if number != 2 else Confidence.CERTAIN)
            _review(window).model.advance()

    return act


def answer(*, right: bool, sure: Confidence = Confidence.THINK) -> Act:
    """Return an act that answers the question shown."""

    def act(window: MainWindow, _navigator: Navigator, _services: Services) -> None:
        _answer(window, right=right, sure=sure)

    return act


def finish(window: MainWindow, _navigator: Navigator, _services: Services) -> None:
    """End the session."""
    _review(window).model.finish()


def _review_scenes() -> tuple[Scene, ...]:
    def scene(name: str, kind: Kind, *acts: Act) -> Scene:
        return Scene(f"review-{name}", "today", acts=(ask(kind), go_on(6), *acts))

    certain, guess = Confidence.CERTAIN, Confidence.GUESS
    return (
        scene("question", Kind.SINGLE, keys("Down", "Shift+4")),
        scene("wrong", Kind.SINGLE, answer(right=False, sure=certain)),
        scene("right", Kind.SINGLE, answer(right=True, sure=certain)),
        scene("guess", Kind.SINGLE, answer(right=True, sure=guess)),
        scene("multiple", Kind.MULTIPLE, keys("1", "3")),
        scene("multiple-told", Kind.MULTIPLE, answer(right=False)),
        scene("statements", Kind.TRUE_FALSE, keys("T", "F")),
        scene("statements-told", Kind.TRUE_FALSE, answer(right=False)),
        scene("hotspot", Kind.HOTSPOT, keys("2")),
        scene("hotspot-told", Kind.HOTSPOT, answer(right=False)),
        scene("note", Kind.SINGLE, keys("N")),
        scene("end", Kind.SINGLE, answer(right=False, sure=certain), finish),
        Scene("review-nothing", "review", {"mode": "points", "points": "none"}),
    )


def _lesson_scenes() -> tuple[Scene, ...]:
    def scene(name: str, topic: str, section: str, *acts: Act) -> Scene:
        return Scene(f"lesson-{name}", "lesson", {"topic": topic, "section": section}, acts=acts)

    return (
        scene("first", "calcification", "finding"),
        scene("table", "calcification", "finding", keys("Space"), keys("Space")),
        scene("stepper", "mechanisms", "steps"),
        scene("check", "endometrium", "layers", keys("C"), keys("1"), keys("Return")),
        scene("callouts", "calcification", "cancer", keys("Space"), keys("Space")),
        scene("case", "calcification", "plan", keys("Space"), keys("Space")),
        scene("finished", "mechanisms", "evidence", read_to_the_end),
        Scene("lesson-back", "lesson", {"topic": "endometrium", "section": "vessels", "back": "review"}),
    )


def read_to_the_end(window: MainWindow, _navigator: Navigator, services: Services) -> None:
    """Mark every section read, the last by its button."""
    lesson = services.lessons.lesson(TopicId("mechanisms"))
    for section in lesson.lesson.sections[:-1]:
        services.lessons.mark_read(lesson.topic.id, section.id)
    button = window.findChild(QAbstractButton, "mark-read")
    if button is not None:
        button.click()


def _review(window: MainWindow) -> ReviewPage:
    page = window.page
    if not isinstance(page, ReviewPage):
        raise TypeError("the review page is not in front")
    return page


def _answer(window: MainWindow, *, right: bool, sure: Confidence) -> None:
    model = _review(window).model
    asking = model.state.asking
    if asking is not None:
        model.respond(response_to(asking.question, right=right))
        model.submit(int(sure))


def _points(services: Services, kind: Kind, after: int) -> tuple[PointId, ...]:
    """Return 20 points; that at place `after` is asked first by a question of `kind`, one with a figure."""
    lessons = (services.lessons.lesson(topic.id) for topic in services.library.topics())
    every = [point.id for lesson in lessons for points in lesson.points.values() for point in points]
    asked = [(point, services.study.start_points([point], "Look").asking) for point in every]
    fitting = [(p, a) for p, a in asked if a is not None and a.question.kind is kind]
    pictured = [p for p, a in fitting if a.question.head.figure]
    wanted = (pictured or [p for p, _ in fitting] or every)[0]
    others = [point for point in every if point != wanted]
    return (*others[:after], wanted, *others[after:19])
