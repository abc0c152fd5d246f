"""What charts show, in one sentence each."""

from collections.abc import Sequence

from app.services.overview import DayCount, HeatDay
from app.services.wording import counted, long_date


def coming_up_sentence(days: Sequence[DayCount]) -> str:
    """Return how much comes up, and when the most does."""
    total = sum(day.count for day in days)
    if not total:
        return f"Nothing is planned for the next {len(days)} days."
    most = max(days, key=_count)
    told = f"{counted(total, 'question')} in the next {len(days)} days."
    busiest = "today" if most is days[0] else f"on {long_date(most.date)}"
    return told if most.count == total else f"{told[:-1]}, at most {most.count} on one day ({busiest})."


def heat_sentence(days: Sequence[HeatDay]) -> str:
    """Return on how many days was studied, and how many answers were given."""
    studied = [day for day in days if day.level]
    answers = sum(day.answers for day in days)
    return f"{counted(len(studied), 'study day')} and {counted(answers, 'answer')} in {len(days) // 7} weeks."


def _count(day: DayCount) -> int:
    return day.count
