"""The first page and the progress page."""

from datetime import timedelta

from app.core.clock import day_date
from app.core.course import FigureBlock
from app.core.ids import FigureId, SectionId, TopicId
from app.core.questions import Picked
from app.core.scheduling import Confidence
from app.services.wording import due_text, short_date, span_text
from tests.fakes import StudyRoom, a_course


def test_the_first_run(room: StudyRoom) -> None:
    page = room.overview.today()
    assert page.first_run
    assert not page.open_session
    assert (page.headline, page.subline) == ("Nothing due", "About 8 minutes. 10 new.")
    assert page.date_text == "Monday 23 November"
    assert page.next_due == ""
    assert (page.worth, page.reading, page.exam, page.notices) == ((), None, None, ())
    assert page.remembering.share.text == "Too few answers (0)"
    assert page.study_days == "0 of the last 14 days. Rest days don't count against you."
    assert len(page.heat) == 126
    assert [day.label for day in page.coming_up] == ["Today", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    progress = room.overview.progress()
    assert [row.started for row in progress.topics] == [0, 0]
    assert progress.calibration.sentence == "Too few certain answers to tell (0)."


def test_a_day_with_questions_due(room: StudyRoom) -> None:
    room.study_day(4)
    evening = room.overview.today()
    assert not evening.first_run
    assert evening.next_due.startswith("Next review on ")
    room.clock.pass_days(20)
    page = room.overview.today()
    assert page.headline == "4 questions due, 8 new"
    assert page.subline.endswith("minutes. 4 you know well.")
    assert page.coming_up[0].count == page.plan.due == 4
    assert page.study_days.startswith("0 of the last 14 days.")
    assert page.heat[-21].answers == 4
    assert page.heat[-21].level == 1
    room.study.start()
    room.give()
    assert room.overview.today().open_session


def test_what_is_coming_up_leaves_out_what_is_put_aside(room: StudyRoom) -> None:
    room.study_day(4)
    room.clock.pass_days(20)
    points = [p.id for p in room.bank.points()]
    room.study.rest(points[0], 3)
    room.study.put_away(points[1])
    page = room.overview.today()
    assert [day.count for day in page.coming_up] == [2, 0, 0, 1, 0, 0, 0]
    assert page.plan.due == 2


def test_counts_of_today_are_the_queue(room: StudyRoom) -> None:
    room.study_day(6)
    room.clock.pass_days(40)
    page = room.overview.today()
    assert page.plan.total == room.study.start().total


def test_remembering_and_calibration(room: StudyRoom) -> None:
    room.study_day(10)
    room.clock.pass_days(25)
    room.preferences.change(new_a_day=0)
    room.study.start()
    for right in (True,) * 7 + (False,) * 2:
        room.give(right, Confidence.CERTAIN)
        room.study.advance()
    page = room.overview.today()
    assert (page.remembering.share.k, page.remembering.share.n) == (7, 9)
    assert page.remembering.text == "of reviews remembered in the last 30 days. Your goal is 90%."
    progress = room.overview.progress()
    certain = progress.calibration.points[2]
    assert (certain.label, certain.share.k, certain.share.n) == ("Certain", 7, 9)
    assert progress.calibration.confident_misses == len(progress.calibration.recent) == 2
    assert "less often than it felt" in progress.calibration.sentence
    assert progress.answers == 19
    room.study.undo()
    assert len(room.overview.progress().calibration.recent) == 1


def test_worth_another_look(tmp_path) -> None:
    room = StudyRoom(tmp_path, a_course(topics=4, points=9))
    room.preferences.change(new_a_day=100, minutes_a_day=240)
    points = [p.id for p in room.bank.points()]
    for topic, (right, sure, ms) in enumerate(
        [
            (True, Confidence.CERTAIN, 60_000),
            (False, Confidence.CERTAIN, 9000),
            (False, Confidence.THINK, 9000),
        ]
    ):
        room.study.start_points(points[topic * 9 : topic * 9 + 8], "Some")
        for _ in range(8):
            room.give(right, sure, ms)
            room.study.advance()
        room.study.finish()
    looks = room.overview.today().worth
    assert {look.topic: look.reason for look in looks} == {
        "topic-1": "Slow answers", "topic-2": "8 confident misses", "topic-3": "0 of 8 right",
    }  # fmt: skip
    assert looks[-1].topic == "topic-1"
    assert looks[0].section == "first"
    rows = room.overview.progress().topics
    assert [row.topic for row in rows][-2:] == ["topic-1", "topic-4"]
    assert rows[0].text == "0 of 8 right. 8 of 9 points started."
    assert rows[-1].recall is None
    room.clock.pass_days(31)
    assert {look.reason for look in room.overview.today().worth} == {"Not seen for 4 weeks"}
    room.close()


def test_points_that_left_the_course_do_not_count(room: StudyRoom) -> None:
    room.study_day(4)
    room.clock.pass_days(25)
    room.bank.all_points = room.bank.all_points[1:]
    room.restart()
    page = room.overview.today()
    assert page.plan.due == 3
    assert {look.reason for look in page.worth} == {"Not seen for 3 weeks"}
    assert room.overview.progress().topics[0].started == 3


def test_continue_reading(room: StudyRoom) -> None:
    topic, first, second = TopicId("topic-1"), SectionId("first"), SectionId("second")
    room.lessons.open_section(TopicId("gone"), first)
    room.lessons.open_section(topic, first)
    page = room.overview.today()
    assert page.reading is not None
    assert (page.reading.text, page.reading.share) == ("Section 1 of 2: The first part", 0.0)
    assert page.reading.figure is None
    assert page.study_days.startswith("1 of the last 14")
    room.lessons.mark_read(topic, first)
    lesson = room.bank.lessons[topic]
    object.__setattr__(lesson.sections[0], "blocks", (FigureBlock(FigureId("topic-1/figure")),))
    page = room.overview.today()
    assert page.reading is not None
    assert (page.reading.number, page.reading.share, page.reading.figure) == (2, 0.5, "topic-1/figure")
    room.lessons.mark_read(topic, second)
    assert room.overview.today().reading is None


def test_the_exam(room: StudyRoom) -> None:
    today = day_date(room.clock.now().study_day)
    room.preferences.change(exam_date=today + timedelta(days=4), exam_name="Block exam")
    card = room.overview.today().exam
    assert card is not None
    assert (card.name, card.days, card.text) == ("Block exam", 4, "Friday 27 November, 4 days away")
    assert (card.share_text, card.pace_text) == (
        "0 of 2 topics at exam level.",
        "3 new questions a day cover the course in time.",
    )
    room.preferences.change(exam_date=today, exam_name="")
    card = room.overview.today().exam
    assert card is not None
    assert (card.name, card.pace_text) == ("Exam", "12 points not met yet.")
    assert card.text.endswith(", today")
    room.study_day(12)
    ready = room.overview.today().exam
    assert ready is not None
    assert (ready.share, ready.pace_text) == (1.0, "You have met every point.")
    room.preferences.change(exam_date=today - timedelta(days=1))
    assert room.overview.today().exam is None


def test_a_clock_set_back_is_told_once(room: StudyRoom) -> None:
    room.study_day(1)
    room.clock.pass_days(-2)
    assert [n.title for n in room.overview.today().notices] == ["The clock was set back"]
    assert room.overview.today().notices == ()


def test_the_budget_used_up(tmp_path) -> None:
    room = StudyRoom(tmp_path, a_course(4, 20))
    room.preferences.change(minutes_a_day=240, new_a_day=100)
    room.study_day(60)
    room.clock.pass_days(40)
    room.preferences.change(minutes_a_day=5)
    step = room.study.start()
    while step.asking is not None:
        room.study.answer(Picked(frozenset({9})), Confidence.THINK, 100_000)
        room.study.regrade(room.study.step().feedback.choices[2].rating)
        step = room.study.advance()
    page = room.overview.today()
    assert (page.headline, page.subline) == ("Today's time is used up", "")
    assert page.plan.sentence.startswith("Today's time is used up. ")
    room.close()


def test_words() -> None:
    day = 20780
    assert due_text(day, day) == "10 min"
    assert due_text(day + 1, day) == "1 day"
    assert due_text(day + 29, day) == "29 days"
    assert due_text(day + 30, day) == short_date(day_date(day + 30), day_date(day))
    assert due_text(day + 400, day).endswith(" 2027")
    assert [span_text(n) for n in (1, 13, 21, 90)] == ["1 day", "13 days", "3 weeks", "3 months"]
