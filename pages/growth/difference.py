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
from pages.parts.escape_markdown import escape_markdown
from pages.parts.network_data import network_of
from pages.parts.page_context import PageContext
from pages.parts.questions import BY_SNAPSHOT

_SHOWN = 500


@st.fragment
def what_changed(context: PageContext) -> None:
    """The two moments to choose, and what changed between them."""
    st.header(context.text("difference.title"), anchor=False)
    by: Literal["days", "snapshots"] = st.segmented_control(
        context.text("difference.compare"),
        ("days", "snapshots"),
        default="days",
        format_func=lambda name: context.text(f"difference.by_{name}"),
        key="difference_by",
        required=True,
    )
    chosen = two_days(context) if by == "days" else two_snapshots(context)
    if chosen is None:
        return
    (older, before_day), (newer, after_day) = chosen
    found = difference_of(older, before_day, newer, after_day, context.scope)
    days = {"before": context.language.date(before_day), "after": context.language.date(after_day)}
    with st.container(border=True, key="difference"):
        if not found.before.organisations and not found.after.organisations:
            st.markdown(escape_markdown(context.text("difference.nothing")))
            return
        st.subheader(escape_markdown(told(found, context.language)), anchor=False)
        _sizes(context, found.before, found.after)
        st.caption(escape_markdown(context.text(f"difference.read_{by}", **days)))
        difference_film(context, *chosen, _called(context, by, before_day, after_day))
        _which(context, found)


def _called(context: PageContext, by: str, before_day: date, after_day: date) -> tuple[str, str]:
    """The two moments by their days, or, where the data changed meanwhile, as states of it."""
    if by == "snapshots":
        return context.text("difference.called_older"), context.text("difference.called_newer")
    return context.language.date(before_day), context.language.date(after_day)


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def difference_of(older: View, before_day: date, newer: View, after_day: date, scope: Scope) -> Difference:
    """The difference, kept per snapshots, days and scope."""
    return difference(network_of(older, scope), before_day, network_of(newer, scope), after_day)


def _sizes(context: PageContext, before: Size, after: Size) -> None:
    with st.container(horizontal=True, key="difference_numbers"):
        for name in ("organisations", "ties", "cooperations", "components"):
            st.metric(
                context.text(f"difference.{name}"),
                context.language.number(getattr(after, name)),
                delta=context.text("difference.before", n=getattr(before, name)),
                delta_color="off",
                delta_arrow="off",
            )


def _which(context: PageContext, found: Difference) -> None:
    """What is new and what rests, by name."""
    _table(context, "organisations", found.organisations.drop(columns="organisation_id"))
    _table(context, "ties", found.named_ties)
    _table(context, "cooperations", found.cooperations.drop(columns="cooperation_id"))


def _table(context: PageContext, name: Literal["organisations", "ties", "cooperations"], rows: pd.DataFrame) -> None:
    changed = rows[rows["state"] != "stayed"].sort_values("state", ascending=False, kind="stable")
    shown = changed.assign(state=[context.text(f"difference.state_{state}") for state in changed["state"]])
    with st.expander(context.text(f"difference.which_{name}", n=len(shown)), icon=":material/list:"):
        if shown.empty:
            st.caption(context.text("difference.unchanged"))
            return
        title = context.text(f"difference.title_{name}")
        first = presentable(shown.head(_SHOWN), context.language)
        st.dataframe(first, hide_index=True, alt=title, key=f"table_difference_{name}")
        if len(shown) > _SHOWN:
            st.caption(context.text("difference.more", n=_SHOWN))
        downloads(context, f"difference_{name}", shown, title=title)
