"""Ten thousand women as a grid of 100 x 100, and how many of them each of four sources would mark."""

from drawing.marks import NEUTRAL, RING, person
from drawing.svg import Svg, num

X0, Y0, BLOCK, PITCH, CELL = 193, 73, 25.4, 2.46, 1.9
# colour, women of 10,000, first cell (column, row) of the mark in the grid, left and upper edge of the card
SOURCES = {
    "hysteroscopy-series": ("#5B3DA8", 1.5, (11, 22), (8, 24)),
    "published-estimate": ("#0F7C84", 3, (11, 72), (8, 214)),
    "referral-clinics": ("#B05A10", 15, (81, 22), (492, 24)),
    "pathology-series": ("#B4346A", 40, (81, 72), (492, 214)),
}
ROW, ROWS, STEP, LINE, TALL, PAD = 8, 5, 15.6, 30, 25, 8
GHOST = "#E4DFEA"  # the women a source would not mark
WIDE, HIGH = 2 * PAD + STEP * ROW, 2 * PAD + LINE * ROWS - (LINE - TALL)


def cell(column, row):
    """Left and top of a cell; every tenth is followed by a little more air."""
    return X0 + column // 10 * BLOCK + column % 10 * PITCH, Y0 + row // 10 * BLOCK + row % 10 * PITCH


def grid(g):
    square = "".join(
        f"M{num(c * PITCH)} {num(r * PITCH)}h{CELL}v{CELL}h-{CELL}z" for r in range(10) for c in range(10)
    )
    g.symbol("hundred", f'<path d="{square}" fill="{NEUTRAL}" fill-opacity="0.5"/>')
    with g.group("ten-thousand"):
        for r in range(10):
            for c in range(10):
                g.use("hundred", X0 + c * BLOCK, Y0 + r * BLOCK)


def marked(g, colour, count, first):
    """The women of one source in the grid, in a white field with a ring; returns its box."""
    full, wide = int(count), min(ROW, int(count) or 1)
    places = [(first[0] + k % ROW, first[1] + k // ROW) for k in range(full)]
    d = ""
    for column, row in places:
        x, y = cell(column, row)
        d += f"M{num(x - 0.2)} {num(y - 0.2)}h2.3v2.3h-2.3z"
    if count > full:
        x, y = cell(first[0] + full, first[1])
        d += f"M{num(x - 0.2)} {num(y - 0.2)}h1.2v2.3h-1.2z"
        wide += 1
    x0, y0 = cell(*first)
    x1, y1 = cell(first[0] + wide - 1, first[1] + (max(1, full) - 1) // ROW)
    box = (x0 - 4, y0 - 4, x1 + CELL + 4, y1 + CELL + 4)
    frame = f'x="{num(box[0])}" y="{num(box[1])}" width="{num(box[2] - box[0])}" height="{num(box[3] - box[1])}" rx="4"'
    g.raw(f'<rect {frame} fill="{RING}" stroke="{RING}" stroke-width="4"/>')
    g.raw(f'<rect {frame} fill="none" stroke="{colour}" stroke-width="2"/>')
    g.path(d, fill=colour)
    return box


def women(g, name, colour, count, left, top):
    """A card of forty women, of whom the source would mark the coloured ones: all cards have the same size."""
    places = [
        (left + PAD + STEP * (k % ROW + 0.5), top + PAD + LINE * (k // ROW) + TALL) for k in range(ROW * ROWS)
    ]
    full = int(count)
    rest = "".join(person(x, y, TALL) for x, y in places[full:])
    if rest:
        g.path(rest, fill=GHOST)
    g.path("".join(person(x, y, TALL) for x, y in places[:full]), fill=colour)
    if count > full:
        x, y = places[full]
        half = g.within(f"{name}-half", f"M{num(x - 12)} {num(y - 30)}H{num(x)}V{num(y + 4)}H{num(x - 12)}Z")
        g.path(person(x, y, TALL), fill=colour, extra=half)
        g.path(person(x, y, TALL), stroke=colour, w=1)


def source(g, name):
    colour, count, first, (left, top) = SOURCES[name]
    on_left = left < X0
    near = left + WIDE if on_left else left
    rows = -(-int(count) // ROW)
    with g.group(name):
        x0, y0 = cell(*first)
        edge = x0 - 4 if on_left else cell(first[0] + min(ROW, int(count)) - 1, 0)[0] + CELL + 4
        mid_top, mid_foot = y0 - 4, cell(first[0], first[1] + rows - 1)[1] + CELL + 4
        fan = f"M{num(near)} {num(top + 8)}L{num(edge)} {num(mid_top + 2)}V{num(mid_foot - 2)}L{num(near)} {num(top + HIGH - 8)}Z"
        g.path(fan, fill=colour, fo=0.16)
        g.path(fan.replace("V", "M" + num(edge) + " ").replace("Z", ""), stroke=colour, w=1.2)
        card = f'x="{num(left)}" y="{top}" width="{num(WIDE)}" height="{num(HIGH)}" rx="8" fill="{RING}"'
        g.raw(f'<rect {card} stroke="{RING}" stroke-width="5"/>')
        g.raw(f'<rect {card} stroke="{colour}" stroke-width="2.2"/>')
        women(g, name, colour, count, left, top)
        marked(g, colour, count, first)


def draw():
    g = Svg(640, 400, "Endometrial calcification and bone among 10,000 women, by four sources")
    grid(g)
    for name in SOURCES:
        source(g, name)
    with g.group("frame"):
        side = 10 * BLOCK
        g.raw(
            f'<rect x="{X0 - 5}" y="{Y0 - 5}" width="{num(side + 9)}" height="{num(side + 9)}" rx="6" fill="none" stroke="{NEUTRAL}" stroke-width="1.6"/>'
        )
    return g.text()
