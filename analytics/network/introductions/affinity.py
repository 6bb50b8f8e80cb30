"""How well two organisations would go together: a score of 100 points made of six parts, each open to view."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from analytics.network.introductions.acquaintances import Acquaintances
from analytics.network.introductions.neighbours import neighbours

Numbers = NDArray[np.int64]
Values = NDArray[np.float64]

WEIGHTS: Mapping[str, int] = {"partners": 5, "topics": 10, "kinds": 15, "meetings": 3, "nearness": 5, "activity": 62}
"""The most points that each part can give; together 100.

Chosen by hand among the best of several thousand weightings, by the back-test on eight generated regions (seeds 101 to
108 of analytics.demo). The differences among the best are chance. The results on the demo region (seed 7) and on the
real CORDIS file were seen meanwhile and had a say in the form of the parts (the logarithm of shared partners, partners
in the activity, cooperations weighing more among topics): on those two the figures are no independent test.
On eight further regions never looked at before (seeds 201 to 208, 1,678 later ties) the suggestions found 12.0 % of
the later ties among the first five and 21.7 % among the first ten; most partners first found 8.7 % and 14.8 %, chance
3.3 % and 6.5 %. Generated regions know no pull of shared partners: their small weight is a choice, not a finding.
"""
RECENT_DAYS = 365
"""For so long a meeting or an event counts as recent."""
FEW_MEETINGS = 2
"""Who met more often than this hardly needs an introduction: in the last year, it gives half the points."""
_SHRINKAGE = 4.0
"""So many ties as expected are added to both sides of a rate, so that a handful of ties says little."""
_MOST_TIMES = 4.0
_MOST_SHARED = 2.0
_BUSIEST = 250.0
_COOPERATION = 4.0
"""A cooperation says as much about an organisation's topics as so many events."""


