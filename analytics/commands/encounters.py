"""``encounters``: what meeting at events has to do with beginning to cooperate, as numbers or in sentences."""

import argparse
import json
from dataclasses import asdict

import pandas as pd

from analytics.charts.events import encounter_findings as findings
from analytics.language import Language
from analytics.network.encounters.agreement import from_contact_to_agreement, from_meeting_to_agreement
from analytics.network.encounters.encounters import Encounters
from analytics.network.encounters.funnel import STEPS, funnel
from analytics.network.encounters.matched_pairs import FEWEST_CASES, Comparison, compared, table
from analytics.network.survival import Waiting
from analytics.store import Store
from analytics.warehouse import AUDIENCES, Period, Scope, View, contents, current

_MILESTONES = (90, 180, 365)


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("encounters", help="print what followed when organisations met at events")
    parser.add_argument("--with-coordinator", action="store_true")
    parser.add_argument("--audience", choices=AUDIENCES, default="management")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(action=_encounters)


def _encounters(chosen: argparse.Namespace) -> int:
    view = View(current(Store()), chosen.audience)
    language = Language(chosen.language)
    if view.first_day is None or view.last_day is None:
        print(json.dumps({"until": None}) if chosen.json else contents(view).in_words(language))
        return 0
    scope = Scope(with_coordinator=chosen.with_coordinator)
    found = Encounters.of(view, scope)
    passed = funnel(found, [Period(view.first_day, view.last_day, "whole")]).drop(columns="period").iloc[0]
    cooperations = view.counting(scope=scope).ask("network_cooperations")
    meeting = from_meeting_to_agreement(found)
    contact = from_contact_to_agreement(cooperations, pd.Timestamp(view.last_day))
    comparisons = compared(found)
    if chosen.json:
        answer = {
            "until": str(view.last_day),
            **{step: int(passed[step]) for step in passed.index},
            "from_meeting_to_agreement": _waited(meeting),
            "from_contact_to_agreement": _waited(contact),
            "comparisons": [_plain(comparison) for comparison in comparisons],
        }
        print(json.dumps(answer))
        return 0
    for sentence in filter(None, _sentences(passed, meeting, contact, comparisons, language)):
        print(sentence)
    return 0


def _plain(comparison: Comparison) -> dict[str, object]:
    """What it says; that pairs were not drawn or permutations not made only where that is so."""
    said = asdict(comparison) | {"finds": comparison.finds}
    return {name: value for name, value in said.items() if value or name not in ("not_drawn", "is_short")}


def _waited(waiting: Waiting) -> dict[str, object]:
    """The median with its interval, and the shares after the milestones that somebody was watched for."""
    longest = int(waiting.curve["days_after"].iloc[-1])
    shares = {str(days): float(waiting.by(days)["share"]) for days in _MILESTONES if days <= longest}
    return {
        "waited": waiting.waited,
        "arrived": waiting.arrived,
        "median_days": waiting.median,
        "median_low": waiting.median_low,
        "median_high": waiting.median_high,
        "share_after_days": shares,
    }


def _why(comparisons: list[Comparison], language: Language) -> str:
    """Why there is no ratio; one that there are enough pairs for has said so already."""
    return "" if comparisons[0].cases >= FEWEST_CASES else language.text("encounters.why_few")


def _sentences(
    passed: pd.Series, meeting: Waiting, contact: Waiting, comparisons: list[Comparison], language: Language
) -> list[str]:
    steps = pd.DataFrame({"step": ["met", *STEPS], "pairs": [int(passed[step]) for step in ("pairs", *STEPS)]})
    ratios = table(comparisons)
    return [
        findings.meeting_funnel(steps, language),
        findings.waiting_curve(meeting.curve, language, since="meeting"),
        findings.waiting_curve(contact.curve, language, since="contact"),
        findings.met_before(ratios, language, needed=FEWEST_CASES),
        findings.certainty(ratios, language) or _why(comparisons, language),
        findings.drawn(ratios, language),
        language.text("encounters.caution"),
    ]
