"""From having met to working together: how many pairs that met at an event went on to what."""

from collections.abc import Sequence

import pandas as pd

from analytics.network.days import NEVER, day_number
from analytics.network.encounters.encounters import Encounters
from analytics.warehouse import Period

STEPS = ("contact", "agreed", "joint")
"""What pairs that met can come to, in order; each counts those of the next, too."""


def funnel(encounters: Encounters, periods: Sequence[Period]) -> pd.DataFrame:
    """One row per period: period, pairs, contact, agreed, joint, recent, all of them in pairs of organisations.

    ``pairs``: those whose first shared event ever lies in the period and that had no cooperation before that day, none
    of unknown day either. ``contact``, ``agreed``, ``joint``: how many of them came, on that day or later and by
    ``encounters.until``, to a first contact, an agreement (stage 3), a joint project (stage 4) through a cooperation of
    both. ``recent``: those that met less than 365 days before ``encounters.until``, so that more may follow. Periods
    may overlap. Two organisations count as one pair however many events and cooperations they share.
    """
    by_day, couples = encounters.meetings.by_day, encounters.couples
    last = NEVER if encounters.until is None else day_number(encounters.until)
    older, began = couples[couples["contact"] < couples["met"]], couples[couples["contact"] >= couples["met"]]
    rows = []
    for period in periods:
        low, high = day_number(period.starts_on), day_number(period.ends_on)
        pairs = by_day[by_day["day"].between(low, high)]
        known = older[older["met"].between(low, high)]
        since = began[began["met"].between(low, high)]
        ripe = last - 365
        rows.append(
            {
                "period": period.name,
                "pairs": int(pairs["pairs"].sum()) - len(known),
                **{step: int((since[step] < NEVER).sum()) for step in STEPS},
                "recent": int(pairs.loc[pairs["day"] > ripe, "pairs"].sum()) - int((known["met"] > ripe).sum()),
            }
        )
    return pd.DataFrame(rows, columns=["period", "pairs", *STEPS, "recent"])
