"""The overview: the first page and the progress page in values."""

from app.services.overview.service import OverviewService
from app.services.overview.values import (
    Calibration,
    CalibrationPoint,
    ContinueReading,
    DayCount,
    ExamCard,
    HeatDay,
    Progress,
    Remembering,
    Today,
    TopicRow,
    WorthLook,
)

__all__ = [
    "Calibration",
    "CalibrationPoint",
    "ContinueReading",
    "DayCount",
    "ExamCard",
    "HeatDay",
    "OverviewService",
    "Progress",
    "Remembering",
    "Today",
    "TopicRow",
    "WorthLook",
]
