"""What the reader shows: a section with its surroundings, or what comes after the last one."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.core.course import Point, Reading, Section, Topic
from app.core.ids import SectionId
from app.core.notices import Notice
from app.services.lessons import ReadState, SectionDot
from app.services.wording import counted
from app.ui.viewmodels.lessons import STATE_WORDS
from app.ui.viewmodels.section_content import SectionContent


@dataclass(frozen=True, slots=True)
class SectionRow:
    """One section in the list of sections; `status` says its state in words."""

    id: SectionId
    number: int
    title: str
    state: ReadState
    is_current: bool

    @property
    def is_read(self) -> bool:
        """Whether it was marked read, even if it changed since."""
        return self.state in {ReadState.READ, ReadState.CHANGED}

    @property
    def status(self) -> str:
        """The state in words."""
        return STATE_WORDS[self.state]


@dataclass(frozen=True, slots=True)
class Finished:
    """What comes after the last section. `unread` is the first section left out, None if all are read."""

    title: str
    text: str
    key_points: tuple[str, ...]
    unread: SectionRow | None


@dataclass(frozen=True, slots=True)
class ReaderState:
    """What the reader shows.

    `content` is None with `missing` words where there is no lesson, and while the lesson is `finished`.
    `offset` is how far into the section to begin, 0 to 1; `visit` counts what was opened, so that opening
    the same section again is told from no change.
    """

    topic: Topic | None = None
    rows: tuple[SectionRow, ...] = ()
    content: SectionContent | None = None
    number: int = 0
    minutes: int = 0
    objectives: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    reviewed: str = ""
    readings: tuple[Reading, ...] = ()
    offset: float = 0.0
    visit: int = 0
    from_review: bool = False
    finished: Finished | None = None
    missing: str = ""
    trouble: Notice | None = None

    @property
    def section(self) -> Section | None:
        """The section shown."""
        return self.content.section if self.content else None

    @property
    def row(self) -> SectionRow | None:
        """The row of the section shown."""
        return next((row for row in self.rows if row.is_current), None)

    @property
    def progress(self) -> str:
        """How much of the lesson is read."""
        read = sum(row.is_read for row in self.rows)
        return f"{read} of {counted(len(self.rows), 'section')} read"

    @property
    def before(self) -> SectionRow | None:
        """The section before the one shown."""
        return self.rows[self.number - 2] if self.number > 1 else None

    @property
    def after(self) -> SectionRow | None:
        """The section after the one shown."""
        return self.rows[self.number] if 0 < self.number < len(self.rows) else None


def section_rows(dots: tuple[SectionDot, ...], current: SectionId | None) -> tuple[SectionRow, ...]:
    """Return the rows of the sections, the one named `current` marked."""
    return tuple(
        SectionRow(dot.section, number, dot.title, dot.state, dot.section == current)
        for number, dot in enumerate(dots, 1)
    )


def finished_of(
    rows: tuple[SectionRow, ...],
    points: Mapping[SectionId, tuple[Point, ...]],
    key_points: tuple[str, ...],
) -> Finished:
    """Return what comes after the last section; `points` are those of each section of the lesson."""
    read = {row.id for row in rows if row.is_read}
    planned = sum(len(found) for section, found in points.items() if section in read)
    text = (
        f"{counted(planned, 'point')} from this lesson {_be(planned)} now in your plan. Each comes back as a"
        " question, asked a different way each time, on the day you would begin to forget it."
    )
    left = [row for row in rows if not row.is_read]
    if left:
        text += f" {counted(len(left), 'section')} {_be(len(left))} still unread."
    title = "Last section read" if left else "Lesson finished"
    return Finished(title, text, key_points, left[0] if left else None)


def _be(count: int) -> str:
    return "is" if count == 1 else "are"
