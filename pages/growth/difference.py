"""What changed between two days, or two states of the data: in a sentence, in numbers, and which ones."""

from datetime import date
from typing import Literal

import pandas as pd
import streamlit as st

from analytics.network.difference import Difference, Size, difference, told
from analytics.reports import presentable
from analytics.warehouse import Scope, View
from pages.cooperation.film_view import difference_film
from pages.growth.moments import two_days, two_snapshots
from pages.parts.downloads import downloads
from pages.parts.network_data import network_of
from pages.parts.plain import plain
from pages.parts.questions import BY_SNAPSHOT
from pages.parts.visit import Visit

_SHOWN = 500


@st.fragment
def what_changed(visit: Visit) -> None:
    """The two moments to choose, and what changed between them."""
    st.header(visit.text("difference.title"), anchor=False)
    by: Literal["days", "snapshots"] = st.segmented_control(
        visit.text("difference.compare"),
        ("days", "snapshots"),
        default="days",
        format_func=lambda name: visit.text(f"difference.by_{name}"),
        key="difference_by",
        required=True,
    )
    chosen = two_days(visit) if by == "days" else two_snapshots(visit)
    if chosen is None:
        return
    (older, before_day), (newer, after_day) = chosen
    found = difference_of(older, before_day, newer, after_day, visit.scope)
    days = {"before": visit.language.date(before_day), "after": visit.language.date(after_day)}
    with st.container(border=True, key="difference"):
        if not found.before.organisations and not found.after.organisations:
            st.markdown(plain(visit.text("difference.nothing")))
            return
        st.subheader(plain(told(found, visit.language)), anchor=False)
        _sizes(visit, found.before, found.after)
        st.caption(plain(visit.text(f"difference.read_{by}", **days)))
        difference_film(visit, *chosen, _called(visit, by, before_day, after_day))
        _which(visit, found)


def _called(visit: Visit, by: str, before_day: date, after_day: date) -> tuple[str, str]:
    """The two moments by their days, or, where the data changed meanwhile, as states of it."""
    if by == "snapshots":
        return visit.text("difference.called_older"), visit.text("difference.called_newer")
    return visit.language.date(before_day), visit.language.date(after_day)


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def difference_of(older: View, before_day: date, newer: View, after_day: date, scope: Scope) -> Difference:
    """The difference, kept per snapshots, days and scope."""
    return difference(network_of(older, scope), before_day, network_of(newer, scope), after_day)


def _sizes(visit: Visit, before: Size, after: Size) -> None:
    with st.container(horizontal=True, key="difference_numbers"):
        for name in ("organisations", "ties", "cooperations", "components"):
            st.metric(
                visit.text(f"difference.{name}"),
                visit.language.number(getattr(after, name)),
                delta=visit.text("difference.before", n=getattr(before, name)),
                delta_color="off",
                delta_arrow="off",
            )


def _which(visit: Visit, found: Difference) -> None:
    """What is new and what rests, by name."""
    _table(visit, "organisations", found.organisations.drop(columns="organisation_id"))
    _table(visit, "ties", found.named_ties)
    _table(visit, "cooperations", found.cooperations.drop(columns="cooperation_id"))


def _table(visit: Visit, name: Literal["organisations", "ties", "cooperations"], rows: pd.DataFrame) -> None:
    changed = rows[rows["state"] != "stayed"].sort_values("state", ascending=False, kind="stable")
    shown = changed.assign(state=[visit.text(f"difference.state_{state}") for state in changed["state"]])
    with st.expander(visit.text(f"difference.which_{name}", n=len(shown)), icon=":material/list:"):
        if shown.empty:
            st.caption(visit.text("difference.unchanged"))
            return
        title = visit.text(f"difference.title_{name}")
        first = presentable(shown.head(_SHOWN), visit.language)
        st.dataframe(first, hide_index=True, alt=title, key=f"table_difference_{name}")
        if len(shown) > _SHOWN:
            st.caption(visit.text("difference.more", n=_SHOWN))
        downloads(visit, f"difference_{name}", shown, title=title)
