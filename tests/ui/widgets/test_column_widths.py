from hypothesis import given
from hypothesis import strategies as st

from app.ui.widgets.lesson_blocks.compare_table.widths import share

columns = st.lists(st.tuples(st.integers(1, 200), st.integers(0, 400)), min_size=1, max_size=6)


def test_room_to_spare_goes_where_words_would_wrap():
    assert share(400, least=[100, 100, 100], natural=[100, 180, 100], most=[300, 300, 300]) == [100, 190, 110]


def test_too_little_room_is_shared_by_how_much_more_is_wished():
    assert share(260, least=[100, 100], natural=[140, 180], most=[300, 300]) == [120, 140]


def test_no_column_asks_for_more_than_its_most():
    assert share(500, least=[100, 100], natural=[400, 400], most=[190, 300]) == [190, 310]


@given(columns, st.integers(0, 1200))
def test_the_whole_width_is_given_and_no_word_is_cut(found, spare):
    least = [low for low, _ in found]
    natural = [low + more for low, more in found]
    width = sum(least) + spare
    given_widths = share(width, least, natural, [300] * len(found))
    assert sum(given_widths) == width
    assert all(wide >= low for wide, low in zip(given_widths, least, strict=True))
