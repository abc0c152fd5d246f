"""The answers of a question as cards: radio buttons for one answer, check boxes for several."""

from app.ui.widgets.option_card.cards import CheckCard, OptionCard
from app.ui.widgets.option_card.looks import Mark

__all__ = ["CheckCard", "Mark", "OptionCard"]
