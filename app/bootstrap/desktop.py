"""The window's life: log, one instance, crash hooks, the event loop."""

import argparse
import gc
import logging
import shutil
import signal
import sys
import tempfile
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.composition import Opener
from app.core.clock import Moment, SetClock, SystemClock
from app.core.problems import Problem
from app.paths import AppPaths, ensure_data_folder, find_paths
from app.services.care import CareService
from app.services.sample_profile import live_through
from app.ui.application import Application
from app.ui.figures.pictures import Artist
from app.ui.figures.pictures import install as let_draw
from app.ui.pages import Surroundings
from app.ui.runtime.crash import CrashReporter
from app.ui.runtime.single_instance import SingleInstance

_log = logging.getLogger(__name__)
PROFILE_DAYS = {"empty": 0, "week": 7, "months": 60}
"""How long each made-up learner has studied."""


class Desktop(QObject):
    """Ties the application to the outside: the second start, crashes, the first paint, the end."""

    def __init__(self, application: Application, reporter: CrashReporter, instance: SingleInstance) -> None:
        super().__init__()
        self._application, self._instance = application, instance
        self._told = self._heard = False
        reporter.crashed.connect(self._crashed)
        reporter.troubled.connect(application.notifier.problem)
        application.painted.connect(self._painted)
        application.ended.connect(QApplication.quit)
        instance.raise_requested.connect(application.come_to_front)

    @Slot()
    def _painted(self) -> None:
        if self._heard:
            return
        self._heard = True
        gc.freeze()
        gc.enable()
        self._instance.acquire()  # not yet held if the data folder could not be used at first
        self._instance.listen()
        QTimer.singleShot(1500, self, self._back_up)

    @Slot()
    def _back_up(self) -> None:
        services = self._application.services
        if services is None:
            return
        task = self._application.tasks.task(partial(_daily_backup, services.care))
        task.failed.connect(self._not_backed_up)
        task.start()

    @Slot(object)
    def _not_backed_up(self, error: Exception) -> None:
        _log.warning("No backup today: %s", error)
        if isinstance(error, Problem):
            self._application.notifier.problem(error)

    @Slot(str)
    def _crashed(self, report: str) -> None:
        if self._told:
            return
        self._told = True
        from app.ui.views.dialogs.crash import CrashDialog  # noqa: PLC0415 - seldom needed

        dialog = CrashDialog(report, self._application.window)
        dialog.finished.connect(self._dialog_closed)
        dialog.open()

    @Slot()
    def _dialog_closed(self) -> None:
        self._told = False


def run(paths: AppPaths) -> int:
    """Open the window and return the exit code when it is closed."""
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("Decidua")
    QGuiApplication.setDesktopFileName("decidua")
    qt.setQuitOnLastWindowClosed(False)  # a restored backup closes one window and opens the next
    instance = SingleInstance(paths.data)
    try:
        ensure_data_folder(paths)
    except Problem as problem:
        _log.warning("%s", problem)
    else:
        _log_to(paths.log_file)
        if not instance.acquire():
            return _second_start(instance)
    reporter = CrashReporter(app_version())
    application = Application(
        Opener(paths, SystemClock()), Surroundings(app_version(), paths.resources, paths.data)
    )
    with reporter.installed():
        desktop = Desktop(application, reporter, instance)
        artist = Artist()
        let_draw(artist)
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C ends at once; every answer is on disk already
        application.start()
        code = QApplication.exec()
        application.stop()
        let_draw(None)
        artist.stop()
        desktop.deleteLater()
    instance.release()
    return code


def _second_start(instance: SingleInstance) -> int:
    if instance.ask_to_raise():
        sys.stdout.write("Decidua is already running; its window was brought to the front.\n")
        return 0
    sys.stderr.write(
        "Decidua is already running, but its window did not answer. Close it, then start again.\n"
    )
    return 1


def shots(args: argparse.Namespace) -> int:
    """Paint every page to PNG files and return the exit code."""
    from app.ui.shots import Wanted, paint  # noqa: PLC0415 - the one verb that needs Qt

    qt = QApplication(sys.argv[:1])
    folder = Path(args.dir)
    wanted = Wanted(
        themes=tuple(args.theme or ("light", "dark")),
        scales=tuple(args.scale or (1.0,)),
        widths=tuple(args.width or (1360,)),
        pages=tuple(args.page or ()),
        everything=not (args.theme or args.scale or args.width),
    )
    with tempfile.TemporaryDirectory() as data:
        names = paint(folder, wanted, partial(_made_up, Path(data)))
    sys.stdout.write(f"{len(names)} pictures in {folder}\n")
    qt.quit()
    return 0


def _made_up(data: Path, profile: str) -> tuple[Opener, Path]:
    """Return an opener over a fresh copy of a made-up learner's files, on a clock that stands still."""
    clock = SetClock(Moment(1_773_302_400_000, 0))  # Thursday 12 March 2026, 08:00 UTC
    template = find_paths(str(data / profile))
    if not template.data.exists():
        services = Opener(template, clock).open()
        services.preferences.change(first_run_done=profile != "empty")
        live_through(services, clock, PROFILE_DAYS[profile])
        services.close()
    # Closed files may be copied; each scene changes its own.
    copy = Path(tempfile.mkdtemp(dir=data)) / "learner"
    shutil.copytree(template.data, copy)
    paths = find_paths(str(copy))
    return Opener(paths, SetClock(clock.now())), paths.resources


def _daily_backup(care: CareService, _report: object, _cancelled: object) -> object:
    return care.daily_backup()


def app_version() -> str:
    """Return the version of the installed package."""
    try:
        return version("decidua")
    except PackageNotFoundError:
        return "0"


def _log_to(path: Path) -> None:
    try:
        handler = RotatingFileHandler(path, maxBytes=500_000, backupCount=2, encoding="utf-8")
    except OSError:
        return
    logging.raiseExceptions = False  # a log that cannot be written, on a full disk, is not worth a word
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
