"""Inline Markdown of the course: bold, italic, citations and glossary words.

`**bold**`, `*italic*`, `[source_key]`, `[[term-id]]`, `[[term-id|words shown]]`; a backslash takes away the
meaning of the character after it.
"""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"\\(?P<escaped>.)"
    r"|\[\[(?P<term>[a-z0-9-]+)(?:\|(?P<shown>[^\]]+))?\]\]"
    r"|\[(?P<cite>[a-z][a-z0-9]*(?:_[a-z0-9]+)*)\](?!\()"
    r"|(?P<bold>\*\*)"
    r"|(?P<italic>\*)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text of one look. `cite` is a source key, `term` a glossary id; both empty in plain text."""

    text: str
    bold: bool = False
    italic: bool = False
    cite: str = ""
    term: str = ""


def parse(text: str) -> tuple[Span, ...]:
    """Return `text` as spans; adjacent plain runs of the same look are one span."""
    spans: list[Span] = []
    bold = italic = False
    end = 0
    for match in _TOKEN.finditer(text):
        _add(spans, Span(text[end : match.start()], bold, italic))
        end = match.end()
        if match["escaped"] is not None:
            _add(spans, Span(match["escaped"], bold, italic))
        elif match["term"]:
            shown = match["shown"] or match["term"].replace("-", " ")
            spans.append(Span(shown, bold, italic, term=match["term"]))
        elif match["cite"]:
            spans.append(Span("", cite=match["cite"]))
        elif match["bold"]:
            bold = not bold
        else:
            italic = not italic
    _add(spans, Span(text[end:], bold, italic))
    return tuple(spans)


def plain(text: str) -> str:
    """Return the words of `text` without marks and citations, spaces tidied."""
    words = "".join(span.text for span in parse(text) if not span.cite)
    return re.sub(r"\s+([.,;:])", r"\1", re.sub(r"\s+", " ", words)).strip()


def citations(text: str) -> tuple[str, ...]:
    """Return the source keys cited in `text`, in order, each once."""
    return tuple(dict.fromkeys(span.cite for span in parse(text) if span.cite))


def terms(text: str) -> tuple[str, ...]:
    """Return the glossary ids named in `text`, in order, each once."""
    return tuple(dict.fromkeys(span.term for span in parse(text) if span.term))


def word_count(text: str) -> int:
    """Return how many words a reader reads."""
    return len(plain(text).split())


def _add(spans: list[Span], span: Span) -> None:
    if not span.text:
        return
    last = spans[-1] if spans else None
    if last and not last.cite and not last.term and (last.bold, last.italic) == (span.bold, span.italic):
        spans[-1] = Span(last.text + span.text, last.bold, last.italic)
    else:
        spans.append(span)
