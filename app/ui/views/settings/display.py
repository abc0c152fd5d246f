"""Settings of display and keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.settings import TEXT_SCALES, ThemeChoice
from app.ui.theme import ThemedWidget, current
from app.ui.viewmodels.preferences import PreferencesModel, PreferencesState
from app.ui.views.dialogs.keys import KEYS
from app.ui.views.settings.rows import Choice, Switch
from app.ui.views.settings.study import SectionPanel
from app.ui.widgets.chip import KeyCap
from app.ui.widgets.text import Text

_THEMES = (
    (ThemeChoice.SYSTEM, "System"),
    (ThemeChoice.LIGHT, "Light"),
    (ThemeChoice.DARK, "Dark"),
    (ThemeChoice.CONTRAST, "High contrast"),
)
_MOTION = ((None, "System"), (True, "On"), (False, "Off"))
_OWN_FONT = "Source Sans (usual)"
_SAMPLE = (
    "The endometrium is the inner lining of the uterus; its upper layer is shed and grows anew every cycle."
)


class DisplaySection(SectionPanel):
    """Theme, text size, reading font, motion. All of it shows at once."""

    def __init__(self, model: PreferencesModel) -> None:
        super().__init__("Display")
        self.theme_row = Choice("theme", "Theme", _THEMES)
        self.scale = Choice(
            "text_scale", "Text size", [(scale, f"{scale:g}%") for scale in TEXT_SCALES],
            "Ctrl + and Ctrl − change it anywhere; Ctrl 0 returns to 100%.",
        )  # fmt: skip
        self.font_row = Choice(
            "reading_font", "Reading font", [("", _OWN_FONT), *((name, name) for name in _families())],
            "For lessons, questions and reasons.",
        )  # fmt: skip
        self.motion = Choice(
            "reduced_motion", "Reduce motion", _MOTION, "Motion here is short and never moves what you read."
        )
        rows = (self.theme_row, self.scale, self.font_row, self.motion)
        for row in rows[:3]:
            self.add_row(row)
        self.add_words(Text(_SAMPLE, "body", "text2"))
        self.add_row(self.motion)
        for row in rows:
            row.wanted.connect(model.change)

    def show_state(self, state: PreferencesState) -> None:
        """Show the values."""
        settings = state.settings
        self.theme_row.show_value(settings.theme)
        self.scale.show_value(settings.text_scale)
        self.font_row.show_value(settings.reading_font)
        self.motion.show_value(settings.reduced_motion)


class KeyboardSection(SectionPanel):
    """Single keys on or off, and the list of keys."""

    def __init__(self, model: PreferencesModel) -> None:
        super().__init__("Keyboard")
        self.single = Switch(
            "single_keys", "Single-key shortcuts",
            "Keys without Ctrl or Alt work outside text fields. Off, Tab still reaches every button.",
        )  # fmt: skip
        self.add_row(self.single)
        self.single.wanted.connect(model.change)
        for title, rows in KEYS:
            self.add_words(Text(title, "panel", "text2", heading=3))
            self.add(_KeyTable(rows))

    def show_state(self, state: PreferencesState) -> None:
        """Show the value."""
        self.single.show_value(state.settings.single_keys)


class _KeyTable(ThemedWidget, QWidget):
    """Keys at the left, what they do at the right."""

    def __init__(self, rows: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        for number, (keys, does) in enumerate(rows):
            self._grid.addWidget(KeyCap(keys), number, 0, Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(Text(does, "small"), number, 1)
        self.theme_changed()

    def theme_changed(self) -> None:
        """Measure the gaps anew."""
        theme = current()
        inset = theme.px(12)
        self._grid.setContentsMargins(inset, 0, inset, theme.px(10))
        self._grid.setHorizontalSpacing(theme.space(16))
        self._grid.setVerticalSpacing(theme.space(6))
        self._grid.setColumnMinimumWidth(0, theme.px(150))
        super().theme_changed()


def _families() -> list[str]:
    latin = QFontDatabase.families(QFontDatabase.WritingSystem.Latin)
    return [
        name
        for name in latin
        if QFontDatabase.isSmoothlyScalable(name) and not QFontDatabase.isPrivateFamily(name)
    ]
