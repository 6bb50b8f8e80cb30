"""Where every target leads if things go on as they have."""

from datetime import date

import pandas as pd
import streamlit as st

from analytics.kpis import Achievement, target_paths
from analytics.kpis.outlook import NoOutlook, PathOutlook, outlook_of
from analytics.kpis.outlook_words import about, outlook_sentence, outlook_summary, prospect_word
from analytics.reports import presentable
from analytics.warehouse import View
from pages.parts.downloads import downloads
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext
from pages.parts.questions import BY_SNAPSHOT


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _outlooks(view: View, day: date) -> list[PathOutlook]:
    """The outlook of every path that runs on the day."""
    return [outlook_of(view, path, day) for path in target_paths(view) if path.runs_on(day)]


def prospect_beside(context: PageContext, found: Achievement) -> str:
    """What the outlook means for the target, to stand beside its status; "" where there is none."""
    prospects = {one.path: one.prospect for one in _outlooks(context.view, context.day)}
    prospect = prospects.get(found.path)
    if prospect is None:
        return ""
    return context.text("outlook.beside_status", prospect=prospect_word(prospect, context.language))


def progress_outlook(context: PageContext) -> None:
    """How many targets are likely to be reached and which are not, then a sentence a target, and all as a table."""
    found = _outlooks(context.view, context.day)
    if not found:
        return
    st.subheader(context.text("outlook.title"), anchor=False)
    st.markdown(f"**{escape_markdown(outlook_summary(found, context.language))}**")
    if missed := [_named(context, one) for one in found if one.prospect == "unlikely"]:
        st.markdown(escape_markdown(context.text("outlook.named_unlikely", names=context.language.listing(missed))))
    lines = [
        f"- **{escape_markdown(one.path.kpi.label.in_(context.language.code))}** "
        f"({escape_markdown(_source(context, one))}): "
        f"{escape_markdown(outlook_sentence(one, context.language))}"
        for one in found
    ]
    with st.expander(context.text("outlook.sentences"), icon=":material/trending_up:"):
        st.markdown("\n".join(lines))
        _table(context, found)
    st.caption(escape_markdown(f"{context.text('outlook.how')} {context.text('outlook.where_tested')}"))


def _named(context: PageContext, found: PathOutlook) -> str:
    return f"{found.path.kpi.label.in_(context.language.code)} ({_source(context, found)})"


def _source(context: PageContext, found: PathOutlook) -> str:
    return found.path.source or context.text("progress.no_source")


def _table(context: PageContext, found: list[PathOutlook]) -> None:
    language = context.language
    rows = []
    for one in found:
        path, outlook, unit = one.path, one.outlook, one.path.kpi.unit
        ends = [] if isinstance(outlook, NoOutlook) else [about(outlook.value), about(outlook.low), about(outlook.high)]
        value, low, high = (language.value(end, unit) for end in ends or (None,) * 3)
        rows.append(
            {
                "target_kpi": path.kpi.label.in_(language.code),
                "target_source": _source(context, one),
                "prospect": prospect_word(one.prospect, language),
                "due_on": path.ends_on,
                "final_target": language.value(path.final, unit),
                "outlook": value,
                "outlook_low": low,
                "outlook_high": high,
            }
        )
    title = context.text("outlook.title")
    table = pd.DataFrame(rows)
    st.dataframe(presentable(table, language), hide_index=True, alt=title, key="outlook_table")
    downloads(context, "outlook", table, title=title)
