"""How a section is laid out, and when it is built."""

import pytest

from app.ui.views.reader import LessonReader
from tests.ui.views.reader.acts import FIRST


@pytest.mark.parametrize(
    ("width", "scale"), [(1288, 1.0), (1848, 1.0), (828, 1.0), (900, 2.0), (1360, 2.0), (1288, 1.25)]
)
def test_nothing_is_cut_at_any_size(open_page, theme, qtbot, width, scale):
    theme.configure(scale=scale)
    page = open_page(width=width)
    bar = page.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    view = page.view
    assert view.horizontalScrollBar().maximum() == 0
    flow = page.body.flow
    for index in range(flow.count()):
        widget = flow.itemAt(index).widget()
        layout = widget.layout()
        needed = (
            layout.totalHeightForWidth(widget.width()) if layout else widget.heightForWidth(widget.width())
        )
        assert widget.height() >= needed - 1, widget
        assert widget.x() >= 0
        assert widget.geometry().right() <= page.body.width()


def test_blocks_do_not_overlap(open_page, qtbot):
    page = open_page()
    qtbot.waitUntil(lambda: page.view.verticalScrollBar().maximum() > 0)
    shown = [page.body.flow.itemAt(n).widget() for n in range(page.body.flow.count())]
    for number, one in enumerate(shown):
        for other in shown[number + 1 :]:
            assert not one.geometry().intersects(other.geometry())


def test_what_lies_below_is_built_without_being_asked(room, qtbot):
    model = room.reader_model()
    page = LessonReader(model)
    model.setParent(page)
    qtbot.addWidget(page)
    page.resize(1288, 500)
    page.show()
    page.enter(FIRST)
    qtbot.waitUntil(lambda: page.body.is_complete)
    assert len(page.body.checks) == 2
