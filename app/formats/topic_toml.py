"""`topic.toml`: what a topic is called, when it was reviewed, and its points."""

from dataclasses import dataclass

from app.core.course import Point, Reading, Topic
from app.core.findings import Where
from app.core.ids import PointId, SectionId, SourceKey, TopicId, is_scoped_id, is_simple_id, topic_of
from app.formats.toml_source import Table


@dataclass(frozen=True, slots=True)
class TopicFile:
    """A topic with its points and where each point is written."""

    topic: Topic
    points: tuple[Point, ...]
    places: dict[str, Where]


def read_topic(table: Table) -> TopicFile:
    """Return the topic of a `topic.toml`; mistakes go to the table's findings."""
    topic_id = TopicId(table.text("id"))
    if topic_id and not is_simple_id(topic_id):
        table.report(f"`{topic_id}` is not an id; use lower-case words joined by hyphens.", "id")
    topic = Topic(
        id=topic_id,
        title=table.text("title"),
        promise=table.text("promise"),
        group=table.text("group"),
        order=table.whole("order"),
        minutes=table.whole("minutes"),
        objectives=table.texts("objectives", required=True),
        reviewed=table.day("reviewed"),
        next_review=table.day("next_review"),
        reviewer=table.text("reviewer", ""),
        readings=tuple(_reading(t) for t in table.tables("reading")),
    )
    places: dict[str, Where] = {f"topic {topic_id}": table.where}
    points = []
    for entry in table.tables("point"):
        point = _point(entry, topic_id)
        points.append(point)
        places.setdefault(f"point {point.id}", entry.where)
    table.done()
    return TopicFile(topic, tuple(points), places)


def _reading(table: Table) -> Reading:
    reading = Reading(table.day("date"), table.text("changed"))
    table.done()
    return reading


def _point(table: Table, topic: TopicId) -> Point:
    name = table.text("id")
    if name and (not is_scoped_id(name) or topic_of(name) != topic):
        table.report(f"`{name}` must be written as {topic}/name.", "id")
    statement = table.text("statement")
    if statement and not statement.endswith((".", "?")):
        table.report("A statement is one sentence and ends with a full stop.", "statement")
    contrast = table.text("contrast", "")
    point = Point(
        id=PointId(name),
        topic=topic,
        statement=statement,
        section=SectionId(table.text("section")),
        sources=tuple(SourceKey(key) for key in table.texts("sources", required=True)),
        facts=table.texts("facts"),
        seed=table.texts("seed"),
        contrast=PointId(contrast) if contrast else None,
    )
    table.done()
    return point
