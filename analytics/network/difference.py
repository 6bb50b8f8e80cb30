"""What changed between two days, or between two states of the data."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.language import Language
from analytics.network.measures import components
from analytics.network.network import DayGraph, Network, active

State = Literal["new", "gone", "stayed"]
Truths = NDArray[np.bool_]
_TOLD: tuple[Literal["organisations", "ties"], ...] = ("organisations", "ties")


@dataclass(frozen=True)
class Size:
    """The network on one day: how many organisations cooperate, their ties, cooperations, and how it hangs together.

    ``components`` counts the parts that no tie connects, ``largest`` the organisations of the largest one.
    """

    organisations: int
    ties: int
    cooperations: int
    components: int
    largest: int


@dataclass(frozen=True)
class Difference:
    """Two networks compared: ``state`` is "new" (only after), "gone" (only before) or "stayed".

    ``organisations``: one row per organisation that cooperates on either day: organisation_id, name, kind, state.
    ``ties``: one row per tie of either day: organisation_id < partner_id, state, crosses (its ends are of different
    kinds), bridges (it is new and connects organisations that were there before without any way to each other).
    ``cooperations``: one row per cooperation active on either day: cooperation_id, title, cooperation_kind, agreed_on,
    ended_on, state. Names, kinds and titles are those after, where it is gone those before.
    """

    before_day: date
    after_day: date
    before: Size
    after: Size
    organisations: pd.DataFrame
    ties: pd.DataFrame
    cooperations: pd.DataFrame

    def count(self, table: Literal["organisations", "ties", "cooperations"], state: State) -> int:
        """How many rows of ``table`` are in ``state``."""
        return int((getattr(self, table)["state"] == state).sum())

    @property
    def crossing(self) -> int:
        """How many of the new ties connect organisations of different kinds."""
        return int((self.ties["crosses"] & (self.ties["state"] == "new")).sum())

    @property
    def bridges(self) -> int:
        """How many new ties connect parts of the network that were apart before."""
        return int(self.ties["bridges"].sum())

    @property
    def named_ties(self) -> pd.DataFrame:
        """The ties with the names and kinds of both ends, for reading."""
        who = self.organisations.set_index("organisation_id")
        ends = {
            "name": self.ties["organisation_id"].map(who["name"]),
            "kind": self.ties["organisation_id"].map(who["kind"]),
            "partner": self.ties["partner_id"].map(who["name"]),
            "partner_kind": self.ties["partner_id"].map(who["kind"]),
        }
        return pd.DataFrame({**ends, **self.ties[["state", "crosses", "bridges"]]})


def difference(before: Network, before_day: date, after: Network, after_day: date) -> Difference:
    """What changed from ``before`` on ``before_day`` to ``after`` on ``after_day``, both the active network.

    The two may be one network on two days, or two states of the data; organisations and cooperations are the same
    where their ids are.
    """
    then, now = before.on(before_day), after.on(after_day)
    organisations = _organisations(before, then, after, now)
    return Difference(
        before_day,
        after_day,
        _size(then),
        _size(now),
        organisations,
        _ties(then, now, organisations),
        _cooperations(before, before_day, after, after_day),
    )


def told(found: Difference, language: Language) -> str:
    """The difference in two or three sentences: what came, what rests, how the largest connected part changed."""
    came, n_came = _parts(found, "new", language)
    left, n_left = _parts(found, "gone", language)
    if came and found.crossing:
        came[-1] += language.text("difference.crossing", n=found.crossing)
    sentences = []
    if came:
        sentences.append(language.text("difference.came", n=n_came, parts=language.listing(came)))
    if left:
        sentences.append(language.text("difference.left", n=n_left, parts=language.listing(left)))
    if not sentences:
        sentences.append(language.text("difference.same"))
    if found.bridges:
        sentences.append(language.text("difference.bridged", n=found.bridges))
    sentences.append(_largest(found, language))
    return " ".join(sentences)


def _parts(found: Difference, state: State, language: Language) -> tuple[list[str], int]:
    """Organisations and ties in ``state``, each in words, and how many they are together."""
    counts = {table: found.count(table, state) for table in _TOLD}
    return [language.text(f"difference.n_{table}", n=n) for table, n in counts.items() if n], sum(counts.values())


def _largest(found: Difference, language: Language) -> str:
    """How the largest connected part changed."""
    change = found.after.largest - found.before.largest
    word = "grew" if change > 0 else "shrank" if change < 0 else "kept"
    return language.text(f"difference.largest_{word}", n=found.after.largest, before=found.before.largest)


def _size(graph: DayGraph) -> Size:
    return Size(len(graph.nodes), len(graph.ends), graph.cooperations, components(graph), graph.largest_component)


def _organisations(before: Network, then: DayGraph, after: Network, now: DayGraph) -> pd.DataFrame:
    rows = _compared(
        before.organisations.set_index("organisation_id"),
        then.ids,
        after.organisations.set_index("organisation_id"),
        now.ids,
    )
    rows["kind"] = rows["kind"].fillna("unknown")
    return rows.rename_axis("organisation_id").reset_index()[["organisation_id", "name", "kind", "state"]]


def _cooperations(before: Network, before_day: date, after: Network, after_day: date) -> pd.DataFrame:
    rows = _compared(
        before.cooperations.set_index("cooperation_id"),
        active(before.memberships, before_day)["cooperation_id"],
        after.cooperations.set_index("cooperation_id"),
        active(after.memberships, after_day)["cooperation_id"],
    ).rename(columns={"kind": "cooperation_kind"})
    columns = ["cooperation_id", "title", "cooperation_kind", "agreed_on", "ended_on", "state"]
    return rows.rename_axis("cooperation_id").reset_index()[columns]


def _compared(before: pd.DataFrame, was: Iterable[str], after: pd.DataFrame, is_now: Iterable[str]) -> pd.DataFrame:
    """The rows of what was there before or is now, in the order of ids, with their state.

    A row is read from ``after``; from ``before`` only where there is none.
    """
    earlier, later = set(was), set(is_now)
    lost = before[~before.index.isin(after.index)]
    rows = (pd.concat([after, lost]) if len(lost) else after).loc[sorted(earlier | later)]
    return rows.assign(state=_states(rows.index.isin(earlier), rows.index.isin(later)))


def _ties(then: DayGraph, now: DayGraph, organisations: pd.DataFrame) -> pd.DataFrame:
    before, after = _pairs(then), _pairs(now)
    pairs = sorted(before | after)
    kind = dict(zip(organisations["organisation_id"], organisations["kind"], strict=True))
    part = dict(zip(then.ids, then.components.tolist(), strict=True))
    apart = [one in part and other in part and part[one] != part[other] for one, other in pairs]
    return pd.DataFrame(
        {
            "organisation_id": [one for one, _ in pairs],
            "partner_id": [other for _, other in pairs],
            "state": _states(_truths(pair in before for pair in pairs), _truths(pair in after for pair in pairs)),
            "crosses": _truths(kind[one] != kind[other] for one, other in pairs),
            "bridges": _truths(apart),
        }
    )


def _pairs(graph: DayGraph) -> set[tuple[str, str]]:
    """The ties as pairs of ids, the lesser first."""
    ids = graph.organisations["organisation_id"].to_numpy(dtype=object)
    return {(one, other) if one < other else (other, one) for one, other in ids[graph.ends].tolist()}


def _states(was: Truths, is_now: Truths) -> NDArray[np.object_]:
    return np.where(was & is_now, "stayed", np.where(is_now, "new", "gone")).astype(object)


def _truths(values: Iterable[bool]) -> Truths:
    return np.fromiter(values, dtype=bool)
