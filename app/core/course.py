"""The course as values: topics, lessons, sections, blocks, figures, points, sources, terms.

Everything is frozen. Prose is kept as the small Markdown dialect of CONTRIBUTING.md; the ui turns it into
rich text. Whether references resolve is checked when the course is built (`app.services.content_build`).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.ids import FigureId, PointId, QuestionId, SectionId, SourceKey, TermId, TopicId


class CalloutKind(StrEnum):
    """What a callout is for; each has its own icon and heading word."""

    KEY = "key"
    CAUTION = "caution"
    TRAP = "trap"
    PATIENT = "patient"


@dataclass(frozen=True, slots=True)
class Source:
    """A publication or page that statements rest on.

    `year` is None for an undated source. `tier` is A (paper, review, guideline) or B (university or
    professional page).
    """

    key: SourceKey
    title: str
    tier: str
    authors: str = ""
    container: str = ""
    year: int | None = None
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry. `definition` has at most 40 words."""

    id: TermId
    name: str
    definition: str
    also_called: tuple[str, ...] = ()
    patients_say: str = ""
    see: tuple[TermId, ...] = ()


@dataclass(frozen=True, slots=True)
class Hotspot:
    """A structure of a figure that can be named, found and asked for.

    `target` is a point on the drawn structure in viewBox units (x right, y down). `group` is the id of the
    SVG group that is the structure. `side` is where the label stands. Empty `steps` means every step.
    """

    id: str
    name: str
    text: str
    target: tuple[float, float]
    side: str
    group: str
    steps: tuple[str, ...] = ()

    def is_in(self, step: str | None) -> bool:
        """Tell whether the hotspot belongs to `step`; None asks about the figure as a whole."""
        return not self.steps or step is None or step in self.steps


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a stepper. `show` lists the SVG groups that this step shows."""

    id: str
    title: str
    sentence: str
    alt: str
    show: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing with what is needed to label it, test on it and read it aloud; `svg` is its whole text."""

    id: FigureId
    topic: TopicId
    title: str
    alt: str
    description: str
    note: str
    svg: str
    width: int
    height: int
    hotspots: tuple[Hotspot, ...]
    steps: tuple[Step, ...]
    sources: tuple[SourceKey, ...]
    author: str
    reviewed: date | None

    @property
    def is_stepper(self) -> bool:
        """Whether the figure is shown step by step."""
        return bool(self.steps)

    def hotspots_in(self, step: str | None) -> tuple[Hotspot, ...]:
        """Return the hotspots visible in `step`, in the order they are written."""
        return tuple(h for h in self.hotspots if h.is_in(step))

    def hidden_groups(self, step: str | None) -> frozenset[str]:
        """Return the SVG groups not drawn in `step`: those some step shows and this one does not.

        None stands for the first step of a stepper.
        """
        if not self.steps:
            return frozenset()
        current = next((s for s in self.steps if s.id == step), self.steps[0])
        named = {group for s in self.steps for group in s.show}
        return frozenset(named - set(current.show))


@dataclass(frozen=True, slots=True)
class Heading:
    """A sub-heading inside a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of prose, inline Markdown."""

    text: str


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A bulleted or numbered list, one inline Markdown text an item."""

    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """A figure or, if the figure has steps, a stepper. An empty caption means the figure's own title."""

    figure: FigureId
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Callout:
    """A short text set apart. Paragraphs of inline Markdown."""

    kind: CalloutKind
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CompareTable:
    """A table that sets things side by side. The first column of each row names the feature."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class WorkedCase:
    """A case worked through in prose: paragraphs and lists."""

    title: str
    blocks: "tuple[Paragraph | ListBlock | Heading, ...]"


@dataclass(frozen=True, slots=True)
class TryFirst:
    """One to three questions asked before the section is read; unscored."""

    questions: tuple[QuestionId, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """One question asked inside the lesson."""

    question: QuestionId


Block = Heading | Paragraph | ListBlock | FigureBlock | Callout | CompareTable | WorkedCase | TryFirst | Check


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a lesson: what is read in one go and marked read."""

    id: SectionId
    title: str
    blocks: tuple[Block, ...]
    sources: tuple[SourceKey, ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """The lesson of a topic. `minutes` is the reading time."""

    topic: TopicId
    title: str
    minutes: int
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A learning point: one thing to know, in one sentence. The unit that is scheduled."""

    id: PointId
    topic: TopicId
    statement: str
    section: SectionId
    sources: tuple[SourceKey, ...]
    facts: tuple[str, ...] = ()
    seed: tuple[str, ...] = ()
    contrast: PointId | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A second reading of a topic: when, and what it changed."""

    date: date
    changed: str


@dataclass(frozen=True, slots=True)
class Topic:
    """One subject of the course. Dates are those of the medical review; an empty reviewer means none yet."""

    id: TopicId
    title: str
    promise: str
    group: str
    order: int
    minutes: int
    objectives: tuple[str, ...]
    reviewed: date
    next_review: date
    reviewer: str = ""
    readings: tuple[Reading, ...] = ()
