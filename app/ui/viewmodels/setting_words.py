"""What the settings page says: the meaning of a retention, the exam, the reviews, what the app is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from app.core.course import Topic
from app.core.fsrs import Fsrs
from app.services.care import BackupInfo, CheckReport, RebuildReport
from app.services.wording import MONTHS, counted, long_date

DISCLAIMER = (
    "For education. Not a guide to treating any patient. Guidelines differ by country and change; check the"
    " current local one."
)
FIRST_EXAM = timedelta(days=28)
"""How far ahead an exam is proposed."""
_USUAL_RETENTION = 0.9
_USUAL_WAIT = 30


@dataclass(frozen=True, slots=True)
class AboutInfo:
    """What the app tells about itself. `reviewed` is a topic's title and its review in words."""

    version: str
    data_dir: str
    course_digest: str
    reviewed: tuple[tuple[str, str], ...]

    @classmethod
    def of(
        cls, version: str, data_dir: Path, course_digest: str, topics: Iterable[Topic], today: date
    ) -> "AboutInfo":
        """Return it for a data folder and the topics of the course."""
        reviewed = tuple((topic.title, review_text(topic, today)) for topic in topics)
        return cls(version, str(data_dir), course_digest, reviewed)


def retention_text(retention: float) -> str:
    """Return what a desired retention means, in words.

    The waits compare the published forgetting curve of FSRS-6 at this retention with that at 90 %.
    """
    forgotten = f"About 1 in {round(1 / (1 - retention))} is forgotten when it comes back."
    if round(retention, 2) == _USUAL_RETENTION:
        return f"{forgotten} The usual balance between effort and memory."
    fsrs = Fsrs()
    wait = round(fsrs.interval(_USUAL_WAIT, retention))
    more = (
        "more to answer, less forgotten" if retention > _USUAL_RETENTION else "less to answer, more forgotten"
    )
    return f"{forgotten} Where 90% would wait {_USUAL_WAIT} days, this waits {wait}: {more}."


def review_text(topic: Topic, today: date) -> str:
    """Return when and by whom a topic was reviewed, or that it has not been."""
    if not topic.reviewer:
        return "Not yet reviewed"
    if topic.next_review < today:
        return f"Due for review since {_month(topic.next_review)}"
    return f"Reviewed {_month(topic.reviewed)} by {topic.reviewer}"


def size_text(count: int) -> str:
    """Return a number of bytes in the unit one would say."""
    return f"{count / 1e6:.1f} MB" if count >= 100_000 else f"{max(1, round(count / 1000))} kB"


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def exam_text(when: date | None, today: date) -> str:
    """Return the day of the exam and how far it is; empty without one."""
    if when is None:
        return ""
    days = (when - today).days
    if days < 0:
        return "This date has passed. Choose another, or switch it off."
    away = "today" if days == 0 else "tomorrow" if days == 1 else f"in {days} days"
    return f"{long_date(when)} {when.year}, {away}."


def report_text(result: object) -> str:
    """Return how care for the progress file ended; empty for work that ends without a word."""
    if isinstance(result, BackupInfo):
        return "Backed up and checked."
    if isinstance(result, CheckReport):
        return "Everything is in order." if result.ok else " ".join(result.findings)
    if isinstance(result, RebuildReport):
        return f"{counted(result.points, 'memory', 'memories')} worked out anew, {result.changed} corrected."
    return ""
