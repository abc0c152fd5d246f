from app.core.course import Hotspot
from app.core.figure_test import AskMode, begin_test

SPOTS = tuple(Hotspot(name, name.title(), "text", (0, 0), "left", name) for name in ("a", "b", "c", "d", "e"))


def play(test, wrong=()):
    while not test.finished:
        target = test.current.target
        test = test.answer("zzz" if target in wrong else target).advance()
    return test


def test_every_structure_is_asked_once_with_four_names():
    test = begin_test(SPOTS, AskMode.NAME, 3)
    assert sorted(r.target for r in test.rounds) == ["a", "b", "c", "d", "e"]
    assert all(r.target in r.choices and len(set(r.choices)) == 4 for r in test.rounds)


def test_the_same_seed_gives_the_same_test_and_another_another():
    assert begin_test(SPOTS, AskMode.NAME, 3) == begin_test(SPOTS, AskMode.NAME, 3)
    assert begin_test(SPOTS, AskMode.NAME, 3) != begin_test(SPOTS, AskMode.NAME, 4)


def test_result_counts_named_and_missed():
    test = play(begin_test(SPOTS, AskMode.FIND, 1), wrong=("b", "d"))
    assert set(test.named) == {"a", "c", "e"}
    assert set(test.missed) == {"b", "d"}
    assert test.current is None


def test_a_shown_answer_is_a_miss_and_stays_until_left():
    test = begin_test(SPOTS, AskMode.NAME, 1)
    first = test.current.target
    shown = test.answer("")
    assert shown.current.target == first
    assert not shown.last_was_right
    assert shown.answer(first) is shown
    assert shown.advance().current.target != first


def test_few_structures_give_fewer_names():
    test = begin_test(SPOTS[:2], AskMode.NAME, 1)
    assert all(len(r.choices) == 2 for r in test.rounds)
