import sqlite3

import pytest

from app.services.content_build import ContentBuild
from tests.formats.course_files import QUESTIONS, SVG, write_course


@pytest.fixture
def builder(tmp_path):
    return ContentBuild(write_course(tmp_path / "course"), tmp_path / "questions.db")


def test_build_then_check_finds_no_difference(builder):
    report = builder.build()
    assert report.mistakes == ()
    assert len(report.digest) == 64
    assert builder.check() == (report.__class__((), report.warnings), ())


def test_a_row_changed_by_hand_is_shown(builder, tmp_path):
    builder.build()
    db = sqlite3.connect(tmp_path / "questions.db")
    with db:
        db.execute("UPDATE question SET level = 'apply' WHERE id = 'lining/basalis-q01'")
    db.close()
    differences = builder.check()[1]
    assert any("lining/basalis-q01" in line for line in differences)


def test_a_course_with_mistakes_leaves_the_bank_as_it_was(builder, tmp_path):
    builder.build()
    before = (tmp_path / "questions.db").read_bytes()
    write_course(tmp_path / "course", questions_toml=QUESTIONS.replace("basalis-q01", "basalis"))
    (tmp_path / "course/01-lining/topic.toml").write_text("id = 3\n")
    assert builder.build().mistakes
    assert (tmp_path / "questions.db").read_bytes() == before


def test_a_missing_bank_and_an_old_drawing_are_named(builder, tmp_path):
    (tmp_path / "course/01-lining/figures/wall.svg").write_text(SVG.replace("#B9685F", "#B9685E"))
    differences = builder.check()[1]
    assert any("wall.svg" in line for line in differences)
    assert any("content build" in line for line in differences)
    assert builder.draw() == ("01-lining/figures/wall.svg",)
    assert builder.draw() == ()


def test_a_drawing_without_script_is_a_mistake(builder, tmp_path):
    (tmp_path / "course/01-lining/figures/wall.py").unlink()
    assert any("lacks its script" in f.text for f in builder.check()[0].mistakes)


def test_stats_counts_what_is_there(builder):
    stats = builder.stats()
    assert stats["topics"] == 1
    assert stats["questions"] == 4
    assert stats["by_kind"] == {"hotspot": 1, "multiple": 1, "single": 1, "true-false": 1}
    assert stats["by_topic"]["lining"]["figures"] == 1
    assert stats["seed"] == {"covered": ["S-04"], "open": ["S-99"]}
