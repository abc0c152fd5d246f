"""Taking widgets away again."""

from PySide6.QtWidgets import (
    QLayout,
    QWidget,
)


def discard(widget: QWidget) -> None:
    """Take a widget off the page at once and delete it when control returns to the event loop."""
    widget.setParent(None)
    widget.deleteLater()


def clear(layout: QLayout) -> None:
    """Remove and delete everything in a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            discard(widget)
        elif inner is not None:
            clear(inner)
