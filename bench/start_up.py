"""First paint of the app against a bare window, interleaved in one run: ratios, never an absolute figure.

uv run python bench/start_up.py [ROUNDS]
"""

import statistics
import subprocess
import sys
import tempfile
import time

BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
qt = QApplication([])
window = QMainWindow()
window.resize(1360, 900)
window.show()
QTimer.singleShot(0, qt.quit)
qt.exec()
"""
APP = """
import sys
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
qt.exec()
for line in open("/proc/self/smaps_rollup"):
    if line.startswith("Pss:"):
        print(int(line.split()[1]) // 1024)
"""


def run(script: str, *arguments: str) -> tuple[float, str]:
    """Return seconds from fork to exit and what was printed."""
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True
    )
    return time.perf_counter() - began, done.stdout


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    bare, app, memory = [], [], []
    with tempfile.TemporaryDirectory() as data:
        run(APP, data)
        for _ in range(rounds):
            bare.append(run(BARE)[0])
            seconds, said = run(APP, data)
            app.append(seconds)
            memory.append(int(said or 0))
    base, ours = statistics.median(bare), statistics.median(app)
    print(f"bare window {base * 1000:.0f} ms, app {ours * 1000:.0f} ms: {ours / base:.2f} times,", end=" ")
    print(f"+{(ours - base) * 1000:.0f} ms; memory {statistics.median(memory)} MiB (PSS)")


if __name__ == "__main__":
    main()
