"""The headless verbs: words for people, with `--json` one document for programs.

Exit codes: 0 good, 1 problems found, 2 wrong use.
"""

import argparse
import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.composition import content_builder
from app.paths import AppPaths, find_paths

if TYPE_CHECKING:
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


def run(args: argparse.Namespace) -> int:
    """Carry out the verb in `args` and return the exit code."""
    return _ACTIONS[args.action](args)


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


_ACTIONS: dict[str, Callable[[argparse.Namespace], int]] = {
    "draw": _draw,
    "build": _build,
    "check": _check,
    "stats": _stats,
}
