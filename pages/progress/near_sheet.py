"""The sheet of indicators near the ERDF's, each with the rule by which it counts."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics.kpis.indicators import NEAR, OUT_OF_REACH, SINCE_BEGINNING, SIZED, near_indicators, near_sizes
from analytics.model.count_classes import CLASS
from analytics.reports import presentable
from analytics.warehouse import Period, View
from pages.parts.downloads import downloads
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext
from pages.parts.questions import BY_SNAPSHOT


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _near(view: View, years: list[Period]) -> pd.DataFrame:
    return near_indicators(view, years)


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _sizes(view: View, years: list[Period]) -> pd.DataFrame:
    return near_sizes(view, years)


def near_sheet(context: PageContext) -> None:
    """The indicators by year, RCO01 also by size, and beneath the rules by which they count."""
    st.subheader(context.text("progress.near"), anchor=False)
    st.markdown(escape_markdown(context.text("progress.near_means")))
    found = _near(context.view, context.years)
    years = _years_with_values(context.years, found)
    if not years:
        st.info(escape_markdown(context.text("progress.near_none")), icon=":material/info:")
    else:
        _near_table(context, found, years)
        if found.loc[found["code"] == SIZED, "value"].gt(0).any():
            _size_table(context, years)
    with st.expander(context.text("progress.near_rules"), icon=":material/rule:"):
        language = context.language.code
        for indicator in NEAR:
            name = context.text("progress.near_name", code=indicator.code)
            official = context.text("progress.near_official", name=indicator.official.in_(language))
            st.markdown(f"**{escape_markdown(name)}** · {escape_markdown(official)}")
            counted = context.text("progress.near_counted", rule=indicator.counted.in_(language))
            differs = context.text("progress.near_differs", difference=indicator.differs.in_(language))
            st.markdown(f"- {escape_markdown(counted)}\n- {escape_markdown(differs)}")
        st.markdown(escape_markdown(context.text("progress.out_of_reach")))
        lines = [
            f"{missing.code} {missing.official.in_(language)}: {missing.needed.in_(language)}"
            for missing in OUT_OF_REACH
        ]
        st.markdown("\n".join(f"- {escape_markdown(line)}" for line in lines))


def _years_with_values(years: Sequence[Period], found: pd.DataFrame) -> list[Period]:
    """The years from the first in which anything counts."""
    counted = set(found.loc[found["value"] > 0, "period"])
    first = next((place for place, year in enumerate(years) if year.name in counted), len(years))
    return list(years[first:])


def _near_table(context: PageContext, found: pd.DataFrame, years: Sequence[Period]) -> None:
    """A row per indicator, a column per year, one since the beginning, the official name.

    To take away as one row per value.
    """
    since = context.text("progress.since_year", year=years[0].name)
    names = {one.code: context.text("progress.near_name", code=one.code) for one in NEAR}
    official = {one.code: one.official.in_(context.language.code) for one in NEAR}
    wide = {context.text("columns.indicator"): list(names.values())}
    by_code = found.set_index(["code", "period"])["value"]
    for period, heading in [*((year.name, year.name) for year in years), (SINCE_BEGINNING, since)]:
        wide[heading] = [context.language.number(by_code[code, period]) for code in names]
    # Last, as a phone shows the first columns only, and the numbers are asked for.
    wide[context.text("progress.near_official_name")] = list(official.values())
    title = context.text("progress.near_table")
    st.dataframe(pd.DataFrame(wide), hide_index=True, alt=title, key="near_table")
    st.caption(escape_markdown(_until(context)))
    shown = [year.name for year in years] + [SINCE_BEGINNING]
    rows = found[found["period"].isin(shown)].assign(
        indicator=[f"{names[code]}: {official[code]}" for code in found.loc[found["period"].isin(shown), "code"]],
    )
    rows["period"] = [since if period == SINCE_BEGINNING else period for period in rows["period"]]
    downloads(context, "near_indicators", rows[["indicator", "period", "value"]], title=title)


def _size_table(context: PageContext, years: Sequence[Period]) -> None:
    """RCO01 by size, as it demands: a row per size, a column per year."""
    st.markdown(f"**{escape_markdown(context.text('progress.sizes'))}**")
    found = _sizes(context.view, list(years)).rename(
        columns={"supported": "enterprises", f"supported{CLASS}": f"enterprises{CLASS}"}
    )
    told = presentable(found[[name for name in found if name != "period"]], context.language)
    size, count = (context.text(f"columns.{name}") for name in ("size", "enterprises"))
    if count not in told:
        st.caption(escape_markdown(context.text("classes.left_out", columns=count)))
        return
    wide = pd.DataFrame({"size": told[size], "period": found["period"], "count": told[count]})
    table = wide.pivot(index="size", columns="period", values="count").reindex(list(dict.fromkeys(told[size])))
    title = context.text("progress.sizes")
    st.dataframe(table.rename_axis(size).rename_axis(None, axis=1), alt=title, key="sizes_table")
    if context.view.is_masked:
        st.caption(escape_markdown(context.text("classes.parts")))
    downloads(context, "near_sizes", found, title=title)


def _until(context: PageContext) -> str:
    """How far the last year goes, where it is not over."""
    told, last = context.text("progress.near_never_summed"), context.view.until_day
    if last is None or last >= context.year.ends_on:
        return told
    return f"{told} {context.text('progress.year_until', date=context.language.date(last))}"
