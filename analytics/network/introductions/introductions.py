"""Whom to introduce to whom, and why: pairs that never worked together and probably should."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import pandas as pd

from analytics.errors import QuestionError
from analytics.network.introductions.acquaintances import Acquaintances
from analytics.network.introductions.affinity import WEIGHTS, Affinity, Numbers, Values
from analytics.network.introductions.guest_pairs import guest_pairs
from analytics.network.introductions.reasons import Reason, reasons_of
from analytics.warehouse import EVERYTHING, Scope, View

MOST_SUGGESTIONS = 10
MOST_GUESTS = 500
"""Of a longer guest list so many are introduced: every two of them are compared."""
_BLOCK, _MOST_CELLS = 256, 4_000_000
_COLUMNS = (
    "organisation_id", "name", "kind", "partner_id", "partner_name", "partner_kind", "met", "score",
    "points_partners", "points_topics", "points_kinds", "points_meetings", "points_nearness", "points_activity",
    "reasons",
)  # fmt: skip


@dataclass(frozen=True)
class Introductions:
    """Suggestions made from what was known on ``day`` and nothing later.

    Suggested is who has been seen by then and has not left, never the coordinator, and nobody who is or was in contact
    with the other through a cooperation, at whatever stage. An audience other than the management gets organisations
    that agreed to be named only, as suggestion and as reason alike. For the score see
    :class:`analytics.network.introductions.affinity.Affinity`.
    """

    known: Acquaintances
    day: date

    @classmethod
    def of(cls, view: View, scope: Scope = EVERYTHING, day: date | None = None) -> "Introductions":
        """Suggestions within ``scope`` as ``view`` may show them; without a ``day`` on the last that it knows."""
        return cls.on(Acquaintances.of(view, scope), day or view.until_day or date.today())

    @classmethod
    def on(cls, acquaintances: Acquaintances, day: date) -> "Introductions":
        """Suggestions with the knowledge of ``day``."""
        return cls(acquaintances.by(day), day)

    @cached_property
    def affinity(self) -> Affinity:
        """The scores of all pairs."""
        return Affinity(self.known, self.day)

    def knows(self, organisation_id: str) -> bool:
        """Whether it may be introduced at all: it is there, in scope, not the coordinator, and may be named."""
        return organisation_id in self.affinity.place

    def name_of(self, organisation_id: str) -> str:
        """Its name. Raises QuestionError where it is not known."""
        return str(self.known.organisations["name"].iloc[self._place(organisation_id)])

    def has_left(self, organisation_id: str) -> bool:
        """Whether it has left the network by the day. Raises QuestionError where it is not known."""
        return bool(self.known.organisations["left_on"].notna().iloc[self._place(organisation_id)])

    def for_organisation(self, organisation_id: str, most: int = MOST_SUGGESTIONS) -> pd.DataFrame:
        """The best ``most`` suggestions for one organisation, the best first; none where it has left.

        One row per suggestion: organisation_id, name, kind (always its own), partner_id, partner_name, partner_kind,
        met (at how many events both were), score (0 to 100), points_<part> for each part of it, and reasons, a list of
        :class:`analytics.network.introductions.reasons.Reason`. Raises QuestionError where it is not known.
        """
        place = self._place(organisation_id)
        if self.has_left(organisation_id):
            return self._told(np.empty((0, 2), dtype=np.int64))
        rows = np.array([place])
        columns, score = self.candidates(rows)
        best = first_places(score[0], most)
        return self._told(np.column_stack([np.repeat(place, len(best)), columns[best]]))

    def for_guests(self, organisation_ids: Sequence[str]) -> pd.DataFrame:
        """Fair pairs over a guest list, see :func:`~.guest_pairs.guest_pairs`, the best first.

        Who was at an event together counts as familiar: such a pair is named only where somebody would lack one. Of
        more than :data:`MOST_GUESTS` only those are introduced that :meth:`introduced` gives.

        One row per pair, columns as in :meth:`for_organisation`. Guests that are not known or have left are passed
        over; who has never been seen before is a guest like all others. The busier of the two stands as the partner.
        """
        places = self.affinity.places(self.introduced(organisation_ids))
        strangers = self.affinity.acquainted[places][:, places].toarray() == 0
        np.fill_diagonal(strangers, False)
        familiar = self.affinity.meetings(places)[:, places] > 0
        pairs = places[guest_pairs(self.affinity.score(places, places), strangers, familiar)]
        is_first_busier = self.affinity.activity[pairs[:, 0]] > self.affinity.activity[pairs[:, 1]]
        return self._told(np.where(is_first_busier[:, None], pairs[:, ::-1], pairs))

    def introduced(self, organisation_ids: Sequence[str]) -> list[str]:
        """Those of a guest list that are introduced, in the order of their places.

        All that are known and have not left; of more than :data:`MOST_GUESTS` the most active ones, of equal ones the
        first in place.
        """
        places = self._coming(organisation_ids)
        if len(places) > MOST_GUESTS:
            order = np.argsort(-self.affinity.activity[places], kind="stable")
            places = np.sort(places[order[:MOST_GUESTS]])
        return [str(one) for one in self.affinity.place[places]]

    def left_out(self, organisation_ids: Sequence[str]) -> int:
        """How many of a guest list are not introduced as it is too long."""
        return max(len(self._coming(organisation_ids)) - MOST_GUESTS, 0)

    def strangers(self, organisation_ids: Sequence[str]) -> dict[str, int]:
        """For each of a guest list, to how many of the others it could be introduced. Raises QuestionError."""
        places = np.array([self._place(organisation_id) for organisation_id in organisation_ids], dtype=np.int64)
        known = self.affinity.acquainted[places][:, places].toarray() > 0
        np.fill_diagonal(known, True)
        return dict(zip(organisation_ids, (~known).sum(axis=1).tolist(), strict=True))

    def reasons(self, organisation_id: str, partner_id: str) -> list[Reason]:
        """Why the one should meet the other, as seen from the first. Raises QuestionError where one is not known."""
        return reasons_of(self.affinity, self._place(organisation_id), self._place(partner_id))

    def candidates(self, rows: Numbers) -> tuple[Numbers, Values]:
        """All who may be suggested to the organisations at places ``rows``: their places, and each pair's score.

        The score is minus infinity where a pair is none to introduce.
        """
        columns = np.flatnonzero(self.affinity.present)
        score = self.affinity.score(rows, columns)
        score[self.affinity.acquainted[rows][:, columns].toarray() > 0] = -np.inf
        score[rows[:, None] == columns[None, :]] = -np.inf
        return columns, score

    def blocks(self, rows: Numbers) -> Iterator[tuple[Numbers, Numbers, Values]]:
        """The organisations at places ``rows``, some at a time: their places, and what :meth:`candidates` gives."""
        step = min(_BLOCK, max(1, _MOST_CELLS // max(len(self.affinity.place), 1)))
        for start in range(0, len(rows), step):
            some = rows[start : start + step]
            yield some, *self.candidates(some)

    def _coming(self, organisation_ids: Sequence[str]) -> Numbers:
        """The places of the guests that are known and have not left, each once, in order."""
        places = np.unique(self.affinity.places(organisation_ids))
        left = self.known.organisations["left_on"].notna().to_numpy()
        return np.array([place for place in places if place >= 0 and not left[place]], dtype=np.int64)

    def _place(self, organisation_id: str) -> int:
        if not self.knows(organisation_id):
            raise QuestionError("unknown_organisation", organisation=organisation_id)
        return int(self.affinity.places([organisation_id])[0])

    def _told(self, pairs: Numbers) -> pd.DataFrame:
        """The pairs of places with names, points and reasons."""
        organisations = self.known.organisations
        rows = []
        for one, other in pairs.tolist():
            first, second = organisations.iloc[one], organisations.iloc[other]
            places = np.array([one]), np.array([other])
            parts = self.affinity.parts(*places)
            rows.append(
                (
                    first["organisation_id"], first["name"], first["kind"],
                    second["organisation_id"], second["name"], second["kind"],
                    int(self.affinity.meetings(places[0])[0, other]),
                    float(self.affinity.score(*places)[0, 0]),
                    *(weight * float(parts[part][0, 0]) for part, weight in WEIGHTS.items()),
                    reasons_of(self.affinity, one, other),
                )
            )  # fmt: skip
        return pd.DataFrame(rows, columns=list(_COLUMNS))


def first_places(score: Values, most: int) -> Numbers:
    """The places of the ``most`` greatest finite scores, the greatest first; of equal ones the first in place."""
    finite = np.flatnonzero(np.isfinite(score))
    if len(finite) > most:
        least = -np.partition(-score[finite], most - 1)[most - 1]
        finite = finite[score[finite] >= least]
    return finite[np.argsort(-score[finite], kind="stable")][:most]
