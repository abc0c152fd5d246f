"""First paint of the app against a bare window, interleaved in one run: ratios, never an absolute figure.

uv run python bench/start_up.py [ROUNDS]

Measured for a first start, which shows the first run, and for a student who has begun, who sees Today. The
time of the processor stands beside that of the clock: it holds on a busy machine, too.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BARE = """
import time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
qt = QApplication([])
window = QMainWindow()
window.resize(1360, 900)
window.show()
QTimer.singleShot(0, qt.quit)
qt.exec()
print(time.process_time(), 0)
"""
APP = """
import gc
import sys
import time
gc.disable()
from PySide6.QtWidgets import QApplication
from app.composition import Opener
from app.core.clock import SystemClock
from app.paths import find_paths
from app.ui.application import Application
from app.ui.figures.pictures import Artist, install
from app.ui.pages import Surroundings
qt = QApplication([])
paths = find_paths(sys.argv[1])
application = Application(Opener(paths, SystemClock()), Surroundings("0", paths.resources, paths.data))
artist = Artist()
install(artist)
application.painted.connect(qt.quit)
application.start()
qt.exec()
used = time.process_time()
for line in open("/proc/self/smaps_rollup"):
    if line.startswith("Pss:"):
        print(used, int(line.split()[1]) // 1024)
install(None)
application.stop()
artist.stop()
"""


def run(script: str, *arguments: str) -> tuple[float, float, int]:
    """Return seconds from fork to exit, seconds of the processor to the paint, and MiB of memory."""
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True
    )
    taken = time.perf_counter() - began
    used, memory = done.stdout.split()
    return taken, float(used), int(memory)


def measure(name: str, data: str, rounds: int) -> None:
    run(APP, data)
    bare, app = [], []
    for _ in range(rounds):
        bare.append(run(BARE))
        app.append(run(APP, data))
    (base, base_used, _), (ours, used, memory) = (
        tuple(statistics.median(column) for column in zip(*rows, strict=True)) for rows in (bare, app)
    )
    print(
        f"{name}: bare window {base * 1000:.0f} ms, app {ours * 1000:.0f} ms, {ours / base:.2f} times;",
        end=" ",
    )
    print(f"processor {base_used * 1000:.0f} ms, +{(used - base_used) * 1000:.0f} ms;", end=" ")
    print(f"memory {memory:.0f} MiB (PSS)")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as data:
        measure("first run", data, rounds)
        Path(data, "settings.json").write_text('{"first_run_done": true}', "utf-8")
        measure("Today", data, rounds)


if __name__ == "__main__":
    main()
