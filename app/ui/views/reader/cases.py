"""Cases worked through in prose."""

from PySide6.QtWidgets import QWidget

from app.core.course import Heading, ListBlock, Paragraph, WorkedCase
from app.ui.viewmodels.section_content import SectionContent
from app.ui.views.reader.prose import ListItems, ParagraphBlock, ProseBlock
from app.ui.widgets.chip import Icon
from app.ui.widgets.layouts import Row
from app.ui.widgets.panel import Panel
from app.ui.widgets.text import Text

_GAPS = {Heading: 20, Paragraph: 12, ListBlock: 12}


class CaseBlock(ProseBlock):
    """A worked case: its title, then paragraphs and lists."""

    def __init__(self, case: WorkedCase, content: SectionContent) -> None:
        super().__init__(content)
        panel = Panel(margins=(24, 18, 24, 22), spacing=0)
        panel.setObjectName("worked-case")
        panel.setAccessibleName(f"Worked case: {case.title}")
        head = Row(spacing=8)
        head.add(Icon("activity", "text2"))
        head.add(Text("Worked case", "panel", "text2"), 1)
        panel.add(head)
        panel.body.add_gap(6)
        panel.add(Text(case.title, "h2", heading=2))
        for block in case.blocks:
            panel.body.add_gap(_GAPS[type(block)])
            panel.add(self._make(block))
        self.column.add(panel)

    def _make(self, block: Paragraph | ListBlock | Heading) -> QWidget:
        if isinstance(block, Heading):
            return Text(block.text, "strong", heading=3)
        made = (
            ListItems(block, self.content, "body")
            if isinstance(block, ListBlock)
            else ParagraphBlock(block, self.content, "body")
        )
        made.link_requested.connect(self.link_requested)
        made.list_requested.connect(self.list_requested)
        return made
