"""Runs of text of one look, made from the course's inline Markdown."""

import re
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
_CURLY = {'"': "\u201c\u201d", "'": "\u2018\u2019"}
_OPENERS = "([{/\u2013\u2014\u201c\u2018"
_UNIT = re.compile(r"(?<=\d) (?=(?:mm|cm|µm|μm|nm|kg|mg|g|ml|mL|dL|mmol|nmol|pmol|IU|MHz|min)\b)")
TERM = "term:"
SOURCE = "source:"


def inline(text: str, numbers: Mapping[str, int] | None = None) -> Runs:
    """Return inline Markdown as runs.

    Glossary words become links `term:<id>`. Citations become raised links `source:<key>` showing the number
    `numbers` gives the source; without a number they are left out.
    """
    runs: list[Run] = []
    before = " "
    for span in parse(text):
        shown = typographic(span.text, before)
        before = shown[-1:] or before
        if span.cite:
            number = (numbers or {}).get(span.cite)
            if number is not None:
                _raise_citation(runs, span.cite, number)
        elif span.term:
            runs.append(Run(shown, span.bold, span.italic, href=TERM + span.term, dotted=True))
        else:
            runs.append(Run(shown, span.bold, span.italic))
    return tuple(runs)


def plain(text: str) -> Runs:
    """Return text as one run, marks and all."""
    return (Run(typographic(text)),)


def typographic(text: str, before: str = " ") -> str:
    """Return text of the same length with curly quotes, and no line break between a number and its unit.

    `before` is the character in front of it. Authors type the straight quotes of their keyboard.
    """
    shown: list[str] = []
    for char in text:
        if char in _CURLY:
            opens = before.isspace() or before in _OPENERS
            char = _CURLY[char][0 if opens else 1]  # noqa: PLW2901 - the character as it is shown
        shown.append(char)
        before = char
    return _UNIT.sub("\u00a0", "".join(shown))


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
