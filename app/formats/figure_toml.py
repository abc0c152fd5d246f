"""`figures/NAME.toml` with `NAME.svg`: a drawing, its labels and its steps."""

from app.core.course import Figure, Hotspot, Step
from app.core.ids import FigureId, SourceKey, TopicId, is_simple_id
from app.core.inline import word_count
from app.formats.svg_rules import Drawing
from app.formats.toml_source import Table

MOST_LABELS = 9
ALT_LENGTH = 150
DESCRIPTION_WORDS = 120


def read_figure(table: Table, topic: TopicId, name: str, drawing: Drawing) -> Figure:
    """Return the figure described by `table` and drawn by `drawing`; mistakes go to the table's findings."""
    figure = Figure(
        id=FigureId(f"{topic}/{name}"),
        topic=topic,
        title=table.text("title"),
        alt=_alt(table),
        description=table.text("description"),
        note=table.text("note", ""),
        svg=drawing.text,
        width=drawing.width,
        height=drawing.height,
        hotspots=tuple(_hotspot(entry, drawing) for entry in table.tables("hotspot")),
        steps=tuple(_step(entry, drawing) for entry in table.tables("step")),
        sources=tuple(SourceKey(key) for key in table.texts("sources", required=True)),
        author=table.text("author"),
        reviewed=table.day("reviewed"),
    )
    table.done()
    _check_whole(figure, table)
    return figure


def _alt(table: Table) -> str:
    alt = table.text("alt")
    if len(alt) > ALT_LENGTH:
        table.report(f"`alt` has {len(alt)} characters; at most {ALT_LENGTH}.", "alt")
    return alt


def _hotspot(table: Table, drawing: Drawing) -> Hotspot:
    name = table.text("id")
    group = table.text("group", "") or name
    side = table.text("side")
    target = table.pair("target")
    if not is_simple_id(name):
        table.report(f"`{name}` is not an id; use lower-case words joined by hyphens.", "id")
    if group not in drawing.ids:
        table.report(f"The drawing has no group `{group}`.", "id")
    if side not in {"left", "right"}:
        table.report('`side` must be "left" or "right".', "side")
    if not (0 <= target[0] <= drawing.width and 0 <= target[1] <= drawing.height):
        table.report("`target` lies outside the picture.", "target")
    hotspot = Hotspot(name, table.text("name"), table.text("text"), target, side, group, table.texts("steps"))
    if len(hotspot.name) > 40:
        table.report("`name` has over 40 characters; shorten the label.", "name")
    table.done()
    return hotspot


def _step(table: Table, drawing: Drawing) -> Step:
    step = Step(
        id=table.text("id"),
        title=table.text("title"),
        sentence=table.text("sentence"),
        alt=_alt(table),
        show=table.texts("show", required=True),
    )
    for group in step.show:
        if group not in drawing.ids:
            table.report(f"The drawing has no group `{group}`.", "show")
    table.done()
    return step


def _check_whole(figure: Figure, table: Table) -> None:
    if word_count(figure.description) > DESCRIPTION_WORDS:
        table.report(f"`description` has over {DESCRIPTION_WORDS} words.", "description")
    if not figure.hotspots:
        table.report("The figure has no hotspot; a picture is there to be named.")
    ids = [hotspot.id for hotspot in figure.hotspots]
    if len(set(ids)) < len(ids):
        table.report("Two hotspots have the same id.")
    _check_steps(figure, table)


def _check_steps(figure: Figure, table: Table) -> None:
    steps = [step.id for step in figure.steps]
    if steps and not 3 <= len(steps) <= 7:
        table.report(f"A stepper has 3 to 7 steps, not {len(steps)}.")
    if len(set(steps)) < len(steps):
        table.report("Two steps have the same id.")
    for hotspot in figure.hotspots:
        for step in sorted(set(hotspot.steps) - set(steps)):
            table.report(f"Hotspot `{hotspot.id}` names the step `{step}`, which does not exist.")
    shown: list[str | None] = [*steps] if steps else [None]
    if any(len(figure.hotspots_in(step)) > MOST_LABELS for step in shown):
        table.report(f"More than {MOST_LABELS} labels at a time; split the figure or use steps.")
