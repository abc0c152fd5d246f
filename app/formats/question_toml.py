"""`questions.toml`: questions of every kind, read into the question dataclasses."""

from collections.abc import Callable

from app.core.findings import Where
from app.core.ids import FigureId, PointId, QuestionId, SourceKey, TopicId, is_scoped_id, scoped, topic_of
from app.core.questions import (
    Audience,
    HotspotQuestion,
    Kind,
    Level,
    MultipleResponse,
    Option,
    Place,
    Question,
    QuestionHead,
    SingleBest,
    Statement,
    TrueFalseSet,
)
from app.formats.toml_source import Table


def read_questions(table: Table, topic: TopicId) -> tuple[tuple[Question, ...], dict[str, Where]]:
    """Return the questions of a file and where each is written; mistakes go to the table's findings."""
    questions: list[Question] = []
    places: dict[str, Where] = {}
    for entry in table.tables("question"):
        kind = entry.choice("kind", Kind)
        head = _head(entry, topic)
        question = _READERS[kind](entry, head)
        entry.done()
        places.setdefault(f"question {head.id}", entry.where)
        questions.append(question)
    table.done()
    return tuple(questions), places


def _head(table: Table, topic: TopicId) -> QuestionHead:
    name = table.text("id")
    if name and (not is_scoped_id(name) or topic_of(name) != topic):
        table.report(f"`{name}` must be written as {topic}/name-q01.", "id")
    figure = table.text("figure", "")
    return QuestionHead(
        id=QuestionId(name),
        point=PointId(table.text("point")),
        level=table.choice("level", Level),
        audience=table.choices("audience", Audience),
        stem=table.text("stem", ""),
        ask=table.text("ask"),
        explanation=table.text("explanation"),
        sources=tuple(SourceKey(key) for key in table.texts("sources", required=True)),
        figure=FigureId(scoped(topic, figure)) if figure else None,
        step=table.text("step", "") or None,
        shuffle=table.flag("shuffle", default=True),
        retired=table.text("retired", ""),
    )


def _options(table: Table, least: int, most: int) -> tuple[Option, ...]:
    found = []
    for entry in table.tables("option"):
        found.append(Option(entry.text("text"), entry.flag("right", default=False), entry.text("why")))
        entry.done()
    if not least <= len(found) <= most:
        table.report(f"The question has {len(found)} options; give {least} to {most}.")
    texts = [option.text.casefold() for option in found]
    if len(set(texts)) < len(texts):
        table.report("Two options say the same; change one.")
    return tuple(found)


def _single(table: Table, head: QuestionHead) -> Question:
    options = _options(table, 3, 6)
    keys = sum(option.right for option in options)
    if options and keys != 1:
        table.report(f"{keys} options are marked right; a single best answer has exactly one.")
    return SingleBest(head, options)


def _multiple(table: Table, head: QuestionHead) -> Question:
    if table.text("scoring") not in {"plus-minus", ""}:
        table.report('`scoring` must be "plus-minus".', "scoring")
    options = _options(table, 4, 8)
    keys = sum(option.right for option in options)
    if options and not 1 <= keys < len(options):
        table.report(
            f"{keys} of {len(options)} options are marked right; leave at least one right and one wrong."
        )
    return MultipleResponse(head, options)


def _true_false(table: Table, head: QuestionHead) -> Question:
    found = []
    for entry in table.tables("statement"):
        found.append(Statement(entry.text("text"), entry.flag("right"), entry.text("why")))
        entry.done()
    if not 2 <= len(found) <= 6:
        table.report(f"The set has {len(found)} statements; give 2 to 6.")
    elif len({statement.right for statement in found}) == 1:
        table.report("All statements have the same truth value; change at least one.")
    return TrueFalseSet(head, tuple(found))


def _hotspot(table: Table, head: QuestionHead) -> Question:
    if head.figure is None:
        table.report("A hotspot question needs `figure`.")
    found = []
    for entry in table.tables("place"):
        found.append(Place(entry.text("hotspot"), entry.flag("right", default=False), entry.text("why")))
        entry.done()
    if not 3 <= len(found) <= 9:
        table.report(f"The question has {len(found)} places; give 3 to 9.")
    elif sum(place.right for place in found) != 1:
        table.report("Exactly one place must be right.")
    return HotspotQuestion(head, tuple(found))


_READERS: dict[Kind, Callable[[Table, QuestionHead], Question]] = {
    Kind.SINGLE: _single,
    Kind.MULTIPLE: _multiple,
    Kind.TRUE_FALSE: _true_false,
    Kind.HOTSPOT: _hotspot,
}
