"""The manager chooses, applies and switches at once."""

import gc
import weakref
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme import ThemeChoice, ThemedWidget, ThemeManager, current, icons
from app.ui.theme.stylesheet import make_stylesheet, measures
from app.ui.theme.tokens import ROLES, STYLES, TEXT_SCALES, TYPE
from app.ui.widgets.layouts import Column
from app.ui.widgets.text import Text

RESOURCES = Path(__file__).resolve().parents[3] / "resources"


class _Counter(ThemedWidget, QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.changes = 0

    def theme_changed(self) -> None:
        self.changes += 1
        super().theme_changed()


@pytest.mark.parametrize(
    ("choice", "dark", "contrast"),
    [
        (ThemeChoice.LIGHT, False, False),
        (ThemeChoice.DARK, True, False),
        (ThemeChoice.CONTRAST_LIGHT, False, True),
        (ThemeChoice.CONTRAST_DARK, True, True),
    ],
)
def test_a_choice_is_applied_at_once(
    theme: ThemeManager, qtbot: QtBot, choice: ThemeChoice, dark: bool, contrast: bool
) -> None:
    widget = _Counter()
    qtbot.addWidget(widget)
    theme.configure(choice=ThemeChoice.LIGHT if choice != ThemeChoice.LIGHT else ThemeChoice.DARK)
    with qtbot.waitSignal(theme.changed):
        theme.configure(choice=choice)
    assert (current().dark, current().contrast) == (dark, contrast)
    assert widget.changes == (2 if choice == ThemeChoice.LIGHT else 1)
    assert QApplication.palette().color(QPalette.ColorRole.Window) == current().colour("canvas")


def test_the_system_is_followed_when_asked(theme: ThemeManager) -> None:
    theme.configure(choice=ThemeChoice.SYSTEM)
    assert not current().contrast


def test_nothing_is_done_when_nothing_differs(theme: ThemeManager, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.configure(choice=ThemeChoice.LIGHT, scale=1.0)


def test_text_size_scales_type_padding_and_icons_but_bars_less(theme: ThemeManager) -> None:
    theme.configure(scale=2.0)
    now = current()
    assert (now.px(16), now.icon("button"), now.space(20), now.radius("card")) == (32, 40, 40, 24)
    assert now.bar(64) == 90
    for style in STYLES:
        assert now.font(style).pixelSize() == 2 * TYPE[style].size


def test_text_size_stays_in_its_bounds(theme: ThemeManager) -> None:
    theme.configure(scale=9)
    assert current().scale == TEXT_SCALES[-1]
    theme.configure(scale=0.1)
    assert current().scale == TEXT_SCALES[0]


def test_a_layout_follows_the_text_size(theme: ThemeManager, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    outer = Column(holder, margins=20, spacing=8)
    inner = Column(spacing=12)
    inner.add_gap(10)
    outer.add(inner)
    theme.configure(scale=1.5)
    assert outer.contentsMargins().left() == 30
    assert inner.spacing() == 18
    spacer = inner.itemAt(0).spacerItem()
    assert spacer is not None
    assert spacer.sizeHint().height() == 15


def test_the_reading_font_is_for_prose_only(theme: ThemeManager) -> None:
    theme.configure(reading_font="Serif")
    assert current().font("body").family() == "Serif"
    assert current().font("label").family() != "Serif"


def test_reduced_motion_takes_no_time(theme: ThemeManager) -> None:
    theme.configure(reduced_motion=False)
    assert current().duration("fade") == 180
    theme.configure(reduced_motion=True)
    assert current().duration("fade") == 0
    theme.follow_system_motion()
    assert current().duration("page") == 240


def test_the_bundled_font_is_set(theme: ThemeManager) -> None:
    assert current().font("body").family() == "Source Sans Pro"
    assert QApplication.font().pixelSize() == 16


def test_a_widget_is_not_kept_alive(theme: ThemeManager, qtbot: QtBot) -> None:
    widget = Text("An *endometrial* polyp")
    alive = weakref.ref(widget)
    theme.configure(choice=ThemeChoice.DARK)
    gc.disable()
    try:
        del widget
        assert alive() is None
    finally:
        gc.enable()


def test_every_mark_of_the_style_sheet_exists(theme: ThemeManager) -> None:
    template = (RESOURCES / "styles" / "app.qss").read_text(encoding="utf-8")
    sheet = make_stylesheet(template, current())
    assert "$" not in sheet
    assert set(measures(current())).isdisjoint(ROLES)
    with pytest.raises(KeyError):
        make_stylesheet("QMenu { color: $hue; }", current())


def test_icons_are_tinted_and_cached(theme: ThemeManager) -> None:
    red, green = current().colour("bad"), current().colour("ok")
    first = icons().pixmap("flag", red, 20, 2.0)
    assert first.width() == 40
    assert first.devicePixelRatio() == 2.0
    assert icons().pixmap("flag", red, 20, 2.0) is first
    image = icons().pixmap("flag", green, 64, 1.0).toImage()
    colours = {
        image.pixelColor(x, y).name()
        for x in range(64)
        for y in range(64)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert colours == {green.name()}
    with pytest.raises(FileNotFoundError):
        icons().pixmap("nowhere", red, 20, 1.0)


def test_every_icon_is_drawn_on_our_grid(theme: ThemeManager) -> None:
    for name in icons().names():
        svg = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
        assert 'viewBox="0 0 24 24"' in svg, name
        image = icons().pixmap(name, current().colour("text"), 24, 1.0).toImage()
        inked = sum(image.pixelColor(x, y).alpha() > 0 for x in range(24) for y in range(24))
        assert inked > 4, name


def test_the_mark_has_two_colours(theme: ThemeManager) -> None:
    now = current()
    image = icons().mark(now.colour("primary"), now.colour("onPrimary"), 48).toImage()
    seen = {image.pixelColor(x, y).name() for x in range(48) for y in range(48)}
    assert {now.colour("primary").name(), now.colour("onPrimary").name()} <= seen


ICONS_OF_THE_SPEC = {
    "calendar-check",
    "book-open",
    "target",
    "chart-column",
    "library",
    "book-a",
    "search",
    "settings",
    "circle-check",
    "circle-x",
    "triangle-alert",
    "info",
    "lightbulb",
    "flag",
    "sticky-note",
    "flask-conical",
    "timer",
    "a-large-small",
    "ellipsis",
    "x",
    "arrow-right",
    "eye-off",
    "eye",
    "zoom-in",
    "zoom-out",
    "scan",
    "maximize-2",
    "printer",
    "undo-2",
    "import",
    "pencil",
    "arrow-left",
    "chevron-right",
    "chevron-down",
    "check",
    "menu",
    "play",
    "rotate-ccw",
    "keyboard",
    "sun",
    "moon",
    "monitor",
    "calendar",
    "list",
    "mouse-pointer",
    "crosshair",
    "decidua",
}


def test_every_icon_of_the_design_system_is_there(theme: ThemeManager) -> None:
    assert set(icons().names()) >= ICONS_OF_THE_SPEC
