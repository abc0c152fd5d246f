"""The viewer's top bar."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout

from app.ui.viewmodels.figure import FigureState, ViewerMode
from app.ui.widgets.bars import TopBar
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.choices import Segmented
from app.ui.widgets.text import Text

_MODES = (ViewerMode.LABELS, ViewerMode.NAME, ViewerMode.FIND)


class ViewerBar(TopBar):
    """Back, title, mode, names on and off, zoom. `mode_chosen(str)`, `labels_toggled()`."""

    mode_chosen = Signal(str)
    labels_toggled = Signal()

    def __init__(self) -> None:
        super().__init__(" ")
        self.title.set_focusable()
        self.back = IconButton("arrow-left", "Back", shortcut="Alt+Left")
        self.back.setObjectName("viewer-back")
        self.layout().insertWidget(0, self.back)  # type: ignore[union-attr]  # a bar has a layout
        self.add(Text("", wrap=False), 1)
        self.modes = Segmented(("Labels", "Self-test", "Find"), name="What to do with the figure")
        self.modes.chosen.connect(self._mode)
        self.eye = IconButton("eye-off", "Hide names", shortcut="H")
        self.eye.setObjectName("viewer-eye")
        self.eye.clicked.connect(self.labels_toggled)
        self.zoom_out = IconButton("zoom-out", "Zoom out", shortcut="-")
        self.zoom_in = IconButton("zoom-in", "Zoom in", shortcut="+")
        self.fit = IconButton("scan", "Fit", shortcut="0")
        self.percent = Text("100%", "label", "text2", wrap=False, tabular=True)
        self.body.add(self.modes, 0, Qt.AlignmentFlag.AlignVCenter)
        for tool in (self.eye, self.zoom_out, self.percent, self.zoom_in, self.fit):
            self.add(tool)
        for tool, name in ((self.zoom_out, "zoom-out"), (self.zoom_in, "zoom-in"), (self.fit, "zoom-fit")):
            tool.setObjectName(name)

    def show_state(self, state: FigureState) -> None:
        """Show title, mode and whether names are on."""
        self.title.set_plain(state.figure.title if state.figure else "No figure")
        self.modes.set_index(_MODES.index(state.mode))
        self.eye.set_icon("eye-off" if state.labels else "eye")
        self.eye.set_name("Hide names" if state.labels else "Show names")
        self.eye.setVisible(state.mode == ViewerMode.LABELS)

    def room_left(self, width: int) -> int:
        """Return how many pixels of `width` title and tools leave, the modes among them; below 0 none."""
        tools = (self.back, self.eye, self.zoom_out, self.percent, self.zoom_in, self.fit)
        taken = sum(tool.sizeHint().width() + self.theme.px(4) for tool in (self.title, *tools))
        return width - taken - self.modes.sizeHint().width() - self.theme.px(2 * 20 + 16)

    def lend_modes(self, strip: QBoxLayout | None) -> None:
        """Put the modes into a line of their own, or take them back without one."""
        if strip is not None:
            strip.addWidget(self.modes, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self.body.insertWidget(3, self.modes, 0, Qt.AlignmentFlag.AlignVCenter)

    @Slot(int)
    def show_zoom(self, percent: int) -> None:
        """Show the zoom in percent."""
        self.percent.set_plain(f"{percent}%")

    @Slot(int)
    def _mode(self, index: int) -> None:
        self.mode_chosen.emit(_MODES[index].value)
