"""``templates``: what a user fills in, made from the model."""

import argparse
import sys
from pathlib import Path

from analytics.errors import IntakeError
from analytics.intake.templates import TEMPLATES, stale_templates, write_templates
from analytics.language import Language


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("templates", help="write the templates that users fill in")
    parser.add_argument("--out", type=Path, default=TEMPLATES, metavar="FOLDER", help="default: data/templates")
    parser.add_argument("--check", action="store_true", help="only say whether they are current")
    parser.set_defaults(action=_templates)


def _templates(chosen: argparse.Namespace) -> int:
    language = Language(chosen.language)
    if chosen.check:
        stale = stale_templates(chosen.out)
        for name in stale:
            print(language.text("templates.stale", file=name), file=sys.stderr)
        return 1 if stale else 0
    try:
        written = write_templates(chosen.out)
    except OSError as error:
        raise IntakeError("folder_not_writable", folder=str(chosen.out)) from error
    print(language.text("templates.written", n=len(written), folder=chosen.out))
    return 0