@dataclass(frozen=True)
class Affinity:
    """The parts of the score for any organisations of ``known``, of which nothing later than ``day`` is looked at.

    Organisations go by their places in ``known.organisations``. A part is a number from 0 to 1 of its weight:

    - partners: log(1 + 10 r) / log(21), at most 1, r the resource allocation index, the sum over shared partners z of
      1 / partners(z) (Zhou, Lü & Zhang 2009, Eur. Phys. J. B 71): a partner that is shared with few says more.
    - topics: the cosine of how often each dealt with each topic, a cooperation counting as four events, rare topics
      weighing more (times the logarithm of the inverse share of organisations).
    - kinds: (log2 q + 2) / 4, q how often two such kinds have ties, compared with any two organisations (shrunk
      towards 1, at least 1/4 and at most 4).
    - meetings: 1 where the two met at one or two events in the last 365 days, 1/2 where at more.
    - nearness: 1 in the same district, 1/2 in neighbouring ones.
    - activity: the mean over both of (log(1 + partners) + log(1 + events attended in the last 365 days)) /
      (2 log 251); beyond 250 of either nothing is added.
    """

    known: Acquaintances
    day: date

    def parts(self, rows: Numbers, columns: Numbers) -> dict[str, Values]:
        """Each part for all pairs of ``rows`` and ``columns``, from 0 to 1."""
        shared = self.ties[rows] @ self._ties_by_partner
        shared.data = np.minimum(np.log1p(10 * shared.data) / np.log1p(10 * _MOST_SHARED), 1.0)
        met = self._attended_lately[rows] @ self._attended_lately.T
        met.data = np.where(met.data > FEW_MEETINGS, 0.5, 1.0)
        activity = self.activity
        return {
            "partners": shared[:, columns].toarray(),
            "topics": np.clip(self._topic_profiles[rows] @ self._topic_profiles[columns].T, 0.0, 1.0),
            "kinds": self._kind_fit[np.ix_(self.kinds[rows], self.kinds[columns])],
            "meetings": met[:, columns].toarray(),
            "nearness": self._nearness[np.ix_(self._districts[rows], self._districts[columns])],
            "activity": (activity[rows][:, None] + activity[columns][None, :]) / 2,
        }

    def score(self, rows: Numbers, columns: Numbers) -> Values:
        """The points from 0 to 100 for all pairs, to a millionth: what is equal in theory is equal here, too."""
        parts = self.parts(rows, columns)
        total = np.zeros((len(rows), len(columns)))
        for name, weight in WEIGHTS.items():
            total += weight * parts[name]
        return np.round(total, 6)

    @cached_property
    def place(self) -> "pd.Index[Any]":
        """The organisations' ids, in the order of their places."""
        ids: pd.Index[Any] = pd.Index(self.known.organisations["organisation_id"])
        return ids

    def places(self, organisation_ids: Iterable[str]) -> Numbers:
        """The places of the organisations; -1 for one that is not known."""
        wanted: pd.Index[Any] = pd.Index(list(organisation_ids), dtype=object)
        return np.asarray(self.place.get_indexer(wanted), dtype=np.int64)

    @cached_property
    def present(self) -> NDArray[np.bool_]:
        """Which organisations have been seen and have not left."""
        organisations = self.known.organisations
        return (organisations["seen_on"].notna() & organisations["left_on"].isna()).to_numpy(dtype=bool)

    @cached_property
    def acquainted(self) -> sparse.csr_matrix:
        """1 for two that are or were in contact through a cooperation, at whatever stage."""
        return self._symmetric(self.known.contacts)

    @cached_property
    def ties(self) -> sparse.csr_matrix:
        """1 for two that agreed on a cooperation, whether or not it goes on."""
        return self._symmetric(self.known.ties)

    @cached_property
    def partners(self) -> Numbers:
        """How many partners each organisation has or had."""
        return np.asarray(np.diff(self.ties.indptr), dtype=np.int64)

    @cached_property
    def recent_events(self) -> Numbers:
        """How many events each organisation attended in the last 365 days."""
        return np.asarray(np.diff(self._attended_lately.indptr), dtype=np.int64)

    def meetings(self, rows: Numbers) -> Values:
        """How many events each of ``rows`` and every organisation attended both, of all time."""
        return np.asarray((self._attended[rows] @ self._attended.T).toarray())

    def recent_meetings(self, rows: Numbers) -> Values:
        """The same of the last 365 days."""
        return np.asarray((self._attended_lately[rows] @ self._attended_lately.T).toarray())

    @cached_property
    def topic_names(self) -> list[str]:
        """The topics, in the order of the columns of :attr:`topic_counts`."""
        return sorted(self.known.topics["topic"].unique())

    @cached_property
    def topic_counts(self) -> Values:
        """On how many occasions each organisation (rows) dealt with each topic (columns)."""
        return self._by_topic(np.ones(len(self.known.topics)))

    @cached_property
    def kind_names(self) -> list[str]:
        """The kinds, in the order of the numbers in :attr:`kinds`."""
        return sorted(self.known.organisations["kind"].fillna("unknown").unique())

    @cached_property
    def kinds(self) -> Numbers:
        """Each organisation's kind, as a number."""
        kinds = self.known.organisations["kind"].fillna("unknown")
        return np.searchsorted(self.kind_names, kinds.to_numpy(dtype=str))

    @cached_property
    def kind_ties(self) -> Values:
        """How many ties there are between each two kinds."""
        among = np.zeros((len(self.kind_names), len(self.kind_names)))
        first, second = self.ties.nonzero()
        np.add.at(among, (self.kinds[first], self.kinds[second]), 1.0)
        return among / (1 + np.eye(len(among)))

    @cached_property
    def kind_rates(self) -> Values:
        """How many times as often as any two organisations those of each two kinds have a tie; 1 without any tie."""
        seen = self.known.organisations["seen_on"].notna().to_numpy(dtype=bool)
        count = np.bincount(self.kinds[seen], minlength=len(self.kind_names)).astype(float)
        pairs = (np.outer(count, count) - np.diag(count)) / (1 + np.eye(len(count)))
        possible = count.sum() * (count.sum() - 1) / 2
        expected = pairs * (self.ties.nnz / 2 / possible if possible else 0.0)
        return np.asarray((self.kind_ties + _SHRINKAGE) / (expected + _SHRINKAGE))

    @cached_property
    def _kind_fit(self) -> Values:
        doublings = np.log2(_MOST_TIMES)
        return np.asarray((np.clip(np.log2(self.kind_rates), -doublings, doublings) + doublings) / (2 * doublings))

    @cached_property
    def _ties_by_partner(self) -> sparse.csr_matrix:
        return sparse.diags(1 / np.maximum(self.partners, 1)) @ self.ties

    @cached_property
    def _attended(self) -> sparse.csr_matrix:
        return self._by_event(self.known.attendances)

    @cached_property
    def _attended_lately(self) -> sparse.csr_matrix:
        attendances = self.known.attendances
        since = pd.Timestamp(self.day) - pd.Timedelta(days=RECENT_DAYS)
        return self._by_event(attendances[attendances["happened_on"] > since])

    @cached_property
    def _topic_profiles(self) -> Values:
        """Rows of length 1, or 0 where an organisation has no topic."""
        seen = self.known.organisations["seen_on"].notna().sum()
        rarity = np.log((1 + seen) / (1 + (self.topic_counts > 0).sum(axis=0)))
        weighted = rarity * self._by_topic(np.where(self.known.topics["event_id"].isna(), _COOPERATION, 1.0))
        length = np.sqrt((weighted**2).sum(axis=1, keepdims=True))
        return np.asarray(weighted / np.where(length > 0, length, 1.0))

    @cached_property
    def _districts(self) -> Numbers:
        return np.searchsorted(self._district_names, self._district_of.to_numpy(dtype=str))

    @cached_property
    def _district_of(self) -> "pd.Series[Any]":
        return self.known.organisations["district"].fillna("unknown")

    @cached_property
    def _district_names(self) -> list[str]:
        return sorted(self._district_of.unique())

    @cached_property
    def _nearness(self) -> Values:
        """By two districts; what is no district of the outlines is near nothing."""
        keys, borders = self._district_names, neighbours()
        return np.array(
            [
                [float(one in borders and one == other) or 0.5 * (other in borders.get(one, ())) for other in keys]
                for one in keys
            ],
            dtype=np.float64,
        ).reshape(len(keys), len(keys))

    @cached_property
    def activity(self) -> Values:
        """How active each organisation is, from 0 to 1."""
        counts = np.column_stack([self.partners, self.recent_events]).astype(float)
        return np.asarray(np.minimum(np.log1p(counts) / np.log1p(_BUSIEST), 1.0).mean(axis=1))

    def _by_topic(self, weights: Values) -> Values:
        """The sum of the occasions' weights, by organisation and topic."""
        topics = self.known.topics
        sums = np.zeros((len(self.place), len(self.topic_names)))
        column = np.searchsorted(self.topic_names, topics["topic"].to_numpy(dtype=str))
        np.add.at(sums, (self.places(topics["organisation_id"]), column), weights)
        return sums

    def _symmetric(self, pairs: pd.DataFrame) -> sparse.csr_matrix:
        first = self.places(pairs["organisation_id"])
        second = self.places(pairs["partner_id"])
        size = len(self.place)
        codes = np.unique(np.concatenate([first * size + second, second * size + first]).astype(np.int64))
        row, column = np.divmod(codes, max(size, 1))
        return sparse.csr_matrix((np.ones(len(codes)), (row, column)), shape=(size, size))

    def _by_event(self, attendances: pd.DataFrame) -> sparse.csr_matrix:
        events, column = np.unique(attendances["event_id"].to_numpy(dtype=str), return_inverse=True)
        row = self.places(attendances["organisation_id"])
        return sparse.csr_matrix((np.ones(len(row)), (row, column)), shape=(len(self.place), len(events)))
