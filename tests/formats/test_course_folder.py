from datetime import date

import pytest

from app.core.course import (
    Callout,
    Check,
    CompareTable,
    FigureBlock,
    Heading,
    ListBlock,
    Paragraph,
    Reading,
    TryFirst,
    WorkedCase,
)
from app.core.course_rules import check_course
from app.core.questions import HotspotQuestion, MultipleResponse, SingleBest, TrueFalseSet
from app.formats.course_folder import read_course
from tests.formats.course_files import FIGURE, FILES, LESSON, QUESTIONS, SVG, TOPIC, write_course


def findings(root):
    located, found = read_course(root)
    return [str(f) for f in [*found, *check_course(located)] if not f.warning]


def test_a_right_course_has_no_mistake_and_is_whole(tmp_path):
    root = write_course(tmp_path)
    located, found = read_course(root)
    course = located.course
    assert found == []
    assert check_course(located) == []
    assert [type(q) for q in course.questions] == [
        SingleBest,
        HotspotQuestion,
        TrueFalseSet,
        MultipleResponse,
    ]
    assert [type(b) for b in course.lessons[0].sections[0].blocks] == [
        TryFirst,
        Paragraph,
        ListBlock,
        FigureBlock,
        Callout,
        CompareTable,
        WorkedCase,
        Check,
    ]
    assert course.lessons[0].sections[0].blocks[2] == ListBlock(("the basalis", "its glands, which stay"))
    assert course.lessons[0].sections[0].sources == ("book",)
    assert course.seeds == {"S-04": "lining", "S-99": "other"}
    assert str(located.where("question", "lining/basalis-q02")) == "01-lining/questions.toml:25"


def test_what_is_seldom_written_is_read_too(tmp_path):
    stem = '"""\nA report says:\n[[question]]\n"""'
    root = write_course(
        tmp_path,
        sources_toml='[book]\ntitle = "A textbook"\ntier = "B"\nyear = 1950\n',
        topic_toml=TOPIC.replace(
            "[[point]]", '[[reading]]\ndate = 2026-11-23\nchanged = "A word."\n\n[[point]]'
        ),
        questions_toml=QUESTIONS.replace('stem = ""', f'stem = {stem}\nfigure = "wall"'),
        lesson_md=LESSON.replace("It regrows from:", "It regrows:\n### From where {#x}"),
    )
    located, found = read_course(root)
    assert (found, check_course(located)) == ([], [])
    course = located.course
    assert course.sources[0].year == 1950
    assert course.topics[0].readings == (Reading(date(2026, 11, 23), "A word."),)
    assert course.questions[0].head.stem == "A report says:\n[[question]]"
    assert str(located.where("question", "lining/basalis-q02")) == "01-lining/questions.toml:29"
    assert Heading("From where {#x}") in course.lessons[0].sections[0].blocks


