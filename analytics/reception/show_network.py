"""The scene of the network: how it grew from its first tie to today, and what it has become."""

from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from analytics.charts.film import Film
from analytics.language import Language
from analytics.network import Network
from analytics.network.history import history
from analytics.network.picture.drawn import drawn
from analytics.network.picture.network_film import network_film
from analytics.warehouse import Period, View, periods_between

_DRAWN = (
    "language",
    "nodes",
    "kinds",
    "groups",
    "groups_first",
    "presences",
    "cooperation_ties",
    "events",
    "steps",
    "comparison",
)
"""What is drawn; titles and words of single cooperations stay away from the screen."""
_COUNTED = ("nodes", "ties", "cooperations", "largest_component_share")
_CONNECTED = 0.5
"""From this share on those in the largest part are worth the last word."""


def network(view: View, language: Language) -> dict[str, Any] | None:
    """The film's data, its names those of who agreed; ``counts`` has a row of numbers per step; None without a tie.

    ``counts`` are figures of the whole network: what is confidential is counted in them and drawn nowhere. Where more
    than half of what once ran has ended, the scene shows all that ever was, ``is_cumulative``.
    """
    found = Network.of(view)
    steps = _steps(view, found)
    if found.cooperation_ties.empty or not steps:
        return None
    findable = view.ask("organisations_findable")
    film = network_film(view, found, language, steps, title="", nameable=set(findable["organisation_id"]))
    whole, days = Network.counted(view), [day for _, day in steps]
    running = history(whole, days, chosen=_COUNTED)
    is_over = running["ties"].iloc[-1] < running["ties"].max() / 2
    counted = history(whole, days, cumulative=True, chosen=_COUNTED) if is_over else running
    years = [day.year for day in days]
    part = drawn(found).note(language)
    return {
        "name": "network",
        "title": _title_over(counted, years, language) if is_over else _title(counted, years, language),
        "closing": _closing(counted.iloc[-1], language, is_over=is_over) + (f" {part}." if part else ""),
        "is_cumulative": bool(is_over),
        "film": _drawn(film, set(findable["organisation_id"])),
        "counts": counted[["nodes", "ties", "cooperations"]].astype(int).to_numpy().tolist(),
        "years": years,
    }


def _steps(view: View, found: Network) -> list[tuple[str, date]]:
    """The quarters from the first membership on, the last one ending on the data's last day."""
    first = found.memberships["since"].min()
    if pd.isna(first) or view.until_day is None:
        return []
    quarters: list[Period] = periods_between(first.date(), view.until_day, "quarter")
    return [(quarter.name, view.measured_on(quarter)) for quarter in quarters]


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
        for key in ("surface", "text", "muted", "line", "accent", "tie", "raised", "kinds", "tints")
    }
    return {**{part: film[part] for part in _DRAWN}, "nodes": nodes, "look": look}


def _title(counted: pd.DataFrame, years: list[int], language: Language) -> str:
    """From the first year's ties to today's; where there are no more, how things stand."""
    first, last = years[0], counted.iloc[-1]
    then = int(counted["ties"][np.array(years) == first].iloc[-1])
    if last["ties"] > then > 0 and years[-1] > first:
        return language.text("reception.network", then=then, year=str(first), n=int(last["ties"]))
    return language.text("reception.network_now", n=int(last["ties"]), organisations=int(last["nodes"]))


def _title_over(counted: pd.DataFrame, years: list[int], language: Language) -> str:
    """How many ever worked together."""
    return language.text(
        "reception.network_over", n=int(counted["nodes"].iloc[-1]), first=str(years[0]), last=str(years[-1])
    )


def _closing(last: "pd.Series[float]", language: Language, *, is_over: bool) -> str:
    """The last word: how many are connected with one another, or else how many work together."""
    share = float(last["largest_component_share"])
    if np.isfinite(share) and share >= _CONNECTED:
        key = "reception.closing_over" if is_over else "reception.closing_connected"
        return language.text(key, share=language.percent(share, 0))
    key = "reception.closing_all" if is_over else "reception.closing"
    return language.text(key, n=int(last["nodes"]), cooperations=int(last["cooperations"]))
