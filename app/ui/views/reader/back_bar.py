"""The bar above a lesson that was opened from a question."""

from PySide6.QtCore import Qt, Signal

from app.ui.widgets.bars import Bar
from app.ui.widgets.buttons import Button
from app.ui.widgets.text import Text


class BackBar(Bar):
    """Leads back to the question: `back_requested()`."""

    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__(52, "primarySoft", line_below=True, margins=(20, 4))
        self.setObjectName("back-bar")
        back = Button(
            "Back to the question", "quiet", icon="arrow-left", key="Alt ←", height="compact",
            name="back-to-question",
        )  # fmt: skip
        back.clicked.connect(self.back_requested)
        self.add(back)
        kept = Text("Your answer and its feedback are kept.", "small", "text2")
        self.body.add(kept, 1, Qt.AlignmentFlag.AlignVCenter)
