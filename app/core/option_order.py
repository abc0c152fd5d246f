"""In which order a question's options are shown."""

import re

from app.core.chance import shuffled, stable_hash
from app.core.questions import MultipleResponse, Question, SingleBest, part_count

_NUMBER = re.compile(r"^\D{0,14}?(-?\d+(?:[.,]\d+)?)")

SEEDS = 1 << 15
"""How many orders there are to choose from: more than five options have, and small in the log."""


def order_seed(*parts: object) -> int:
    """Return the seed of an order of options, from 0 to below 2**15, that depends on `parts` alone."""
    return stable_hash(*parts) % SEEDS


def display_order(question: Question, seed: int) -> tuple[int, ...]:
    """Return the indices of the options or statements in the order to show them.

    Options that are all numbers stand in numeric order; a question with `shuffle` off keeps its own
    order; the rest is shuffled by `seed`.
    """
    own = tuple(range(part_count(question)))
    if not question.head.shuffle:
        return own
    numbers = _numbers(question)
    if numbers:
        return tuple(sorted(own, key=lambda i: numbers[i]))
    return shuffled(own, seed)


def _numbers(question: Question) -> tuple[float, ...]:
    """Return the number each option begins with; empty unless all do, all differ, and all are alike."""
    if not isinstance(question, SingleBest | MultipleResponse):
        return ()
    found = [_NUMBER.match(option.text) for option in question.options]
    numbers = tuple(float(match[1].replace(",", ".")) for match in found if match)
    alike = len({_shape(option.text) for option in question.options}) == 1
    return numbers if alike and len(set(numbers)) == len(found) == len(numbers) else ()


def _shape(text: str) -> str:
    """Return the text with its numbers taken out, to tell "4 mm" and "11 mm" from "4 weeks"."""
    return re.sub(r"[\d.,]+", "#", text.strip().rstrip("."))
