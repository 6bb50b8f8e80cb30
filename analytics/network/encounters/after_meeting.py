"""Of the pairs that met at an event, how many agreed a cooperation within a year."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.network.days import NEVER, day_number, day_numbers
from analytics.network.encounters.first_meetings import Meetings, Numbers
from analytics.warehouse import Period, ScopedCursor

DAYS = 365
"""So long a pair has to agree on something after its first shared event."""


def ties_after_meeting(asking: ScopedCursor, periods: Sequence[Period]) -> pd.DataFrame:
    """K28. One row per period: period, numerator, denominator, in pairs of organisations.

    ``denominator``: the pairs whose first shared event ever lies at least 365 days before the day on which the period
    is measured, and that had been strangers till then: no contact before that day, nothing agreed on it, and no
    cooperation of which the day is not known. ``numerator``: those of them that agreed a cooperation after that day and
    at most 365 days later. A denominator of 0 is undefined. Counting takes the attendances times the organisations /
    64, however many pairs met.
    """
    meetings, couples = _meetings(asking), couples_of(asking)
    met = meetings.first_days(couples.first, couples.second)
    familiar = met[(met < NEVER) & couples.are_familiar(met)]
    soon = met[(met < NEVER) & ~couples.are_familiar(met) & (couples.agreed - DAYS <= met)]
    by_day = meetings.by_day
    ripe = cutoffs(asking, periods) - DAYS
    pairs_until = np.concatenate([[0], np.cumsum(by_day["pairs"].to_numpy())])
    pairs = pairs_until[np.searchsorted(by_day["day"].to_numpy(), ripe, side="right")]
    return pd.DataFrame(
        {
            "period": [period.name for period in periods],
            "numerator": np.searchsorted(np.sort(soon), ripe, side="right"),
            "denominator": pairs - np.searchsorted(np.sort(familiar), ripe, side="right"),
        }
    )


@dataclass(frozen=True)
class Couples:
    """Pairs of one cooperation, as numbers: the days of their first contact and first agreement, or NEVER."""

    first: Numbers
    second: Numbers
    contact: Numbers
    agreed: Numbers

    def are_familiar(self, days: Numbers) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
        """Whether each pair was in contact before the day, or had agreed something by its end."""
        return (self.contact < days) | (self.agreed <= days)


def _meetings(asking: ScopedCursor) -> Meetings:
    visits = asking.ask("meeting_attendances")
    return Meetings(
        visits["event"].to_numpy(), visits["organisation"].to_numpy(), day_numbers(visits["happened_on"]),
        int(visits["organisation"].max()) + 1 if len(visits) else 0,
    )  # fmt: skip


def couples_of(asking: ScopedCursor) -> Couples:
    """Every pair in scope that ever belonged to one cooperation."""
    ties = asking.on_any_topic().ask("meeting_ties")
    contact = day_numbers(ties["contact_on"])
    contact[ties["is_undated"].to_numpy(dtype=bool)] = -NEVER
    return Couples(ties["first"].to_numpy(), ties["second"].to_numpy(), contact, day_numbers(ties["agreed_on"]))


def cutoffs(asking: ScopedCursor, periods: Sequence[Period]) -> Numbers:
    """The day on which each period is measured."""
    return np.array([day_number(asking.view.measured_on(period)) for period in periods], dtype=np.int64)
