"""Core objects of the course to JSON and back, the same text every time.

A dataclass becomes an object of its fields that differ from their defaults; where a field holds one of
several classes the object carries `"is"`, the class name.
"""

import json
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, NewType, Union, cast, get_args, get_origin, get_type_hints

from app.core import course, questions

_TAGGED: Mapping[str, type] = {
    cls.__name__: cls
    for cls in (
        course.Heading,
        course.Paragraph,
        course.ListBlock,
        course.FigureBlock,
        course.Callout,
        course.CompareTable,
        course.WorkedCase,
        course.TryFirst,
        course.Check,
        questions.SingleBest,
        questions.MultipleResponse,
        questions.TrueFalseSet,
        questions.HotspotQuestion,
    )
}


def to_json(value: object) -> str:
    """Return `value`, a core object or a tuple of them, as compact JSON with keys in field order."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def from_json[T](text: str, kind: type[T]) -> T:
    """Return the object of `kind` that `to_json` wrote. Raises ValueError if the text is not its JSON."""
    return cast("T", _build(json.loads(text), kind))


def any_from_json(text: str) -> object:
    """Return the object of a tagged class, such as a question of any kind."""
    return _build(json.loads(text), object)


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        tag = {"is": type(value).__name__} if type(value).__name__ in _TAGGED else {}
        return tag | {f.name: _plain(getattr(value, f.name)) for f in fields(value) if _differs(value, f)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    return value


def _differs(owner: object, spec: "Field[Any]") -> bool:
    return spec.default is MISSING or getattr(owner, spec.name) != spec.default


def _build(value: object, kind: Any) -> object:  # noqa: ANN401 - a type expression of any shape
    if isinstance(value, dict):
        cls = _TAGGED[value["is"]] if "is" in value else kind
        hints = _hints(cls)
        return cls(**{name: _build(item, hints[name]) for name, item in value.items() if name != "is"})
    kind = _without_none(kind)
    if isinstance(value, list):
        inner = get_args(kind)
        return tuple(_build(item, inner[0] if inner else object) for item in value)
    if isinstance(value, str) and isinstance(kind, type):
        if issubclass(kind, date):
            return date.fromisoformat(value)
        if issubclass(kind, StrEnum):
            return kind(value)
    if isinstance(value, int) and kind is float:
        return float(value)
    return value


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)


def _without_none(kind: Any) -> Any:  # noqa: ANN401 - a type expression of any shape
    if isinstance(kind, NewType):
        return str
    if get_origin(kind) in {Union, UnionType}:
        rest = [arg for arg in get_args(kind) if arg is not type(None)]
        return _without_none(rest[0]) if len(rest) == 1 else object
    return kind
