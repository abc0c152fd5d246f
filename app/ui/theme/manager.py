"""Keeps the theme in force and puts it on the application; widgets read it through `current()`."""

from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from app.ui.theme.icons import IconSet
from app.ui.theme.loader import Palette, load
from app.ui.theme.palette import make_palette
from app.ui.theme.stylesheet import make_stylesheet
from app.ui.theme.tokens import TEXT_SCALES, Theme

_FONT_PACKAGE = "font_source_sans_pro"
_FONT_FILES = tuple(f"SourceSansPro-{cut}.ttf" for cut in ("Regular", "It", "Semibold", "SemiboldIt", "Bold"))

if TYPE_CHECKING:
    _WidgetBase = QWidget
    _LayoutBase = QLayout
else:
    _WidgetBase = object
    _LayoutBase = object


class ThemeChoice(StrEnum):
    """What the student chose: follow the system, or one of ours.

    High contrast is light or dark as the system is, unless one of the two is chosen.
    """

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
    CONTRAST_LIGHT = "contrast-light"
    CONTRAST_DARK = "contrast-dark"


class ThemedWidget(_WidgetBase):
    """A mixin for widgets that draw from the theme; put it before the Qt class.

    When the theme changes the manager calls `theme_changed()` on every living widget of this kind. Nothing is
    connected, so nothing can outlive the widget.
    """

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return current()

    def theme_changed(self) -> None:
        """Measure and paint anew; a widget that keeps something derived from the theme extends this."""
        self.updateGeometry()
        self.update()


class ThemeManager(QObject):
    """Chooses the theme and applies it; `changed(Theme)` follows when everything has been repainted."""

    changed = Signal(object)

    def __init__(self, resources: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._resources = resources
        self._palettes: dict[str, Palette] = {}
        self._choice = ThemeChoice.SYSTEM
        self._scale = 1.0
        self._reading_font = ""
        self._reduced_motion: bool | None = None
        # Both are kept: the wrapper of the second is invalid as soon as the wrapper of the first is gone.
        self._hints = QGuiApplication.styleHints()
        self._needs = self._hints.accessibility()
        self._family = load_fonts()
        self._template = (resources / "styles" / "app.qss").read_text(encoding="utf-8")
        self.icons = IconSet(resources / "icons")
        self._theme = self._make()
        self._hints.colorSchemeChanged.connect(self._system_changed)
        self._needs.contrastPreferenceChanged.connect(self._system_changed)
        self._needs.motionPreferenceChanged.connect(self._system_changed)

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._theme

    @property
    def choice(self) -> ThemeChoice:
        """What the student chose."""
        return self._choice

    def configure(
        self,
        *,
        choice: ThemeChoice | None = None,
        scale: float | None = None,
        reading_font: str | None = None,
        reduced_motion: bool | None = None,
    ) -> None:
        """Change what is given and leave the rest; an empty `reading_font` means the interface font."""
        self._choice = self._choice if choice is None else choice
        self._scale = self._scale if scale is None else min(max(scale, TEXT_SCALES[0]), TEXT_SCALES[-1])
        self._reading_font = self._reading_font if reading_font is None else reading_font
        self._reduced_motion = self._reduced_motion if reduced_motion is None else reduced_motion
        self.refresh()

    def follow_system_motion(self) -> None:
        """Let the system decide about motion again."""
        self._reduced_motion = None
        self.refresh()

    def refresh(self) -> None:
        """Make the theme anew and, if it differs, put it on the application."""
        theme = self._make()
        if theme != self._theme:
            self._theme = theme
            self.apply()

    def apply(self) -> None:
        """Put the theme on the application and on every living widget, then tell the others."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._dress(app)
        self.changed.emit(self._theme)

    @Slot()
    def _system_changed(self) -> None:
        self.refresh()

    def _dress(self, app: QApplication) -> None:
        if app.style().name() != "fusion":
            app.setStyle("Fusion")
        app.setFont(self._theme.font("body"))
        app.setPalette(make_palette(self._theme))
        app.setStyleSheet(make_stylesheet(self._template, self._theme))
        for widget in app.allWidgets():
            rescale(widget.layout())
            if isinstance(widget, ThemedWidget):
                widget.theme_changed()

    def _make(self) -> Theme:
        palette = self._palette(self._theme_name())
        return Theme(
            name=palette.name,
            dark=palette.dark,
            contrast=palette.contrast,
            colours=palette.colours,
            scale=self._scale,
            family=self._family,
            prose_family=self._reading_font,
            reduced_motion=self._motion_is_reduced(),
        )

    def _palette(self, name: str) -> Palette:
        if name not in self._palettes:
            self._palettes[name] = load(self._resources / "themes" / f"{name}.toml")
        return self._palettes[name]

    def _theme_name(self) -> str:
        dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        wants_contrast = self._needs.contrastPreference() == Qt.ContrastPreference.HighContrast
        if self._choice == ThemeChoice.CONTRAST or (self._choice == ThemeChoice.SYSTEM and wants_contrast):
            return "contrast-dark" if dark else "contrast-light"
        if self._choice == ThemeChoice.SYSTEM:
            return "dark" if dark else "light"
        return self._choice.value

    def _motion_is_reduced(self) -> bool:
        if self._reduced_motion is not None:
            return self._reduced_motion
        return self._needs.motionPreference() == Qt.MotionPreference.ReducedMotion


def load_fonts() -> str:
    """Load the bundled font once and return its family, or the system's own if it is not there."""
    if not _loaded_family:
        _loaded_family.append(_bundled_family() or QFontDatabase.systemFont(_GENERAL).family())
    return _loaded_family[0]


def rescale(layout: QLayout | None) -> None:
    """Measure a layout of ours, and those inside it, with the theme in force.

    Nested layouts are found as objects. Asked for with `itemAt`, each item would get a Python wrapper that
    outlives it, and a later object at the same address would be taken for it: the heap breaks some pages on.
    """
    if layout is None:
        return
    for one in (layout, *layout.findChildren(QLayout)):
        if isinstance(one, ThemedLayout):
            one.theme_changed()


class ThemedLayout(_LayoutBase):
    """A mixin for layouts whose margins and gaps follow the text size."""

    def theme_changed(self) -> None:
        """Set margins and gaps anew."""
        raise NotImplementedError


def install(manager: ThemeManager) -> None:
    """Make `manager` the one that widgets ask, and apply its theme. The application calls this once."""
    _installed[:] = [manager]
    manager.apply()


def current() -> Theme:
    """Return the theme in force. Raises RuntimeError before `install`."""
    return _manager().theme


def icons() -> IconSet:
    """Return the icons in force. Raises RuntimeError before `install`."""
    return _manager().icons


def _manager() -> ThemeManager:
    if not _installed:
        raise RuntimeError("no theme: call app.ui.theme.install(ThemeManager(resources)) first")
    return _installed[0]


def _bundled_family() -> str:
    spec = find_spec(_FONT_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        return ""
    folder = Path(next(iter(spec.submodule_search_locations))) / "files"
    loaded = [QFontDatabase.addApplicationFont(str(folder / name)) for name in _FONT_FILES]
    families = [QFontDatabase.applicationFontFamilies(i) for i in loaded if i >= 0]
    return families[0][0] if families and families[0] else ""


_GENERAL = QFontDatabase.SystemFont.GeneralFont
_installed: list[ThemeManager] = []
_loaded_family: list[str] = []
