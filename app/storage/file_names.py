"""Which file stands under a name, and how to clear a name that another file has taken."""

from pathlib import Path

_COMPANIONS = ("-wal", "-shm")


def identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from every other of its file system; None when there is none at `path`."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def journal(path: Path) -> Path:
    """Return where SQLite keeps what is not yet in the file at `path`."""
    return path.with_name(path.name + "-wal")


def set_aside(path: Path, *, with_journal: bool) -> str:
    """Rename the file at `path`; return where it lies now, in words.

    A journal that belongs to the file we have open must not go with another: it would spoil it.
    """
    number = 1
    while (aside := path.with_name(f"{path.stem}-replaced-{number}{path.suffix}")).exists():
        number += 1
    path.replace(aside)
    if with_journal and journal(path).exists():
        journal(path).replace(journal(aside))
    keep_none(path)
    return f" The file that took its place is kept as {aside.name}."


def keep_none(path: Path) -> str:
    """Remove what a file has left beside it: all of it stands in the one that is open."""
    for companion in _COMPANIONS:
        path.with_name(path.name + companion).unlink(missing_ok=True)
    return ""
