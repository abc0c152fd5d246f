"""What an operation touched, so that each screen can decide whether to redraw."""

from enum import Flag, auto


class Changes(Flag):
    """The areas a use-case changed; services return them and emit nothing."""

    NONE = 0
    PROGRESS = auto()
    LESSONS = auto()
    SETTINGS = auto()
    CONTENT = auto()
