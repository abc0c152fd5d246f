"""The settings file on good and bad days."""

from pathlib import Path

import pytest

from app.core.problems import Problem, ProblemKind
from app.core.settings import Settings
from app.storage.settings import SettingsStore


def test_settings_are_read_back(tmp_path: Path) -> None:
    store = SettingsStore(tmp_path / "deep" / "settings.json")
    assert store.load() == (Settings(), None)
    changed = Settings().with_changes({"theme": "dark", "reading_font": "Ä"})
    store.save(changed)
    assert store.load() == (changed, None)
    assert [p.name for p in (tmp_path / "deep").iterdir()] == ["settings.json"]


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe\x00", b'"text"'])
def test_a_damaged_file_gives_defaults_and_a_notice(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    settings, notice = SettingsStore(path).load()
    assert settings == Settings()
    assert notice is not None
    assert "defaults" in notice.text
    assert (tmp_path / "settings-damaged.json").read_bytes() == content
    assert SettingsStore(path).load() == (Settings(), None)


def test_a_folder_in_the_way_is_survived(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    (tmp_path / "settings-damaged.json").mkdir()
    (tmp_path / "settings-damaged.json" / "full").touch()
    settings, notice = SettingsStore(tmp_path / "settings.json").load()
    assert settings == Settings()
    assert notice is not None


def test_what_cannot_be_written_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Problem) as caught:
        SettingsStore(tmp_path / "file" / "settings.json").save(Settings())
    assert caught.value.kind is ProblemKind.NOT_WRITABLE
