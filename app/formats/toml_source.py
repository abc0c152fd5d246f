"""TOML files read with line numbers, so that every mistake can be reported where it stands."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from app.core.findings import Finding, Where

_HEADER = re.compile(r"^\s*\[\[?\s*([A-Za-z0-9_.-]+)\s*\]?\]\s*(?:#.*)?$")
_LINE_IN_MESSAGE = re.compile(r"line (\d+)")


@dataclass(frozen=True, slots=True)
class _Header:
    line: int
    path: str


class Table:
    """One table of a TOML file. Each getter reports what is missing or of the wrong type and goes on.

    Getters of text return stripped text. `done()` reports keys that nobody asked for.
    """

    def __init__(
        self,
        file: str,
        data: dict[str, object],
        lines: list[str],
        headers: list[_Header],
        findings: list[Finding],
        path: str = "",
        start: int = 0,
        end: int | None = None,
    ) -> None:
        self.file = file
        self._data = data
        self._lines = lines
        self._headers = headers
        self._findings = findings
        self._path = path
        self._start = start
        self._end = len(lines) + 1 if end is None else end
        self._asked: set[str] = set()

    @property
    def where(self) -> Where:
        """Where the table begins."""
        return Where(self.file, max(1, self._start))

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys present, in the order written."""
        return tuple(self._data)

    def at(self, key: str) -> Where:
        """Return where `key` is set; the table's beginning if it is not."""
        pattern = re.compile(rf'^\s*"?{re.escape(key)}"?\s*=')
        own_end = min((h.line for h in self._headers if self._start < h.line < self._end), default=self._end)
        for number in range(self._start + 1, own_end):
            if number <= len(self._lines) and pattern.match(self._lines[number - 1]):
                return Where(self.file, number)
        return self.where

    def report(self, text: str, key: str = "") -> None:
        """Record a mistake at `key`, or at the table."""
        self._findings.append(Finding(self.at(key) if key else self.where, text))

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; without a default an empty or absent one is a mistake."""
        value = self._get(key)
        if value is None and default is not None:
            return default
        if isinstance(value, str):
            if not value.strip() and default is None:
                self.report(f"`{key}` is empty; write it.", key)
            return value.strip()
        self.report(f"`{key}` is missing; add a text." if value is None else f"`{key}` must be a text.", key)
        return ""

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """Return a list of texts; absent is the empty list, a mistake if `required`."""
        value = self._get(key)
        if value is None or value == []:
            if required:
                self.report(f"`{key}` is missing; give at least one.", key)
            return ()
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(str(item).strip() for item in value)
        self.report(f"`{key}` must be a list of texts.", key)
        return ()

    def flag(self, key: str, default: bool | None = None) -> bool:
        """Return true or false."""
        value = self._get(key)
        if isinstance(value, bool):
            return value
        if value is None and default is not None:
            return default
        self.report(f"`{key}` must be true or false.", key)
        return False

    def whole(self, key: str) -> int:
        """Return a whole number."""
        value = self._get(key)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        self.report(f"`{key}` must be a whole number.", key)
        return 0

    def maybe_whole(self, key: str) -> int | None:
        """Return a whole number, or None where it is absent."""
        if key in self._data:
            return self.whole(key)
        self._asked.add(key)
        return None

    def day(self, key: str) -> date:
        """Return a date written as 2026-11-22."""
        value = self._get(key)
        if isinstance(value, date):
            return value
        self.report(f"`{key}` must be a date such as 2026-11-22 (without quotes).", key)
        return date(1970, 1, 1)

    def pair(self, key: str) -> tuple[float, float]:
        """Return two numbers, such as a point in viewBox units."""
        value = self._get(key)
        if isinstance(value, list) and len(value) == 2 and all(isinstance(v, int | float) for v in value):
            return float(value[0]), float(value[1])
        self.report(f"`{key}` must be two numbers, such as [320, 140].", key)
        return 0.0, 0.0

    def choice[E: StrEnum](self, key: str, values: type[E]) -> E:
        """Return one of a fixed set of words; reports the words that are allowed."""
        value = self._get(key)
        for member in values:
            if value == member.value:
                return member
        self.report(f"`{key}` is {value!r}; use one of: {', '.join(m.value for m in values)}.", key)
        return next(iter(values))

    def choices[E: StrEnum](self, key: str, values: type[E]) -> tuple[E, ...]:
        """Return a list of words of a fixed set."""
        known = {member.value: member for member in values}
        found = self.texts(key, required=True)
        for word in found:
            if word not in known:
                self.report(f"`{key}` holds {word!r}; use: {', '.join(known)}.", key)
        return tuple(known[word] for word in found if word in known)

    def tables(self, key: str) -> tuple["Table", ...]:
        """Return the tables of an array of tables, each knowing its line."""
        value = self._get(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.report(f"`{key}` must be written as [[{key}]] tables.", key)
            return ()
        path = f"{self._path}.{key}".lstrip(".")
        starts = [h.line for h in self._headers if h.path == path and self._start < h.line < self._end]
        starts += [self._start] * (len(value) - len(starts))
        ends = [*starts[1:], self._end]
        return tuple(
            Table(
                self.file, item, self._lines, self._headers, self._findings, path, start, max(end, start + 1)
            )
            for item, start, end in zip(value, starts, ends, strict=False)
        )

    def named_tables(self) -> tuple[tuple[str, "Table"], ...]:
        """Return every `[name]` table of this level with its name."""
        found = []
        headers = sorted(self._headers, key=lambda h: h.line)
        for name, item in self._data.items():
            self._asked.add(name)
            if not isinstance(item, dict):
                self.report(f"`{name}` must be a table written as [{name}].", name)
                continue
            start = next((h.line for h in headers if h.path == name), self._start)
            end = next((h.line for h in headers if h.line > start), self._end)
            table = Table(self.file, item, self._lines, self._headers, self._findings, name, start, end)
            found.append((name, table))
        return tuple(found)

    def done(self) -> None:
        """Report keys nobody asked for: most are misspelt."""
        for key in self._data:
            if key not in self._asked:
                self.report(f"`{key}` is not known here; correct its spelling or remove it.", key)

    def _get(self, key: str) -> object:
        self._asked.add(key)
        return self._data.get(key)


def read_toml(path: Path, root: Path, findings: list[Finding]) -> Table | None:
    """Return the file as a table; None, with a finding, if it is absent, not UTF-8 or not TOML."""
    file = path.relative_to(root).as_posix()
    try:
        text = path.read_text("utf-8")
        data = tomllib.loads(text)
    except FileNotFoundError:
        findings.append(Finding(Where(file, 1), "The file is missing; add it."))
        return None
    except UnicodeDecodeError:
        findings.append(Finding(Where(file, 1), "The file is not UTF-8; save it as UTF-8."))
        return None
    except tomllib.TOMLDecodeError as error:
        found = _LINE_IN_MESSAGE.search(str(error))
        findings.append(Finding(Where(file, int(found[1]) if found else 1), f"Not valid TOML: {error}."))
        return None
    lines = text.splitlines()
    return Table(file, data, lines, _headers(lines), findings)


def parse_toml(text: str, file: str, first_line: int, findings: list[Finding]) -> Table | None:
    """Return TOML that stands inside another file, such as front matter, beginning at `first_line`."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        findings.append(Finding(Where(file, first_line), f"Not valid TOML: {error}."))
        return None
    lines = [""] * (first_line - 1) + text.splitlines()
    return Table(file, data, lines, _headers(lines), findings)


def _headers(lines: list[str]) -> list[_Header]:
    found: list[_Header] = []
    quoted = False
    for number, line in enumerate(lines, 1):
        match = None if quoted else _HEADER.match(line)
        if match:
            found.append(_Header(number, match[1]))
        if (line.count('"""') + line.count("'''")) % 2:
            quoted = not quoted
    return found
