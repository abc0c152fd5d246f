"""Option cards: role, name, state, keys, and nothing cut at 200 %."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QCheckBox, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme import ThemeChoice, ThemeManager
from app.ui.widgets.layouts import CardColumn
from app.ui.widgets.option_card import CheckCard, Mark, OptionCard

REASON = "After ovulation the **corpus luteum** secretes it, and the glands coil."


@pytest.fixture
def cards(qtbot: QtBot) -> Iterator[list[OptionCard]]:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = CardColumn(holder, spacing=0)
    made = [
        OptionCard(letter, text)
        for letter, text in zip("ABC", ("Oestradiol", "Progesterone", "LH"), strict=True)
    ]
    for card in made:
        column.add(card)
    holder.resize(700, 400)
    holder.show()
    holder.activateWindow()
    yield made
    holder.close()


def painted(card: QWidget) -> QImage:
    return card.grab().toImage()


def test_a_card_is_a_radio_button_named_by_letter_and_text(cards: list[OptionCard]) -> None:
    assert isinstance(cards[1], QRadioButton)
    assert cards[1].accessibleName() == "B. Progesterone"
    interface = QAccessible.queryAccessibleInterface(cards[1])
    assert interface is not None
    assert interface.role() == QAccessible.Role.RadioButton


def test_a_check_card_is_a_check_box(qtbot: QtBot) -> None:
    card = CheckCard("A", "Bleeding")
    qtbot.addWidget(card)
    assert isinstance(card, QCheckBox)
    interface = QAccessible.queryAccessibleInterface(card)
    assert interface is not None
    assert interface.role() == QAccessible.Role.CheckBox


def test_the_whole_card_can_be_pressed(cards: list[OptionCard], qtbot: QtBot) -> None:
    with qtbot.waitSignal(cards[1].toggled):
        qtbot.mouseClick(cards[1], Qt.MouseButton.LeftButton, pos=cards[1].rect().bottomRight() * 0.9)
    assert cards[1].isChecked()
    qtbot.mouseClick(cards[2], Qt.MouseButton.LeftButton)
    assert not cards[1].isChecked()


def test_arrows_move_the_choice(cards: list[OptionCard], qtbot: QtBot) -> None:
    cards[0].setFocus()
    cards[0].setChecked(True)
    qtbot.waitUntil(cards[0].hasFocus)
    qtbot.keyClick(cards[0], Qt.Key.Key_Down)
    assert cards[1].isChecked()
    assert cards[1].hasFocus()


def test_a_struck_out_card_can_still_be_chosen(cards: list[OptionCard], qtbot: QtBot) -> None:
    with qtbot.waitSignal(cards[0].strike_requested):
        qtbot.keyClick(cards[0], Qt.Key.Key_Delete)
    cards[0].set_struck(True)
    assert cards[0].is_struck
    assert cards[0].accessibleDescription() == "Struck out."
    cards[0].click()
    assert cards[0].isChecked()


@pytest.mark.parametrize(
    ("mark", "spoken"),
    [
        (Mark.RIGHT, "Correct answer."),
        (Mark.RIGHT_CHOSEN, "Correct answer, and yours."),
        (Mark.WRONG_CHOSEN, "Your answer, not correct."),
        (Mark.MISSED, "Correct answer, you missed this."),
        (Mark.OTHER, "Not correct."),
    ],
)
def test_after_the_answer_the_description_holds_verdict_and_reason(
    cards: list[OptionCard], mark: Mark, spoken: str
) -> None:
    cards[1].set_answer(mark, REASON)
    said = "After ovulation the corpus luteum secretes it, and the glands coil."
    assert cards[1].accessibleDescription() == f"{spoken} {said}"
    assert cards[1].accessibleName() == "B. Progesterone"


def test_an_answered_card_cannot_be_changed(cards: list[OptionCard], qtbot: QtBot) -> None:
    cards[0].setChecked(True)
    for card in cards:
        card.set_answer(Mark.OTHER, REASON)
    qtbot.mouseClick(cards[1], Qt.MouseButton.LeftButton)
    qtbot.keyClick(cards[1], Qt.Key.Key_Space)
    assert cards[0].isChecked()
    assert not cards[1].isChecked()


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST_DARK])
def test_states_are_drawn_differently(
    theme: ThemeManager, cards: list[OptionCard], choice: ThemeChoice
) -> None:
    theme.configure(choice=choice)
    card = cards[0]
    card.clearFocus()
    pictures = [painted(card)]
    card.setChecked(True)
    pictures.append(painted(card))
    card.setAutoExclusive(False)
    card.setChecked(False)
    card.set_struck(True)
    pictures.append(painted(card))
    for mark in (Mark.RIGHT, Mark.RIGHT_CHOSEN, Mark.WRONG_CHOSEN, Mark.MISSED, Mark.OTHER):
        card.set_answer(mark, "Because." if mark == Mark.OTHER else "")
        pictures.append(painted(card))
    assert all(one != other for i, one in enumerate(pictures) for other in pictures[:i])


def test_right_and_wrong_differ_without_colour(cards: list[OptionCard]) -> None:
    """In grey the icons and words still tell them apart."""
    card = cards[0]
    card.set_answer(Mark.RIGHT)
    right = painted(card).convertToFormat(QImage.Format.Format_Grayscale8)
    card.set_answer(Mark.WRONG_CHOSEN)
    wrong = painted(card).convertToFormat(QImage.Format.Format_Grayscale8)
    strip = range(right.width() // 2, right.width() - 20)
    apart = sum(
        abs(right.pixelColor(x, y).lightness() - wrong.pixelColor(x, y).lightness()) > 60
        for x in strip
        for y in range(10, right.height() - 10)
    )
    assert apart > 100


@pytest.mark.parametrize("scale", [0.875, 1.0, 2.0])
@pytest.mark.parametrize("mark", list(Mark))
def test_a_card_grows_with_its_texts(theme: ThemeManager, qtbot: QtBot, scale: float, mark: Mark) -> None:
    theme.configure(scale=scale)
    card = OptionCard("A", "A rather long answer that has to be broken over several lines in a narrow column")
    qtbot.addWidget(card)
    card.set_answer(mark, REASON * 3 if mark != Mark.NONE else "")
    assert card.heightForWidth(400) > card.heightForWidth(900)
    assert card.heightForWidth(5000) >= round(56 * scale) + 8
    card.resize(400, card.heightForWidth(400))
    image = painted(card)
    row = image.height() - 8 - round(6 * scale)
    ground = image.pixelColor(image.width() // 2, row)
    assert all(image.pixelColor(x, row) == ground for x in range(40, image.width() - 40))


def test_a_card_opens_again(cards: list[OptionCard]) -> None:
    cards[0].set_answer(Mark.RIGHT, REASON)
    cards[0].set_answer(Mark.NONE)
    cards[0].click()
    assert cards[0].isChecked()
    assert cards[0].accessibleDescription() == ""
