"""progress.db: the review log and what a student leaves behind."""

from app.storage.progress.log import Difference, ReviewLog
from app.storage.progress.marks import LessonMarks, Marks, Place, Visit
from app.storage.progress.store import ProgressStore

__all__ = ["Difference", "LessonMarks", "Marks", "Place", "ProgressStore", "ReviewLog", "Visit"]
