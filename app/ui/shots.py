"""Every page in every state as PNG, for people to look at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent

from app.services.bundle import Services
from app.ui.application import Application, Opener
from app.ui.pages import Surroundings
from app.ui.runtime.navigation import Route
from app.ui.shot_scenes import Scene, all_scenes

HEIGHT = 900
NARROW_WIDTH = 900
LARGE_TEXT = 2.0
ROUNDS = 12


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which pictures: themes, text sizes (1 = 100 %), widths in pixels, words that page names hold.

    `everything` adds 200 % text and 900 px to the plain ones, and high contrast.
    """

    themes: tuple[str, ...]
    scales: tuple[float, ...]
    widths: tuple[int, ...]
    pages: tuple[str, ...] = ()
    everything: bool = False

    def looks(self) -> Iterator[tuple[str, float, int]]:
        """Yield (theme, scale, width) of each round of pictures."""
        yield from ((t, s, w) for t in self.themes for s in self.scales for w in self.widths)
        if self.everything:
            yield "light", LARGE_TEXT, self.widths[0]
            yield "light", 1.0, NARROW_WIDTH
            yield "contrast", 1.0, self.widths[0]

    def wants(self, name: str) -> bool:
        """Tell whether a page is asked for."""
        return not self.pages or any(word in name for word in self.pages)


def paint(folder: Path, wanted: Wanted, profile: Callable[[str], tuple[Opener, Path]]) -> list[str]:
    """Paint the pictures into `folder` and return their file names.

    `profile` gives, for "empty", "week" or "months", what opens a made-up learner, and the resources.
    """
    folder.mkdir(parents=True, exist_ok=True)
    names: list[str] = []
    for theme, scale, width in wanted.looks():
        for scene in all_scenes():
            if not wanted.wants(scene.name):
                continue
            name = f"{scene.name}-{theme}{_suffix(scale, width)}.png"
            opener, resources = profile(scene.profile)
            _paint_scene(scene, opener, resources, (theme, scale, width), folder / name)
            names.append(name)
    return names


def settle() -> None:
    """Let layouts and queued calls finish."""
    for _ in range(ROUNDS):
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _paint_scene(
    scene: Scene, opener: Opener, resources: Path, look: tuple[str, float, int], path: Path
) -> None:
    theme, scale, width = look
    preferences = opener.preferences()
    preferences.change(theme=theme, text_scale=scale * 100, reduced_motion=True, window="")
    application = Application(
        opener, Surroundings("0.1.0", resources, Path("decidua"), Route.to(scene.page, **scene.parameters))
    )
    application.start()
    shown = application.window or application.trouble
    if shown is not None:
        shown.resize(width, HEIGHT)
        settle()
        _act(scene, application, application.services)
        settle()
        shown.grab().save(str(path))
    application.stop()
    settle()


def _act(scene: Scene, application: Application, services: Services | None) -> None:
    if services is None or application.window is None or application.navigator is None:
        return
    for act in scene.acts:
        act(application.window, application.navigator, services)
        settle()


def _suffix(scale: float, width: int) -> str:
    size = "" if scale == 1.0 else f"-text{round(scale * 100)}"
    return size + ("" if width == 1360 else f"-{width}px")
