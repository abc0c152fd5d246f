"""Chance that is the same every time: a stable hash and a seeded order, independent of Python's own."""

from collections.abc import Sequence
from hashlib import blake2b

_MASK = (1 << 64) - 1


def stable_hash(*parts: object) -> int:
    """Return a whole number below 2**63 that depends on the text of `parts` and on nothing else.

    It is small enough for a signed 64-bit column.
    """
    text = "\x1f".join(str(part) for part in parts)
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big") >> 1


def shuffled(items: Sequence[int], seed: int) -> tuple[int, ...]:
    """Return `items` in the order that `seed` stands for (Fisher and Yates, numbers by SplitMix64).

    The standard library's shuffle may change between versions of Python; a recorded seed must not.
    """
    order = list(items)
    state = seed & _MASK
    for last in range(len(order) - 1, 0, -1):
        state = (state + 0x9E3779B97F4A7C15) & _MASK
        mixed = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        pick = (mixed ^ (mixed >> 31)) % (last + 1)
        order[last], order[pick] = order[pick], order[last]
    return tuple(order)
