"""One question of each kind, asked and told as the service does it."""

from app.core.grading import judge
from app.core.ids import FigureId
from app.core.questions import HotspotQuestion, Kind, Place
from app.core.scheduling import Confidence, Purpose
from app.services.study import Asking, Feedback
from app.services.study.asking import Asker
from app.services.study.feedback import tell
from tests.builders import a_head, a_hotspot, a_multiple, a_single, a_true_false
from tests.fakes import FakeBank, a_course
from tests.ui.figures.a_figure import a_figure

FIGURE = "topic-1/wall"
KINDS = (Kind.SINGLE, Kind.MULTIPLE, Kind.TRUE_FALSE, Kind.HOTSPOT)


class NoMarks:
    def is_flagged(self, question):
        return False

    def note(self, subject):
        return ""


class NoStore:
    marks = NoMarks()


def a_mixed_course(variants: int = 1) -> FakeBank:
    """Return a course whose points ask in turn: single, multiple, true or false, on the figure."""
    bank = a_course(topics=1, points=4, variants=variants)
    bank.figures[FigureId(FIGURE)] = a_figure(ident=FIGURE)
    for number, point in enumerate(bank.points()):
        for variant in range(1, variants + 1):
            name = f"{point.id}-q{variant:02d}"
            bank.questions[name] = a_question(KINDS[number % 4], name)
    return bank


def a_question(kind: Kind, name: str):
    head = a_head(name, figure=FIGURE if kind is Kind.HOTSPOT else None, shuffle=kind is not Kind.HOTSPOT)
    if kind is Kind.SINGLE:
        return a_single(head, right=1)
    if kind is Kind.MULTIPLE:
        return a_multiple(head=head)
    if kind is Kind.TRUE_FALSE:
        return a_true_false(head=head)
    made = a_hotspot(head=head)
    assert isinstance(made, HotspotQuestion)
    spots = ("layer", "vessel", "gland")
    places = tuple(Place(spot, spot == "vessel", f"Reason {spot}") for spot in spots)
    return HotspotQuestion(head, places)


def asked(kind: Kind, seed: int = 3, purpose: Purpose = Purpose.REVIEW) -> Asking:
    """Return the question of a kind, its options in the order of `seed`."""
    bank = a_mixed_course()
    question = next(q for q in bank.questions.values() if q.kind is kind)
    asking = Asker(bank, NoStore()).of_question(question.head.id, purpose, seed)  # type: ignore[arg-type]
    assert asking.question is question
    return asking


def told(asking: Asking, response, confidence: Confidence | None = Confidence.THINK) -> Feedback:
    """Return the feedback on a response."""
    verdict = judge(asking.question, response)
    return tell(a_mixed_course(), asking, response, verdict, confidence)
