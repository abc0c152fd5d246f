"""Studying: the day's plan, the session, the answer."""

from app.services.study.service import StudyService
from app.services.study.values import (
    Asking,
    Cell,
    DayPlan,
    Feedback,
    GradeChoice,
    LessonLink,
    Miss,
    PutAside,
    Reread,
    Step,
    Summary,
    Tone,
)

__all__ = [
    "Asking",
    "Cell",
    "DayPlan",
    "Feedback",
    "GradeChoice",
    "LessonLink",
    "Miss",
    "PutAside",
    "Reread",
    "Step",
    "StudyService",
    "Summary",
    "Tone",
]
