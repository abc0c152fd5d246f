"""A folder of course sources, read whole: every mistake in one go, none hiding another."""

from dataclasses import dataclass, field
from pathlib import Path

from app.core.catalog import Course, Located
from app.core.course import Figure, Lesson, Point, Source, Term, Topic
from app.core.findings import Finding, Where
from app.core.ids import SourceKey, TermId, TopicId
from app.core.questions import Question
from app.formats.figure_toml import read_figure
from app.formats.lesson_markdown import read_lesson
from app.formats.question_toml import read_questions
from app.formats.svg_rules import inspect
from app.formats.toml_source import Table, read_toml
from app.formats.topic_toml import read_topic


@dataclass
class _Gathered:
    root: Path
    findings: list[Finding] = field(default_factory=list)
    places: dict[str, Where] = field(default_factory=dict)
    topics: list[Topic] = field(default_factory=list)
    lessons: list[Lesson] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)

    def add_places(self, places: dict[str, Where]) -> None:
        for key, where in places.items():
            if key in self.places and not key.startswith(("figure-block", "question-block")):
                name = key.split(" ", 1)[1]
                self.findings.append(Finding(where, f"`{name}` is used already at {self.places[key]}."))
            self.places.setdefault(key, where)


def read_course(root: Path) -> tuple[Located, list[Finding]]:
    """Return the course under `root` and what is wrong with it.

    Files are read in order of path. A file that cannot be read at all leaves out what it holds.
    """
    gathered = _Gathered(root)
    for folder in sorted(path.parent for path in root.glob("*/topic.toml")):
        _read_topic_folder(folder, gathered)
    order = {topic.id: (topic.order, topic.id) for topic in gathered.topics}
    course = Course(
        topics=tuple(sorted(gathered.topics, key=lambda t: order[t.id])),
        lessons=tuple(sorted(gathered.lessons, key=lambda lesson: order[lesson.topic])),
        points=tuple(gathered.points),
        questions=tuple(sorted(gathered.questions, key=lambda q: q.head.id)),
        figures=tuple(sorted(gathered.figures, key=lambda f: f.id)),
        sources=_sources(gathered),
        terms=_terms(gathered),
        seeds=_seeds(gathered),
    )
    return Located(course, gathered.places), gathered.findings


def _read_topic_folder(folder: Path, gathered: _Gathered) -> None:
    table = read_toml(folder / "topic.toml", gathered.root, gathered.findings)
    if table is None:
        return
    read = read_topic(table)
    gathered.add_places(read.places)
    gathered.topics.append(read.topic)
    _read_lesson(folder, read.topic.id, gathered)
    lesson = next((found for found in gathered.lessons if found.topic == read.topic.id), None)
    taught = [section.id for section in lesson.sections] if lesson else []
    place = {section: number for number, section in enumerate(taught)}
    gathered.points += sorted(read.points, key=lambda p: place.get(p.section, len(place)))
    questions = read_toml(folder / "questions.toml", gathered.root, gathered.findings)
    if questions is not None:
        found, places = read_questions(questions, read.topic.id)
        gathered.questions += found
        gathered.add_places(places)
    _read_figures(folder / "figures", read.topic.id, gathered)


def _read_lesson(folder: Path, topic: TopicId, gathered: _Gathered) -> None:
    path = folder / "lesson.md"
    file = path.relative_to(gathered.root).as_posix()
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        gathered.findings.append(Finding(Where(file, 1), "The lesson is missing; write it."))
        return
    except UnicodeDecodeError:
        gathered.findings.append(Finding(Where(file, 1), "The file is not UTF-8; save it as UTF-8."))
        return
    lesson, places = read_lesson(text, file, topic, gathered.findings)
    gathered.lessons.append(lesson)
    gathered.add_places(places)


def _read_figures(folder: Path, topic: TopicId, gathered: _Gathered) -> None:
    for path in sorted(folder.glob("*.toml")):
        table = read_toml(path, gathered.root, gathered.findings)
        svg = path.with_suffix(".svg")
        if not svg.exists():
            where = Where(path.relative_to(gathered.root).as_posix(), 1)
            gathered.findings.append(Finding(where, f"{svg.name} is missing; run `content draw`."))
            continue
        drawing = inspect(svg.read_text("utf-8"))
        at_svg = Where(svg.relative_to(gathered.root).as_posix(), 1)
        gathered.findings += [Finding(at_svg, text) for text in drawing.mistakes]
        if table is not None:
            figure = read_figure(table, topic, path.stem, drawing)
            gathered.figures.append(figure)
            gathered.add_places({f"figure {figure.id}": table.where})


def _sources(gathered: _Gathered) -> tuple[Source, ...]:
    table = read_toml(gathered.root / "sources.toml", gathered.root, gathered.findings)
    found = [_source(name, entry) for name, entry in table.named_tables()] if table else []
    return tuple(sorted(found, key=lambda s: s.key))


def _source(name: str, table: Table) -> Source:
    source = Source(
        key=SourceKey(name),
        title=table.text("title"),
        tier=table.text("tier"),
        authors=table.text("authors", ""),
        container=table.text("container", ""),
        year=table.maybe_whole("year"),
        doi=table.text("doi", ""),
        pmid=table.text("pmid", ""),
        pmcid=table.text("pmcid", ""),
        url=table.text("url", ""),
    )
    if source.tier not in {"A", "B"}:
        table.report('`tier` must be "A" or "B"; a tier C page is never cited.', "tier")
    table.done()
    return source


def _terms(gathered: _Gathered) -> tuple[Term, ...]:
    path = gathered.root / "glossary.toml"
    table = read_toml(path, gathered.root, gathered.findings) if path.exists() else None
    found = [_term(name, entry) for name, entry in table.named_tables()] if table else []
    return tuple(sorted(found, key=lambda t: t.id))


def _term(name: str, table: Table) -> Term:
    term = Term(
        id=TermId(name),
        name=table.text("name"),
        definition=table.text("definition"),
        also_called=table.texts("also_called"),
        patients_say=table.text("patients_say", ""),
        see=tuple(TermId(other) for other in table.texts("see")),
    )
    if len(term.definition.split()) > 40:
        table.report("`definition` has over 40 words.", "definition")
    table.done()
    return term


def _seeds(gathered: _Gathered) -> dict[str, str]:
    path = gathered.root / "seed.toml"
    table = read_toml(path, gathered.root, gathered.findings) if path.exists() else None
    if table is None:
        return {}
    return {seed: topic for topic in table.keys for seed in table.texts(topic)}
