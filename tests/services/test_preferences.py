"""Settings are changed one by one and kept."""

import pytest

from app.core.changes import Changes
from app.core.problems import Problem
from app.services.preferences import PreferencesService
from app.storage.settings import SettingsStore
from tests.fakes import StudyRoom


def test_a_change_is_kept(room: StudyRoom) -> None:
    assert room.preferences.change(theme="dark", minutes_a_day=45) is Changes.SETTINGS
    assert room.preferences.change(theme="dark") is Changes.NONE
    room.restart()
    assert (room.preferences.settings.theme, room.preferences.settings.minutes_a_day) == ("dark", 45)
    assert room.preferences.bounds("minutes_a_day") == (5, 240)


def test_a_value_out_of_bounds_changes_nothing(room: StudyRoom) -> None:
    before = room.preferences.settings
    with pytest.raises(ValueError, match="minutes_a_day"):
        room.preferences.change(theme="dark", minutes_a_day=3)
    assert room.preferences.settings == before


def test_what_cannot_be_written_is_not_changed(tmp_path) -> None:
    (tmp_path / "file").write_text("not a folder")
    preferences = PreferencesService(SettingsStore(tmp_path / "file" / "settings.json"))
    with pytest.raises(Problem):
        preferences.change(theme="dark")
    assert preferences.settings.theme == "system"
