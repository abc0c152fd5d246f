"""Where the data lies, its backups, and its care; and what the app is."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.ui.viewmodels.preferences import AboutInfo, BackupRow, PreferencesModel, PreferencesState, Work
from app.ui.viewmodels.setting_words import DISCLAIMER
from app.ui.views.banners import Banners
from app.ui.views.settings.restore import RestoreDialog
from app.ui.views.settings.study import SectionPanel
from app.ui.widgets.accessible import announce
from app.ui.widgets.buttons import Button
from app.ui.widgets.layouts import CardColumn, Column, Flow, Row, clear
from app.ui.widgets.text import Text

_INSET = 12
_FEW = 3
_LICENCES = (
    "Decidua is free software under the MIT licence; its lessons, questions and drawings are under CC BY 4.0."
    " It uses Qt for Python (LGPL 3), SQLite (public domain) and Source Sans (Open Font License 1.1)."
)
_WAITING = {Work.BACK_UP: "Backing up…", Work.CHECK: "Checking…", Work.REBUILD: "Working it out…"}


class DataSection(SectionPanel):
    """The folder, backups, checking and rebuilding."""

    def __init__(self, model: PreferencesModel) -> None:
        super().__init__("Data")
        self._model = model
        self._shown: tuple[BackupRow, ...] | None = None
        self._all = False
        self._said = ""
        self.banners = Banners()
        self.add(self.banners)
        self._build_folder(model.about)
        self._build_backups()
        self._build_care()

    def show_state(self, state: PreferencesState) -> None:
        """Show backups and work."""
        self.banners.show_notices((state.trouble,) if state.trouble else ())
        self._show_backups(state.backups)
        buttons = {Work.BACK_UP: self.back_up, Work.CHECK: self.check, Work.REBUILD: self.rebuild}
        for work, button in buttons.items():
            button.set_busy(state.busy is work, _WAITING[work])
            button.setEnabled(state.busy is None or state.busy is work)
        self.cancel.setVisible(state.slow)
        self.report.setVisible(bool(state.report))
        self.report.set_plain(state.report)
        if state.report != self._said:
            self._said = state.report
            announce(self, state.report)

    def _build_folder(self, about: AboutInfo) -> None:
        self.path = Text(about.data_dir, "small", "text", selectable=True)
        self.path.set_plain(about.data_dir)
        self.path.setObjectName("data-path")
        self.add_words(Text("Everything you do stays on this computer, in one folder.", "small", "text2"))
        self.add_words(self.path)
        self.copy = Button("Copy path", icon="copy", height="compact", name="copy-path")
        self.copy.clicked.connect(self._copy_path)
        self._add_buttons(self.copy)

    def _build_backups(self) -> None:
        self.add_line()
        self.add_words(Text("Backups", "strong", heading=3))
        self.add_words(
            Text("One is made each day: the last 7 days, 4 weeks and 12 months are kept.", "small", "text2")
        )
        holder = QWidget()
        self._list = Column(holder, margins=(_INSET, 0), spacing=0)
        self.add(holder)
        self.back_up = Button("Back up now", height="compact", name="back-up")
        self.back_up.clicked.connect(self._model.back_up)
        self.more = Button("Show all backups", "quiet", height="compact", name="all-backups")
        self.more.clicked.connect(self._show_all)
        self._add_buttons(self.back_up, self.more)

    def _build_care(self) -> None:
        self.add_line()
        self.add_words(Text("Check and rebuild", "strong", heading=3))
        self.add_words(
            Text(
                "The check reads the whole file. Rebuilding works out from your answers when each question"
                " comes back; the answers themselves never change.",
                "small",
                "text2",
            )
        )
        self.check = Button("Check the file", height="compact", name="check-file")
        self.rebuild = Button("Rebuild memories", height="compact", name="rebuild")
        self.cancel = Button("Cancel", "quiet", height="compact", name="cancel-work")
        self.check.clicked.connect(self._model.check)
        self.rebuild.clicked.connect(self._model.rebuild)
        self.cancel.clicked.connect(self._model.cancel)
        self._add_buttons(self.check, self.rebuild, self.cancel)
        self.report = Text("", "small")
        self.report.setObjectName("care-report")
        self.add_words(self.report)

    def _add_buttons(self, *buttons: Button) -> None:
        flow = Flow(spacing=4)
        for button in buttons:
            flow.add(button)
        inset = Row(margins=(_INSET, 0, _INSET, 6))
        bleeding = CardColumn(spacing=0)
        bleeding.add(flow)
        inset.add(bleeding, 1)
        self.body.add(inset)

    def _show_backups(self, backups: tuple[BackupRow, ...] | None) -> None:
        rows = backups or ()
        shown = rows if self._all else rows[:_FEW]
        self.more.setVisible(len(shown) < len(rows))
        if backups is None or shown == self._shown:
            return
        self._shown = shown
        clear(self._list)
        if not shown:
            self._list.add(Text("No backup yet.", "small", "text2"))
        for number, backup in enumerate(shown):
            row = Row(spacing=8)
            words = Column(spacing=0)
            words.add(Text(backup.title, "small"))
            words.add(Text(backup.text, "caption", "text2" if backup.info.good else "bad"))
            row.add(words, 1)
            button = Button("Put back…", "quiet", height="compact", name=f"restore-{number}")
            button.setAccessibleDescription(backup.title)
            button.setEnabled(backup.info.good)
            button.setToolTip("" if backup.info.good else "This backup cannot be read.")
            button.setProperty("backup", number)
            button.clicked.connect(self._ask)
            row.add(button)
            self._list.add(row)

    @Slot()
    def _show_all(self) -> None:
        self._all = True
        self._show_backups(self._model.state.backups)
        self.back_up.setFocus()

    @Slot()
    def _ask(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAbstractButton) and self._shown:
            dialog = RestoreDialog(self._shown[int(sender.property("backup"))], self.window())
            dialog.confirmed.connect(self._model.restore)
            dialog.open()

    @Slot()
    def _copy_path(self) -> None:
        QGuiApplication.clipboard().setText(self._model.about.data_dir)
        self.copy.set_label("Copied")
        announce(self, "Path copied")


class AboutSection(SectionPanel):
    """Version, licences, disclaimer, the course and its reviews."""

    def __init__(self, about: AboutInfo) -> None:
        super().__init__("About")
        self.add_words(Text(f"Decidua {about.version}", "strong", selectable=True))
        self.add_words(Text(DISCLAIMER, "small"))
        self.add_words(Text(_LICENCES, "small", "text2"))
        digest = Text(f"Course {about.course_digest[:12]}", "small", "text2", selectable=True)
        digest.setToolTip(about.course_digest)
        self.add_words(digest)
        self.add_words(Text("Medical review by topic", "panel", "text2", heading=3))
        for title, reviewed in about.reviewed:
            row = Row(margins=(_INSET, 0, _INSET, 2), spacing=16)
            row.add(Text(title, "small"), 1)
            row.add(Text(reviewed, "small", "text2", wrap=False))
            self.body.add(row)
