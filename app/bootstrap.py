"""Arguments, logging and hooks; then the window or the command line."""

import argparse
import sys
from collections.abc import Sequence

from app import cli
from app.core.problems import Problem


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code."""
    args = _parser().parse_args(argv)
    try:
        if args.verb:
            return cli.run(args)
    except Problem as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="decidua", description="Learn the endometrium, offline.")
    parser.add_argument("--data-dir", help="folder for progress and settings, instead of the system's place")
    cli.add_verbs(parser)
    return parser
