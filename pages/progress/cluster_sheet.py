"""The sheet of the structure that cluster labels ask for, with what is met."""

from datetime import date

import pandas as pd
import streamlit as st

from analytics.kpis.indicators import CRITERIA, Criterion
from analytics.kpis.indicators import cluster_sheet as criteria_on
from analytics.reports import presentable
from analytics.warehouse import View
from pages.parts.downloads import downloads
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext
from pages.parts.questions import BY_SNAPSHOT

_SYMBOLS = {"met": "✓", "not_met": "✗", "not_known": "?", "no_threshold": "–", "to_confirm": "✎"}


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _cluster(view: View, day: date) -> pd.DataFrame:
    return criteria_on(view, day)


def cluster_sheet(context: PageContext) -> None:
    """What labels ask for: first the minimum that is published, then the structure, for which no thresholds are.

    Where nothing can be met, the note says so once for all rows.
    """
    st.subheader(context.text("progress.cluster"), anchor=False)
    st.markdown(escape_markdown(context.text("progress.cluster_means", date=context.language.date(context.day))))
    found = _cluster(context.view, context.day)
    for source in ("eccp", "structure"):
        st.markdown(f"**{escape_markdown(context.text(f'progress.cluster_{source}'))}**")
        _cluster_table(context, found[found["source"] == source], f"cluster_{source}")
    st.caption(escape_markdown(context.text("progress.cluster_note")))
    with st.expander(context.text("progress.cluster_rules"), icon=":material/rule:"):
        code = context.language.code
        rules = [
            f"**{escape_markdown(one.label.in_(code))}:** {escape_markdown(one.counted.in_(code))}" for one in CRITERIA
        ]
        st.markdown("\n".join(f"- {rule}" for rule in rules))


def _cluster_table(context: PageContext, found: pd.DataFrame, name: str) -> None:
    criteria = {criterion.name: criterion for criterion in CRITERIA}
    language = context.language
    rows = []
    for row in found.to_dict("records"):
        criterion = criteria[row["criterion"]]
        label, word = criterion.label.in_(language.code), f"progress.criterion_{row['status']}"
        rows.append(
            {
                "criterion": f"{row['number']} {label}" if row["number"] else label,
                "criterion_status": f"{_SYMBOLS[row['status']]} {context.text(word)}",
                "measured": _measured(context, criterion, row["value"], row["of"], row["share"]),
                "threshold": _threshold(context, criterion),
                "counted": criterion.counted.in_(language.code),
            }
        )
    title = context.text(f"progress.{name}")
    table = pd.DataFrame(rows)
    silent = [] if found["threshold"].notna().any() else ["threshold", "criterion_status"]
    seen = table.drop(columns=["counted", *silent])
    st.dataframe(presentable(seen, language), hide_index=True, alt=title, key=f"{name}_table")
    downloads(context, name, table, title=title)


def _measured(context: PageContext, criterion: Criterion, value: float, of: float, share: float) -> str:
    """The value as its unit is written, a share with the counts behind it; "–" where it is not known."""
    language = context.language
    if criterion.unit != "share":
        return language.number(value)
    if pd.isna(share):
        return language.percent(None)
    counts = context.text("progress.of", part=language.number(value), whole=language.number(of))
    return f"{language.percent(share, 0)} ({counts})"


def _threshold(context: PageContext, criterion: Criterion) -> str:
    if criterion.threshold is None:
        return context.language.number(None) if criterion.unit == "none" else context.text("progress.threshold_unknown")
    digits = 0 if criterion.threshold.is_integer() else 1
    return context.text("progress.at_least", value=context.language.number(criterion.threshold, digits))
