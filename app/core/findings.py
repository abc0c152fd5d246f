"""What a check found: where it is, what is wrong, what to do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in a source file. `line` counts from 1; `file` is relative to the folder that was read."""

    file: str
    line: int

    def __str__(self) -> str:
        """Return `file:line`, as editors understand it."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One mistake or one weakness. A warning names its `rule` and does not stop a build."""

    where: Where
    text: str
    rule: str = ""
    warning: bool = False

    def __str__(self) -> str:
        """Return one line for a person."""
        tail = f" [{self.rule}]" if self.rule else ""
        return f"{self.where}: {'warning: ' if self.warning else ''}{self.text}{tail}"
