"""The settings as a use-case: read, change one, keep."""

from typing import Protocol

from app.core.changes import Changes
from app.core.notices import Notice
from app.core.settings import BOUNDS, Settings, text_scale_after


class SettingsKeeper(Protocol):
    """Where settings are kept."""

    def load(self) -> tuple[Settings, Notice | None]:
        """Return the settings, and a notice when they could not be read."""
        ...

    def save(self, settings: Settings, /) -> None:
        """Write the settings. Raises Problem."""
        ...


class PreferencesService:
    """Holds the settings in force. `notice` says that the settings file was damaged, None if it was not."""

    def __init__(self, store: SettingsKeeper) -> None:
        self._store = store
        self._settings, self.notice = store.load()

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._settings

    def change(self, **changes: object) -> Changes:
        """Change settings by name and write them at once.

        ValueError outside a setting's bounds. Raises Problem when they cannot be written; they are then
        unchanged.
        """
        wanted = self._settings.with_changes(changes)
        if wanted == self._settings:
            return Changes.NONE
        self._store.save(wanted)
        self._settings = wanted
        return Changes.SETTINGS

    def step_text(self, steps: int) -> Changes:
        """Make text larger or smaller by steps of the scale; 0 returns to 100 %. Raises Problem."""
        return self.change(text_scale=text_scale_after(self._settings.text_scale, steps))

    @staticmethod
    def bounds(name: str) -> tuple[float, float]:
        """Return the lowest and highest value of a setting that is a number; KeyError for others."""
        return BOUNDS[name]
