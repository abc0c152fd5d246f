"""Runs of text of one look, made from the course's inline Markdown."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.core.inline import parse


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look. `href` makes it a link; `dotted` underlines it as a glossary word."""

    text: str
    bold: bool = False
    italic: bool = False
    strike: bool = False
    raised: bool = False
    href: str = ""
    dotted: bool = False


Runs = tuple[Run, ...]
TERM = "term:"
SOURCE = "source:"


def inline(text: str, numbers: Mapping[str, int] | None = None) -> Runs:
    """Return inline Markdown as runs.

    Glossary words become links `term:<id>`. Citations become raised links `source:<key>` showing the number
    `numbers` gives the source; without a number they are left out.
    """
    runs: list[Run] = []
    for span in parse(text):
        if span.cite:
            number = (numbers or {}).get(span.cite)
            if number is not None:
                _raise_citation(runs, span.cite, number)
        elif span.term:
            runs.append(Run(span.text, span.bold, span.italic, href=TERM + span.term, dotted=True))
        else:
            runs.append(Run(span.text, span.bold, span.italic))
    return tuple(runs)


def plain(text: str) -> Runs:
    """Return text as one run, marks and all."""
    return (Run(text),)


def words(runs: Runs) -> str:
    """Return what a reader reads, citations left out."""
    return "".join(run.text for run in runs if not run.raised).strip()


def struck(runs: Runs) -> Runs:
    """Return the runs struck through."""
    return tuple(replace(run, strike=True) for run in runs)


def emboldened(runs: Runs) -> Runs:
    """Return the runs in bold."""
    return tuple(replace(run, bold=True) for run in runs)


def _raise_citation(runs: list[Run], key: str, number: int) -> None:
    if len(runs) > 1 and not runs[-1].text.strip() and runs[-2].raised:
        runs.pop()
    elif runs and runs[-1].text.endswith(" "):
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
    separator = "," if runs and runs[-1].raised else ""
    runs.append(Run(f"{separator}{number}", raised=True, href=SOURCE + key))
