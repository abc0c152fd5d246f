"""What must hold between the parts of a course: references resolve, points are taught and asked."""

from collections import Counter
from collections.abc import Iterator

from app.core.block_texts import texts_of
from app.core.catalog import Course, Located
from app.core.course import (
    Block,
    Callout,
    Check,
    Figure,
    FigureBlock,
    Lesson,
    Point,
    TryFirst,
)
from app.core.findings import Finding, Where
from app.core.inline import citations, terms
from app.core.questions import HotspotQuestion, Question

LEAST_QUESTIONS = 2
KEY_POINT_WORDS = 35


def check_course(located: Located) -> list[Finding]:
    """Return every broken rule of the course, each at the place it was written."""
    course = located.course
    found: list[Finding] = []
    found += _check_ids(located)
    for point in course.points:
        found += [Finding(located.where("point", point.id), text) for text in _point(point, course)]
    for question in course.questions:
        where = located.where("question", question.head.id)
        found += [Finding(where, text) for text in _question(question, course)]
    for lesson in course.lessons:
        found += _lesson(lesson, located)
    known_terms = {term.id for term in course.terms}
    for term in course.terms:
        where = Where("glossary.toml", 1)
        found += [
            Finding(where, f"`{term.id}` points to `{other}`, which the glossary lacks.")
            for other in term.see
            if other not in known_terms
        ]
    for figure in course.figures:
        found += [Finding(located.where("figure", figure.id), text) for text in _figure(figure, course)]
    return found


def _check_ids(located: Located) -> list[Finding]:
    course = located.course
    found = []
    for kind, ids in (
        ("topic", [t.id for t in course.topics]),
        ("point", [p.id for p in course.points]),
        ("question", [q.head.id for q in course.questions]),
    ):
        found += [
            Finding(located.where(kind, name), f"The id `{name}` is used {count} times; ids are unique.")
            for name, count in Counter(ids).items()
            if count > 1
        ]
    return found


def _point(point: Point, course: Course) -> Iterator[str]:
    lesson = next((found for found in course.lessons if found.topic == point.topic), None)
    if lesson is not None and all(section.id != point.section for section in lesson.sections):
        yield f"`{point.id}` names the section `{point.section}`, which the lesson does not have."
    asked = [q for q in course.questions if q.head.point == point.id and not q.head.retired]
    if len(asked) < LEAST_QUESTIONS:
        yield f"`{point.id}` is asked {len(asked)} times; write at least {LEAST_QUESTIONS} questions."
    yield from _unknown_sources(point.sources, course)
    for seed in point.seed:
        if course.seeds and seed not in course.seeds:
            yield f"`{seed}` is not in seed.toml."
    if point.contrast is not None and all(other.id != point.contrast for other in course.points):
        yield f"`contrast` names the point `{point.contrast}`, which does not exist."


def _question(question: Question, course: Course) -> Iterator[str]:
    head = question.head
    if all(point.id != head.point for point in course.points):
        yield f"`point` names `{head.point}`, which does not exist."
    yield from _unknown_sources(head.sources, course)
    if head.figure is None:
        return
    figure = next((found for found in course.figures if found.id == head.figure), None)
    if figure is None:
        yield f"The figure `{head.figure}` does not exist."
        return
    if head.step is not None and all(step.id != head.step for step in figure.steps):
        yield f"The figure `{head.figure}` has no step `{head.step}`."
    if isinstance(question, HotspotQuestion):
        yield from _places(question, figure)


def _places(question: HotspotQuestion, figure: Figure) -> Iterator[str]:
    if figure.steps and question.head.step is None:
        yield f"`{figure.id}` is a stepper; name the `step` the question is about."
    visible = {hotspot.id for hotspot in figure.hotspots_in(question.head.step)}
    for place in question.places:
        if place.hotspot not in visible:
            yield f"`{place.hotspot}` is not a hotspot of `{figure.id}` in this step."


def _lesson(lesson: Lesson, located: Located) -> Iterator[Finding]:
    course = located.course
    for section in lesson.sections:
        where = located.where("section", f"{lesson.topic}/{section.id}")
        for block in section.blocks:
            for text in _block(block, course):
                yield Finding(_block_place(block, located, where), text)
        if all(point.section != section.id for point in course.points if point.topic == lesson.topic):
            yield Finding(
                where, f"The section `{section.id}` teaches no point.", "idle-section", warning=True
            )
    if not lesson.sections:
        yield Finding(located.where("topic", lesson.topic), "The lesson has no section.")
    elif not any(isinstance(block, TryFirst) for block in lesson.sections[0].blocks):
        first = located.where("section", f"{lesson.topic}/{lesson.sections[0].id}")
        yield Finding(first, "The first section has no ::: try-first.")


def _block_place(block: Block, located: Located, section: Where) -> Where:
    match block:
        case FigureBlock(figure):
            return located.places.get(f"figure-block {figure}", section)
        case Check(question):
            return located.places.get(f"question-block {question}", section)
        case _:
            return section


def _block(block: Block, course: Course) -> Iterator[str]:
    known = {question.head.id for question in course.questions}
    match block:
        case FigureBlock(name) if all(figure.id != name for figure in course.figures):
            yield f"The figure `{name}` does not exist."
        case Check(name) if name not in known:
            yield f"The question `{name}` does not exist."
        case TryFirst(names):
            yield from (f"The question `{name}` does not exist." for name in names if name not in known)
        case Callout("key", paragraphs) if sum(len(p.split()) for p in paragraphs) > KEY_POINT_WORDS + 5:
            yield f"A key point has at most {KEY_POINT_WORDS} words."
        case _:
            pass
    for text in texts_of(block):
        yield from _unknown_sources(citations(text), course)
        for term in terms(text):
            if all(term != entry.id for entry in course.terms):
                yield f"The glossary has no term `{term}`."


def _figure(figure: Figure, course: Course) -> Iterator[str]:
    yield from _unknown_sources(figure.sources, course)
    used = {
        b.figure
        for lesson in course.lessons
        for s in lesson.sections
        for b in s.blocks
        if isinstance(b, FigureBlock)
    }
    used |= {question.head.figure for question in course.questions if question.head.figure}
    if figure.id not in used:
        yield f"The figure `{figure.id}` is used nowhere."


def _unknown_sources(keys: tuple[str, ...], course: Course) -> Iterator[str]:
    known = {source.key for source in course.sources}
    for key in keys:
        if key not in known:
            yield f"The source `{key}` is not in sources.toml."
