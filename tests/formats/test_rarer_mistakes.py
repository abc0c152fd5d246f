"""Mistakes of authors that are seldom made; each is reported in words where it stands."""

import shutil

import pytest

from app.core.course_rules import check_course
from app.formats.course_folder import read_course
from tests.formats.course_files import FIGURE, FILES, LESSON, QUESTIONS, SVG, TOPIC, write_course

STEP = '\n[[step]]\nid = "{}"\ntitle = "T"\nsentence = "S."\nalt = "A."\nshow = ["{}"]\n'
STEPPER = FIGURE + "".join(STEP.format(name, "gland") for name in ("one", "two", "three"))
SPOT = '\n[[hotspot]]\nid = "h{}"\ngroup = "gland"\nname = "N"\ntext = "T."\ntarget = [1, 1]\nside = "left"\n'


def findings(root):
    located, found = read_course(root)
    return [str(f) for f in [*found, *check_course(located)]]


def without(text: str, begin: str, end: str = "\n\n[[") -> str:
    """Return the text without its part from `begin` up to `end`."""
    start = text.index(begin)
    return text[:start] + text[text.index(end, start) + 2 :]


IN_QUESTIONS = [
    (QUESTIONS.replace('id = "lining/basalis-q01"', 'id = "basalis"'), "must be written as lining/name-q01"),
    (QUESTIONS.replace('point = "lining/basalis"', 'point = "lining/none"', 1), "names `lining/none`"),
    (QUESTIONS.replace('figure = "wall"', 'figure = "other"'), "The figure `lining/other` does not exist"),
    (QUESTIONS.replace('figure = "wall"', 'figure = "wall"\nstep = "two"'), "has no step `two`"),
    (
        without(QUESTIONS, '[[question.option]]\ntext = "Spongiosum"\nwhy = "Part'),
        "has 2 options; give 3 to 6",
    ),
    (
        QUESTIONS.replace('right = true\nwhy = "Shed."', 'why = "Shed."'),
        "0 of 4 options are marked right; leave at least one right",
    ),
    (without(QUESTIONS, '[[question.statement]]\ntext = "The functionalis'), "has 1 statements; give 2 to 6"),
    (without(QUESTIONS, '[[question.place]]\nhotspot = "gland"'), "has 2 places; give 3 to 9"),
    (QUESTIONS.replace('right = true\nwhy = "On', 'why = "On'), "Exactly one place must be right"),
    (QUESTIONS.replace("right = false", 'right = "no"'), "`right` must be true or false"),
    (QUESTIONS.replace('sources = ["book"]', 'sources = "book"', 1), "`sources` must be a list of texts"),
    (QUESTIONS.replace('sources = ["book"]', "sources = []", 1), "`sources` is missing; give at least one"),
    (QUESTIONS.replace('ask = "Which layer stays?"', "ask = 3"), "`ask` must be a text"),
    ("question = 3\n", "`question` must be written as [[question]] tables"),
]
IN_TOPICS = [
    (TOPIC.replace('id = "lining"', 'id = "The Lining"', 1), "`The Lining` is not an id"),
    (TOPIC.replace("order = 1", 'order = "first"'), "`order` must be a whole number"),
    (TOPIC + TOPIC[TOPIC.index("[[point]]") :], "The id `lining/basalis` is used 2 times"),
]
IN_LESSONS = [
    (LESSON.replace("minutes = 10", "minutes ="), "lesson.md:2: Not valid TOML"),
    (LESSON + "\n## Again {#layers}\n\nWords.\n", "The section id `layers` is used twice"),
    (LESSON + "\n## More {#more}\n\nWords.\n", "The section `more` teaches no point"),
    (LESSON.replace("It regrows from:", "## \n# Loud"), "Inside a section only ### headings"),
    (LESSON.replace("::: figure wall", "::: figure"), "Name the figure"),
    (LESSON.replace("The basalis stays.\n", ""), "The callout is empty"),
    (LESSON.replace("The basalis stays.", "word " * 41), "A key point has at most 35 words"),
    (LESSON.replace("::: case A short case", "::: case"), "Give the case a title"),
    (LESSON.replace("lining/basalis-q01\n", ""), "Try first holds 1 to 3 questions"),
    (LESSON.replace("lining/basalis-q01\n", "lining/none\n"), "The question `lining/none` does not exist"),
    (LESSON.replace("lining/basalis-q02\n", "lining/a\nlining/b\n"), "A check holds one question"),
    (LESSON.replace("lining/basalis-q02\n", "lining/none\n"), "The question `lining/none` does not exist"),
    (LESSON[: LESSON.index("## Two")], "The lesson has no section"),
    (
        LESSON.replace("::: try-first\nlining/basalis-q01\n:::\n", ""),
        "The first section has no ::: try-first",
    ),
]
IN_FIGURES = [
    (FIGURE.replace('id = "gland"', 'id = "Gland"'), "`Gland` is not an id"),
    (FIGURE.replace("[120, 200]", '"middle"'), "`target` must be two numbers"),
    (FIGURE.replace('name = "Gland"', f'name = "{"n" * 41}"'), "`name` has over 40 characters"),
    (FIGURE.replace("Gland above", "word " * 121 + "above"), "`description` has over 120 words"),
    (FIGURE[: FIGURE.index("[[hotspot]]")], "The figure has no hotspot"),
    (FIGURE.replace('id = "muscle"', 'id = "gland"'), "Two hotspots have the same id"),
    (FIGURE + "".join(SPOT.format(n) for n in range(7)), "More than 9 labels at a time"),
    (STEPPER.replace('show = ["gland"]', 'show = ["glnd"]', 1), "The drawing has no group `glnd`"),
    (STEPPER[: STEPPER.rindex("[[step]]")], "A stepper has 3 to 7 steps, not 2"),
    (STEPPER.replace('id = "two"', 'id = "one"'), "Two steps have the same id"),
    (STEPPER, "`lining/wall` is a stepper; name the `step` the question is about"),
]
IN_DRAWINGS = [
    (SVG.replace("<title>", "<title>" + "x" * 153_600), "at most 150"),
    (SVG.replace("</g></svg>", '<rect width="1"/>' * 1500 + "</g></svg>"), "1503 shapes; at most 1500"),
    (SVG.replace("</g></svg>", "<svg/></g></svg>"), "holds an svg inside the svg"),
    (SVG.replace('id="muscle"', 'id="gland"'), "The id `gland` is used twice in the drawing"),
    (SVG.replace('id="muscle"', 'id="Muscle"'), "The group id `Muscle` is not kebab-case"),
]
IN_LISTS = [
    ("sources_toml", 'book = "A"\n', "`book` must be a table written as [book]"),
    (
        "glossary_toml",
        '[basalis]\nname = "B"\ndefinition = "D."\nsee = ["gone"]\n',
        "which the glossary lacks",
    ),
    ("seed_toml", 'lining = "S-04"\n', "`lining` must be a list of texts"),
]
BREAKS = [
    *(("questions_toml", *each) for each in IN_QUESTIONS),
    *(("topic_toml", *each) for each in IN_TOPICS),
    *(("lesson_md", *each) for each in IN_LESSONS),
    *(("wall_toml", *each) for each in IN_FIGURES),
    *(("wall_svg", *each) for each in IN_DRAWINGS),
    *IN_LISTS,
]


