"""What the blocks on effect and economy show, as sentences made from their data."""

import pandas as pd

from analytics.charts.axes import numbers
from analytics.language import Language


def association(frame: pd.DataFrame, language: Language) -> str:
    """Whether meeting and beginning to cooperate go together, for readers who are no statisticians.

    The frame's first row counts: ``odds_ratio`` and ``finds``. "" where there is no ratio.
    """
    if frame.empty or pd.isna(frame["odds_ratio"].iloc[0]):
        return ""
    found = bool(frame["finds"].iloc[0])
    return language.text("progress.association_found" if found else "progress.association_not_found")


def cooperation_origins(frame: pd.DataFrame, language: Language) -> str:
    """How many of the cooperations agreed name an event as their origin."""
    total = int(frame["cooperations"].sum()) if len(frame) else 0
    if not total:
        return language.text("progress.no_origins")
    from_events, unknown = int(frame["from_events"].sum()), int(frame["from_unknown"].sum())
    if unknown == total:
        return language.text("progress.origins_unknown", n=total)
    return language.text("progress.origins_found", n=total, events=from_events, unknown=unknown)


def cost(frame: pd.DataFrame, language: Language, measure: str, running: str | None = None) -> str:
    """What one of the measure's units cost in the last year with a known cost, and in the one before.

    The frame holds a row per year: ``period`` and the measure in euros. The year that is ``running`` is compared with
    no whole one: it is spoken of only where there is no other.
    """
    known = [
        (str(period), value)
        for period, value in zip(frame["period"], numbers(frame[measure]), strict=True)
        if value is not None
    ]
    known = [found for found in known if found[0] != running] or known
    if not known:
        return language.text("progress.no_cost")
    year, value = known[-1]
    last = language.text(f"progress.{measure}_was", year=year, value=language.value(value, "eur"))
    if len(known) == 1:
        return last
    before, amount = known[-2]
    return last + language.text("progress.before_that", year=before, value=language.value(amount, "eur"))


def funding_won(frame: pd.DataFrame, language: Language) -> str:
    """How much was won in all of the years, of which the first is told: what was won before is not in them."""
    won = sum(value or 0.0 for value in numbers(frame["funding_won"]))
    first = str(frame["period"].iloc[0])
    if not won:
        return language.text("progress.no_funding", first=first)
    return language.text("progress.funding_found", value=language.value(won, "eur"), first=first)
