import math
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.ui.figures.layout import Row, place_pins, spread


def test_labels_with_room_stand_at_their_targets():
    assert spread([Row(20, 50), Row(20, 150)], 0, 400, 6) == [50, 150]


def test_labels_of_one_height_move_apart_evenly():
    first, second = spread([Row(20, 100), Row(20, 100)], 0, 400, 6)
    assert second - first == 26
    assert first + second == 200


def test_labels_stay_inside_the_picture():
    centres = spread([Row(20, 2), Row(20, 3), Row(20, 399)], 0, 400, 6)
    assert centres[0] == 10
    assert centres[-1] == 390


@given(
    st.lists(st.tuples(st.floats(10, 60), st.floats(0, 400)), min_size=1, max_size=9),
    st.floats(2, 10),
)
def test_labels_never_overlap_and_keep_their_order(rows, gap):
    ordered = sorted(rows, key=lambda r: r[1])
    centres = spread([Row(h, y) for h, y in ordered], 0, 400, gap)
    for ((first, _), (second, _)), (upper, lower) in zip(pairwise(ordered), pairwise(centres), strict=True):
        assert lower - upper >= (first + second) / 2 + gap - 1e-6


@given(st.lists(st.tuples(st.integers(30, 610), st.integers(30, 370)), min_size=1, max_size=8, unique=True))
def test_pins_stay_inside_the_picture_and_near_their_targets(targets):
    pins = place_pins(targets, 640, 400, 11)
    for (x, y), target in zip(pins, targets, strict=True):
        assert 11 <= x <= 629
        assert 11 <= y <= 389
        assert math.dist((x, y), target) <= 3.7 * 11
