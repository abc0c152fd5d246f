"""The order of options."""

from app.core.option_order import display_order
from app.core.questions import Option, SingleBest
from tests.builders import a_head, a_hotspot, a_single, a_true_false


def numbered(*texts: str) -> SingleBest:
    return SingleBest(a_head(), tuple(Option(t, i == 0, "Reason") for i, t in enumerate(texts)))


def test_a_seed_is_an_order() -> None:
    orders = {display_order(a_single(count=5), seed) for seed in range(60)}
    assert len(orders) > 40
    assert display_order(a_single(), 9) == display_order(a_single(), 9)
    assert len({display_order(a_true_false(), seed) for seed in range(40)}) == 6


def test_numbers_stand_in_numeric_order() -> None:
    assert display_order(numbered("12 mm", "4 mm", "7.5 mm"), 3) == (1, 2, 0)
    assert display_order(numbered("About 80 %", "About 8 %"), 3) == (1, 0)
    assert len({display_order(numbered("4 weeks", "4 mm", "3 years", "9 days"), s) for s in range(20)}) > 1
    assert len({display_order(numbered("Stage 2", "Grade 1", "CD138", "None"), s) for s in range(20)}) > 1


def test_shuffle_off_is_respected() -> None:
    assert display_order(a_single(a_head(shuffle=False)), 3) == (0, 1, 2, 3)
    assert sorted(display_order(a_hotspot(), 3)) == [0, 1, 2]
