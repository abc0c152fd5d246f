import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.ui.figures.canvas import FigureCanvas, Marks
from app.ui.figures.drawing import Drawing
from app.ui.figures.figure_view import FigureView
from app.ui.figures.marks import Label, MarkState, Pin
from app.ui.figures.step_bar import StepBar
from tests.ui.figures.a_figure import HOTSPOTS, a_figure


@pytest.fixture
def canvas(qtbot):
    widget = FigureCanvas(a_figure(), fills=True)
    qtbot.addWidget(widget)
    widget.resize(960, 600)
    widget.show()
    return widget


def at(canvas, x, y):
    image = canvas._viewport.image
    scale = image.width() / 640
    return QPoint(round(image.left() + x * scale), round(image.top() + y * scale))


def test_the_smallest_structure_under_a_point_is_met():
    drawing = Drawing(a_figure())
    assert drawing.hotspot_at(310, 300, HOTSPOTS).id == "vessel"
    assert drawing.hotspot_at(400, 300, HOTSPOTS).id == "layer"
    assert drawing.hotspot_at(500, 50, HOTSPOTS) is None
    assert drawing.hotspot_at(295, 230, HOTSPOTS[1:2]).id == "vessel", "a near miss of a thin vessel counts"


def test_every_label_is_a_named_button_on_its_side(canvas):
    labels = {label.hotspot: label for label in canvas.findChildren(Label)}
    assert {label.accessibleName() for label in labels.values()} == {h.name for h in HOTSPOTS}
    assert labels["layer"].x() < canvas.width() / 2 < labels["vessel"].x()
    assert labels["gland"].y() < labels["layer"].y(), "ordered by the height of what they point at"


def test_a_click_on_a_structure_chooses_it(canvas, qtbot):
    with qtbot.waitSignal(canvas.hotspot_chosen) as caught:
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at(canvas, 310, 300))
    assert caught.args == ["vessel"]
    with qtbot.waitSignal(canvas.missed):
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at(canvas, 450, 50))


def test_a_label_is_pressed_by_keyboard(canvas, qtbot):
    label = next(w for w in canvas.findChildren(Label) if w.hotspot == "gland")
    with qtbot.waitSignal(canvas.hotspot_chosen) as caught:
        QTest.keyClick(label, Qt.Key.Key_Space)
    assert caught.args == ["gland"]


def test_hidden_names_are_hidden_from_assistive_tools_too(canvas):
    canvas.show_states({"gland": MarkState.HIDDEN, "vessel": MarkState.CURRENT}, "vessel")
    names = {w.hotspot: w.accessibleName() for w in canvas.findChildren(Label)}
    assert names["layer"] == "Basalis"
    assert names["gland"].startswith("Hidden structure")
    assert names["vessel"].startswith("Hidden structure")


def test_unnamed_pins_do_not_tell_what_they_mark(canvas):
    canvas.show_marks(Marks.PINS, ["gland", "vessel"], named=False)
    pins = [p for p in canvas.findChildren(Pin) if p.isVisible()]
    assert sorted(p.accessibleName() for p in pins) == ["Place 1", "Place 2"]
    assert all(p.toolTip() == "" for p in pins)
    assert all(min(p.width(), p.height()) >= 32 for p in pins)


def test_zoom_keeps_its_bounds_and_fit_returns(canvas, qtbot):
    for _ in range(30):
        canvas.zoom_by(1.5)
    assert canvas.percent == 800
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    canvas.fit()
    assert canvas.percent == 100
    for _ in range(30):
        canvas.zoom_by(0.5)
    assert canvas.percent == 50


def test_a_zoomed_picture_takes_the_room_there_is(canvas):
    before = canvas._viewport.frame
    canvas.zoom_by(4)
    frame = canvas._viewport.frame
    assert frame.height() == canvas.height() > before.height()
    assert frame.width() >= before.width()
    canvas.pan_by(0, 10_000)
    assert canvas._viewport.image.top() == pytest.approx(0, abs=1), "the edge of the picture is the end"
    canvas.fit()
    assert canvas._viewport.frame == before


def test_names_of_what_is_out_of_sight_are_put_away(canvas):
    canvas.zoom_by(6)
    canvas.pan_by(-10_000, -10_000)  # the lower right corner, where nothing is named
    assert not [w for w in canvas.findChildren(Label) if w.isVisible()]
    canvas.show_states({"gland": MarkState.CURRENT})
    assert [w.hotspot for w in canvas.findChildren(Label) if w.isVisible()] == ["gland"]
    canvas.fit()
    assert all(w.isVisible() for w in canvas.findChildren(Label))


def test_the_picture_stays_where_it_is_through_a_self_test(canvas):
    hidden = {h.id: MarkState.HIDDEN for h in HOTSPOTS}
    frames = []
    for gland in (MarkState.CURRENT, MarkState.RIGHT, MarkState.WRONG):
        canvas.show_states(hidden | {"gland": gland})
        frames.append(canvas._viewport.frame)
    assert frames[0] == frames[1] == frames[2]


def test_a_click_meets_the_structure_when_zoomed_and_panned(canvas, qtbot):
    canvas.zoom_by(2)
    canvas.pan_by(60, -40)
    with qtbot.waitSignal(canvas.hotspot_chosen) as caught:
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at(canvas, 310, 300))
    assert caught.args == ["vessel"]


def test_a_narrow_canvas_uses_pins_instead_of_labels(canvas):
    canvas.resize(420, 400)
    assert canvas.uses_pins
    assert not any(label.isVisible() for label in canvas.findChildren(Label))
    assert all(pin.isVisible() for pin in canvas.findChildren(Pin))


def test_a_step_shows_its_own_structures_and_drawing(qtbot):
    canvas = FigureCanvas(a_figure(steps=True))
    qtbot.addWidget(canvas)
    assert [h.id for h in canvas.shown] == ["layer", "vessel", "gland"]
    first = canvas.drawing.pixmap("one", canvas.size(), 1.0).toImage()
    canvas.show_step("two")
    assert [h.id for h in canvas.shown] == ["layer", "vessel", "gland", "late"]
    assert first != canvas.drawing.pixmap("two", canvas.size(), 1.0).toImage()


def test_step_bar_walks_by_buttons_and_keys(qtbot):
    bar = StepBar(a_figure(steps=True))
    qtbot.addWidget(bar)
    with qtbot.waitSignal(bar.step_changed) as caught:
        QTest.keyClick(bar, Qt.Key.Key_End)
    assert caught.args == ["three"]
    QTest.keyClick(bar, Qt.Key.Key_Right)
    assert bar.index == 2, "beyond the end nothing happens"
    QTest.keyClick(bar, Qt.Key.Key_Home)
    QTest.keyClick(bar, Qt.Key.Key_Right)
    assert bar.index == 1


def test_figure_view_hides_and_shows_names(qtbot):
    view = FigureView(a_figure())
    qtbot.addWidget(view)
    view.resize(640, 700)
    view.show()
    view.eye.click()
    assert view.eye.accessibleName() == "Show names"
    assert view.accessibleDescription() == "Names are hidden."
    assert not any(p.isVisible() for p in view.findChildren(Pin))
    view.eye.click()
    assert view.accessibleDescription() == "The wall in section."
    assert all(p.isVisible() for p in view.findChildren(Pin))


def test_figure_view_asks_for_the_viewer_at_its_step(qtbot):
    view = FigureView(a_figure(steps=True), step="two")
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.open_requested) as caught:
        view._open.click()
    assert caught.args == ["lining/wall", "two"]
