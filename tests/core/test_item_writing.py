"""What a linter sees in a question."""

from dataclasses import replace

import pytest

from app.core.item_writing import LONGEST_STEM_WORDS, flaws
from app.core.questions import MultipleResponse, Option, Question, SingleBest, Statement, TrueFalseSet
from tests.builders import a_head, a_hotspot, a_multiple, a_single, a_true_false


def rules(question: Question) -> list[str]:
    return [rule for rule, _ in flaws(question)]


def single(
    key: str, *others: str, stem: str = "", ask: str = "Which fits?", shuffle: bool = True
) -> SingleBest:
    head = replace(a_head(ask=ask, shuffle=shuffle), stem=stem)
    return SingleBest(head, (Option(key, True, "So."), *(Option(text, False, "Not so.") for text in others)))


@pytest.mark.parametrize("question", [a_single(), a_multiple(), a_true_false(), a_hotspot()])
def test_a_plain_question_of_any_kind_has_no_flaw(question):
    assert rules(question) == []


def test_a_long_stem_is_told_at_its_limit():
    assert rules(single("Basalis", "Spongiosum", stem="word " * LONGEST_STEM_WORDS)) == []
    assert rules(single("Basalis", "Spongiosum", stem="word " * (LONGEST_STEM_WORDS + 1))) == ["long-stem"]


def test_asking_in_the_negative_is_told_but_not_in_a_set_of_statements():
    assert rules(single("Basalis", "Spongiosum", ask="Which is NOT shed?")) == ["negative"]
    assert rules(replace(a_true_false(), head=a_head(ask="True or false?"))) == []


@pytest.mark.parametrize(
    ("option", "rule"),
    [
        ("All of the above", "above"),
        ("Both A and C", "above"),
        ("It never bleeds", "absolute"),
        ("It sometimes bleeds", "vague"),
    ],
)
def test_options_that_give_themselves_away(option, rule):
    assert rules(single("Basalis", option)) == [rule]
    multiple = MultipleResponse(a_head(), (Option("Basalis", True, "So."), Option(option, False, "Not so.")))
    assert rules(multiple) == [rule]


def test_an_absolute_word_is_a_cue_only_where_the_option_is_wrong():
    assert rules(single("Only the functionalis", "Basalis")) == []


def test_a_false_statement_with_an_absolute_word_is_told():
    said = tuple(Statement(f"It {word} bleeds.", word == "once", "So.") for word in ("always", "once"))
    assert rules(TrueFalseSet(a_head(), said)) == ["absolute"]


def test_a_key_that_is_much_the_longest_is_told():
    key = "Mineral laid down in damaged tissue while calcium is normal"
    assert rules(single(key, "Bone", "Salt", "Fat")) == ["longest-key"]
    assert rules(single(key, key.replace("normal", "raised"), "Salt")) == []


def test_a_word_that_stem_and_key_alone_share_is_told():
    stem = "The spiral arteries constrict."
    assert rules(single("Spiral vessels", "Straight vessels", stem=stem)) == ["clang"]
    assert rules(single("Spiral vessels", "No spiral", stem=stem)) == []


def test_numbers_that_are_not_shuffled_stand_in_rising_order():
    assert rules(single("4 mm", "11 mm", "20 mm", shuffle=False)) == []
    assert rules(single("11 mm", "4 mm", "20 mm", shuffle=False)) == ["number-order"]
    assert rules(single("11 mm", "4 mm", "20 mm")) == []


def test_a_question_without_a_key_or_without_others_is_left_to_the_reader():
    head = a_head()
    assert rules(SingleBest(head, (Option("Basalis", False, "Not so."),))) == []
    assert rules(SingleBest(head, (Option("Basalis", True, "So."),))) == []
