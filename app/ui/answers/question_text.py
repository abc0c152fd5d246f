"""What stands around the answers: stem and question before them, explanation and sources after."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.scheduling import Purpose
from app.services.study.values import Asking, Feedback, Tone
from app.ui.theme import Role
from app.ui.theme.tokens import GUTTER
from app.ui.viewmodels.asking import reviewed_text, source_link
from app.ui.widgets.chip import Chip, Icon
from app.ui.widgets.layouts import CardColumn, Column, Flow
from app.ui.widgets.panel import Panel
from app.ui.widgets.runs import Run
from app.ui.widgets.sources import source_line
from app.ui.widgets.text import Text

_VERDICTS: dict[Tone, tuple[str, Role, Role, Role]] = {
    Tone.RIGHT: ("circle-check", "okSoft", "okBorder", "ok"),
    Tone.GUESSED: ("circle-check", "okSoft", "okBorder", "ok"),
    Tone.PARTLY: ("triangle-alert", "warnSoft", "warnBorder", "warn"),
    Tone.WRONG: ("circle-x", "badSoft", "badBorder", "bad"),
}
_ICONS = {"Normal": "activity", "Calcification": "circle-dot"}


class QuestionText(QWidget):
    """Chips, stem and the question itself. The stem can be focused and read with the keyboard.

    It keeps a gutter at both sides: in a `CardColumn` its text aligns with what stands around.
    """

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        self.setObjectName("question-text")
        column = Column(spacing=12)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(GUTTER, 0, GUTTER, 0)
        frame.addLayout(column)
        column.add(_chips(asking))
        head = asking.question.head
        self.stem = Text(head.stem.strip(), "stem", selectable=True)
        self.stem.setObjectName("stem")
        self.ask = Text(head.ask, "h2", heading=2, selectable=True)
        self.ask.setObjectName("ask")
        first = self.stem if head.stem.strip() else self.ask
        first.set_focusable()
        self._first = first
        for text in (self.stem, self.ask):
            if text is first:
                column.add(_bled(text))
            else:
                column.add(text)
        self.stem.setVisible(first is self.stem)

    def focus_target(self) -> QWidget:
        """Return the text that takes the focus first."""
        return self._first


class VerdictNote(Panel):
    """Right or not, in one sentence, where the question stands."""

    def __init__(self, feedback: Feedback) -> None:
        icon, soft, edge, ink = _VERDICTS[feedback.tone]
        super().__init__(fill=soft, edge=edge, margins=(16, 12), direction="row", spacing=12)
        self.setObjectName("verdict")
        said = f"{feedback.title}. {feedback.text}".strip()
        self.setAccessibleName(said)
        self.body.add(Icon(icon, ink, "button"))
        words = Column(spacing=0)
        words.add(Text(feedback.title, "strong", ink, heading=3))
        if feedback.text:
            words.add(Text(feedback.text, "small", "text2", selectable=True))
        self.body.add(words, 1)


class Explanation(QWidget):
    """Why the right answer is right, in one to three sentences."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setObjectName("explanation")
        column = Column(self, spacing=4)
        column.add(Text("In short", "panel", "text2", heading=3))
        column.add(Text(text, "body", selectable=True))


class SourceList(QWidget):
    """Review date and sources. `link_requested(address)` asks to open a source outside the app."""

    link_requested = Signal(str)

    def __init__(self, feedback: Feedback) -> None:
        super().__init__()
        self.setObjectName("sources")
        column = Column(self, spacing=6)
        line = reviewed_text(feedback.reviewed, feedback.reviewer, len(feedback.sources))
        column.add(Text(line, "caption", "text2", heading=3))
        for source in feedback.sources:
            address = source_link(source)
            text = Text(_runs(source_line(source), address), "caption", "text3", selectable=True)
            text.linkActivated.connect(self._ask_link)
            column.add(text)

    @Slot(str)
    def _ask_link(self, address: str) -> None:
        self.link_requested.emit(address)


def _runs(line: str, address: str) -> tuple[Run, ...]:
    if not address:
        return (Run(f"{line}."),)
    return (Run(f"{line}. "), Run(address.removeprefix("https://"), href=address))


def _chips(asking: Asking) -> QWidget:
    flow = Flow()
    if asking.purpose is Purpose.TRY_FIRST:
        flow.add(Chip("Try first", "target"))
    elif asking.purpose is Purpose.CHECK:
        flow.add(Chip("Check", "target"))
    else:
        flow.add(Chip(asking.topic.title, _ICONS.get(asking.topic.group, "book-open")))
    if asking.purpose is Purpose.REVIEW and asking.round:
        flow.add(Chip("Coming back", "rotate-ccw", ink="warn", fill="warnSoft"))
    elif asking.purpose is Purpose.REVIEW and asking.is_new:
        flow.add(Chip("New", ink="link", fill="primarySoft"))
    flow.add(Chip(asking.kind_label, ink="text3", fill="canvas"))
    return flow


def _bled(widget: QWidget) -> CardColumn:
    column = CardColumn(spacing=0)
    column.add(widget)
    return column
