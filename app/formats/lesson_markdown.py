"""`lesson.md`: front matter, sections, and native blocks between `:::` fences."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from app.core.course import (
    Block,
    Callout,
    CalloutKind,
    Check,
    CompareTable,
    FigureBlock,
    Heading,
    Lesson,
    ListBlock,
    Paragraph,
    Section,
    TryFirst,
    WorkedCase,
)
from app.core.findings import Finding, Where
from app.core.ids import FigureId, QuestionId, SectionId, SourceKey, TopicId, is_simple_id, scoped
from app.core.inline import citations
from app.formats.toml_source import parse_toml

_SECTION = re.compile(r"^##\s+(?P<title>.+?)\s*(?:\{#(?P<id>[^}]+)\})?\s*$")
_FENCE = re.compile(r"^:::\s*(?P<name>[a-z-]+)\s*(?P<rest>.*?)\s*$")
_BULLET = re.compile(r"^[-*]\s+(?P<text>.+)$")
_NUMBER = re.compile(r"^\d+[.)]\s+(?P<text>.+)$")


@dataclass
class _Reader:
    """The state of reading one lesson: lines, findings, and where blocks were found."""

    file: str
    topic: TopicId
    lines: list[str]
    findings: list[Finding]
    places: dict[str, Where] = field(default_factory=dict)

    def report(self, line: int, text: str) -> None:
        self.findings.append(Finding(Where(self.file, line), text))


def read_lesson(
    text: str, file: str, topic: TopicId, findings: list[Finding]
) -> tuple[Lesson, dict[str, Where]]:
    """Return the lesson of `text` and where its sections and references stand."""
    reader = _Reader(file, topic, text.splitlines(), findings)
    title, minutes, start = _front_matter(reader)
    sections: list[Section] = []
    heads = [(n, m) for n in range(start, len(reader.lines)) if (m := _SECTION.match(reader.lines[n]))]
    ends = [*(number for number, _ in heads), len(reader.lines)][1:]
    for (number, match), end in zip(heads, ends, strict=True):
        sections.append(_section(reader, number, match, end))
    stray = [n for n in range(start, heads[0][0] if heads else len(reader.lines)) if reader.lines[n].strip()]
    if stray:
        reader.report(stray[0] + 1, "Text before the first section; put it under a ## heading.")
    return Lesson(topic, title, minutes, tuple(sections)), reader.places


def _front_matter(reader: _Reader) -> tuple[str, int, int]:
    lines = reader.lines
    fences = [n for n, line in enumerate(lines) if line.strip() == "+++"]
    if len(fences) < 2 or fences[0] != 0:
        reader.report(1, "The lesson must begin with front matter between two +++ lines.")
        return "", 0, 0
    table = parse_toml("\n".join(lines[1 : fences[1]]), reader.file, 2, reader.findings)
    if table is None:
        return "", 0, fences[1] + 1
    if table.text("id") != reader.topic:
        table.report(f"`id` must be the topic's id, {reader.topic}.", "id")
    title, minutes = table.text("title"), table.whole("minutes")
    table.done()
    return title, minutes, fences[1] + 1


def _section(reader: _Reader, number: int, match: re.Match[str], end: int) -> Section:
    name = match["id"] or ""
    if not is_simple_id(name):
        reader.report(number + 1, "A section needs an id: ## Title {#short-id}.")
    if f"section {reader.topic}/{name}" in reader.places:
        reader.report(number + 1, f"The section id `{name}` is used twice.")
    reader.places.setdefault(f"section {reader.topic}/{name}", Where(reader.file, number + 1))
    blocks = _blocks(reader, number + 1, end)
    body = "\n".join(reader.lines[number + 1 : end])
    sources = tuple(SourceKey(key) for key in citations(body))
    return Section(SectionId(name), match["title"], blocks, sources)


def _blocks(reader: _Reader, start: int, end: int) -> tuple[Block, ...]:
    blocks: list[Block] = []
    number = start
    while number < end:
        line = reader.lines[number].strip()
        fence = _FENCE.match(line)
        if fence:
            close = next((n for n in range(number + 1, end) if reader.lines[n].strip() == ":::"), None)
            if close is None:
                reader.report(number + 1, f"The fence ::: {fence['name']} is never closed with a line :::.")
                return tuple(blocks)
            block = _fenced(reader, fence["name"], fence["rest"], number + 1, close)
            blocks += [block] if block else []
            number = close + 1
        elif line:
            stop = number
            while stop < end and reader.lines[stop].strip() and not _FENCE.match(reader.lines[stop].strip()):
                stop += 1
            blocks += _prose(reader, number, stop)
            number = stop
        else:
            number += 1
    return tuple(blocks)


def _prose(reader: _Reader, start: int, end: int) -> list[Paragraph | ListBlock | Heading]:
    """Read a run of lines without a blank one: a heading, a list, or a paragraph and then perhaps a list."""
    found: list[Paragraph | ListBlock | Heading] = []
    words: list[str] = []
    items: list[str] = []
    ordered = False
    for number in range(start, end):
        line = reader.lines[number].strip()
        bullet, counted = _BULLET.match(line), _NUMBER.match(line)
        if line.startswith("#"):
            if not line.startswith("### "):
                reader.report(number + 1, "Inside a section only ### headings are allowed.")
            found += [Paragraph(" ".join(words))] if words else []
            words = []
            found.append(Heading(line.lstrip("#").strip()))
        elif bullet or counted:
            ordered = ordered if items else counted is not None
            items.append((bullet or counted)["text"])  # type: ignore[index]  # one of the two matched
        elif items:
            items[-1] += f" {line}"
        else:
            words.append(line)
        if line.startswith("|"):
            reader.report(number + 1, "A table stands inside ::: compare.")
    found += [Paragraph(" ".join(words))] if words else []
    found += [ListBlock(tuple(items), ordered)] if items else []
    return found


def _fenced(reader: _Reader, name: str, rest: str, start: int, close: int) -> Block | None:
    make = _FENCES.get(name)
    if make is None:
        reader.report(start, f"The fence `{name}` is not known; use: {', '.join(sorted(_FENCES))}.")
        return None
    return make(reader, rest, start, close)


def _content(reader: _Reader, start: int, close: int) -> list[str]:
    return [line.strip() for line in reader.lines[start:close] if line.strip()]


def _figure(reader: _Reader, rest: str, start: int, close: int) -> Block | None:
    if not rest:
        reader.report(start, "Name the figure: ::: figure name.")
        return None
    figure = FigureId(scoped(reader.topic, rest))
    reader.places.setdefault(f"figure-block {figure}", Where(reader.file, start))
    return FigureBlock(figure, " ".join(_content(reader, start, close)))


def _callout(reader: _Reader, rest: str, start: int, close: int) -> Block | None:
    if rest not in {kind.value for kind in CalloutKind}:
        reader.report(start, f"A callout is one of: {', '.join(kind.value for kind in CalloutKind)}.")
        return None
    text = "\n".join(reader.lines[start:close])
    paragraphs = tuple(" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip())
    if not paragraphs:
        reader.report(start, "The callout is empty.")
    return Callout(CalloutKind(rest), paragraphs)


def _compare(reader: _Reader, rest: str, start: int, close: int) -> Block | None:
    rows = [
        tuple(cell.strip() for cell in line.strip("|").split("|"))
        for line in _content(reader, start, close)
        if line.startswith("|") and not re.fullmatch(r"[|\s:-]+", line)
    ]
    if len(rows) < 2 or len({len(row) for row in rows}) != 1:
        reader.report(start, "A compare table needs a header and rows of the same number of cells.")
        return None
    return CompareTable(rest, rows[0], tuple(rows[1:]))


def _case(reader: _Reader, rest: str, start: int, close: int) -> Block | None:
    blocks: list[Paragraph | ListBlock | Heading] = []
    number = start
    while number < close:
        stop = number
        while stop < close and reader.lines[stop].strip():
            stop += 1
        blocks += _prose(reader, number, stop)
        number = stop + 1
    if not rest:
        reader.report(start, "Give the case a title: ::: case The bright line.")
    return WorkedCase(rest, tuple(blocks))


def _questions(reader: _Reader, start: int, close: int) -> tuple[QuestionId, ...]:
    found = tuple(QuestionId(line) for line in _content(reader, start, close))
    for offset, question in enumerate(found, 1):
        reader.places.setdefault(f"question-block {question}", Where(reader.file, start + offset))
    return found


def _try_first(reader: _Reader, _rest: str, start: int, close: int) -> Block | None:
    questions = _questions(reader, start, close)
    if not 1 <= len(questions) <= 3:
        reader.report(start, "Try first holds 1 to 3 questions.")
    return TryFirst(questions)


def _check(reader: _Reader, _rest: str, start: int, close: int) -> Block | None:
    questions = _questions(reader, start, close)
    if len(questions) != 1:
        reader.report(start, "A check holds one question.")
        return None
    return Check(questions[0])


_FENCES: dict[str, Callable[[_Reader, str, int, int], Block | None]] = {
    "figure": _figure,
    "stepper": _figure,
    "callout": _callout,
    "compare": _compare,
    "case": _case,
    "try-first": _try_first,
    "check": _check,
}
