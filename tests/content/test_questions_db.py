"""The shipped course: built from its sources, whole, and drawn as its scripts say."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from app.composition import content_builder
from app.paths import find_paths

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def builder(tmp_path_factory):
    return content_builder(find_paths(str(tmp_path_factory.mktemp("data"))))


def test_questions_db_and_drawings_are_what_the_sources_give(builder):
    report, differences = builder.check()
    assert [str(finding) for finding in report.mistakes] == []
    assert differences == ()


def test_no_item_writing_flaw_is_left_unexplained(builder):
    assert [str(finding) for finding in builder.check()[0].warnings] == []


def test_the_course_has_its_measure(builder):
    stats = builder.stats()
    assert stats["topics"] >= 3
    assert stats["figures"] >= 12
    assert stats["steppers"] >= 2
    assert stats["points"] >= 42
    assert stats["questions"] >= 84
    for topic in stats["by_topic"].values():
        assert topic["points"] >= 14
        assert topic["questions"] >= 28
        assert topic["figures"] >= 4
        assert len(topic["kinds"]) == 4
    written = set(stats["by_topic"])
    owners = builder.seed_owners()
    still_open = [seed for seed in stats["seed"]["open"] if owners[seed] in written]
    assert still_open == []


def test_stats_print_one_json_document():
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "content", "stats", "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    stats = json.loads(done.stdout)
    assert {"topics", "sections", "points", "questions", "by_kind", "by_topic", "figures", "steppers"} <= set(
        stats
    )
    assert {"sources", "glossary", "seed"} <= set(stats)
