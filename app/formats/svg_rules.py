"""What a course drawing may contain: the part of SVG that Qt draws rightly."""

import re
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from app.core.ids import is_simple_id

MOST_BYTES = 150 * 1024
MOST_SHAPES = 1500
_SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "use"}
_FORBIDDEN = {
    "clipPath",
    "text",
    "tspan",
    "textPath",
    "foreignObject",
    "image",
    "script",
    "feDropShadow",
    "feTurbulence",
    "animate",
    "animateTransform",
    "a",
    "switch",
}
_FORBIDDEN_TEXT = (
    (re.compile(r"\bvar\("), "CSS var()"),
    (re.compile(r"\brgba\("), "rgba()"),
    (re.compile(r"\bhsla?\("), "hsl()"),
    (re.compile(r"#[0-9a-fA-F]{8}\b"), "#rrggbbaa"),
    (re.compile(r"@media"), "@media"),
    (re.compile(r"mix-blend-mode"), "mix-blend-mode"),
    (re.compile(r"paint-order"), "paint-order"),
    (re.compile(r"clip-path"), "clip-path"),
    (re.compile(r"<!DOCTYPE|<!ENTITY"), "a document type"),
    (re.compile(r"(?:href|src)\s*=\s*[\"'](?!#)"), "an external link"),
    (re.compile(r"style\s*=\s*[\"'][^\"']*transform"), "CSS transform"),
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG text with what the course needs to know of it. `ids` are those of groups and shapes."""

    text: str
    width: int
    height: int
    ids: frozenset[str]
    mistakes: tuple[str, ...]


def inspect(text: str) -> Drawing:
    """Return the drawing's size and ids, and every broken rule in words."""
    mistakes = [
        f"The drawing uses {name}, which Qt does not draw."
        for pat, name in _FORBIDDEN_TEXT
        if pat.search(text)
    ]
    if len(text.encode()) > MOST_BYTES:
        mistakes.append(f"The drawing has {len(text.encode()) // 1024} KB; at most {MOST_BYTES // 1024}.")
    try:
        root = ET.fromstring(text)  # noqa: S314 - our own file, and a document type is refused above
    except ET.ParseError as error:
        return Drawing(text, 640, 400, frozenset(), (*mistakes, f"The drawing is not valid XML: {error}."))
    width, height = _size(root, mistakes)
    _check_elements(root, mistakes)
    ids = [element.get("id", "") for element in root.iter() if element.get("id")]
    mistakes += [
        f"The id `{i}` is used twice in the drawing." for i in sorted({i for i in ids if ids.count(i) > 1})
    ]
    groups = [e.get("id", "") for e in root.iter() if _tag(e) == "g" and e.get("id")]
    mistakes += [f"The group id `{i}` is not kebab-case." for i in groups if not is_simple_id(i)]
    return Drawing(text, width, height, frozenset(ids), tuple(mistakes))


def _tag(element: ET.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _size(root: ET.Element, mistakes: list[str]) -> tuple[int, int]:
    box = root.get("viewBox", "").split()
    if box[:2] == ["0", "0"] and box[2:] in (["640", "400"], ["640", "640"]):
        return int(box[2]), int(box[3])
    mistakes.append("The viewBox must be 0 0 640 400 or 0 0 640 640.")
    return 640, 400


def _check_elements(root: ET.Element, mistakes: list[str]) -> None:
    tags = [_tag(element) for element in root.iter()]
    found = sorted(set(tags) & _FORBIDDEN)
    mistakes.extend(f"The drawing uses <{tag}>, which is not allowed." for tag in found)
    if tags.count("svg") > 1:
        mistakes.append("The drawing holds an svg inside the svg.")
    if "title" not in tags:
        mistakes.append("The drawing has no <title>.")
    shapes = sum(tag in _SHAPES for tag in tags)
    if shapes > MOST_SHAPES:
        mistakes.append(f"The drawing has {shapes} shapes; at most {MOST_SHAPES}.")
