"""How tall a widget is where its words wrap."""

from PySide6.QtWidgets import QSizePolicy, QWidget

Policy = QSizePolicy.Policy


def follow_width(widget: QWidget, across: Policy = Policy.Preferred, down: Policy = Policy.Preferred) -> None:
    """Let layouts ask `widget` for its height at the width they give it."""
    policy = QSizePolicy(across, down)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
