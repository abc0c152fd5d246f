"""The lesson list, reading, and what changed since."""

from dataclasses import replace

import pytest

from app.core.changes import Changes
from app.core.course import Callout, CalloutKind, Paragraph
from app.core.ids import SectionId, TopicId
from app.services.lessons import ReadState, SectionDot, fingerprint, lesson_state
from tests.builders import a_lesson, a_topic
from tests.fakes import StudyRoom

TOPIC, FIRST, SECOND = TopicId("topic-1"), SectionId("first"), SectionId("second")


def test_the_list_before_anything_was_read(room: StudyRoom) -> None:
    groups = room.lessons.list()
    assert [(g.title, [c.topic for c in g.cards]) for g in groups] == [
        ("Normal", ["topic-1"]), ("Conditions", ["topic-2"]),
    ]  # fmt: skip
    card = groups[0].cards[0]
    assert [dot.state for dot in card.dots] == [ReadState.NOT_STARTED] * 2
    assert (card.state, card.due, card.points, card.started) == (ReadState.NOT_STARTED, 0, 6, 0)
    assert card.text == "0 of 2 sections read"


def test_reading_a_lesson(room: StudyRoom) -> None:
    opened = room.lessons.lesson(TOPIC)
    assert (opened.place, opened.offset) == (FIRST, 0.0)
    assert [p.id for p in opened.points[FIRST]] == [f"topic-1/point-00{i}" for i in range(3)]
    assert room.lessons.open_section(TOPIC, FIRST) is Changes.LESSONS
    room.lessons.save_place(TOPIC, FIRST, 1.7)
    room.restart()
    opened = room.lessons.lesson(TOPIC)
    assert (opened.place, opened.offset) == (FIRST, 1.0)
    assert opened.dots[0].state is ReadState.IN_PROGRESS
    assert room.lessons.mark_read(TOPIC, FIRST) == (SECOND, Changes.LESSONS)
    assert room.lessons.lesson(TOPIC).place == SECOND
    assert room.lessons.mark_read(TOPIC, SECOND)[0] is None
    card = room.lessons.list()[0].cards[0]
    assert (card.state, card.text) == (ReadState.READ, "2 of 2 sections read")
    room.lessons.mark_unread(TOPIC, SECOND)
    assert room.lessons.list()[0].cards[0].state is ReadState.IN_PROGRESS


def test_points_of_a_section_read_are_met_first(room: StudyRoom) -> None:
    room.lessons.mark_read(TOPIC, SECOND)
    asked = [cell.point for cell in room.study.start().grid]
    assert asked[:3] == [f"topic-1/point-00{i}" for i in (3, 4, 5)]


def test_due_counts_of_the_list(room: StudyRoom) -> None:
    room.study_day(3)
    room.clock.pass_days(30)
    card = room.lessons.list()[0].cards[0]
    assert (card.due, card.started) == (3, 3)
    room.study.put_away(room.study.due()[0])
    assert room.lessons.list()[0].cards[0].due == room.study.plan().due == 2


def test_a_section_changed_since_it_was_read(room: StudyRoom) -> None:
    room.lessons.mark_read(TOPIC, FIRST)
    room.bank.digest = "digest-2"
    room.restart()
    assert room.lessons.list()[0].cards[0].state is ReadState.IN_PROGRESS, "another course, the same words"
    lesson = room.bank.lessons[TOPIC]
    changed = replace(lesson.sections[0], blocks=(Paragraph("Other words."),))
    room.bank.lessons[TOPIC] = replace(lesson, sections=(changed, *lesson.sections[1:]))
    room.restart()
    card = room.lessons.list()[0].cards[0]
    assert (card.dots[0].state, card.state) == (ReadState.CHANGED, ReadState.CHANGED)
    assert card.text == "1 of 2 sections read"


def test_a_fingerprint_follows_the_words() -> None:
    section = a_lesson().sections[0]
    assert fingerprint(section) == fingerprint(replace(section))
    callout = replace(section, blocks=(*section.blocks, Callout(CalloutKind.KEY, ("Remember.",))))
    assert fingerprint(callout) != fingerprint(section)


def test_the_state_of_a_lesson() -> None:
    dots = [SectionDot(FIRST, "", state) for state in ReadState]
    assert lesson_state(()) is ReadState.NOT_STARTED
    assert lesson_state((dots[0],)) is ReadState.NOT_STARTED
    assert lesson_state((dots[0], dots[2])) is ReadState.IN_PROGRESS
    assert lesson_state((dots[2], dots[2])) is ReadState.READ
    assert lesson_state((dots[2], dots[3])) is ReadState.CHANGED


def test_a_lesson_not_written_yet(room: StudyRoom) -> None:
    room.bank.all_topics = (*room.bank.all_topics, a_topic("empty", 9))
    room.bank.lessons["empty"] = a_lesson("empty", ())
    assert room.lessons.list()[0].cards[-1].text == "Not written yet"
    opened = room.lessons.lesson(TopicId("empty"))
    assert (opened.place, dict(opened.points)) == (None, {})
    with pytest.raises((KeyError, StopIteration)):
        room.lessons.lesson(TopicId("nowhere"))


def test_a_place_in_a_section_that_is_gone(room: StudyRoom) -> None:
    room.lessons.open_section(TOPIC, SectionId("gone"))
    assert room.lessons.lesson(TOPIC).place == FIRST
    assert room.lessons.mark_read(TOPIC, SectionId("gone"))[0] is None
