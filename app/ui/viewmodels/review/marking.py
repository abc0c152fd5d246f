"""What a student marks during a session: flags, notes, points put aside."""

from functools import partial

from PySide6.QtCore import Slot

from app.core.clock import Clock
from app.core.ids import PointId
from app.services.preferences import PreferencesService
from app.services.study import Asking, StudyService
from app.ui.runtime.events import AppEvents
from app.ui.runtime.notices import Notifier
from app.ui.viewmodels.review.base import SessionModel
from app.ui.viewmodels.review.state import Phase

_BRING_BACK = "review-bring-back "


class MarkingModel(SessionModel):
    """Writes marks at once, a note when it is left; one that could not be written is kept and tried again."""

    def __init__(
        self,
        study: StudyService,
        preferences: PreferencesService,
        events: AppEvents,
        notifier: Notifier,
        clock: Clock,
    ) -> None:
        super().__init__(study, preferences, events, notifier, clock)
        self._unsaved_notes: dict[PointId, str] = {}
        notifier.acted.connect(self._acted)

    @Slot()
    def toggle_flag(self) -> None:
        """Flag the question, or take the flag off."""
        if self.state.asking is not None:
            self._run(partial(self._flag, self.state.asking, not self.state.flagged))

    @Slot()
    def toggle_note(self) -> None:
        """Open or close the note."""
        if self.state.asking is not None:
            self.save_note()
            self._set(note_open=not self.state.note_open)

    @Slot(str)
    def write_note(self, text: str) -> None:
        """Take the note as it is being written."""
        if self.state.asking is not None and text != self.state.note:
            self._unsaved_notes[self.state.asking.point.id] = text
            self._set(note=text)

    @Slot()
    def save_note(self) -> None:
        """Write the note down, if it was changed."""
        if self._unsaved_notes:
            self._run(self._save_notes)

    @Slot()
    def skip_until_tomorrow(self) -> None:
        """Take the point out of this session and ask it from tomorrow on."""
        self._set_aside(1, "Skipped until tomorrow.")

    @Slot()
    def rest_for_a_week(self) -> None:
        """Take the point out of this session and ask it again after 7 days."""
        self._set_aside(7, "Resting for 7 days.")

    @Slot()
    def put_away(self) -> None:
        """Take the point out of this session and do not ask it until it is brought back."""
        self._set_aside(None, "Put away.")

    def _flag(self, asking: Asking, on: bool) -> None:
        changes = self._study.set_flag(asking.question.head.id, on)
        self._set(flagged=on)
        self._tell(changes)

    def _save_notes(self) -> None:
        for point, text in tuple(self._unsaved_notes.items()):
            changes = self._study.set_note(point, text)
            del self._unsaved_notes[point]
            self._tell(changes)

    def _set_aside(self, days: int | None, said: str) -> None:
        if self.state.asking is not None and self.state.phase in {Phase.QUESTION, Phase.FEEDBACK}:
            self.save_note()
            self._run(partial(self._leave_out, self.state.asking.point.id, days, said))

    def _leave_out(self, point: PointId, days: int | None, said: str) -> None:
        """Put a point aside and go on without it."""
        self._tell(self._study.put_away(point) if days is None else self._study.rest(point, days))
        self._show(self._study.leave_out(point))
        self._notifier.tell(said, action="Undo", key=_BRING_BACK + point)

    @Slot(str)
    def _acted(self, key: str) -> None:
        if key.startswith(_BRING_BACK):
            self._run(partial(self._bring_back, PointId(key.removeprefix(_BRING_BACK))))

    def _bring_back(self, point: PointId) -> None:
        self._tell(self._study.bring_back(point))
