"""How the review page is laid out at any size."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QWidget,
)

from app.core.questions import Kind
from app.ui.widgets.text import Text
from tests.ui.answers.asked import KINDS
from tests.ui.views.review.acts import answer_by_keys, begin, key


def test_the_question_column_does_not_move_sideways(page, room, qtbot):
    begin(page, room, Kind.SINGLE, Kind.HOTSPOT)
    qtbot.waitUntil(lambda: page.session.question.width() > 700)

    def place():
        column = page.session.question
        return column.mapTo(page, column.rect().topLeft()).x(), column.width()

    before = place()
    key(page, Qt.Key.Key_2)
    key(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.session.scroller.verticalScrollBar().maximum() >= 0)
    assert place() == before
    key(page, Qt.Key.Key_Return)
    assert place() == before


@pytest.mark.parametrize(("width", "beside"), [(1360, True), (1279, False), (900, False)])
def test_the_right_column_goes_below_where_there_is_no_room(page, room, qtbot, width, beside):
    begin(page, room, Kind.SINGLE)
    page.resize(width, 700)
    qtbot.waitUntil(lambda: page.session.columns.is_beside is beside)
    question, aside = page.session.question, page.session.aside
    if beside:
        qtbot.waitUntil(lambda: aside.x() >= question.geometry().right())
    else:
        qtbot.waitUntil(lambda: aside.y() >= question.geometry().bottom())
    assert page.session.scroller.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("kind", KINDS)
def test_at_200_per_cent_nothing_is_cut_or_overlaps(page, room, theme, kind, qtbot):
    theme.configure(scale=2.0)
    begin(page, room, kind)
    for told in (False, True):
        if told:
            answer_by_keys(page, kind)
            key(page, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: (_cut(page), _overlaps(page)) == ([], []))
        assert page.minimumSizeHint().width() <= 1360
        assert page.session.scroller.horizontalScrollBar().maximum() == 0
    assert page.session.feedback.grades.is_compact
    assert not page.top.progress.isVisible()
    assert not page.top.note_button.isVisible()


def _cut(page):
    """Texts lower than their words need."""
    return [
        (text.text(), text.height(), text.heightForWidth(text.width()))
        for text in page.findChildren(Text)
        if text.isVisible() and text.text() and text.height() < text.heightForWidth(text.width())
    ]


def _overlaps(page):
    """Visible neighbours in the question column that cover each other."""
    column = page.session.question
    boxes = [
        child.geometry() for child in column.children() if isinstance(child, QWidget) and child.isVisible()
    ]
    return [(a, b) for n, a in enumerate(boxes) for b in boxes[n + 1 :] if a.intersects(b)]
