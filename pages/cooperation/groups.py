"""The groups that work together most closely, and how they came to be."""

from functools import partial

import pandas as pd
import streamlit as st

from analytics.charts.cooperation import findings
from analytics.charts.cooperation.groups import PATTERNS, groups_over_time
from analytics.reports import presentable
from pages.parts.chart import chart
from pages.parts.downloads import downloads
from pages.parts.escape_markdown import escape_markdown
from pages.parts.network_data import ends, estimates, groups, left_out_days, network_on, periods_until, year_before
from pages.parts.page_context import PageContext

_LEAST = 3
"""Two organisations that work together are a pair, not a group."""


def network_groups(context: PageContext, *, cumulative: bool) -> None:
    """The groups over time, and those of the visitor's day as a table."""
    periods = periods_until(context)
    days = ends(context, periods)
    found = groups(context, days, cumulative=cumulative)
    names = _names(context, found, cumulative)
    places = _places(list(names)[: len(PATTERNS)])
    shown = {number: names[number] for number in places}
    course = _course(context, found, shown, dict(zip(map(pd.Timestamp, days), (p.name for p in periods), strict=True)))
    sizes = _sizes(found, context.day).reindex(list(names)).astype(int)
    find = partial(findings.groups_over_time, count=len(sizes), largest=int(sizes.max()) if len(sizes) else 0)
    draw = partial(groups_over_time, places={shown[number]: place for number, place in places.items()})
    chart(context, "groups_over_time", course, draw, find)
    told = estimates(context, ("groups",), cumulative=cumulative)
    for sentence in told + left_out_days(context, days, cumulative=cumulative):
        st.caption(escape_markdown(sentence))
    if len(names):
        _table(context, found, names, sizes)


def _names(context: PageContext, found: pd.DataFrame, cumulative: bool) -> dict[int, str]:
    """The groups of the visitor's day with three members or more, the largest first, by their best-connected member."""
    graph = network_on(context, cumulative=cumulative)
    degrees = pd.Series(graph.degrees, index=graph.ids)
    who = graph.organisations.set_index("organisation_id")["name"]
    today = found[found["day"] == pd.Timestamp(context.day)]
    members = today.groupby("community")["organisation_id"].agg(list)
    sizes = members.map(len)
    chosen = sizes[sizes >= _LEAST].sort_values(ascending=False, kind="stable").index
    return {
        int(number): context.text("cooperation.group", name=who[degrees.loc[members[number]].idxmax()])
        for number in chosen
    }


def _places(numbers: list[int]) -> dict[int, int]:
    """A colour and pattern for each group: the one that its number points to, or the next that is free."""
    taken: dict[int, int] = {}
    for number in numbers:
        wanted = (number + step for step in range(len(PATTERNS)))
        taken[number] = next(place % len(PATTERNS) for place in wanted if place % len(PATTERNS) not in taken.values())
    return taken


def _course(
    context: PageContext, found: pd.DataFrame, shown: dict[int, str], names: dict[pd.Timestamp, str]
) -> pd.DataFrame:
    """One row per period and group: period, group, members; what is not shown by name is one group of others."""
    others = context.text("cooperation.other_groups")
    group = [shown.get(int(number), others) for number in found["community"]]
    counted = found.assign(group=group, period=found["day"].map(names)).groupby(["period", "group"], sort=False)
    return counted.size().rename("members").reset_index()


def _sizes(found: pd.DataFrame, day: object) -> pd.Series:
    return found.loc[found["day"] == pd.Timestamp(day), "community"].value_counts()  # type: ignore[arg-type]


def _table(context: PageContext, found: pd.DataFrame, names: dict[int, str], sizes: pd.Series) -> None:
    days = found["day"].unique()
    earlier = [day for day in days if day <= pd.Timestamp(year_before(context.day))]
    before = _sizes(found, earlier[-1]) if earlier else pd.Series(dtype=int)
    shown = pd.DataFrame(
        {
            "group": list(names.values()),
            "members": sizes.to_numpy(),
            "members_before": before.reindex(list(names)).fillna(0).astype(int).to_numpy(),
        }
    )
    title = context.text("cooperation.groups_title", day=context.language.date(context.day))
    with st.expander(title, icon=":material/groups:"):
        st.dataframe(presentable(shown, context.language), hide_index=True, alt=title, key="table_groups")
        downloads(context, "network_groups", shown, title=escape_markdown(title))
