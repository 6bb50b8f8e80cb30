"""Two moments of the network as one picture: what only the later has, what only the earlier had, what stayed."""

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from analytics.network.network import Network, active

_TIE = ["organisation_id", "partner_id"]


@dataclass(frozen=True)
class ComparedSpans:
    """Frames as the film takes them, and the two ``days`` between which it shows the change.

    ``organisations``: organisation_id, name, kind; ``presences``: organisation_id, since, until; ``cooperation_ties``:
    cooperation_id, organisation_id, partner_id, since, until; ``cooperations`` as a network's.
    """

    organisations: pd.DataFrame
    presences: pd.DataFrame
    cooperation_ties: pd.DataFrame
    cooperations: pd.DataFrame
    days: tuple[date, date]


def compared_spans(before: Network, before_day: date, after: Network, after_day: date) -> ComparedSpans:
    """``before`` on ``before_day`` beside ``after`` on ``after_day``, see :func:`analytics.network.difference`.

    Of one network the days speak for themselves. Of two states of the data they may contradict each other: what only
    the later state has then begins between the days, what only the earlier had ends on the first.
    """
    if before is after:
        return ComparedSpans(
            after.organisations, after.memberships, after.cooperation_ties, after.cooperations, (before_day, after_day)
        )
    first = min(before_day, after_day - timedelta(days=1))
    return ComparedSpans(
        _either(before.organisations, after.organisations, ["organisation_id"]),
        _spans(
            active(before.memberships, before_day), active(after.memberships, after_day), ["organisation_id"], first
        ),
        _spans(active(before.cooperation_ties, before_day), active(after.cooperation_ties, after_day), _TIE, first),
        _either(before.cooperations, after.cooperations, ["cooperation_id"]),
        (first, after_day),
    )


def _either(before: pd.DataFrame, after: pd.DataFrame, key: list[str]) -> pd.DataFrame:
    """The rows of ``after``, and those of ``before`` whose key it does not have."""
    lost = before[~_among(before, after, key)]
    return pd.concat([after, lost], ignore_index=True) if len(lost) else after


def _spans(was: pd.DataFrame, is_now: pd.DataFrame, key: list[str], first: date) -> pd.DataFrame:
    """The spans of either moment: what both have was always there and goes on."""
    rows = _either(was, is_now, key)
    end, begin = pd.Timestamp(first), pd.Timestamp(first) + pd.Timedelta(days=1)
    since = rows["since"].mask(rows["since"] < begin, begin).where(~_among(rows, was, key))
    until = pd.Series(end, index=rows.index).where(~_among(rows, is_now, key))
    return rows.assign(since=since, until=until)


def _among(rows: pd.DataFrame, others: pd.DataFrame, key: list[str]) -> pd.Series:
    """Whether each row's key is that of one of the others."""
    known = pd.MultiIndex.from_frame(others[key])
    return pd.Series(pd.MultiIndex.from_frame(rows[key]).isin(known), index=rows.index)
