"""Text that is shown: set in a type style and measured."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from app.ui.theme import Role, StyleName, ThemedWidget
from app.ui.widgets import accessible as _accessible  # noqa: F401  (installs the roles)
from app.ui.widgets.runs import Runs
from app.ui.widgets.typeset import Typeset

_HINT_WIDTH = 420


class TypesetLabel(ThemedWidget, QLabel):
    """Runs of text set in a type style, measured at any width; nothing is ever cut."""

    def __init__(
        self, style: StyleName, role: Role, *, wrap: bool, tabular: bool, align: Qt.AlignmentFlag
    ) -> None:
        super().__init__()
        self._style, self._role, self._tabular, self._align = style, role, tabular, align
        self._weight: int | None = None
        self._runs: Runs = ()
        self._set: Typeset | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)

    @property
    def runs(self) -> Runs:
        """What is shown."""
        return self._runs

    def set_weight(self, weight: int | None) -> None:
        """Use another weight than the style's own; None returns to it."""
        self._weight = weight
        self._forget()

    def set_role(self, role: Role) -> None:
        """Change the colour role."""
        self._role = role
        self._forget()

    def set_style(self, style: StyleName) -> None:
        """Change the type style."""
        self._style = style
        self._forget()

    def theme_changed(self) -> None:
        """Set the text anew."""
        self._forget()
        super().theme_changed()

    def hasHeightForWidth(self) -> bool:
        """Tell the layout that a narrower text is taller."""
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        """Return the height at `width`."""
        inset = 2 * self._inset()
        return self._typeset().height(width - inset) + inset

    def sizeHint(self) -> QSize:
        """Return the size of the text on one line, or of a short column if it wraps."""
        width = self._typeset().natural_width() + 2 * self._inset()
        if self.wordWrap():
            width = min(width, self.theme.px(_HINT_WIDTH))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which no word breaks and no line is cut."""
        typeset = self._typeset()
        inset = 2 * self._inset()
        if not self.wordWrap():
            return self.sizeHint()
        return QSize(
            min(typeset.widest_word(), self.theme.px(160)) + inset, round(typeset.line_height) + inset
        )

    def changeEvent(self, event: QEvent) -> None:
        """Show the disabled colour."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._forget()

    def _shown_role(self) -> Role:
        return self._role if self.isEnabled() else "textDisabled"

    def _typeset(self) -> Typeset:
        if self._set is None:
            self._set = Typeset(
                self.theme,
                self._runs,
                self._style,
                self._shown_role(),
                weight=self._weight,
                tabular=self._tabular,
                align_right=bool(self._align & Qt.AlignmentFlag.AlignRight),
                centred=bool(self._align & Qt.AlignmentFlag.AlignHCenter),
            )
        return self._set

    def _forget(self) -> None:
        self._set = None
        self.updateGeometry()
        self.update()

    def _inset(self) -> int:
        """Return how many pixels are kept free at each side."""
        return 0

    def _content(self) -> QRectF:
        inset = self._inset()
        free = self.height() - 2 * inset - self._typeset().height(self.width() - 2 * inset)
        top = inset + (free / 2 if not self.wordWrap() and free > 0 else 0)
        return QRectF(inset, top, self.width() - 2 * inset, self.height() - top - inset)
