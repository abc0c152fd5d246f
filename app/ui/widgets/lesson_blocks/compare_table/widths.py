"""How a table shares its width among its columns. Plain numbers."""

from collections.abc import Sequence


def share(width: int, least: Sequence[int], natural: Sequence[int], most: Sequence[int]) -> list[int]:
    """Return the width of each column, `width` in all: what its words need, then a part of the rest.

    `natural` are the widths at which nothing wraps, `most` the widths beyond which a column asks for no more.
    The rest goes to the columns by how much more they would like; what is left then, evenly to all but the
    first, which names the features.
    """
    wishes = [max(0, min(n, m) - low) for n, m, low in zip(natural, most, least, strict=True)]
    spare, wanted = max(0, width - sum(least)), sum(wishes)
    given = list(least)
    if wanted > 0:
        given = [low + min(wish, spare * wish // wanted) for low, wish in zip(least, wishes, strict=True)]
    rest, others = width - sum(given), max(1, len(given) - 1)
    for column in range(1, len(given)):
        given[column] += rest // others
    given[-1] += width - sum(given)
    return given
