"""Every figure as the student sees it: pins on their structure, no crossing leaders, steps that draw."""

from itertools import combinations
from pathlib import Path

import pytest

from app.formats.course_folder import read_course
from app.ui.figures.canvas import FigureCanvas, Marks
from app.ui.figures.drawing import Drawing
from app.ui.figures.marks import Label
from app.ui.theme import ThemeManager, install

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FIGURES = read_course(RESOURCES / "course")[0].course.figures


@pytest.fixture(autouse=True)
def _theme(qapp):
    install(ThemeManager(RESOURCES, qapp))


def steps(figure):
    return [step.id for step in figure.steps] or [None]


@pytest.mark.parametrize("figure", FIGURES, ids=lambda f: f.id)
def test_every_leader_ends_on_its_structure(figure, qapp):
    drawing = Drawing(figure)
    off = [
        (step, h.id)
        for step in steps(figure)
        for h in figure.hotspots_in(step)
        if not drawing.is_on(h, *h.target, step, reach=1)
    ]
    assert off == []


@pytest.mark.parametrize("figure", FIGURES, ids=lambda f: f.id)
def test_leaders_do_not_cross_and_labels_do_not_overlap(figure, qtbot):
    canvas = FigureCanvas(figure, fills=True)
    qtbot.addWidget(canvas)
    canvas.resize(1100, 720)
    for step in steps(figure):
        canvas.show_step(step)
        canvas.show_marks(Marks.LABELS)
        assert not canvas.uses_pins
        lines = [(leader.bend, leader.dot) for leader in canvas._leaders()]
        crossing = [(a, b) for a, b in combinations(lines, 2) if cross(a, b)]
        assert crossing == [], f"leaders cross in step {step}"
        boxes = [label.geometry() for label in canvas.findChildren(Label)]
        assert not any(a.intersects(b) for a, b in combinations(boxes, 2)), f"labels overlap in step {step}"
        assert all(canvas.rect().contains(box) for box in boxes), f"a label is cut in step {step}"


@pytest.mark.parametrize("figure", [f for f in FIGURES if f.is_stepper], ids=lambda f: f.id)
def test_every_step_draws_something_of_its_own(figure, qapp):
    drawing = Drawing(figure)
    seen = [drawing.renderer(step) for step in steps(figure)]
    assert all(renderer.isValid() for renderer in seen)
    hidden = [figure.hidden_groups(step) for step in steps(figure)]
    assert len(set(hidden)) == len(hidden)


def cross(first, second):
    def side(p, q, r):
        return (q.x() - p.x()) * (r.y() - p.y()) - (q.y() - p.y()) * (r.x() - p.x())

    (a, b), (c, d) = first, second
    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0