@pytest.mark.parametrize(("file", "text", "expected"), BREAKS)
def test_each_mistake_is_told(tmp_path, file, text, expected):
    assert text not in FILES.values(), "the break must change the file"
    found = findings(write_course(tmp_path, **{file: text}))
    assert any(expected in line for line in found), found


def test_a_figure_that_nothing_shows_is_told(tmp_path):
    root = write_course(tmp_path)
    for name in ("toml", "svg", "py"):
        source = root / f"01-lining/figures/wall.{name}"
        (root / f"01-lining/figures/spare.{name}").write_text(source.read_text("utf-8"), "utf-8")
    assert any("The figure `lining/spare` is used nowhere" in line for line in findings(root))


def test_a_topic_or_a_list_that_cannot_be_read_leaves_out_what_it_holds(tmp_path):
    root = write_course(tmp_path, topic_toml="id = \n")
    (root / "sources.toml").unlink()
    (root / "glossary.toml").unlink()
    (root / "seed.toml").unlink()
    located, found = read_course(root)
    assert located.course.topics == ()
    assert (located.course.sources, located.course.terms, located.course.seeds) == ((), (), {})
    assert any("topic.toml:1: Not valid TOML" in str(f) for f in found)
    assert any("sources.toml:1: The file is missing" in str(f) for f in found)


def test_a_lesson_that_is_not_utf8_and_a_figure_without_words_are_named(tmp_path):
    root = write_course(tmp_path, wall_toml="title = \n")
    (root / "01-lining/lesson.md").write_bytes(b"\xff\xfe\x00")
    text = "\n".join(findings(root))
    assert "lesson.md:1: The file is not UTF-8" in text
    assert "wall.toml:1: Not valid TOML" in text


def test_two_topics_of_one_id_are_told_with_both_places(tmp_path):
    root = write_course(tmp_path)
    shutil.copytree(root / "01-lining", root / "02-lining")
    found = findings(root)
    assert "02-lining/topic.toml:1: `lining` is used already at 01-lining/topic.toml:1." in found
