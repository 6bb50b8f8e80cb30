"""A KPI as a card: value, change, a small line, its targets, and its definition one click away."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from analytics.kpis import GROUPS, Kpi, Standing, Target, standings
from analytics.warehouse import Period, Scope, View
from pages.parts.escape_markdown import escape_markdown
from pages.parts.kpi_detail import kpi_detail
from pages.parts.page_context import PageContext
from pages.parts.questions import BY_SNAPSHOT, said_beside

_WITH_CASES = frozenset({"event_mix", "time_to_agreement", "approval_rate", "ties_after_meeting"})
"""KPIs whose cards say how many cases their value is made from, each in words of its own."""


@st.cache_data(max_entries=256, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _standings(view: View, kpis: list[Kpi], period: Period, course: list[Period], scope: Scope) -> list[Standing]:
    """The standings, kept per snapshot."""
    return standings(view, kpis, period, course, scope)


def standings_of(context: PageContext, kpis: Sequence[Kpi]) -> list[Standing]:
    """Where ``kpis`` stand in what the visitor chose."""
    return _standings(context.view, list(kpis), context.period, context.rolling, context.scope)


def kpi_cards(context: PageContext, standings: Sequence[Standing]) -> None:
    """A card a KPI, under the headings of their groups."""
    for group in GROUPS:
        members = [standing for standing in standings if standing.kpi.group == group]
        if not members:
            continue
        st.header(context.text(f"kpis.group_{group}"), anchor=False)
        if all(standing.kpi.lacks_data(context.view) for standing in members):
            st.info(context.text("kpis.no_data"), icon=":material/info:")
        else:
            with st.container(horizontal=True, key=f"cards_{group}"):
                for standing in members:
                    _card(context, standing)


def _card(context: PageContext, standing: Standing) -> None:
    kpi, language = standing.kpi, context.language
    with st.container(border=True, height="stretch", gap="small", key=f"card_{kpi.name}"):
        lacks_data = kpi.lacks_data(context.view)
        st.metric(
            escape_markdown(kpi.label.in_(language.code)),
            language.value(None if lacks_data else standing.value, kpi.unit),
            chart_data=None if lacks_data else _line(standing),
            chart_type="area",
        )
        if lacks_data:
            st.caption(context.text("kpis.no_data"))
        elif standing.change is not None:
            change = f"{_arrow(standing.change)} {_change(context, standing.change, kpi)}"
            badge = f":{'gray' if standing.has_few_cases else _colour(standing.change, kpi)}-badge[{change}]"
            st.markdown(f"{badge} :small[{_against(context, 'kpis.before', standing.before_until)}]")
        for sentence in _sentences(context, standing, lacks_data):
            st.caption(escape_markdown(sentence))
        if st.button(context.text("kpis.details"), type="tertiary", icon=":material/info:", key=f"about_{kpi.name}"):
            kpi_detail(context, kpi)


def _against(context: PageContext, key: str, until: date | None, **values: object) -> str:
    """The words for what a value is compared with; while the period runs, until which day that counts."""
    if until is None:
        return context.text(key, **values)
    return context.text(f"{key}_until", until=context.language.date(until), **values)


def _change(context: PageContext, change: float | None, kpi: Kpi) -> str | None:
    if change is None:
        return None
    if kpi.unit == "share":
        return context.text("kpis.points", change=context.language.signed(100 * change, 1))
    return context.language.signed(change, {"index": 2, "mean": 1}.get(kpi.unit, 0))


def _colour(change: float, kpi: Kpi) -> str:
    if not change or kpi.better == "neither":
        return "gray"
    return "green" if (change > 0) == (kpi.better == "up") else "red"


def _arrow(change: float) -> str:
    return ":material/arrow_forward:" if not change else f":material/arrow_{'upward' if change > 0 else 'downward'}:"


def _line(standing: Standing) -> list[float] | None:
    """The course, where at least three periods have a value; undefined periods are left out of the small line.

    Two values make a straight line whatever they are; the change beneath tells as much.
    """
    known = [value for value in standing.course if value is not None]
    return known if len(known) > 2 else None


def _sentences(context: PageContext, standing: Standing, lacks_data: bool) -> list[str]:
    sentences = []
    if standing.kpi.name in _WITH_CASES and standing.base and not lacks_data:
        sentences.append(context.text(f"kpis.cases_{standing.kpi.name}", n=round(standing.base)))
    if standing.year_change is not None and not lacks_data:
        change = _change(context, standing.year_change, standing.kpi)
        sentences.append(_against(context, "kpis.year_before", standing.year_before_until, change=change))
    if standing.value is None and standing.kpi.undefined and not lacks_data:
        sentences.append(standing.kpi.undefined.in_(context.language.code))
    if not lacks_data:
        sentences += [_target(context, standing.kpi, target) for target in standing.targets]
        if standing.value is not None and (said := said_beside(context, standing.kpi)):
            sentences.append(said)
    return sentences


def _target(context: PageContext, kpi: Kpi, target: Target) -> str:
    """The milestone due next, and what is still missing.

    Where the card's value counts another span than the target, the sentence says from when on the target counts, and
    what was counted since then.
    """
    language, path = context.language, target.path
    source = f" ({path.source})" if target.is_one_of_many and path.source else ""
    said = {"value": language.value(target.value, kpi.unit), "date": f"{language.date(target.due_on)}{source}"}
    starts_on, actual = language.date(path.starts_on), language.value(target.actual, kpi.unit)
    if context.period.ends_on < path.starts_on:
        return language.text("kpis.target_later", **said, start=starts_on)
    if context.period.ends_on > path.ends_on:
        return language.text("kpis.target_past", **said, actual=actual)
    if target.actual is None:
        return language.text("kpis.target_open", **said)
    aim = language.text("kpis.target_met" if target.is_met else "kpis.target_open", **said)
    since = "" if target.is_same_span else language.text("kpis.target_since", start=starts_on, actual=actual)
    return (
        aim + since + ("" if target.is_met else language.text("kpis.target_left", missing=_left(context, kpi, target)))
    )


def _left(context: PageContext, kpi: Kpi, target: Target) -> str:
    """By how much the actual value misses the milestone."""
    missing = abs(target.value - (target.actual or 0.0))
    if kpi.unit == "share":
        return context.text("kpis.points", change=context.language.number(100 * missing, 1))
    return context.language.value(missing, kpi.unit)
