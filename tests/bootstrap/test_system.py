import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.bootstrap import main, system
from app.core.problems import ProblemKind


def test_no_display_is_told_in_one_sentence():
    trouble = system.display_trouble({}, "linux")
    assert trouble.title == "No display found"
    assert "DISPLAY" in trouble.text
    assert "\n" not in str(trouble)


@pytest.mark.parametrize(
    ("environment", "platform"),
    [
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux"),
        ({}, "win32"),
        ({}, "darwin"),
    ],
)
def test_a_chosen_platform_a_wayland_session_and_other_systems_are_left_alone(environment, platform):
    assert system.display_trouble(environment, platform, lambda _: False) is None


def test_a_missing_library_is_named_with_its_package():
    trouble = system.display_trouble({"DISPLAY": ":0"}, "linux", lambda name: name != "libxcb-cursor.so.0")
    assert trouble.kind == ProblemKind.MISSING
    assert "libxcb-cursor.so.0" in trouble.text
    assert "apt install libxcb-cursor0" in trouble.remedy


def test_all_missing_libraries_are_named_at_once_so_that_one_installation_is_enough():
    absent = {"libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-keysyms.so.1"}
    trouble = system.display_trouble({"DISPLAY": ":0"}, "linux", lambda name: name not in absent)
    assert "libxcb-cursor.so.0, libxcb-icccm.so.4 and libxcb-keysyms.so.1" in trouble.text
    assert "apt install libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1" in trouble.remedy
    assert "\n" not in str(trouble)


def test_all_libraries_present_is_no_trouble():
    assert system.display_trouble({"DISPLAY": ":0"}, "linux", lambda _: True, lambda: True) is None


def test_a_display_that_cannot_be_reached_is_told_in_one_sentence():
    trouble = system.display_trouble({"DISPLAY": ":0"}, "linux", lambda _: True, lambda: False)
    assert trouble.title == "The display does not answer"
    assert "\n" not in str(trouble)


@pytest.mark.skipif(sys.platform != "linux", reason="X is asked on Linux only")
def test_the_program_ends_with_words_where_the_display_does_not_answer(tmp_path):
    main_py = Path(__file__).resolve().parents[2] / "main.py"
    bare = {"DISPLAY": ":987", "PATH": os.environ["PATH"], "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, str(main_py), "--data-dir", str(tmp_path)],
        env=bare,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1


def test_an_import_of_qt_that_fails_names_the_library():
    error = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    trouble = system.missing_library(error)
    assert "libEGL.so.1" in trouble.text
    assert "libegl1" in trouble.remedy


def test_a_library_without_a_known_package_is_still_named():
    assert "libodd.so.3" in system.missing_library(ImportError("libodd.so.3: cannot open")).text


def test_any_other_import_error_is_ours_and_raised():
    with pytest.raises(ImportError, match="no module"):
        system.missing_library(ImportError("no module named app.nonsense"))


def test_without_a_display_the_program_says_so_and_ends_with_1(monkeypatch, capsys, tmp_path):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert main(["--data-dir", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert said.startswith("No display found.")
    assert said.count("\n") == 1


def test_wrong_use_ends_with_2():
    with pytest.raises(SystemExit) as caught:
        main(["nonsense"])
    assert caught.value.code == 2
