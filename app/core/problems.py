"""The world's doing, in words: what happened, what is safe, what to do."""

from enum import StrEnum


class ProblemKind(StrEnum):
    """The sort of problem, for code that must choose a way on; never shown."""

    MISSING = "missing"
    CORRUPT = "corrupt"
    NEWER = "newer"
    LOCKED = "locked"
    READ_ONLY = "read-only"
    DISK_FULL = "disk-full"
    NOT_WRITABLE = "not-writable"
    BAD_INPUT = "bad-input"
    OTHER = "other"


class Problem(Exception):  # noqa: N818 - a problem is the world's, an error would be ours
    """Something outside the program went wrong.

    `title` is a few words, `text` one sentence that says what happened and what is safe, `remedy` one thing
    to do. `str()` gives all three, without codes. `about` names the file in question where the way on
    depends on it: "course" or "progress".
    """

    def __init__(self, kind: ProblemKind, title: str, text: str, remedy: str = "") -> None:
        super().__init__(title, text, remedy)
        self.kind = kind
        self.title = title
        self.text = text
        self.remedy = remedy
        self.about = ""

    def __str__(self) -> str:
        """Return title, text and remedy as one line."""
        return " ".join(part for part in (f"{self.title}.", self.text, self.remedy) if part)
