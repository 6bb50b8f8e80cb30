"""The sheet of the structure that cluster labels ask for, with what is met."""

from datetime import date

import pandas as pd
import streamlit as st

from analytics.kpis.indicators import CRITERIA, Criterion
from analytics.kpis.indicators import cluster_sheet as criteria_on
from analytics.reports import presentable
from analytics.warehouse import View
from pages.parts.downloads import downloads
from pages.parts.plain import plain
from pages.parts.questions import BY_SNAPSHOT
from pages.parts.visit import Visit

_SYMBOLS = {"met": "✓", "not_met": "✗", "not_known": "?", "no_threshold": "–", "to_confirm": "✎"}


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _cluster(view: View, day: date) -> pd.DataFrame:
    return criteria_on(view, day)


def cluster_sheet(visit: Visit) -> None:
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
                "criterion_status": f"{_SYMBOLS[row['status']]} {visit.text(word)}",
                "measured": _measured(visit, criterion, row["value"], row["of"], row["share"]),
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
