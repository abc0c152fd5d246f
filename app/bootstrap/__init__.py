"""Arguments and logging; then the window or the command line."""

import argparse
import gc
import logging
import sys
from collections.abc import Sequence

from app import cli
from app.bootstrap import system
from app.core.problems import Problem
from app.paths import find_paths


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code: 0 good, 1 problems found, 2 wrong use."""
    args = _parser().parse_args(argv)
    try:
        if args.verb == "shots":
            return _shots(args)
        if args.verb:
            return cli.run(args)
        return _window(args)
    except Problem as problem:
        sys.stderr.write(f"{problem}\n")
        return 1


def _window(args: argparse.Namespace) -> int:
    gc.disable()  # until the first paint: what start-up makes stays, and looking through it takes time
    trouble = system.display_trouble()
    if trouble:
        raise trouble
    paths = find_paths(args.data_dir)
    try:
        from app.bootstrap.desktop import run  # noqa: PLC0415 - Qt is needed for the window only
    except ImportError as error:
        raise system.missing_library(error) from error
    return run(paths)


def _shots(args: argparse.Namespace) -> int:
    system.use_offscreen()
    try:
        from app.bootstrap.desktop import shots  # noqa: PLC0415 - the one verb that needs Qt
    except ImportError as error:
        raise system.missing_library(error) from error
    return shots(args)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="decidua", description="Learn the endometrium, offline.")
    parser.add_argument("--data-dir", help="folder for progress and settings, instead of the system's place")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    cli.add_verbs(verbs)
    shots = verbs.add_parser("shots", help="every page as PNG, for people to look at")
    shots.add_argument("dir", help="folder for the pictures")
    shots.add_argument("--theme", action="append", choices=["light", "dark", "contrast"], help="repeatable")
    shots.add_argument("--scale", action="append", type=float, help="text size, 1 = 100 %%; repeatable")
    shots.add_argument("--width", action="append", type=int, help="window width in pixels; repeatable")
    shots.add_argument("--page", action="append", help="only pages whose name holds this; repeatable")
    return parser


logging.getLogger(__name__).addHandler(logging.NullHandler())
