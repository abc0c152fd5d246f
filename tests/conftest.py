"""Fixtures of all tests: Qt without a screen, no touch of the real home."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("APP_TESTING", "1")
