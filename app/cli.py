"""The headless verbs: words for people, with `--json` one document for programs.

Exit codes: 0 good, 1 problems found, 2 wrong use.
"""

import argparse
import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.composition import Opener, content_builder
from app.core.clock import SystemClock
from app.paths import AppPaths, find_paths

if TYPE_CHECKING:
    from app.services.care import CareService
    from app.services.content_build import BuildReport

Verbs = argparse._SubParsersAction  # noqa: SLF001 - argparse gives its type no public name


def add_verbs(verbs: "Verbs[argparse.ArgumentParser]") -> None:
    """Add the verbs of this module to the program's."""
    content = verbs.add_parser("content", help="draw, build, check and count the course")
    actions = content.add_subparsers(dest="action", metavar="ACTION", required=True)
    draw = actions.add_parser("draw", help="run the figure scripts")
    draw.add_argument("only", nargs="?", default="", help="only figures whose name holds this")
    actions.add_parser("build", help="build questions.db from the sources")
    actions.add_parser("check", help="compare questions.db and drawings with the sources")
    stats = actions.add_parser("stats", help="count the course")
    stats.add_argument("--json", action="store_true", help="one JSON document")
    care = verbs.add_parser("care", help="look after the progress file; close Decidua first")
    cares = care.add_subparsers(dest="action", metavar="ACTION", required=True)
    cares.add_parser("check", help="integrity, and memories against the log")
    cares.add_parser("backup", help="make a checked backup now")
    cares.add_parser("rebuild", help="work the memories out anew from the log")
    cares.add_parser("restore", help="put a backup in place").add_argument(
        "file", help="its name in backups/"
    )


def run(args: argparse.Namespace) -> int:
    """Carry out the verb in `args` and return the exit code."""
    return _ACTIONS[args.verb, args.action](args)


def _draw(args: argparse.Namespace) -> int:
    changed = content_builder(_paths(args)).draw(args.only)
    for name in changed:
        print(f"drew {name}")
    print(f"{len(changed)} drawings changed.")
    return 0


def _build(args: argparse.Namespace) -> int:
    report = content_builder(_paths(args)).build()
    _print(report)
    if report.mistakes:
        print(f"{len(report.mistakes)} mistakes; questions.db was left as it was.")
        return 1
    print(f"Built questions.db, digest {report.digest[:12]}.")
    return 0


def _check(args: argparse.Namespace) -> int:
    report, differences = content_builder(_paths(args)).check()
    _print(report)
    for line in differences:
        print(line)
    if report.mistakes or differences:
        print(f"{len(report.mistakes)} mistakes, {len(differences)} differences.")
        return 1
    print(f"The course is in order ({len(report.warnings)} warnings).")
    return 0


def _stats(args: argparse.Namespace) -> int:
    stats = content_builder(_paths(args)).stats()
    if args.json:
        print(json.dumps(stats, ensure_ascii=False, indent=2))
        return 0
    for name, value in stats.items():
        print(f"{name}: {json.dumps(value, ensure_ascii=False)}")
    return 0


def _print(report: "BuildReport") -> None:
    for finding in (*report.mistakes, *report.warnings):
        print(finding)


def _paths(args: argparse.Namespace) -> AppPaths:
    return find_paths(args.data_dir or ".")


def _care_check(args: argparse.Namespace) -> int:
    report = _care(args).check()
    for finding in report.findings:
        print(finding)
    print("The progress file is in order." if report.ok else f"{len(report.findings)} findings.")
    return 0 if report.ok else 1


def _care_backup(args: argparse.Namespace) -> int:
    made = _care(args).backup()
    print(f"{made.path.name}: {made.text}")
    return 0


def _care_rebuild(args: argparse.Namespace) -> int:
    report = _care(args).rebuild()
    print(f"{report.points} points worked out anew, {report.changed} were not as the log says.")
    return 0


def _care_restore(args: argparse.Namespace) -> int:
    care = _care(args)
    known = care.backups()
    chosen = next((backup for backup in known if backup.path.name == args.file), None)
    if chosen is None:
        print(
            f"There is no backup {args.file}. There are: {', '.join(b.path.name for b in known) or 'none'}."
        )
        return 1
    aside = care.restore(chosen)
    print(f"Restored {args.file}." + (f" The file before lies at {aside}." if aside else ""))
    return 0


def _care(args: argparse.Namespace) -> "CareService":
    return Opener(find_paths(args.data_dir), SystemClock()).care()


_ACTIONS: dict[tuple[str, str], Callable[[argparse.Namespace], int]] = {
    ("content", "draw"): _draw,
    ("content", "build"): _build,
    ("content", "check"): _check,
    ("content", "stats"): _stats,
    ("care", "check"): _care_check,
    ("care", "backup"): _care_backup,
    ("care", "rebuild"): _care_rebuild,
    ("care", "restore"): _care_restore,
}
