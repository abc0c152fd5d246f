"""What the first paint may cost: only QtWidgets, sqlite3 and our own modules."""

import json
import subprocess
import sys

import pytest

SCRIPT = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from app.composition import Opener
from app.core.clock import SystemClock
from app.paths import find_paths
from app.ui.application import Application
from app.ui.pages import Surroundings

qt = QApplication([])
paths = find_paths(sys.argv[1])
application = Application(Opener(paths, SystemClock()), Surroundings("0", paths.resources, paths.data))
application.painted.connect(qt.quit)
application.start()
assert application.window is not None, "the window did not open"
qt.exec()
tops = {name.partition(".")[0] for name in sys.modules}
seen = sorted(tops | {name for name in sys.modules if name.startswith("app.")})
application.stop()
print(json.dumps(seen))
"""

FORBIDDEN = {
    "sqlite_utils", "numpy", "lxml", "nh3", "markdown_it", "zstandard", "python_calamine", "xlsxwriter",
    "pydantic", "fsrs", "fsrs_rs_python", "click", "platformdirs",
    "app.formats", "app.services.content_build", "app.storage.bank_writer",
}  # fmt: skip


@pytest.fixture
def modules(tmp_path):
    def start():
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(tmp_path / "data")],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return set(json.loads(done.stdout.splitlines()[-1]))

    return start


def test_the_first_paint_imports_no_heavy_module(modules):
    modules()  # the very first start creates and migrates the file; every later one must be light
    assert modules() & FORBIDDEN == set()
