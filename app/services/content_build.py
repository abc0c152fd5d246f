"""The course from its sources: draw, build, check, count."""

import runpy
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from app.core.catalog import Course, Located
from app.core.course_rules import check_course
from app.core.findings import Finding, Where
from app.core.item_writing import flaws
from app.formats.course_folder import read_course
from app.storage.bank_writer import dump, write_bank


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build found. `digest` is empty if mistakes kept the course from being built."""

    mistakes: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    digest: str = ""


class ContentBuild:
    """Draws, builds, checks and counts the course under `course`, whose bank is `bank`."""

    def __init__(self, course: Path, bank: Path) -> None:
        self._course = course
        self._bank = bank

    def draw(self, only: str = "") -> tuple[str, ...]:
        """Run the figure scripts (those whose name holds `only`) and return the drawings that changed."""
        changed = []
        for script, text in self._drawn(only):
            svg = script.with_suffix(".svg")
            if not svg.exists() or svg.read_text("utf-8") != text:
                svg.write_text(text, "utf-8", newline="\n")
                changed.append(svg.relative_to(self._course).as_posix())
        return tuple(changed)

    def build(self) -> BuildReport:
        """Build the bank from the sources; mistakes keep it from being built and leave it as it was."""
        located, report = self._read()
        if report.mistakes:
            return report
        return BuildReport((), report.warnings, write_bank(located.course, self._bank))

    def check(self) -> tuple[BuildReport, tuple[str, ...]]:
        """Return what is wrong with the sources, and how bank and drawings differ from them."""
        located, report = self._read()
        differences = [
            f"{script.with_suffix('.svg').relative_to(self._course).as_posix()}: run `content draw`."
            for script, text in self._drawn("")
            if not script.with_suffix(".svg").exists()
            or script.with_suffix(".svg").read_text("utf-8") != text
        ]
        if not report.mistakes:
            differences += self._bank_differences(located.course)
        return report, tuple(differences)

    def stats(self) -> dict[str, object]:
        """Return the counts of the course as one JSON-ready object."""
        course = read_course(self._course)[0].course
        questions = [q for q in course.questions if not q.head.retired]
        covered = {seed for point in course.points for seed in point.seed}
        by_topic = {}
        for topic in course.topics:
            kinds = {q.kind.value for q in questions if q.head.point.startswith(f"{topic.id}/")}
            by_topic[topic.id] = {
                "points": sum(point.topic == topic.id for point in course.points),
                "questions": sum(q.head.point.startswith(f"{topic.id}/") for q in questions),
                "figures": sum(figure.topic == topic.id for figure in course.figures),
                "kinds": sorted(kinds),
            }
        return {
            "topics": len(course.topics),
            "sections": sum(len(lesson.sections) for lesson in course.lessons),
            "points": len(course.points),
            "questions": len(questions),
            "by_kind": dict(sorted(Counter(q.kind.value for q in questions).items())),
            "by_level": dict(sorted(Counter(q.head.level.value for q in questions).items())),
            "by_topic": by_topic,
            "figures": len(course.figures),
            "steppers": sum(figure.is_stepper for figure in course.figures),
            "sources": len(course.sources),
            "glossary": len(course.terms),
            "seed": {"covered": sorted(covered, key=_natural), "open": _open_seeds(course, covered)},
        }

    def seed_owners(self) -> dict[str, str]:
        """Return the topic that owns each statement the course must cover."""
        return dict(read_course(self._course)[0].course.seeds)

    def _read(self) -> tuple[Located, BuildReport]:
        located, findings = read_course(self._course)
        findings += check_course(located)
        for question in located.course.questions:
            where = located.where("question", question.head.id)
            findings += [Finding(where, text, rule, warning=True) for rule, text in flaws(question)]
        for script in sorted(self._course.glob("*/figures/*.svg")):
            if not script.with_suffix(".py").exists() or not script.with_suffix(".toml").exists():
                where = Where(script.relative_to(self._course).as_posix(), 1)
                findings.append(Finding(where, "The drawing lacks its script or its description."))
        mistakes = tuple(sorted({f for f in findings if not f.warning}))
        return located, BuildReport(mistakes, tuple(sorted({f for f in findings if f.warning})))

    def _bank_differences(self, course: Course) -> list[str]:
        with tempfile.TemporaryDirectory() as folder:
            fresh = Path(folder) / "questions.db"
            write_bank(course, fresh)
            expected = dump(fresh)
        if not self._bank.is_file() or self._bank.stat().st_size == 0:
            return [f"{self._bank.name} is missing; run `content build`."]
        lines = unified_diff(dump(self._bank), expected, "questions.db", "sources", n=0, lineterm="")
        return [line[:200] for line in lines]

    def _drawn(self, only: str) -> Iterator[tuple[Path, str]]:
        with _importable(self._course):
            for script in sorted(self._course.glob("*/figures/*.py")):
                if only in script.stem:
                    yield script, str(runpy.run_path(str(script))["draw"]())


@contextmanager
def _importable(folder: Path) -> Iterator[None]:
    sys.path.insert(0, str(folder))
    try:
        yield
    finally:
        sys.path.remove(str(folder))


def _natural(seed: str) -> tuple[str, int]:
    head, _, number = seed.rpartition("-")
    return head, int(number) if number.isdigit() else 0


def _open_seeds(course: Course, covered: set[str]) -> list[str]:
    return sorted(set(course.seeds) - covered, key=_natural)
