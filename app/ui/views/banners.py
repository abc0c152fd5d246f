"""Notices at the top of a page: as many as there are, in the order they came."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.core.notices import Notice
from app.ui.widgets.accessible import announce
from app.ui.widgets.layouts import Column, clear
from app.ui.widgets.messages import Banner


class Banners(QWidget):
    """Shows notices as banners and is hidden without any. `acted(key)` carries a banner's button."""

    acted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banners")
        self._column = Column(self, spacing=8)
        self._shown: tuple[Notice, ...] = ()
        self.hide()

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """Show these notices and say those that are new."""
        wanted = tuple(notices)
        if wanted == self._shown:
            return
        new = [notice for notice in wanted if notice not in self._shown]
        self._shown = wanted
        clear(self._column)
        for notice in wanted:
            banner = Banner(notice)
            banner.acted.connect(self._acted)
            self._column.add(banner)
        self.setVisible(bool(wanted))
        for notice in new:
            announce(self, notice.spoken)

    @Slot(str)
    def _acted(self, key: str) -> None:
        self.acted.emit(key)
