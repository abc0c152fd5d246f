"""Lessons to read in tests: every kind of block, over a real progress file, failing on demand."""

from dataclasses import replace

from app.core.course import (
    Callout,
    CalloutKind,
    Check,
    CompareTable,
    FigureBlock,
    Heading,
    ListBlock,
    Paragraph,
    Reading,
    Section,
    Source,
    Term,
    TryFirst,
    WorkedCase,
)
from app.core.problems import Problem, ProblemKind
from app.services.lessons import LessonsService
from app.services.library import LibraryService
from app.services.study import StudyService
from app.ui.runtime.events import AppEvents
from app.ui.viewmodels.lessons import LessonsModel
from app.ui.viewmodels.reader import ReaderModel
from tests.fakes import StudyRoom
from tests.ui.figures.a_figure import a_figure

LOCKED = Problem(
    ProblemKind.LOCKED, "Your progress is in use", "Another program holds the file.", "Close it."
)
TOPIC = "topic-1"
LONG = "A sentence that fills the line and goes on until it has to turn at the end of the column. " * 6
BLOCKS = (
    TryFirst(("topic-1/point-000-q01", "topic-1/point-001-q01")),
    Paragraph("Mineral is **laid down** in the lining [book2020]. See [[basalis]] and [[unknown-word]]."),
    Heading("A sub-heading"),
    ListBlock(("One [paper2021].", "Two."), ordered=True),
    FigureBlock("lining/wall", "A caption."),
    Callout(CalloutKind.KEY, ("Remember the wall.",)),
    CompareTable(
        "Salt and bone",
        ("", "Salt [book2020]", "Bone"),
        (("What it is", "Mineral", "Tissue"), ("Cells", "None", "Bone cells [paper2021]")),
    ),
    WorkedCase("A case", (Paragraph("A woman asks."), ListBlock(("What now?",), ordered=True))),
    Paragraph(LONG),
    Check("topic-1/point-002-q01"),
    Paragraph(LONG),
    FigureBlock("lining/steps"),
    Check("topic-1/point-001-q02"),
    FigureBlock("lining/lost"),
)
SOURCES = {
    "book2020": Source(
        "book2020", "The lining", "A", "Noyes R, Hertig A", "Fertil Steril", 2020, doi="10.1/x"
    ),
    "paper2021": Source("paper2021", "What is bone?", "B"),
}
BASALIS = Term("basalis", "Basalis", "The deep layer that stays.", ("basal layer",), "the root of the lining")


class Shelf(LibraryService):
    """A library with two figures, one term and two sources."""

    def figure(self, figure):
        found = {
            "lining/wall": a_figure(),
            "lining/steps": a_figure(steps=True, ident="lining/steps"),
        }
        return found.get(figure)

    def term(self, term):
        return BASALIS if term == "basalis" else None

    def sources(self, keys):
        return tuple(SOURCES[key] for key in keys if key in SOURCES)


class Lessons(LessonsService):
    """Lessons that raise a problem as long as they are told to."""

    problem: Problem | None = None

    def list(self):
        self._fail()
        return super().list()

    def open_section(self, topic, section):
        self._fail()
        return super().open_section(topic, section)

    def mark_read(self, topic, section):
        self._fail()
        return super().mark_read(topic, section)

    def save_place(self, topic, section, offset):
        self._fail()
        return super().save_place(topic, section, offset)

    def _fail(self):
        if self.problem:
            raise self.problem


class Study(StudyService):
    """A study service that raises a problem as long as it is told to."""

    problem: Problem | None = None

    def answer_aside(self, *values):
        if self.problem:
            raise self.problem
        return super().answer_aside(*values)


class ReadingRoom(StudyRoom):
    """A study room whose first lesson has every kind of block in its first section."""

    def open(self) -> None:
        bank = self.bank
        lesson = bank.lessons[TOPIC]
        keys = ("book2020", "paper2021")
        rich = Section("first", "The first part", BLOCKS, keys)
        bank.lessons[TOPIC] = replace(lesson, sections=(rich, *lesson.sections[1:]))
        reading = Reading(bank.all_topics[0].reviewed, "One claim taken out.")
        bank.all_topics = (replace(bank.all_topics[0], readings=(reading,)), *bank.all_topics[1:])
        super().open()
        self.study = Study(bank, self.store, self.clock, self.preferences)
        self.lessons = Lessons(bank, self.store, self.clock, self.study)
        self.library = Shelf(bank)
        self.events = AppEvents()

    def list_model(self) -> LessonsModel:
        return LessonsModel(self.lessons, self.library, self.events)

    def reader_model(self) -> ReaderModel:
        return ReaderModel(self.lessons, self.library, self.study, self.preferences, self.events)
