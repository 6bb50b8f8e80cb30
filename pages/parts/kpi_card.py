"""A KPI as a card: value, change, a small line, its target, and its definition one click away."""

from collections.abc import Callable, Sequence
from typing import Any, Literal

import streamlit as st

from analytics.kpis import Kpi, Standing, standings
from analytics.warehouse import Period, Scope, View
from pages.parts.plain import plain
from pages.parts.visit import Visit

_BY_SNAPSHOT: dict[str | type[Any], Callable[[Any], Any]] = {
    View: lambda view: (view.snapshot.name, view.audience),
    Kpi: lambda kpi: kpi.name,
}


@st.cache_data(max_entries=256, show_spinner=False, hash_funcs=_BY_SNAPSHOT)
def cached_standings(view: View, kpis: list[Kpi], period: Period, course: list[Period], scope: Scope) -> list[Standing]:
    """The standings, kept per snapshot."""
    return standings(view, kpis, period, course, scope)


def kpi_cards(visit: Visit, kpis: Sequence[Kpi]) -> None:
    """The cards of ``kpis`` under the headings of their groups."""
    found = cached_standings(visit.view, list(kpis), visit.period, visit.trail, visit.scope)
    for group in dict.fromkeys(standing.kpi.group for standing in found):
        st.subheader(visit.text(f"kpis.group_{group}"))
        with st.container(horizontal=True, key=f"cards_{group}"):
            for standing in found:
                if standing.kpi.group == group:
                    _card(visit, standing)


def _card(visit: Visit, standing: Standing) -> None:
    kpi, language = standing.kpi, visit.language
    with st.container(border=True, width=270, height="stretch", gap="small", key=f"card_{kpi.name}"):
        st.metric(
            plain(kpi.label.in_(language.code)),
            language.value(standing.value, kpi.unit),
            delta=_change(visit, standing.change, kpi),
            delta_color=_colour(standing.change, kpi),
            delta_arrow=_arrow(standing.change),
            delta_description=visit.text("kpis.before") if standing.change is not None else None,
            chart_data=_line(standing),
            chart_type="line",
        )
        for sentence in _sentences(visit, standing):
            st.caption(plain(sentence))
        with st.popover(
            visit.text("kpis.definition"), type="tertiary", icon=":material/info:", key=f"about_{kpi.name}"
        ):
            definition(visit, kpi)


def definition(visit: Visit, kpi: Kpi) -> None:
    """What the KPI means, how it counts, and when it is undefined."""
    code = visit.language.code
    st.markdown(f"**{plain(kpi.label.in_(code))}** · {kpi.number}")
    st.markdown(plain(kpi.definition.in_(code)))
    st.markdown(f"**{visit.text('kpis.counting')}** {plain(kpi.counting.in_(code))}")
    if kpi.undefined:
        st.markdown(f"**{visit.text('kpis.undefined')}** {plain(kpi.undefined.in_(code))}")
    if kpi.near:
        st.markdown(plain(visit.text("kpis.near", indicator=kpi.near)))


def _change(visit: Visit, change: float | None, kpi: Kpi) -> str | None:
    if change is None:
        return None
    if kpi.unit == "share":
        return visit.text("kpis.points", change=visit.language.signed(100 * change, 1))
    return visit.language.signed(change, 2 if kpi.unit == "index" else 0)


def _colour(change: float | None, kpi: Kpi) -> Literal["off", "green", "red"]:
    if not change:
        return "off"
    return "green" if (change > 0) == (kpi.better == "up") else "red"


def _arrow(change: float | None) -> Literal["off", "up", "down"]:
    return "off" if not change else "up" if change > 0 else "down"


def _line(standing: Standing) -> list[float] | None:
    """The course, where at least two periods have a value; undefined periods are left out of the small line."""
    known = [value for value in standing.course if value is not None]
    return known if len(known) > 1 else None


def _sentences(visit: Visit, standing: Standing) -> list[str]:
    sentences = []
    if standing.year_change is not None:
        sentences.append(visit.text("kpis.year_before", change=_change(visit, standing.year_change, standing.kpi)))
    if standing.target is not None:
        value = visit.language.value(standing.target.value, standing.kpi.unit)
        due_on = visit.language.date(standing.target.due_on)
        sentences.append(visit.text("kpis.target", value=value, date=due_on))
    return sentences
