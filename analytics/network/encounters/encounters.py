"""Who met whom at events, and who began to work with whom: what the analyses of encounters are made from.

Having met is a layer of its own; it ties nobody. The analyses stand beside: :mod:`.funnel` (how many pairs that met
went on to cooperate), :mod:`.agreement` (how long it takes), :mod:`.matched_pairs` (whether pairs that met do so more
often than comparable pairs that did not).
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.network.days import NEVER, day_number, day_numbers
from analytics.network.encounters.first_meetings import Meetings
from analytics.warehouse import EVERYTHING, Scope, View

Numbers = NDArray[np.int64]
UNKNOWN_DAY = int(np.iinfo(np.int64).min)
"""The day of what happened nobody knows when: before all others."""


@dataclass(frozen=True)
class Encounters:
    """Plain frames, so that they can come from a snapshot or from anywhere else.

    ``organisations``: organisation_id, kind, region (core, westphalia, beyond; or missing), is_coordinator,
    member_since, left_on. ``attendances``: one row per event and organisation that was there: event_id,
    organisation_id, happened_on, format. ``beginnings``: one row per cooperation and pair of its members:
    organisation_id < partner_id, origin, and the days since which both are in contact, agreed, and at a joint project
    (contact_on, agreed_on, joint_on; missing where it did not come to that, or where the day is not known). ``until``
    is the last day that the data speaks of, None where it speaks of none. Rows that name an organisation which is not
    in ``organisations`` do not count.
    """

    organisations: pd.DataFrame
    attendances: pd.DataFrame
    beginnings: pd.DataFrame
    until: date | None

    @classmethod
    def of(cls, view: View, scope: Scope = EVERYTHING) -> "Encounters":
        """All that there is within ``scope``, to be counted; the coordinator is in it only where the scope says so."""
        asking = view.counting(scope=scope)
        return cls(
            organisations=asking.ask("encounter_organisations"),
            attendances=asking.ask("network_attendances"),
            beginnings=asking.ask("encounter_beginnings"),
            until=view.last_day,
        )

    @cached_property
    def places(self) -> "pd.Index[Any]":
        """The organisations in the order of their frame: an organisation's place in it is its number."""
        places: pd.Index[Any] = pd.Index(self.organisations["organisation_id"].to_numpy(dtype=object))
        return places

    @cached_property
    def kinds(self) -> Numbers:
        """Each organisation's kind as a number; one that is not known is of a kind of its own."""
        return _classes(self.organisations["kind"])

    @cached_property
    def regions(self) -> Numbers:
        """Each organisation's region as a number; one that is not known is a region of its own."""
        return _classes(self.organisations["region"])

    @cached_property
    def visits(self) -> pd.DataFrame:
        """One row per event and known organisation, as numbers: event (in the order of days), organisation, day.

        With the event's ``format``. Nothing after ``until`` is in it.
        """
        frame = self.attendances.assign(
            organisation=self._places_of(self.attendances["organisation_id"]),
            day=day_numbers(self.attendances["happened_on"]),
        )
        last = NEVER - 1 if self.until is None else day_number(self.until)
        frame = frame[(frame["organisation"] >= 0) & (frame["day"] <= last)]
        frame = frame.sort_values(["day", "event_id", "organisation"], kind="stable", ignore_index=True)
        frame["event"] = pd.factorize(frame["event_id"])[0]
        return frame[["event", "organisation", "day", "format"]]

    @cached_property
    def meetings(self) -> Meetings:
        """Which pairs met for the first time on which day."""
        visits = self.visits
        return Meetings(
            visits["event"].to_numpy(), visits["organisation"].to_numpy(), visits["day"].to_numpy(), len(self.places)
        )

    @cached_property
    def couples(self) -> pd.DataFrame:
        """One row per pair that ever cooperated, as numbers: first < second, the first day of each step, met.

        ``contact``, ``agreed`` and ``joint`` are days since 1970, :data:`NEVER` where it did not come to that;
        ``contact`` is :data:`UNKNOWN_DAY` where one of the pair's cooperations has no day at all. ``is_new`` says that
        its first cooperation is not one that existed before the network. ``met`` is the day of the pair's first
        shared event, or :data:`NEVER`.
        """
        ends = [self._places_of(self.beginnings[name]) for name in ("organisation_id", "partner_id")]
        frame = pd.DataFrame(
            {
                "first": np.minimum(ends[0], ends[1]),
                "second": np.maximum(ends[0], ends[1]),
                "contact": day_numbers(self.beginnings["contact_on"]),
                "agreed": day_numbers(self.beginnings["agreed_on"]),
                "joint": day_numbers(self.beginnings["joint_on"]),
                "is_new": (self.beginnings["origin"] != "existing").to_numpy(dtype=bool),
            }
        )
        frame = frame[frame["first"] >= 0]
        frame.loc[frame["contact"] == NEVER, "contact"] = UNKNOWN_DAY
        last = NEVER - 1 if self.until is None else day_number(self.until)
        for step in ("contact", "agreed", "joint"):
            frame.loc[frame[step] > last, step] = NEVER
        # Of two cooperations that begin on one day the one that existed before decides.
        frame = frame.sort_values(["contact", "is_new"], kind="stable")
        couples = frame.groupby(["first", "second"], as_index=False).agg(
            {"contact": "first", "agreed": "min", "joint": "min", "is_new": "first"}
        )
        met = self.meetings.first_days(couples["first"].to_numpy(), couples["second"].to_numpy())
        return couples.assign(met=met)

    def _places_of(self, organisations: "pd.Series[str]") -> Numbers:
        """Their places, -1 for an unknown one."""
        return self.places.get_indexer(pd.Index(organisations.to_numpy(dtype=object))).astype(np.int64)


def _classes(tokens: "pd.Series[str]") -> Numbers:
    known = tokens.fillna("unknown").to_numpy(dtype=str)
    return np.unique(known, return_inverse=True)[1].astype(np.int64)
