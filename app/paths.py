"""Where things are: the learner's data, the resources, the course."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from app.core.problems import Problem, ProblemKind


@dataclass(frozen=True, slots=True)
class AppPaths:
    """The folders and files of one run. `data` is the learner's; the rest is shipped and read only."""

    data: Path
    resources: Path
    questions_db: Path

    @property
    def progress_db(self) -> Path:
        """The log of answers and what is derived from it."""
        return self.data / "progress.db"

    @property
    def settings(self) -> Path:
        """The learner's settings."""
        return self.data / "settings.json"

    @property
    def backups(self) -> Path:
        """Backups of the progress database."""
        return self.data / "backups"

    @property
    def log_file(self) -> Path:
        """The program's own log, for problem reports."""
        return self.data / "decidua.log"

    @property
    def course(self) -> Path:
        """The sources of the course."""
        return self.resources / "course"


def find_paths(data_dir: str | None = None) -> AppPaths:
    """Return the paths of this run; `data_dir` overrides the system's place for user data.

    Raises Problem if a test would touch the real home.
    """
    root = Path(__file__).resolve().parent.parent
    shipped = root if (root / "resources" / "course").is_dir() else root / "app" / "shipped"
    if data_dir is None and os.environ.get("APP_TESTING"):
        raise Problem(ProblemKind.OTHER, "No data folder given", "A test must name its own data folder.")
    data = Path(data_dir).expanduser().resolve() if data_dir else _user_data()
    return AppPaths(data, shipped / "resources", shipped / "questions.db")


def ensure_data_folder(paths: AppPaths) -> None:
    """Create the data folder. Raises Problem NOT_WRITABLE if nothing can be written there."""
    probe = paths.data / f".write-{os.getpid()}"
    try:
        paths.data.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise Problem(
            ProblemKind.NOT_WRITABLE,
            "Nothing can be saved",
            f"Decidua cannot write to its data folder {paths.data}. Nothing was changed.",
            "Make the folder writable, or start Decidua with --data-dir and a folder of your own.",
        ) from error


def _user_data() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed with --data-dir

    return user_data_path("decidua", appauthor=False, roaming=sys.platform == "win32").resolve()
