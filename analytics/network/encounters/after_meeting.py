"""Of the pairs that met at an event, how many were tied by an active cooperation within a year."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analytics.network.days import NEVER, day_numbers
from analytics.network.encounters.first_meetings import Meetings
from analytics.warehouse import Period, ScopedCursor

_DAYS = 365


def ties_after_meeting(asking: ScopedCursor, periods: Sequence[Period]) -> pd.DataFrame:
    """One row per period: period, numerator, denominator, in pairs of organisations.

    ``denominator``: the pairs whose first shared event ever lies at least 365 days before the period's cut-off (its
    last day, or the data's where that comes first) and that had not been tied before that event. ``numerator``: those
    of them that were tied for the first time on that day or within the 365 days after it. A denominator of 0 is
    undefined. Counting takes the attendances times the organisations / 64, however many pairs met.
    """
    visits, ties = asking.ask("meeting_attendances"), asking.ask("meeting_ties")
    meetings = Meetings(
        visits["event"].to_numpy(), visits["organisation"].to_numpy(), day_numbers(visits["happened_on"]),
        int(visits["organisation"].max()) + 1 if len(visits) else 0,
    )  # fmt: skip
    met = meetings.first_days(ties["first"].to_numpy(), ties["second"].to_numpy())
    since = day_numbers(ties["since"])
    earlier = met[(met < NEVER) & (since < met)]
    soon = met[(met < NEVER) & (since >= met) & (since <= met + _DAYS)]
    cutoffs = asking.ask("cutoffs").set_index("period")["cutoff"]
    ripe = day_numbers(cutoffs.reindex([period.name for period in periods])) - _DAYS
    by_day = meetings.by_day
    pairs_until = np.concatenate([[0], np.cumsum(by_day["pairs"].to_numpy())])
    pairs = pairs_until[np.searchsorted(by_day["day"].to_numpy(), ripe, side="right")]
    return pd.DataFrame(
        {
            "period": [period.name for period in periods],
            "numerator": np.searchsorted(np.sort(soon), ripe, side="right"),
            "denominator": pairs - np.searchsorted(np.sort(earlier), ripe, side="right"),
        }
    )
