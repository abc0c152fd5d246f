"""A review session on its page."""

from app.ui.viewmodels.review.model import ReviewModel
from app.ui.viewmodels.review.state import EmptyAction, Mode, Phase, Request, ReviewState

__all__ = ["EmptyAction", "Mode", "Phase", "Request", "ReviewModel", "ReviewState"]
