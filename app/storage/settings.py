"""The settings file: small JSON, written whole, survived when damaged."""

import json
import logging
import os
from pathlib import Path

from app.core.notices import Notice, Severity
from app.core.settings import Settings, settings_data, settings_from
from app.storage.problems import os_in_words

_log = logging.getLogger(__name__)


class SettingsStore:
    """Reads and writes the settings file at `path`."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> tuple[Settings, Notice | None]:
        """Return the settings; the defaults when there are none yet, or when the file cannot be read.

        A damaged file is set aside and told of in the notice; this never raises.
        """
        try:
            data = json.loads(self._path.read_text("utf-8"))
        except FileNotFoundError:
            return Settings(), None
        except (OSError, ValueError):
            return Settings(), self._set_aside()
        if not isinstance(data, dict):
            return Settings(), self._set_aside()
        return settings_from(data), None

    def save(self, settings: Settings) -> None:
        """Write the settings so that a crash leaves either the old or the new ones. Raises Problem."""
        text = json.dumps(settings_data(settings), indent=1, sort_keys=True, ensure_ascii=False)
        partial = self._path.with_suffix(".partial")
        with os_in_words(self._path):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with partial.open("w", encoding="utf-8") as file:
                file.write(text + "\n")
                file.flush()
                os.fsync(file.fileno())
            partial.replace(self._path)

    def _set_aside(self) -> Notice:
        target = self._path.with_name(f"{self._path.stem}-damaged{self._path.suffix}")
        try:
            self._path.replace(target)
        except OSError:
            _log.warning("the settings file could not be set aside", exc_info=True)
        return Notice(
            "The settings could not be read and are back at their defaults. Your progress is unchanged.",
            "Settings reset",
            Severity.WARNING,
        )
