"""Flaws a linter can see in a question: warnings with a rule name, in our own words.

The rules follow chapter 3 of the NBME item-writing guide (Constructing Written Test Questions, 2020/21).
"""

import re
from collections.abc import Iterator, Sequence
from statistics import mean

from app.core.questions import (
    HotspotQuestion,
    MultipleResponse,
    Option,
    Question,
    SingleBest,
    TrueFalseSet,
)

_ABSOLUTE = re.compile(r"\b(always|never|all|none|must|only|every)\b", re.IGNORECASE)
_VAGUE = re.compile(r"\b(usually|often|sometimes|rarely|frequently|may|might|could)\b", re.IGNORECASE)
_ABOVE = re.compile(r"\b(all|none) of (the above|these)\b|\bboth [a-e] and [a-e]\b", re.IGNORECASE)
_NEGATIVE = re.compile(r"\b(except|not|least|incorrect|false)\b", re.IGNORECASE)
_NUMBER = re.compile(r"^[^\d]*(\d+(?:\.\d+)?)")
_WORD = re.compile(r"[a-zà-ÿα-ω]{5,}", re.IGNORECASE)
LONGEST_STEM_WORDS = 120


def flaws(question: Question) -> Iterator[tuple[str, str]]:
    """Yield each flaw as (rule, sentence)."""
    yield from _stem_flaws(question)
    match question:
        case SingleBest(_, options):
            yield from _option_flaws(options)
            yield from _single_flaws(question, options)
        case MultipleResponse(_, options):
            yield from _option_flaws(options)
        case TrueFalseSet(_, statements):
            for statement in statements:
                if _ABSOLUTE.search(statement.text) and not statement.right:
                    yield "absolute", f"“{statement.text}” gives itself away by an absolute word."
        case HotspotQuestion():
            pass


def _stem_flaws(question: Question) -> Iterator[tuple[str, str]]:
    head = question.head
    if len(head.stem.split()) > LONGEST_STEM_WORDS:
        yield "long-stem", f"The stem has over {LONGEST_STEM_WORDS} words."
    if _NEGATIVE.search(head.ask) and not isinstance(question, TrueFalseSet):
        yield "negative", "The question is asked in the negative; ask for what is so."


def _option_flaws(options: Sequence[Option]) -> Iterator[tuple[str, str]]:
    for option in options:
        if _ABOVE.search(option.text):
            yield "above", f"“{option.text}” refers to other options and breaks shuffling."
        elif not option.right and (found := _ABSOLUTE.search(option.text)):
            yield "absolute", f"“{option.text}” gives itself away by “{found[0]}”."
        elif found := _VAGUE.search(option.text):
            yield "vague", f"“{option.text}” is vague: “{found[0]}”."


def _single_flaws(question: SingleBest, options: Sequence[Option]) -> Iterator[tuple[str, str]]:
    key = next((option for option in options if option.right), None)
    others = [option for option in options if not option.right]
    if key is None or not others:
        return
    longest = max(len(option.text) for option in others)
    if len(key.text.split()) > 5 and len(key.text) > max(longest, 1.5 * mean(len(o.text) for o in others)):
        yield "longest-key", "The right option is much the longest."
    stem = _words(f"{question.head.stem} {question.head.ask}")
    clang = (stem & _words(key.text)) - {word for option in others for word in _words(option.text)}
    if clang:
        yield "clang", f"Stem and right option alone share “{sorted(clang)[0]}”."
    values = [float(m[1]) for option in options if (m := _NUMBER.match(option.text))]
    if question.head.shuffle is False and len(values) == len(options) and values != sorted(values):
        yield "number-order", "Numeric options that are not shuffled stand in rising order."


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}
