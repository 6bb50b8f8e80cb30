"""How suggestions whom to introduce come about, and how good they would have been on days of the past."""

import pandas as pd
import streamlit as st

from analytics.charts import config, describe
from analytics.charts.introductions import findings as introduction_findings
from analytics.charts.introductions.introductions import back_test as back_test_chart
from analytics.errors import DashboardError
from analytics.language import Language
from analytics.network.introductions.affinity import WEIGHTS
from analytics.network.introductions.back_test import back_test, pooled
from analytics.reports import presentable
from analytics.warehouse import View
from pages.parts.downloads import offer
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import theme_now
from pages.parts.questions import BY_SNAPSHOT

_UNITS = {"recall": "share", "precision": "share"}


def back_test_of(view: View | None, language: Language) -> None:
    """The parts of the score, then the look back with its chart; without enough history a sentence in its place."""
    st.header(language.text("introductions.how"), anchor=False)
    st.markdown(escape_markdown(language.text("introductions.how_read")))
    parts = [language.text(f"introductions.part_{part}", weight=weight) for part, weight in WEIGHTS.items()]
    st.markdown("\n".join(f"- {escape_markdown(part)}" for part in parts))
    st.markdown(escape_markdown(language.text("introductions.how_weights")))
    if view is None or view.is_empty:
        return
    try:
        with st.spinner(language.text("introductions.testing")):
            tested = _tested(view)
    except DashboardError as error:
        st.info(escape_markdown(error.message(language.code)), icon=":material/history:")
        return
    _chart(view, tested, language)


@st.cache_data(max_entries=16, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _tested(view: View) -> pd.DataFrame:
    return back_test(view)


def _chart(view: View, tested: pd.DataFrame, language: Language) -> None:
    whole = pooled(tested)
    finding = introduction_findings.back_test(whole, language)
    figure = back_test_chart(whole, language=language, theme=theme_now())
    with st.container(border=True, key="chart_back_test"):
        st.subheader(escape_markdown(finding), anchor=False)
        st.plotly_chart(figure, theme=None, config=config(language), alt=describe(figure), key="figure_back_test")
        st.caption(escape_markdown(language.text("introductions.tested_read", days=tested["cut_off"].nunique())))
        if sentence := introduction_findings.tested(tested, language):
            st.caption(escape_markdown(sentence))
        in_contact = int(whole["in_contact"].iloc[0])
        st.caption(escape_markdown(language.text("introductions.tested_caution", n=in_contact)))
        with st.expander(language.text("charts_read.table"), icon=":material/table:"):
            _table(view, whole.drop(columns="organisations"), "back_test", language)
            st.markdown(escape_markdown(language.text("introductions.by_day")))
            _table(view, tested, "back_test_by_day", language)


def _table(view: View, rows: pd.DataFrame, name: str, language: Language) -> None:
    shown = rows.assign(method=[language.text(f"introductions.method_{method}") for method in rows["method"]])
    title = language.text("introductions.tested")
    st.dataframe(presentable(shown, language, _UNITS), hide_index=True, alt=title, key=f"table_{name}")
    offer(language, view, name, shown, title=title, units=_UNITS)
