"""Which command was called, and how every command ends: 0 done, 1 something was not, 2 wrong use."""

import argparse
import locale
import os
import sys
from collections.abc import Sequence

from analytics.commands import (
    demo,
    docs,
    door,
    encounters,
    imports,
    introductions,
    kpis,
    ledger,
    network,
    organisations,
    outlook,
    pretix,
    quality,
    report,
    templates,
    watch,
)
from analytics.errors import DashboardError, QuestionError
from analytics.language import LANGUAGES, Language

_COMMANDS = (
    demo,
    imports,
    pretix,
    kpis,
    network,
    organisations,
    encounters,
    introductions,
    outlook,
    report,
    door,
    quality,
    ledger,
    docs,
    templates,
    watch,
)


def run(arguments: Sequence[str]) -> int:
    """Run the command and give its exit code. Never a traceback: what is wrong is said in one line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    chosen = _parser().parse_args(arguments)
    try:
        return int(chosen.action(chosen))
    except DashboardError as error:
        print(error.message(chosen.language), file=sys.stderr)
        return 2 if isinstance(error, QuestionError) else 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except OSError as error:
        cause = error.strerror or type(error).__name__
        print(Language(chosen.language).text("errors.system", cause=cause), file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m analytics", description="The network impact dashboard's command line."
    )
    parser.add_argument("--language", choices=LANGUAGES, default=_preferred_language(), help="de or en")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for module in _COMMANDS:
        module.add_to(commands)
    return parser


def _preferred_language() -> str:
    """The language that the terminal asks for; German where it asks for neither."""
    asked = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    asked = asked or (locale.getlocale()[0] or "")
    return "en" if asked.lower().startswith("en") else "de"
