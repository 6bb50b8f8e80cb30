"""Two sheets: indicators near the ERDF's, and the structure that cluster labels ask for."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from analytics.kpis.indicators import (
    CRITERIA,
    NEAR,
    OUT_OF_REACH,
    SINCE_BEGINNING,
    SIZED,
    Criterion,
    cluster_sheet,
    near_indicators,
    near_sizes,
)
from analytics.reports import presentable
from analytics.warehouse import Period, View
from pages.parts.downloads import downloads
from pages.parts.plain import plain
from pages.parts.questions import BY_SNAPSHOT
from pages.parts.visit import Visit

_SYMBOLS = {"met": "✓", "not_met": "✗", "not_known": "?", "no_threshold": "–", "to_confirm": "✎"}


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _near(view: View, years: list[Period]) -> pd.DataFrame:
    return near_indicators(view, years)


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _sizes(view: View, years: list[Period]) -> pd.DataFrame:
    return near_sizes(view, years)


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _cluster(view: View, day: date) -> pd.DataFrame:
    return cluster_sheet(view, day)


def indicator_sheets(visit: Visit) -> None:
    """Both sheets, for the whole network, whatever is chosen above."""
    st.header(visit.text("progress.sheets"), anchor=False)
    _near_sheet(visit)
    _cluster_sheet(visit)


def _near_sheet(visit: Visit) -> None:
    st.subheader(visit.text("progress.near"), anchor=False)
    st.markdown(plain(visit.text("progress.near_means")))
    found = _near(visit.view, visit.years)
    years = _years_with_values(visit.years, found)
    if not years:
        st.info(plain(visit.text("progress.near_none")), icon=":material/info:")
    else:
        _near_table(visit, found, years)
        if found.loc[found["code"] == SIZED, "value"].gt(0).any():
            _size_table(visit, years)
    with st.expander(visit.text("progress.near_rules"), icon=":material/rule:"):
        language = visit.language.code
        for indicator in NEAR:
            name = visit.text("progress.near_name", code=indicator.code)
            official = visit.text("progress.near_official", name=indicator.official.in_(language))
            st.markdown(f"**{plain(name)}** · {plain(official)}")
            counted = visit.text("progress.near_counted", rule=indicator.counted.in_(language))
            differs = visit.text("progress.near_differs", difference=indicator.differs.in_(language))
            st.markdown(f"- {plain(counted)}\n- {plain(differs)}")
        st.markdown(plain(visit.text("progress.out_of_reach")))
        lines = [
            f"{missing.code} {missing.official.in_(language)}: {missing.needed.in_(language)}"
            for missing in OUT_OF_REACH
        ]
        st.markdown("\n".join(f"- {plain(line)}" for line in lines))


def _years_with_values(years: Sequence[Period], found: pd.DataFrame) -> list[Period]:
    """The years from the first in which anything counts."""
    counted = set(found.loc[found["value"] > 0, "period"])
    first = next((place for place, year in enumerate(years) if year.name in counted), len(years))
    return list(years[first:])


def _near_table(visit: Visit, found: pd.DataFrame, years: Sequence[Period]) -> None:
    """A row per indicator, a column per year, and one since the beginning; to take away as one row per value."""
    since = visit.text("progress.since_year", year=years[0].name)
    names = {one.code: visit.text("progress.near_name", code=one.code) for one in NEAR}
    official = {one.code: one.official.in_(visit.language.code) for one in NEAR}
    wide = {visit.text("columns.indicator"): [f"{names[code]}: {official[code]}" for code in names]}
    by_code = found.set_index(["code", "period"])["value"]
    for period, heading in [*((year.name, year.name) for year in years), (SINCE_BEGINNING, since)]:
        wide[heading] = [visit.language.number(by_code[code, period]) for code in names]
    title = visit.text("progress.near_table")
    st.dataframe(pd.DataFrame(wide), hide_index=True, alt=title, key="near_table")
    st.caption(plain(_until(visit)))
    shown = [year.name for year in years] + [SINCE_BEGINNING]
    rows = found[found["period"].isin(shown)].assign(
        indicator=[f"{names[code]}: {official[code]}" for code in found.loc[found["period"].isin(shown), "code"]],
    )
    rows["period"] = [since if period == SINCE_BEGINNING else period for period in rows["period"]]
    downloads(visit, "near_indicators", rows[["indicator", "period", "value"]], title=title)


def _size_table(visit: Visit, years: Sequence[Period]) -> None:
    """RCO01 by size, as it demands: a row per size, a column per year."""
    st.markdown(f"**{plain(visit.text('progress.sizes'))}**")
    found = _sizes(visit.view, list(years)).rename(
        columns={"supported": "enterprises", "supported_hidden": "enterprises_hidden"}
    )
    told = presentable(found[[name for name in found if name != "period"]], visit.language)
    size, count = (visit.text(f"columns.{name}") for name in ("size", "enterprises"))
    wide = pd.DataFrame({"size": told[size], "period": found["period"], "count": told[count]})
    table = wide.pivot(index="size", columns="period", values="count").reindex(list(dict.fromkeys(told[size])))
    title = visit.text("progress.sizes")
    st.dataframe(table.rename_axis(size).rename_axis(None, axis=1), alt=title, key="sizes_table")
    if visit.view.is_masked:
        st.caption(plain(visit.text("kpis.withheld")))
    downloads(visit, "near_sizes", found, title=title)


def _until(visit: Visit) -> str:
    """How far the last year goes, where it is not over."""
    told, last = visit.text("progress.near_never_summed"), visit.view.until_day
    if last is None or last >= visit.year.ends_on:
        return told
    return f"{told} {visit.text('progress.year_until', date=visit.language.date(last))}"


def _cluster_sheet(visit: Visit) -> None:
    """What labels ask for: first the minimum that is published, then the structure, for which no thresholds are."""
    st.subheader(visit.text("progress.cluster"), anchor=False)
    st.markdown(plain(visit.text("progress.cluster_means", date=visit.language.date(visit.day))))
    found = _cluster(visit.view, visit.day)
    for source in ("eccp", "structure"):
        st.markdown(f"**{plain(visit.text(f'progress.cluster_{source}'))}**")
        _cluster_table(visit, found[found["source"] == source], f"cluster_{source}")
    st.caption(plain(visit.text("progress.cluster_note")))
    with st.expander(visit.text("progress.cluster_rules"), icon=":material/rule:"):
        code = visit.language.code
        rules = [f"**{plain(one.label.in_(code))}:** {plain(one.counted.in_(code))}" for one in CRITERIA]
        st.markdown("\n".join(f"- {rule}" for rule in rules))


def _cluster_table(visit: Visit, found: pd.DataFrame, name: str) -> None:
    criteria = {criterion.name: criterion for criterion in CRITERIA}
    language = visit.language
    rows = []
    for row in found.to_dict("records"):
        criterion = criteria[row["criterion"]]
        label, word = criterion.label.in_(language.code), f"progress.criterion_{row['status']}"
        rows.append(
            {
                "criterion": f"{row['number']} {label}" if row["number"] else label,
                "measured": _measured(visit, criterion, row["value"], row["of"], row["share"]),
                "criterion_status": f"{_SYMBOLS[row['status']]} {visit.text(word)}",
                "threshold": _threshold(visit, criterion),
                "counted": criterion.counted.in_(language.code),
            }
        )
    title = visit.text(f"progress.{name}")
    table = pd.DataFrame(rows)
    seen = table.drop(columns="counted" if found["threshold"].notna().any() else ["counted", "threshold"])
    st.dataframe(presentable(seen, language), hide_index=True, alt=title, key=f"{name}_table")
    downloads(visit, name, table, title=title)


def _measured(visit: Visit, criterion: Criterion, value: float, of: float, share: float) -> str:
    """The value as its unit is written, a share with the counts behind it; "–" where it is not known."""
    language = visit.language
    if criterion.unit != "share":
        return language.number(value)
    if pd.isna(share):
        return language.percent(None)
    counts = visit.text("progress.of", part=language.number(value), whole=language.number(of))
    return f"{language.percent(share, 0)} ({counts})"


def _threshold(visit: Visit, criterion: Criterion) -> str:
    if criterion.threshold is None:
        return visit.language.number(None) if criterion.unit == "none" else visit.text("progress.threshold_unknown")
    digits = 0 if criterion.threshold.is_integer() else 1
    return visit.text("progress.at_least", value=visit.language.number(criterion.threshold, digits))
