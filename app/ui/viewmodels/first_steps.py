"""Where a student begins: five questions to try, and the first lesson."""

from itertools import islice, zip_longest

from app.core.course import Topic
from app.core.ids import PointId
from app.services.lessons import LessonsService
from app.services.library import LibraryService
from app.ui.runtime.navigation import Route

TRY_LABEL = "Try 5 questions"
LESSON_LABEL = "Open the first lesson"
_TRIED = 5


def questions_to_try(library: LibraryService, lessons: LessonsService) -> Route:
    """Return the route to a session of five points, in turn from the first topics, the basic ones first."""
    lists = [_points(lessons, topic) for topic in library.topics()[:_TRIED]]
    turns = (point for turn in zip_longest(*lists) for point in turn if point is not None)
    points = tuple(islice(turns, _TRIED))
    return Route.to("review", mode="points", points=",".join(points), name="Five to try")


def first_lesson(library: LibraryService) -> Route:
    """Return the route to the first lesson, or to the list where there is none."""
    topics = library.topics()
    return Route.to("lesson", topic=topics[0].id) if topics else Route.to("lessons")


def _points(lessons: LessonsService, topic: Topic) -> list[PointId]:
    opened = lessons.lesson(topic.id)
    sections = (section.id for section in opened.lesson.sections)
    return [point.id for section in sections for point in opened.points.get(section, ())][:_TRIED]
