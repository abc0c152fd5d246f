"""Questions outside a session: in a lesson, on a figure. They are written down and schedule nothing."""

from app.core.changes import Changes
from app.core.clock import Clock
from app.core.grading import judge
from app.core.ids import FigureId, QuestionId
from app.core.option_order import order_seed
from app.core.questions import Response
from app.core.scheduling import Confidence, Purpose
from app.services.course import Course
from app.services.study.asking import Asker
from app.services.study.feedback import tell
from app.services.study.grading import aside_review, self_test_review
from app.services.study.marks import MarksService
from app.services.study.values import Asking, Feedback
from app.storage.progress import ProgressStore


class AsidesService(MarksService):
    """Asks one question at a time and keeps nothing of it but the answer."""

    def __init__(self, bank: Course, store: ProgressStore, clock: Clock) -> None:
        super().__init__(bank, store, clock)
        self._asker = Asker(bank, store)

    def ask(self, question_id: QuestionId, purpose: Purpose) -> Asking:
        """Return one question to ask in a lesson. KeyError when the course does not hold it."""
        seed = order_seed(question_id, purpose, self._clock.now().study_day)
        return self._asker.of_question(question_id, purpose, seed)

    def answer_aside(
        self, asking: Asking, response: Response, confidence: Confidence | None, active_ms: int
    ) -> Feedback:
        """Judge and write down an answer that does not schedule its point."""
        verdict = judge(asking.question, response)
        now = self._clock.now()
        self._store.log.append(aside_review(asking, response, verdict, confidence, active_ms, now), None)
        return tell(self._bank, asking, response, verdict, confidence)

    def log_self_test(self, figure: FigureId, hotspot: str, chosen: str | None, active_ms: int) -> Changes:
        """Write down one step of a figure's self-test: which structure was asked for, which was named."""
        review = self_test_review(figure, hotspot, chosen, active_ms, self._clock.now())
        self._store.log.append(review, None)
        return Changes.PROGRESS
