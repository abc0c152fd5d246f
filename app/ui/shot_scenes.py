"""What is painted: pages, the profile they are shown with, and the keys pressed first."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.services.bundle import Services
from app.ui.main_window import MainWindow
from app.ui.runtime.navigation import Navigator

Act = Callable[[MainWindow, Navigator, Services], None]


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: where it is taken, by which made-up learner, after which acts."""

    name: str
    page: str
    parameters: dict[str, str] = field(default_factory=dict)
    profile: str = "week"
    acts: tuple[Act, ...] = ()
    plain_text_only: bool = False
    """Whether the picture says nothing new at 200 % text."""


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
        Scene("lessons", "lessons"),
        Scene("progress", "progress", profile="months"),
        Scene("progress-empty", "progress", profile="empty"),
        Scene("settings", "settings"),
        Scene("settings-data", "settings", {"section": "data"}),
        Scene("figure-labels", "figure", {"figure": "endometrium/mid-secretory"}),
        Scene("figure-test", "figure", {"figure": "endometrium/mid-secretory", "mode": "test"}),
        Scene("figure-find", "figure", {"figure": "calcification/deposit-sites", "mode": "find"}),
        Scene("figure-stepper", "figure", {"figure": "mechanisms/dystrophic-steps"}),
    )
