"""Questions as they are shown."""

from app.core.ids import QuestionId
from app.core.option_order import display_order
from app.core.questions import HotspotQuestion
from app.core.scheduling import Purpose
from app.core.session import StudySession, Turn
from app.services.course import Course
from app.services.study.feedback import KIND_LABELS, figure_of, lesson_link
from app.services.study.values import Asking
from app.storage.progress import ProgressStore


class Asker:
    """Puts together what a page needs to show one question."""

    def __init__(self, bank: Course, store: ProgressStore) -> None:
        self._bank = bank
        self._store = store

    def of_turn(self, session: StudySession, turn: Turn) -> Asking:
        """Return the question of a session's turn."""
        item = session.items[turn.item]
        return self._asking(turn.question, Purpose.REVIEW, turn.seed, turn.round, is_new=item.is_new)

    def of_question(self, question: QuestionId, purpose: Purpose, seed: int) -> Asking:
        """Return a question asked outside a session. KeyError when the course does not hold it."""
        return self._asking(question, purpose, seed, 0, is_new=False)

    def _asking(
        self, question_id: QuestionId, purpose: Purpose, seed: int, times: int, *, is_new: bool
    ) -> Asking:
        question = self._bank.question(question_id)
        point = self._bank.point(question.head.point) if question else None
        if question is None or point is None:
            raise KeyError(question_id)
        on_figure = isinstance(question, HotspotQuestion)
        marks = self._store.marks
        return Asking(
            question=question,
            point=point,
            topic=self._bank.topic(point.topic),
            section_title=lesson_link(self._bank, point.topic, point.section).section_title,
            order=display_order(question, seed),
            seed=seed,
            round=times,
            is_new=is_new,
            purpose=purpose,
            kind_label=KIND_LABELS[question.kind],
            figure=figure_of(self._bank, question.head.figure) if on_figure else None,
            flagged=marks.is_flagged(question_id),
            note=marks.note(question_id) or marks.note(point.id),
        )
