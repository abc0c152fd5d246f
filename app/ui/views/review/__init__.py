"""The review page."""

from app.ui.views.review.page import ReviewPage

__all__ = ["ReviewPage"]
