"""The film of a network as a view may show it: from the network to the plain frames that the film is made from."""

from collections.abc import Collection, Sequence
from datetime import date

import pandas as pd

from analytics.charts.film import Film, film
from analytics.charts.film.events import Meetings
from analytics.language import Language
from analytics.network.network import Network
from analytics.network.picture.drawn import drawn, few_guests
from analytics.network.picture.positions import positions
from analytics.warehouse import View

_LEAST = 3
"""A smaller group needs no name of its own."""


def network_film(
    view: View,
    found: Network,
    language: Language,
    steps: Sequence[tuple[str, date]],
    *,
    title: str,
    nameable: Collection[str] | None = None,
    meetings: Meetings | None = None,
) -> Film:
    """The film of ``found``, a network of ``view``, over ``steps``: periods by name with their last days.

    For ``nameable`` see :func:`groups_of`, for the rest :func:`analytics.charts.film.film`. Of a very large network and
    of very many guests only a part is shown, as :mod:`.drawn` has it, and the film's note says so.
    """
    part = drawn(found)
    found = part.network
    kept, left_out = few_guests(meetings[1]) if meetings else (None, 0)
    notes = (
        language.text("frame.demo") if view.is_demo else "",
        part.note(language),
        language.text("estimates.film_meetings", n=left_out) if left_out else "",
    )
    nodes = nodes_of(found.organisations, found.memberships, positions(view))
    return film(
        nodes,
        found.memberships[["organisation_id", "since", "until"]],
        found.cooperation_ties,
        found.cooperations[found.cooperations["agreed_on"].notna()],
        groups_of(found, nodes, language, nameable),
        pd.DataFrame(list(steps), columns=["name", "ends_on"]),
        language=language,
        title=title,
        note=" · ".join(filter(None, notes)),
        until=view.until_day,
        meetings=(meetings[0], kept) if meetings and kept is not None else None,
    )


def nodes_of(organisations: pd.DataFrame, presences: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """Every organisation that is ever present, at its place."""
    who = organisations[organisations["organisation_id"].isin(presences["organisation_id"])]
    return who[["organisation_id", "name", "kind"]].merge(places, on="organisation_id")


def groups_of(
    found: Network, nodes: pd.DataFrame, language: Language, nameable: Collection[str] | None = None
) -> pd.DataFrame:
    """Each group, called after its best-connected member of all time; last the coordinator, which is one by itself.

    With ``nameable`` after the best-connected one of these ids; a group without any has no name.
    """
    graph = found.on(None, cumulative=True)
    partners = pd.Series(graph.degrees, index=graph.ids)
    best = nodes.assign(
        partners=nodes["organisation_id"].map(partners),
        is_nameable=True if nameable is None else nodes["organisation_id"].isin(list(nameable)),
    )
    best = best.sort_values(["group", "is_nameable", "partners"], ascending=[True, False, False], kind="stable")
    sizes = best.groupby("group").size()
    first = best.drop_duplicates("group").sort_values("group", key=lambda group: group < 0, kind="stable")
    names = [
        language.text("cooperation.group", name=name) if sizes[group] >= _LEAST and is_nameable else None
        for group, name, is_nameable in zip(first["group"], first["name"], first["is_nameable"], strict=True)
    ]
    return first[["group", "organisation_id"]].assign(name=pd.Series(names, index=first.index, dtype=object))
