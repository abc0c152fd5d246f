"""The female pelvis in the midline, front at the left: key points of the outlines, on a field of 640 x 640.

The uterus is 34 px to the centimetre. Version (vagina to cervix) is about 90 degrees, flexion (cervix to body)
about 124, both open forwards; the rectouterine pouch is the lowest point of the peritoneum.
"""

import math

from drawing.geometry import Point, smoothstep

CM = 34.0  # px per centimetre
PIVOT, NECK = (372.0, 398.0), (336.0, 367.0)  # the uterus turns forward here, the body bends here


def turned(p: Point, pivot: Point, degrees: float) -> Point:
    """The point turned clockwise on screen about a pivot."""
    a = math.radians(degrees)
    x, y = p[0] - pivot[0], p[1] - pivot[1]
    return (pivot[0] + x * math.cos(a) - y * math.sin(a), pivot[1] + x * math.sin(a) + y * math.cos(a))


def tilt(p: Point) -> Point:
    """Anteversion and anteflexion: vagina to cervix about 95 degrees, cervix to body about 124."""
    bent = turned(p, NECK, -5.5 * smoothstep(352, 318, p[0]))
    return turned(bent, PIVOT, -5)


def pressed(p: Point) -> Point:
    """The top of the bladder under the weight of the uterus."""
    return (p[0], 522 - (522 - p[1]) * 0.82) if p[1] < 522 else p


def leaning(p: Point, start: float = 448) -> Point:
    """The lower vagina and urethra lean forward."""
    return (p[0] - 18 * max(0, p[1] - start) / 150, p[1])


UTERUS = [
    tilt(p)
    for p in [
        (184, 388),
        (194, 352),
        (232, 328),
        (280, 320),
        (322, 325),
        (352, 336),
        (384, 360),
        (408, 386),
        (415, 402),
        (408, 413),
        (396, 415),
        (390, 422),
        (384, 430),
        (370, 431),
        (352, 420),
        (334, 402),
        (316, 392),
        (296, 405),
        (258, 421),
        (216, 420),
        (192, 408),
    ]
]
AXIS = [tilt(p) for p in [(224, 380), (262, 371), (304, 363), (334, 364), (356, 382), (376, 402), (393, 418)]]
BLADDER = [
    pressed(p)
    for p in [
        (152, 432),
        (176, 434),
        (212, 440),
        (254, 443),
        (292, 434),
        (312, 424),
        (323, 438),
        (315, 464),
        (292, 492),
        (262, 514),
        (250, 522),
        (236, 512),
        (208, 490),
        (178, 464),
        (156, 446),
    ]
]
BLADDER_IN = [
    pressed(p)
    for p in [
        (176, 447),
        (214, 452),
        (256, 454),
        (292, 446),
        (308, 440),
        (311, 446),
        (302, 464),
        (280, 488),
        (256, 506),
        (250, 510),
        (243, 504),
        (218, 484),
        (192, 466),
        (176, 452),
    ]
]
VAGINA_FRONT = [
    leaning(p) for p in [(244, 598), (272, 552), (304, 504), (330, 466), (338, 440), (338, 414), (352, 400)]
]
VAGINA_BACK = [
    leaning(p)
    for p in [
        (398, 368),
        (424, 374),
        (439, 391),
        (435, 418),
        (412, 448),
        (376, 488),
        (350, 520),
        (317, 566),
        (287, 610),
    ]
]
VAGINA_LUMEN = [
    leaning(p)
    for p in [
        (262, 602),
        (292, 558),
        (326, 510),
        (349, 474),
        (353, 448),
        (350, 427),
        (357, 418),
        (376, 428),
        (396, 412),
        (402, 388),
        (412, 380),
        (424, 386),
        (429, 398),
        (422, 414),
        (400, 437),
        (364, 476),
        (339, 509),
        (304, 558),
        (272, 605),
    ]
]
RECTUM = [
    (346, 158),
    (384, 178),
    (432, 220),
    (474, 276),
    (500, 335),
    (499, 388),
    (475, 441),
    (432, 492),
    (400, 528),
    (403, 562),
    (424, 610),
]
SACRUM = [(366, 100), (408, 140), (455, 194), (502, 256), (535, 320), (550, 384)]
SKIN = [
    (30, -20),
    (28, 120),
    (34, 240),
    (44, 330),
    (52, 395),
    (68, 455),
    (104, 520),
    (142, 578),
    (172, 611),
    (198, 612),
    (216, 602),
    (246, 606),
    (290, 618),
    (352, 622),
    (400, 618),
    (424, 610),
    (452, 622),
    (500, 632),
    (560, 610),
    (598, 560),
    (620, 480),
    (628, 370),
    (627, 180),
    (620, -20),
]
FRONT_WALL = [(84, -20), (84, 120), (86, 240), (96, 340), (116, 404), (140, 434)]
ON_BLADDER = [pressed(p) for p in [(176, 428), (212, 433), (254, 436), (290, 427), (308, 415)]]
ON_UTERUS = [
    tilt(p)
    for p in [
        (315, 403),
        (309, 399),
        (296, 409),
        (258, 425),
        (214, 424),
        (188, 411),
        (179, 388),
        (190, 349),
        (230, 323),
        (280, 315),
        (324, 320),
        (356, 332),
        (388, 357),
    ]
]
BACK_WALL = [
    (412, 366),
    (431, 370),
    (443, 388),
    (441, 413),
    (431, 434),
    (421, 450),
    (423, 460),
    (432, 453),
    (448, 428),
    (462, 403),
    (469, 372),
    (471, 340),
    (447, 290),
    (410, 242),
    (370, 206),
    (338, 184),
    (324, 160),
    (318, 124),
    (306, 76),
    (298, -20),
]
