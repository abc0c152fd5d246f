"""A small figure with steps and without, for tests of what shows figures."""

from datetime import date

from app.core.course import Figure, Hotspot, Step

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400"><title>Wall</title>'
    '<g id="layer"><rect x="0" y="200" width="640" height="200" fill="#D98FA8"/></g>'
    '<g id="vessel"><rect x="300" y="220" width="20" height="160" fill="#C62F2A"/></g>'
    '<g id="gland"><rect x="100" y="100" width="60" height="200" fill="#5E3A92"/></g>'
    '<g id="late"><rect x="500" y="20" width="60" height="60" fill="#2A8C9E"/></g></svg>'
)
HOTSPOTS = (
    Hotspot("layer", "Basalis", "It stays.", (40, 300), "left", "layer"),
    Hotspot("vessel", "Spiral artery", "It coils.", (310, 300), "right", "vessel"),
    Hotspot("gland", "Coiled gland with a long name", "It secretes.", (130, 150), "left", "gland"),
)
LATE = Hotspot("late", "Late body", "Seen last.", (530, 50), "right", "late", ("two", "three"))
STEPS = tuple(
    Step(
        name,
        name.title(),
        f"This is step {name}.",
        f"Alt of {name}.",
        ("gland",) if name == "one" else ("late",),
    )
    for name in ("one", "two", "three")
)


def a_figure(*, steps: bool = False, ident: str = "lining/wall") -> Figure:
    return Figure(
        id=ident,
        topic="lining",
        title="The wall",
        alt="The wall in section.",
        description="A gland in a layer, with a vessel.",
        note="Schematic.",
        svg=SVG,
        width=640,
        height=400,
        hotspots=(*HOTSPOTS, LATE) if steps else HOTSPOTS,
        steps=STEPS if steps else (),
        sources=("book",),
        author="Decidua",
        reviewed=date(2026, 11, 22),
    )
