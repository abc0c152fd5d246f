"""Identifiers: written by hand, stable, never reused."""

import re
from typing import NewType

TopicId = NewType("TopicId", str)
SectionId = NewType("SectionId", str)
PointId = NewType("PointId", str)
QuestionId = NewType("QuestionId", str)
FigureId = NewType("FigureId", str)
SourceKey = NewType("SourceKey", str)
TermId = NewType("TermId", str)

_WORD = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_SIMPLE = re.compile(rf"^{_WORD}$")
_SCOPED = re.compile(rf"^{_WORD}/{_WORD}$")


def is_simple_id(text: str) -> bool:
    """Tell whether `text` is kebab-case: lower-case words and digits joined by single hyphens."""
    return bool(_SIMPLE.match(text))


def is_scoped_id(text: str) -> bool:
    """Tell whether `text` is `topic/name`, both halves kebab-case."""
    return bool(_SCOPED.match(text))


def topic_of(scoped: str) -> TopicId:
    """Return the topic half of `topic/name`; the whole text if there is no slash."""
    return TopicId(scoped.split("/", 1)[0])


def scoped(topic: str, name: str) -> str:
    """Return `topic/name`; a name that already names a topic is returned as it is."""
    return name if "/" in name else f"{topic}/{name}"
