import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollArea

from app.ui.figures import painting, pictures
from app.ui.figures.canvas import FigureCanvas
from app.ui.figures.drawing import Drawing, drawing_of
from app.ui.figures.pictures import Artist, Part, Shelf, draw, shelf
from tests.ui.figures.a_figure import a_figure


@pytest.fixture(autouse=True)
def no_memory(monkeypatch):
    monkeypatch.setattr(pictures, "_shelf", Shelf())
    monkeypatch.setattr(pictures, "_paces", {})


@pytest.fixture
def artist(qapp):
    found = Artist()
    pictures.install(found)
    yield found
    pictures.install(None)
    found.stop()


def image_of(side: int) -> QImage:
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.red)
    return image


def part_of(side: int, figure: str = "wall") -> Part:
    return Part(figure, None, (side, side), (0, 0, side, side))


def test_a_figure_has_one_drawing_wherever_it_is_shown():
    assert drawing_of(a_figure()) is drawing_of(a_figure())
    assert drawing_of(a_figure()) is not drawing_of(a_figure(steps=True))


def test_a_canvas_keeps_the_very_figure_it_was_given(qtbot):
    first, second = a_figure(), a_figure()
    for figure in (first, second):
        canvas = FigureCanvas(figure)
        qtbot.addWidget(canvas)
        assert canvas.figure is figure


def test_the_artist_draws_the_same_pixels_as_drawing_on_the_spot(artist, qtbot):
    drawing = Drawing(a_figure())
    part = drawing.part(None, QSize(320, 200))
    with qtbot.waitSignal(artist.drawn) as caught:
        artist.ask("someone", part, drawing.svg(None))
    assert caught.args == [part]
    assert shelf().get(part).toImage() == draw(drawing.svg(None), part)


def test_who_asks_again_no_longer_waits_for_what_it_asked_before(artist, qtbot):
    drawing = Drawing(a_figure())
    drawn = []
    artist.drawn.connect(drawn.append)
    artist._stirred.acquire()  # nothing is begun while the sizes come in
    for width in range(100, 140):
        artist.ask("the window", drawing.part(None, QSize(width, width)), drawing.svg(None))
    artist._stirred.release()
    qtbot.waitUntil(lambda: bool(drawn))
    assert [part.size for part in drawn] == [(139, 139)]


def test_stopping_ends_the_thread_and_forgets_what_was_asked(artist):
    drawing = Drawing(a_figure())
    for number in range(20):
        artist.ask(number, drawing.part(None, QSize(400 + number, 300)), drawing.svg(None))
    artist.stop()
    assert not artist._thread.is_alive()


def test_a_canvas_shows_paper_at_once_and_the_picture_when_it_is_drawn(artist, qtbot):
    canvas = FigureCanvas(a_figure())
    qtbot.addWidget(canvas)
    canvas.resize(640, canvas.heightForWidth(640))
    with qtbot.waitSignal(artist.drawn):
        before = canvas.grab().toImage()
    middle = canvas._viewport.frame.center().toPoint() + QPoint(0, 60)
    after = canvas.grab().toImage()
    assert before.pixelColor(middle) == canvas.theme.colour("paper")
    assert after.pixelColor(middle) != canvas.theme.colour("paper")


def test_what_is_drawn_already_stands_in_at_another_size(artist, qtbot):
    canvas = FigureCanvas(a_figure())
    qtbot.addWidget(canvas)
    canvas.resize(640, canvas.heightForWidth(640))
    with qtbot.waitSignal(artist.drawn):
        canvas.grab()
    canvas.resize(520, canvas.heightForWidth(520))
    middle = canvas._viewport.frame.center().toPoint() + QPoint(0, 60)
    assert canvas.grab().toImage().pixelColor(middle) != canvas.theme.colour("paper")


def test_far_zoomed_in_only_the_part_in_sight_is_drawn(qtbot):
    canvas = FigureCanvas(a_figure(), fills=True)
    qtbot.addWidget(canvas)
    canvas.resize(960, 600)
    canvas.zoom_by(100)
    frame, image = canvas._viewport.frame, canvas._viewport.image
    part = painting._part(canvas.drawing, None, frame, image, 1.0)
    assert part.size[0] == pytest.approx(image.width(), abs=1)
    assert part.clip[2] <= frame.width() + 2
    assert part.clip[3] <= frame.height() + 2


def test_a_slow_figure_is_drawn_no_finer_than_patience_allows(qtbot):
    canvas = FigureCanvas(a_figure(), fills=True)
    qtbot.addWidget(canvas)
    canvas.resize(960, 600)
    drawing = canvas.drawing
    slow = drawing.part(None, QSize(1000, 1000))
    pictures.note_pace(slow, 0.75)  # a million pixels in half the patience
    canvas.zoom_by(100)
    view = canvas._viewport
    part = painting._part(drawing, None, view.frame, view.image, 1.0)
    assert part.size[0] * part.size[1] == pytest.approx(2_000_000, rel=0.01)
    canvas.fit()
    part = painting._part(drawing, None, view.frame, view.image, 1.0)
    assert part.size[0] == pytest.approx(view.frame.width(), abs=1), "never coarser than the frame"


def test_a_part_shows_what_the_whole_shows_there():
    drawing = Drawing(a_figure())
    whole = draw(drawing.svg(None), drawing.part(None, QSize(1280, 800)))
    part = draw(drawing.svg(None), drawing.part(None, QSize(1280, 800), (560, 380, 200, 150)))
    assert part.size() == QSize(200, 150)
    assert part.pixelColor(60, 100) == whole.pixelColor(620, 480)


def test_where_qt_reads_no_svg_images_the_figure_is_rendered(monkeypatch):
    drawing = Drawing(a_figure())
    part = drawing.part(None, QSize(640, 400))
    read = draw(drawing.svg(None), part)
    monkeypatch.setattr(pictures.QImageReader, "read", lambda _self: QImage())
    assert draw(drawing.svg(None), part).pixelColor(310, 300) == read.pixelColor(310, 300)


def test_the_shelf_drops_what_was_used_longest_ago():
    kept = Shelf(most=3 * 4 * 100)
    for name in ("one", "two", "three"):
        kept.put(part_of(10, name), image_of(10))
    kept.get(part_of(10, "one"))
    kept.put(part_of(10, "four"), image_of(10))
    assert kept.get(part_of(10, "two")) is None
    assert kept.get(part_of(10, "one")) is not None


def turn_wheel(canvas: FigureCanvas, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    at = QPointF(200, 100)
    event = QWheelEvent(
        at, at, QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(canvas, event)


def test_the_wheel_zooms_about_the_pointer(qtbot):
    canvas = FigureCanvas(a_figure(), fills=True)
    qtbot.addWidget(canvas)
    canvas.resize(960, 600)
    turn_wheel(canvas)
    assert canvas.percent > 130


def test_where_the_page_scrolls_the_wheel_is_left_to_it_and_zooms_with_ctrl(qtbot):
    area = QScrollArea()
    qtbot.addWidget(area)
    canvas = FigureCanvas(a_figure(), fills=True)
    area.setWidget(canvas)
    canvas.resize(400, 900)
    area.resize(420, 300)
    area.show()
    turn_wheel(canvas)
    assert canvas.percent == 100
    turn_wheel(canvas, Qt.KeyboardModifier.ControlModifier)
    assert canvas.percent > 130
