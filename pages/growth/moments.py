"""Two moments to compare, as the visitor chooses them: days, or states of the data."""

import streamlit as st

from analytics.store import Store
from analytics.warehouse import View, periods_between, snapshots
from pages.cooperation.film_view import Moment
from pages.parts.visit import Visit

_YEAR = 4


def two_days(visit: Visit) -> tuple[Moment, Moment] | None:
    """Ends of quarters; unless chosen otherwise the last of the chosen period, and a year before."""
    last = visit.view.until_day or visit.day
    first = visit.view.first_day or last
    days = [min(quarter.ends_on, last) for quarter in periods_between(first, last, "quarter")]
    if len(days) < 2:
        st.info(visit.text("difference.one_day"), icon=":material/info:")
        return None
    usual = max(place for place, day in enumerate(days) if day <= max(visit.day, days[0]))
    usual = max(usual, 1)
    left, right = st.columns(2)
    chosen = [
        column.selectbox(
            visit.text(f"difference.{name}"),
            days,
            index=place,
            format_func=visit.language.date,
            key=f"difference_{name}_{days[place]}",
        )
        for column, name, place in ((left, "since", max(0, usual - _YEAR)), (right, "until", usual))
    ]
    if chosen[0] == chosen[1]:
        st.info(visit.text("difference.same_choice"), icon=":material/info:")
        return None
    before, after = sorted(chosen)
    return (visit.view, before), (visit.view, after)


def two_snapshots(visit: Visit) -> tuple[Moment, Moment] | None:
    """States of the data, each as far as it reaches within the chosen period; unless chosen otherwise the last two."""
    moments = dict(snapshots(Store()))
    if len(moments) < 2:
        st.info(visit.text("difference.one_snapshot"), icon=":material/info:")
        return None
    known = list(moments)
    now = known.index(visit.view.snapshot) if visit.view.snapshot in moments else 0
    left, right = st.columns(2)
    chosen = [
        column.selectbox(
            visit.text(f"difference.{name}"),
            known,
            index=place,
            format_func=lambda snapshot: visit.text(
                "difference.state_now" if snapshot == visit.view.snapshot else "difference.state_of",
                moment=visit.language.moment(moments[snapshot].astimezone()),
                name=snapshot.name[-6:],
            ),
            key=f"difference_{name}_{known[place].name}",
        )
        for column, name, place in ((left, "older", now + 1 if now + 1 < len(known) else 0), (right, "newer", now))
    ]
    if chosen[0] == chosen[1]:
        st.info(visit.text("difference.same_choice"), icon=":material/info:")
        return None
    newer, older = sorted(chosen, key=known.index)
    return _seen(visit, View(older, visit.view.audience)), _seen(visit, View(newer, visit.view.audience))


def _seen(visit: Visit, view: View) -> Moment:
    return view, min(visit.period.ends_on, view.until_day or visit.period.ends_on)
