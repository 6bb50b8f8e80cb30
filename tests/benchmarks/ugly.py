"""Data that nobody means but somebody will bring: far too large, and of the shapes that are dearest to compute.

One region of a ``scale`` from 0 to 1; at 1 it has 50,000 organisations. Ties by preferential attachment, one hub, a
long chain, cooperations as large as they may be, and events at which a tenth of all organisations meet.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.network import Network
from analytics.network.encounters.encounters import Encounters
from analytics.network.introductions.acquaintances import Acquaintances
from tests.benchmarks.region import KINDS

Numbers = NDArray[np.int64]
_FIRST = pd.Timestamp("2018-01-01")
_DAYS = 2500
_DISTRICTS = ("05911", "05913", "05914", "05915", "05978")
_TOPICS = ("Wasserstoff", "Robotik", "Digitalisierung", "Kreislaufwirtschaft", "Energieeffizienz")


@dataclass(frozen=True)
class Ugliness:
    """How much of what there is; the defaults are the ugly size."""

    organisations: int = 50_000
    ties: int = 200_000
    hub: int = 20_000
    chain: int = 10_000
    large: int = 0
    events: int = 300
    guests: int = 5_000

    def scaled(self, scale: float) -> "Ugliness":
        """The same shape, of another size."""
        return Ugliness(**{name: max(int(count * scale), int(count > 0)) for name, count in vars(self).items()})


def pairs(chance: np.random.Generator, size: Ugliness) -> Numbers:
    """The ties' ends, each pair once: preferential attachment, the hub (organisation 0) and the chain."""
    nodes = size.organisations
    each = max(1, size.ties // nodes)
    ends = np.zeros((nodes * each, 2), dtype=np.int64)
    ends[:, 0] = np.repeat(np.arange(nodes), each)
    # An end copied from an earlier tie is drawn in proportion to its partners (Barabasi & Albert 1999).
    earlier = (chance.random(len(ends)) * 2 * np.maximum(ends[:, 0] * each, 1)).astype(np.int64)
    flat = ends.ravel()
    for tie, copied in enumerate(earlier.tolist()):
        flat[2 * tie + 1] = flat[copied]
    hub = np.column_stack([np.zeros(size.hub, dtype=np.int64), chance.choice(nodes, size.hub, replace=False)])
    chained = chance.permutation(nodes)[: size.chain]
    found = np.vstack([ends, hub, np.column_stack([chained[:-1], chained[1:]])])
    found = np.unique(np.sort(found[found[:, 0] != found[:, 1]], axis=1), axis=0)
    return found


def members(chance: np.random.Generator, size: Ugliness, most: int = 60) -> pd.DataFrame:
    """One row per cooperation and member, as numbers: a cooperation of two for each pair, and large ones."""
    two = pairs(chance, size)
    many = np.concatenate([chance.choice(size.organisations, most, replace=False) for _ in range(size.large)] or [[]])
    return pd.DataFrame(
        {
            "cooperation": np.concatenate(
                [np.repeat(np.arange(len(two)), 2), len(two) + np.repeat(np.arange(size.large), most)]
            ),
            "organisation": np.concatenate([two.ravel(), many]).astype(np.int64),
        }
    )


def guests(chance: np.random.Generator, size: Ugliness) -> pd.DataFrame:
    """One row per event and organisation, as numbers."""
    return pd.DataFrame(
        {
            "event": np.repeat(np.arange(size.events), size.guests),
            "organisation": np.concatenate(
                [chance.choice(size.organisations, size.guests, replace=False) for _ in range(size.events)] or [[]]
            ).astype(np.int64),
        }
    )


@dataclass(frozen=True)
class Ugly:
    """The data of one size, as the frames that a snapshot would give."""

    size: Ugliness

    @cached_property
    def members(self) -> pd.DataFrame:
        """One row per cooperation and member: cooperation_id, organisation_id, since, until."""
        joined = members(np.random.default_rng(1), self.size)
        begun = self._days(int(joined["cooperation"].max()) + 1)
        return pd.DataFrame(
            {
                "cooperation_id": _ids("c", joined["cooperation"]),
                "organisation_id": _ids("o", joined["organisation"]),
                "since": begun[joined["cooperation"]],
                "until": pd.Series(pd.NaT, index=joined.index, dtype="datetime64[us]"),
            }
        )

    @cached_property
    def ties(self) -> pd.DataFrame:
        """One row per cooperation and pair of its members: cooperation_id, organisation_id < partner_id, since."""
        rows = self.members.merge(self.members[["cooperation_id", "organisation_id"]], on="cooperation_id")
        rows = rows.rename(columns={"organisation_id_x": "organisation_id", "organisation_id_y": "partner_id"})
        return rows[rows["organisation_id"] < rows["partner_id"]].reset_index(drop=True)

    @cached_property
    def organisations(self) -> pd.DataFrame:
        """One row each, with all columns that any analysis looks at."""
        chance = np.random.default_rng(2)
        ids = np.sort(_ids("o", np.arange(self.size.organisations)).astype(object))
        return pd.DataFrame(
            {
                "organisation_id": ids,
                "name": ids,
                "kind": chance.choice(KINDS, len(ids)),
                "region": chance.choice(["core", "westphalia", "beyond"], len(ids)),
                "district": chance.choice(_DISTRICTS, len(ids)),
                "district_name": "Dortmund",
                "is_coordinator": False,
                "seen_on": _FIRST,
                "member_since": pd.Series(pd.NaT, index=range(len(ids)), dtype="datetime64[us]"),
                "left_on": pd.Series(pd.NaT, index=range(len(ids)), dtype="datetime64[us]"),
            }
        )

    @cached_property
    def attendances(self) -> pd.DataFrame:
        """One row per event and organisation that was there, in the order of days."""
        chance = np.random.default_rng(3)
        there = guests(chance, self.size)
        days = np.sort(self._days(self.size.events))
        formats = chance.choice(["reception", "workshop"], self.size.events)
        return pd.DataFrame(
            {
                "event_id": _ids("e", there["event"]),
                "organisation_id": _ids("o", there["organisation"]),
                "happened_on": days[there["event"]],
                "format": formats[there["event"]],
            }
        )

    def network(self) -> Network:
        """The cooperation network."""
        cooperations = pd.DataFrame({"cooperation_id": self.members["cooperation_id"].unique()})
        return Network(self.organisations, cooperations, self.members, self.ties)

    def encounters(self) -> Encounters:
        """Who met whom, and who began to work with whom two months before their agreement."""
        began = self.ties.rename(columns={"since": "agreed_on"})
        began = began.assign(
            origin="event", contact_on=began["agreed_on"] - pd.Timedelta(days=60), joint_on=began["until"]
        )
        until = (_FIRST + pd.Timedelta(days=_DAYS)).date()
        return Encounters(self.organisations, self.attendances, began, until)

    def acquaintances(self) -> Acquaintances:
        """What introductions are made from."""
        ties = self.ties.assign(known_on=self.ties["since"])
        topic = dict(zip(_ids("e", np.arange(self.size.events)), np.resize(_TOPICS, self.size.events), strict=True))
        topics = self.attendances.assign(topic=self.attendances["event_id"].map(topic), cooperation_id=None)
        return Acquaintances(self.organisations, ties, ties, self.attendances, topics)

    def _days(self, count: int) -> "NDArray[np.datetime64]":
        days = np.random.default_rng(4).integers(60, _DAYS, count)
        return (_FIRST + pd.to_timedelta(days, "D")).as_unit("us").to_numpy()


def write_ugly(folder: Path, size: Ugliness) -> Path:
    """All of it as CSV files to be imported."""
    chance = np.random.default_rng(1)
    who = np.arange(size.organisations)
    pd.DataFrame(
        {
            "organisation_id": _ids("o", who),
            "name": _ids("Organisation ", who),
            "kind": chance.choice(KINDS, len(who)),
            "district": chance.choice(_DISTRICTS, len(who)),
        }
    ).to_csv(folder / "organisations.csv", index=False)
    joined = members(chance, size)
    begun = _FIRST + pd.to_timedelta(chance.integers(0, _DAYS, int(joined["cooperation"].max()) + 1), "D")
    names = _ids("c", np.arange(len(begun)))
    pd.DataFrame({"cooperation_id": names, "title": np.char.add("Work ", names), "kind": "pilot"}).to_csv(
        folder / "cooperations.csv", index=False
    )
    contact, agreed = begun - pd.Timedelta(days=60), begun
    pd.DataFrame(
        {
            "cooperation_id": np.tile(names, 2),
            "stage": np.repeat([1, 3], len(names)),
            "since": [*contact.strftime("%Y-%m-%d"), *agreed.strftime("%Y-%m-%d")],
        }
    ).to_csv(folder / "cooperation_stages.csv", index=False)
    pd.DataFrame(
        {"cooperation_id": _ids("c", joined["cooperation"]), "organisation_id": _ids("o", joined["organisation"])}
    ).to_csv(folder / "cooperation_members.csv", index=False)
    _write_events(folder, chance, size)
    return folder


def _write_events(folder: Path, chance: np.random.Generator, size: Ugliness) -> None:
    events = np.arange(size.events)
    starts_on = _FIRST + pd.to_timedelta(chance.integers(0, _DAYS, len(events)), "D")
    pd.DataFrame(
        {
            "event_id": _ids("e", events),
            "title": _ids("Event ", events),
            "starts_on": starts_on.strftime("%Y-%m-%d"),
            "format": chance.choice(["reception", "workshop"], len(events)),
            "status": "held",
            "topics": chance.choice(_TOPICS, len(events)),
        }
    ).to_csv(folder / "events.csv", index=False)
    there = guests(chance, size)
    pd.DataFrame(
        {
            "event_id": _ids("e", there["event"]),
            "organisation_id": _ids("o", there["organisation"]),
            "person_id": _ids("p", np.arange(len(there))),
            "persons": 1,
            "status": "attended",
            "role": "guest",
        }
    ).to_csv(folder / "participations.csv", index=False)


def _ids(letter: str, numbers: "pd.Series[int] | Numbers") -> "NDArray[np.str_]":
    return np.char.add(letter, np.asarray(numbers).astype(str))
