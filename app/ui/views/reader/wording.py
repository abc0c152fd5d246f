"""Words of a lesson as they are set: sources numbered, dead links taken out, units kept whole."""

import re
from dataclasses import replace

from app.ui.viewmodels.section_content import SectionContent
from app.ui.widgets.runs import TERM, Run, Runs, inline

_LOOSE = re.compile(r"(?<=\d) (?=(?:%|mm|cm|µm|nm|m[lg]|mmol)(?!\w)|[×x] \d)|(?<=\d [×x]) (?=\d)")
_PER = re.compile(r"(?<=mg|ol|µg|ng)/(?=d?L)")
"""The space between a number and its unit, and the stroke inside a unit, where no line may break."""


def runs_of(text: str, content: SectionContent) -> Runs:
    """Return inline Markdown as runs: sources numbered, glossary words linked where there is an entry."""
    return tuple(_without_dead_link(run, content) for run in inline(unbroken(text), content.numbers))


def unbroken(text: str) -> str:
    """Keep numbers and their units on one line."""
    return _PER.sub("\u2060/\u2060", _LOOSE.sub("\u00a0", text))


def _without_dead_link(run: Run, content: SectionContent) -> Run:
    dead = run.dotted and run.href.removeprefix(TERM) not in content.terms
    return replace(run, href="", dotted=False) if dead else run
