"""Reading a lesson: one section at a time, the place kept, questions asked on the way."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from app.core.ids import QuestionId, SectionId, TopicId
from app.core.problems import Problem
from app.core.questions import Response
from app.core.scheduling import Confidence, Purpose
from app.services.lessons import LessonsService, OpenLesson, SectionDot
from app.services.library import LibraryService
from app.services.preferences import PreferencesService
from app.services.study import StudyService
from app.services.study.values import Asking, Feedback
from app.ui.runtime.events import AppEvents
from app.ui.viewmodels.asking import reviewed_text
from app.ui.viewmodels.reader_state import ReaderState, finished_of, section_rows
from app.ui.viewmodels.section_content import content_of, key_points, minutes_of
from app.ui.viewmodels.trouble import trouble

_GONE = "This lesson is not in the course."
_UNWRITTEN = "This lesson has not been written yet."


class ReaderModel(QObject):
    """Opens lessons and keeps what was read. `changed(ReaderState)` follows every difference."""

    changed = Signal(object)

    def __init__(
        self,
        lessons: LessonsService,
        library: LibraryService,
        study: StudyService,
        preferences: PreferencesService,
        events: AppEvents,
    ) -> None:
        super().__init__()
        self._lessons, self._library, self._study = lessons, library, study
        self._preferences, self._events = preferences, events
        self._open: OpenLesson | None = None
        self._again: Callable[[], object] | None = None
        self._tried: set[tuple[TopicId, SectionId]] = set()
        self.state = ReaderState()

    @property
    def single_keys(self) -> bool:
        """Whether keys without Ctrl or Alt are shortcuts."""
        return self._preferences.settings.single_keys

    @property
    def was_tried(self) -> bool:
        """Whether the *Try first* questions of this section were answered or skipped in this run."""
        return self._key in self._tried

    def open(self, topic: str, section: str = "", *, from_review: bool = False) -> None:
        """Open a lesson at a section, or where reading stopped."""
        asked = (TopicId(topic), SectionId(section))
        self._attempt(partial(self._open_lesson, *asked, from_review=from_review))

    @Slot(str)
    def show_section(self, section: str) -> None:
        """Show another section of this lesson from its beginning."""
        self._attempt(partial(self._show_section, SectionId(section), 0.0))

    @Slot()
    def show_next(self) -> None:
        """Show the next section, marking nothing."""
        if self.state.after is not None:
            self.show_section(self.state.after.id)

    @Slot()
    def show_previous(self) -> None:
        """Show the section before; from the finished page, the last one."""
        if self.state.finished is not None:
            self.show_section(self.state.rows[-1].id)
        elif self.state.before is not None:
            self.show_section(self.state.before.id)

    @Slot()
    def mark_read(self) -> None:
        """Mark this section read and show the next one, or what comes after the last."""
        self._attempt(self._mark_read)

    @Slot()
    def mark_unread(self) -> None:
        """Take back that this section was read."""
        self._attempt(self._mark_unread)

    def leave(self, offset: float) -> None:
        """Remember how far into the section reading got, 0 to 1."""
        section = self.state.section
        if self._open is None or section is None:
            return
        try:
            self._lessons.save_place(self._open.topic.id, section.id, offset)
        except Problem as problem:
            self._set(replace(self.state, trouble=trouble(problem, "")))

    @Slot()
    def retry(self) -> None:
        """Try again what a problem kept from being done."""
        if self._again is not None:
            self._attempt(self._again)

    def ask(self, question: QuestionId, purpose: Purpose) -> Asking | None:
        """Return a question of the lesson; None if a problem keeps it from being asked."""
        try:
            return self._study.ask(question, purpose)
        except Problem as problem:
            self._set(replace(self.state, trouble=trouble(problem, "")))
        return None

    def answer(
        self, asking: Asking, response: Response, confidence: Confidence | None, active_ms: int
    ) -> Feedback | None:
        """Judge and log an answer; None if it could not be saved, which the banner then says."""
        try:
            feedback = self._study.answer_aside(asking, response, confidence, active_ms)
        except Problem as problem:
            self._set(replace(self.state, trouble=trouble(problem, "")))
            return None
        self._set(replace(self.state, trouble=None))
        return feedback

    def keep_tried(self) -> None:
        """Remember that the *Try first* questions of this section are behind the student."""
        self._tried.add(self._key)

    @property
    def _key(self) -> tuple[TopicId, SectionId]:
        topic, section = self.state.topic, self.state.section
        return (topic.id if topic else TopicId(""), section.id if section else SectionId(""))

    def _attempt(self, work: Callable[[], object]) -> None:
        self._again = None
        try:
            work()
        except Problem as problem:
            self._again = work
            self._set(replace(self.state, trouble=trouble(problem)))

    def _open_lesson(self, topic: TopicId, section: SectionId, *, from_review: bool) -> None:
        visit = self.state.visit + 1
        try:
            opened = self._lessons.lesson(topic)
        except KeyError:
            self._open = None
            self._set(ReaderState(missing=_GONE, visit=visit, from_review=from_review))
            return
        self._open = opened
        known = {dot.section for dot in opened.dots}
        place = section if section in known else opened.place
        offset = 0.0 if section in known else opened.offset
        if place is None:
            self._set(ReaderState(opened.topic, missing=_UNWRITTEN, visit=visit, from_review=from_review))
            return
        self._show_section(place, offset, from_review=from_review)

    def _show_section(self, name: SectionId, offset: float, *, from_review: bool | None = None) -> None:
        opened = self._opened()
        topic, lesson = opened.topic, opened.lesson
        changes = self._lessons.open_section(topic.id, name)
        if offset:
            changes |= self._lessons.save_place(topic.id, name, offset)
        section = next(one for one in lesson.sections if one.id == name)
        rows = section_rows(self._dots(), name)
        number = next(row.number for row in rows if row.is_current)
        content = content_of(section, self._library)
        self._set(
            ReaderState(
                topic,
                rows,
                content,
                number,
                minutes_of(lesson, section),
                topic.objectives if number == 1 else (),
                opened.points.get(name, ()),
                reviewed_text(topic.reviewed, topic.reviewer, len(content.sources)),
                topic.readings,
                offset,
                self.state.visit + 1,
                self.state.from_review if from_review is None else from_review,
            )
        )
        self._events.report(changes, self)

    def _mark_read(self) -> None:
        section = self.state.section
        if section is None:
            return
        after, changes = self._lessons.mark_read(self._opened().topic.id, section.id)
        self._events.report(changes, self)
        if after is not None:
            self._show_section(after, 0.0)
        else:
            self._finish()

    def _mark_unread(self) -> None:
        section = self.state.section
        if section is None:
            return
        changes = self._lessons.mark_unread(self._opened().topic.id, section.id)
        self._set(replace(self.state, rows=section_rows(self._dots(), section.id), trouble=None))
        self._events.report(changes, self)

    def _finish(self) -> None:
        opened = self._opened()
        rows = section_rows(self._dots(), None)
        finished = finished_of(rows, opened.points, key_points(opened.lesson))
        self._set(
            replace(
                self.state, rows=rows, content=None, finished=finished, visit=self.state.visit + 1,
                objectives=(), points=(), offset=0.0, trouble=None,
            )
        )  # fmt: skip

    def _opened(self) -> OpenLesson:
        if self._open is None:
            raise ValueError("no lesson is open")
        return self._open

    def _dots(self) -> tuple[SectionDot, ...]:
        return self._lessons.lesson(self._opened().topic.id).dots

    def _set(self, state: ReaderState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit(state)
