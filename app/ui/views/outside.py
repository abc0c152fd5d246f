"""What opens outside the app."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_outside(address: str) -> None:
    """Open a web address in the student's own browser."""
    QDesktopServices.openUrl(QUrl(address))
