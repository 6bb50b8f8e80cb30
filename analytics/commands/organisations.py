"""``organisations``: which of them may be one, decisions on that, and how good the rules are that say so."""

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from analytics.identity.decisions import DECISIONS
from analytics.identity.messages import joined_as_json, joined_in_words
from analytics.identity.publishing import join_and_build
from analytics.identity.quality import Quality, measure
from analytics.identity.review import LIKELY, Question, review
from analytics.language import Language
from analytics.store import Store
from analytics.warehouse import build


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("organisations", help="which organisations may be one, and decisions on that")
    task = parser.add_mutually_exclusive_group()
    task.add_argument("--join", action="store_true", help="join those that surely are the same")
    for name, ids, told in (
        ("same", ("ID", "ID"), "the two are the same"),
        ("different", ("ID", "ID"), "the two are not the same"),
        ("parent", ("PARENT", "CHILD"), "the second is part of the first"),
        ("later", ("ID", "ID"), "decide on the two later"),
    ):
        task.add_argument(f"--{name}", nargs=2, metavar=ids, help=told)
    task.add_argument(
        "--evaluate", type=Path, metavar="FILE",
        help="measure the rules on a CSV file with organisation_id, name, city, country",
    )  # fmt: skip
    parser.add_argument(
        "--from", dest="least", type=float, default=LIKELY, metavar="SHARE",
        help="list pairs that are at least so likely the same (0 to 1; default: %(default)s)",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(action=_organisations)


def _organisations(chosen: argparse.Namespace) -> int:
    language = Language(chosen.language)
    if chosen.evaluate:
        return _evaluate(chosen, language)
    store = Store()
    if chosen.join:
        return _join(store, chosen, language)
    for name in DECISIONS:
        if ids := getattr(chosen, name):
            return _decide(store, name, ids, chosen, language)
    return _list(store, chosen, language)


def _list(store: Store, chosen: argparse.Namespace, language: Language) -> int:
    found = review(store)
    asked = found.from_likelihood(chosen.least)
    if chosen.json:
        frame = found.frame(language)
        print(json.dumps(frame[frame["likelihood"] >= chosen.least].to_dict("records"), ensure_ascii=False))
        return 0
    for question in asked:
        _print_question(question, language)
    if not found.questions:
        print(language.text("identity.none_to_review"))
    if more := len(found.questions) - len(asked):
        print(language.text("identity.more_pairs", n=more))
    return 0


def _print_question(question: Question, language: Language) -> None:
    one, other = question.candidate.one, question.candidate.other
    print(
        language.text(
            "identity.pair", likelihood=language.percent(question.candidate.score.likelihood, 0),
            one=one.name, one_id=one.record_id, other=other.name, other_id=other.record_id,
        )
    )  # fmt: skip
    for reason in (*question.candidate.score.reasons, *question.doubts):
        print(
            f"  {reason.points:+d}  {reason.sentence(language)}"
            if reason.points
            else f"  ?  {reason.sentence(language)}"
        )


def _join(store: Store, chosen: argparse.Namespace, language: Language) -> int:
    joined = join_and_build(store, language=language)
    if chosen.json:
        print(json.dumps(joined_as_json(joined, language), ensure_ascii=False))
    else:
        print("\n".join(joined_in_words(joined, language)) or language.text("identity.none_to_join"))
    return 0


def _decide(store: Store, name: str, ids: Sequence[str], chosen: argparse.Namespace, language: Language) -> int:
    report = DECISIONS[name](store, *ids, title=language.text(f"identity.batch_{name}"))
    if report.batch:
        build(store)
    if chosen.json:
        print(json.dumps({"batch": report.batch}))
    else:
        print(language.text("imports.batch", batch=report.batch) if report.batch else language.text("imports.no_batch"))
    return 0


def _evaluate(chosen: argparse.Namespace, language: Language) -> int:
    measured = measure(chosen.evaluate)
    if chosen.json:
        shares = {name: getattr(measured, name) for name in ("precision", "sure_recall", "recall")}
        print(json.dumps(asdict(measured) | shares))
    else:
        _print_quality(measured, language)
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
