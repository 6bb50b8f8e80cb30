"""The film of the visitor's network: who works with whom, from the first cooperation on."""

import pandas as pd
import streamlit as st

from analytics.charts.film import Film
from analytics.charts.film import film as assembled
from analytics.language import Language
from analytics.network import Network
from analytics.network.positions import positions
from analytics.warehouse import Period, Scope, View
from pages.parts.film import film
from pages.parts.network_data import network, network_of, periods_until
from pages.parts.questions import BY_SNAPSHOT
from pages.parts.visit import Visit

_LEAST = 3
"""A smaller group needs no name of its own."""


def network_film(visit: Visit) -> None:
    """The film up to the visitor's day, with its files."""
    film(film_of(visit), key="network_film", theme=visit.theme, language=visit.language, stem="network")


def film_of(visit: Visit) -> Film:
    """The film's data: a step per period from the first cooperation on, kept and never changed."""
    first = network(visit).memberships["since"].min()
    steps = [period for period in periods_until(visit) if pd.Timestamp(period.ends_on) >= first]
    return _made(visit.view, visit.scope, visit.language, steps)


@st.cache_resource(max_entries=8, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _made(view: View, scope: Scope, language: Language, periods: list[Period]) -> Film:
    found = network_of(view, scope)
    nodes = _nodes(found, positions(view))
    return assembled(
        nodes,
        found.memberships[["organisation_id", "since", "until"]],
        found.strands,
        found.cooperations[found.cooperations["agreed_on"].notna()],
        _groups(found, nodes, language),
        pd.DataFrame({"name": [p.name for p in periods], "ends_on": [p.ends_on for p in periods]}),
        language=language,
        title=language.text("cooperation.film"),
        note=language.text("frame.demo") if view.is_demo else "",
        until=view.until_day,
    )


def _nodes(found: Network, places: pd.DataFrame) -> pd.DataFrame:
    """Every organisation that ever was in an agreed cooperation, at its place."""
    who = found.organisations[found.organisations["organisation_id"].isin(found.memberships["organisation_id"])]
    return who[["organisation_id", "name", "kind"]].merge(places, on="organisation_id")


def _groups(found: Network, nodes: pd.DataFrame, language: Language) -> pd.DataFrame:
    """Each group with the name of its best-connected member of all time; the coordinator is one without a name."""
    graph = found.on(None, cumulative=True)
    partners = pd.Series(graph.degrees, index=graph.ids)
    best = nodes.assign(partners=nodes["organisation_id"].map(partners))
    best = best.sort_values(["group", "partners"], ascending=[True, False], kind="stable")
    sizes = best.groupby("group").size()
    first = best.drop_duplicates("group")
    names = [
        language.text("cooperation.group", name=name) if sizes[group] >= _LEAST else None
        for group, name in zip(first["group"], first["name"], strict=True)
    ]
    return pd.DataFrame({"group": first["group"].to_numpy(), "name": names})
