"""The review page with real clicks and keys, over real services."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.core.fsrs import Rating
from app.core.problems import Problem, ProblemKind
from app.core.questions import Judged, Kind
from app.core.scheduling import Confidence
from app.ui.figures.figure_view import FigureView
from app.ui.runtime.events import AppEvents
from app.ui.runtime.navigation import Route
from app.ui.runtime.notices import Notifier
from app.ui.viewmodels.review import Phase, ReviewModel
from app.ui.views.review import ReviewPage
from app.ui.views.review.slipping import SlippingPanel
from app.ui.widgets.buttons import Button
from app.ui.widgets.callout import Callout
from app.ui.widgets.messages import Banner, EmptyState
from app.ui.widgets.text import Text
from tests.fakes import StudyRoom
from tests.ui.answers.asked import KINDS, a_mixed_course

NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
FULL = Problem(ProblemKind.DISK_FULL, "The disk is full", "Your answer was not saved.", "Free some space.")


@pytest.fixture
def room(tmp_path):
    made = StudyRoom(tmp_path, a_mixed_course(variants=2))
    yield made
    made.close()


@pytest.fixture
def page(room, qtbot):
    model = ReviewModel(room.study, room.preferences, AppEvents(), Notifier(), room.clock)
    opened = []
    made = ReviewPage(model, opened.append)
    model.setParent(made)
    made.opened = opened
    made.routes = []
    made.route_requested.connect(made.routes.append)
    qtbot.addWidget(made)
    made.resize(1360, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    model.leave()


def begin(page, room, *kinds):
    """Begin a session that asks these kinds in this order."""
    chosen = kinds or KINDS
    points = [room.bank.points()[KINDS.index(kind)].id for kind in chosen]
    enter(page, "points", points=",".join(points), name="Today's review")


def enter(page, mode, **parameters):
    """Go to the page as the window does, and let what is new on it be shown."""
    page.enter(Route.to("review", mode=mode, **parameters))
    page.first_focus().setFocus()
    QApplication.sendPostedEvents()


def state(page):
    return page._model.state


def key(page, pressed, modifiers=NONE):
    QTest.keyClick(QApplication.focusWidget() or page, pressed, modifiers)
    QApplication.sendPostedEvents()


def answer_by_keys(page, kind):
    if kind is Kind.TRUE_FALSE:
        for letter in (Qt.Key.Key_T, Qt.Key.Key_F, Qt.Key.Key_T):
            key(page, letter)
    else:
        key(page, Qt.Key.Key_2)


def find(page, kind, name):
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def role(widget):
    return QAccessible.queryAccessibleInterface(widget).role()


def test_a_session_of_every_kind_by_keyboard_alone(page, room):
    begin(page, room)
    sure = [
        (NONE, Confidence.THINK),
        (SHIFT, Confidence.CERTAIN),
        (CONTROL, Confidence.GUESS),
        (NONE, Confidence.THINK),
    ]
    for kind, (modifiers, confidence) in zip(KINDS, sure, strict=True):
        assert state(page).asking.question.kind is kind
        answer_by_keys(page, kind)
        assert state(page).ready
        key(page, Qt.Key.Key_Return, modifiers)
        assert state(page).phase is Phase.FEEDBACK
        assert state(page).feedback.confidence is confidence
        assert page.session.feedback.next_button.hasFocus()
        key(page, Qt.Key.Key_4)
        assert state(page).feedback.rating is Rating.EASY
        key(page, Qt.Key.Key_Return)
    while state(page).phase is not Phase.END:
        answer_by_keys(page, state(page).asking.question.kind)
        key(page, Qt.Key.Key_Return)
        key(page, Qt.Key.Key_4)
        key(page, Qt.Key.Key_Space)
    assert find(page, Text, "review-score").text().startswith(f"{state(page).summary.right} of 4")


def test_a_session_by_mouse_alone(page, room, qtbot):
    begin(page, room, Kind.SINGLE, Kind.HOTSPOT)
    card = page.session.question.answer.cards[0]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    think = page.session.confidence.row.buttons[1]
    QTest.mouseClick(think, Qt.MouseButton.LeftButton)
    assert state(page).phase is Phase.FEEDBACK
    hard = page.session.feedback.grades._group.button(1)
    QTest.mouseClick(hard, Qt.MouseButton.LeftButton)
    assert state(page).feedback.rating is Rating.HARD
    QTest.mouseClick(page.session.feedback.next_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.session.question.answer.pins[1], Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.session.confidence.row.buttons[2], Qt.MouseButton.LeftButton)
    assert state(page).feedback.verdict.right


def test_the_buttons_wait_for_a_complete_answer(page, room):
    begin(page, room, Kind.TRUE_FALSE)
    buttons = page.session.confidence.row.buttons
    key(page, Qt.Key.Key_T)
    assert not any(button.isEnabled() for button in buttons)
    assert buttons[0].accessibleDescription() == "Choose an answer first."
    key(page, Qt.Key.Key_Return)
    assert state(page).phase is Phase.QUESTION
    key(page, Qt.Key.Key_T)
    key(page, Qt.Key.Key_T)
    assert all(button.isEnabled() for button in buttons)


def test_arrows_choose_from_the_stem_and_read_after_the_answer(page, room):
    begin(page, room, Kind.MULTIPLE, Kind.SINGLE)
    answer_by_keys(page, Kind.MULTIPLE)
    key(page, Qt.Key.Key_Return)
    key(page, Qt.Key.Key_Return)
    assert find(page, Text, "ask").hasFocus()
    cards = page.session.question.answer.cards
    key(page, Qt.Key.Key_Down)
    assert cards[0].isChecked()
    key(page, Qt.Key.Key_Down)
    assert cards[1].isChecked()
    key(page, Qt.Key.Key_Up)
    key(page, Qt.Key.Key_Return)
    chosen = state(page).feedback.response
    page.session.question.answer.focus_target().setFocus()
    key(page, Qt.Key.Key_Down)
    assert cards[1].hasFocus()
    assert page.session.question.answer.draft() == chosen


def test_striking_out_by_key(page, room):
    begin(page, room, Kind.SINGLE)
    key(page, Qt.Key.Key_3, SHIFT)
    cards = page.session.question.answer.cards
    assert cards[2].is_struck
    assert cards[2].accessibleDescription() == "Struck out."
    key(page, Qt.Key.Key_3, SHIFT)
    assert not cards[2].is_struck


def test_undo_by_key_shows_the_question_again_with_its_answer(page, room):
    begin(page, room, Kind.SINGLE, Kind.MULTIPLE)
    key(page, Qt.Key.Key_2)
    key(page, Qt.Key.Key_Return)
    key(page, Qt.Key.Key_Z, CONTROL)
    assert state(page).phase is Phase.QUESTION
    answer = page.session.question.answer
    assert not answer.is_locked
    assert answer.cards[1].isChecked()
    assert answer.cards[1].hasFocus()
    key(page, Qt.Key.Key_Return)
    key(page, Qt.Key.Key_Return)
    assert state(page).asking.question.kind is Kind.MULTIPLE
    key(page, Qt.Key.Key_Z, CONTROL)
    assert state(page).asking.question.kind is Kind.SINGLE
    assert page.session.question.answer.cards[1].isChecked()


def test_undo_from_the_end_page(page, room):
    begin(page, room, Kind.SINGLE)
    key(page, Qt.Key.Key_2)
    key(page, Qt.Key.Key_Return)
    key(page, Qt.Key.Key_4)
    page._model.finish()
    assert state(page).phase is Phase.END
    find(page, Button, "end-undo").click()
    assert state(page).phase is Phase.QUESTION


def test_focus_goes_to_the_title_then_the_stem_then_next(page, room):
    begin(page, room, Kind.SINGLE, Kind.MULTIPLE)
    assert page.top.title.hasFocus()
    key(page, Qt.Key.Key_1)
    key(page, Qt.Key.Key_Return)
    assert page.session.feedback.next_button.hasFocus()
    key(page, Qt.Key.Key_Return)
    assert find(page, Text, "ask").hasFocus()


def test_the_tab_key_follows_reading_order(page, room):
    begin(page, room, Kind.SINGLE)
    key(page, Qt.Key.Key_1)
    page.top.close_button.setFocus()
    seen = []
    for _ in range(16):
        seen.append(QApplication.focusWidget())
        key(page, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is page.top.close_button:
            break
    order = [
        page.top.close_button,
        page.top.note_button,
        page.top.flag_button,
        page.top.more_button,
        page.session.question.text.focus_target(),
        page.session.question.answer.cards[0],
        page.session.confidence.row.buttons[0],
        page.session.confidence.row.buttons[2],
    ]
    places = [seen.index(widget) for widget in order]
    assert places == sorted(places)
    cards = set(page.session.question.answer.cards)
    assert sum(widget in cards for widget in seen) == 1


def test_after_the_answer_shift_tab_goes_to_the_grades(page, room):
    begin(page, room, Kind.SINGLE)
    key(page, Qt.Key.Key_1)
    key(page, Qt.Key.Key_Return)
    key(page, Qt.Key.Key_Backtab, SHIFT)
    assert page.session.feedback.grades.isAncestorOf(QApplication.focusWidget())


def test_every_control_has_a_name(page, room):
    for kind in KINDS:
        begin(page, room, kind)
        for told in (False, True):
            if told:
                answer_by_keys(page, kind)
                key(page, Qt.Key.Key_Return)
            unnamed = [
                widget
                for widget in page.findChildren(QWidget)
                if widget.isVisible()
                and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
                and not widget.accessibleName()
            ]
            assert unnamed == []
        page._model.close()


def test_roles_and_descriptions_after_the_answer(page, room):
    begin(page, room, Kind.SINGLE)
    assert role(page.top.title) == QAccessible.Role.Heading
    assert role(find(page, Text, "ask")) == QAccessible.Role.Heading
    card = page.session.question.answer.cards[0]
    assert role(card) == QAccessible.Role.RadioButton
    assert card.accessibleDescription() == ""
    key(page, Qt.Key.Key_1)
    key(page, Qt.Key.Key_Return)
    right = state(page).asking.order.index(1)
    told = page.session.question.answer.cards[right].accessibleDescription()
    assert told.startswith("Correct answer")
    assert told.endswith("Reason 1")
    grades = page.session.feedback.grades
    assert role(grades._group.button(0)) == QAccessible.Role.RadioButton
    assert grades._group.button(0).accessibleName().startswith("Again, ")
    assert role(page.session.aside.session.grid) == QAccessible.Role.Graphic


def test_the_target_of_every_button_is_large_enough(page, room):
    begin(page, room, Kind.HOTSPOT)
    answer_by_keys(page, Kind.HOTSPOT)
    for told in (False, True):
        if told:
            key(page, Qt.Key.Key_Return)
        small = [
            (button.objectName(), button.accessibleName(), button.size())
            for button in page.findChildren(QAbstractButton)
            if button.isVisible() and min(button.width(), button.height()) < 32
        ]
        assert small == []


def test_key_point_lesson_and_sources_stand_beside_the_answer(page, room, qtbot):
    begin(page, room, Kind.HOTSPOT)
    session = find(page, QWidget, "session-panel")
    assert session.isVisible()
    answer_by_keys(page, Kind.HOTSPOT)
    key(page, Qt.Key.Key_Return)
    assert not session.isVisible()
    assert page.findChild(Callout).accessibleName() == "Key point"
    assert page.findChild(FigureView) is not None
    qtbot.waitUntil(find(page, QWidget, "sources").isVisible)
    qtbot.waitUntil(find(page, QWidget, "explanation").isVisible)
    key(page, Qt.Key.Key_O)
    assert page.routes == [Route.to("lesson", topic="topic-1", section="second")]
    key(page, Qt.Key.Key_V)
    assert page.routes[1] == Route.to("figure", figure="topic-1/wall", step="", mode="labels")


def test_the_way_back_leads_to_the_same_feedback(page, room):
    begin(page, room, Kind.SINGLE)
    key(page, Qt.Key.Key_2)
    key(page, Qt.Key.Key_Return)
    answer, feedback = page.session.question.answer, state(page).feedback
    find(page, QAbstractButton, "review-lesson").click()
    page.leave()
    begin(page, room, Kind.SINGLE)
    assert state(page).feedback is feedback
    assert page.session.question.answer is answer


def test_flag_and_note_by_key(page, room):
    begin(page, room, Kind.SINGLE)
    key(page, Qt.Key.Key_F)
    assert page.top.flag_button.isChecked()
    key(page, Qt.Key.Key_N)
    edit = find(page, QPlainTextEdit, "note")
    assert edit.hasFocus()
    QTest.keyClicks(edit, "f3 n")
    assert state(page).note == "f3 n"
    assert page.session.question.answer.draft() is None
    assert page.top.flag_button.isChecked()
    key(page, Qt.Key.Key_Escape)
    assert not edit.isVisible()
    assert room.study.note(state(page).asking.point.id) == "f3 n"


def test_in_a_set_of_statements_f_means_false_and_shift_f_flags(page, room):
    begin(page, room, Kind.TRUE_FALSE)
    key(page, Qt.Key.Key_F)
    assert not state(page).flagged
    order = state(page).asking.order
    assert state(page).draft.values[order[0]] is False
    key(page, Qt.Key.Key_F, SHIFT)
    assert state(page).flagged


def test_single_keys_can_be_switched_off(page, room):
    begin(page, room, Kind.SINGLE)
    page._model._events.report(room.preferences.change(single_keys=False), None)
    for pressed in (Qt.Key.Key_2, Qt.Key.Key_F, Qt.Key.Key_N):
        key(page, pressed)
    assert state(page).draft is None
    assert not state(page).flagged
    assert not state(page).note_open
    key(page, Qt.Key.Key_Down)
    key(page, Qt.Key.Key_Return)
    assert state(page).phase is Phase.FEEDBACK


def test_a_full_disk_keeps_the_answer_and_offers_another_try(page, room, monkeypatch, qtbot):
    begin(page, room, Kind.SINGLE)
    real = room.study.answer

    def full(*arguments):
        monkeypatch.setattr(room.study, "answer", real)
        raise FULL

    monkeypatch.setattr(room.study, "answer", full)
    key(page, Qt.Key.Key_2)
    key(page, Qt.Key.Key_Return)
    banner = find(page, Banner, "review-problem")
    qtbot.waitUntil(banner.isVisible)
    assert banner.accessibleName() == "The disk is full. Your answer was not saved. Free some space."
    assert state(page).phase is Phase.QUESTION
    assert page.session.question.answer.cards[1].isChecked()
    banner.findChild(Button, "banner-action").click()
    assert state(page).phase is Phase.FEEDBACK
    assert page.findChild(Banner, "review-problem") is None or not page._banner_holder.isVisible()


def test_closing_leads_back_and_keeps_the_session(page, room):
    enter(page, "due")
    key(page, Qt.Key.Key_2)
    page.top.close_button.click()
    assert page.routes == [Route.to("today")]
    assert room.study.has_session() is False  # nothing was answered yet
    enter(page, "due")
    if not state(page).ready:
        answer_by_keys(page, state(page).asking.question.kind)
    key(page, Qt.Key.Key_Return)
    page.top.close_button.click()
    assert room.study.has_session()


def test_points_practised_from_elsewhere_close_to_where_they_came_from(page, room, qtbot):
    begin(page, room, Kind.SINGLE)
    with qtbot.waitSignal(page.back_requested):
        page.top.close_button.click()


def test_the_end_page_names_misses_topics_and_tomorrow(page, room, qtbot):
    begin(page, room, Kind.SINGLE, Kind.MULTIPLE)
    wrong = state(page).asking.order.index(0) + 1
    key(page, Qt.Key(Qt.Key.Key_0 + wrong))
    key(page, Qt.Key.Key_Return, SHIFT)
    key(page, Qt.Key.Key_Return)
    page._model.finish()
    assert find(page, Text, "review-score").text() == "0 of 1"
    assert find(page, QAbstractButton, "confident-miss-1").accessibleDescription() == "Which term fits?"
    assert find(page, QAbstractButton, "reread-1").accessibleDescription() == "1 of 1 missed"
    qtbot.waitUntil(find(page, QWidget, "review-next-up").isVisible)
    misses = find(page, Button, "end-misses")
    qtbot.waitUntil(misses.hasFocus)
    find(page, QAbstractButton, "reread-1").click()
    assert page.routes == [
        Route.to("review", mode="end"),
        Route.to("lesson", topic="topic-1", section="first"),
    ]
    enter(page, "end")
    assert state(page).phase is Phase.END
    misses.click()
    assert state(page).name == "The misses"


def test_done_leads_to_today(page, room):
    enter(page, "due")
    page._model.finish()
    find(page, Button, "end-done").click()
    assert page.routes == [Route.to("today")]


def test_nothing_to_ask_says_so_and_offers_a_way_on(page, room, qtbot):
    enter(page, "points", points="topic-1/none", name="None")
    empty = find(page, EmptyState, "review-empty")
    qtbot.waitUntil(empty.isVisible)
    empty.findChild(Button, "empty-action").click()
    assert page.routes == [Route.to("lessons")]


def test_a_point_that_keeps_slipping_is_offered_other_ways(page, room, qtbot):
    point = room.bank.points()[0].id
    for _ in range(5):
        begin(page, room, Kind.SINGLE)
        if state(page).phase is Phase.FEEDBACK:
            page._model.advance()
        wrong = state(page).asking.order.index(0) + 1
        key(page, Qt.Key(Qt.Key.Key_0 + wrong))
        key(page, Qt.Key.Key_Return)
        if state(page).feedback.slipping:
            break
        page._model.close()
        room.clock.pass_days(1)
        begin(page, room, Kind.SINGLE)
        right = state(page).asking.order.index(1) + 1
        key(page, Qt.Key(Qt.Key.Key_0 + right))
        key(page, Qt.Key.Key_Return)
        page._model.finish()
        page._model.close()
        room.clock.pass_days(20)
    assert state(page).feedback.slipping
    panel = page.findChild(SlippingPanel)
    assert panel.accessibleName() == "This one keeps slipping"
    assert page.findChild(Callout) is None
    panel.note.click()
    assert state(page).note_open
    panel.lesson.click()
    assert page.routes[-1].page == "lesson"
    panel.rest.click()
    assert [aside.point.id for aside in room.study.put_aside()] == [point]


def test_the_question_column_does_not_move_sideways(page, room, qtbot):
    begin(page, room, Kind.SINGLE, Kind.HOTSPOT)
    qtbot.waitUntil(lambda: page.session.question.width() > 700)

    def place():
        column = page.session.question
        return column.mapTo(page, column.rect().topLeft()).x(), column.width()

    before = place()
    key(page, Qt.Key.Key_2)
    key(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.session.scroller.verticalScrollBar().maximum() >= 0)
    assert place() == before
    key(page, Qt.Key.Key_Return)
    assert place() == before


@pytest.mark.parametrize(("width", "beside"), [(1360, True), (1279, False), (900, False)])
def test_the_right_column_goes_below_where_there_is_no_room(page, room, qtbot, width, beside):
    begin(page, room, Kind.SINGLE)
    page.resize(width, 700)
    qtbot.waitUntil(lambda: page.session.columns.is_beside is beside)
    question, aside = page.session.question, page.session.aside
    if beside:
        qtbot.waitUntil(lambda: aside.x() >= question.geometry().right())
    else:
        qtbot.waitUntil(lambda: aside.y() >= question.geometry().bottom())
    assert page.session.scroller.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("kind", KINDS)
def test_at_200_per_cent_nothing_is_cut_or_overlaps(page, room, theme, kind, qtbot):
    theme.configure(scale=2.0)
    begin(page, room, kind)
    for told in (False, True):
        if told:
            answer_by_keys(page, kind)
            key(page, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: (_cut(page), _overlaps(page)) == ([], []))
        assert page.minimumSizeHint().width() <= 1360
        assert page.session.scroller.horizontalScrollBar().maximum() == 0
    assert page.session.feedback.grades.is_compact
    assert not page.top.progress.isVisible()
    assert not page.top.note_button.isVisible()


def test_in_a_narrow_window_the_tools_are_in_more(page, room, theme):
    theme.configure(scale=2.0)
    begin(page, room, Kind.SINGLE)
    page.top._prepare_more()
    shown = {action.objectName() for action in page.top._more.actions() if action.isVisible()}
    assert {"Larger text", "Note", "Undo last answer", "Skip until tomorrow", "Put away"} <= shown
    theme.configure(scale=1.0)
    page.top._prepare_more()
    shown = {action.objectName() for action in page.top._more.actions() if action.isVisible()}
    assert "Larger text" not in shown
    assert "Hide time" in shown


def test_more_skips_hides_the_time_and_ends_the_session(page, room):
    begin(page, room, Kind.SINGLE, Kind.MULTIPLE)
    actions = {action.objectName(): action for action in page.top._more.actions()}
    assert page.top.clock.isVisible()
    actions["Hide time"].trigger()
    assert not page.top.clock.isVisible()
    actions["Skip until tomorrow"].trigger()
    assert state(page).asking.question.kind is Kind.MULTIPLE
    actions["End the session now"].trigger()
    assert state(page).phase is Phase.END


def test_a_hidden_page_stops_the_time(room, page, qtbot):
    begin(page, room, Kind.SINGLE)
    stack = QStackedWidget()
    other = QWidget()
    window = QWidget()
    QVBoxLayout(window).addWidget(stack)
    stack.addWidget(page)
    stack.addWidget(other)
    qtbot.addWidget(window)
    window.show()
    stack.setCurrentWidget(page)
    assert page._model._ticks.isActive()
    stack.setCurrentWidget(other)
    assert not page._model._ticks.isActive()
    page.setParent(None)


def test_a_source_is_opened_outside(page, room):
    begin(page, room, Kind.SINGLE)
    key(page, Qt.Key.Key_1)
    key(page, Qt.Key.Key_Return)
    page.session.link_requested.emit("https://doi.org/10.1/x")
    assert page.opened == ["https://doi.org/10.1/x"]


def test_with_motion_the_figure_is_painted_after_the_verdict(page, room, theme, qtbot):
    theme.configure(reduced_motion=False)
    begin(page, room, Kind.HOTSPOT)
    answer_by_keys(page, Kind.HOTSPOT)
    key(page, Qt.Key.Key_Return)
    canvas = page.findChild(FigureView).canvas
    assert not canvas.updatesEnabled()
    qtbot.waitUntil(canvas.updatesEnabled)


def test_the_names_of_the_figure_can_be_hidden(page, room, qtbot):
    begin(page, room, Kind.HOTSPOT)
    answer_by_keys(page, Kind.HOTSPOT)
    key(page, Qt.Key.Key_Return)
    figure = page.findChild(FigureView)
    figure.eye.click()
    assert figure.eye.accessibleName() == "Show names"


def test_text_size_is_changed_from_the_menu(page, room):
    begin(page, room, Kind.SINGLE)
    actions = {action.objectName(): action for action in page.top._sizes.actions()}
    actions["Larger text"].trigger()
    assert room.preferences.settings.text_scale == 112.5
    actions["Smaller text"].trigger()
    actions["Smaller text"].trigger()
    assert room.preferences.settings.text_scale == 87.5
    actions["Usual text size"].trigger()
    assert room.preferences.settings.text_scale == 100.0


def test_the_grid_is_told_by_key(page, room):
    begin(page, room, Kind.SINGLE)
    key(page, Qt.Key.Key_G, CONTROL)
    assert page.session.aside.session.grid.accessibleDescription() == "1 this question"


def test_a_half_built_set_of_statements_survives_leaving(page, room):
    begin(page, room, Kind.TRUE_FALSE)
    key(page, Qt.Key.Key_T)
    page.leave()
    page.enter(Route.to("today"))
    begin(page, room, Kind.TRUE_FALSE)
    draft = page.session.question.answer.draft()
    assert isinstance(draft, Judged)
    assert list(draft.values).count(True) == 1


def _cut(page):
    """Texts lower than their words need."""
    return [
        (text.text(), text.height(), text.heightForWidth(text.width()))
        for text in page.findChildren(Text)
        if text.isVisible() and text.text() and text.height() < text.heightForWidth(text.width())
    ]


def _overlaps(page):
    """Visible neighbours in the question column that cover each other."""
    column = page.session.question
    boxes = [
        child.geometry() for child in column.children() if isinstance(child, QWidget) and child.isVisible()
    ]
    return [(a, b) for n, a in enumerate(boxes) for b in boxes[n + 1 :] if a.intersects(b)]
