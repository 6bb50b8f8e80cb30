"""The film of the visitor's network: who works with whom, from the first cooperation on, or between two moments."""

from datetime import date

import numpy as np
import pandas as pd
import streamlit as st

from analytics.charts.film import Film
from analytics.charts.film import film as assembled
from analytics.language import Language
from analytics.network import Network
from analytics.network.picture.compared_spans import compared_spans
from analytics.network.picture.drawn import drawn
from analytics.network.picture.network_film import groups_of, nodes_of
from analytics.network.picture.network_film import network_film as grown
from analytics.network.picture.positions import positions
from analytics.warehouse import Scope, View
from pages.parts.film import film
from pages.parts.network_data import ends, network, network_of, periods_until
from pages.parts.page_context import PageContext
from pages.parts.questions import BY_SNAPSHOT

_NO_STEPS = pd.DataFrame({"name": [], "ends_on": []})
Moment = tuple[View, date]
"""A state of the data, and the day on which it is looked at."""


def network_film(context: PageContext) -> None:
    """The film up to the visitor's day, with its files."""
    film(film_of(context), key="network_film", theme=context.theme, language=context.language, stem="network")


def difference_film(context: PageContext, before: Moment, after: Moment, called: tuple[str, str]) -> None:
    """What came and what went from one moment to another, which are ``called`` so, at the same places."""
    made = _compared(before, after, context.scope, context.language, called)
    film(made, key="difference_film", theme=context.theme, language=context.language, stem="difference")


def film_of(context: PageContext) -> Film:
    """The film's data: a step per period from the first cooperation on, the last one ending on the visitor's day."""
    first = network(context).memberships["since"].min()
    steps = [period for period in periods_until(context) if pd.Timestamp(period.ends_on) >= first]
    return _made(context.view, context.scope, context.language, [period.name for period in steps], ends(context, steps))


@st.cache_resource(max_entries=8, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _made(view: View, scope: Scope, language: Language, names: list[str], days: list[date]) -> Film:
    return grown(
        view,
        network_of(view, scope),
        language,
        list(zip(names, days, strict=True)),
        title=language.text("cooperation.film"),
        meetings=_meetings(view, scope),
    )


@st.cache_resource(max_entries=8, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _compared(before: Moment, after: Moment, scope: Scope, language: Language, called: tuple[str, str]) -> Film:
    (older, before_day), (newer, after_day) = before, after
    found = network_of(newer, scope)
    spans = compared_spans(network_of(older, scope), before_day, found, after_day)
    part = drawn(Network(spans.organisations, spans.cooperations, spans.presences, spans.cooperation_ties))
    of_part = part.network
    nodes = nodes_of(of_part.organisations, of_part.memberships, _places(older, newer))
    notes = (language.text("frame.demo") if newer.is_demo else "", part.note(language))
    return assembled(
        nodes,
        of_part.memberships[["organisation_id", "since", "until"]],
        of_part.cooperation_ties,
        of_part.cooperations,
        groups_of(found, nodes, language),
        _NO_STEPS,
        language=language,
        title=language.text("difference.title"),
        note=" · ".join(filter(None, notes)),
        until=newer.until_day,
        comparison=spans.days,
        compared=called,
    )


def _meetings(view: View, scope: Scope) -> tuple[pd.DataFrame, pd.DataFrame] | None:
    """The events held, and who was there; masked audiences are not told it of single organisations."""
    if view.is_masked:
        return None
    guests = view.ask("network_attendances", scope=scope)
    return guests[["event_id", "title", "happened_on"]].drop_duplicates("event_id"), guests


def _places(older: View, newer: View) -> pd.DataFrame:
    """The places of the newer state; whom it no longer has stands where the older one has it, in no group."""
    places, before = positions(newer), positions(older)
    lost = before[~before["organisation_id"].isin(places["organisation_id"])]
    alone = np.arange(len(lost)) + int(places["group"].max()) + 1 if len(places) else np.arange(len(lost))
    return pd.concat([places, lost.assign(group=alone)], ignore_index=True)
