"""The lower cards of the first page: days ahead, topics to look at, study days, remembering."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.services.overview import HeatDay, Remembering, Today, WorthLook
from app.services.wording import long_date
from app.ui.runtime.navigation import Route
from app.ui.viewmodels.summaries import coming_up_sentence, heat_sentence
from app.ui.widgets.bar_charts import Bars, BarValue, DayValue, Heatmap
from app.ui.widgets.layouts import clear
from app.ui.widgets.link_row import LinkColumn, LinkRow
from app.ui.widgets.panel import Divider, Panel
from app.ui.widgets.progress import Progress
from app.ui.widgets.text import Text

_NOTHING_TO_LOOK_AT = "No topic stands out. When answers show a weak spot, it appears here with the reason."


def heat_values(days: tuple[HeatDay, ...]) -> tuple[list[DayValue], int]:
    """Return the squares of the heat map and the weekday of the first, 0 for Monday."""
    values = [DayValue(long_date(day.date), day.answers, day.level) for day in days]
    return values, days[0].date.weekday() if days else 0


class ComingUpPanel(Panel):
    """The next days as bars, or in words if nothing is planned."""

    def __init__(self) -> None:
        super().__init__("Coming up")
        self.setObjectName("coming-up-card")
        self._bars = Bars("Coming up", "", ())
        self._bars.setObjectName("coming-up-chart")
        self._bars.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._words = Text("", "small", "text2")
        self.add(self._bars, 1)
        self.add(self._words)

    def show_today(self, today: Today) -> None:
        """Show the days."""
        sentence = coming_up_sentence(today.coming_up)
        some = any(day.count for day in today.coming_up)
        self._bars.setVisible(some)
        self._words.setVisible(not some)
        self._words.set_plain(sentence)
        values = [BarValue(day.label, day.count, day.day == today.day) for day in today.coming_up]
        self._bars.set_bars(values, sentence)


class WorthPanel(Panel):
    """Up to three topics with their reason. `route_requested(Route)`."""

    route_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__("Worth another look", spacing=4)
        self.setObjectName("worth-card")
        self._rows = LinkColumn(spacing=0)
        self.body.add(self._rows)
        self._empty = Text(_NOTHING_TO_LOOK_AT, "small", "text2")
        self.add(self._empty)
        self.body.add_stretch()
        self._shown: tuple[WorthLook, ...] = ()

    def show_looks(self, looks: tuple[WorthLook, ...]) -> None:
        """Show the topics."""
        self._empty.setVisible(not looks)
        if looks == self._shown:
            return
        self._shown = looks
        clear(self._rows)
        for number, look in enumerate(looks):
            row = LinkRow(look.title, look.reason, look.share.text, name=f"worth-{number}")
            row.setProperty("look", number)
            row.clicked.connect(self._chosen)
            self._rows.add(row)

    @Slot()
    def _chosen(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAbstractButton):
            look = self._shown[int(sender.property("look"))]
            section = {"section": str(look.section)} if look.section else {}
            self.route_requested.emit(Route.to("lesson", topic=look.topic, **section))


class StudyPanel(Panel):
    """Study days, and below them how much is remembered."""

    def __init__(self) -> None:
        super().__init__("Study days")
        self.setObjectName("study-card")
        self._heat = Heatmap("Study days", "", ())
        self._heat.setObjectName("study-days-chart")
        self._days = Text("", "small", "text2")
        self.add(self._heat)
        self.add(self._days)
        self.body.add_stretch()
        self.body.add_gap(4)
        self.add(Divider())
        self.body.add_gap(4)
        self.add(Text("Remembering", "panel", "text2", heading=2))
        self._share = Text("", "display")
        self._share.setObjectName("remembering-share")
        self._text = Text("", "small", "text2")
        self._bar = Progress("Remembering")
        self.add(self._share)
        self.add(self._text)
        self.add(self._bar)
        self.body.add_stretch()

    def show_today(self, today: Today) -> None:
        """Show days and share."""
        values, first = heat_values(today.heat)
        self._heat.setVisible(any(day.level for day in today.heat))
        self._heat.set_days(values, heat_sentence(today.heat), first_weekday=first)
        self._days.set_plain(today.study_days)
        self._show_share(today.remembering)

    def _show_share(self, remembering: Remembering) -> None:
        share = remembering.share
        self._share.set_style("display" if share.enough else "h2")
        self._share.set_plain(share.text)
        self._text.set_plain(remembering.text)
        self._bar.setVisible(share.enough)
        self._bar.set_progress(share.k, share.n)
