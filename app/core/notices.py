"""A notice is a value: what to tell, how serious it is, what can be done about it."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How serious a notice is; decides icon and tint, never the wording."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell the student.

    `action` is the label of the one thing that can be done at once ("Undo"), empty for none; `key` names the
    action for the code that carries it out.
    """

    text: str
    title: str = ""
    severity: Severity = Severity.INFO
    action: str = ""
    key: str = ""

    @property
    def spoken(self) -> str:
        """Title and text as one line, as it is said."""
        return f"{self.title}. {self.text}" if self.title else self.text
