"""Fixtures of the ui tests: a theme in force, as the application puts one, and nothing left behind."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.theme import ThemeChoice, ThemeManager, install
from tests.ui.hygiene import Watch

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture(scope="session")
def _theme_manager(qapp: QApplication) -> ThemeManager:
    manager = ThemeManager(RESOURCES, qapp)
    manager.configure(choice=ThemeChoice.LIGHT, reduced_motion=True)
    install(manager)
    return manager


@pytest.fixture(autouse=True)
def _nothing_is_left(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a window, a running timer or animation, or a thread.

    The first of the fixtures, so that it looks when all others have cleared up.
    """
    watch = Watch()
    try:
        yield
        left = watch.leftovers()
    finally:
        watch.stop()
    assert not left, "; ".join(left)


@pytest.fixture(autouse=True)
def theme(_theme_manager: ThemeManager) -> Iterator[ThemeManager]:
    """The manager, light and at 100 % for every test."""
    install(_theme_manager)
    yield _theme_manager
    _theme_manager.configure(choice=ThemeChoice.LIGHT, scale=1.0, reading_font="", reduced_motion=True)
