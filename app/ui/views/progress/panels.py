"""The cards of the progress page."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.services.overview import Calibration, DayCount, HeatDay, Remembering, TopicRow
from app.services.study import Miss
from app.services.wording import short_date
from app.ui.runtime.navigation import Route
from app.ui.viewmodels.summaries import coming_up_sentence, heat_sentence
from app.ui.views.today.charts import heat_values
from app.ui.widgets.bar_charts import Bars, BarValue, Heatmap, Ring
from app.ui.widgets.buttons import Button
from app.ui.widgets.interval_bar import IntervalBar
from app.ui.widgets.layouts import CardColumn, Column, Flow, Row
from app.ui.widgets.line_charts import Axis, Extras, LinePoints, Series
from app.ui.widgets.link_row import ROW_INSET, LinkColumn, LinkRow
from app.ui.widgets.panel import Panel
from app.ui.widgets.runs import inline, words
from app.ui.widgets.table_panel import TablePanel
from app.ui.widgets.text import Text

_FEW_MISSES = 4
_NO_MISSES = "Nothing yet. Questions you were certain of and had wrong are listed here."
_TOPICS = (
    "Right at the first asking of a day, last 90 days. The line is the 95% interval; the topic that needs you"
    " most comes first."
)


def remembering_panel(remembering: Remembering) -> Panel:
    """Return the share remembered against the goal."""
    share = remembering.share
    sentence = f"{share.text} {remembering.text}"
    ring = Ring("Remembering", sentence, share.value if share.enough else None, goal=remembering.goal)
    holder = QWidget()
    row = Row(holder, spacing=20)
    row.add(ring)
    told = Column(spacing=2)
    told.add_stretch()
    told.add(Text(f"{share.k} of {share.n}" if share.enough else share.text, "h1"))
    told.add(Text(remembering.text, "small", "text2"))
    told.add_stretch()
    row.add(told, 1)
    goal = f"{round(remembering.goal * 100)}%"
    panel = TablePanel(
        "Remembering",
        "A review counts as remembered when you knew the point on another day than you last saw it.",
        holder,
        ("Remembered", "Asked", "Share", "Goal"),
        [(str(share.k), str(share.n), share.text, goal)],
    )
    panel.setObjectName("remembering-card")
    return panel


class TopicsPanel(TablePanel):
    """Every topic with its share and what it is worth. `route_requested(Route)` opens its lesson."""

    route_requested = Signal(object)

    def __init__(self, topics: tuple[TopicRow, ...]) -> None:
        holder = QWidget()
        super().__init__(
            "Topics", _TOPICS, holder, _TOPIC_HEADER, [_topic_cells(row) for row in topics], links=True
        )
        self.setObjectName("topics-card")
        column = Column(holder, spacing=0)
        for number, row in enumerate(topics):
            link = LinkRow(row.title, row.text, row.share.text if row.share.n else "", name=f"topic-{number}")
            link.setProperty("topic", row.topic)
            link.clicked.connect(self._chosen)
            column.add(link)
            if row.share.enough:
                column.add(_interval(row))

    @Slot()
    def _chosen(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAbstractButton):
            self.route_requested.emit(Route.to("lesson", topic=str(sender.property("topic"))))


def calibration_panel(calibration: Calibration) -> Panel:
    """Return how sure against how right, as points against the line of what the words promise."""
    told = [point for point in calibration.points if point.share.enough]
    few = [f"{p.label}: {_lower(p.share.text)}." for p in calibration.points if not p.share.enough]
    promises = ", ".join(f"{_lower(p.label)} {round(p.expected * 100)}%" for p in calibration.points)
    line = f"The dashed line is what the words promise: {promises}." if told else ""
    sentence = " ".join(part for part in (calibration.sentence, *few[: len(told)], line) if part)
    picture = _calibration_chart(calibration) if told else QWidget()
    panel = TablePanel("How sure, how right", sentence, picture, _SURE_HEADER, _sure_cells(calibration))
    panel.setObjectName("calibration-card")
    return panel


class MissesPanel(Panel):
    """What the student was certain of and had wrong. `route_requested(Route)` opens the section."""

    route_requested = Signal(object)

    def __init__(self, misses: tuple[Miss, ...]) -> None:
        super().__init__("Certain, but not right", spacing=4)
        self.setObjectName("misses-card")
        self._misses = misses
        self._links: list[LinkRow] = []
        column = LinkColumn(spacing=0)
        self.body.add(column)
        for number, miss in enumerate(misses):
            link = LinkRow(words(inline(miss.ask)), miss.lesson.title, name=f"miss-{number}")
            link.setProperty("miss", number)
            link.clicked.connect(self._chosen)
            self._links.append(link)
            column.add(link)
            # Only now: shown before it has a parent it would be a window for a moment, and take the focus.
            link.setVisible(number < _FEW_MISSES)
        self._all = Button(f"Show all {len(misses)}", height="compact", name="all-misses")
        self._all.clicked.connect(self._show_all)
        flow = Flow()
        flow.add(self._all)
        below = CardColumn(spacing=0)
        below.add(flow)
        self.body.add(below)
        self._all.setVisible(len(misses) > _FEW_MISSES)
        if not misses:
            self.add(Text(_NO_MISSES, "small", "text2"))

    @Slot()
    def _show_all(self) -> None:
        for link in self._links:
            link.show()
        self._all.hide()
        self._links[_FEW_MISSES].setFocus()

    @Slot()
    def _chosen(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAbstractButton):
            self.route_requested.emit(_lesson(self._misses[int(sender.property("miss"))]))


def coming_up_panel(days: tuple[DayCount, ...]) -> Panel:
    """Return the next 30 days as bars, or in words if nothing is planned."""
    sentence = coming_up_sentence(days)
    some = any(day.count for day in days)
    labels = [_day_label(day, days[0]) for day in days]
    bars = [BarValue(label, day.count, day is days[0]) for label, day in zip(labels, days, strict=True)]
    chart = Bars("Coming up", sentence, bars, columns=("Day", "Questions"))
    header, *rows = chart.as_table()
    panel = TablePanel("Coming up", sentence, chart if some else QWidget(), header, rows if some else [])
    panel.setObjectName("coming-up-card")
    return panel


def study_days_panel(days: tuple[HeatDay, ...], sentence: str) -> Panel:
    """Return the study days as squares."""
    values, first = heat_values(days)
    chart = Heatmap("Study days", heat_sentence(days), values, first_weekday=first)
    header, *rows = chart.as_table()
    panel = TablePanel("Study days", f"{heat_sentence(days)} {sentence}", chart, header, rows)
    panel.setObjectName("study-days-card")
    return panel


_TOPIC_HEADER = ("Topic", "Right", "Share", "95% interval", "Points started")
_SURE_HEADER = ("You were", "Right", "Asked", "Share", "The word promises")


def _topic_cells(row: TopicRow) -> tuple[str, ...]:
    share = row.share
    interval = _interval_text(row) if share.enough else "–"
    right, started = f"{share.k} of {share.n}", f"{row.started} of {row.points}"
    return (row.title, right, share.text, interval, started)


def _interval(row: TopicRow) -> QWidget:
    holder = QWidget()
    line = Row(holder, margins=(ROW_INSET, 0, ROW_INSET, 8), spacing=12)
    share = row.share
    summary = f"{share.text}, 95% interval {_interval_text(row)}"
    line.add(IntervalBar(row.title, summary, share.value, share.low, share.high), 1)
    line.add(Text(_interval_text(row), "micro", "text3", wrap=False, tabular=True))
    return holder


def _interval_text(row: TopicRow) -> str:
    return f"{round(row.share.low * 100)}–{round(row.share.high * 100)}%"


def _sure_cells(calibration: Calibration) -> list[tuple[str, ...]]:
    return [
        (p.label, str(p.share.k), str(p.share.n), p.share.text, f"{round(p.expected * 100)}%")
        for p in calibration.points
    ]


def _calibration_chart(calibration: Calibration) -> LinePoints:
    shown = [point for point in calibration.points if point.share.enough]
    series = Series(
        "Right",
        tuple((point.expected, point.share.value) for point in shown),
        points_only=True,
        labels=tuple(point.share.text for point in shown),
    )
    across = Axis(0, 1, tuple((point.expected, point.label) for point in calibration.points), "How sure")
    up = Axis(0, 1, ((0, "0%"), (0.5, "50%"), (1, "100%")), "How right")
    extras = Extras(diagonal=True, grid=(0.5, 1.0))
    return LinePoints("How sure, how right", calibration.sentence, [series], across, up, extras)


def _day_label(day: DayCount, today: DayCount) -> str:
    return day.label if day is today else short_date(day.date, today.date)


def _lower(words_of: str) -> str:
    return words_of[:1].lower() + words_of[1:]


def _lesson(miss: Miss) -> Route:
    return Route.to("lesson", topic=miss.lesson.topic, section=miss.lesson.section)
