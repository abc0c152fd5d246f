"""Answering: the response so far, its check, the grade, the next question, taking back."""

from functools import partial

from PySide6.QtCore import Slot

from app.core.fsrs import Rating
from app.core.questions import Response
from app.core.scheduling import Confidence
from app.ui.viewmodels.asking import is_complete
from app.ui.viewmodels.review.marking import MarkingModel
from app.ui.viewmodels.review.state import Phase


class AnsweringModel(MarkingModel):
    """Takes what the student does with the question on the page."""

    @Slot(object)
    def respond(self, draft: Response | None) -> None:
        """Take the response so far."""
        if self.state.phase is not Phase.QUESTION or self._key is None:
            return
        if draft is None:
            self._drafts.pop(self._key, None)
        else:
            self._drafts[self._key] = draft
        self._set(draft=draft, ready=is_complete(draft))

    @Slot(int)
    def submit(self, confidence: int) -> None:
        """Check the response, said with `confidence`. It is on disk before feedback is shown."""
        draft = self.state.draft
        if self.state.phase is not Phase.QUESTION or draft is None or not is_complete(draft):
            return
        self._timer.pause()
        self._run(partial(self._answer, draft, Confidence(confidence), self._timer.milliseconds))
        self._watch()

    @Slot(int)
    def regrade(self, rating: int) -> None:
        """Give the answer another grade, 1 Again to 4 Easy."""
        feedback = self.state.feedback
        if feedback is not None and feedback.choices and Rating(rating) is not feedback.rating:
            self._run(partial(self._regrade, Rating(rating)))

    @Slot()
    def advance(self) -> None:
        """Go to the next question, or to the end."""
        if self.state.phase is Phase.FEEDBACK:
            self.save_note()
            self._run(self._advance)

    @Slot()
    def undo(self) -> None:
        """Take back the last answer; its question is shown again."""
        if self.state.can_undo:
            self.save_note()
            self._run(self._undo)

    def _answer(self, response: Response, confidence: Confidence, active_ms: int) -> None:
        self._show(self._study.answer(response, confidence, active_ms))

    def _regrade(self, rating: Rating) -> None:
        self._show(self._study.regrade(rating))

    def _advance(self) -> None:
        self._show(self._study.advance())

    def _undo(self) -> None:
        self._show(self._study.undo())
