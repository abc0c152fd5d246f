"""The reader of lessons."""

from app.ui.views.reader.page import LessonReader

__all__ = ["LessonReader"]
