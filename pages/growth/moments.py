"""Two moments to compare, as the visitor chooses them: days, or states of the data."""

import streamlit as st

from analytics.store import Store
from analytics.warehouse import View, periods_between, snapshots
from pages.cooperation.film_view import Moment
from pages.parts.page_context import PageContext

_YEAR = 4


def two_days(context: PageContext) -> tuple[Moment, Moment] | None:
    """Ends of quarters; unless chosen otherwise the last of the chosen period, and a year before."""
    last = context.view.until_day or context.day
    first = context.view.first_day or last
    days = [min(quarter.ends_on, last) for quarter in periods_between(first, last, "quarter")]
    if len(days) < 2:
        st.info(context.text("difference.one_day"), icon=":material/info:")
        return None
    usual = max(place for place, day in enumerate(days) if day <= max(context.day, days[0]))
    usual = max(usual, 1)
    left, right = st.columns(2)
    chosen = [
        column.selectbox(
            context.text(f"difference.{name}"),
            days,
            index=place,
            format_func=context.language.date,
            key=f"difference_{name}_{days[place]}",
        )
        for column, name, place in ((left, "since", max(0, usual - _YEAR)), (right, "until", usual))
    ]
    if chosen[0] == chosen[1]:
        st.info(context.text("difference.same_choice"), icon=":material/info:")
        return None
    before, after = sorted(chosen)
    return (context.view, before), (context.view, after)


def two_snapshots(context: PageContext) -> tuple[Moment, Moment] | None:
    """States of the data, each as far as it reaches within the chosen period; unless chosen otherwise the last two."""
    moments = dict(snapshots(Store()))
    if len(moments) < 2:
        st.info(context.text("difference.one_snapshot"), icon=":material/info:")
        return None
    known = list(moments)
    now = known.index(context.view.snapshot) if context.view.snapshot in moments else 0
    left, right = st.columns(2)
    chosen = [
        column.selectbox(
            context.text(f"difference.{name}"),
            known,
            index=place,
            format_func=lambda snapshot: context.text(
                "difference.state_now" if snapshot == context.view.snapshot else "difference.state_of",
                moment=context.language.moment(moments[snapshot].astimezone()),
                name=snapshot.name[-6:],
            ),
            key=f"difference_{name}_{known[place].name}",
        )
        for column, name, place in ((left, "older", now + 1 if now + 1 < len(known) else 0), (right, "newer", now))
    ]
    if chosen[0] == chosen[1]:
        st.info(context.text("difference.same_choice"), icon=":material/info:")
        return None
    newer, older = sorted(chosen, key=known.index)
    return _seen(context, View(older, context.view.audience)), _seen(context, View(newer, context.view.audience))


def _seen(context: PageContext, view: View) -> Moment:
    return view, view.measured_on(context.period)
