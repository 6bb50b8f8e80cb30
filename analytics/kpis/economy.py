"""What the network's events cost, and whom they reached for it."""

from collections.abc import Mapping, Sequence

import pandas as pd

from analytics.kpis.catalogue import CATALOGUE
from analytics.kpis.compute import compute
from analytics.warehouse import Period, View

SINCE_BEGINNING = "since_beginning"
"""The name of the last period of :func:`economy`: all years as one."""
RATIOS: Mapping[str, str] = {
    "cost_per_event": "priced_events",
    "cost_per_organisation": "organisations",
    "cost_per_enterprise": "enterprises",
    "cost_per_participation": "participations",
}
"""By ratio, what the cost is divided by."""


def economy(view: View, years: Sequence[Period]) -> pd.DataFrame:
    """One row per year with events, and one since the beginning of the first; figures of the whole network.

    Columns: period, events (held), priced_events (those of them whose cost is known), cost_eur (of these), the
    organisations, enterprises and participations that *these* reached, the ratios of :data:`RATIOS` in euros, and
    funding_won (K26). So numerator and denominator speak of the same events. A ratio is NaN where no cost is known or
    nobody was reached. Who came in several years counts once since the beginning. Empty without an event.
    """
    found = _told(view, years)
    found = found[found["events"] > 0] if len(found) else found
    if found.empty:
        return found
    begun = [year for year in years if year.name in set(found["period"])]
    whole = _told(view, [Period(begun[0].starts_on, begun[-1].ends_on, SINCE_BEGINNING)])
    return pd.concat([found, whole], ignore_index=True)


def _told(view: View, periods: Sequence[Period]) -> pd.DataFrame:
    found = view.ask("progress_economy", periods)
    for ratio, counted in RATIOS.items():
        counts = found[counted].astype(float)
        found[ratio] = found["cost_eur"].astype(float) / counts.where(counts > 0)
    won = compute(view, [CATALOGUE["funding_won"]], periods).set_index("period")["value"]
    return found.assign(funding_won=found["period"].map(won))
