"""A progress file, and a folder an ordinary user may use."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from app.storage.progress import ProgressStore
from tests.fakes import FakeClock

NOBODY = 65534


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def store(tmp_path: Path, clock: FakeClock) -> Iterator[ProgressStore]:
    opened = ProgressStore.open(tmp_path / "progress.db", tmp_path / "backups", clock.now())
    yield opened
    opened.close()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder whose rights hold also for tests run by the superuser, inside `as_plain_user`."""
    folder = Path(tempfile.mkdtemp(prefix="decidua-test-"))
    folder.chmod(0o777)
    yield folder
    folder.chmod(0o777)
    shutil.rmtree(folder)


@pytest.fixture
def as_plain_user() -> Callable[[Path], AbstractContextManager[None]]:
    """Rights do not bind the superuser; give a folder away and give up being one for a moment."""

    @contextmanager
    def plain(folder: Path) -> Iterator[None]:
        if os.name != "posix":
            pytest.skip("rights of files are tested on POSIX")
        superuser = os.geteuid() == 0
        if superuser:
            for path in (folder, *folder.rglob("*")):
                os.chown(path, NOBODY, NOBODY)
            os.seteuid(NOBODY)
        try:
            yield
        finally:
            if superuser:
                os.seteuid(0)

    return plain
