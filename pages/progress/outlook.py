"""Where every target leads if things go on as they have."""

from collections import Counter
from datetime import date

import pandas as pd
import streamlit as st

from analytics.kpis import target_paths
from analytics.kpis.outlook import NoOutlook, PathOutlook, outlook_of
from analytics.kpis.outlook_words import about, outlook_sentence, prospect_word
from analytics.reports import presentable
from analytics.warehouse import View
from pages.parts.downloads import downloads
from pages.parts.plain import plain
from pages.parts.questions import BY_SNAPSHOT
from pages.parts.visit import Visit


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _outlooks(view: View, day: date) -> list[PathOutlook]:
    """The outlook of every path that runs on the day."""
    return [outlook_of(view, path, day) for path in target_paths(view) if path.runs_on(day)]


def progress_outlook(visit: Visit) -> None:
    """How many targets are likely to be reached, then a sentence a target, and all as a table."""
    found = _outlooks(visit.view, visit.day)
    if not found:
        return
    st.subheader(visit.text("outlook.title"), anchor=False)
    prospects = Counter(one.prospect for one in found if one.prospect)
    if prospects:
        counts = {name: prospects[name] for name in ("likely", "open", "unlikely")}
        st.markdown(f"**{plain(visit.text('outlook.summary', n=prospects.total(), **counts))}**")
    else:
        st.markdown(plain(visit.text("outlook.none")))
    lines = [
        f"- **{plain(one.path.kpi.label.in_(visit.language.code))}** ({plain(_source(visit, one))}): "
        f"{plain(outlook_sentence(one, visit.language))}"
        for one in found
    ]
    with st.expander(visit.text("outlook.sentences"), icon=":material/trending_up:"):
        st.markdown("\n".join(lines))
        _table(visit, found)
    st.caption(plain(f"{visit.text('outlook.how')} {visit.text('outlook.where_tested')}"))


def _source(visit: Visit, found: PathOutlook) -> str:
    return found.path.source or visit.text("progress.no_source")


def _table(visit: Visit, found: list[PathOutlook]) -> None:
    language = visit.language
    rows = []
    for one in found:
        path, outlook, unit = one.path, one.outlook, one.path.kpi.unit
        ends = [] if isinstance(outlook, NoOutlook) else [about(outlook.value), about(outlook.low), about(outlook.high)]
        value, low, high = (language.value(end, unit) for end in ends or (None,) * 3)
        rows.append(
            {
                "target_kpi": path.kpi.label.in_(language.code),
                "target_source": _source(visit, one),
                "prospect": prospect_word(one.prospect, language),
                "due_on": path.ends_on,
                "final_target": language.value(path.final, unit),
                "outlook": value,
                "outlook_low": low,
                "outlook_high": high,
            }
        )
    title = visit.text("outlook.title")
    table = pd.DataFrame(rows)
    st.dataframe(presentable(table, language), hide_index=True, alt=title, key="outlook_table")
    downloads(visit, "outlook", table, title=title)
