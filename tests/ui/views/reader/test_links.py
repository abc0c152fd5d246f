"""Citations and glossary words in a lesson."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.ui.views.reader.peek import Peek
from app.ui.views.reader.pictures import Picture
from app.ui.views.reader.prose import ParagraphBlock
from tests.ui.views.reader.acts import focused, press


def test_a_citation_opens_its_source_under_the_paragraph(open_page, opened):
    page = open_page()
    paragraph = page.body.findChildren(ParagraphBlock)[0]
    text = paragraph.column.itemAt(0).widget()
    text.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(text, Qt.Key.Key_Return)
    peek = paragraph.findChild(Peek)
    assert peek.accessibleName() == "Source 1"
    press(page, "peek-open")
    assert opened == ["https://doi.org/10.1/x"]
    press(page, "peek-list")
    assert focused() is page.body.sources.entries["book2020"]
    text.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(text, Qt.Key.Key_Escape)
    assert paragraph.findChild(Peek) is None or paragraph.column.count() == 1
    assert focused() is text


def test_the_tab_key_goes_from_a_citation_into_what_it_opened(open_page, qtbot):
    page = open_page()
    paragraph = page.body.findChildren(ParagraphBlock)[0]
    text = paragraph.column.itemAt(0).widget()
    text.setFocus(Qt.FocusReason.BacktabFocusReason)
    text.linkActivated.emit("source:book2020")
    qtbot.waitUntil(paragraph.findChild(Peek).isVisible)
    QTest.keyClick(text, Qt.Key.Key_Tab)
    assert focused() is paragraph.findChild(QPushButton, "peek-close")
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert focused() is text


@pytest.mark.parametrize("labelled", [False, True])
def test_the_tab_key_follows_the_reading_order(open_page, qtbot, labelled):
    page = open_page()
    qtbot.waitUntil(lambda: page.view.verticalScrollBar().maximum() > 0)
    if labelled:
        page.body.findChild(Picture).adapt(1000)
    blocks = [page.body.flow.itemAt(n).widget() for n in range(page.body.flow.count())]
    page.title.setFocus()
    seen = [focused()]
    for _ in range(60):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        if not page.body.isAncestorOf(focused()):
            break
        seen.append(focused())
    places = [next(n for n, block in enumerate(blocks) if block.isAncestorOf(one)) for one in seen]
    assert len(set(places)) > 8
    assert places == sorted(places)


def test_only_words_with_an_entry_are_links(open_page):
    page = open_page()
    paragraph = page.body.findChildren(ParagraphBlock)[0]
    text = paragraph.column.itemAt(0).widget()
    assert [run.href for run in text.runs if run.dotted] == ["term:basalis"]
    assert "unknown word" in text.accessibleName()
    text.linkActivated.emit("term:basalis")
    assert paragraph.findChild(Peek).accessibleName() == "Basalis"
    text.linkActivated.emit("term:basalis")
    assert paragraph.column.count() == 1


def test_the_line_under_the_title_leads_to_the_sources(open_page):
    page = open_page()
    page.body.head.reviewed.linkActivated.emit("sources")
    assert focused() is page.body.sources.entries["book2020"]
