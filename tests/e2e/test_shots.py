"""The pictures for people to look at: every scene comes, and none is blank."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

from app.ui.shot_scenes import all_scenes

ROOT = Path(__file__).resolve().parents[2]
FEWEST_COLOURS = 40


def colours(path: Path) -> int:
    image = QImage(str(path)).scaled(200, 140)
    return len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())})


def test_every_scene_is_painted_and_none_is_blank(tmp_path):
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "shots", str(tmp_path), "--theme", "dark"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    expected = {f"{scene.name}-dark.png" for scene in all_scenes()}
    assert {path.name for path in tmp_path.glob("*.png")} == expected
    assert [name for name in sorted(expected) if colours(tmp_path / name) < FEWEST_COLOURS] == []
