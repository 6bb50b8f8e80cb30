"""A KPI as a card: value, change, a small line, its target, and its definition one click away."""

from collections.abc import Sequence

import streamlit as st

from analytics.kpis import GROUPS, Kpi, Standing, Target, standings
from analytics.warehouse import Period, Scope, View
from pages.parts.kpi_detail import kpi_detail
from pages.parts.plain import plain
from pages.parts.questions import BY_SNAPSHOT
from pages.parts.visit import Visit


@st.cache_data(max_entries=256, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _standings(view: View, kpis: list[Kpi], period: Period, course: list[Period], scope: Scope) -> list[Standing]:
    """The standings, kept per snapshot."""
    return standings(view, kpis, period, course, scope)


def standings_of(visit: Visit, kpis: Sequence[Kpi]) -> list[Standing]:
    """Where ``kpis`` stand in what the visitor chose."""
    return _standings(visit.view, list(kpis), visit.period, visit.rolling, visit.scope)


def kpi_cards(visit: Visit, standings: Sequence[Standing]) -> None:
    """A card a KPI, under the headings of their groups."""
    for group in GROUPS:
        members = [standing for standing in standings if standing.kpi.group == group]
        if not members:
            continue
        st.header(visit.text(f"kpis.group_{group}"), anchor=False)
        if all(standing.kpi.lacks_data(visit.view) for standing in members):
            st.info(visit.text("kpis.no_data"), icon=":material/info:")
        else:
            with st.container(horizontal=True, key=f"cards_{group}"):
                for standing in members:
                    _card(visit, standing)


def _card(visit: Visit, standing: Standing) -> None:
    kpi, language = standing.kpi, visit.language
    with st.container(border=True, height="stretch", gap="small", key=f"card_{kpi.name}"):
        lacks_data = kpi.lacks_data(visit.view)
        st.metric(
            plain(kpi.label.in_(language.code)),
            language.value(None if lacks_data else standing.value, kpi.unit),
            chart_data=None if lacks_data else _line(standing),
            chart_type="area",
        )
        if lacks_data:
            st.caption(visit.text("kpis.no_data"))
        elif standing.change is not None:
            change = f"{_arrow(standing.change)} {_change(visit, standing.change, kpi)}"
            badge = f":{_colour(standing.change, kpi)}-badge[{change}]"
            st.markdown(f"{badge} :small[{visit.text('kpis.before')}]")
        for sentence in _sentences(visit, standing, lacks_data):
            st.caption(plain(sentence))
        if st.button(visit.text("kpis.details"), type="tertiary", icon=":material/info:", key=f"about_{kpi.name}"):
            kpi_detail(visit, kpi)


def _change(visit: Visit, change: float | None, kpi: Kpi) -> str | None:
    if change is None:
        return None
    if kpi.unit == "share":
        return visit.text("kpis.points", change=visit.language.signed(100 * change, 1))
    return visit.language.signed(change, {"index": 2, "mean": 1}.get(kpi.unit, 0))


def _colour(change: float, kpi: Kpi) -> str:
    if not change or kpi.better == "neither":
        return "gray"
    return "green" if (change > 0) == (kpi.better == "up") else "red"


def _arrow(change: float) -> str:
    return ":material/arrow_forward:" if not change else f":material/arrow_{'upward' if change > 0 else 'downward'}:"


def _line(standing: Standing) -> list[float] | None:
    """The course, where at least two periods have a value; undefined periods are left out of the small line."""
    known = [value for value in standing.course if value is not None]
    return known if len(known) > 1 else None


def _sentences(visit: Visit, standing: Standing, lacks_data: bool) -> list[str]:
    sentences = []
    if standing.year_change is not None and not lacks_data:
        sentences.append(visit.text("kpis.year_before", change=_change(visit, standing.year_change, standing.kpi)))
    if standing.value is None and standing.kpi.undefined and not lacks_data:
        sentences.append(standing.kpi.undefined.in_(visit.language.code))
    if standing.target is not None and visit.scope.is_everything and not lacks_data:
        sentences.append(_target(visit, standing, standing.target))
    return sentences


def _target(visit: Visit, standing: Standing, target: Target) -> str:
    """The target, and what is still missing; it speaks of the whole network, so a narrowed scope shows none."""
    language, kpi = visit.language, standing.kpi
    value, due_on = language.value(target.value, kpi.unit), language.date(target.due_on)
    if standing.value is None:
        return language.text("kpis.target_open", value=value, date=due_on)
    missing = target.value - standing.value if kpi.better == "up" else standing.value - target.value
    if missing <= 0:
        return language.text("kpis.target_met", value=value, date=due_on)
    if kpi.unit == "share":
        left = language.text("kpis.points", change=language.number(100 * missing, 1))
    else:
        left = language.value(missing, kpi.unit)
    return language.text("kpis.target", value=value, date=due_on, missing=left)
