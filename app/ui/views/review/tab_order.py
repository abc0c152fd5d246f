"""The order of the Tab key, which Qt otherwise takes from the order in which widgets were made."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def order_tabs(parts: Iterable[QWidget]) -> None:
    """Let the Tab key go through `parts` in this order, and inside each in the order of its children."""
    stops = [
        widget
        for part in parts
        for widget in (part, *part.findChildren(QWidget))
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not widget.isWindow()
    ]
    for first, second in pairwise(stops):
        QWidget.setTabOrder(first, second)
