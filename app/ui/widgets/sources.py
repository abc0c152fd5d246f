"""A source as one line of text."""

from app.core.course import Source


def source_line(source: Source) -> str:
    """Return "Author et al. Title. Journal. 2016", with "undated" where the year is not known."""
    first = source.authors.split(",")[0].strip()
    several = source.authors.count(",") > 0
    who = f"{first} et al. " if first and several else f"{first}. " if first else ""
    where = f" {source.container}." if source.container else ""
    title = source.title if source.title.endswith((".", "?")) else f"{source.title}."
    return f"{who}{title}{where} {source.year or 'Undated'}"
