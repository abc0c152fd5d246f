"""A problem as the banner that a page shows."""

from app.core.notices import Notice, Severity
from app.core.problems import Problem

RETRY = "retry"


def trouble(problem: Problem, action: str = "Try again") -> Notice:
    """Return the banner for `problem`; its button carries the key `RETRY`, no `action` means no button."""
    words = " ".join(part for part in (problem.text, problem.remedy) if part)
    return Notice(words, problem.title, Severity.ERROR, action, RETRY if action else "")
