"""A room to study in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes import StudyRoom


@pytest.fixture
def room(tmp_path: Path) -> Iterator[StudyRoom]:
    made = StudyRoom(tmp_path)
    yield made
    made.close()
