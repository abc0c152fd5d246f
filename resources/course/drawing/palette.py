"""Colours of tissues, instruments and lines, and the line weights of the illustration style."""

INK = "#3A2C45"  # every anatomical line
PAPER_LIGHT = "#FBF7FA"
PAPER_DARK = "#2A2433"
LEADER = "#2A1B4D"

FUNCTIONALIS = "#F4C3CE"
COMPACT_LAYER = "#EFAFC0"
BASALIS = "#D98FA8"
MYOMETRIUM = "#B9685F"
PERIMETRIUM = "#EBD9BE"
CERVIX = "#E7A08C"
OVARY = "#EFDDB0"
GLAND = "#5E3A92"
LUMEN = "#FFF6E5"
SECRETION = "#E0A92E"
STROMA_NUCLEUS = "#8E6BB0"
ARTERY = "#C62F2A"
VEIN = "#2C86D3"
BLOOD = "#8E1626"
NERVE = "#C9A400"
LYMPH = "#3E8E72"
FLUID = "#9CCBEA"
INSTRUMENT = "#7D8894"
LESION = "#4A1F5C"
DEVICE = "#2A8C9E"
CORPUS_LUTEUM = "#E3A21A"

# Derived tones: the light and the deep side of a tissue, fibres and highlights.
ARTERY_LIGHT = "#E8736B"
MYOMETRIUM_LIGHT = "#C9796E"
MYOMETRIUM_DEEP = "#A85A51"
FIBRE_DARK = "#8F463F"
FIBRE_LIGHT = "#E3A69A"
JUNCTIONAL_ZONE = "#8F4843"
CAVITY = "#7A2F45"
MUCOSA_LINE = "#8A4A50"
GLAND_LIGHT = "#A88BCB"

# Mineral: blue-violet, as calcium looks on haematoxylin and eosin.
MINERAL = "#5B56B0"
MINERAL_DEEP = "#2B2670"
MINERAL_MID = "#7F7BCB"
MINERAL_LIGHT = "#B9B6EE"
MINERAL_GLINT = "#EDECFF"

# Line weights at a 640-wide viewBox.
ORGAN = 2.0  # outline of an organ
BOUNDARY = 1.6  # a boundary that carries meaning
DETAIL = 1.0
INFERRED = 1.2  # a boundary that is inferred, with INFERRED_DASH
INFERRED_DASH = "5 4"
ARROW = 2.0


def mix(first: str, second: str, part: float) -> str:
    """Colour `part` of the way (0..1) from the first #rrggbb to the second."""
    a = [int(first[i : i + 2], 16) for i in (1, 3, 5)]
    b = [int(second[i : i + 2], 16) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(x + (y - x) * part):02X}" for x, y in zip(a, b, strict=True))


def lighter(colour: str, part: float) -> str:
    """The colour mixed with `part` (0..1) of white."""
    return mix(colour, "#FFFFFF", part)


def darker(colour: str, part: float) -> str:
    """The colour mixed with `part` (0..1) of the ink."""
    return mix(colour, INK, part)
