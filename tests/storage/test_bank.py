import sqlite3
from dataclasses import replace

import pytest

from app.core.ids import PointId, TermId, TopicId
from app.core.problems import Problem, ProblemKind
from app.core.questions import Audience
from app.formats.course_folder import read_course
from app.storage.bank import Bank
from app.storage.bank_writer import dump, write_bank
from tests.formats.course_files import write_course


@pytest.fixture
def course(tmp_path):
    return read_course(write_course(tmp_path / "course"))[0].course


@pytest.fixture
def path(tmp_path, course):
    write_bank(course, tmp_path / "questions.db")
    return tmp_path / "questions.db"


def test_what_was_written_is_read_back_equal(path, course):
    bank = Bank(path)
    assert bank.topics() == course.topics
    assert bank.lesson(TopicId("lining")) == course.lessons[0]
    assert bank.points() == course.points
    assert bank.questions_of(PointId("lining/basalis")) == course.questions
    assert bank.figure(course.figures[0].id) == course.figures[0]
    assert bank.sources(("book",)) == course.sources
    assert bank.term("basalis") == course.terms[0]
    assert bank.section_titles(TopicId("lining")) == (("layers", "Two layers"),)
    assert bank.figures_of(TopicId("lining")) == ("lining/wall",)
    bank.close()


def test_what_is_not_there_is_none_or_empty(path):
    bank = Bank(path)
    assert bank.question("lining/none") is None
    assert bank.point("lining/none") is None
    assert bank.figure("lining/none") is None
    assert bank.term("none") is None
    assert bank.sources(("none",)) == ()
    with pytest.raises(KeyError):
        bank.topic("none")
    bank.close()


def test_a_retired_question_is_kept_but_not_asked(tmp_path, course):
    first = course.questions[0]
    retired = replace(first, head=replace(first.head, retired="2026-11-22: unclear"))
    write_bank(replace(course, questions=(retired, *course.questions[1:])), tmp_path / "b.db")
    bank = Bank(tmp_path / "b.db")
    assert bank.question(first.head.id) == retired
    assert retired not in bank.questions_of(first.head.point)
    bank.close()


def test_the_points_an_audience_is_asked(tmp_path, course):
    heads = [
        ("lining/one", (Audience.NURSING,), ""),
        ("lining/two", (Audience.MEDICINE,), ""),
        ("lining/three", (Audience.NURSING, Audience.MEDICINE), "2026-11-22: unclear"),
        ("lining/four", (Audience.MEDICINE, Audience.NURSING), ""),
    ]
    points = [replace(course.points[0], id=PointId(name)) for name, _, _ in heads]
    questions = [
        replace(
            course.questions[0],
            head=replace(
                course.questions[0].head, id=f"{name}-q01", point=name, audience=audience, retired=retired
            ),
        )
        for name, audience, retired in heads
    ]
    write_bank(replace(course, points=tuple(points), questions=tuple(questions)), tmp_path / "b.db")
    bank = Bank(tmp_path / "b.db")
    asked = {a: [p.id for p in bank.points_for(a)] for a in (None, *Audience)}
    bank.close()
    assert asked == {
        None: ["lining/one", "lining/two", "lining/four"],
        Audience.NURSING: ["lining/one", "lining/four"],
        Audience.MEDICINE: ["lining/two", "lining/four"],
    }


def test_the_same_course_gives_the_same_dump_and_digest(tmp_path, course, path):
    digest = write_bank(course, tmp_path / "again.db")
    assert dump(path) == dump(tmp_path / "again.db")
    bank = Bank(path)
    assert bank.digest == digest
    bank.close()


def problem_of(path):
    with pytest.raises(Problem) as caught:
        Bank(path)
    assert "Traceback" not in str(caught.value)
    assert caught.value.remedy
    return caught.value.kind


def test_a_missing_course_is_told_in_words(tmp_path):
    assert problem_of(tmp_path / "none.db") == ProblemKind.MISSING


@pytest.mark.parametrize("content", [b"", b"not a database at all", b"SQLite format 3\x00" + b"\x01" * 500])
def test_a_damaged_course_is_told_in_words(tmp_path, content):
    path = tmp_path / "bad.db"
    path.write_bytes(content)
    assert problem_of(path) == ProblemKind.CORRUPT


def test_a_truncated_course_is_told_in_words(path):
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(Problem):
        Bank(path).points()


def test_a_table_that_went_missing_is_told_when_it_is_read(path):
    db = sqlite3.connect(path)
    db.execute("DROP TABLE term")
    db.commit()
    db.close()
    with pytest.raises(Problem) as caught:
        Bank(path).term(TermId("decidua"))
    assert caught.value.kind == ProblemKind.CORRUPT


def test_another_programs_database_is_not_taken_for_a_course(tmp_path):
    db = sqlite3.connect(tmp_path / "other.db")
    db.execute("CREATE TABLE topic (id)")
    db.commit()
    db.close()
    assert problem_of(tmp_path / "other.db") == ProblemKind.CORRUPT


def test_a_newer_course_is_refused_in_words(path):
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 99")
    db.close()
    assert problem_of(path) == ProblemKind.NEWER
