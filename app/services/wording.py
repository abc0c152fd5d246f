"""Dates, spans and counts in words, the same on every screen."""

from datetime import date

from app.core.clock import day_date

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def counted(number: int, one: str, many: str = "") -> str:
    """Return "1 question" or "3 questions"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def short_date(day: date, today: date) -> str:
    """Return "3 Apr", with the year when it is another one."""
    text = f"{day.day} {MONTHS[day.month - 1][:3]}"
    return text if day.year == today.year else f"{text} {day.year}"


def long_date(day: date) -> str:
    """Return "Friday 3 April"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def due_text(due_day: int, today: int) -> str:
    """Return when a point comes back, as the grade row says it: "10 min", "4 days", "3 Apr"."""
    days = due_day - today
    if days <= 0:
        return "10 min"
    return counted(days, "day") if days < 30 else short_date(day_date(due_day), day_date(today))


def weekday_label(day: int, today: int) -> str:
    """Return "Today" or "Fri"."""
    return "Today" if day == today else WEEKDAYS[day_date(day).weekday()][:3]


def span_text(days: int) -> str:
    """Return a span of days in the unit one would say: "5 days", "3 weeks", "4 months"."""
    if days < 14:
        return counted(days, "day")
    return counted(days // 7, "week") if days < 70 else counted(days // 30, "month")
