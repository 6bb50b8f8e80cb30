"""The scene of the network: how it grew from its first tie to today, and what it has become."""

from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from analytics.charts.film import Film
from analytics.language import Language
from analytics.network import Network
from analytics.network.history import history
from analytics.network.picture.network_film import network_film
from analytics.warehouse import Period, View, periods_between

_DRAWN = (
    "language",
    "nodes",
    "kinds",
    "groups",
    "groups_first",
    "presences",
    "strands",
    "events",
    "steps",
    "comparison",
)
"""What is drawn; titles and words of single cooperations stay away from the screen."""
_CONNECTED = 0.5
"""From this share on those in the largest part are worth the last word."""


def network(view: View, language: Language) -> dict[str, Any] | None:
    """The film's data, its names those of who agreed; ``counts`` has a row of numbers per step; None without a tie.

    ``counts`` are figures of the whole network: what is confidential is counted in them and drawn nowhere.
    """
    found = Network.of(view)
    steps = _steps(view, found)
    if found.strands.empty or not steps:
        return None
    findable = view.ask("organisations_findable")
    film = network_film(view, found, language, steps, title="", nameable=set(findable["organisation_id"]))
    counted = history(
        Network.counted(view),
        [day for _, day in steps],
        chosen=("nodes", "ties", "cooperations", "largest_component_share"),
    )
    return {
        "name": "network",
        "title": _title(counted, steps, language),
        "closing": _closing(counted.iloc[-1], language),
        "film": _drawn(film, set(findable["organisation_id"])),
        "counts": counted[["nodes", "ties", "cooperations"]].astype(int).to_numpy().tolist(),
        "years": [day.year for _, day in steps],
    }


def _steps(view: View, found: Network) -> list[tuple[str, date]]:
    """The quarters from the first membership on, the last one ending on the data's last day."""
    first = found.memberships["since"].min()
    if pd.isna(first) or view.until_day is None:
        return []
    quarters: list[Period] = periods_between(first.date(), view.until_day, "quarter")
    return [(quarter.name, min(quarter.ends_on, view.until_day)) for quarter in quarters]


def _drawn(film: Film, nameable: set[str]) -> Film:
    """The film without what is not drawn: ids, and the names of those who did not agree."""
    ids, names = film["nodes"]["id"], film["nodes"]["name"]
    nodes = {
        **film["nodes"],
        "id": [str(place) for place in range(len(ids))],
        "name": [name if node in nameable else "" for node, name in zip(ids, names, strict=True)],
    }
    look = {
        key: film["look"]["dark"][key]
        for key in ("surface", "text", "muted", "line", "accent", "tie", "kinds", "tints")
    }
    return {**{part: film[part] for part in _DRAWN}, "nodes": nodes, "look": look}


def _title(counted: pd.DataFrame, steps: list[tuple[str, date]], language: Language) -> str:
    """From the first year's ties to today's; where there are no more, how things stand."""
    years = pd.Series([day.year for _, day in steps])
    first, last = int(years.iloc[0]), counted.iloc[-1]
    then = int(counted["ties"][years == first].iloc[-1])
    if last["ties"] > then > 0 and years.iloc[-1] > first:
        return language.text("reception.network", then=then, year=str(first), n=int(last["ties"]))
    return language.text("reception.network_now", n=int(last["ties"]), organisations=int(last["nodes"]))


def _closing(last: "pd.Series[float]", language: Language) -> str:
    """The last word: how many are connected with one another, or else how many work together."""
    share = float(last["largest_component_share"])
    if np.isfinite(share) and share >= _CONNECTED:
        return language.text("reception.closing_connected", share=language.percent(share, 0))
    return language.text("reception.closing", n=int(last["nodes"]), cooperations=int(last["cooperations"]))