BREAKS = [
    (
        "questions_toml",
        QUESTIONS.replace('right = true\nwhy = "Fed', 'why = "Fed'),
        "questions.toml:1: 0 options are marked right",
    ),
    (
        "questions_toml",
        QUESTIONS.replace('why = "The top of the functionalis."', 'why = " "'),
        "questions.toml:23: `why` is empty",
    ),
    (
        "questions_toml",
        QUESTIONS.replace('kind = "single"', 'kind = "choice"'),
        "questions.toml:4: `kind` is 'choice'",
    ),
    (
        "questions_toml",
        QUESTIONS.replace('level = "remember"', 'lvel = "remember"'),
        "questions.toml:5: `lvel` is not known",
    ),
    (
        "questions_toml",
        QUESTIONS.replace('hotspot = "gland"', 'hotspot = "glnd"'),
        "`glnd` is not a hotspot of `lining/wall`",
    ),
    ("questions_toml", QUESTIONS.replace("basalis-q03", "basalis-q02"), "is used"),
    (
        "questions_toml",
        QUESTIONS.replace('text = "Compactum"\nwhy', 'text = "basalis"\nwhy'),
        "Two options say the same",
    ),
    (
        "questions_toml",
        QUESTIONS.replace("right = false", "right = true"),
        "All statements have the same truth value",
    ),
    ("questions_toml", QUESTIONS.replace("plus-minus", "all"), '`scoring` must be "plus-minus"'),
    ("questions_toml", QUESTIONS.replace('figure = "wall"\n', ""), "A hotspot question needs `figure`"),
    ("questions_toml", QUESTIONS + "\n[[question\n", "Not valid TOML"),
    (
        "questions_toml",
        QUESTIONS.replace('sources = ["book"]', 'sources = ["bok"]', 1),
        "The source `bok` is not in sources.toml",
    ),
    (
        "questions_toml",
        QUESTIONS.replace('["nursing", "medicine"]', '["nurses"]'),
        "`audience` holds 'nurses'",
    ),
    (
        "topic_toml",
        TOPIC.replace('section = "layers"', 'section = "layer"'),
        "topic.toml:11: `lining/basalis` names the section",
    ),
    ("topic_toml", TOPIC.replace("lining/basalis", "wall/basalis"), "must be written as lining/name"),
    ("topic_toml", TOPIC.replace("2026-11-22", '"22 Nov"'), "topic.toml:7: `reviewed` must be a date"),
    ("topic_toml", TOPIC.replace('["S-04"]', '["S-05"]'), "`S-05` is not in seed.toml"),
    ("topic_toml", TOPIC.replace("menstruation.", "menstruation"), "ends with a full stop"),
    ("topic_toml", TOPIC + 'contrast = "lining/none"\n', "`contrast` names the point"),
    ("lesson_md", LESSON.replace("{#layers}", ""), "lesson.md:7: A section needs an id"),
    (
        "lesson_md",
        LESSON.replace("::: figure wall", "::: figure wal"),
        "lesson.md:20: The figure `lining/wal` does not exist",
    ),
    ("lesson_md", LESSON.replace("callout key", "callout tip"), "A callout is one of"),
    ("lesson_md", LESSON.replace("| Shed | no | yes |", "| Shed | no |"), "same number of cells"),
    ("lesson_md", LESSON.replace("[book]", "[[uterus]]"), "The glossary has no term `uterus`"),
    ("lesson_md", LESSON.replace("lining/basalis-q02\n:::", "lining/basalis-q02\n"), "is never closed"),
    ("lesson_md", LESSON.replace("::: try-first", "::: aside"), "The fence `aside` is not known"),
    ("lesson_md", LESSON.replace("+++\nid", "---\nid", 1), "must begin with front matter"),
    ("lesson_md", LESSON.replace('id = "lining"', 'id = "wall"'), "`id` must be the topic's id"),
    ("lesson_md", LESSON.replace("## Two", "Stray.\n\n## Two"), "Text before the first section"),
    ("lesson_md", LESSON.replace("It regrows from:", "| a | b |"), "A table stands inside"),
    ("wall_toml", FIGURE.replace('id = "gland"', 'id = "glnd"'), "The drawing has no group `glnd`"),
    ("wall_toml", FIGURE.replace("[120, 200]", "[120, 500]"), "lies outside the picture"),
    ("wall_toml", FIGURE.replace('side = "right"', 'side = "top"'), '`side` must be "left" or "right"'),
    ("wall_toml", FIGURE.replace("The wall in section.", "x" * 151), "`alt` has 151 characters"),
    ("wall_toml", FIGURE + 'steps = ["one"]\n', "names the step `one`"),
    ("wall_svg", SVG.replace("<g id", '<text x="1">A</text><g id', 1), "uses <text>"),
    ("wall_svg", SVG.replace("#5E3A92", "rgba(1,2,3,0.5)"), "uses rgba()"),
    ("wall_svg", SVG.replace("640 400", "600 400"), "The viewBox must be"),
    ("wall_svg", SVG.replace("<title>Wall</title>", ""), "has no <title>"),
    ("wall_svg", SVG.replace("</svg>", ""), "is not valid XML"),
    ("sources_toml", '[book]\ntitle = "A"\ntier = "C"\n', "`tier` must be"),
    ("glossary_toml", f'[basalis]\nname = "B"\ndefinition = "{"word " * 41}"\n', "over 40 words"),
]


@pytest.mark.parametrize(("file", "text", "expected"), BREAKS)
def test_each_mistake_is_reported_where_it_stands(tmp_path, file, text, expected):
    assert text not in FILES.values(), "the break must change the file"
    found = findings(write_course(tmp_path, **{file: text}))
    assert any(expected in line for line in found), found


def test_all_mistakes_come_in_one_go(tmp_path):
    root = write_course(
        tmp_path,
        topic_toml=TOPIC.replace('section = "layers"', 'section = "layer"'),
        questions_toml=QUESTIONS.replace("plus-minus", "all").replace('kind = "single"', 'kind = "choice"'),
    )
    found = findings(root)
    assert sum("layer`" in line or "scoring" in line or "kind" in line for line in found) == 3


def test_missing_and_unreadable_files_are_named(tmp_path):
    root = write_course(tmp_path)
    (root / "01-lining/lesson.md").unlink()
    (root / "01-lining/figures/wall.svg").unlink()
    (root / "01-lining/questions.toml").write_bytes(b"\xff\xfe\x00")
    text = "\n".join(findings(root))
    assert "lesson.md:1: The lesson is missing" in text
    assert "wall.svg is missing" in text
    assert "questions.toml:1: The file is not UTF-8" in text
