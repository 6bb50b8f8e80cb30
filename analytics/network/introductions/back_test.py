"""How good the suggestions would have been: made on days of the past, and held against what began afterwards."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

from analytics.errors import DashboardError
from analytics.network.introductions.acquaintances import Acquaintances
from analytics.network.introductions.affinity import Affinity, Numbers, Values
from analytics.network.introductions.introductions import Introductions, first_places
from analytics.warehouse import EVERYTHING, Scope, View

METHODS = ("introductions", "popular", "random")
FIRSTS = (5, 10)
WINDOW = timedelta(days=365)
FEWEST_TIES = 20
"""With fewer later ties than that, shares say nothing."""
MOST_COMPARED = 40_000_000
"""Pairs that are scored for one cut-off: all of 6,300 organisations; for more, ties are drawn."""
_COLUMNS = ("organisations", "later_ties", "tested_ties", "in_contact", "found", "suggestions", "right")
_QUANTILES = (0.2, 0.4, 0.6, 0.8)


def back_test(view: View, scope: Scope = EVERYTHING) -> pd.DataFrame:
    """The suggestions of several days of the past beside two baselines.

    One row per cut-off, method and number of first suggestions: cut_off, until, method ("introductions"; "popular":
    those with most partners first; "random": any, each equally likely), first (5 or 10), organisations (that may be
    suggested), later_ties (pairs of these that first agree after the cut-off, by ``until``, and were not in contact
    before), in_contact (agreed pairs that are left out as they were in contact already), found (later ties with one
    partner among the first suggestions for the other), recall (found / later_ties, NaN without any), suggestions (made
    in all), right (of these, those that became ties) and precision (right / suggestions).
    For "random" found and right are expected values. Where more than :data:`MOST_COMPARED` pairs would have to be
    scored, some of the later ties are drawn (tested_ties, a column that is there only then), and found and right are
    estimates, scaled up from these.

    The cut-offs are the days by which a fifth, two, three and four fifths of all ties had begun. Each is tested on what
    began until the next one, and at most 365 days after it, so that a later tie counts once. Everything is made from
    what was known on the cut-off, see :meth:`Acquaintances.by`. Raises DashboardError where there are fewer than 20
    later ties in all.
    """
    acquaintances = Acquaintances.counted(view, scope)
    days = cut_offs(acquaintances)
    tested = [back_tested(acquaintances, day, end) for day, end in zip(days, [*days[1:], date.max], strict=False)]
    ties = sum(int(on_a_day["later_ties"].iloc[0]) for on_a_day in tested)
    if ties < FEWEST_TIES:
        raise DashboardError("too_little_history", n=ties, fewest=FEWEST_TIES)
    return without_all_tested(pd.concat(tested, ignore_index=True))


def pooled(tested: pd.DataFrame) -> pd.DataFrame:
    """The back-test over all cut-offs: one row per number of first suggestions and method, counts summed."""
    counts = [name for name in _COLUMNS if name in tested]
    sums = tested.groupby(["first", "method"], sort=False)[counts].sum().reset_index()
    order = sums["method"].map({method: place for place, method in enumerate(METHODS)})
    return _with_shares(sums.assign(order=order).sort_values(["first", "order"]).drop(columns="order"))


def cut_offs(acquaintances: Acquaintances) -> list[date]:
    """The days by which a fifth, two, three and four fifths of all ties had begun, as far as more ties came later."""
    first = np.sort(_first_days(acquaintances)["since"].to_numpy())
    chosen = {first[int(len(first) * quantile)] for quantile in _QUANTILES if len(first)}
    return [pd.Timestamp(day).date() for day in sorted(chosen) if day < first[-1]]


@dataclass(frozen=True)
class _Later:
    """What began after a cut-off between those known then.

    The two places of each tie that is tested, of ``count`` in all, and how many were in contact.
    """

    until: date
    ends: Numbers
    in_contact: int
    count: int

    @property
    def weight(self) -> float:
        """For how many later ties each of those tested stands."""
        return self.count / len(self.ends) if len(self.ends) else 1.0

    def ties_of(self, place: int) -> tuple[Numbers, Numbers]:
        """The ties of the organisation at ``place``, and on which of their two sides it stands."""
        ties, sides = np.nonzero(self.ends == place)
        return ties, sides


def back_tested(acquaintances: Acquaintances, day: date, end: date = date.max) -> pd.DataFrame:
    """The rows of :func:`back_test` for one cut-off, however few ties began after it and by ``end``."""
    introductions = Introductions.on(acquaintances, day)
    affinity = introductions.affinity
    later = _later(acquaintances, affinity, day, end)
    present = np.flatnonzero(affinity.present)
    possible = len(present) - 1 - np.asarray(affinity.acquainted[present][:, present].sum(axis=1)).ravel()
    rows = []
    for (method, first), chance in _chances(introductions, later).items():
        found, right = (1 - (1 - chance).prod(axis=1)).sum() * later.weight, chance.sum() * later.weight
        suggestions = int(np.minimum(possible, first).sum())
        counts = (len(present), later.count, len(later.ends), later.in_contact, found, suggestions, right)
        rows.append((day, later.until, method, first, *counts))
    return _with_shares(pd.DataFrame(rows, columns=["cut_off", "until", "method", "first", *_COLUMNS]))


def without_all_tested(tested: pd.DataFrame) -> pd.DataFrame:
    """Without the number of ties that were tested where all were."""
    every = (tested["tested_ties"] == tested["later_ties"]).all()
    return tested.drop(columns="tested_ties") if every else tested


def _chances(introductions: Introductions, later: _Later) -> dict[tuple[str, int], Values]:
    """By method and number of first suggestions: a row per later tie, a column per partner.

    With what chance the other one is among the first suggestions for this partner: 0 or 1 but for "random".
    """
    chances = {(method, first): np.zeros((len(later.ends), 2)) for method in METHODS for first in FIRSTS}
    popularity = introductions.affinity.partners.astype(float)
    for rows, columns, score in introductions.blocks(np.unique(later.ends)):
        by_partners = np.where(np.isfinite(score), popularity[columns][None, :], -np.inf)
        for place, row in enumerate(rows.tolist()):
            ties, sides = later.ties_of(row)
            others = later.ends[ties, 1 - sides]
            for method, order in (("introductions", score), ("popular", by_partners)):
                best = columns[first_places(order[place], max(FIRSTS))]
                for first in FIRSTS:
                    chances[method, first][ties, sides] = np.isin(others, best[:first])
            for first in FIRSTS:
                chances["random", first][ties, sides] = min(first / np.isfinite(score[place]).sum(), 1.0)
    return chances


def _later(acquaintances: Acquaintances, affinity: Affinity, day: date, end: date) -> _Later:
    """The ties that begin in the 365 days after ``day``, but not after ``end``.

    Between organisations that may be suggested on it.
    """
    firsts = _first_days(acquaintances)
    last = firsts["since"].max().date()
    until = min(day + WINDOW, last, end)
    new = firsts[(firsts["since"] > pd.Timestamp(day)) & (firsts["since"] <= pd.Timestamp(until))]
    ends = np.column_stack([affinity.places(new["organisation_id"]), affinity.places(new["partner_id"])])
    ends = ends[affinity.present[ends].all(axis=1)]
    acquainted = np.column_stack(affinity.acquainted.nonzero()) @ [len(affinity.place), 1]
    strangers = ~np.isin(ends @ [len(affinity.place), 1], acquainted)
    return _Later(until, _drawn(ends[strangers], affinity), int((~strangers).sum()), int(strangers.sum()))


def _drawn(ends: Numbers, affinity: Affinity) -> Numbers:
    """As many of the ties as may be compared, drawn from the same chance every time: for each two rows are scored."""
    columns = max(int(affinity.present.sum()), 1)
    most = max(MOST_COMPARED // columns, 2)
    if len(np.unique(ends)) <= most:
        return ends
    some = np.random.default_rng(1).choice(len(ends), min(most // 2, len(ends)), replace=False)
    return ends[np.sort(some)]


def _first_days(acquaintances: Acquaintances) -> pd.DataFrame:
    """One row per tie: organisation_id, partner_id and since, its first day."""
    return acquaintances.ties.groupby(["organisation_id", "partner_id"])["since"].min().reset_index()


def _with_shares(counted: pd.DataFrame) -> pd.DataFrame:
    known, made = counted["later_ties"].astype(float), counted["suggestions"].astype(float)
    return counted.assign(
        recall=(counted["found"] / known.where(known > 0)), precision=(counted["right"] / made.where(made > 0))
    ).reset_index(drop=True)
