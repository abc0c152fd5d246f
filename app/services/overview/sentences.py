"""What the first page says in words."""

from app.core.notices import Notice, Severity
from app.services.overview.values import DayCount, HeatDay
from app.services.study import DayPlan
from app.services.wording import counted, long_date

FORTNIGHT = 14


def headline(plan: DayPlan) -> str:
    """Return what there is to do today, in a few words."""
    if plan.planned_due:
        due = f"{counted(plan.planned_due, 'question')} due"
        return f"{due}, {plan.planned_new} new" if plan.planned_new else due
    if plan.due:
        return "Today's time is used up"
    return "Nothing due"


def subline(plan: DayPlan) -> str:
    """Return how long it takes and how well it is known; empty for nothing to do."""
    if not plan.total:
        return ""
    parts = [f"About {counted(plan.minutes, 'minute')}."]
    if plan.planned_due:
        told = ((plan.known, "you know well"), (plan.missed, "you have missed before"))
        parts.append(", ".join(f"{count} {words}" for count, words in told if count) + ".")
    elif plan.planned_new:
        parts.append(f"{plan.planned_new} new.")
    return " ".join(parts)


def next_due_text(following: tuple[DayCount, ...]) -> str:
    """Return when the next review comes after today; empty when none is in sight."""
    for place, found in enumerate(following):
        if place and found.count:
            when = "tomorrow" if place == 1 else f"on {long_date(found.date)}"
            return f"Next review {when}: {counted(found.count, 'question')}."
    return ""


def study_days_text(heat: tuple[HeatDay, ...]) -> str:
    """Return on how many of the last fourteen days was studied."""
    days = sum(day.level > 0 for day in heat[-FORTNIGHT:])
    return f"{days} of the last {FORTNIGHT} days. Rest days don't count against you."


def clock_notice() -> Notice:
    """Return what is told when the clock stands before the last answer."""
    return Notice(
        "The clock of this computer is behind your last answer. Answers are kept in the right order all the"
        " same. Set the clock right, so that questions come back on the right day.",
        "The clock was set back",
        Severity.WARNING,
    )
