"""Small values for tests: a point, a question of each kind, a lesson, a course."""

from collections.abc import Sequence
from datetime import date

from app.core.course import Lesson, Paragraph, Point, Section, Topic
from app.core.ids import FigureId, PointId, QuestionId, SectionId, SourceKey, TopicId, topic_of
from app.core.questions import (
    Audience,
    HotspotQuestion,
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

BOTH = (Audience.NURSING, Audience.MEDICINE)


def a_head(
    name: str = "topic/point-q01",
    *,
    point: str | None = None,
    level: Level = Level.REMEMBER,
    audience: tuple[Audience, ...] = BOTH,
    figure: str | None = None,
    shuffle: bool = True,
    ask: str = "Which term fits?",
) -> QuestionHead:
    """Return the head of a question; its point is the id without "-qNN" unless given."""
    return QuestionHead(
        QuestionId(name),
        PointId(point or name.rsplit("-q", 1)[0]),
        level,
        audience,
        "",
        ask,
        "Because it is so.",
        (SourceKey("source2020"),),
        FigureId(figure) if figure else None,
        shuffle=shuffle,
    )


def a_single(head: QuestionHead | None = None, right: int = 0, count: int = 4) -> SingleBest:
    """Return a single best answer question whose key is option `right`."""
    names = ("Oestradiol", "Progesterone", "Inhibin", "Prolactin", "Cortisol", "Insulin")
    options = tuple(Option(names[i % 6], i == right, f"Reason {i}") for i in range(count))
    return SingleBest(head or a_head(), options)


def a_multiple(
    keys: Sequence[bool] = (True, True, False, False), head: QuestionHead | None = None
) -> Question:
    """Return a select-all question with these keys."""
    return MultipleResponse(
        head or a_head(), tuple(Option(f"Option {i}", k, f"Reason {i}") for i, k in enumerate(keys))
    )


def a_true_false(keys: Sequence[bool] = (True, False, True), head: QuestionHead | None = None) -> Question:
    """Return a true/false set with these truth values."""
    return TrueFalseSet(
        head or a_head(), tuple(Statement(f"Statement {i}", k, f"Reason {i}") for i, k in enumerate(keys))
    )


def a_hotspot(right: int = 0, count: int = 3, head: QuestionHead | None = None) -> Question:
    """Return a question about a place on a figure."""
    places = tuple(Place(f"spot-{i}", i == right, f"Reason {i}") for i in range(count))
    return HotspotQuestion(head or a_head(figure="topic/figure"), places)


def a_point(name: str = "topic/point", section: str = "first", statement: str = "It is so.") -> Point:
    """Return a learning point."""
    return Point(PointId(name), topic_of(name), statement, SectionId(section), (SourceKey("source2020"),))


def a_topic(name: str = "topic", order: int = 1, group: str = "Normal", title: str = "") -> Topic:
    """Return a topic."""
    return Topic(
        TopicId(name),
        title or name.capitalize(),
        "What it is.",
        group,
        order,
        20,
        ("Define it.",),
        date(2026, 11, 22),
        date(2027, 11, 22),
    )


def a_lesson(topic: str = "topic", sections: Sequence[str] = ("first", "second", "third")) -> Lesson:
    """Return a lesson with one paragraph a section."""
    return Lesson(
        TopicId(topic),
        topic.capitalize(),
        20,
        tuple(
            Section(SectionId(name), f"The {name} part", (Paragraph(f"About {name}."),), ())
            for name in sections
        ),
    )
