"""A small right course as files, for tests to write and to break."""

from pathlib import Path

TOPIC = """id = "lining"
title = "The lining"
promise = "What the lining is."
group = "Normal"
order = 1
minutes = 10
reviewed = 2026-11-22
next_review = 2027-11-22
objectives = ["Name the layers."]

[[point]]
id = "lining/basalis"
statement = "The basalis stays at menstruation."
section = "layers"
sources = ["book"]
facts = ["END-20"]
seed = ["S-04"]
"""

LESSON = """+++
id = "lining"
title = "The lining"
minutes = 10
+++

## Two layers {#layers}

::: try-first
lining/basalis-q01
:::

The **functionalis** is shed [book].
It regrows from:

- the basalis
- its glands,
  which stay

::: figure wall
A caption.
:::

::: callout key
The basalis stays.
:::

::: compare Layers
| | Basalis | Functionalis |
|---|---|---|
| Shed | no | yes |
:::

::: case A short case
She bleeds.

1. Ask.
2. Look.
:::

::: check
lining/basalis-q02
:::
"""

QUESTIONS = """[[question]]
id = "lining/basalis-q01"
point = "lining/basalis"
kind = "single"
level = "remember"
audience = ["nursing", "medicine"]
stem = ""
ask = "Which layer stays?"
explanation = "The basalis is kept and regrows the rest."
sources = ["book"]

[[question.option]]
text = "Basalis"
right = true
why = "Fed by straight arteries, it stays."

[[question.option]]
text = "Spongiosum"
why = "Part of the functionalis, which is shed."

[[question.option]]
text = "Compactum"
why = "The top of the functionalis."

[[question]]
id = "lining/basalis-q02"
point = "lining/basalis"
kind = "hotspot"
level = "apply"
audience = ["medicine"]
ask = "Click the layer that stays."
explanation = "It lies on the muscle."
figure = "wall"
sources = ["book"]

[[question.place]]
hotspot = "basalis"
right = true
why = "On the muscle."

[[question.place]]
hotspot = "gland"
why = "A gland, not a layer."

[[question.place]]
hotspot = "muscle"
why = "Muscle lies under it."

[[question]]
id = "lining/basalis-q03"
point = "lining/basalis"
kind = "true-false"
level = "understand"
audience = ["nursing"]
ask = "True or false?"
explanation = "The basalis stays."
sources = ["book"]

[[question.statement]]
text = "The basalis is kept."
right = true
why = "It regrows the rest."

[[question.statement]]
text = "The functionalis is kept."
right = false
why = "It is shed."

[[question]]
id = "lining/basalis-q04"
point = "lining/basalis"
kind = "multiple"
scoring = "plus-minus"
level = "analyse"
audience = ["nursing"]
ask = "What is shed? Select all that apply."
explanation = "Both parts of the functionalis."
sources = ["book"]

[[question.option]]
text = "Compactum"
right = true
why = "Shed."

[[question.option]]
text = "Spongiosum"
right = true
why = "Shed."

[[question.option]]
text = "Basalis"
why = "Kept."

[[question.option]]
text = "Junctional zone"
why = "Muscle."
"""

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400"><title>Wall</title>'
    '<g id="basalis"><rect x="0" y="300" width="640" height="40" fill="#D98FA8"/></g>'
    '<g id="gland"><rect x="100" y="100" width="40" height="200" fill="#5E3A92"/></g>'
    '<g id="muscle"><rect x="0" y="340" width="640" height="60" fill="#B9685F"/></g></svg>'
)

FIGURE = """title = "The wall"
alt = "The wall in section."
description = "Gland above basalis above muscle."
sources = ["book"]
author = "Decidua"
reviewed = 2026-11-22

[[hotspot]]
id = "basalis"
name = "Basalis"
text = "It stays."
target = [50, 320]
side = "left"

[[hotspot]]
id = "gland"
name = "Gland"
text = "A tube."
target = [120, 200]
side = "right"

[[hotspot]]
id = "muscle"
name = "Muscle"
text = "Under it."
target = [50, 370]
side = "left"
"""

SOURCES = """[book]
title = "A textbook"
tier = "B"
"""

FILES = {
    "sources.toml": SOURCES,
    "seed.toml": 'lining = ["S-04"]\nother = ["S-99"]\n',
    "glossary.toml": '[basalis]\nname = "Basalis"\ndefinition = "The layer that stays."\n',
    "01-lining/topic.toml": TOPIC,
    "01-lining/lesson.md": LESSON,
    "01-lining/questions.toml": QUESTIONS,
    "01-lining/figures/wall.toml": FIGURE,
    "01-lining/figures/wall.svg": SVG,
    "01-lining/figures/wall.py": f"def draw():\n    return {SVG!r}\n",
}


def write_course(root: Path, **changed: str) -> Path:
    """Write the course under `root`; `changed` maps a file name (without folder, dots as `_`) to its text."""
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(changed.get(path.name.replace(".", "_"), text), "utf-8")
    return root
