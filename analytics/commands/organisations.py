"""``organisations``: which of them may be one, and how good the rules are that say so."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from analytics.identity.quality import Quality, measure
from analytics.language import Language


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("organisations", help="which organisations may be one")
    parser.add_argument(
        "--evaluate", type=Path, metavar="FILE", required=True,
        help="measure the rules on a CSV file with organisation_id, name, city, country",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(action=_organisations)


def _organisations(chosen: argparse.Namespace) -> int:
    measured = measure(chosen.evaluate)
    if chosen.json:
        shares = {name: getattr(measured, name) for name in ("precision", "sure_recall", "recall")}
        print(json.dumps(asdict(measured) | shares))
    else:
        _print_quality(measured, Language(chosen.language))
    return 0


def _print_quality(measured: Quality, language: Language) -> None:
    print(
        language.text(
            "identity.figures_sure", n=measured.sure, right=measured.sure_right, true=measured.true,
            precision=language.percent(measured.precision), recall=language.percent(measured.sure_recall),
        )
    )  # fmt: skip
    print(
        language.text(
            "identity.figures_listed", n=measured.listed, right=measured.listed_right, true=measured.true,
            recall=language.percent(measured.recall), names=measured.names, most=measured.most,
            mean=language.number(2 * measured.listed / measured.names if measured.names else None, 1),
        )
    )  # fmt: skip
    print(language.text("identity.figures_plain", n=measured.plain.sure, right=measured.plain.right))
