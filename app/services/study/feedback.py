"""What is told after an answer."""

from dataclasses import replace

from app.core.course import Figure
from app.core.fsrs import Rating
from app.core.grading import PartState, Verdict
from app.core.ids import FigureId, SectionId, TopicId
from app.core.questions import HotspotQuestion, Kind, MultipleResponse, Picked, Question, Response, SingleBest
from app.core.scheduling import Confidence
from app.services.course import Course
from app.services.study.values import Asking, Feedback, GradeChoice, LessonLink, Tone
from app.services.wording import counted, due_text

LETTERS = "ABCDEFGHIJ"
GRADE_LABELS = {Rating.AGAIN: "Again", Rating.HARD: "Hard", Rating.GOOD: "Good", Rating.EASY: "Easy"}
KIND_LABELS = {
    Kind.SINGLE: "Single best answer",
    Kind.MULTIPLE: "Select all that apply",
    Kind.TRUE_FALSE: "True or false",
    Kind.HOTSPOT: "Find it on the figure",
}
_TITLES = {
    Tone.RIGHT: "Right",
    Tone.GUESSED: "Right, but a guess",
    Tone.PARTLY: "Partly right",
    Tone.WRONG: "Not quite",
}
_QUOTED = 60


def grade_choice(rating: Rating, due_day: int, today: int) -> GradeChoice:
    """Return one button of the grade row."""
    days = max(0, due_day - today)
    return GradeChoice(rating, GRADE_LABELS[rating], due_day, days, due_text(due_day, today))


def tell(
    bank: Course,
    asking: Asking,
    response: Response,
    verdict: Verdict,
    confidence: Confidence | None,
) -> Feedback:
    """Return the feedback of an answer that does not schedule; `graded` adds the grades."""
    head = asking.question.head
    figure = figure_of(bank, head.figure)
    tone = _tone(verdict, confidence)
    contrast = asking.point.contrast
    return Feedback(
        question=asking.question,
        order=asking.order,
        response=response,
        verdict=verdict,
        confidence=confidence,
        tone=tone,
        title=_TITLES[tone],
        text=_text(asking, response, verdict, confidence, figure),
        suggested=None,
        rating=None,
        choices=(),
        key_point=asking.point.statement,
        explanation=head.explanation,
        figure=figure,
        step=head.step,
        lesson=lesson_link(bank, asking.point.topic, asking.point.section),
        sources=bank.sources(tuple(dict.fromkeys((*head.sources, *asking.point.sources)))),
        reviewed=asking.topic.reviewed,
        reviewer=asking.topic.reviewer,
        slipping=False,
        contrast=bank.point(contrast) if contrast else None,
        returns=False,
    )


def graded(
    feedback: Feedback, suggested: Rating, choices: tuple[GradeChoice, ...], *, slipping: bool
) -> Feedback:
    """Return the feedback with its grade row, the suggested grade chosen."""
    with_row = replace(feedback, suggested=suggested, choices=choices, slipping=slipping)
    return with_rating(with_row, suggested)


def with_rating(feedback: Feedback, rating: Rating) -> Feedback:
    """Return the feedback with another grade chosen."""
    return replace(feedback, rating=rating, returns=rating is Rating.AGAIN and not feedback.verdict.right)


def lesson_link(bank: Course, topic: TopicId, section: SectionId) -> LessonLink:
    """Return the link to a section; its title is empty when the section is not written."""
    titles = dict(bank.section_titles(topic))
    return LessonLink(topic, section, bank.topic(topic).title, titles.get(section, ""))


def figure_of(bank: Course, figure: FigureId | None) -> Figure | None:
    """Return a figure by its id, None for none."""
    return bank.figure(figure) if figure else None


def _tone(verdict: Verdict, confidence: Confidence | None) -> Tone:
    if verdict.right:
        return Tone.GUESSED if confidence is Confidence.GUESS else Tone.RIGHT
    return Tone.PARTLY if verdict.earned > 0 else Tone.WRONG


def _text(
    asking: Asking,
    response: Response,
    verdict: Verdict,
    confidence: Confidence | None,
    figure: Figure | None,
) -> str:
    question = asking.question
    match question:
        case SingleBest():
            parts = [_single_text(asking, question, verdict)]
            if confidence is Confidence.CERTAIN and not verdict.right and isinstance(response, Picked):
                parts += [f"You were certain of {_letter(asking, pick)}." for pick in response.options]
        case HotspotQuestion():
            parts = [_place_text(question, figure, verdict)]
        case _:
            parts = [_points_text(question, verdict)]
    if verdict.right and confidence is Confidence.GUESS:
        parts.append("It comes back soon.")
    return " ".join(part for part in parts if part)


def _letter(asking: Asking, option: int) -> str:
    return LETTERS[asking.order.index(option)] if option in asking.order else ""


def _single_text(asking: Asking, question: SingleBest, verdict: Verdict) -> str:
    key = next((i for i, option in enumerate(question.options) if option.right), 0)
    letter, words = _letter(asking, key), question.options[key].text.rstrip(".")
    told = f"{letter}: {words}." if len(words) <= _QUOTED else f"{letter}."
    return told if verdict.right else f"It's {told}"


def _place_text(question: HotspotQuestion, figure: Figure | None, verdict: Verdict) -> str:
    key = next((place.hotspot for place in question.places if place.right), "")
    names = {spot.id: spot.name for spot in figure.hotspots} if figure else {}
    if key not in names:
        return "" if verdict.right else "The right place is marked."
    return f"{names[key]}." if verdict.right else f"The right place is marked: {names[key]}."


def _points_text(question: Question, verdict: Verdict) -> str:
    states = [part.state for part in verdict.parts]
    if not isinstance(question, MultipleResponse):
        return f"{int(verdict.earned)} of {len(states)} statements right."
    if verdict.right:
        return f"All {int(verdict.possible)} found."
    missed, wrong = states.count(PartState.MISSED), states.count(PartState.CHOSEN_WRONG)
    told = [f"{missed} missed"] if missed else []
    told += [f"{counted(wrong, 'wrong pick')}"] if wrong else []
    return f"{int(verdict.earned)} of {int(verdict.possible)} points: {' and '.join(told)}."
