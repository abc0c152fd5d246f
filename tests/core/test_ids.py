import pytest

from app.core.ids import is_scoped_id, is_simple_id, scoped, topic_of


@pytest.mark.parametrize("text", ["shadow", "day-21", "a"])
def test_kebab_case_is_a_simple_id(text):
    assert is_simple_id(text)


@pytest.mark.parametrize("text", ["", "Shadow", "a--b", "-a", "a_b", "a/b"])
def test_everything_else_is_not(text):
    assert not is_simple_id(text)


def test_scoped_id_is_topic_and_name():
    assert is_scoped_id("calcification/shadow-q03")
    assert not is_scoped_id("calcification")
    assert not is_scoped_id("a/b/c")
    assert topic_of("calcification/shadow") == "calcification"


def test_scoped_leaves_a_full_name_alone():
    assert scoped("calcification", "spectrum") == "calcification/spectrum"
    assert scoped("calcification", "endometrium/mri-zones") == "endometrium/mri-zones"
